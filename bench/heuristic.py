"""The plain rule that protected tables are measured against: row by row, column by column, no attack.

As long as a sum has exactly one hidden cell, or hidden cells that add up to a small number, the
smallest shown cell of that sum is hidden too. It proves nothing.
"""

from __future__ import annotations

from dashboard.protect.problem import Key, Problem, Sum


def plain(problem: Problem) -> frozenset[Key]:
    """The hidden cells by the plain rule; cells of public or unknown value are left alone."""
    hidden = {key for key, cell in problem.cells.items() if cell.state in ("primary", "given")}
    while more := {key for each in problem.sums if (key := _next(each, hidden, problem)) is not None}:
        hidden.add(min(more, key=lambda key: (problem.cells[key].loss, key)))
    return frozenset(hidden)


def _next(each: Sum, hidden: set[Key], problem: Problem) -> Key | None:
    """The cell that has to be hidden in a sum next; ``None`` if the plain rule is content."""
    keys = (*each.parts, *each.totals)
    gone = [key for key in keys if key in hidden]
    shown = [key for key in keys if key not in hidden and problem.cells[key].state == "open"]
    if not gone or not shown or not _open(each, gone, hidden, problem):
        return None
    return min(shown, key=lambda key: (problem.cells[key].loss, key))


def _open(each: Sum, gone: list[Key], hidden: set[Key], problem: Problem) -> bool:
    need = max(problem.cells[key].range for key in gone)
    if len(gone) == 1:
        return need > 0
    if hidden.intersection(each.totals):
        return False
    return sum(problem.cells[key].value or 0.0 for key in gone) < need
