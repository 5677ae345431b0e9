"""What can be chosen in a release: indicators, their years, categories and partitions."""

from __future__ import annotations

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.model import LINE_ORIGINS, TOTAL, Partition
from dashboard.state import Choices, IndicatorChoice
from dashboard.store.facts import Coverage, IndicatorOverview, Overview

PARTITIONS: tuple[Partition, ...] = ("sozialraum", "stadtbezirk")
DEFAULT = "uebergang-gymnasium"


def choices(release: str, releases: tuple[str, ...], catalogue: Catalogue, overview: Overview) -> Choices:
    """Everything the controls offer and an address is checked against."""
    found = {
        indicator.id: _choice(indicator, overview.get(indicator.id))
        for indicator in catalogue.indicators.values()
    }
    default = DEFAULT if DEFAULT in found and found[DEFAULT].has_data else _first_with_data(found)
    areas = {partition: tuple(area.id for area in catalogue.partition(partition)) for partition in PARTITIONS}
    latest = max((entry.latest for entry in overview.values()), default=0)
    return Choices(release, releases, default, found, areas, latest)


def _first_with_data(found: dict[str, IndicatorChoice]) -> str:
    return next((name for name, choice in found.items() if choice.has_data), next(iter(found)))


def _choice(indicator: Indicator, overview: IndicatorOverview | None) -> IndicatorChoice:
    coverage = overview.coverage if overview else ()
    present = {entry.breakdown for entry in coverage}
    titles = [
        (category.id, category.title)
        for breakdown in indicator.breakdowns
        for category in breakdown.categories
    ]
    return IndicatorChoice(
        id=indicator.id,
        title=indicator.short_title,
        life_phase=indicator.life_phase,
        years={partition: _line_years(coverage, partition) for partition in PARTITIONS},
        city_years=_line_years(coverage, "stadt"),
        elsewhere=bool(coverage),
        categories=tuple(entry for entry in titles if entry[0] in present),
        has_total=TOTAL in present or not present,
    )


def _line_years(coverage: tuple[Coverage, ...], kind: str) -> tuple[int, ...]:
    for origin in LINE_ORIGINS:
        years = {
            year
            for entry in coverage
            if entry.kind == kind and entry.origin == origin
            for year in entry.years
        }
        if years:
            return tuple(sorted(years))
    return ()
