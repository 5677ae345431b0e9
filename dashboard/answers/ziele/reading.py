"""The targets of a release with everything that was found about them: read once, kept per release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Area, Indicator, Target
from dashboard.model import CITY, LINE_ORIGINS, TOTAL, Convergence, Origin, TargetResult
from dashboard.store.facts import Fact
from dashboard.store.read import Store

_KEPT = 8  # releases
#: Year → fact of the line that is drawn for one area and indicator.
Past = Mapping[int, Fact]
_NOTHING: Past = {}


@dataclass(frozen=True)
class Judged:
    """One target with its results by area (the city among them) and the past they were judged by."""

    target: Target
    indicator: Indicator
    results: Mapping[str, TargetResult]
    pasts: Mapping[str, Past]

    @property
    def city(self) -> TargetResult:
        """Where the whole city stands."""
        return self.results[CITY]

    @property
    def of_areas(self) -> bool:
        """Whether the target is judged for the areas as well."""
        return len(self.results) > 1

    def past(self, area: str = CITY) -> Past:
        """The line of an area; empty where there is none."""
        return self.pasts.get(area, _NOTHING)

    def fact(self, area: str = CITY) -> Fact | None:
        """The value that was judged; for an open target that of its year, else the latest."""
        past, result = self.past(area), self.results.get(area)
        if result is not None and result.year is not None:
            return past.get(result.year)
        return past.get(self.target.target_year) or (past[max(past)] if past else None)

    @property
    def origin(self) -> Origin:
        """Where the city's values come from."""
        return next((fact.origin for fact in self.past().values()), "published")


@dataclass(frozen=True)
class Book:
    """Targets in the order of the scorecard, the areas in their places, and the tests of convergence."""

    judged: tuple[Judged, ...]
    areas: tuple[Area, ...]
    pasts: Mapping[str, Mapping[str, Past]]  # indicator → area → past
    tested: tuple[Convergence, ...]  # by strength of evidence
    untested: tuple[Convergence, ...]

    def of(self, example: bool) -> tuple[Judged, ...]:
        """The programme's own targets, or the examples that carry them on."""
        return tuple(one for one in self.judged if one.target.example == example)


@lru_cache(_KEPT)
def book(store: Store, release: str) -> Book:
    """What there is of every target. A release never changes, so it is read once."""
    catalogue = store.catalogue(release)
    areas = catalogue.partition("sozialraum")
    pasts = _pasts(store, release, [CITY, *(area.id for area in areas)])
    results: dict[str, dict[str, TargetResult]] = {}
    for result in store.target_results(release):
        results.setdefault(result.target, {})[result.area] = result
    tested, untested = _tests(store, release)
    judged = (
        Judged(target, catalogue.indicators[target.indicator], results[target.id],
               pasts.get(target.indicator, {}))
        for target in _ordered(catalogue)
        if CITY in results.get(target.id, {})
    )  # fmt: skip
    return Book(tuple(judged), areas, pasts, tested, untested)


def _ordered(catalogue: Catalogue) -> Iterable[Target]:
    """By strategic goal; within it as in the catalogue, programme before examples."""
    return sorted(catalogue.targets.values(), key=lambda target: (target.strategic_goal, target.example))


def _pasts(store: Store, release: str, areas: Iterable[str]) -> dict[str, dict[str, Past]]:
    found: dict[str, dict[str, Past]] = {}
    for area in areas:
        for indicator, past in _by_indicator(store.area_history(release, area, TOTAL)):
            found.setdefault(indicator, {})[area] = past
    return found


def _by_indicator(facts: Iterable[Fact]) -> Iterator[tuple[str, Past]]:
    for indicator, group in groupby(facts, attrgetter("indicator")):
        rows = [fact for fact in group if fact.reading == 0]
        origins = {fact.origin for fact in rows}
        leading = next((origin for origin in LINE_ORIGINS if origin in origins), None)
        yield indicator, {fact.year: fact for fact in rows if fact.origin == leading}


def _tests(store: Store, release: str) -> tuple[tuple[Convergence, ...], tuple[Convergence, ...]]:
    """Of each indicator's drawn line: what could be tested (strongest evidence first), and what not."""
    rows = [row for row in store.convergences(release, "sozialraum") if row.breakdown == TOTAL]
    rows.sort(key=lambda row: (row.indicator, LINE_ORIGINS.index(row.origin)))
    leading = [next(group) for _indicator, group in groupby(rows, attrgetter("indicator"))]
    tested = [row for row in leading if row.label != "not_computable" and row.p is not None]
    tested.sort(key=lambda row: (row.p or 0.0, row.indicator))
    return tuple(tested), tuple(row for row in leading if row not in tested)
