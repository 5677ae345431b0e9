"""How far the areas' true values lie apart in one period, with an interval that needs no drawing.

Observed variance = true variance + chance. With equal chance in every area, the observed variance
in units of its chance part is noncentral chi² whose noncentrality is the true variance in the same
units; inverting that distribution gives the interval.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtr, chndtrinc

from dashboard.analysis.arrays import Kind, possible
from dashboard.analysis.convergence import true_variance


class Spread(NamedTuple):
    """Standard deviation of the true values over the areas, per 1, with its limits; NaN if unknown."""

    value: float
    lower: float
    upper: float


NO_SPREAD = Spread(np.nan, np.nan, np.nan)


def true_spread(x: ArrayLike, n: ArrayLike, kind: Kind, level: float = 0.95) -> Spread:
    """Population-weighted standard deviation of the true values of the areas that have counts.

    Estimated by the method of moments (:func:`~.convergence.true_variance`), 0 where the areas
    differ less than by chance. With u = chance part ÷ (areas − 1), observed variance ÷ u follows
    chi² with areas − 1 degrees and noncentrality true variance ÷ u. Areas that differ less than by
    chance say no more than areas that differ just so, so the upper limit never falls below theirs.
    NaN for fewer than two areas; no limits where there is no chance (all or nothing everywhere).
    """
    counts, sizes = possible(x, n, kind)
    counts, sizes = counts[np.isfinite(counts)], sizes[np.isfinite(counts)]
    if counts.size < 2:
        return NO_SPREAD
    variance = float(true_variance(counts, sizes, kind))
    weights, values = sizes / sizes.sum(), counts / sizes
    observed = float((weights * (values - (weights * values).sum()) ** 2).sum())
    degrees = counts.size - 1
    unit = (observed - variance) / degrees
    estimate = float(np.sqrt(max(variance, 0.0)))
    if not unit > 0:
        return Spread(estimate, np.nan, np.nan)
    tail = (1 - level) / 2
    lower = _noncentrality(observed / unit, degrees, 1 - tail)
    upper = _noncentrality(max(observed / unit, degrees), degrees, tail)
    return Spread(estimate, float(np.sqrt(lower * unit)), float(np.sqrt(upper * unit)))


def _noncentrality(found: float, degrees: int, probability: float) -> float:
    """The noncentrality under which a value up to ``found`` has this probability; at least 0."""
    if chdtr(degrees, found) <= probability:
        return 0.0
    return float(chndtrinc(found, degrees, probability))
