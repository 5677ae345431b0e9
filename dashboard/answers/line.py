"""Which facts make up the line that is shown, and which stand beside it as published figures."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Area
from dashboard.model import CITY, LINE_ORIGINS, Origin
from dashboard.state import View
from dashboard.store.facts import Fact, IndicatorFacts

T = TypeVar("T")


@dataclass(frozen=True)
class Line:
    """The facts of one view, sorted out by origin: one origin is drawn, others have their own slot."""

    facts: IndicatorFacts
    areas: tuple[Area, ...]
    _parts: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def part(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is made of these facts alone, whichever area is in focus: made once.

        ``key`` names it and all else that it depends on (a year, an area's own column).
        """
        try:
            kept: T = self._parts[key]
        except KeyError:
            kept = self._parts[key] = make()
        return kept

    @cached_property
    def origin(self) -> Origin:
        """The origin of the drawn line: of the areas, else of the city."""
        return _leading(self._of_areas) or _leading(self._of_city) or "published"

    @cached_property
    def by_area(self) -> dict[str, dict[int, Fact]]:
        """Area id → year → fact, areas of the partition only, of the line's origin."""
        found: dict[str, dict[int, Fact]] = {area.id: {} for area in self.areas}
        for fact in self._of_areas:
            if fact.origin == self.origin and fact.reading == 0:
                found[fact.area].setdefault(fact.year, fact)
        return found

    @cached_property
    def city(self) -> dict[int, Fact]:
        """Year → fact of the whole city, of the same origin as the areas."""
        same = (fact for fact in self._of_city if fact.origin == self.origin and fact.reading == 0)
        return _first_by_year(same)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the line, ascending."""
        of_areas = {year for facts in self.by_area.values() for year in facts}
        return tuple(sorted(of_areas or set(self.city)))

    @cached_property
    def beside(self) -> tuple[Fact, ...]:
        """Published figures that are not part of the line, and second readings."""
        drawn = {id(fact) for facts in (*self.by_area.values(), self.city) for fact in facts.values()}
        return tuple(fact for fact in self.facts.facts if id(fact) not in drawn and fact.origin != "demo")

    @property
    def has_areas(self) -> bool:
        """Whether any area has a row of the line."""
        return any(self.by_area.values())

    def year(self, view: View) -> int | None:
        """The shown year: the one asked for, else the latest; None if there is nothing."""
        if view.jahr in self.years:
            return view.jahr
        return self.years[-1] if self.years else None

    @cached_property
    def _of_areas(self) -> tuple[Fact, ...]:
        ids = {area.id for area in self.areas}
        return tuple(fact for fact in self.facts.facts if fact.area in ids)

    @cached_property
    def _of_city(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts.facts if fact.area == CITY)


def line_of(facts: IndicatorFacts, catalogue: Catalogue) -> Line:
    """Sort out the facts of one indicator over the partition they were asked for."""
    return Line(facts, catalogue.partition(facts.partition))


def _leading(facts: Iterable[Fact]) -> Origin | None:
    present = {fact.origin for fact in facts}
    return next((origin for origin in LINE_ORIGINS if origin in present), None)


def _first_by_year(facts: Iterable[Fact]) -> dict[int, Fact]:
    found: dict[int, Fact] = {}
    for fact in facts:
        found.setdefault(fact.year, fact)
    return found
