"""Sentences on a gap, a trend, a convergence, a target: what was tested and what came out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.catalogue.models import Area, Indicator, Source, Target
from dashboard.display import AreaValue
from dashboard.model import Convergence, Gap, TargetResult, Trend
from dashboard.wording.factors import count_word
from dashboard.wording.gaps import gap_size
from dashboard.wording.grammar import (
    capital,
    counted_places,
    places,
    printed,
    subject,
    verb,
)
from dashboard.wording.missing import delivery_needed
from dashboard.wording.numbers import (
    amount_text,
    change_between,
    figure,
    interval_text,
    p_text,
    probability_text,
    signed,
)
from dashboard.wording.periods import between_phrase, period_label, since_phrase
from dashboard.wording.signs import DISTINCT
from dashboard.wording.stories import CityStory
from dashboard.wording.units import joined

_FIVE: Final = "dafür braucht es fünf Zeiträume ohne Lücke und ohne Bruch der Reihe"


def city_tile_change(indicator: Indicator, first_year: int, first: float, last: float) -> str:
    """ "+4,2 Punkte seit 2010/11": the difference of the printed values."""
    change = change_between(first, last, indicator)
    return f"{change} {since_phrase(indicator, first_year)}" if change else ""


def gap_text(gap: Gap, indicator: Indicator, areas: Sequence[AreaValue] = ()) -> str:
    """ "24,4 Punkte", as difference of the printed values where ``areas`` has both ends."""
    return amount_text(gap_size(gap, indicator, areas), indicator)


def gap_sentence(gap: Gap, indicator: Indicator, areas: Sequence[AreaValue] = ()) -> str:
    """Whether the gap is larger than chance alone would make it."""
    size = gap_size(gap, indicator, areas)
    text = amount_text(size, indicator)
    if gap.chance_p95 is None:
        return f"Der Abstand zwischen höchstem und niedrigstem Wert: {text}"
    limit = f"(bis {amount_text(gap.chance_p95, indicator)})"
    if size > float(printed(gap.chance_p95, indicator)):
        return f"Der Abstand ({text}) ist größer, als Zufall allein erwarten ließe {limit}"
    return f"Der Abstand ({text}) liegt im Zufallsband {limit}"


def deviation_sentence(story: CityStory) -> str:
    """ "Vier Sozialräume unterscheiden sich nachweisbar von der übrigen Stadt, fünf nicht"."""
    compared = [area for area in story.areas if area.sign in DISTINCT or area.sign == "same"]
    count = sum(area.sign in DISTINCT for area in compared)
    rest = len(compared) - count
    if not compared:
        return f"Die {places(story.partition)} sind nicht mit der übrigen Stadt verglichen"
    if not count:
        none = f"k{counted_places(1, story.partition)}"
        return f"{capital(none)} unterscheidet sich nachweisbar von der übrigen Stadt"
    differ = "unterscheidet" if count == 1 else "unterscheiden"
    who = capital(counted_places(count, story.partition))
    tail = f", {'einer' if rest == 1 else count_word(rest)} nicht" if rest else ""
    return f"{who} {differ} sich nachweisbar von der übrigen Stadt{tail}"


def deviation_title(story: CityStory) -> str:
    """ "Vier weichen nachweisbar ab": the same result, short enough for the head of a card."""
    compared = [area for area in story.areas if area.sign in DISTINCT or area.sign == "same"]
    count = sum(area.sign in DISTINCT for area in compared)
    if not compared:
        return "Nach Größe geordnet"
    if count < 2:
        return f"{'Einer' if count else 'Keiner'} weicht nachweisbar ab"
    return f"{capital(count_word(count))} weichen nachweisbar ab"


def trend_sentence(trend: Trend, indicator: Indicator, area: Area, category: str = "") -> str:
    """ "Die Übergangsquote sinkt in Hamm-Norden seit 2020/21 im Mittel um 1,2 Punkte je Jahr (p = 0,012)"."""
    since = since_phrase(indicator, trend.first_year)
    bracket = f" ({p_text(trend.p)})" if trend.p is not None else ""
    if trend.label == "not_computable":
        return f"{capital(area.locative)} ist ein Trend nicht berechenbar; {_FIVE}"
    if trend.label == "no_trend":
        return f"{capital(area.locative)} ist {since} kein Trend nachweisbar{bracket}"
    word = verb(indicator, "steigt" if trend.label == "rising" else "sinkt", category)
    return f"{subject(indicator, category)} {word} {area.locative} {since}{_slope(trend, indicator)}{bracket}"


def _slope(trend: Trend, indicator: Indicator) -> str:
    size = abs(trend.slope) if trend.slope is not None else 0.0
    if printed(size, indicator) == 0:
        return ""
    return f" im Mittel um {amount_text(size, indicator)} je Jahr"


def convergence_sentence(convergence: Convergence, indicator: Indicator) -> str:
    """Whether the areas approached each other, with the spread at both ends and p."""
    who = places(convergence.partition)
    first, last = convergence.first_year, convergence.last_year
    if convergence.label == "not_computable" or first is None or last is None:
        return f"Ob sich die {who} annähern, ist nicht berechenbar"
    when = between_phrase(indicator, first, last)
    bracket = f" ({p_text(convergence.p)})" if convergence.p is not None else ""
    if convergence.label == "not_shown":
        return f"Eine Annäherung der {who} ist {when} nicht nachweisbar{bracket}"
    result = "angenähert" if convergence.label == "converging" else "auseinanderentwickelt"
    return f"Die {who} haben sich {when} nachweisbar {result}{_spread(convergence, indicator)}{bracket}"


def _spread(convergence: Convergence, indicator: Indicator) -> str:
    if convergence.first_spread is None or convergence.last_spread is None:
        return ""
    start, end = (amount_text(s, indicator) for s in (convergence.first_spread, convergence.last_spread))
    return f": Streuung zuerst {start}, zuletzt {end}"


def target_sentence(
    result: TargetResult, target: Target, indicator: Indicator, area: Area, sources: tuple[Source, ...] = ()
) -> str:
    """Where the area stands against its target, with value, projection and probability.

    ``sources``: the indicator's; an open goal names the delivery that would close it.
    """
    goal = f"Das Ziel {goal_text(result, target, indicator)}"
    head = {
        "reached": f"{goal} ist {area.locative} erreicht",
        "on_track": f"{goal} ist {area.locative} auf Kurs",
        "off_track": f"{goal} ist {area.locative} nicht auf Kurs",
        "missed": f"{goal} ist {area.locative} verfehlt",
        "open": f"{goal} ist {area.locative} offen, weil ein Ausgangswert oder ein aktueller Wert fehlt",
    }[result.status]
    if result.status == "open":
        return "; ".join(part for part in (head, delivery_needed(sources)) if part)
    parts = [_latest(result, indicator), _projection(result, indicator)]
    evidence = "; ".join(part for part in parts if part)
    return f"{head}: {evidence}" if evidence else head


def goal_text(result: TargetResult, target: Target, indicator: Indicator) -> str:
    """ "„mindestens 30,8 % bis 2015“ (+10 % gegenüber 2010)"; the title where there is no number."""
    example = " (Beispielziel)" if target.example else ""
    if result.goal is None:
        return f"„{target.title}“{example}"
    limit = "mindestens" if target.direction == "rise" else "höchstens"
    text = f"„{limit} {figure(result.goal, indicator)} bis {result.target_year}“"
    if target.kind == "relative" and target.value is not None:
        change = joined(signed(target.value), "%")
        text += f" ({change} gegenüber {period_label(indicator, target.baseline_year)})"
    return f"{text}{example}"


def _latest(result: TargetResult, indicator: Indicator) -> str:
    if result.value is None or result.year is None:
        return ""
    return f"zuletzt {figure(result.value, indicator)} ({period_label(indicator, result.year)})"


def _projection(result: TargetResult, indicator: Indicator) -> str:
    if result.status not in ("on_track", "off_track") or result.projected is None:
        return ""
    interval = interval_text(result.projected_lower, result.projected_upper, indicator)
    text = f"Projektion {result.target_year}: {figure(result.projected, indicator)}"
    text += f" ({interval})" if interval else ""
    if result.probability is None:
        return text
    return f"{text}, Wahrscheinlichkeit {probability_text(result.probability)}"
