"""One linear program, by HiGHS."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Solved:
    """The smallest goal, where it lies, and the duals of the equations."""

    goal: float
    point: Floats
    dual: Floats


def smallest(goal: Floats, matrix: Floats, right: Floats, lower: Floats, upper: Floats) -> Solved | None:
    """Minimise ``goal @ x`` with ``matrix @ x == right`` between the bounds; ``None`` if nothing fits.

    Shapes: goal and bounds (n,), matrix (m, n), right (m,).
    """
    rows = np.flatnonzero(matrix.any(axis=1))
    solved = linprog(
        goal,
        A_eq=matrix[rows],
        b_eq=right[rows],
        bounds=list(zip(lower.tolist(), upper.tolist(), strict=True)),
        method="highs",
    )
    if solved.status != 0 or solved.fun is None:
        return None
    dual = np.zeros(len(right))
    dual[rows] = solved.eqlin.marginals
    return Solved(float(solved.fun), np.asarray(solved.x), dual)
