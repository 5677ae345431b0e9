"""From a problem to hidden cells: component by component, and what goes along with a hidden cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from dashboard.protect.audit import intervals
from dashboard.protect.component import Component, components
from dashboard.protect.problem import Cell, Interval, Key, Problem, Unprotectable
from dashboard.protect.suppress import suppress

#: Told after each component: how many are done, how many there are.
Told = Callable[[int, int], None]


def silent(done: int, total: int) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Protected:
    """Keys of the hidden cells, those among them that were small or delivered hidden, and the proof."""

    hidden: frozenset[Key]
    primary: frozenset[Key]
    intervals: tuple[Interval, ...]


def protect(problem: Problem, told: Told = silent, margin: float = 0.0) -> Protected:
    """Hide what has to be hidden, with little loss, and attack the result.

    ``margin``: how much wider than their range the intervals of counts are made. Where everything is
    counted in whole numbers so are their ends; elsewhere an attacker rounds them, and 1 makes up for it.
    The same problem gives the same result. Raises :class:`Unprotectable` with the tables in which
    an interval stays too narrow.
    """
    forced = {key for key, cell in problem.cells.items() if cell.state in ("primary", "given")}
    primary, hidden = frozenset(forced), set(forced)
    solved: dict[Key, tuple[frozenset[Key], frozenset[Key]]] = {}
    while True:
        forced |= _along(problem, hidden | forced)
        parts = components(_with(problem, forced))
        for number, part in enumerate(parts, start=1):
            _solve(part, forced, solved, margin)
            told(number, len(parts))
        hidden = {key for keys, _ in solved.values() for key in keys}
        if _along(problem, hidden) <= forced:
            break
    proof = tuple(found for part in parts for found in intervals(part, _flags(part, hidden)))
    _refuse(proof)
    return Protected(frozenset(hidden), primary, proof)


def _solve(
    part: Component,
    forced: Iterable[Key],
    solved: dict[Key, tuple[frozenset[Key], frozenset[Key]]],
    margin: float,
) -> None:
    """Solve a component, unless it was solved with the same cells forced."""
    first = part.cells[0].key
    wanted = frozenset(cell.key for cell in part.cells if cell.state != "open").intersection(forced)
    if first in solved and solved[first][1] == wanted:
        return
    flags = suppress(part, part.forced, margin)
    keys = (cell.key for cell, flag in zip(part.cells, flags, strict=True) if flag and cell.state != "free")
    solved[first] = (frozenset(keys), wanted)


def _along(problem: Problem, hidden: Iterable[Key]) -> set[Key]:
    """What has to be hidden because something else is, and so on."""
    found, open_ends = set[Key](), list(hidden)
    while open_ends:
        for key in problem.along.get(open_ends.pop(), ()):
            if key not in found:
                found.add(key)
                open_ends.append(key)
    return found


def _with(problem: Problem, forced: Iterable[Key]) -> Problem:
    cells = dict(problem.cells)
    for key in forced:
        cell = cells[key]
        if cell.state == "open":
            cells[key] = Cell(key, cell.value, "primary", cell.range, cell.loss, cell.lower, cell.upper)
    return Problem(cells, problem.sums, problem.along)


def _flags(part: Component, hidden: Iterable[Key]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    gone = frozenset(hidden)
    return np.array([cell.key in gone or cell.state == "free" for cell in part.cells])


def _refuse(proof: Iterable[Interval]) -> None:
    narrow = [(found.key[0], found.key[3]) for found in proof if not found.safe]
    if narrow:
        raise Unprotectable(narrow)
