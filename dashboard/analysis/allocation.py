"""What each area gets under a rule, and under rules close to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import Vector, Whole, vector
from dashboard.analysis.distribution import distribute
from dashboard.analysis.social_index import SocialIndex, need, social_index, varied_scores


@dataclass(frozen=True, slots=True)
class Allocation:
    """Per area: ``units`` (sum = total), their range ``low`` … ``high`` under other weights, and ``factor``:
    what one person counts (1 = as one of an average area). ``index`` is None without weights."""

    units: Whole
    low: Whole
    high: Whole
    factor: Vector
    index: SocialIndex | None


@dataclass(frozen=True, slots=True)
class Criteria:
    """``values``: areas × criteria; ``weights`` and ``more_is_need`` per criterion."""

    values: ArrayLike
    weights: ArrayLike
    more_is_need: ArrayLike


def allocate(
    total: int, population: ArrayLike, criteria: Criteria | None, spread: float, floor: int = 0
) -> Allocation:
    """Share out ``total`` whole units; ``spread``: per cent more for one standard deviation more need.

    The range comes from the weights varied as in :func:`~.social_index.social_index`. Raises ValueError as
    :func:`~.distribution.distribute` and :func:`~.social_index.social_index` do.
    """
    people = vector(population)
    if criteria is None:
        units = distribute(total, people, floor)
        return Allocation(units, units, units, np.ones(people.shape), None)
    index = social_index(criteria.values, criteria.weights, criteria.more_is_need)
    scores = varied_scores(criteria.values, criteria.weights, criteria.more_is_need)
    shares = np.array([distribute(total, need(score, people, spread), floor) for score in scores])
    factor = need(index.score, np.ones(people.shape), spread)
    return Allocation(shares[0], shares.min(axis=0), shares.max(axis=0), factor, index)
