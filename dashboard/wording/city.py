"""The sentence for the whole city: what the areas say together."""

from __future__ import annotations

from decimal import Decimal

from dashboard.display import AreaValue
from dashboard.model import Gap
from dashboard.wording.factors import count_word, factor_words
from dashboard.wording.grammar import (
    capital,
    compared_clause,
    counted_places,
    people_clause,
    per_hundred,
    place_and_value,
    places,
    printed,
    same_case,
    subject,
    value_clause,
    verb,
)
from dashboard.wording.missing import missing_city
from dashboard.wording.numbers import figure
from dashboard.wording.published_some import counted_note, is_named, named_headline, only_some
from dashboard.wording.signs import DISTINCT
from dashboard.wording.stories import CityStory


def city_headline(story: CityStory) -> str:
    """One sentence without full stop; never a rank, never a difference that was not shown."""
    shown = story.shown()
    if not shown:
        return _city_alone(story)
    if only_some(story):
        return named_headline(story) if is_named(story) else _compared(story, shown) + counted_note(story)
    return _compared(story, shown)


def _compared(story: CityStory, shown: tuple[AreaValue, ...]) -> str:
    if len(shown) == 1:
        return value_clause(story.indicator, story.locative(shown[0]), _value(shown[0]), story.category)
    if not _tested(story, shown):
        return _neutral(story, shown[0], shown[-1])
    if _apart(story, shown):
        return _contrast(story, shown[0], shown[-1])
    distinct = [area for area in shown if area.sign in DISTINCT]
    return _one_stands_out(story, distinct) if distinct else _indistinct(story)


def exceeds_chance(gap: Gap, story: CityStory) -> bool:
    """Whether the gap as printed lies above the chance band as printed."""
    if gap.chance_p95 is None:
        return False
    return gap_size(story) > printed(gap.chance_p95, story.indicator)


def gap_size(story: CityStory) -> Decimal:
    """Highest minus lowest printed value, so that chart and sentence agree."""
    shown = story.shown()
    if len(shown) < 2:
        return Decimal(0)
    return printed(_value(shown[0]), story.indicator) - printed(_value(shown[-1]), story.indicator)


def _value(area: AreaValue) -> float:
    if area.value is None:
        raise ValueError(f"{area.name} has no value")
    return area.value


def _tested(story: CityStory, shown: tuple[AreaValue, ...]) -> bool:
    """Whether any statement about chance is possible: an area was compared or the gap has a band."""
    compared = any(area.sign not in ("none", "hidden") for area in shown)
    return compared or (story.gap is not None and story.gap.chance_p95 is not None)


def _apart(story: CityStory, shown: tuple[AreaValue, ...]) -> bool:
    both = shown[0].sign in DISTINCT and shown[-1].sign in DISTINCT
    exceeds = story.gap is not None and exceeds_chance(story.gap, story)
    return (both or exceeds) and gap_size(story) > 0


def _contrast(story: CityStory, high: AreaValue, low: AreaValue) -> str:
    indicator = story.indicator
    top, bottom = printed(_value(high), indicator), printed(_value(low), indicator)
    factor = factor_words(float(top / bottom)) if bottom > 0 else ""
    numbers = [per_hundred(_value(area), indicator, story.category) for area in (high, low)]
    here, there = story.locative(high), story.locative(low)
    if factor and numbers[1]:
        return f"{capital(here)} {compared_clause(indicator, factor, there)}"
    if factor:
        return _times_as_high(story, high, low, factor)
    if all(numbers) and numbers[0] != numbers[1]:
        first = people_clause(indicator, numbers[0])
        return f"{capital(here)} {first}, {there} {same_case(indicator, numbers[1])}"
    return _side_by_side(story, high, low)


def _times_as_high(story: CityStory, high: AreaValue, low: AreaValue, factor: str) -> str:
    indicator = story.indicator
    top, bottom = (figure(_value(area), indicator) for area in (high, low))
    what = f"{subject(indicator, story.category)} {verb(indicator, 'ist', story.category)}"
    return (
        f"{what} {story.locative(high)} mit {top} "
        f"{factor} so hoch wie {story.locative(low)} mit {bottom}{_unit_note(story)}"
    )


def _side_by_side(story: CityStory, high: AreaValue, low: AreaValue) -> str:
    """Both values; the unit of a rate is said once."""
    indicator, there = story.indicator, story.locative(low)
    first = value_clause(indicator, story.locative(high), _value(high), story.category)
    if indicator.kind == "rate":
        return f"{first}, {there} {figure(_value(low), indicator)}"
    return f"{first}, {place_and_value(indicator, there, _value(low))}"


def _one_stands_out(story: CityStory, distinct: list[AreaValue]) -> str:
    """The area farthest from the city (or from the middle) that differs from the rest after Holm."""
    middle = story.city.value if story.city and story.city.value is not None else None
    area = max(distinct, key=lambda a: abs(_value(a) - middle)) if middle is not None else distinct[0]
    n = per_hundred(_value(area), story.indicator, story.category)
    rest = _others(story, len(distinct) - 1)
    if n:
        words = same_case(story.indicator, "mehr" if _above(area, story) else "weniger")
        clause = f"{capital(story.locative(area))} {people_clause(story.indicator, n)}"
        return f"{clause}, nachweisbar {words} als in der übrigen Stadt{rest}"
    words = "höher" if _above(area, story) else "niedriger"
    clause = value_clause(story.indicator, story.locative(area), _value(area), story.category)
    return f"{clause}, nachweisbar {words} als in der übrigen Stadt{rest}"


def _above(area: AreaValue, story: CityStory) -> bool:
    if area.sign in ("better", "worse"):
        return (area.sign == "better") == (story.indicator.polarity == "high")
    return area.sign == "higher"


def _others(story: CityStory, count: int) -> str:
    if count == 0:
        return ""
    differ = "weicht" if count == 1 else "weichen"
    return f"; {counted_places(count, story.partition, more=True)} {differ} ebenfalls ab"


def _indistinct(story: CityStory) -> str:
    shown = "gezeigten " if story.hidden() else ""
    among = f"{count_word(len(story.shown()))} {shown}{places(story.partition, dative=True)}"
    what = f"{subject(story.indicator, story.category)} {verb(story.indicator, 'schwankt', story.category)}"
    return f"{what} zwischen den {among}; das ist mit diesen Fallzahlen nicht von Zufall zu unterscheiden"


def _neutral(story: CityStory, high: AreaValue, low: AreaValue) -> str:
    indicator = story.indicator
    if gap_size(story) == 0:
        everywhere = f"in allen gezeigten {places(story.partition, dative=True)}"
        return value_clause(indicator, everywhere, _value(high), story.category)
    return (
        f"{subject(indicator, story.category)} {verb(indicator, 'reicht', story.category)} "
        f"von {figure(_value(low), indicator)} {story.locative(low)} "
        f"bis {figure(_value(high), indicator)} {story.locative(high)}{_unit_note(story)}"
    )


def _unit_note(story: CityStory) -> str:
    """Rates and scales need their unit once; counts say it in the subject."""
    return f" ({story.indicator.unit})" if story.indicator.kind == "rate" else ""


def _city_alone(story: CityStory) -> str:
    value = story.city.value if story.city else None
    if value is None:
        return missing_city(story)
    locative = story.city_locative()
    n = per_hundred(value, story.indicator, story.category)
    if n:
        return f"{capital(locative)} {people_clause(story.indicator, n)}"
    return value_clause(story.indicator, locative, value, story.category)
