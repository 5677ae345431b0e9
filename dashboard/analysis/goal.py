"""What a target asks for, and how the answer is said."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from dashboard.model import TargetStatus

Direction = Literal["rise", "fall"]


@dataclass(frozen=True, slots=True)
class Goal:
    """A target. ``value``: for ``absolute`` in the unit of the series, for ``relative`` the change
    in percent (10 and "fall", or −10 and "fall": a tenth less than the baseline)."""

    kind: Literal["absolute", "relative", "direction", "convergence"]
    direction: Direction
    value: float | None
    baseline_year: int
    baseline: float | None
    target_year: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """``value`` at ``year`` against ``goal``; projection to the target year where there is one.

    All in the unit of the series. ``clear``: the value's own 95 % interval excludes the goal
    (``None`` without an interval).
    """

    status: TargetStatus
    value: float | None = None
    year: int | None = None
    baseline: float | None = None
    goal: float | None = None
    probability: float | None = None
    projected: float | None = None
    lower: float | None = None
    upper: float | None = None
    clear: bool | None = None


def goal_level(goal: Goal, baseline: float | None) -> float | None:
    """The number to be met; ``None`` where the goal has none or lacks its baseline."""
    value, start = _known(goal.value), _known(baseline)
    if goal.kind == "absolute":
        return value
    if goal.kind == "direction":
        return start
    if goal.kind == "convergence" or value is None or start is None:
        return None
    sign = 1 if goal.direction == "rise" else -1
    return start * (1 + sign * abs(value) / 100)


def _known(number: float | None) -> float | None:
    return number if number is not None and math.isfinite(number) else None


def meets(value: float, level: float, direction: Direction) -> bool:
    """Whether a value is at the goal or beyond it."""
    return value >= level if direction == "rise" else value <= level
