"""A gap said in children instead of points."""

from __future__ import annotations

import math
from typing import Literal


def children_behind(value: float, goal: float, n: float, direction: Literal["rise", "fall"] = "rise") -> int:
    """(goal − value) × n, rounded to whole children; 0 where the goal is met.

    ``value`` and ``goal`` per 1, ``n`` the children the value is about. For a goal that is
    reached by falling: the children by which the number would have to fall.
    Raises ValueError for a missing number.
    """
    if not all(math.isfinite(number) for number in (value, goal, n)):
        raise ValueError("children behind a goal need a value, a goal and a denominator")
    points = goal - value if direction == "rise" else value - goal
    return max(0, math.floor(round(points * n, 6) + 0.5))
