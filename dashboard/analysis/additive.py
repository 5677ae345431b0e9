"""Printed figures that add up: whole steps (of cents, say 100 Tsd. €) by largest remainder.

Everything is whole numbers: no binary fraction decides about a step.
"""

from __future__ import annotations

from collections.abc import Sequence


def steps(amount: int, size: int) -> int:
    """``amount`` in whole steps of ``size``, rounded half away from zero."""
    whole, rest = divmod(abs(amount), size)
    rounded = whole + (2 * rest >= size)
    return -rounded if amount < 0 else rounded


def printed_parts(parts: Sequence[int], size: int, total: int | None = None) -> list[int]:
    """Each part in steps of ``size``; they sum to ``total`` steps (without one: of their rounded sum).

    Every part is rounded down, what is missing goes to the largest remainders, ties to the first.
    """
    whole = [part // size for part in parts]
    missing = (steps(sum(parts), size) if total is None else total) - sum(whole)
    order = sorted(range(len(parts)), key=lambda index: (-(parts[index] % size), index))
    return [each + _extra(missing, len(parts), order.index(index)) for index, each in enumerate(whole)]


def printed_table(cells: Sequence[Sequence[int]], size: int, total: int | None = None) -> list[list[int]]:
    """A table of steps whose rows and columns sum to printed margins, and these to the same total.

    The margins are the exact sums, each printed by :func:`printed_parts`; a cell differs from its exact
    value by little more than a step.
    """
    of_rows = printed_parts([sum(row) for row in cells], size, total)
    of_columns = printed_parts([sum(column) for column in zip(*cells, strict=True)], size, sum(of_rows))
    table = [[cell // size for cell in row] for row in cells]
    rests = [[cell % size for cell in row] for row in cells]
    rows = [wanted - sum(row) for wanted, row in zip(of_rows, table, strict=True)]
    columns = [
        wanted - sum(column) for wanted, column in zip(of_columns, zip(*table, strict=True), strict=True)
    ]
    _settle(table, rests, rows, columns)
    return table


def _extra(missing: int, parts: int, rank: int) -> int:
    """How many of the missing steps the part of this rank gets."""
    each, rest = divmod(missing, parts)
    return each + (rank < rest)


def _settle(table: list[list[int]], rests: list[list[int]], rows: list[int], columns: list[int]) -> None:
    """Give single steps to cells, largest remainders first, until every row and column has its sum."""
    while any(rows) or any(columns):
        down = min(min(rows), min(columns)) < 0
        step = -1 if down else 1
        row = _neediest(rows, step)
        column = max(
            range(len(columns)),
            key=lambda index: (step * columns[index] > 0, step * rests[row][index], -index),
        )
        if step * rows[row] <= 0:  # only columns are left to lower: any row pays, and gets it back later
            column = _neediest(columns, step)
        table[row][column] += step
        rests[row][column] -= step * (1 << 62)
        rows[row] -= step
        columns[column] -= step


def _neediest(margins: list[int], step: int) -> int:
    return max(range(len(margins)), key=lambda index: (step * margins[index], -index))
