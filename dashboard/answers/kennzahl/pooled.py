"""Three-year values in the place of annual ones: the same question, asked of other facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dashboard.answers.line import line_of
from dashboard.answers.question import Question
from dashboard.catalogue.models import Indicator
from dashboard.display import Point, Series
from dashboard.model import Pooled
from dashboard.store.facts import Fact, IndicatorFacts
from dashboard.wording import periods

WIDTH = 3  # years taken together


def is_pooled(question: Question) -> bool:
    """Whether three-year values are asked for and there are any."""
    return question.view.get("werte") == "dreijahr" and has_pooled(question)


def has_pooled(question: Question) -> bool:
    """Whether the line has three-year values."""
    return any(row.origin == question.line.origin for row in question.facts.pooled)


def pooled(question: Question) -> Question:
    """The same question over three-year values; a window with a hidden year in it is hidden."""
    line = question.line.part("three years", lambda: line_of(_three_years(question), question.catalogue))
    return replace(question, line=line)


def _three_years(question: Question) -> IndicatorFacts:
    annual = {(fact.area, fact.year): fact for fact in of_line(question)}
    rows = [row for row in question.facts.pooled if row.origin == question.line.origin]
    there = {(row.area, row.year) for row in rows}
    first = min((row.year for row in rows), default=0)
    secret = [
        _hidden(fact)
        for key, fact in annual.items()
        if key not in there and fact.year >= first and _touches_hidden(fact, annual)
    ]
    facts = [
        *(_fact(row, annual[row.area, row.year]) for row in rows if (row.area, row.year) in annual),
        *secret,
    ]
    return replace(question.facts, facts=tuple(facts))


def of_line(question: Question) -> Iterator[Fact]:
    """Every fact that is drawn: areas and city, in order of their years."""
    for facts in (*question.line.by_area.values(), question.line.city):
        yield from (facts[year] for year in sorted(facts))


def span(year: int, indicator: Indicator) -> str:
    """The years of a three-year value: "2022–2024", "2022/23–2024/25"."""
    first, last = (periods.axis_label(indicator, at) for at in (year - WIDTH + 1, year))
    return f"{first}–{last}"


def short_span(year: int) -> str:
    """The same under an axis: "2022–24"."""
    return f"{year - WIDTH + 1}–{year % 100:02d}"


def relabelled(series: Iterable[Series]) -> tuple[Series, ...]:
    """Series whose points are named by their three years."""
    return tuple(replace(one, points=tuple(_named(point) for point in one.points)) for one in series)


def _named(point: Point) -> Point:
    return replace(point, label=short_span(point.year))


def _touches_hidden(fact: Fact, annual: dict[tuple[str, int], Fact]) -> bool:
    window = (annual.get((fact.area, fact.year - back)) for back in range(WIDTH))
    return any(found is not None and found.status == "hidden" for found in window)


def _hidden(fact: Fact) -> Fact:
    """The cell without anything that was computed from it."""
    bare = fact._replace(status="hidden", value=None, numerator=None, denominator=None, cents=None)
    alone = bare._replace(lower=None, upper=None, rest=None, difference=None, comparison_p=None, p_holm=None)
    still = alone._replace(comparison=None, single_comparison=None, trend=None, slope=None, trend_p=None)
    return still._replace(trend_periods=None, trend_first_year=None, trend_detectable=None)


def _fact(row: Pooled, annual: Fact) -> Fact:
    return _hidden(annual)._replace(
        value=row.value,
        numerator=row.numerator,
        denominator=row.denominator,
        status="valid",
        lower=row.lower,
        upper=row.upper,
        rest=row.rest,
        difference=row.difference,
        comparison_p=row.p,
        p_holm=row.p_holm,
        comparison=None if row.label == "none" else row.label,
        single_comparison=None if row.label == "none" else row.single_label,
    )
