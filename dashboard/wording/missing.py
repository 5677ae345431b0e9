"""Sentences for values that are not there: why, and which delivery would close the gap."""

from __future__ import annotations

from typing import Final

from dashboard.catalogue.models import Indicator, Source
from dashboard.model import Observation, Status
from dashboard.wording.grammar import capital, counted_places, places
from dashboard.wording.numbers import MARKS, number
from dashboard.wording.periods import period_phrase
from dashboard.wording.stories import CityStory, FocusStory

_REASONS: Final[dict[Status, str]] = {
    "hidden": "wird der Wert nicht gezeigt (Geheimhaltung)",
    "unknown": "ist der Wert nicht bekannt",
    "later": "liegt der Wert noch nicht vor",
    "uncertain": "ist der Wert zu unsicher, um gezeigt zu werden",
    "nothing": "ist nichts vorhanden",
    "senseless": "ist eine Angabe nicht sinnvoll",
}


def delivery_needed(sources: tuple[Source, ...]) -> str:
    """ "die Lücke schließt eine Lieferung: Schulstatistik (Schulverwaltungsamt)"; empty without source."""
    if not sources:
        return ""
    named = "; ".join(f"{source.title} ({source.publisher})" for source in sources)
    return f"die Lücke schließt eine Lieferung: {named}"


def figures_needed(indicator: Indicator) -> str:
    """ "die Lücke schließt eine Lieferung: Geburten mit Screening, dazu Geburten": for one area's gap.

    Named are the figures: the source of another area's value may be an article that has no more of them.
    """
    base = f", dazu: {indicator.denominator}" if indicator.denominator else ""
    return f"die Lücke schließt eine Lieferung: {indicator.numerator}{base}"


def count_only(observation: Observation | None) -> str:
    """The printed count of an observation that has a numerator but nothing to divide it by."""
    if observation is None or observation.value is not None or observation.status in MARKS:
        return ""
    return number(observation.numerator) if observation.numerator is not None else ""


def missing_city(story: CityStory) -> str:
    """Neither the city nor an area has a value in this period; a bare count without its base is said."""
    name = _name(story.indicator, story.category)
    when = capital(period_phrase(story.indicator, story.year))
    if story.city is not None and story.city.text[:1].isdigit():
        place = story.city_locative()
        return f"{name}: {when} ist {place} nur die Anzahl bekannt ({story.city.text})"
    if story.hidden():
        return f"{name}: {when} werden die Werte der {places(story.partition)} nicht gezeigt (Geheimhaltung)"
    return f"{name}: {when} liegen keine Werte vor"


def missing_focus(story: FocusStory) -> str:
    """The area has no value in this period, with the reason its status gives."""
    name = _name(story.indicator, story.category)
    when = period_phrase(story.indicator, story.year)
    if count := count_only(story.observation):
        return f"{name}: {capital(story.area.locative)} ist {when} nur die Anzahl bekannt ({count})"
    status: Status = story.observation.status if story.observation else "unknown"
    reason = _REASONS.get(status, _REASONS["unknown"]) if story.observation else "liegt kein Wert vor"
    return f"{name}: {capital(story.area.locative)} {reason.replace(' ', f' {when} ', 1)}"


def hidden_note(story: CityStory) -> str:
    """ "zwei Sozialräume nicht gezeigt (Geheimhaltung)"; empty where all are shown."""
    count = story.hidden()
    return f"{counted_places(count, story.partition)} nicht gezeigt (Geheimhaltung)" if count else ""


def _name(indicator: Indicator, category: str) -> str:
    return f"{indicator.short_title}, {category}" if category else indicator.short_title
