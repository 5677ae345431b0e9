"""Judged cells on a slide: a table that can be edited, in two halves if need be, and the chart beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.export.plate.heat import HeatMap, HeatRow
from dashboard.export.slides.arrangement import Box, height_of, width_of
from dashboard.export.slides.heat_table import SIDE, UPPER, HeatTable, add_cells, add_key
from dashboard.export.slides.paint import paragraph, text_box
from dashboard.export.slides.words import one_line
from dashboard.figures import theme

_SIZES: Final = (12.0, 11.0, 10.0, 9.0)  # of one table, which leaves room for a chart
_SMALL: Final = (11.0, 10.0, 9.0, 8.5, 8.0)  # of two tables side by side
_HEAD, _KEY, _NOTE = 0.32, 0.3, 0.2
_ONE, _GAP = 0.52, 0.3  # share of the width that one table has beside the chart
_NARROWEST, _WIDEST = 2.0, 0.4  # in type sizes and inches: a column of cells


@dataclass(frozen=True, slots=True)
class Plan:
    """The tables with their boxes, the type, what is left out, and the room for a chart."""

    tables: tuple[tuple[tuple[HeatRow, ...], Box], ...]
    size: float
    left_out: int
    chart: Box | None


def add_heat(slide: Any, heat: HeatMap, box: Box, *, charted: bool) -> Box | None:
    """Title, tables and key in the box; where a chart would have room, if one is wanted."""
    head = text_box(slide, Box(box.left, box.top, box.width, _HEAD), "Tabellentitel")
    paragraph(head, one_line(heat.title), 13, bold=True)
    room, key = box.below(box.top + _HEAD).cut(_KEY)
    found = planned(heat, room, charted=charted)
    for number, (rows, place) in enumerate(found.tables, start=1):
        widths = _widths(heat, place.width, found.size)
        add_cells(slide, HeatTable(replace(heat, rows=rows), place, found.size, widths, number))
    if found.left_out:
        words = f"und {found.left_out} weitere {heat.rest} in der Ansicht".replace("  ", " ")
        note = text_box(slide, room.cut(_NOTE)[1], "Weitere Zeilen")
        paragraph(note, words, 10, colour=theme.GREY_TEXT)
    add_key(slide, heat.words, key)
    return found.chart


def planned(heat: HeatMap, box: Box, *, charted: bool) -> Plan:
    """One table beside the chart if it can be read there, else two in smaller type, else the first rows."""
    left, right = box.columns((_ONE, 1 - _ONE), _GAP) if charted else (box, None)
    for size in _SIZES:
        if _height(heat, heat.rows, left.width, size) <= left.height:
            return Plan(((heat.rows, left),), size, 0, right)
    for size in _SMALL:
        halves = _halved(heat, heat.rows, box, size)
        if halves:
            return Plan(halves, size, 0, None)
    room, size = box.cut(_NOTE)[0], _SMALL[-1]
    kept = list(heat.rows)
    while len(kept) > 1 and not _halved(heat, kept, room, size):
        kept.remove(next((row for row in reversed(kept) if not row.first), kept[-1]))
    halves = _halved(heat, kept, room, size) or ((tuple(kept), room),)
    return Plan(halves, size, len(heat.rows) - len(kept), None)


def _halved(
    heat: HeatMap, rows: Sequence[HeatRow], box: Box, size: float
) -> tuple[tuple[tuple[HeatRow, ...], Box], ...]:
    """Two tables of about the same height; none if one of them is too high."""
    left, right = box.columns((1, 1), _GAP)
    for middle in range(len(rows) // 2, len(rows)):
        parts = ((tuple(rows[:middle]), left), (tuple(rows[middle:]), right))
        heights = [_height(heat, part, place.width, size) for part, place in parts]
        if heights[0] > box.height:
            return ()
        if heights[1] <= box.height:
            return tuple((part, place) for part, place in parts if part)
    return ()


def _height(heat: HeatMap, rows: Sequence[HeatRow], width: float, size: float) -> float:
    titles = _widths(heat, width, size)[0] - 2 * SIDE
    lines = sum(height_of(one_line(row.title), titles, size) + 2 * UPPER for row in rows)
    return head_height(heat, size) + lines


def head_height(heat: HeatMap, size: float) -> float:
    """Inches of the head, whose names stand upright."""
    longest = max((width_of(one_line(name), size, bold=True) for name in heat.columns), default=0.0)
    return longest + 4 * UPPER


def _widths(heat: HeatMap, width: float, size: float) -> tuple[float, ...]:
    """Inches of the titles and of every column."""
    cell = min(_WIDEST, max(_NARROWEST * size / 72, 0.04 * width))
    return (width - cell * len(heat.columns), *(cell for _name in heat.columns))
