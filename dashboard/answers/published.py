"""Published figures beside the drawn line: each in its own slot, with source, period and certainty."""

from __future__ import annotations

from dashboard.answers.areas import point, value_text
from dashboard.answers.line import Line
from dashboard.answers.parts import PublishedValue
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.display import Point
from dashboard.model import CITY
from dashboard.store.facts import Fact
from dashboard.wording import numbers, periods, signs


def published_values(line: Line, indicator: Indicator, catalogue: Catalogue) -> tuple[PublishedValue, ...]:
    """Latest first; second readings of a contradictory source are kept and say so in their note."""
    facts = sorted(line.beside, key=lambda fact: (-fact.year, fact.area, fact.reading))
    return tuple(_value(fact, indicator, catalogue) for fact in facts)


def city_points(line: Line, indicator: Indicator) -> tuple[Point, ...]:
    """Published values of the whole city as points that no line joins."""
    facts = (
        fact for fact in line.beside if fact.area == CITY and fact.reading == 0 and fact.value is not None
    )
    return tuple(point(fact, indicator) for fact in sorted(facts, key=lambda fact: fact.year))


def _text(fact: Fact, indicator: Indicator) -> str:
    """The printed value; where only the count behind a share or rate is known, that count."""
    if fact.value is None and fact.status == "unknown" and fact.numerator is not None:
        return f"{numbers.number(fact.numerator)} (nur die Anzahl)"
    return value_text(fact, indicator)


def _value(fact: Fact, indicator: Indicator, catalogue: Catalogue) -> PublishedValue:
    source = catalogue.sources[fact.source]
    area = catalogue.areas[fact.area]
    return PublishedValue(
        place=area.name,
        period=periods.period_label(indicator, fact.year),
        text=_text(fact, indicator),
        source=f"{source.title} ({source.publisher})",
        url=source.url,
        note=fact.note,
        certainty=signs.certainty_word(fact.certainty),
    )
