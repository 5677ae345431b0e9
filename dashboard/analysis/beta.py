"""β-convergence: do the areas that begin low rise more than those that begin high?

Asked only of pooled years. In a single year an area is low partly by chance and comes back by
itself (regression to the mean), which looks like convergence; three years taken together lessen
that, and what is left of it is known and taken off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import Kind, Vector, possible, vector
from dashboard.analysis.convergence import DRAWS, MIN_AREAS, SEED, true_variance
from dashboard.analysis.pooling import pooled
from dashboard.model import ConvergenceLabel

WINDOW = 3


@dataclass(frozen=True, slots=True)
class Beta:
    """``beta``: change per unit of distance at the start (−1: all the same at the end, 0: kept).

    ``first_year`` and ``last_year`` are the last years of the pooled start and end; two-sided p.
    """

    label: ConvergenceLabel
    beta: float | None
    p: float | None
    first_year: int | None
    last_year: int | None


NOT_COMPUTABLE = Beta("not_computable", None, None, None, None)


def beta(
    x: ArrayLike, n: ArrayLike, years: ArrayLike, kind: Kind, breaks: Iterable[int] = (), alpha: float = 0.05
) -> Beta:
    """Change between the first and the last three years over the start, per area.

    ``x``, ``n``: periods × areas. β = (Cov(start, change) + chance part of Var(start)) ÷ true
    Var(start), weighted by people; p by parametric bootstrap in which all areas change alike.
    Not computable: an area missing in one of the two windows, windows that overlap, a break after
    the first year, fewer than three areas, or a start at which the areas do not truly differ.
    """
    time = vector(years)
    windows = _windows(time, *possible(x, n, kind), max(breaks, default=-np.inf))
    if windows is None:
        return NOT_COMPUTABLE
    start, end = windows
    moved, spread = _moved(start, end, kind), float(true_variance(*start, kind))
    if not spread > 0:
        return NOT_COMPUTABLE
    null = _moved(*_draws(start, end, spread, kind), kind)
    extreme = min((null <= moved).sum(), (null >= moved).sum())
    p = min(1.0, 2 * (1 + int(extreme)) / (DRAWS + 1))
    label: ConvergenceLabel = "not_shown"
    if p <= alpha:
        label = "converging" if moved < 0 else "diverging"
    first, last = int(time.min()) + WINDOW - 1, int(time.max())
    return Beta(label, float(moved) / spread, p, first, last)


_Pair = tuple[Vector, Vector]


def _windows(time: Vector, x: Vector, n: Vector, start: float) -> tuple[_Pair, _Pair] | None:
    """Counts and sizes of the first and the last three years; areas in an order of their own."""
    if x.ndim != 2 or x.shape[1] < MIN_AREAS or np.unique(time).size < 2 * WINDOW or time.min() < start:
        return None
    x3, n3 = pooled(time, x, n, WINDOW)
    rows = [np.flatnonzero(time == time.min() + WINDOW - 1), np.flatnonzero(time == time.max())]
    if not all(row.size and np.isfinite(x3[row[0]]).all() for row in rows):
        return None
    (x0, n0), (x1, n1) = ((x3[row[0]], n3[row[0]]) for row in rows)
    order = np.lexsort((x1, n1, x0, n0))
    return (x0[order], n0[order]), (x1[order], n1[order])


def _moved(start: _Pair, end: _Pair, kind: Kind) -> Vector:
    """Covariance of start and change over the last axis, the chance part of the start taken off."""
    x0, n0 = np.broadcast_arrays(*start)
    weights = n0 / n0.sum(axis=-1, keepdims=True)
    begin = x0 / n0
    off = begin - (weights * begin).sum(axis=-1, keepdims=True)
    change = end[0] / end[1] - begin
    chance = (weights * off**2).sum(axis=-1) - true_variance(x0, n0, kind)
    return np.asarray((weights * off * change).sum(axis=-1) + chance, dtype=np.float64)


def _draws(start: _Pair, end: _Pair, spread: float, kind: Kind) -> tuple[_Pair, _Pair]:
    """Both windows (draws × areas) if every area kept its distance, of the true spread, to the city."""
    weights = start[1] / start[1].sum()
    level = [float(x.sum() / n.sum()) for x, n in (start, end)]
    off = start[0] / start[1] - level[0]
    off *= np.sqrt(spread / (weights * off**2).sum())
    rng = np.random.default_rng(SEED)
    first, last = (
        _drawn(rng, sizes, middle + off, kind) for (_, sizes), middle in zip((start, end), level, strict=True)
    )
    return (first, start[1]), (last, end[1])


def _drawn(rng: np.random.Generator, sizes: Vector, rates: Vector, kind: Kind) -> Vector:
    shape = (DRAWS, sizes.size)
    if kind == "share":
        whole = np.rint(sizes).astype(np.int64)
        return np.minimum(rng.binomial(whole, np.clip(rates, 0, 1), shape), sizes).astype(np.float64)
    return rng.poisson(sizes * np.clip(rates, 0, None), shape).astype(np.float64)
