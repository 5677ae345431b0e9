"""Convergence on a plate: spreads from the first to the last period, and the chosen one over time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from dashboard.answers.ziele.spread_parts import Approach, Focus, SpreadGroup, SpreadRow
from dashboard.display import BreakMark
from dashboard.export.plate.cells import Cell, Spot
from dashboard.export.plate.fitting import scene_of
from dashboard.export.plate.grid import Column
from dashboard.export.plate.ledger import Ledger, by_width, nothing
from dashboard.export.plate.lettering import said
from dashboard.export.plate.parts import Block, Chart, Course, Draw, Picture
from dashboard.figures.contrast import WHITE
from dashboard.figures.convergence_overview import COLOUR, scale_end
from dashboard.figures.history.scene import Scene, Size
from dashboard.figures.spread_chart import spread_scene
from dashboard.figures.svg import element, text
from dashboard.figures.theme import GREY_TEXT, LINE, ORANGE_TEXT, PETROL
from dashboard.figures.ticks import ticks
from dashboard.model import ConvergenceLabel

_EMPTY = "Es gibt keine Kennzahl, deren Annäherung geprüft werden kann."
_ORDER: dict[ConvergenceLabel, int] = {"converging": 0, "diverging": 1, "not_shown": 2, "not_computable": 3}
_WORDS: dict[ConvergenceLabel, str] = {
    "converging": "Annäherung",
    "diverging": "auseinander",
    "not_shown": "kein Nachweis",
    "not_computable": "nicht berechenbar",
}
_TEXT: dict[ConvergenceLabel, str] = {"converging": PETROL, "diverging": ORANGE_TEXT}
_MOST = 12  # categories of the chart


def blocks(shown: Approach) -> Iterator[Block]:
    """The tested indicators by result, and the large picture of the view."""
    rows = list(ordered(shown))
    if not rows:
        yield Picture(nothing(_EMPTY), _EMPTY)
        return
    alt = "; ".join(f"{row.title}: {row.word}, {row.first_text} → {row.last_text}" for _group, row in rows)
    yield Picture(_overview(shown), f"Streuung zuerst und zuletzt. {alt}.",
                  "Streuung der Räume: zuerst (Ring) und zuletzt (Punkt)", 1.15)  # fmt: skip
    if shown.focus is not None:
        focus = shown.focus
        yield Picture(partial(scene_of, partial(_scene, focus)), f"{focus.title}. {focus.description}",
                      focus.title, 0.85)  # fmt: skip


def ordered(shown: Approach) -> Iterator[tuple[SpreadGroup, SpreadRow]]:
    """Every indicator with its group: proven results first, those of the common unit before others."""
    pairs = [(group, row) for group in shown.groups for row in group.rows]
    return iter(sorted(pairs, key=lambda pair: _ORDER[pair[1].label]))


def chart(shown: Approach) -> Chart:
    """First and last spread (columns ``streuung_zuerst``, ``streuung_zuletzt`` of the files) in points."""
    group = next(iter(shown.groups), None)
    rows = list(group.rows)[:_MOST] if group else []
    courses = (
        Course("Streuung zuerst", tuple(row.first for row in rows)),
        Course("Streuung zuletzt", tuple(row.last for row in rows), focused=True),
    )
    title = group.title if group else "Streuung"
    return Chart("bars", title, tuple(f"{row.title}: {row.word}" for row in rows), courses,
                 group.unit if group else "", 1)  # fmt: skip


def _scene(focus: Focus, size: Size) -> Scene:
    breaks = tuple(BreakMark(year, reason) for year, reason in focus.breaks)
    return spread_scene(focus.points, breaks=breaks, unit_label=focus.unit, narrow=False, size=size)


def _overview(shown: Approach) -> Draw:
    first = shown.groups[0]
    columns = {
        "name": Column("Kennzahl", 13.5),
        "ends": Column("von → bis", 6.4, "end"),
        "scale": Column(f"Streuung in {first.unit}n", 0.0, head=_axis(first)),
        "word": Column("Ergebnis", 12.8),
    }
    rows = list(ordered(shown))
    focused = next((at for at, (_group, row) in enumerate(rows) if row.focused), None)
    return Ledger(
        columns,
        tuple(_cells(row, group, group is first) for group, row in rows),
        by_width((600, ("name", "scale", "ends", "word")), (0, ("name", "scale"))),
        rest="Kennzahlen",
        focused=focused,
    ).draw


def _cells(row: SpreadRow, group: SpreadGroup, common: bool) -> dict[str, Cell]:
    name = row.title if common else f"{row.title} (eigene Skala)"
    return {
        "name": said(name, below=row.period),
        "scale": _dumbbell(row, group),
        "ends": said(f"{row.first_text} → {row.last_text}", "end", colour=GREY_TEXT),
        "word": said(f"{_WORDS[row.label]}, {row.p}".strip(", "), colour=_TEXT.get(row.label, GREY_TEXT)),
    }


def _axis(group: SpreadGroup) -> Cell:
    end = scale_end(group.top)

    def write(spot: Spot) -> Markup:
        room = spot.box
        base = room.y + room.height / 2 + 5
        marks = [
            text(tick.text, _x(tick.value, end, spot), base, 15, text_anchor="middle", fill=GREY_TEXT)
            for tick in ticks((0.0, end), 4)
        ]
        return Markup("").join(marks)

    return write


def _dumbbell(row: SpreadRow, group: SpreadGroup) -> Cell:
    end, colour = scale_end(group.top), COLOUR[row.label]

    def write(spot: Spot) -> Markup:
        room = spot.box
        y, radius = room.y + room.height / 2, min(8.0, 0.24 * room.height)
        first, last = (_x(value, end, spot) for value in (row.first, row.last))
        lines = [
            element("line", x1=x, x2=x, y1=room.y, y2=room.y + room.height, stroke=LINE, stroke_width=1)
            for x in (_x(tick.value, end, spot) for tick in ticks((0.0, end), 4))
        ]
        rod = element("line", x1=first, x2=last, y1=y, y2=y, stroke=colour, stroke_width=3)
        ring = element("circle", cx=first, cy=y, r=radius, fill=WHITE, stroke=colour, stroke_width=2.4)
        dot = element("circle", cx=last, cy=y, r=radius + 0.6, fill=colour)
        return Markup("").join([*lines, rod, ring, dot])

    return write


def _x(value: float, end: float, spot: Spot) -> float:
    return spot.box.x + 12 + min(value / end, 1.0) * (spot.box.width - 24)
