"""What somebody can compute who knows everything published: two linear programs for each hidden cell.

Everything is written as a deviation from the true values: what is shown does not deviate, sums of
deviations are zero, and a hidden cell deviates within what everybody knows beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dashboard.protect.component import Component, Flags
from dashboard.protect.linear import Floats, Program
from dashboard.protect.problem import TOLERANCE, Unprotectable

_CORNERS = 3


@dataclass(frozen=True, slots=True)
class End:
    """One end of an attacker's interval.

    ``reach`` is how far the cell can deviate, ``point`` the deviations of all cells at that end.
    ``price``: whatever is hidden, the cell reaches at most as far as the prices of the hidden cells
    add up to (weak duality; Fischetti and Salazar-González 2001).
    """

    reach: float
    point: Floats
    price: Floats


class Attack:
    """Everything somebody can compute of one component with these cells hidden."""

    def __init__(self, component: Component, hidden: Flags) -> None:
        self._component = component
        self._where = where = np.flatnonzero(hidden)
        matrix = component.dense[:, where]
        sums = np.zeros(len(matrix))
        self._program = Program(matrix, sums, -component.down[where], component.up[where])

    def end(self, cell: int, sign: int) -> End:
        """How far ``cell`` can lie above (``sign`` 1) or below (−1) its true value."""
        goal = np.zeros(len(self._component.cells))
        goal[cell] = -sign
        reach, point, dual = self.furthest(goal)
        return End(reach, point, _price(self._component, cell, sign, dual))

    def furthest(self, goal: Floats) -> tuple[float, Floats, Floats]:
        """Smallest ``goal`` over all deviations: its negative, the deviations, and the duals of the sums."""
        solved = self._program.smallest(goal[self._where])
        if solved is None:
            raise Unprotectable((cell.key[0], cell.key[3]) for cell in self._component.cells)
        point = np.zeros(len(goal))
        point[self._where] = solved.point
        return -solved.goal, point, solved.dual


def _price(component: Component, cell: int, sign: int, dual: Floats) -> Floats:
    reduced = -(dual @ component.dense)
    reduced[cell] -= sign
    return np.asarray(np.maximum(reduced, 0.0) * component.down + np.maximum(-reduced, 0.0) * component.up)


@dataclass(frozen=True, slots=True)
class Breach:
    """A hidden cell whose interval is too narrow. ``price``: see :class:`End`, of both ends together."""

    cell: int
    width: float
    price: Floats


def breaches(
    component: Component, hidden: Flags, ranges: Floats, most: int | None = None
) -> Iterator[Breach]:
    """Hidden cells with an interval narrower than their range, by cell: all, or the first ``most``.

    A point that fits everything published serves all cells at once: a cell for which two known
    points lie far enough apart needs no program of its own.
    """
    attack = Attack(component, hidden)
    low, high = _spread(attack, hidden, ranges)
    found = 0
    for cell in np.flatnonzero(hidden & (ranges > 0)):
        enough = ranges[cell] * (1 - TOLERANCE)
        ends: list[End] = []
        for sign in (1, -1):
            if high[cell] - low[cell] >= enough:
                break
            ends.append(attack.end(int(cell), sign))
            np.minimum(low, ends[-1].point, out=low)
            np.maximum(high, ends[-1].point, out=high)
        if high[cell] - low[cell] < enough:
            yield Breach(int(cell), float(high[cell] - low[cell]), ends[0].price + ends[1].price)
            found += 1
        if found == most:
            return


def _spread(attack: Attack, hidden: Flags, ranges: Floats) -> tuple[Floats, Floats]:
    """Lowest and highest deviations among some corners of what fits everything published."""
    low, high = np.zeros(len(hidden)), np.zeros(len(hidden))
    signs = np.random.default_rng(0)  # any directions do; the same each time keeps the result the same
    for _ in range(_CORNERS):
        goal = np.where(hidden & (ranges > high - low), signs.choice((-1.0, 1.0), len(hidden)), 0.0)
        if not goal.any():
            break
        for direction in (goal, -goal):
            _, point, _ = attack.furthest(direction)
            np.minimum(low, point, out=low)
            np.maximum(high, point, out=high)
    return low, high


def attainable(component: Component, ranges: Floats) -> Floats:
    """The ranges, or what public knowledge leaves of them even if the whole component is hidden."""
    found = ranges.copy()
    for breach in breaches(component, np.ones(len(ranges), dtype=np.bool_), ranges):
        found[breach.cell] = breach.width if breach.width > TOLERANCE else 0.0
    return found
