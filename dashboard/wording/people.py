"""A difference said in people: "21 Kinder mehr als beim Stadtwert", "25 Kinder" behind a gap."""

from __future__ import annotations

from typing import Final

from dashboard.catalogue.models import Indicator
from dashboard.wording.grammar import printed
from dashboard.wording.numbers import amount_text, number
from dashboard.wording.units import joined

NOTHING: Final = "–"
BEHIND_HEADING: Final = "Hinter dem Abstand"
BEHIND_NOTE: Final = (
    "Hinter dem Abstand: Abstand zum Stadtwert mal n, auf ganze Zahlen gerundet; nur bei "
    "nachweisbar schlechterem Wert."
)


def counts_people(indicator: Indicator) -> bool:
    """Whether a difference of this indicator can be said as a number of people or cases."""
    return indicator.kind == "share" and indicator.people != "Euro"


def people_text(count: int, indicator: Indicator) -> str:
    """ "21 Kinder", "1 Kind", "1 Familie": the unit of what the indicator counts."""
    return joined(number(count), indicator.people)


def people_unit(count: int, indicator: Indicator) -> str:
    """The unit alone, in singular for one: "Kinder", "Kind"."""
    return joined(number(count), indicator.people).split("\u00a0", 1)[-1]


def behind_text(count: int | None, indicator: Indicator) -> str:
    """ "25 Kinder" behind the gap to the city, "–" where no worse value is proven."""
    return NOTHING if count is None else people_text(count, indicator)


def behind_spoken(count: int | None, indicator: Indicator) -> str:
    """The same for a screen reader; empty where no worse value is proven."""
    return "" if count is None else f"{people_text(count, indicator)} hinter dem Abstand zum Stadtwert"


def apart_city(value: float, city: float, indicator: Indicator, people: int | None) -> str:
    """ "21 Kinder mehr als beim Stadtwert", else "10,4 Punkte über dem Stadtwert"; empty without gap.

    ``people``: of a share, what the difference makes of its denominator, rounded (not negative).
    """
    if people and counts_people(indicator) and value != city:
        return f"{people_text(people, indicator)} {'mehr' if value > city else 'weniger'} als beim Stadtwert"
    return _amount_apart(value, city, indicator, "Stadtwert")


def apart_goal(
    value: float, goal: float, indicator: Indicator, people: int | None, noun: str = "Ziel"
) -> str:
    """ "30 Kinder über dem Ziel", else "4,2 Punkte über dem Ziel"; empty where both print alike."""
    if people and counts_people(indicator) and value != goal:
        return f"{people_text(people, indicator)} {'über' if value > goal else 'unter'} dem {noun}"
    return _amount_apart(value, goal, indicator, noun)


def _amount_apart(value: float, other: float, indicator: Indicator, noun: str) -> str:
    size = printed(value, indicator) - printed(other, indicator)
    if not size:
        return ""
    return f"{amount_text(float(abs(size)), indicator)} {'über' if size > 0 else 'unter'} dem {noun}"
