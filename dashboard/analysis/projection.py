"""Where a series is heading: a weighted line on a suitable scale, carried on to one year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import expit, logit, ndtri, stdtr, stdtrit

from dashboard.analysis.arrays import Vector
from dashboard.analysis.line import Line, weighted_line

MIN_PERIODS = 5
Z95 = float(ndtri(0.975))

Scale = Literal["logit", "log", "linear"]  #: shares; rates and euros; everything else


UNKNOWN = 1e-6  #: equal errors; so small that the scatter about the line alone decides


@dataclass(frozen=True, slots=True)
class Series:
    """One area over time, ascending. ``x``, ``n``, ``lower``, ``upper`` are NaN where unknown.

    For projections, values and limits are per 1 (of n, where there is one); euros as they are.
    """

    years: Vector
    values: Vector
    x: Vector
    n: Vector
    lower: Vector
    upper: Vector


@dataclass(frozen=True, slots=True)
class Projection:
    """Expected value in the year asked for, its 95 % prediction interval, and the probability
    of a value at or beyond the goal."""

    value: float
    lower: float
    upper: float
    probability: float


def project(series: Series, year: int, goal: float, rising: bool, scale: Scale) -> Projection | None:
    """Projection to ``year``; ``None`` for fewer than five periods, off the scale's domain and
    without a goal.

    Periods are weighted by their counts, else by their 95 % limits, else equally. The scatter
    about the line widens the interval where it exceeds chance; t with periods − 2 degrees.
    """
    if series.years.size < MIN_PERIODS or np.unique(series.years).size < 2 or not np.isfinite(goal):
        return None
    heights, errors = _on_scale(series, scale)
    if not np.isfinite(heights).all():
        return None
    line = weighted_line(series.years, heights, errors)
    free = series.years.size - 2
    middle = float(line.at(float(year)))
    deviation = _deviation(line, series.years, heights, errors, year)
    reach = float(stdtrit(free, 0.975)) * deviation
    with np.errstate(divide="ignore", invalid="ignore"):
        ahead = middle - float(_to(scale, np.float64(goal)))
        chance = float(stdtr(free, np.divide(ahead if rising else -ahead, deviation)))
    value, lower, upper = _from(scale, np.array([middle, middle - reach, middle + reach])).tolist()
    return Projection(value, lower, upper, chance if np.isfinite(chance) else 0.0)


def _on_scale(series: Series, scale: Scale) -> tuple[Vector, Vector]:
    """Heights on the scale and their standard errors (NaN-free), or equal ones where unknown."""
    x, n = series.x, series.n
    with np.errstate(divide="ignore", invalid="ignore"):
        if scale != "linear" and (np.isfinite(x) & (n > 0)).all():
            rest = n - x + 0.5
            if scale == "logit":
                return np.log((x + 0.5) / rest), np.sqrt(1 / (x + 0.5) + 1 / rest)
            return np.log((x + 0.5) / n), np.sqrt(1 / (x + 0.5))
        heights = _to(scale, series.values)
        errors = (_to(scale, series.upper) - _to(scale, series.lower)) / (2 * Z95)
    usable = (np.isfinite(errors) & (errors > 0)).all()
    return heights, errors if usable else np.zeros_like(heights) + UNKNOWN


def _deviation(line: Line, years: Vector, heights: Vector, errors: Vector, year: int) -> float:
    """Standard deviation of a new value: line, chance as in the last period, and overdispersion."""
    chi2 = float((((heights - line.at(years)) / errors) ** 2).sum())
    scatter = max(1.0, chi2 / (years.size - 2))
    return float(np.sqrt(scatter * (line.variance_at(year) + errors[-1] ** 2)))


def _to(scale: Scale, values: Vector | np.float64) -> Vector:
    if scale == "logit":
        return np.asarray(logit(values), dtype=np.float64)
    return np.asarray(np.log(values) if scale == "log" else values, dtype=np.float64)


def _from(scale: Scale, heights: Vector) -> Vector:
    if scale == "logit":
        return np.asarray(expit(heights), dtype=np.float64)
    return np.exp(heights) if scale == "log" else heights
