"""The one number a phone shows beside the statement."""

from __future__ import annotations

from dashboard.answers.parts import KeyFigure
from dashboard.answers.question import Question
from dashboard.store.facts import Fact
from dashboard.wording import numbers, signs
from dashboard.wording.stories import FocusStory, Story


def key_figure(question: Question, story: Story) -> KeyFigure:
    """The city's value, or that of the focused area against the rest of the city."""
    if isinstance(story, FocusStory):
        return _focus_key(question, story)
    city = question.line.city.get(question.year)
    limits = numbers.interval_text(city.lower, city.upper, question.indicator) if city else ""
    lines = (limits, _n(city, question))
    return KeyFigure(question.city.text, "Stadt Hamm", "none", "", tuple(line for line in lines if line))


def _focus_key(question: Question, story: FocusStory) -> KeyFigure:
    value = next(entry for entry in question.values if entry.area == story.area.id)
    fact = question.line.by_area[story.area.id].get(question.year)
    rest = story.rest()
    lines = (
        f"übrige Stadt {numbers.figure(rest, question.indicator)}" if rest is not None else "",
        value.interval_text,
        _n(fact, question),
    )
    word = signs.SIGN_SHORT.get(value.sign, "") if value.sign != "none" else ""
    return KeyFigure(value.text, value.name, value.sign, word, tuple(line for line in lines if line))


def _n(fact: Fact | None, question: Question) -> str:
    return numbers.n_of(question.indicator, fact.denominator, fact.numerator) if fact else ""
