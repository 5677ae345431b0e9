"""Facts of one period as the values that lists and maps show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard.answers.line import Line
from dashboard.catalogue.models import Area, Indicator
from dashboard.display import AreaValue, CityLine, Point, Series
from dashboard.store.facts import Fact
from dashboard.wording import numbers, periods, signs

NOTHING = "k. A."  # no row at all; a row that says why has the mark of its status
Href = Callable[[str], str]  # area id -> link that focuses it


def area_values(
    line: Line, indicator: Indicator, year: int, focused: str, href: Href
) -> tuple[AreaValue, ...]:
    """One value per area of the partition, highest first, those without a value last."""
    plain = line.part(("values", year), lambda: _plain_values(line, indicator, year))
    return tuple(replace(one, focused=focused == one.area, href=href(one.area)) for one in plain)


def _plain_values(line: Line, indicator: Indicator, year: int) -> tuple[AreaValue, ...]:
    values = [
        area_value(area, line.by_area[area.id].get(year), indicator, False, "", line) for area in line.areas
    ]
    return tuple(sorted(values, key=lambda entry: (entry.value is None, -(entry.value or 0), entry.name)))


def area_value(
    area: Area, fact: Fact | None, indicator: Indicator, focused: bool, href: str, line: Line
) -> AreaValue:
    """One area at one period; without a fact an empty one."""
    label = fact.comparison if fact and fact.comparison else "none"
    status = fact.status if fact else "unknown"
    sign = signs.sign(label, indicator.polarity, status)
    trend = fact.trend if fact and fact.trend else "not_computable"
    return AreaValue(
        area=area.id,
        name=area.name,
        short_name=area.short_name,
        value=shown_value(fact),
        lower=fact.lower if fact else None,
        upper=fact.upper if fact else None,
        numerator=fact.numerator if fact else None,
        denominator=fact.denominator if fact else None,
        text=value_text(fact, indicator),
        interval_text=interval_text(fact, indicator),
        sign=sign,
        sign_word=signs.sign_word(sign) if sign != "none" else "",
        noted=_noted(fact),
        trend=trend,
        trend_word=signs.trend_word(trend),
        origin=fact.origin if fact else line.origin,
        href=href,
        focused=focused,
        row=area.row,
        column=area.column,
    )


def city_line(fact: Fact | None, indicator: Indicator) -> CityLine:
    """The city's dashed line; all empty where there is no city value."""
    text = value_text(fact, indicator)
    return CityLine(
        value=shown_value(fact),
        lower=fact.lower if fact else None,
        upper=fact.upper if fact else None,
        text=text,
        label=f"Stadt Hamm {text}" if fact else "",
    )


def series_of(
    area: Area,
    facts: dict[int, Fact],
    indicator: Indicator,
    year: int,
    focused: bool,
    href: str,
    points: tuple[Point, ...] | None = None,
) -> Series:
    """One area over time; ``points``: those of :func:`points_of`, where they were made before."""
    latest = facts.get(year)
    label = latest.comparison if latest and latest.comparison else "none"
    return Series(
        area=area.id,
        name=area.name if area.kind == "stadt" else area.short_name,
        points=points if points is not None else points_of(facts, indicator),
        text=value_text(latest, indicator),
        sign=signs.sign(label, indicator.polarity, latest.status if latest else "unknown"),
        focused=focused,
        row=area.row,
        column=area.column,
        href=href,
    )


def points_of(facts: dict[int, Fact], indicator: Indicator) -> tuple[Point, ...]:
    """The periods of a series in their order."""
    return tuple(point(facts[at], indicator) for at in sorted(facts))


def value_text(fact: Fact | None, indicator: Indicator) -> str:
    """The printed value; euros in sensible units, counts that have no rate as counts."""
    if fact is None:
        return NOTHING
    if fact.value is None and fact.numerator is not None and fact.status == "valid":
        return numbers.number(fact.numerator)
    return numbers.value_text(indicator, fact.value, fact.status)


def interval_text(fact: Fact | None, indicator: Indicator) -> str:
    """ "16,6 bis 28,4 %", empty without an interval."""
    return numbers.interval_text(fact.lower, fact.upper, indicator) if fact else ""


def shown_value(fact: Fact | None) -> float | None:
    """The number that is drawn."""
    return fact.value if fact else None


def point(fact: Fact, indicator: Indicator) -> Point:
    """One period of a series."""
    label = fact.comparison or "none"
    return Point(
        year=fact.year,
        label=periods.axis_label(indicator, fact.year),
        value=fact.value,
        lower=fact.lower,
        upper=fact.upper,
        text=value_text(fact, indicator),
        sign=signs.sign(label, indicator.polarity, fact.status),
        origin=fact.origin,
    )


def _noted(fact: Fact | None) -> bool:
    if fact is None or fact.comparison != "same":
        return False
    return fact.single_comparison in ("higher", "lower")
