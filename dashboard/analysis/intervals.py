"""Confidence intervals of shares, counts and rates.

Wilson for shares; exact Poisson limits below ten events and Byar's approximation from ten;
Dobson for directly standardised rates. Same choices as PHEindicatormethods (UKHSA).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammainccinv, gammaincinv, ndtri
from statsmodels.stats.proportion import proportion_confint

from dashboard.analysis.arrays import Vector, vector

EXACT_BELOW = 10  #: events below which Byar's approximation is not used (and no DSR is given)


class Standardised(NamedTuple):
    """A directly standardised rate with its limits; NaN where there are too few events."""

    value: float
    lower: float
    upper: float


def share_interval(x: ArrayLike, n: ArrayLike, level: float = 0.95) -> tuple[Vector, Vector]:
    """Wilson score limits of x out of n, each in 0..1; NaN where n is 0 or x is not in 0..n.

    Arrays are broadcast. Source: Wilson (1927), computed by statsmodels.
    """
    counts, totals = np.broadcast_arrays(vector(x), vector(n))
    lower, upper = np.full(counts.shape, np.nan), np.full(counts.shape, np.nan)
    usable = np.isfinite(totals) & (totals > 0) & (counts >= 0) & (counts <= totals)
    if usable.any():
        k, size = counts[usable], totals[usable]
        low, high = proportion_confint(k, size, alpha=1 - level, method="wilson")
        lower[usable] = np.clip(np.minimum(low, k / size), 0, 1)
        upper[usable] = np.clip(np.maximum(high, k / size), 0, 1)
    return lower, upper


def exact_count(x: ArrayLike, level: float = 0.95) -> tuple[Vector, Vector]:
    """Exact Poisson limits of a count, also of a count that is no whole number (an expected one).

    Source: Garwood (1936), by the quantiles of the gamma distribution.
    """
    counts, tail = _not_negative(x), (1 - level) / 2
    lower = np.where(counts == 0, 0.0, gammaincinv(np.where(counts > 0, counts, np.nan), tail))
    return lower, vector(gammainccinv(counts + 1, tail))


def byar_count(x: ArrayLike, level: float = 0.95) -> tuple[Vector, Vector]:
    """Byar's limits of a count. Where his lower limit would be negative, the exact one stands.

    Source: Breslow & Day (1987), volume II, p. 69.
    """
    counts, z = _not_negative(x), float(ndtri((1 + level) / 2))
    held = np.where(counts > 0, counts, 1.0)
    root = 1 - 1 / (9 * held) - z / (3 * np.sqrt(held))
    usable = (counts > 0) & (root >= 0)
    lower = np.where(usable, held * np.clip(root, 0, None) ** 3, exact_count(counts, level)[0])
    after = counts + 1
    return lower, after * (1 - 1 / (9 * after) + z / (3 * np.sqrt(after))) ** 3


def count_interval(x: ArrayLike, level: float = 0.95) -> tuple[Vector, Vector]:
    """Limits of a count: exact for fewer than ten events, Byar from ten."""
    counts = vector(x)
    exact, byar = exact_count(counts, level), byar_count(counts, level)
    few = ~(counts >= EXACT_BELOW)
    return np.where(few, exact[0], byar[0]), np.where(few, exact[1], byar[1])


def rate_interval(x: ArrayLike, n: ArrayLike, level: float = 0.95) -> tuple[Vector, Vector]:
    """Limits of the rate x ÷ n, per 1 of the denominator; NaN where n is not above 0.

    Multiply by the indicator's ``per`` for a rate per 1,000.
    """
    counts, exposure = np.broadcast_arrays(vector(x), vector(n))
    held = np.where(exposure > 0, exposure, np.nan)
    lower, upper = count_interval(counts, level)
    return lower / held, upper / held


def dsr(
    x: ArrayLike,
    population: ArrayLike,
    standard: ArrayLike,
    per: float = 1.0,
    level: float = 0.95,
) -> Standardised:
    """Directly standardised rate over age bands, with Dobson's limits, times ``per``.

    value = Σ wᵢ xᵢ ÷ nᵢ ÷ Σ wᵢ. Fewer than ten events in all bands, a missing or negative count, a
    band without anybody: no value (NaN). Source: Dobson et al. (1991).
    """
    counts, people, weights = vector(x), vector(population), vector(standard)
    events, sound = float(counts.sum()), (counts >= 0) & (people > 0) & (weights >= 0)
    if not (events >= EXACT_BELOW and sound.all() and 0 < weights.sum() < np.inf):
        return Standardised(np.nan, np.nan, np.nan)
    total = weights.sum()
    value = float((weights * counts / people).sum() / total)
    variance = float((weights**2 * counts / people**2).sum() / total**2)
    lower, upper = count_interval(events, level)
    spread = float(np.sqrt(variance / events))
    return Standardised(
        per * value,
        per * (value + spread * (float(lower) - events)),
        per * (value + spread * (float(upper) - events)),
    )


def _not_negative(x: ArrayLike) -> Vector:
    counts = vector(x)
    return np.where((counts >= 0) & np.isfinite(counts), counts, np.nan)
