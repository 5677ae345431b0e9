"""Several years taken together, where one year of an area is too small."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import Vector, vector


def pooled(years: ArrayLike, x: ArrayLike, n: ArrayLike, window: int = 3) -> tuple[Vector, Vector]:
    """Numerator and denominator summed over the ``window`` consecutive years ending in each year.

    ``x``, ``n``: periods first, areas (if any) second. NaN where a year of the window is missing,
    for want of a row or of a number.
    """
    order = [int(year) for year in np.asarray(years)]
    row = {year: index for index, year in enumerate(order)}
    counts, sizes = vector(x), vector(n)
    missing = np.isnan(counts) | np.isnan(sizes)
    pair = np.where(missing, np.nan, counts), np.where(missing, np.nan, sizes)
    x3, n3 = np.full(counts.shape, np.nan), np.full(sizes.shape, np.nan)
    for index, year in enumerate(order):
        wanted = range(year - window + 1, year + 1)
        if all(each in row for each in wanted):
            rows = [row[each] for each in wanted]
            x3[index], n3[index] = pair[0][rows].sum(axis=0), pair[1][rows].sum(axis=0)
    return x3, n3
