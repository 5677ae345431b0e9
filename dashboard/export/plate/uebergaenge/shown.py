"""What the plates of the page on transitions share: their blocks, cells, and printed numbers as numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from dashboard.answers.uebergaenge.contents import Missing
from dashboard.answers.uebergaenge.parts import UebergaengeAnswer
from dashboard.display import Sign
from dashboard.export.plate.canvas import zoomed
from dashboard.export.plate.cells import Cell, Spot
from dashboard.export.plate.fitting import SMALLEST
from dashboard.export.plate.parts import Block, Chart, Course, Key, Line, Listing
from dashboard.export.plate.swatches import note_mark
from dashboard.export.plate.words import key_figure
from dashboard.figures.apart import Apart, Limits, Path, apart_axis, apart_strip
from dashboard.figures.history.scene import width_of
from dashboard.figures.signs_svg import SIGN_PATH, sign_mark
from dashboard.figures.svg import text
from dashboard.figures.theme import GREY_TEXT

ZOOM: Final = 1.4  # of the marks in a row
_NUMBER: Final = re.compile(r"[−-]?\d+(?:\.\d{3})*(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Shown:
    """The blocks of a plate with the chart that says the same, and the signs that are drawn."""

    body: tuple[Block, ...]
    chart: Chart
    signs: tuple[Sign, ...] = ()
    keys: tuple[Key, ...] = ()
    notes: tuple[str, ...] = ()


def nothing(answer: UebergaengeAnswer, content: Missing) -> Shown:
    """A view without its delivery: what is missing is said, nothing is drawn."""
    chart = Chart("bars", answer.main.title, (), (), "%")
    return Shown((), chart, keys=figure(answer), notes=(content.text,))


def listed(answer: UebergaengeAnswer, _content: object) -> Shown:
    """Any other view as the list that its table is."""
    table = answer.main.table
    lines = tuple(Line(row) for row in table.rows)
    values = tuple(number_of(row[1]) if len(row) > 1 else None for row in table.rows)
    course = Course(table.header[1] if len(table.header) > 1 else "", values)
    chart = Chart("bars", answer.main.title, tuple(row[0] for row in table.rows), (course,), "")
    return Shown((Listing(table.header, lines, answer.main.title),), chart, keys=figure(answer))


def figure(answer: UebergaengeAnswer) -> tuple[Key, ...]:
    """The one value that a view is about, with its interval and n."""
    return (key_figure(answer.figure),) if answer.figure else ()


def number_of(printed: str) -> float | None:
    """A printed number as a number: "42,3 %" is 42.3; None for a mark or words."""
    found = _NUMBER.match(printed.strip())
    if found is None:
        return None
    return float(found.group().replace(".", "").replace(",", ".").replace("−", "-"))


def strip(own: Apart, limits: Limits, *, others: Sequence[float] = (), path: Path | None = None) -> Cell:
    """The drawn cell of a difference: its interval and sign on the common scale."""

    def write(spot: Spot) -> Markup:
        drawn = apart_strip(own, limits, others=others, path=path, height=round(spot.box.height / ZOOM))
        return zoomed(drawn, spot.box, ZOOM)

    return write


def scale(limits: Limits) -> Cell:
    """The numbers of the scale above its rows: all of them, or the ends and the middle."""

    def write(spot: Spot) -> Markup:
        box, size = spot.box, max(SMALLEST, 0.86 * spot.size)
        marks = [
            (tick.share, f"+{tick.text}" if tick.value > 0 else tick.text) for tick in apart_axis(limits)
        ]
        tries = (marks, [marks[0], marks[len(marks) // 2], marks[-1]], marks[len(marks) // 2 :][:1])
        room = [sum(width_of(label, size) + 8 for _share, label in each) for each in tries]
        shown = next(
            each for each, wide in zip(tries, room, strict=True) if wide <= box.width or len(each) < 2
        )
        y = box.y + box.height / 2 + 0.35 * size
        return Markup("").join(
            text(
                label,
                box.x + share * box.width,
                y,
                size,
                text_anchor="start" if share < 0.02 else "end" if share > 0.98 else "middle",
                fill=GREY_TEXT,
            )
            for share, label in shown
        )

    return write


def marked(sign: Sign, noted: bool = False) -> Cell:
    """A sign alone, or the star of what would stand out by itself."""

    def write(spot: Spot) -> Markup:
        box = spot.box
        middle = (box.x + box.width / 2, box.y + box.height / 2)
        if noted:
            return note_mark(*middle, 0.7 * spot.size)
        return sign_mark(sign, *middle, 0.9 * spot.size) if sign in SIGN_PATH else Markup("")

    return write
