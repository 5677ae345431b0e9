"""Cells that hang together by sums, as arrays: each component is a problem of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import nnls
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

from dashboard.protect.linear import Floats
from dashboard.protect.problem import Cell, Key, Problem, Sum

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Component:
    """Cells in the order of their keys, and their sums as rows of ``matrix`` (parts +1, totals −1)."""

    cells: tuple[Cell, ...]
    matrix: csr_array

    @cached_property
    def dense(self) -> Floats:
        """``matrix`` in full: components are small."""
        full: Floats = self.matrix.toarray()
        return full

    @cached_property
    def values(self) -> Floats:
        """True values; where we do not know one, a value that fits the others as well as can be."""
        known = np.array([np.nan if cell.value is None else cell.value for cell in self.cells])
        unknown = np.isnan(known)
        if unknown.any():
            rest = -(self.matrix[:, ~unknown] @ known[~unknown])
            known[unknown] = nnls(self.matrix[:, unknown].toarray(), rest)[0] if len(rest) else 0.0
        filled: Floats = known
        return filled

    @cached_property
    def down(self) -> Floats:
        """How far below its true value the attacker may think a hidden cell."""
        below: Floats = self.values - np.array([cell.lower for cell in self.cells])
        return np.maximum(below, 0.0)

    @cached_property
    def up(self) -> Floats:
        """How far above; without any bound: as much as the whole component."""
        ends = np.array([cell.upper for cell in self.cells])
        most = self.values.sum() + self.ranges.max(initial=1.0)
        return np.maximum(np.where(np.isfinite(ends), ends - self.values, most), 0.0)

    @cached_property
    def ranges(self) -> Floats:
        """Protection ranges."""
        return np.array([cell.range for cell in self.cells])

    @cached_property
    def losses(self) -> Floats:
        """What readers lose by each cell."""
        return np.array([cell.loss for cell in self.cells])

    @cached_property
    def forced(self) -> Flags:
        """Cells that are hidden in any case."""
        return np.array([cell.state != "open" for cell in self.cells])


def components(problem: Problem) -> list[Component]:
    """The connected components, in the order of their first keys."""
    keys = sorted(problem.cells)
    place = {key: number for number, key in enumerate(keys)}
    matrix = _matrix(problem.sums, place)
    links = abs(matrix).T @ abs(matrix)
    count, label = connected_components(links, directed=False)
    members = np.split(np.argsort(label, kind="stable"), np.cumsum(np.bincount(label, minlength=count))[:-1])
    of_row = label[_first_columns(matrix)] if problem.sums else np.zeros(0, dtype=np.int64)
    rows = np.split(np.argsort(of_row, kind="stable"), np.cumsum(np.bincount(of_row, minlength=count))[:-1])
    found = [
        Component(tuple(problem.cells[keys[i]] for i in where), matrix[which][:, where])
        for where, which in zip(members, rows, strict=True)
        if any(problem.cells[keys[i]].state in ("primary", "given") for i in where)
    ]
    return sorted(found, key=lambda component: component.cells[0].key)


def _first_columns(matrix: csr_array) -> NDArray[np.int64]:
    return np.asarray(matrix.indices[matrix.indptr[:-1]], dtype=np.int64)


def _matrix(sums: Sequence[Sum], place: Mapping[Key, int]) -> csr_array:
    entries = [(row, place[key], sign) for row, each in enumerate(sums) for key, sign in _signed(each)]
    rows, columns, signs = zip(*entries, strict=True) if entries else ((), (), ())
    shape = (len(sums), len(place))
    return csr_array(coo_array((np.array(signs, dtype=np.float64), (rows, columns)), shape=shape))


def _signed(each: Sum) -> Iterable[tuple[Key, float]]:
    yield from ((key, 1.0) for key in each.parts)
    yield from ((key, -1.0) for key in each.totals)
