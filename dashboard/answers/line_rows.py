"""The figures of one indicator's line as rows for files."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.answers.question import Question
from dashboard.answers.rows import Row, row_of
from dashboard.store.facts import Fact


def line_rows(question: Question, *, every_period: bool) -> tuple[Row, ...]:
    """Areas, city and published figures of the shown period, or of all periods."""
    facts = [fact for fact in _facts(question) if every_period or fact.year == question.year]
    return tuple(row_of(fact, question.catalogue, question.choices.release) for fact in facts)


def _facts(question: Question) -> Iterator[Fact]:
    for facts in (*question.line.by_area.values(), question.line.city):
        yield from (facts[year] for year in sorted(facts))
    yield from question.line.beside
