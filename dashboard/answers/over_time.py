"""The years of a picture over time: every one of them, and where a series breaks."""

from __future__ import annotations

from dashboard.answers.question import Question
from dashboard.display import BreakMark
from dashboard.wording import periods


def breaks(question: Question) -> tuple[BreakMark, ...]:
    """The breaks of the series with the beginning of their reason."""
    return tuple(
        BreakMark(
            entry.year, f"{entry.reason.split(':')[0]} {periods.axis_label(question.indicator, entry.year)}"
        )
        for entry in question.indicator.breaks
    )


def every_year(years: tuple[int, ...]) -> tuple[int, ...]:
    """Without gaps: a line stops where a year is missing."""
    return tuple(range(years[0], years[-1] + 1)) if years else ()
