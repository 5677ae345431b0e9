"""What a view asks, and what the store knows about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.answers import areas, tiles
from dashboard.answers.line import Line
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Area, Indicator, Source
from dashboard.display import AreaValue, CityLine, Point, Series, Shape
from dashboard.model import CITY, Comparison
from dashboard.state import Choices, View
from dashboard.store.facts import Fact, IndicatorFacts
from dashboard.wording.stories import CityStory, FocusStory, Story


@dataclass(frozen=True)
class Question:
    """Everything the answer is made from: the view, and what the store knows about it."""

    view: View
    choices: Choices
    catalogue: Catalogue
    line: Line
    shapes: tuple[Shape, ...]

    @cached_property
    def indicator(self) -> Indicator:
        """The indicator asked for."""
        return self.catalogue.indicators[self.view.kennzahl]

    @property
    def facts(self) -> IndicatorFacts:
        """What the line was sorted out of."""
        return self.line.facts

    @cached_property
    def year(self) -> int:
        """The shown year; where there is no value at all, the latest of the release."""
        found = self.line.year(self.view)
        if found is not None:
            return found
        return max((fact.year for fact in self.facts.facts), default=self.choices.latest)

    @cached_property
    def city(self) -> CityLine:
        """The city's value in the shown year."""
        return areas.city_line(self.line.city.get(self.year), self.indicator)

    @property
    def drawn_city(self) -> CityLine:
        """The city's value as a line among the areas; a sum of areas is none of them."""
        return areas.city_line(None, self.indicator) if self.is_sum else self.city

    @property
    def is_sum(self) -> bool:
        """Whether the city's value is the sum of its areas (persons, euros)."""
        return self.indicator.kind in ("count", "euro")

    @cached_property
    def values(self) -> tuple[AreaValue, ...]:
        """The areas' values in the shown year, highest first."""
        return areas.area_values(self.line, self.indicator, self.year, self.view.raum, self.href)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the shown numbers; without numbers those the catalogue names."""
        shown = [facts[self.year] for facts in self.line.by_area.values() if self.year in facts]
        shown += [self.line.city[self.year]] if self.year in self.line.city else []
        names = dict.fromkeys([fact.source for fact in shown] or self.indicator.sources)
        return tuple(self.catalogue.sources[name] for name in names)

    @property
    def category(self) -> str:
        """Title of the shown category, empty for the total."""
        titles = dict(self.choices.indicators[self.view.kennzahl].categories)
        return titles.get(self.view.merkmal, "")

    def href(self, area: str) -> str:
        """The link that focuses an area, or takes the focus away from it."""
        found = self._hrefs.get(area)
        if found is None:
            found = self._hrefs[area] = self.view.focused_on(area).address(self.choices)
        return found

    @cached_property
    def _hrefs(self) -> dict[str, str]:
        return {}  # by area, as they are asked for: several lists of a page have the same links

    def story(self) -> Story:
        """What the sentence is about: the focused area, or the whole city."""
        if self.view.raum != CITY:
            return self._focus_story(self.catalogue.areas[self.view.raum])
        return CityStory(
            indicator=self.indicator,
            year=self.year,
            partition=self.view.ebene,
            areas=self.values,
            locatives={area.id: area.locative for area in self.catalogue.areas.values()},
            city=self.city if self.year in self.line.city else None,
            gap=tiles.gap_of(self.line, self.year),
            origin=self.line.origin,
            sources=self.sources,
            category=self.category,
            release=self.choices.release,
        )

    def _focus_story(self, area: Area) -> FocusStory:
        fact = self.line.by_area[area.id].get(self.year)
        return FocusStory(
            indicator=self.indicator,
            year=self.year,
            area=area,
            observation=fact.observation() if fact else None,
            comparison=_comparison(fact),
            city=self.city,
            origin=self.line.origin,
            sources=self.sources,
            category=self.category,
            release=self.choices.release,
        )

    def series(self) -> tuple[Series, ...]:
        """One series per area, in the order of the city's 3×3 places."""
        return tuple(
            areas.series_of(
                area,
                self.line.by_area[area.id],
                self.indicator,
                self.year,
                area.id == self.view.raum,
                self.href(area.id),
                self._points(area.id, self.line.by_area[area.id]),
            )  # fmt: skip
            for area in self.line.areas
        )

    def city_series(self) -> Series:
        """The city over time as a line among the areas; a sum of areas is none of them."""
        return self._city_over({} if self.is_sum and self.line.has_areas else self.line.city)

    def city_row(self) -> Series:
        """The city over time as a row of a table, also where it is the sum of the areas."""
        return self._city_over(self.line.city)

    def _city_over(self, facts: dict[int, Fact]) -> Series:
        city = self.catalogue.city
        points = self._points(CITY, facts) if facts else ()
        return areas.series_of(city, facts, self.indicator, self.year, self.view.raum == CITY, "", points)

    def _points(self, area: str, facts: dict[int, Fact]) -> tuple[Point, ...]:
        return self.line.part(("points", area), lambda: areas.points_of(facts, self.indicator))


def _comparison(fact: Fact | None) -> Comparison | None:
    if fact is None or fact.comparison is None:
        return None
    return Comparison(
        fact.indicator, fact.area, fact.year, fact.breakdown, fact.rest, fact.difference,
        fact.comparison_p, fact.p_holm, fact.comparison, fact.single_comparison or "none", fact.origin,
    )  # fmt: skip
