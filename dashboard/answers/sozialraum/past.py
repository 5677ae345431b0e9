"""The years behind a value: those the trend was tested over, at most five."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers.areas import point
from dashboard.answers.sozialraum.found import Found
from dashboard.catalogue.models import Indicator
from dashboard.display import Point
from dashboard.store.facts import Fact
from dashboard.wording import periods
from dashboard.wording.tiles.trend import PERIODS


def points(found: Found) -> tuple[Point, ...]:
    """The area's years, ascending; a year that is hidden or missing has no value."""
    return _points(found.history, found)


def city_points(found: Found) -> tuple[Point, ...]:
    """The city in the same years."""
    return _points(found.city_history, found)


def first_year(found: Found) -> int:
    """Where the spark begins: with the trend, never before a break of the series."""
    breaks = [entry.year for entry in found.indicator.breaks if entry.year <= found.year]
    return max([found.year - PERIODS + 1, *breaks])


def _points(facts: Sequence[Fact], found: Found) -> tuple[Point, ...]:
    by_year = {fact.year: fact for fact in facts}
    years = range(first_year(found), found.year + 1)
    if not any(year in by_year for year in years):
        return ()
    return tuple(_point(by_year.get(year), year, found.indicator) for year in years)


def _point(fact: Fact | None, year: int, indicator: Indicator) -> Point:
    if fact is not None:
        return point(fact, indicator)
    label = periods.axis_label(indicator, year)
    return Point(year, label, None, None, None, "k. A.", "none", "delivered")
