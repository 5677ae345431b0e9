"""Areas row by row on a plate: columns of words around one column that is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from dashboard.export.plate.canvas import Box, canvas
from dashboard.export.plate.cells import AIR, Anchor, Cell, Spot, em, signed, small_of, words
from dashboard.export.plate.fitting import SMALLEST
from dashboard.figures.history.scene import width_of
from dashboard.figures.svg import Attribute, element
from dashboard.figures.theme import GREY_TEXT, HIGHLIGHT, LINE

__all__ = [
    "AIR",
    "LARGEST",
    "TALLEST",
    "Anchor",
    "Cell",
    "Column",
    "Grid",
    "Plan",
    "Row",
    "Spot",
    "em",
    "planned",
    "signed",
    "small_of",
    "words",
]

LARGEST, TALLEST = 21.0, 64.0  # px: type and row, where there is room to spare
_SHARE: Final = 0.45  # of a row's height is its type
_NAMES: Final = 0.42  # of the width is what names take at most
_EDGE: Final = 8.0  # px left and right of the columns, where the row in focus has its ground


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` of its cells in type sizes; 0 for a drawn one, which takes what the words leave.

    ``spare``: where there is no room for what is drawn, the highest numbers go first; 0 stays.
    """

    title: str
    width: float = 0.0
    anchor: Anchor = "start"
    head: Cell | None = None  # drawn instead of the title
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One cell per column. ``strong``: the city; ``focused``: the area in focus."""

    cells: tuple[Cell, ...]
    strong: bool = False
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns and rows. ``above``: what stands over them (a legend), by width: drawing and its height.

    ``wanted``: the share of the width that what is drawn should have.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    above: Callable[[float], tuple[Markup, float]] | None = None
    wanted: float = 0.4

    def draw(self, width: float, height: float) -> Markup:
        """The picture; rows are as high as the box allows, up to a limit."""
        over, top = self.above(width) if self.above else (Markup(""), 0.0)
        plan = planned(self.columns, width, self._size(height - top), self.wanted)
        head = 1.9 * plan.size if any(column.title or column.head for column in self.columns) else 0.0
        pitch = min(TALLEST, (height - top - head) / max(1, len(self.rows)))
        drawn = [over, *_heads(plan, Box(0, top, width, head))]
        for index, row in enumerate(self.rows):
            drawn += _row(row, plan, Box(0, top + head + index * pitch, width, pitch))
        return canvas(width, height, *drawn)

    def _size(self, height: float) -> float:
        pitch = min(TALLEST, height / (len(self.rows) + 1.5))
        return max(SMALLEST, min(LARGEST, _SHARE * pitch))


@dataclass(frozen=True, slots=True)
class Plan:
    """The type of the rows, and the columns there is room for with their places."""

    size: float
    columns: tuple[tuple[int, Column], ...]
    boxes: tuple[Box, ...]


def planned(columns: Sequence[Column], width: float, size: float, wanted: float) -> Plan:
    """What is drawn gets its share of the width: spare columns go, type shrinks, more columns go."""
    every = list(enumerate(columns))
    for least, smallest in ((2, size), (1, SMALLEST)):
        while size > smallest and _drawn(every, width, size) < wanted * width:
            size = max(smallest, size - 0.5)
        while _drawn(every, width, size) < wanted * width:
            spare = [each for each in every if each[1].spare >= least]
            if not spare:
                break
            every.remove(max(spare, key=lambda each: (each[1].spare, each[0])))
    return Plan(size, tuple(every), tuple(_across(every, width, size)))


def _heads(plan: Plan, line: Box) -> list[Markup]:
    found = []
    for (_index, column), box in zip(plan.columns, plan.boxes, strict=True):
        place = Box(box.x, line.y, box.width, line.height)
        write = column.head or words(column.title, column.anchor, colour=GREY_TEXT, small=True)
        found.append(write(Spot(place, plan.size, strong=False)))
    return found


def _wide(column: Column, width: float, size: float) -> float:
    """Of a column of words: its cells or its title; names never take more than their share."""
    wanted = max(column.width * size, width_of(column.title, small_of(size)))
    return min(wanted, _NAMES * width) if column.anchor == "start" else wanted


def _drawn(every: Sequence[tuple[int, Column]], width: float, size: float) -> float:
    """The width that is left for what is drawn."""
    taken = sum(_wide(column, width, size) for _index, column in every if column.width)
    return width - taken - AIR * (len(every) - 1) - 2 * _EDGE


def _across(every: Sequence[tuple[int, Column]], width: float, size: float) -> list[Box]:
    """Left edge and width of each column; those that are drawn share what the words leave."""
    drawn = sum(not column.width for _index, column in every)
    free = max(0.0, _drawn(every, width, size)) / max(1, drawn)
    x, found = _EDGE, []
    for _index, column in every:
        wide = _wide(column, width, size) if column.width else free
        found.append(Box(x, 0, wide, 0))
        x += wide + AIR
    return found


def _row(row: Row, plan: Plan, line: Box) -> list[Markup]:
    drawn = []
    if row.focused:
        ground: dict[str, Attribute] = {"width": line.width, "height": line.height, "fill": HIGHLIGHT}
        drawn.append(element("rect", x=line.x, y=line.y, **ground))
    ends: dict[str, Attribute] = {"x1": line.x, "x2": line.x + line.width}
    drawn.append(element("line", **ends, y1=line.y, y2=line.y, stroke=LINE, stroke_width=1))
    for (index, _column), box in zip(plan.columns, plan.boxes, strict=True):
        place = Box(box.x, line.y, box.width, line.height)
        drawn.append(row.cells[index](Spot(place, plan.size, row.strong or row.focused)))
    return drawn
