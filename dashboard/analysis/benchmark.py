"""Comparison of one value with a fixed benchmark, by the rules of Fingertips (UKHSA).

All of them answer ``higher``, ``lower``, ``same`` or ``none``; :func:`judged` says what that
means where one direction is the good one.
"""

from __future__ import annotations

import math
from typing import Literal

from dashboard.analysis.intervals import exact_count, share_interval
from dashboard.model import ComparisonLabel

Judgement = Literal["better", "worse", "same", "none"]


def by_overlap(value: float, lower: float, upper: float, benchmark: float) -> ComparisonLabel:
    """Whether the benchmark lies outside the value's own interval (a limit on it is inside)."""
    if not _all_there(value, lower, upper, benchmark):
        return "none"
    if lower > benchmark:
        return "higher"
    return "lower" if upper < benchmark else "same"


def by_share_control(share: float, n: float, benchmark: float, level: float = 0.95) -> ComparisonLabel:
    """Whether a share leaves the control limits: the Wilson limits of the benchmark at this n.

    ``share`` and ``benchmark`` in 0..1, else ``none``; likewise without anybody.
    """
    if not _all_there(share, n, benchmark) or not (0 <= share <= 1 and 0 <= benchmark <= 1 and n > 0):
        return "none"
    lower, upper = share_interval(benchmark * n, n, level)
    return _outside(share, float(lower), float(upper))


def by_rate_control(rate: float, n: float, benchmark: float, level: float = 0.95) -> ComparisonLabel:
    """Whether a rate leaves the control limits: exact Poisson limits of the expected count.

    ``rate`` and ``benchmark`` per 1 of ``n``; ``none`` where one is negative or ``n`` is not above 0.
    """
    if not _all_there(rate, n, benchmark) or not (rate >= 0 and benchmark >= 0 and n > 0):
        return "none"
    lower, upper = exact_count(benchmark * n, level)
    return _outside(rate * n, float(lower), float(upper))


def by_target(value: float, target: float) -> ComparisonLabel:
    """Value against a single target value; on the target counts as ``same``."""
    if not _all_there(value, target):
        return "none"
    if value == target:
        return "same"
    return "higher" if value > target else "lower"


def by_target_interval(lower: float, upper: float, target: float) -> ComparisonLabel:
    """A value's interval against a target: an interval that starts on it counts as ``higher``."""
    if not _all_there(lower, upper, target):
        return "none"
    if lower >= target:
        return "higher"
    return "lower" if upper < target else "same"


def by_range(value: float, lower: float, upper: float) -> ComparisonLabel:
    """Value against a target range [lower, upper)."""
    if not _all_there(value, lower, upper):
        return "none"
    if value >= upper:
        return "higher"
    return "lower" if value < lower else "same"


def judged(label: ComparisonLabel, high_is_good: bool, reached_is_good: bool = False) -> Judgement:
    """``label`` as better or worse. ``reached_is_good``: being exactly on a target is better."""
    if label == "none":
        return "none"
    if label == "same":
        return "better" if reached_is_good else "same"
    return "better" if (label == "higher") == high_is_good else "worse"


def _outside(value: float, lower: float, upper: float) -> ComparisonLabel:
    if value > upper:
        return "higher"
    return "lower" if value < lower else "same"


def _all_there(*numbers: float) -> bool:
    return all(math.isfinite(number) for number in numbers)
