"""The four tiles of the page, each with its sign: against the city, trend, goal, gap."""

from __future__ import annotations

from dashboard.analysis.behind import children_behind
from dashboard.answers import tiles as common
from dashboard.answers.areas import value_text
from dashboard.answers.kennzahl.parts import Signed
from dashboard.answers.kennzahl.target import facts_of, goal
from dashboard.answers.parts import Tile
from dashboard.answers.question import Question
from dashboard.model import Trend
from dashboard.store.facts import Fact
from dashboard.wording import tiles
from dashboard.wording.numbers import with_unit
from dashboard.wording.people import counts_people
from dashboard.wording.signs import TREND_LEGEND_TITLE
from dashboard.wording.stories import FocusStory, Story
from dashboard.wording.tiles.text import NOT_COMPUTABLE, TileText

_UNTESTED = "ohne Vertrauensbereich, daher kein Test"


def marks(annual: Question, shown: Question, story: Story) -> tuple[Signed, ...]:
    """``shown`` holds the values that are drawn; trend, goal and gap are those of single years."""
    if not annual.line.years:
        return ()
    return (_against(shown, story), _trend(annual), _target(annual), _gap(annual))


def trend_of(fact: Fact | None) -> Trend | None:
    """The trend that ends at this value."""
    if fact is None or fact.trend is None:
        return None
    return Trend(
        indicator=fact.indicator,
        area=fact.area,
        year=fact.year,
        breakdown=fact.breakdown,
        label=fact.trend,
        slope=fact.slope,
        p=fact.trend_p,
        periods=fact.trend_periods or 0,
        first_year=fact.trend_first_year or fact.year,
        origin=fact.origin,
        detectable=fact.trend_detectable,
    )


def own_fact(question: Question) -> Fact | None:
    """The fact of the focused area, or of the city, in the shown year."""
    return facts_of(question).get(question.year)


def _against(question: Question, story: Story) -> Signed:
    if not isinstance(story, FocusStory):
        return _areas_or_city(question)
    part = _part_of_city(question)
    if part is not None:
        return Signed(part)
    value = next(entry for entry in question.values if entry.area == story.area.id)
    people = _people(value.value, question.city.value, value.denominator, question)
    text = tiles.against_city(
        question.indicator,
        question.year,
        story.observation,
        story.comparison,
        question.city.value,
        people,
    )
    return Signed(_tile(text), sign=value.sign)


def _areas_or_city(question: Question) -> Signed:
    if not question.line.has_areas or question.is_sum:
        return Signed(common.city_tile(question.line, question.indicator, question.year))
    signs = [value.sign for value in question.values]
    return Signed(_tile(tiles.areas_against_city(question.indicator, signs, question.drawn_city.value)))


def _part_of_city(question: Question) -> Tile | None:
    """What part of the city's sum is the area's; None where the city is no sum, or a value is missing."""
    own, whole = own_fact(question), question.line.city.get(question.year)
    if not question.is_sum or own is None or own.value is None or whole is None or not whole.value:
        return None
    said = f"{value_text(own, question.indicator)} von {value_text(whole, question.indicator)}"
    return Tile("Anteil an der Stadt", with_unit(100 * own.value / whole.value, "%", 1), said)


def _trend(question: Question) -> Signed:
    fact = own_fact(question)
    found = trend_of(fact)
    if fact is not None and fact.value is not None and (found is None or not found.periods):
        return Signed(Tile(TREND_LEGEND_TITLE, NOT_COMPUTABLE, _UNTESTED), trend="not_computable")
    method: tiles.TrendMethod = "cochran-armitage" if question.indicator.kind == "share" else "regression"
    text = tiles.trend_tile(question.indicator, found, method, fact.trend_detectable if fact else None)
    return Signed(_tile(text), trend=found.label if found else "not_computable")


def _target(question: Question) -> Signed:
    found = goal(question)
    if found is None:
        return Signed(_tile(tiles.target_tile(question.indicator, None, None)))
    target, result = found
    facts = facts_of(question)
    latest = facts[max(facts)] if facts else None
    hidden = latest is not None and latest.status == "hidden"
    judged = facts.get(result.year) if result and result.year is not None else None
    people = _people(result.value, result.goal, judged.denominator, question) if result and judged else None
    text = tiles.target_tile(question.indicator, target, result, people, hidden)
    return Signed(_tile(text), target="open" if hidden or result is None else result.status)


def _gap(question: Question) -> Signed:
    gap = common.gap_of(question.line, question.year)
    return Signed(_tile(tiles.gap_tile(question.indicator, gap, question.values)))


def _people(value: float | None, goal: float | None, n: float | None, question: Question) -> int | None:
    """|value − goal| of the denominator in whole people; None where the indicator counts none."""
    if value is None or goal is None or not counts_people(question.indicator):
        return None
    return children_behind(value / 100, goal / 100, n, "rise" if value < goal else "fall")


def _tile(text: TileText) -> Tile:
    return Tile(text.label, text.value, text.detail)
