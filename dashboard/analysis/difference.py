"""The difference of two shares with its confidence interval. Plain arithmetic: needed while serving."""

from __future__ import annotations

import math
from typing import NamedTuple

Z95 = 1.959963984540054  #: two-sided 95 % quantile of the normal distribution


class Difference(NamedTuple):
    """First share minus second, each per 1, with its limits."""

    value: float
    lower: float
    upper: float


def wilson(x: float, n: float, z: float = Z95) -> tuple[float, float]:
    """Wilson score limits of x out of n, per 1. Source: Wilson (1927). ``n`` above 0, x in 0..n."""
    share, size = x / n, z * z
    middle = (x + size / 2) / (n + size)
    half = z / (n + size) * math.sqrt(n * share * (1 - share) + size / 4)
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def newcombe(x1: float, n1: float, x2: float, n2: float, z: float = Z95) -> Difference | None:
    """x1 ÷ n1 minus x2 ÷ n2 with hybrid score limits; ``None`` where a number makes no share.

    Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10 (no continuity correction).
    """
    if not (_is_share(x1, n1) and _is_share(x2, n2)):
        return None
    (low1, high1), (low2, high2) = wilson(x1, n1, z), wilson(x2, n2, z)
    first, second = x1 / n1, x2 / n2
    below = math.hypot(first - low1, high2 - second)
    above = math.hypot(high1 - first, second - low2)
    return Difference(first - second, first - second - below, first - second + above)


def _is_share(x: float, n: float) -> bool:
    return math.isfinite(x) and math.isfinite(n) and n > 0 and 0 <= x <= n
