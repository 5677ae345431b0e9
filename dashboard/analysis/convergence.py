"""σ-convergence: does the spread of the areas' true values fall over time?

Observed spread = true spread + chance. The chance part is known (binomial or Poisson) and
taken off, period by period; the trend of what remains is tested against a parametric
bootstrap in which the true spread stays the same. Where the spread jumps about its own line more
than that bootstrap explains (areas move from year to year for reasons of their own), the trend is
measured against this larger scatter: otherwise such jumps would be reported as a trend.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import Kind, Vector, possible, vector
from dashboard.model import ConvergenceLabel

MIN_PERIODS = 5
MIN_AREAS = 3
DRAWS = 1999  #: so that (draws + 1) × 5 % is a whole number
SEED = 20_080_911


@dataclass(frozen=True, slots=True)
class Result:
    """``first_spread``/``last_spread``: standard deviation of the true values, per 1; two-sided p."""

    label: ConvergenceLabel
    p: float | None
    first_year: int | None
    last_year: int | None
    first_spread: float | None
    last_spread: float | None


NOT_COMPUTABLE = Result("not_computable", None, None, None, None, None)


def true_variance(x: ArrayLike, n: ArrayLike, kind: Kind) -> Vector:
    """Population-weighted variance of the true values over the last axis, by method of moments.

    Not clipped: below 0 where the areas differ less than chance alone would make them. NaN where
    an area is missing or impossible.
    """
    counts, sizes = possible(x, n, kind)
    weights = sizes / sizes.sum(axis=-1, keepdims=True)
    values = counts / sizes
    mean = (weights * values).sum(axis=-1, keepdims=True)
    noise = values * (1 - values) / np.maximum(sizes - 1, 1) if kind == "share" else values / sizes
    observed = (weights * (values - mean) ** 2).sum(axis=-1)
    return np.asarray(observed - (weights * (1 - weights) * noise).sum(axis=-1), dtype=np.float64)


def sigma(
    x: ArrayLike,
    n: ArrayLike,
    years: ArrayLike,
    kind: Kind,
    breaks: Iterable[int] = (),
    alpha: float = 0.05,
    draws: int = DRAWS,
) -> Result:
    """Whether the spread of ``x ÷ n`` over the areas fell, rose or neither can be shown.

    ``x``, ``n``: periods × areas. Used are the periods since the last break in which every area
    (that ever has a value) has one; at least five periods and three areas are needed.
    Deterministic, and independent of the order of areas. ``draws``: of the bootstrap; with fewer the
    level holds as well, (draws + 1) × alpha ÷ 2 has to be whole.
    """
    time, counts, sizes = _usable(*possible(x, n, kind), vector(years), max(breaks, default=-np.inf))
    if len(time) < MIN_PERIODS or counts.shape[1] < MIN_AREAS:
        return NOT_COMPUTABLE
    spread = true_variance(counts, sizes, kind)
    slope, scatter = _line(time, spread)
    drawn = true_variance(_draws(counts, sizes, spread, kind, draws), sizes, kind)
    null, usual = _line(time, drawn)
    p = _two_sided(slope / _excess(scatter, usual), null / _excess(usual, usual))
    label: ConvergenceLabel = "not_shown"
    if p <= alpha:
        label = "converging" if slope < 0 else "diverging"
    first, last = np.sqrt(np.clip(spread[[0, -1]], 0, None))
    return Result(label, p, int(time[0]), int(time[-1]), float(first), float(last))


def _usable(x: Vector, n: Vector, years: Vector, start: float) -> tuple[Vector, Vector, Vector]:
    """Complete periods since the break, in time; areas in an order of their own."""
    there = np.isfinite(x)
    there[years < start] = False
    areas = there.any(axis=0)
    rows = np.flatnonzero(there[:, areas].all(axis=1) & areas.any())
    rows = rows[np.argsort(years[rows])]
    counts, sizes = x[rows][:, areas], n[rows][:, areas]
    order = np.lexsort((*counts, *sizes)) if rows.size else np.arange(counts.shape[1])
    return years[rows], counts[:, order], sizes[:, order]


def _draws(x: Vector, n: Vector, spread: Vector, kind: Kind, draws: int) -> Vector:
    """Counts (draws × periods × areas) if the true spread stayed at its average.

    The city's level moves as observed; every area keeps its average distance from it, stretched
    so that the spread of every period is the same.
    """
    weights = n / n.sum(axis=1, keepdims=True)
    level = (x.sum(axis=1) / n.sum(axis=1))[:, np.newaxis]
    kept = (x / n - level).mean(axis=0)
    centred = kept - (weights * kept).sum(axis=1, keepdims=True)
    size = np.sqrt((weights * centred**2).sum(axis=1, keepdims=True))
    wanted = np.sqrt(max(float(spread.mean()), 0.0))
    offset = wanted * np.divide(centred, size, out=np.zeros_like(centred), where=size > 0)
    rng = np.random.default_rng(SEED)
    shape = (draws, *n.shape)
    if kind == "share":
        return rng.binomial(np.rint(n).astype(np.int64), np.clip(level + offset, 0, 1), shape).astype(float)
    return rng.poisson(n * np.clip(level + offset, 0, None), shape).astype(float)


def _line(years: Vector, spread: Vector) -> tuple[Vector, Vector]:
    """Least-squares slope per year over the last axis, and the variance about that line."""
    off = years - years.mean()
    slope = np.asarray((spread * off).sum(axis=-1) / (off**2).sum(), dtype=np.float64)
    rest = spread - spread.mean(axis=-1, keepdims=True) - slope[..., np.newaxis] * off
    return slope, np.asarray((rest**2).sum(axis=-1) / (len(years) - 2), dtype=np.float64)


def _excess(scatter: Vector, usual: Vector) -> Vector:
    """By how much a spread scatters more about its line than chance alone lets it; at least 1."""
    mean = usual.mean()
    return np.sqrt(np.maximum(1.0, scatter / mean)) if mean > 0 else np.ones_like(scatter)


def _two_sided(observed: Vector, null: Vector) -> float:
    low = 1 + int((null <= observed).sum())
    high = 1 + int((null >= observed).sum())
    return min(1.0, 2 * min(low, high) / (null.size + 1))
