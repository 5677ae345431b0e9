"""The page's figures as rows of a file."""

from __future__ import annotations

from dataclasses import replace

from dashboard.answers.kennzahl.pooled import is_pooled, of_line, span
from dashboard.answers.line_rows import line_rows
from dashboard.answers.question import Question
from dashboard.answers.rows import Row


def rows(annual: Question, shown: Question) -> tuple[Row, ...]:
    """Every period of areas, city and what was published beside; three-year values named by their years."""
    found = line_rows(shown, every_period=True)
    if not is_pooled(annual):
        return found
    spans = [span(fact.year, annual.indicator) for fact in of_line(shown)]
    return tuple(replace(row, zeitraum=label) for row, label in zip(found, spans, strict=True))
