"""The sentence for one area: where it stands against the rest of the city."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from dashboard.wording.grammar import (
    capital,
    people_clause,
    per_hundred,
    printed,
    same_case,
    value_clause,
)
from dashboard.wording.missing import missing_focus
from dashboard.wording.numbers import (
    amount_text,
    figure,
    number,
    percent_points,
    rounded,
)
from dashboard.wording.stories import FocusStory

_INDISTINCT: Final = "mit diesen Fallzahlen nicht zu unterscheiden"
_REST: Final = "in der übrigen Stadt"


def focus_headline(story: FocusStory) -> str:
    """One sentence without full stop; a difference is claimed only where Holm confirms it."""
    value = story.value()
    if value is None:
        return missing_focus(story)
    n = per_hundred(value, story.indicator, story.category)
    rest = story.rest()
    if n and rest is None:
        return _people(story, n) + _unmeasured(story)
    rest_n = per_hundred(rest, story.indicator, story.category) if rest is not None else ""
    if n and rest_n and not (distinct(story) and n == rest_n):
        return _people(story, n) + _against_people(story, value, rest or 0.0)
    return value_clause(story.indicator, story.area.locative, value, story.category) + _against(story, value)


def distinct(story: FocusStory) -> bool:
    """Whether the area differs from the rest of the city after Holm."""
    return story.comparison is not None and story.comparison.label in (
        "higher",
        "lower",
    )


def _people(story: FocusStory, n: str) -> str:
    return f"{capital(story.area.locative)} {people_clause(story.indicator, n)}"


def _against_people(story: FocusStory, value: float, rest: float) -> str:
    """The difference of the printed whole numbers, or none where rounding would contradict it."""
    if not distinct(story):
        return _same(story, f"{number(rest)} von 100")
    here, there = rounded(value, 0), rounded(rest, 0)
    words = "mehr" if here > there else "weniger"
    if abs(here - there) != rounded(abs(value - rest), 0):
        return f" – {same_case(story.indicator, words)} als {_REST} ({number(rest)} von 100)"
    return f" – {same_case(story.indicator, number(abs(here - there)))} {words} als {_REST}"


def _against(story: FocusStory, value: float) -> str:
    rest = story.rest()
    if rest is None:
        return _unmeasured(story)
    if not distinct(story):
        return _same(story, figure(rest, story.indicator))
    gap = printed(value, story.indicator) - printed(rest, story.indicator)
    if gap and percent_points(story.indicator):
        return _points_apart(story, gap, rest)
    return f" – {_direction(story)} als {_REST} ({figure(rest, story.indicator)})"


def _points_apart(story: FocusStory, gap: Decimal, rest: float) -> str:
    side = "über" if gap > 0 else "unter"
    size = amount_text(float(abs(gap)), story.indicator)
    return f" – {size} {side} der übrigen Stadt ({figure(rest, story.indicator)})"


def _unmeasured(story: FocusStory) -> str:
    """The label alone, where the value of the rest of the city is not shown."""
    if distinct(story):
        return f" – {_direction(story)} als {_REST}"
    if story.comparison is not None and story.comparison.label == "same":
        return f" – von der übrigen Stadt {_INDISTINCT}"
    return ""


def _direction(story: FocusStory) -> str:
    return "höher" if story.comparison is not None and story.comparison.label == "higher" else "niedriger"


def _same(story: FocusStory, rest: str) -> str:
    """Only a comparison that was made can find no difference."""
    if story.comparison is None or story.comparison.label == "none":
        return f"; {_REST}: {rest}"
    return f" – von der übrigen Stadt ({rest}) {_INDISTINCT}"
