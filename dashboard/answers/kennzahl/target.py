"""The goal as line and projection of the big picture, and the result it is judged by."""

from __future__ import annotations

from dashboard.answers.question import Question
from dashboard.catalogue.models import Target
from dashboard.display import Projection, TargetLine
from dashboard.model import TargetResult
from dashboard.store.facts import Fact
from dashboard.wording.numbers import figure
from dashboard.wording.tiles.target import target_label

_SAME = 1e-6  # in the indicator's unit
_LINES = ("absolute", "relative")  # a mere direction and a convergence are no height on the axis


def goal(question: Question) -> tuple[Target, TargetResult | None] | None:
    """The latest target of the indicator's total, with the result of the focused area or the city."""
    if question.view.merkmal != question.choices.indicators[question.view.kennzahl].first_category:
        return None
    targets = [
        entry for entry in question.catalogue.targets.values() if entry.indicator == question.indicator.id
    ]
    if not targets:
        return None
    target = max(targets, key=lambda entry: entry.target_year)
    own = (entry for entry in question.facts.target_results if entry.target == target.id)
    found = next((entry for entry in own if entry.area == question.view.raum), None)
    return target, found if found is not None and _of_line(found, target, question) else None


def _of_line(result: TargetResult, target: Target, question: Question) -> bool:
    """Whether the result judges what is drawn: a published line is never judged by another's values."""
    if target.kind == "convergence":
        found = question.facts.convergence
        return found is None or found.origin == question.line.origin
    if result.year is None or result.value is None:
        return True
    fact = facts_of(question).get(result.year)
    return fact is not None and fact.value is not None and abs(fact.value - result.value) < _SAME


def facts_of(question: Question) -> dict[int, Fact]:
    """The line of the focused area, or of the city."""
    return question.line.by_area.get(question.view.raum, question.line.city)


def target_line(question: Question) -> TargetLine | None:
    """The goal as a line; None where it has no height of its own."""
    found = goal(question)
    if found is None or found[0].kind not in _LINES:
        return None
    target, result = found
    absolute = target.value if target.kind == "absolute" else None
    height = result.goal if result is not None else absolute
    if height is None:
        return None
    return TargetLine(height, target.target_year, target_label(question.indicator, target, result))


def projection(question: Question) -> Projection | None:
    """The way from the latest value to the year of the goal; None where nothing was projected."""
    found = goal(question)
    result = found[1] if found else None
    if result is None or result.year is None or result.value is None or result.target_year <= result.year:
        return None
    ends = (result.projected, result.projected_lower, result.projected_upper)
    if ends[0] is None or ends[1] is None or ends[2] is None:
        return None
    start = facts_of(question).get(result.year)
    return Projection(
        start_year=result.year,
        start_value=result.value,
        year=result.target_year,
        value=ends[0],
        lower=ends[1],
        upper=ends[2],
        text=figure(ends[0], question.indicator),
        start_lower=start.lower if start else None,
        start_upper=start.upper if start else None,
    )
