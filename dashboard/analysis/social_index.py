"""A weighted index of need over areas, and how much of it hangs on the weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import Flags, Vector, Whole, vector

VARIATION = (0.5, 1.5, 0.0)  #: factors put on one weight at a time: ±50 %, left out


@dataclass(frozen=True, slots=True)
class SocialIndex:
    """Per area: ``score`` (0 = average area, 1 = one standard deviation more need), its ``low``
    and ``high`` under other weights, the ``contributions`` (areas × indicators, sum = score) and
    the position counted from the highest need (1 …) as a range."""

    score: Vector
    low: Vector
    high: Vector
    contributions: Vector
    position: Whole
    position_low: Whole
    position_high: Whole


def social_index(values: ArrayLike, weights: ArrayLike, more_is_need: ArrayLike) -> SocialIndex:
    """Weighted mean of z-standardised indicators.

    ``values``: areas × indicators; ``weights``: per indicator, at least 0, not all 0;
    ``more_is_need``: per indicator, whether a high value means need. Standardised with the
    standard deviation over all areas (an indicator without spread counts as 0). The range comes
    from halving, raising by half and leaving out one weight at a time.
    Raises ValueError for a missing value or bad weights.
    """
    z, own = _checked(values, weights, more_is_need)
    scores = _scores(z, own)
    places = np.array([_positions(each) for each in scores])
    return SocialIndex(
        score=scores[0],
        low=scores.min(axis=0),
        high=scores.max(axis=0),
        contributions=z * own / own.sum(),
        position=places[0],
        position_low=places.min(axis=0),
        position_high=places.max(axis=0),
    )


def varied_scores(values: ArrayLike, weights: ArrayLike, more_is_need: ArrayLike) -> Vector:
    """Weightings × areas: the scores under the weights themselves, then under every variation of them.

    Takes and raises what :func:`social_index` does.
    """
    return _scores(*_checked(values, weights, more_is_need))


def need(score: ArrayLike, population: ArrayLike, spread: float = 20.0) -> Vector:
    """Population weighted by need: an average area counts 1, one of score 1 counts 1 + spread %.

    Never below 0. This is what :func:`dashboard.analysis.distribution.distribute` takes.
    """
    points = np.clip(100 + spread * vector(score), 0, None)
    return np.asarray(points / 100 * vector(population), dtype=np.float64)


def _checked(values: ArrayLike, weights: ArrayLike, more_is_need: ArrayLike) -> tuple[Vector, Vector]:
    """Standardised values and weights."""
    z, own = _standardised(vector(values), np.asarray(more_is_need, dtype=bool)), vector(weights)
    if not np.isfinite(z).all():
        raise ValueError("the index needs a value of every indicator in every area")
    if not (own >= 0).all() or not own.sum() > 0:
        raise ValueError("the weights have to be at least 0, and one of them above 0")
    return z, own


def _scores(z: Vector, own: Vector) -> Vector:
    return np.array([z @ (each / each.sum()) for each in weightings(own)])


def _standardised(values: Vector, more_is_need: Flags) -> Vector:
    off = values - values.mean(axis=0)
    deviation = off.std(axis=0)
    z = np.divide(
        off,
        deviation,
        out=0 * off,
        where=deviation > 1e-12 * np.abs(values).max(axis=0),
    )
    return np.asarray(z * np.where(more_is_need, 1.0, -1.0), dtype=np.float64)


def weightings(own: Vector) -> list[Vector]:
    """The weights themselves, then every variation of one of them that leaves a weight above 0."""
    varied = [own]
    for index in range(own.size):
        for factor in VARIATION:
            other = own.copy()
            other[index] *= factor
            if other.sum() > 0:
                varied.append(other)
    return varied


def _positions(scores: Vector) -> Whole:
    """1 for the highest score; equal scores share the better position."""
    higher = scores[np.newaxis, :] > scores[:, np.newaxis] + 1e-12
    return np.asarray(1 + higher.sum(axis=1), dtype=np.int64)
