"""Figures in rows below the years of the picture: focus, city and how many were counted."""

from __future__ import annotations

from dashboard.answers.kennzahl.cards import Numbers
from dashboard.answers.question import Question
from dashboard.display import History, Point, Series
from dashboard.model import CITY
from dashboard.store.facts import Fact
from dashboard.wording.numbers import MARKS, number, value_text

_LETTERS = 5  # a number that is longer has no room below its year
_NO_ROWS = ("euro",)


def numbers(question: Question, history: History) -> tuple[Numbers, ...]:
    """Only rows whose numbers all have room; without unit, which the row's name says."""
    if question.indicator.kind in _NO_ROWS or not history.years:
        return ()
    focus = next((series for series in history.series if series.focused), None)
    own = question.line.by_area.get(question.view.raum, question.line.city)
    found = [_values(focus or history.city, own, question, True)]
    if focus is not None and history.city.points:
        found.append(_values(history.city, question.line.city, question, False))
    found.append(Numbers("n", tuple((year, _count(own[year])) for year in sorted(own)), False))
    return tuple(row for row in found if _has_room(row))


def _values(series: Series, facts: dict[int, Fact], question: Question, strong: bool) -> Numbers:
    unit = f" in {question.indicator.unit}" if question.indicator.unit == "%" else ""
    name = "Stadt Hamm" if series.area == CITY else series.name
    return Numbers(
        f"{name}{unit}", tuple((point.year, _bare(point, facts, question)) for point in series.points), strong
    )


def _bare(point: Point, facts: dict[int, Fact], question: Question) -> str:
    fact = facts.get(point.year)
    if point.value is None or fact is None or fact.status in MARKS:
        return value_text(question.indicator, None, fact.status if fact else "unknown")
    return number(point.value, question.indicator.decimals)


def _count(fact: Fact) -> str:
    if fact.status == "hidden":
        return MARKS["hidden"]
    return number(fact.denominator) if fact.denominator is not None else ""


def _has_room(row: Numbers) -> bool:
    texts = [text for _, text in row.cells if text]
    return bool(texts) and all(len(text) <= _LETTERS for text in texts)
