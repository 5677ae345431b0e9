"""The prevention chain on a plate: a row per link with whom it reaches and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain as joined

from markupsafe import Markup

from dashboard.answers.ziele.table_parts import Chain, Phase, Reach
from dashboard.export.plate.canvas import Box
from dashboard.export.plate.cells import Cell, Spot
from dashboard.export.plate.fitting import SMALLEST, cut, wide
from dashboard.export.plate.grid import Column
from dashboard.export.plate.ledger import Ledger, by_width
from dashboard.export.plate.lettering import line, said
from dashboard.export.plate.parts import Block, Chart, Course, Picture
from dashboard.export.plate.words import with_period
from dashboard.export.plate.ziele.boxes import key_of, several
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.svg import element
from dashboard.figures.theme import CONTEXT_STRONG, FADED, GREY_TEXT
from dashboard.model import CITY

_COLUMNS = {
    "phase": Column("Lebensphase", 10.5),
    "reach": Column("Reichweite: wen Angebote erreichen", 0.0),
    "result": Column("Ergebnis: Ziele", 19.0),
    "few": Column("Ergebnis", 6.5),
}
_SHORT = {
    "Kein Ziel vereinbart": "kein Ziel",
    "Keine Kennzahl sagt, wen die Angebote hier erreichen": "unbekannt",
}


def blocks(shown: Chain) -> Iterator[Block]:
    """One picture, of the area in focus or the city."""
    at = place(shown)
    statuses = (row.cells[at].status for phase in shown.phases for row in phase.targets)
    ledger = Ledger(
        _COLUMNS,
        tuple(_cells(phase, at) for phase in shown.phases),
        by_width((700, ("phase", "reach", "result")), (0, ("phase", "reach", "few"))),
        least=33.0,
        above=key_of(statuses),
    )
    name = shown.areas[at][1]
    spoken = "; ".join(_spoken(phase, at) for phase in shown.phases)
    yield Picture(ledger.draw, f"Präventionskette, {name}: {spoken}.", f"{shown.title}: {name}")


def place(shown: Chain) -> int:
    """Which of the areas is looked at: the one in focus, else the city."""
    return next((at for at, area in enumerate(shown.areas) if area[3]), 0)


def chart(shown: Chain) -> Chart:
    """The judged values of the targets in per cent along the chain (column ``wert`` of the files)."""
    at = place(shown)
    rows = [row for row in joined.from_iterable(phase.targets for phase in shown.phases) if row.unit == "%"]
    rows = [row for row in rows if any(row.cells[one].value is not None for one in {0, at})]
    names = tuple(with_period(row.title, row.cells[0].period) for row in rows)
    city = Course(shown.areas[0][1], tuple(row.cells[0].value for row in rows), city=True)
    own = Course(shown.areas[at][1], tuple(row.cells[at].value for row in rows), focused=True)
    courses = (own, city) if shown.areas[at][0] != CITY else (city,)
    return Chart("bars", "Ziele entlang der Kette: beurteilte Werte", names, courses, "%", 1)


def _spoken(phase: Phase, at: int) -> str:
    reach = ", ".join(f"{one.title} {one.values[at][2]}" for one in phase.reach) or phase.reach_gap
    return f"{phase.title}: {reach}; {phase.summary or phase.result_gap}"


def _cells(phase: Phase, at: int) -> dict[str, Cell]:
    words = "begleitet alle Lebensphasen" if phase.across else ""
    return {
        "phase": said(phase.title, below=words, strong=True),
        "reach": _reach(phase, at),
        "result": _result(phase, at),
        "few": _result(phase, at),
    }


def _reach(phase: Phase, at: int) -> Cell:
    """A bar of 0 … 100 % and its number for every indicator; of a gap a dashed frame that says so."""

    def write(spot: Spot) -> Markup:
        room = spot.box
        if not phase.reach:
            return _gap(phase.reach_gap, room)
        shown = phase.reach if room.height >= 20 * len(phase.reach) or room.width < 300 else phase.reach[:1]
        each = room.height / len(shown)
        parts = [
            _bar(one, at, Box(room.x, room.y + place * each, room.width, each))
            for place, one in enumerate(shown)
        ]
        return Markup("").join(parts)

    return write


def _bar(reach: Reach, at: int, room: Box) -> Markup:
    _area, share, printed = reach.values[at]
    size = min(17.0, max(SMALLEST, 0.55 * room.height))
    bar_width, high = (
        0.26 * room.width if room.width > 300 else 0.5 * room.width,
        min(14.0, 0.5 * room.height),
    )
    top = room.y + (room.height - high) / 2
    filled = bar_width * min(max(share or 0.0, 0.0), 100.0) / 100
    ground = element("rect", x=room.x, y=top, width=bar_width, height=high, fill=FADED)
    bar = element("rect", x=room.x, y=top, width=filled, height=high, fill=INK)
    value = Box(room.x + bar_width + 10, room.y, wide("100,0 %", size, True), room.height)
    drawn = ground + bar + line(printed, value, size, bold=True)
    x = value.x + value.width + 8
    title = cut(f"{reach.title}, {reach.period}", room.x + room.width - x, size)
    return drawn + line(title, Box(x, room.y, room.width, room.height), size, GREY_TEXT)


def _gap(gap: str, room: Box) -> Markup:
    high = min(30.0, room.height - 6)
    top = room.y + (room.height - high) / 2
    frame = element("rect", x=room.x + 1, y=top, width=room.width - 2, height=high, fill=WHITE,
                    stroke=CONTEXT_STRONG, stroke_width=1.4, stroke_dasharray="5 4")  # fmt: skip
    words = gap if wide(gap, 16) <= room.width - 20 else _SHORT.get(gap, gap)
    return frame + line(words, Box(room.x + 10, top, room.width - 14, high), 16 if high > 22 else SMALLEST,
                        GREY_TEXT)  # fmt: skip


def _result(phase: Phase, at: int) -> Cell:
    def write(spot: Spot) -> Markup:
        room = spot.box
        if not phase.targets:
            return _gap(phase.result_gap, room)
        taken = min(room.width, 32.0 * max(4, len(phase.targets)))
        boxes = several(
            [row.cells[at].status for row in phase.targets], Box(room.x, room.y, taken, room.height)
        )
        left = Box(room.x + taken + 8, room.y, room.width - taken - 8, room.height)
        good = sum(row.cells[at].status in ("reached", "on_track") for row in phase.targets)
        words = f"{good} von {len(phase.targets)} erreicht oder auf Kurs"
        words = words if wide(words, 16.0) <= left.width else f"{good} von {len(phase.targets)}"
        return boxes + (line(words, left, 16.0, GREY_TEXT) if left.width > 60 else Markup(""))

    return write
