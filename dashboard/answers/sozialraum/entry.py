"""One indicator of an area in words and numbers: what spine, lists and PDF show of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.analysis.behind import children_behind
from dashboard.answers.areas import interval_text, shown_value, value_text
from dashboard.answers.sozialraum.found import Found
from dashboard.answers.sozialraum.marks import marks_of
from dashboard.answers.sozialraum.parts import Entry
from dashboard.answers.sozialraum.past import city_points, points
from dashboard.answers.sozialraum.target import target_words
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.store.facts import Fact
from dashboard.wording import numbers, people, periods, signs
from dashboard.wording.grammar import capital
from dashboard.wording.tiles.trend import detectable_text

Href = Callable[[str], str]  # indicator id -> its page with this area in focus
LONGEST = 32  # characters of a denominator that fit below a name


def entry(found: Found, catalogue: Catalogue, href: Href) -> Entry:
    """Everything about one indicator; of a hidden value nothing but the city's remains."""
    indicator, fact = found.indicator, found.fact
    return Entry(
        indicator=indicator.id,
        title=indicator.short_title,
        who=who(indicator),
        period=periods.axis_label(indicator, found.year),
        href=href(indicator.id),
        life_phase=indicator.life_phase,
        text=value_text(fact, indicator),
        city_text=value_text(found.city, indicator) if found.city else "–",
        less_is_right=indicator.polarity == "low",
        neutral=indicator.polarity == "none",
        sign=found.sign,
        sign_word=signs.SIGN_SHORT[found.sign],
        origin=(fact or found.city or found.others[0]).origin,
        source=catalogue.sources[fact.source].title if fact else "",
        notes=marks_of(found),
        **_measured(found),
        **_moved(found),
        **_judged(found, catalogue),
    )


def _measured(found: Found) -> dict[str, Any]:
    """Value, counts and interval, and where the areas lie; empty for a hidden value."""
    indicator, is_hidden = found.indicator, found.sign == "hidden"
    fact = None if is_hidden else found.fact
    left, right = (None, None) if is_hidden or found.is_sum else _ends(found)
    return {
        "n_text": _number(fact.denominator if fact and _counts(found) else None),
        "counts_text": counts_text(fact, indicator),
        "interval_text": interval_text(fact, indicator),
        "value": shown_value(fact),
        "lower": fact.lower if fact else None,
        "upper": fact.upper if fact else None,
        "city": None if found.is_sum else shown_value(found.city),
        "others": () if is_hidden or found.is_sum else _values(found.others),
        "worst": left,
        "best": right,
        "worst_text": _edge(left, indicator),
        "best_text": _edge(right, indicator),
    }


def _moved(found: Found) -> dict[str, Any]:
    """Trend and the years behind it; empty for a hidden value."""
    is_hidden = found.sign == "hidden"
    fact = None if is_hidden else found.fact
    trend = (fact.trend if fact else None) or "not_computable"
    return {
        "trend": trend,
        "trend_word": "" if is_hidden else signs.trend_word(trend),
        "trend_judgement": "" if is_hidden else found.judgement,
        "trend_note": trend_note(fact, found.indicator) if trend == "no_trend" else "",
        "history": () if is_hidden else points(found),
        "city_history": () if is_hidden or found.is_sum else city_points(found),
    }


def _judged(found: Found, catalogue: Catalogue) -> dict[str, Any]:
    """Strength of evidence, target, and the children behind the gap."""
    count = None if found.past else behind(found)
    status, word, detail = target_words(found, catalogue)
    return {
        "noted": is_noted(found.fact),
        "p": found.fact.p_holm if found.fact else None,
        "target": status,
        "target_word": word,
        "target_detail": detail,
        "behind": count,
        "behind_unit": people.people_unit(count, found.indicator) if count is not None else "",
    }


def who(indicator: Indicator) -> str:
    """Whom the figure is about: its denominator where that is short, else a word for the people."""
    named = indicator.denominator if len(indicator.denominator) <= LONGEST else indicator.people
    return capital(named)


def behind(found: Found) -> int | None:
    """Children (cases, families) behind the gap to the city; only where "worse" is confirmed."""
    fact, city, indicator = found.fact, found.city, found.indicator
    counted = indicator.kind == "rate" or people.counts_people(indicator)
    if found.sign != "worse" or fact is None or fact.value is None or city is None or not counted:
        return None
    if city.value is None or fact.denominator is None:
        return None
    share, goal = fact.value / indicator.per, city.value / indicator.per
    return children_behind(share, goal, fact.denominator, "rise" if indicator.polarity == "high" else "fall")


def counts_text(fact: Fact | None, indicator: Indicator) -> str:
    """ "80 von 193"; of a rate "404 Hilfen bei n = 3.091"; empty without counts."""
    if fact is None or fact.numerator is None or fact.denominator is None or indicator.people == "Euro":
        return ""
    size, of_all = _number(fact.numerator), _number(fact.denominator)
    if indicator.kind == "share":
        return f"{size} von {of_all}"
    return f"{size}\u00a0{indicator.people} bei n\u00a0=\u00a0{of_all}"


def trend_note(fact: Fact | None, indicator: Indicator) -> str:
    """ "erkennbar erst ab etwa 9 Punkten": what the test for a trend could have found."""
    return detectable_text(indicator, fact.trend_detectable) if fact else ""


def is_noted(fact: Fact | None) -> bool:
    """Whether the area stands out alone, but not among all comparisons at once."""
    if fact is None or fact.comparison != "same":
        return False
    return fact.single_comparison in ("higher", "lower")


def _counts(found: Found) -> bool:
    """Whether the denominator is a number of people or cases."""
    return not found.is_sum and found.indicator.people != "Euro"


def _ends(found: Found) -> tuple[float | None, float | None]:
    """Left and right end of the areas' range: worst and best, or lowest and highest; of one area none."""
    values = _values((*found.others, *([found.fact] if found.fact else ())))
    if len(values) < 2:
        return None, None
    low, high = min(values), max(values)
    return (high, low) if found.indicator.polarity == "low" else (low, high)


def _values(facts: Sequence[Fact]) -> tuple[float, ...]:
    return tuple(fact.value for fact in facts if fact.value is not None)


def _edge(value: float | None, indicator: Indicator) -> str:
    return "" if value is None else numbers.number(value, indicator.decimals)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return numbers.number(value, 0 if float(value).is_integer() else 2)
