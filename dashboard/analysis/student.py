"""Student's t distribution for whole degrees of freedom, in closed form and without scipy.

Pages that compute while somebody waits use it: the serving process loads no heavy package.
Formulas 26.7.3 and 26.7.4 of Abramowitz & Stegun, Handbook of Mathematical Functions (1964).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import Vector, vector

_STEPS = 80  # bisections of a right angle


def two_sided(t: ArrayLike, freedom: int) -> Vector:
    """P(|T| ≥ |t|), element by element. Raises ValueError for less than one degree of freedom."""
    if freedom < 1:
        raise ValueError("a t distribution has at least one degree of freedom")
    return np.clip(1 - _inside(np.arctan(np.abs(vector(t)) / np.sqrt(freedom)), freedom), 0.0, 1.0)


@lru_cache(256)
def quantile(level: float, freedom: int) -> float:
    """The t below which ``level`` of the distribution lies. Raises ValueError outside 0 < level < 1."""
    if not 0 < level < 1:
        raise ValueError("a level lies between 0 and 1")
    low, high, wanted = 0.0, np.pi / 2, abs(2 * level - 1)
    for _step in range(_STEPS):
        middle = (low + high) / 2
        below = bool(1 - two_sided(np.sqrt(freedom) * np.tan(middle), freedom) < wanted)
        low, high = (middle, high) if below else (low, middle)
    return float(np.sign(2 * level - 1) * np.sqrt(freedom) * np.tan(high))


def _inside(angle: Vector, freedom: int) -> Vector:
    """P(|T| ≤ t) for angle = arctan(t ÷ √freedom)."""
    sine, square = np.sin(angle), np.cos(angle) ** 2
    odd = freedom % 2 == 1
    term = np.cos(angle) if odd else np.ones_like(angle)
    total = np.zeros_like(angle)
    for step in range(freedom // 2):
        total = total + term
        factor = (2 * step + 2) / (2 * step + 3) if odd else (2 * step + 1) / (2 * step + 2)
        term = term * factor * square
    found = (angle + sine * total) * 2 / np.pi if odd else sine * total
    return np.asarray(found, dtype=np.float64)
