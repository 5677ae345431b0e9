"""The matrix on a plate: targets by areas, a box each; in a small picture a bar per area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dashboard.answers.ziele.table_parts import Cell, Column, Matrix, MatrixRow
from dashboard.export.plate.canvas import Box, canvas
from dashboard.export.plate.fitting import SMALLEST, cut, wide
from dashboard.export.plate.ledger import nothing
from dashboard.export.plate.lettering import line, wrapped
from dashboard.export.plate.parts import Block, Chart, Course, Draw, Picture
from dashboard.export.plate.words import with_period
from dashboard.export.plate.ziele.boxes import box, key_of
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.svg import element, text
from dashboard.figures.theme import FADED, GREY_TEXT, HIGHLIGHT, LINE, PETROL
from dashboard.model import CITY

_EMPTY = "Zu dieser Auswahl gibt es kein Ziel."
_GOOD = ("reached", "on_track")
_SMALL = 640.0  # px: narrower ones count by area
_MOST = 12  # categories of the chart


def blocks(shown: Matrix) -> Iterator[Block]:
    """One picture."""
    if not shown.rows:
        yield Picture(nothing(_EMPTY), _EMPTY)
        return
    counted = "; ".join(f"{column.name} {total}" for column, total in _totals(shown))
    yield Picture(_drawn(shown), f"{shown.title}. Erreicht oder auf Kurs: {counted}.", shown.title)


def chart(shown: Matrix) -> Chart:
    """With an area in focus: its values beside the city's, of the targets in per cent; without one the
    values of all areas for the first such target. Values are the column ``wert`` of the files."""
    rows = [
        row for row in shown.rows if row.unit == "%" and any(cell.value is not None for cell in row.cells)
    ]
    focus = next((column for column in shown.columns if column.focused and column.area != CITY), None)
    if focus is not None:
        return _of_area(rows[:_MOST], focus, shown)
    many = [row for row in rows if sum(cell.value is not None for cell in row.cells) > 1] or rows
    row = next(iter(many), None)
    names = tuple(cell.name for cell in row.cells) if row else ()
    values = tuple(cell.value for cell in row.cells) if row else ()
    course = Course(row.goal if row else "Wert", values)
    title, decimals = (row.title, row.decimals) if row else (shown.title, 1)
    city = next((column.name for column in shown.columns if column.area == CITY), "")
    return Chart("bars", title, names, (course,), "%", decimals, city=city if city in names else "")


def _of_area(rows: Sequence[MatrixRow], focus: Column, shown: Matrix) -> Chart:
    place = next(at for at, column in enumerate(shown.columns) if column is focus)
    city, own = (tuple(row.cells[at].value for row in rows) for at in (0, place))
    courses = (Course(focus.name, own, focused=True), Course(shown.columns[0].name, city, city=True))
    names = tuple(with_period(row.title, row.cells[place].period) for row in rows)
    return Chart("bars", f"{focus.name} und Stadt: beurteilte Werte", names, courses, "%", 1)


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
    many = 2 if len(shown.rows) > 8 else 1
    each = -(-len(shown.rows) // many)
    gap = 36.0
    each_wide = (room.width - gap * (many - 1)) / many
    for at in range(many):
        part = shown.rows[at * each : (at + 1) * each]
        place = Box(room.x + at * (each_wide + gap), room.y, each_wide, room.height)
        yield from _half(part, shown.columns, place, head, min(46.0, (room.height - head) / each))


def _half(
    rows: Sequence[MatrixRow], columns: Sequence[Column], room: Box, head: float, pitch: float
) -> Iterator[Markup]:
    step = min(34.0, max(23.0, 0.052 * room.width))
    left = room.x + room.width - step * len(columns)
    bottom = room.y + head + pitch * len(rows)
    for at, column in enumerate(columns):
        x = left + (at + 0.5) * step
        if column.focused:
            yield element(
                "rect", x=x - step / 2, y=room.y, width=step, height=bottom - room.y, fill=HIGHLIGHT
            )
        turned = f"translate({x + 5:.1f} {room.y + head - 8:.1f}) rotate(-90)"
        weight = 700 if column.focused else None
        yield element("text", column.name, font_size=SMALLEST, transform=turned, font_weight=weight, fill=INK)
    for place, row in enumerate(rows):
        y = room.y + head + place * pitch
        yield element("line", x1=room.x, x2=room.x + room.width, y1=y, y2=y, stroke=LINE, stroke_width=1)
        yield from _name(row, Box(room.x, y, left - room.x - 10, pitch))
        size = min(17.0, 0.72 * step, 0.72 * pitch)
        yield from (
            _cell(cell, left + (at + 0.5) * step, y + pitch / 2, size) for at, cell in enumerate(row.cells)
        )


def _name(row: MatrixRow, room: Box) -> Iterator[Markup]:
    """In two lines where the row is high enough, so that little is cut off."""
    size = max(SMALLEST, min(17.0, 0.45 * room.height))
    lines = wrapped(row.title, room.width, size) if room.height >= 2.1 * size else [row.title]
    top = room.y + (room.height - 1.12 * size * len(lines)) / 2
    for at, one in enumerate(lines):
        yield text(cut(one, room.width, size), room.x, top + (at + 0.82) * 1.12 * size, size, fill=INK)


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
