"""Trend of one area over its last five consecutive periods.

Shares with counts: chi² test for trend (Cochran–Armitage). Anything else that has an interval:
weighted regression with the standard error taken from it. Both as in Fingertips' recent trends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc, ndtri

from dashboard.analysis.arrays import Flags, Vector, Whole, vector
from dashboard.analysis.intervals import rate_interval
from dashboard.analysis.line import weighted_line
from dashboard.model import TrendLabel

PERIODS = 5
AREA_LEVEL = 0.95
CITY_LEVEL = 0.998
POWER = 0.8  #: probability with which the smallest detectable change would be found
WIDTH_95 = 3.92  #: a 95 % interval in standard errors, rounded as in the source so that chi² agrees

TrendKind = Literal["share", "rate", "mean", "count", "euro", "index"]


@dataclass(frozen=True, slots=True)
class Result:
    """``slope`` per year and ``detectable`` (smallest change first to last period that the test
    finds with 80 % probability), both per 1 or in the unit of ``values``; ``periods`` used."""

    label: TrendLabel
    slope: float | None
    p: float | None
    chi2: float | None
    periods: int
    first_year: int
    detectable: float | None


class Slope(NamedTuple):
    """Change per year and its standard error if nothing changes."""

    slope: float
    se: float


def last_trend(
    years: ArrayLike,
    x: ArrayLike,
    n: ArrayLike,
    kind: TrendKind,
    breaks: Iterable[int] = (),
    values: ArrayLike | None = None,
    lower: ArrayLike | None = None,
    upper: ArrayLike | None = None,
    level: float = AREA_LEVEL,
) -> Result:
    """Trend of the last five periods up to the last of ``years``.

    ``lower``/``upper`` are 95 % limits whatever the ``level`` of the test. Not computable: fewer
    than five consecutive periods, a gap, a break (the year a new series begins with), no
    interval, or a share of exactly 1 in one of the periods (rule of the source).
    Raises ValueError without any year.
    """
    order = np.argsort(vector(years))
    time = vector(years)[order]
    if not time.size:
        raise ValueError("a trend needs at least one period")
    counts, sizes = vector(x)[order], vector(n)[order]
    points = _points(counts, sizes, values, lower, upper, order)
    counted = np.isfinite(counts) & (sizes > 0) & (kind == "share")
    run = _run(time, counted | np.isfinite(points).all(axis=0), frozenset(breaks))
    first = int(time[-max(run, 1)])
    if run < PERIODS:
        return Result("not_computable", None, None, None, run, first, None)
    last = slice(-PERIODS, None)
    if counted[last].all():
        found = chi_square_slope(time[last], counts[last], sizes[last])
    else:
        found = regression_slope(time[last], *points[:, last])
    return _result(found, first, time[-1] - first, level)


def chi_square_slope(years: Vector, x: Vector, n: Vector) -> Slope | None:
    """Slope of a share per year; (slope ÷ se)² is the Cochran–Armitage chi² (no correction).

    ``None`` where the share is 0 throughout, 1 in any period, or missing or impossible in one.
    Source: Armitage (1955).
    """
    if not ((x >= 0) & (x < n) & np.isfinite(n)).all() or not x.sum() > 0 or np.unique(years).size < 2:
        return None
    pooled = x.sum() / n.sum()
    off = years - (n * years).sum() / n.sum()
    spread = float((n * off**2).sum())
    return Slope(float((x * off).sum()) / spread, float(np.sqrt(pooled * (1 - pooled) / spread)))


def regression_slope(years: Vector, values: Vector, lower: Vector, upper: Vector) -> Slope | None:
    """Slope of a line weighted by the 95 % limits; ``None`` where a value has no proper interval."""
    se = (upper - lower) / WIDTH_95
    if not (np.isfinite(values) & np.isfinite(se) & (se > 0)).all() or np.unique(years).size < 2:
        return None
    line = weighted_line(years, values, se)
    return Slope(line.slope, float(np.sqrt(line.covariance[0, 0])))


def smallest_detectable_change(se: float, span: float, level: float = AREA_LEVEL) -> float:
    """Change over ``span`` years that the test finds with 80 % probability, given the slope's se.

    (z of the level + z of the power) × se × span; NaN for a missing or negative ``se`` or ``span``.
    """
    if not (se >= 0 and span >= 0):
        return float("nan")
    return float((ndtri((1 + level) / 2) + ndtri(POWER)) * se * span)


def _points(
    counts: Vector,
    sizes: Vector,
    values: ArrayLike | None,
    lower: ArrayLike | None,
    upper: ArrayLike | None,
    order: Whole,
) -> Vector:
    """Rows value, lower, upper; computed as a rate per 1 where no values are given."""
    if values is None or lower is None or upper is None:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.array([counts / sizes, *rate_interval(counts, sizes)])
    return np.array([vector(row)[order] for row in (values, lower, upper)])


def _run(years: Vector, there: Flags, breaks: frozenset[int]) -> int:
    """How many consecutive periods (at most five) end in the last one without gap or break."""
    run = 0
    for index in range(len(years) - 1, max(-1, len(years) - 1 - PERIODS), -1):
        if not there[index] or (run and years[index + 1] - years[index] != 1):
            break
        run += 1
        if int(years[index]) in breaks:
            break
    return run


def _result(found: Slope | None, first: int, span: float, level: float) -> Result:
    if found is None:
        return Result("not_computable", None, None, None, PERIODS, first, None)
    chi2 = (found.slope / found.se) ** 2
    p = float(chdtrc(1, chi2))
    label: TrendLabel = "no_trend"
    if p < 1 - level:
        label = "rising" if found.slope > 0 else "falling"
    detectable = smallest_detectable_change(found.se, span, level)
    return Result(label, found.slope, p, chi2, PERIODS, first, detectable)
