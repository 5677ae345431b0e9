"""Smooth trends: the true shares and rates from which the demo values are drawn.

Arrays have the axes area × year (× category); years are :data:`YEARS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator
from scipy.optimize import brentq
from scipy.special import expit, logit

Floats = NDArray[np.float64]
FIRST_YEAR, LAST_YEAR = 2008, 2025
YEARS = tuple(range(FIRST_YEAR, LAST_YEAR + 1))
_MIDDLE = 2016  # the year in which an area's own trend is zero


def path(anchors: Mapping[int, float], years: tuple[int, ...] = YEARS) -> Floats:
    """Monotone cubic course through the anchors, constant outside them. Shape: years."""
    known = sorted(anchors)
    if len(known) == 1:
        return np.full(len(years), float(anchors[known[0]]))
    inside = np.clip(np.array(years, dtype=float), known[0], known[-1])
    course = PchipInterpolator([float(year) for year in known], [anchors[year] for year in known])
    return np.asarray(course(inside), dtype=np.float64)


def shifts(
    deprivation: Floats, gradient: float, offsets: Floats, spread: Mapping[int, float], trends: Floats
) -> Floats:
    """How far each area is from the city on the logit or log scale. Shape: area × year."""
    level = (gradient * deprivation + offsets)[:, None] * path(spread)[None, :]
    own = trends[:, None] * (np.array(YEARS, dtype=float) - _MIDDLE)[None, :]
    return np.asarray(level + own, dtype=np.float64)


def area_shares(level_pct: Floats, shift: Floats, people: Floats) -> Floats:
    """Shares (0–1) per area whose mean over ``people`` is the city's level. Shape: area × year.

    A level of 0 or 100 % holds for every area alike.
    """
    columns = map(_share_column, level_pct / 100.0, shift.T, people.T)
    return np.stack(list(columns), axis=1)


def _share_column(level: float, shift: Floats, people: Floats) -> Floats:
    if level <= 0.0 or level >= 1.0 or people.sum() == 0:
        return np.full(len(shift), float(np.clip(level, 0.0, 1.0)))
    weights = people / people.sum()

    def miss(middle: float) -> float:
        return float(weights @ expit(middle + shift) - level)

    around = float(logit(level))
    reach = float(np.abs(shift).max()) + 1.0
    return np.asarray(expit(brentq(miss, around - reach, around + reach) + shift), dtype=np.float64)


def area_rates(level: Floats, shift: Floats, people: Floats) -> Floats:
    """Rates per area (unit of ``level``) whose mean over ``people`` is the city's level."""
    relative = np.exp(shift)
    mean = (relative * people).sum(axis=0) / people.sum(axis=0)
    return np.asarray(level[None, :] * relative / mean[None, :], dtype=np.float64)


def form_shares(levels: Floats, shift: Floats, people: Floats, rounds: int = 200) -> Floats:
    """Shares of a group's forms per area: rows add up to 1, their mean is the city's level.

    ``levels``: form (adding up to 1) for one year; ``shift``: area × form; ``people``: area.
    Iterative proportional fitting, so both margins hold.
    """
    table = levels[None, :] * np.exp(shift) * people[:, None]
    goal = levels * people.sum()
    for _ in repeat(None, rounds):
        sums = table.sum(axis=0)
        table = table * np.divide(goal, sums, out=np.zeros_like(sums), where=sums > 0)[None, :]
        table = table * (people / table.sum(axis=1))[:, None]
    return np.asarray(table / table.sum(axis=1, keepdims=True), dtype=np.float64)
