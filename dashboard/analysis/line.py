"""A straight line through weighted points, with the uncertainty of its two numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.arrays import Vector


@dataclass(frozen=True, slots=True)
class Line:
    """``level`` at ``centre`` (a year) and ``slope`` per year; ``covariance`` of (slope, level)."""

    slope: float
    level: float
    centre: float
    covariance: Vector

    def at(self, year: float | Vector) -> Vector:
        """Height of the line in the given year(s)."""
        return np.asarray(self.level + self.slope * (np.asarray(year) - self.centre), dtype=np.float64)

    def variance_at(self, year: float) -> float:
        """Variance of the line's height in a year."""
        lever = np.array([year - self.centre, 1.0])
        return float(lever @ self.covariance @ lever)


def weighted_line(years: Vector, values: Vector, se: Vector) -> Line:
    """Least squares with weights 1 ÷ se²; the covariance takes ``se`` as known.

    NaN throughout where a number is missing, an error is not above 0, or all is one year.
    """
    there = np.isfinite(years) & np.isfinite(values) & np.isfinite(se) & (se > 0)
    if not there.all() or np.unique(years).size < 2:
        return Line(np.nan, np.nan, np.nan, np.full((2, 2), np.nan))
    centre = float(years.mean())
    (slope, level), covariance = np.polyfit(years - centre, values, 1, w=1 / se, cov="unscaled")
    return Line(float(slope), float(level), centre, np.asarray(covariance, dtype=np.float64))
