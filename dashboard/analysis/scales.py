"""Round class limits for a map legend."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis.arrays import vector

STEPS = (1.0, 2.0, 2.5, 5.0)  #: widths a class may have, times a power of ten


def nice_edges(values: ArrayLike, classes: int = 6) -> tuple[float, ...]:
    """The ``classes − 1`` inner limits of evenly spaced round classes that cover ``values``.

    In the unit of the values, ascending. The first class is open below, the last above.
    ``()`` without any value.
    """
    there = vector(values)[np.isfinite(vector(values))]
    if not there.size or classes < 2:
        return ()
    low, high = float(there.min()), float(there.max())
    for mantissa, power in _widths(high - low or abs(high) / 10 or 1.0, classes):
        width = mantissa * 10.0**power
        first = math.floor(low / width + 1e-9)
        spare = first + classes - math.ceil(high / width - 1e-9)
        if spare >= 0:
            start = first - spare // 2
            if low >= 0:
                start = max(0, start)
            digits = max(0, 1 - power)
            return tuple(round((start + step) * width, digits) for step in range(1, classes))
    raise AssertionError("unreachable: the widths grow without end")


def _widths(span: float, classes: int) -> list[tuple[float, int]]:
    """Class widths from just too narrow upwards, as mantissa and power of ten."""
    power = math.floor(math.log10(span / classes))
    return [(mantissa, power + more) for more in range(3) for mantissa in STEPS]
