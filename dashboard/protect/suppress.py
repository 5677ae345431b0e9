"""Which cells to hide beside the small ones: integer programming, attacked until nothing gives way.

The program chooses the hidden cells with the least loss that satisfy all inequalities known so
far; the attack finds cells whose interval is still too narrow and turns each into an inequality
(the dual of the attacker's program); and again. Method: Fischetti and Salazar-González, "Solving
the cell suppression problem on tabular data with linear constraints", Management Science 47 (2001).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from dashboard.protect.attack import Breach, attainable, breaches
from dashboard.protect.component import Component, Flags
from dashboard.protect.linear import Floats
from dashboard.protect.problem import TOLERANCE, Unprotectable

_ROUNDS = 400
_FREE = 20  # from then on nothing that was hidden is shown again: hard tables come to an end
_NODES = 200  # a limit in steps, not in seconds: the same input gives the same result
_PER_ROUND = 12  # inequalities added before the program is solved again
_TIE = 1e-7  # per place in the order of keys: equal losses are decided by the key, not by chance


@dataclass(slots=True)
class Suppression:
    """The search in one component. ``ranges``: protection ranges as far as they are attainable."""

    component: Component
    forced: Flags
    ranges: Floats
    cuts: list[Floats] = field(default_factory=list)

    def solve(self) -> Flags:
        """The hidden cells. Raises :class:`Unprotectable` if nothing is found."""
        self.cuts += [cut for cut in _rows(self.component, self.ranges) if cut.sum() >= 0]
        for number in range(_ROUNDS):
            hidden = self._cheapest()
            if number >= _FREE:
                self.forced = self.forced | hidden
            found = [
                self._cut(breach) for breach in breaches(self.component, hidden, self.ranges, _PER_ROUND)
            ]
            if not found:
                return hidden
            self.cuts += found
        raise self._failed()

    def _cut(self, breach: Breach) -> Floats:
        """Prices of hidden cells add up to the range, if the cell is hidden: coefficients, right side 0."""
        cut = np.minimum(breach.price / self.ranges[breach.cell], 1.0)
        cut[cut < TOLERANCE] = 0.0
        cut[breach.cell] -= 1.0
        return np.asarray(cut)

    def _cheapest(self) -> Flags:
        count = len(self.component.cells)
        losses = self.component.losses / max(self.component.losses.max(), 1.0)
        rules = LinearConstraint(csr_array(np.array(self.cuts)), 0.0, np.inf) if self.cuts else ()
        solved = milp(
            losses + _TIE * np.arange(1, count + 1),
            integrality=np.ones(count, dtype=np.int64),
            bounds=Bounds(self.forced.astype(np.float64), np.ones(count)),
            constraints=rules,
            options={"mip_rel_gap": 1e-2, "node_limit": _NODES},
        )
        if solved.x is None:
            raise self._failed()
        return np.asarray(solved.x > 0.5)

    def _failed(self) -> Unprotectable:
        return Unprotectable((cell.key[0], cell.key[3]) for cell in self.component.cells)


def suppress(component: Component, forced: Flags, margin: float = 0.0) -> Flags:
    """The cells to hide, ``forced`` among them; ``margin`` is added to the ranges of counts.

    Raises :class:`Unprotectable`.
    """
    counts = np.array([cell.range > 0 and cell.key[4] == "x" for cell in component.cells])
    wanted = component.ranges + margin * counts
    return Suppression(component, forced, attainable(component, wanted)).solve()


def _rows(component: Component, ranges: Floats) -> Iterator[Floats]:
    """What every sum alone demands of a cell: hidden company that leaves it enough room.

    A cell grows by what cells of equal sign give and of opposite sign take, and falls by the
    reverse; it falls by no more than its own value.
    """
    matrix = component.matrix
    for row in range(matrix.shape[0]):
        where = matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]]
        signs = matrix.data[matrix.indptr[row] : matrix.indptr[row + 1]]
        for cell, sign in zip(where, signs, strict=True):
            if ranges[cell] <= 0:
                continue
            rise = np.where(signs == sign, component.down[where], component.up[where])
            fall = np.where(signs == sign, component.up[where], component.down[where])
            for price, own in ((rise, component.down[cell]), (rise + fall, 0.0)):
                cut = np.zeros(len(component.cells))
                cut[where] = np.minimum(price / ranges[cell], 1.0)
                cut[cell] = min(own / ranges[cell], 1.0) - 1.0
                yield cut
