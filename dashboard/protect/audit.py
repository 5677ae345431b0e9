"""The proof: what is published is attacked once more, cell by cell, in the numbers as they are printed.

Independent of how the hidden cells were found: unknowns are the hidden cells themselves, what is
shown stands on the right side, and both ends of every interval are computed.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from dashboard.protect.attack import Attack
from dashboard.protect.component import Component, Flags
from dashboard.protect.linear import Floats, Program
from dashboard.protect.problem import TOLERANCE, Cell, Interval, Unprotectable

_Places = NDArray[np.int64]


def intervals(component: Component, hidden: Flags) -> Iterator[Interval]:
    """The attacker's interval of every hidden cell that has a protection range."""
    for where in _blocks(component, hidden):
        true = component.values[where]
        lower, upper = true - component.down[where], true + component.up[where]
        program = Program(*_system(component, where), lower, upper)
        for place, cell in enumerate(where):
            if component.cells[cell].range <= 0:
                continue
            ends = [_end(program, len(where), place, sign) for sign in (1, -1)]
            if any(np.isnan(ends)):
                raise Unprotectable([(component.cells[cell].key[0], component.cells[cell].key[3])])
            yield _interval(component, int(cell), *_whole(component.cells[cell], *ends))


def _blocks(component: Component, hidden: Flags) -> list[_Places]:
    """Hidden cells that are linked by sums once everything shown is known."""
    where = np.flatnonzero(hidden)
    part = component.matrix[:, where]
    count, label = connected_components(abs(part).T @ abs(part), directed=False)
    return [where[label == number] for number in range(count)]


def _system(component: Component, where: _Places) -> tuple[Floats, Floats]:
    """Sums over unknown cells, and what everything shown makes of their right sides."""
    part = component.dense[:, where]
    part = part[part.any(axis=1)]
    return part, np.asarray(part @ component.values[where])


def _end(program: Program, count: int, place: int, sign: int) -> float:
    goal = np.zeros(count)
    goal[place] = sign
    solved = program.smallest(goal)
    return float("nan") if solved is None else sign * solved.goal


def _whole(cell: Cell, lowest: float, highest: float) -> tuple[float, float]:
    """People are counted: an end between two whole numbers is none that an attacker believes."""
    if cell.key[4] == "e":
        return lowest, highest
    return float(np.ceil(lowest - TOLERANCE)), float(np.floor(highest + TOLERANCE))


def _interval(component: Component, cell: int, lowest: float, highest: float) -> Interval:
    found = Interval(component.cells[cell].key, lowest, highest, component.cells[cell].range)
    if found.safe:
        return found
    everything = np.ones(len(component.cells), dtype=np.bool_)
    attack = Attack(component, everything)
    left = sum(attack.end(cell, sign).reach for sign in (1, -1))
    return Interval(found.key, lowest, highest, min(found.needed, left))
