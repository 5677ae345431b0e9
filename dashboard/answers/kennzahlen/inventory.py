"""All indicators of a release at their latest period: few questions to the store, kept per release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from dashboard.answers.choices import choices
from dashboard.answers.kennzahlen.entries import entry
from dashboard.answers.kennzahlen.parts import Entry
from dashboard.answers.line import Line, line_of
from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import CITY, Partition
from dashboard.state import Choices
from dashboard.store.facts import Fact, IndicatorFacts
from dashboard.store.read import Store

_KEPT = 8  # releases, a few megabytes each
_Shown = tuple[Partition, str]  # partition and category an indicator is shown with
_Grouped = Mapping[str, tuple[Fact, ...]]


@dataclass(frozen=True, slots=True)
class Inventory:
    """The entries in the order of the catalogue, and the facts of their latest period by indicator."""

    entries: tuple[Entry, ...]
    latest: Mapping[str, tuple[Fact, ...]]


@lru_cache(_KEPT)
def inventory(store: Store, release: str) -> Inventory:
    """What there is of every indicator. A release never changes, so it is read once."""
    catalogue, overview = store.catalogue(release), store.indicator_overview(release)
    offered = choices(release, (release,), catalogue, overview)
    lines = dict(_lines(store, offered, catalogue))
    entries = (
        entry(catalogue.indicators[name], line, overview.get(name), catalogue) for name, line in lines.items()
    )
    return Inventory(tuple(entries), {name: _latest(line) for name, line in lines.items()})


def _lines(store: Store, offered: Choices, catalogue: Catalogue) -> Iterable[tuple[str, Line]]:
    """Per indicator: the areas at their latest period, the city over time."""
    shown = {
        name: (choice.first_partition, choice.first_category) for name, choice in offered.indicators.items()
    }
    release = offered.release
    of_areas = {pair: _grouped(store.matrix_facts(release, *pair)) for pair in set(shown.values())}
    of_city = {
        category: _grouped(store.area_history(release, CITY, category))
        for category in {category for _, category in shown.values()}
    }
    results = store.target_results(release)
    for name, pair in shown.items():
        areas = tuple(fact for fact in of_areas[pair].get(name, ()) if fact.area != CITY)
        facts = (*areas, *of_city[pair[1]].get(name, ()))
        targets = tuple(result for result in results if result.indicator == name)
        yield name, line_of(IndicatorFacts(name, pair[1], pair[0], facts, (), None, targets), catalogue)


def _grouped(facts: Iterable[Fact]) -> _Grouped:
    by_indicator = attrgetter("indicator")
    ordered = sorted(facts, key=by_indicator)
    return {name: tuple(group) for name, group in groupby(ordered, by_indicator)}


def _latest(line: Line) -> tuple[Fact, ...]:
    """The city, then the areas in the order of their places, at the latest year of the line."""
    if not line.years:
        return ()
    year = line.years[-1]
    found = (facts.get(year) for facts in (line.city, *line.by_area.values()))
    return tuple(fact for fact in found if fact is not None)
