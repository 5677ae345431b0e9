"""Spread over areas that have no order: variance, mean differences, entropy measures.

Definitions and names as in WHO's Health Equity Assessment Toolkit (package healthequal).
Every function takes the areas' values and their populations (arrays of the same length) and
leaves out areas where either is missing or nobody lives; without any area the answer is NaN.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import Vector, vector

_Distance = Callable[[Vector, float], Vector]


def weighted_mean(values: ArrayLike, population: ArrayLike) -> float:
    """Mean of the values, weighted by population."""
    x, w = _areas(values, population)
    return float((w * x).sum()) if x.size else np.nan


def bgv(values: ArrayLike, population: ArrayLike) -> float:
    """Between-group variance: population-weighted squared distance from the weighted mean."""
    return _mean_of(values, population, lambda x, mean: (x - mean) ** 2)


def bgsd(values: ArrayLike, population: ArrayLike) -> float:
    """Between-group standard deviation, in the unit of the values."""
    return float(np.sqrt(bgv(values, population)))


def cov(values: ArrayLike, population: ArrayLike) -> float:
    """Coefficient of variation: 100 × BGSD ÷ weighted mean, in percent."""
    return _percent(bgsd(values, population), values, population)


def mdmw(values: ArrayLike, population: ArrayLike) -> float:
    """Mean difference from the mean, weighted."""
    return _mean_of(values, population, lambda x, mean: np.abs(x - mean))


def mdmu(values: ArrayLike, population: ArrayLike) -> float:
    """Mean difference from the (weighted) mean, every area counting the same."""
    return _mean_of(values, population, lambda x, mean: np.abs(x - mean), weighted=False)


def idisw(values: ArrayLike, population: ArrayLike) -> float:
    """Index of disparity, weighted: 100 × MDMW ÷ mean, in percent."""
    return _percent(mdmw(values, population), values, population)


def idisu(values: ArrayLike, population: ArrayLike) -> float:
    """Index of disparity, unweighted: 100 × MDMU ÷ mean, in percent."""
    return _percent(mdmu(values, population), values, population)


def mdbw(values: ArrayLike, population: ArrayLike, high_is_good: bool = True) -> float:
    """Mean difference from the best area, weighted."""
    return _from_best(values, population, high_is_good, weighted=True)


def mdbu(values: ArrayLike, population: ArrayLike, high_is_good: bool = True) -> float:
    """Mean difference from the best area, every area counting the same."""
    return _from_best(values, population, high_is_good, weighted=False)


def mdrw(values: ArrayLike, population: ArrayLike, reference: float) -> float:
    """Mean difference from the value of a reference area, weighted."""
    return _mean_of(values, population, lambda x, _: np.abs(x - reference))


def mdru(values: ArrayLike, population: ArrayLike, reference: float) -> float:
    """Mean difference from the value of a reference area, every area counting the same."""
    return _mean_of(values, population, lambda x, _: np.abs(x - reference), weighted=False)


def theil(values: ArrayLike, population: ArrayLike) -> float:
    """Theil index × 1000; 0 for equal areas. A value of 0 adds nothing; NaN for a mean of 0
    and for negative values, which have no share of a sum."""
    return _mean_of(values, population, lambda x, mean: 1000 * _x_log_x(_ratio(x, mean)))


def mld(values: ArrayLike, population: ArrayLike) -> float:
    """Mean log deviation × 1000; infinite where an area's value is 0, NaN where one is negative."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return _mean_of(values, population, lambda x, mean: -1000 * np.log(_ratio(x, mean)))


def _areas(values: ArrayLike, population: ArrayLike) -> tuple[Vector, Vector]:
    """Values and population shares of the areas that have both."""
    x, people = vector(values), vector(population)
    there = np.isfinite(x) & np.isfinite(people) & (people > 0)
    return x[there], people[there] / people[there].sum()


def _mean_of(values: ArrayLike, population: ArrayLike, distance: _Distance, weighted: bool = True) -> float:
    x, w = _areas(values, population)
    if not x.size:
        return np.nan
    each = distance(x, float((w * x).sum()))
    return float((w * each).sum() if weighted else each.mean())


def _from_best(values: ArrayLike, population: ArrayLike, high_is_good: bool, weighted: bool) -> float:
    best = np.max if high_is_good else np.min
    return _mean_of(values, population, lambda x, _: np.abs(x - best(x)), weighted=weighted)


def _percent(part: float, values: ArrayLike, population: ArrayLike) -> float:
    mean = weighted_mean(values, population)
    return 100 * part / mean if mean else np.nan


def _ratio(x: Vector, mean: float) -> Vector:
    return x / mean if mean else np.full(x.shape, np.nan)


def _x_log_x(ratio: Vector) -> Vector:
    positive = np.where(ratio > 0, ratio, 1.0)
    return np.where(ratio >= 0, np.where(ratio > 0, ratio, 0.0) * np.log(positive), np.nan)
