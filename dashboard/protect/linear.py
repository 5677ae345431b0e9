"""Linear programs over one system of equations, by HiGHS: many goals, each from the last one's basis."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from highspy import Highs, HighsLp, HighsModelStatus, MatrixFormat
from numpy.typing import NDArray
from scipy.sparse import csc_array

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Solved:
    """The smallest goal, where it lies, and the duals of the equations."""

    goal: float
    point: Floats
    dual: Floats


class Program:
    """``matrix @ x == right`` between the bounds.

    Shapes: matrix (m, n), right (m,), bounds (n,). The same goals in the same order give the same points.
    """

    def __init__(self, matrix: Floats, right: Floats, lower: Floats, upper: Floats) -> None:
        self._count = len(right)
        self._rows = np.flatnonzero(matrix.any(axis=1))
        self._columns = np.arange(len(lower), dtype=np.int32)
        self._solver = Highs()  # type: ignore[no-untyped-call]  # the only one without annotations
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("threads", 1)
        self._solver.passModel(_model(csc_array(matrix[self._rows]), right[self._rows], lower, upper))

    def smallest(self, goal: Floats) -> Solved | None:
        """Minimise ``goal @ x``, shape (n,); ``None`` if nothing fits."""
        solver = self._solver
        solver.changeColsCost(len(self._columns), self._columns, np.asarray(goal, dtype=np.float64))
        solver.run()
        if solver.getModelStatus() != HighsModelStatus.kOptimal:
            return None
        found = solver.getSolution()
        dual = np.zeros(self._count)
        dual[self._rows] = found.row_dual
        return Solved(float(solver.getInfo().objective_function_value), np.array(found.col_value), dual)


def _model(matrix: csc_array, right: Floats, lower: Floats, upper: Floats) -> HighsLp:
    model = HighsLp()
    model.num_row_, model.num_col_ = matrix.shape
    model.col_cost_ = np.zeros(len(lower))
    model.col_lower_, model.col_upper_ = lower, upper
    model.row_lower_ = model.row_upper_ = right
    model.a_matrix_.format_ = MatrixFormat.kColwise
    model.a_matrix_.start_ = matrix.indptr
    model.a_matrix_.index_ = matrix.indices
    model.a_matrix_.value_ = matrix.data
    return model
