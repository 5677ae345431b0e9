"""Whole units shared out by need: largest remainder (Hare–Niemeyer), with an optional floor."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import Flags, Vector, Whole, vector


def largest_remainder(quotas: ArrayLike, total: int) -> Whole:
    """Whole numbers next to ``quotas`` (any sign) that sum to ``total`` exactly.

    Every quota is rounded down, what is missing goes to the largest remainders; ties go to the
    first. Raises ValueError where the quotas do not sum to the total within rounding.
    """
    wanted = vector(quotas)
    whole = np.floor(wanted).astype(np.int64)
    missing = total - int(whole.sum())
    if not 0 <= missing <= wanted.size:
        raise ValueError("the quotas do not sum to the total")
    whole[np.argsort(-(wanted - whole), kind="stable")[:missing]] += 1
    return whole


def distribute(total: int, need: ArrayLike, floor: int = 0) -> Whole:
    """``total`` units (posts, quarter posts, cents) in proportion to ``need``; sums exactly.

    Areas whose part is below ``floor`` get the floor, the others share the rest. Raises
    ValueError for a negative or missing need, no need at all, or a floor that is not affordable.
    """
    wanted = vector(need)
    if not (wanted >= 0).all() or not wanted.sum() > 0:
        raise ValueError("a distribution needs a need of at least 0 everywhere and above 0 somewhere")
    if total < 0 or floor < 0 or floor * wanted.size > total:
        raise ValueError("the total does not cover the minimum of every area")
    held = _below_floor(total, wanted, floor)
    parts = np.full(wanted.shape, floor, dtype=np.int64)
    if not held.all():
        rest = total - floor * int(held.sum())
        parts[~held] = largest_remainder(_quotas(rest, wanted[~held]), rest)
    else:
        parts += largest_remainder(_quotas(total - int(parts.sum()), wanted), total - int(parts.sum()))
    return parts


def distribute_posts(posts: float, need: ArrayLike, floor: float = 0.0, unit: float = 1.0) -> Vector:
    """Posts in steps of ``unit`` (1 whole, 0.25 quarter posts), else as :func:`distribute`.

    Raises ValueError where posts or floor are no multiple of the unit.
    """
    steps = distribute(_steps(posts, unit), need, _steps(floor, unit))
    return vector(steps) * unit


def _below_floor(total: int, need: Vector, floor: int) -> Flags:
    """Areas that are held at the floor. Holding one shrinks the others' parts, hence the loop."""
    held = np.zeros(need.shape, dtype=bool)
    while not held.all():
        rest = total - floor * int(held.sum())
        free = need[~held]
        below = _quotas(rest, free) < floor if free.sum() > 0 else np.ones(free.shape, dtype=bool)
        if not below.any():
            break
        held[np.flatnonzero(~held)[below]] = True
    return held


def _quotas(total: int, need: Vector) -> Vector:
    return np.asarray(total * (need / need.sum()), dtype=np.float64)


def _steps(amount: float, unit: float) -> int:
    steps = amount / unit
    if not math.isclose(steps, round(steps), abs_tol=1e-9):
        raise ValueError(f"{amount} is no multiple of {unit}")
    return round(steps)
