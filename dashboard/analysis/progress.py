"""Progress as compound annual growth, by the Open SDG method (sdg-build, ProgressMeasure)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

Category = Literal["achieved", "substantial", "moderate", "limited", "deterioration", "none"]

WITH_TARGET = (
    0.95,
    0.60,
)  #: observed ÷ required growth from which progress is substantial, moderate
WITHOUT_TARGET = (0.015, 0.005)  #: growth a year in the wanted direction, likewise


@dataclass(frozen=True, slots=True)
class Progress:
    """``observed`` and ``required``: growth a year; ``measure``: their ratio, or signed growth."""

    observed: float | None
    required: float | None
    measure: float | None
    category: Category


def annual_growth(first: float, last: float, years: int) -> float:
    """Compound annual growth rate from ``first`` to ``last``. Raises ValueError off its domain."""
    if years < 1 or first == 0 or not last / first >= 0:
        raise ValueError("growth needs two years and two values of the same sign, the first not 0")
    return float((last / first) ** (1 / years) - 1)


def pace(first: float, first_year: int, last: float, last_year: int) -> float | None:
    """Change per year from one value to another, in their unit; ``None`` without a year between them."""
    if last_year <= first_year or not math.isfinite(first + last):
        return None
    return (last - first) / (last_year - first_year)


def progress(
    first: float,
    first_year: int,
    last: float,
    last_year: int,
    direction: Literal["rise", "fall"],
    target: float | None = None,
    target_year: int | None = None,
) -> Progress:
    """Growth since the baseline, against that required for the target where there is one.

    ``none`` off the domain of compound growth: a first value of 0, a change of sign, a missing number.
    """
    if not math.isfinite(first + last + (target or 0)):
        return Progress(None, None, None, "none")
    if last_year <= first_year or first == 0 or last / first < 0:
        return Progress(None, None, None, "none")
    sign = 1 if direction == "rise" else -1
    observed = annual_growth(first, last, last_year - first_year)
    if target is None or target_year is None:
        return Progress(observed, None, sign * observed, _category(sign * observed, WITHOUT_TARGET))
    if sign * (last - target) >= 0:
        return Progress(observed, None, None, "achieved")
    if target_year <= first_year or target / first <= 0 or target == first:
        return Progress(observed, None, None, "none")
    required = annual_growth(first, target, target_year - first_year)
    ratio = sign * observed / abs(required)
    return Progress(observed, required, ratio, _category(ratio, WITH_TARGET))


def _category(measure: float, limits: tuple[float, float]) -> Category:
    if measure < 0:
        return "deterioration"
    if measure >= limits[0]:
        return "substantial"
    return "moderate" if measure >= limits[1] else "limited"
