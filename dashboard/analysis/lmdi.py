"""Why spending changed: more cases, dearer cases, or other kinds of help (LMDI-I, additive).

Euros = Σ over kinds of (all cases × the kind's part of them × its cost per case). The
logarithmic mean splits the change into the three without a residual and independently of the
order. With days of help the cost per case is days per case × cost per day, and its part splits in two.
Source: Ang (2005), "The LMDI approach to decomposition analysis: a practical guide".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import Vector, Whole, vector
from dashboard.analysis.distribution import largest_remainder


@dataclass(frozen=True, slots=True)
class Effects:
    """Cents by which each cause moved spending; ``cases + mix + cost_per_case == change``.

    ``by_kind``: the same per kind of help, rows as given, columns cases, mix, cost per case.
    """

    cases: int
    mix: int
    cost_per_case: int
    change: int
    by_kind: Whole


def decompose(cases0: ArrayLike, cents0: ArrayLike, cases1: ArrayLike, cents1: ArrayLike) -> Effects:
    """Split the change of spending between two years, per kind of help; cents are whole numbers.

    A kind that begins or ends counts as mix; one whose cost begins or ends, as cost per case
    (analytical limits of Ang & Liu 2007). Raises ValueError for missing or negative numbers
    and for spending without cases.
    """
    start, end = (vector(cases0), vector(cents0)), (vector(cases1), vector(cents1))
    for cases, cents in (start, end):
        _check(cases, cents)
    change = int(np.rint(end[1]).sum()) - int(np.rint(start[1]).sum())
    exact = _effects(*start, *end)
    whole = largest_remainder(exact.ravel(), change).reshape(exact.shape)
    by_cases, by_mix, by_cost = whole.sum(axis=0).tolist()
    return Effects(by_cases, by_mix, by_cost, change, whole)


def decompose_days(
    cases0: ArrayLike, days0: ArrayLike, cents0: ArrayLike,
    cases1: ArrayLike, days1: ArrayLike, cents1: ArrayLike,
) -> Whole:  # fmt: skip
    """The same with cost per case split into days per case and cost per day.

    Rows as given, columns cases, mix, days per case, cost per day: the first two and the sum of the
    others are those of :func:`decompose` to the cent. Raises ValueError as that does, and for cases or
    spending without days.
    """
    whole = decompose(cases0, cents0, cases1, cents1).by_kind
    start, end = (
        (vector(cases0), vector(days0), vector(cents0)),
        (vector(cases1), vector(days1), vector(cents1)),
    )
    for cases, days, cents in (start, end):
        if not (days >= 0).all() or ((days == 0) & ((cases > 0) | (cents > 0))).any():
            raise ValueError("a decomposition with days needs days wherever there are cases")
    weight = logarithmic_mean(end[2], start[2])
    lengths = [
        np.where(weight > 0, days / np.where(cases > 0, cases, 1.0), 1.0) for cases, days, _ in (start, end)
    ]
    by_days = np.rint(weight * np.log(lengths[1] / lengths[0])).astype(np.int64)
    return np.column_stack([whole[:, :2], by_days, whole[:, 2] - by_days])


def logarithmic_mean(a: Vector, b: Vector) -> Vector:
    """(a − b) ÷ ln(a ÷ b); a where both are equal, 0 where one of them is 0, else NaN."""
    usable = (a > 0) & (b > 0)
    top, bottom = np.where(usable, a, 1.0), np.where(usable, b, 1.0)
    log = np.log(top / bottom)
    near = np.abs(log) < 1e-9
    mean = np.where(near, (top + bottom) / 2, (top - bottom) / np.where(near, 1.0, log))
    return np.where(usable, mean, np.where((a >= 0) & (b >= 0), 0.0, np.nan))


def _effects(cases0: Vector, cents0: Vector, cases1: Vector, cents1: Vector) -> Vector:
    """Kinds × (cases, mix, cost per case), in fractions of cents."""
    change = np.rint(cents1) - np.rint(cents0)
    all0, all1 = cases0.sum(), cases1.sum()
    if not all0 or not all1:
        return np.column_stack([change, 0 * change, 0 * change])
    weight = logarithmic_mean(cents1, cents0)
    running = weight > 0
    safe = [np.where(running, each, 1.0) for each in (cases0, cents0, cases1, cents1)]
    by_cases = weight * np.log(all1 / all0)
    by_mix = weight * np.log((safe[2] / all1) / (safe[0] / all0))
    by_mix = np.where(running, by_mix, np.where((cases0 > 0) & (cases1 > 0), 0.0, change))
    return np.column_stack([by_cases, by_mix, change - by_cases - by_mix])


def _check(cases: Vector, cents: Vector) -> None:
    if not ((cases >= 0) & (cents >= 0)).all():
        raise ValueError("a decomposition needs cases and cents of at least 0")
    if ((cents > 0) & (cases == 0)).any():
        raise ValueError("spending without cases has no cost per case")
