"""Where each panel stands: the places of the areas in the city, or a plain grid of fewer columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.display import Series

PLACES = 3  # rows and columns in which the city's areas are arranged


@dataclass(frozen=True, slots=True)
class Cell:
    """One panel: its series, row and column from 0."""

    series: Series
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """All panels; ``rows`` × ``columns`` places, some of them empty."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int

    def is_leftmost(self, cell: Cell) -> bool:
        """Whether no panel of the row stands further left: this one carries the scale."""
        return all(cell.column <= other.column for other in self.cells if other.row == cell.row)

    def is_lowest(self, cell: Cell) -> bool:
        """Whether no panel of the column stands further down: this one carries the years."""
        return all(cell.row >= other.row for other in self.cells if other.column == cell.column)


def grid(series: Sequence[Series], columns: int = PLACES) -> Grid:
    """As the areas lie in the city when all have a place and there are three columns."""
    cells = placed(series) if columns == PLACES else ()
    if len({(cell.row, cell.column) for cell in cells}) < len(series):
        cells = in_order(series, columns)
    rows = max((cell.row for cell in cells), default=-1) + 1
    return Grid(cells, rows, columns)


def placed(series: Sequence[Series]) -> tuple[Cell, ...]:
    """Cells at the areas' own places, counted from 1 (or from 0 where a 0 occurs); else nothing."""
    known = [(each, each.row, each.column) for each in series]
    places = [(each, row, column) for each, row, column in known if row is not None and column is not None]
    first = 0 if any(0 in (row, column) for _, row, column in places) else 1
    cells = tuple(Cell(each, row - first, column - first) for each, row, column in places)
    fits = all(cell.row >= 0 and 0 <= cell.column < PLACES for cell in cells)
    return cells if fits and len(cells) == len(series) else ()


def in_order(series: Sequence[Series], columns: int) -> tuple[Cell, ...]:
    """One after the other in reading order of their places."""
    ordered = sorted(series, key=lambda each: (each.row or 0, each.column or 0))
    return tuple(Cell(each, index // columns, index % columns) for index, each in enumerate(ordered))
