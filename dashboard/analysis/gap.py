"""The gap between areas, and how large it would be by chance alone.

The chance distribution of max − min is computed, not simulated: areas are independent, so the
mean follows from products of their distribution functions and the 95th percentile from the
joint probability of lying between two marks. That has no sampling error (10,000 draws leave
±0.1 point), needs no seed and is quicker. Values are rounded up to a scale of 2,048 marks over
all that can plausibly happen, about 0.02 points for nine areas of 190 children.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import binom, poisson

from dashboard.analysis.arrays import Kind, Vector, vector

MARKS = 2048
TAIL = 1e-9  #: probability that is left outside the scale on either side


@dataclass(frozen=True, slots=True)
class Span:
    """Highest minus lowest, in the unit of the values, the positions of both, areas with a value."""

    gap: float
    lowest: int
    highest: int
    areas: int


@dataclass(frozen=True, slots=True)
class Band:
    """Mean and 95th percentile of the gap by chance, per 1; ``None`` where it has no meaning."""

    mean: float | None
    p95: float | None


def gap(values: ArrayLike) -> Span | None:
    """Highest minus lowest of the values that are there (NaN is skipped); ``None`` below two."""
    numbers = vector(values)
    there = np.isfinite(numbers)
    if there.sum() < 2:
        return None
    lowest = int(np.argmin(np.where(there, numbers, np.inf)))
    highest = int(np.argmax(np.where(there, numbers, -np.inf)))
    return Span(float(numbers[highest] - numbers[lowest]), lowest, highest, int(there.sum()))


def chance_band(n: ArrayLike, rate: float, kind: Kind) -> Band:
    """Distribution of max − min if every area had the city's ``rate`` (per 1) with its own n.

    Areas without anybody are left out; ``None`` for fewer than two areas or an impossible rate.
    """
    sizes = vector(n)
    sizes = sizes[np.isfinite(sizes)]
    sizes = np.rint(sizes) if kind == "share" else sizes
    sizes = sizes[sizes > 0]
    if sizes.size < 2 or not (0 <= rate < np.inf) or (kind == "share" and rate > 1):
        return Band(None, None)
    if rate == 0 or (kind == "share" and rate == 1):
        return Band(0.0, 0.0)
    marks = _scale(sizes, rate, kind)
    below = _distribution(sizes, rate, kind, marks)
    step = float(marks[1] - marks[0])
    between = 1 - below.prod(axis=0) - (1 - below).prod(axis=0)
    return Band(float(between.sum() * step), _percentile(below, 0.95) * step)


def _scale(sizes: Vector, rate: float, kind: Kind) -> Vector:
    tails = np.array([[TAIL], [1 - TAIL]])
    counts = binom.ppf(tails, sizes, rate) if kind == "share" else poisson.ppf(tails, sizes * rate)
    shares = counts / sizes
    return np.linspace(shares[0].min(), shares[1].max(), MARKS + 1)


def _distribution(sizes: Vector, rate: float, kind: Kind, marks: Vector) -> Vector:
    """P(area ≤ mark): one row per area. Each count's probability is looked up, not recomputed."""
    rows: dict[float, Vector] = {}
    for size in np.unique(sizes):
        reach = np.floor(marks * size + 1e-9).astype(int)
        counts = np.arange(reach[0], reach[-1] + 1)
        table = binom.cdf(counts, size, rate) if kind == "share" else poisson.cdf(counts, size * rate)
        rows[float(size)] = table[reach - reach[0]]
    return np.array([rows[float(size)] for size in sizes])


def _percentile(below: Vector, wanted: float) -> int:
    """Smallest number of marks that max − min stays within with the wanted probability."""
    low, high = 0, MARKS
    while low < high:
        middle = (low + high) // 2
        if _within(below, middle) >= wanted:
            high = middle
        else:
            low = middle + 1
    return low


def _within(below: Vector, width: int) -> float:
    """P(max − min ≤ width marks): over all marks, that the lowest area lies there."""
    reach = np.minimum(np.arange(MARKS + 1) + width, MARKS)
    top = below[:, reach]
    under = np.concatenate([np.zeros((below.shape[0], 1)), below[:, :-1]], axis=1)
    return float(((top - under).prod(axis=0) - (top - below).prod(axis=0)).sum())
