"""A gap said in children instead of points."""

from __future__ import annotations

import math
from typing import Literal


def children_behind(
    value: float | None,
    goal: float | None,
    n: float | None,
    direction: Literal["rise", "fall"] = "rise",
) -> int | None:
    """(goal − value) × n, rounded to whole children; 0 where the goal is met.

    ``value`` and ``goal`` per 1, ``n`` the children the value is about. For a goal that is
    reached by falling: the children by which the number would have to fall.
    ``None`` where a number is missing or negative, so that a hidden value has no number of children.
    """
    known = [number for number in (value, goal, n) if number is not None and 0 <= number < math.inf]
    if len(known) < 3:
        return None
    own, wanted, children = known
    points = wanted - own if direction == "rise" else own - wanted
    return max(0, math.floor(round(points * children, 6) + 0.5))
