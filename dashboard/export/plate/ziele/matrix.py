"""The matrix on a plate: targets by areas, a box each; in a small picture a bar per area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.answers.ziele.table_parts import Cell, Column, Matrix, MatrixRow
from dashboard.export.plate.canvas import Box, canvas
from dashboard.export.plate.fitting import SMALLEST, wide
from dashboard.export.plate.ledger import nothing
from dashboard.export.plate.lettering import line, wrapped
from dashboard.export.plate.parts import Block, Draw, Picture
from dashboard.export.plate.ziele.boxes import box, key_of
from dashboard.export.plate.ziele.matrix_slide import titles
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.svg import element, text
from dashboard.figures.theme import FADED, GREY_TEXT, HIGHLIGHT, LINE, PETROL
from dashboard.wording.units import NBSP

_EMPTY = "Zu dieser Auswahl gibt es kein Ziel."
_GOOD = ("reached", "on_track")
_SMALL = 640.0  # px: narrower ones count by area
_WIDE, _FEW = 1000.0, 8  # px, rows: a wide picture of more than a few has two columns
_LEAST = 16.8  # px: a row of one line
_LEAST_STEP = 23.0  # px from column to column
_LEADING, _AIR, _MOST_LINES = 1.05, 1.0, 3
_TALLEST = 46.0  # px: a row of one line where there is room to spare


def blocks(shown: Matrix) -> Iterator[Block]:
    """One picture."""
    if not shown.rows:
        yield Picture(nothing(_EMPTY), _EMPTY)
        return
    counted = "; ".join(f"{column.name} {total}" for column, total in _totals(shown))
    yield Picture(_drawn(shown), f"{shown.title}. Erreicht oder auf Kurs: {counted}.", shown.title)


def _totals(shown: Matrix) -> Iterator[tuple[Column, str]]:
    return zip(shown.columns, shown.totals, strict=True)


def _drawn(shown: Matrix) -> Draw:
    statuses = [cell.status for row in shown.rows for cell in row.cells]

    def draw(width: float, height: float) -> Markup:
        if width < _SMALL or height < 340:
            return canvas(width, height, *_bars(shown, width, height))
        over, top = key_of(statuses)(width)
        return canvas(width, height, over, *_halves(shown, Box(0, top, width, height - top)))

    return draw


def _halves(shown: Matrix, room: Box) -> Iterator[Markup]:
    """The targets in two columns as soon as there are more than fit below one another."""
    head = max(wide(column.name, SMALLEST, column.focused) for column in shown.columns) + 12
    named = list(zip(titles(shown), shown.rows, strict=True))
    narrow = room.width < _WIDE and (room.height - head) / len(named) >= _LEAST
    many = 1 if narrow or len(named) <= _FEW else 2
    each = -(-len(named) // many)
    gap = 36.0
    each_wide = (room.width - gap * (many - 1)) / many
    for at in range(many):
        part = named[at * each : (at + 1) * each]
        place = Box(room.x + at * (each_wide + gap), room.y, each_wide, room.height)
        yield from _half(part, shown.columns, place, head)


def _half(
    rows: Sequence[tuple[str, MatrixRow]], columns: Sequence[Column], room: Box, head: float
) -> Iterator[Markup]:
    step = min(34.0, max(_LEAST_STEP, 0.033 * room.width))
    left = room.x + room.width - step * len(columns)
    plan = planned([title for title, _row in rows], left - room.x - 10, room.height - head)
    for at, column in enumerate(columns):
        x = left + (at + 0.5) * step
        if column.focused:
            high = head + sum(plan.heights)
            yield element("rect", x=x - step / 2, y=room.y, width=step, height=high, fill=HIGHLIGHT)
        turned = f"translate({x + 5:.1f} {room.y + head - 8:.1f}) rotate(-90)"
        weight = 700 if column.focused else None
        yield element("text", column.name, font_size=SMALLEST, transform=turned, font_weight=weight, fill=INK)
    y, size = room.y + head, min(17.0, 0.72 * step, 0.72 * min(plan.heights))
    for lines, height, (_title, row) in zip(plan.lines, plan.heights, rows, strict=True):
        yield element("line", x1=room.x, x2=room.x + room.width, y1=y, y2=y, stroke=LINE, stroke_width=1)
        yield from _name(lines, plan.size, Box(room.x, y, left - room.x - 10, height))
        yield from (
            _cell(cell, left + (at + 0.5) * step, y + height / 2, size) for at, cell in enumerate(row.cells)
        )
        y += height


@dataclass(frozen=True, slots=True)
class Plan:
    """The titles by lines, the height of each row in px, and the type."""

    lines: tuple[tuple[str, ...], ...]
    heights: tuple[float, ...]
    size: float


def planned(titles: Sequence[str], width: float, height: float) -> Plan:
    """Titles in as many lines as they take, rows as high as these; cut off only where nothing else fits."""
    titles = [title.replace(" %", f"{NBSP}%") for title in titles]
    for size in (17.0, 16.0, SMALLEST):
        lines = tuple(tuple(wrapped(title, width, size, _MOST_LINES)) for title in titles)
        least = [_LEADING * size * len(each) + _AIR for each in lines]
        if sum(least) <= height:
            break
    while sum(least) > height and max(map(len, lines)) > 1:  # the longest names give way
        most = max(map(len, lines)) - 1
        lines = tuple(tuple(wrapped(title, width, size, most)) for title in titles)
        least = [_LEADING * size * len(each) + _AIR for each in lines]
    more = max(0.0, min((height - sum(least)) / len(titles), _TALLEST - min(least)))
    scale = min(1.0, height / sum(least))
    return Plan(lines, tuple(scale * one + more for one in least), size)


def _name(lines: Sequence[str], size: float, room: Box) -> Iterator[Markup]:
    top = room.y + (room.height - _LEADING * size * len(lines)) / 2
    for at, one in enumerate(lines):
        yield text(one, room.x, top + (at + 0.8) * _LEADING * size, size, fill=INK)


def _cell(cell: Cell, x: float, y: float, size: float) -> Markup:
    if cell.text == "x" and cell.status is None:
        return text("x", x, y + 5, SMALLEST, text_anchor="middle", fill=GREY_TEXT)
    return box(cell.status, x, y, size)


def _bars(shown: Matrix, width: float, height: float) -> Iterator[Markup]:
    """How many of the judged targets are reached or on track, by area."""
    size = SMALLEST + 1
    pitch = min(44.0, (height - 28) / len(shown.columns))
    names = max(wide(column.name, size, True) for column in shown.columns) + 10
    texts = max(wide(total, size, True) for total in shown.totals) + 12
    free = width - names - texts
    yield line("erreicht oder auf Kurs, von den bewerteten Zielen", Box(0, 0, width, 24), SMALLEST, GREY_TEXT)
    most = max(_judged(shown, at) for at in range(len(shown.columns))) or 1
    for at, (column, total) in enumerate(_totals(shown)):
        y = 28 + at * pitch
        high = min(18.0, 0.62 * pitch)
        top = y + (pitch - high) / 2
        good = sum(row.cells[at].status in _GOOD for row in shown.rows)
        whole, part = (count / most * free for count in (_judged(shown, at), good))
        yield line(column.name, Box(0, y, names, pitch), size, bold=column.focused)
        yield element(
            "rect", x=names, y=top, width=whole, height=high, fill=WHITE, stroke=FADED, stroke_width=2
        )
        yield element("rect", x=names, y=top, width=part, height=high, fill=PETROL)
        yield line(total, Box(0, y, width, pitch), size, anchor="end", bold=True)


def _judged(shown: Matrix, at: int) -> int:
    return sum(row.cells[at].status not in (None, "open") for row in shown.rows)
