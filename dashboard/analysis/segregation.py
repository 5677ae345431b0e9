"""How unevenly two groups are spread over schools or areas, against chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import Vector, vector

DRAWS = 10_000
SEED = 20_080_911


@dataclass(frozen=True, slots=True)
class Segregation:
    """Dissimilarity index (0 even … 1 apart), its mean and 95th percentile by chance, and p."""

    d: float
    chance_mean: float
    chance_p95: float
    p: float


def dissimilarity(a: ArrayLike, b: ArrayLike) -> float:
    """D = ½ Σ |a_i ÷ A − b_i ÷ B|: the part of one group that would have to move.

    NaN without anybody in one of the groups, and for missing or negative numbers.
    Source: Duncan & Duncan (1955).
    """
    first, second = vector(a), vector(b)
    sound = (first >= 0).all() and (second >= 0).all()
    if not (sound and 0 < first.sum() < np.inf and 0 < second.sum() < np.inf):
        return np.nan
    return float(np.abs(first / first.sum() - second / second.sum()).sum() / 2)


def against_chance(a: ArrayLike, b: ArrayLike) -> Segregation | None:
    """D of two groups over units, against 10,000 random allocations that keep the units' sizes.

    ``a``, ``b``: pupils of each group per unit (units where one is NaN are left out), e.g. those
    going to Gymnasium and those going elsewhere, per primary school. ``None`` where a group is
    empty or a number negative. The draws have a fixed seed and do not depend on the order of the units.
    """
    first, second = _whole(a, b)
    if np.isnan(dissimilarity(first, second)):
        return None
    order = np.lexsort((first, first + second))
    sizes, people = (first + second)[order].astype(np.int64), int(first.sum())
    rng = np.random.default_rng(SEED)
    drawn = rng.multivariate_hypergeometric(sizes, people, size=DRAWS, method="marginals")
    rest = sizes - drawn
    chance = np.abs(drawn / people - rest / second.sum()).sum(axis=1) / 2
    d = dissimilarity(first, second)
    p = (1 + int((chance >= d - 1e-12).sum())) / (DRAWS + 1)
    return Segregation(d, float(chance.mean()), float(np.quantile(chance, 0.95)), p)


def _whole(a: ArrayLike, b: ArrayLike) -> tuple[Vector, Vector]:
    first, second = vector(a), vector(b)
    there = np.isfinite(first) & np.isfinite(second)
    return np.rint(first[there]), np.rint(second[there])
