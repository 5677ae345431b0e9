"""The hidden public cells that single facilities could give away, with all that hangs on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from dashboard.protect.problem import Cell, Key, Problem, Sum


def around(
    problem: Problem, hidden: Collection[Key], reached: Iterable[Key]
) -> tuple[dict[Key, Cell], list[Sum]]:
    """Public cells that nobody is shown and that are linked to ``reached`` by sums, and these sums.

    Hidden ones are given. What is shown is a known remainder of its sums and left out of them, except
    where we do not know a hidden value ourselves: it is worked out from what is shown.
    """
    loose = {key for key, cell in problem.cells.items() if key in hidden or cell.state == "free"}
    met, rows = _linked(problem.sums, loose, reached)
    cells = {key: _given(problem.cells[key]) for key in met}
    whole = any(cell.value is None for cell in cells.values())
    if not whole:
        return cells, [only(problem.sums[row], loose.__contains__) for row in sorted(rows)]
    sums = [problem.sums[row] for row in sorted(rows)]
    shown = {key for each in sums for key in (*each.parts, *each.totals)} - loose
    return cells | {key: _fixed(problem.cells[key]) for key in shown}, sums


def _linked(sums: Iterable[Sum], loose: Collection[Key], start: Iterable[Key]) -> tuple[set[Key], set[int]]:
    where: dict[Key, list[tuple[int, list[Key]]]] = defaultdict(list)
    for row, each in enumerate(sums):
        inside = [key for key in (*each.parts, *each.totals) if key in loose]
        for key in inside:
            where[key].append((row, inside))
    waiting, met, rows = [key for key in start if key in loose], set[Key](), set[int]()
    while waiting:
        key = waiting.pop()
        if key not in met:
            met.add(key)
            rows.update(row for row, _ in where[key])
            waiting += [other for _, inside in where[key] for other in inside if other not in met]
    return met, rows


def _given(cell: Cell) -> Cell:
    return cell if cell.state == "free" else replace(cell, state="given")


def _fixed(cell: Cell) -> Cell:
    """A shown figure as a cell that cannot deviate."""
    value = cell.value or 0.0
    return Cell(cell.key, value, "free", loss=0.0, lower=value, upper=value)


def only(each: Sum, wanted: Callable[[Key], bool]) -> Sum:
    """The sum without its other cells, which are known."""
    return Sum(tuple(filter(wanted, each.parts)), tuple(filter(wanted, each.totals)))
