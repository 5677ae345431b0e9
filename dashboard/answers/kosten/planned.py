"""Plan and actual below the total of the city: nobody plans for kinds of help or areas."""

from __future__ import annotations

from dashboard.answers.kosten.over_years import plan
from dashboard.answers.kosten.parts import Line
from dashboard.answers.kosten.path import Way
from dashboard.answers.kosten.printing import NOTHING
from dashboard.model import CITY
from dashboard.wording import costs


def planned(way: Way, columns: int) -> list[Line]:
    """The planned amount with its share of the result, and how far the result is from it.

    ``columns``: cells beside amount and share. Nothing below the total, in real euros or without a plan.
    """
    goal, cents = plan(way.scope, way.scope.year), way.amount(CITY).cents
    if not way.node.is_root or goal is None or not cents:
        return []
    unit, blank = way.unit_of(way.node), (NOTHING,) * columns
    steps, result = unit.steps(goal), way.steps(way.node, unit) or 0
    over = (unit.signed(result - steps), NOTHING, *blank)
    return [
        Line("Plan (Haushaltsansatz)", (unit.bare(steps), costs.percent(goal / cents), *blank), role="more"),
        Line("Ergebnis gegenüber Plan", over, role="more"),
    ]
