"""The one array type of this room, and how anything numeric becomes one."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Vector = NDArray[np.float64]
Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]
Kind = Literal["share", "rate"]  #: binomial counts out of n, or Poisson counts over an exposure n


def vector(values: ArrayLike) -> Vector:
    """``values`` as a float array of the same shape (``None`` becomes NaN)."""
    return np.asarray(values, dtype=np.float64)


def possible(x: ArrayLike, n: ArrayLike, kind: Kind) -> tuple[Vector, Vector]:
    """Counts and sizes as pairs: both NaN where one is missing or no such count can be.

    Impossible is a negative count, a size that is not above 0, and more than n out of n.
    """
    counts, sizes = np.broadcast_arrays(vector(x), vector(n))
    there = np.isfinite(counts) & np.isfinite(sizes) & (counts >= 0) & (sizes > 0)
    if kind == "share":
        there &= counts <= sizes
    return np.where(there, counts, np.nan), np.where(there, sizes, np.nan)


def optional(number: float) -> float | None:
    """The number as a Python float, or ``None`` where it is NaN or infinite."""
    return float(number) if np.isfinite(number) else None
