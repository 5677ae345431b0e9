"""Whether a value changed between two periods: tests that need no more than the counts."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, sqrt

import numpy as np

from dashboard.model import ComparisonLabel
from dashboard.store.facts import Fact

AREA_LEVEL, CITY_LEVEL = 0.05, 0.002  # the city is judged at 99.8 %, as everywhere
_LARGEST = 20_000  # events up to which the exact test of two rates is summed


def change_p(first: Fact | None, last: Fact | None, kind: str) -> float | None:
    """p of "the same in both periods": score test for shares, exact conditional test for rates."""
    if first is None or last is None or kind not in ("share", "rate"):
        return None
    counts = (first.numerator, first.denominator, last.numerator, last.denominator)
    a, m, b, k = (float("nan") if count is None else count for count in counts)
    if not (m > 0 and k > 0 and a >= 0 and b >= 0):
        return None
    return _score_p(a, m, b, k) if kind == "share" else _conditional_p(round(a), m, round(b), k)


def holm(p: Sequence[float | None]) -> list[float | None]:
    """Holm-adjusted p-values; None is no comparison."""
    order = sorted((value, index) for index, value in enumerate(p) if value is not None)
    adjusted: list[float | None] = [None] * len(p)
    largest = 0.0
    for place, (value, index) in enumerate(order):
        largest = max(largest, min(1.0, value * (len(order) - place)))
        adjusted[index] = largest
    return adjusted


def label_of(p: float | None, first: float | None, last: float | None, level: float) -> ComparisonLabel:
    """ "higher" or "lower" where the change is proven, "same" where not, "none" where not tested."""
    if p is None or first is None or last is None:
        return "none"
    if p > level or first == last:
        return "same"
    return "higher" if last > first else "lower"


def _score_p(a: float, m: float, b: float, k: float) -> float | None:
    if a > m or b > k:
        return None
    pooled = (a + b) / (m + k)
    spread = sqrt(pooled * (1 - pooled) * (1 / m + 1 / k))
    return erfc(abs(a / m - b / k) / spread / sqrt(2)) if spread > 0 else 1.0


def _conditional_p(a: int, m: float, b: int, k: float) -> float | None:
    """Given all events, those of one period are binomial with its part of the exposure."""
    events = a + b
    if events == 0:
        return 1.0
    if events > _LARGEST:
        return None
    steps = np.concatenate(([0.0], np.cumsum(np.log(np.arange(1, events + 1)))))
    part = m / (m + k)
    x = np.arange(events + 1)
    logs = steps[-1] - steps - steps[::-1] + x * np.log(part) + (events - x) * np.log1p(-part)
    chances = np.exp(logs)
    return float(min(1.0, chances[chances <= chances[a] * (1 + 1e-7)].sum()))
