"""What a statement is made from: one indicator in one period, for the whole city or for one area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.catalogue.models import Area, Indicator, Source
from dashboard.display import AreaValue, CityLine
from dashboard.model import CITY, Comparison, Gap, Observation, Origin, Partition

CITY_LOCATIVE = "in der Stadt Hamm"


@dataclass(frozen=True, slots=True)
class CityStory:
    """One indicator in all areas of a partition. ``locatives``: area id → "in Hamm-Norden".

    ``origin`` is that of the areas' values (of the city's, where no area has one), ``city_origin``
    that of the city's value where it differs; ``category`` the title of the shown breakdown.
    """

    indicator: Indicator
    year: int
    partition: Partition
    areas: tuple[AreaValue, ...]
    locatives: Mapping[str, str]
    city: CityLine | None
    gap: Gap | None
    origin: Origin
    city_origin: Origin | None = None
    sources: tuple[Source, ...] = ()
    category: str = ""
    release: str = ""

    def shown(self) -> tuple[AreaValue, ...]:
        """The areas that have a number, highest first."""
        return tuple(
            sorted(
                (a for a in self.areas if a.value is not None),
                key=_by_value,
                reverse=True,
            )
        )

    def hidden(self) -> int:
        """How many areas are not shown for Geheimhaltung."""
        return sum(area.sign == "hidden" for area in self.areas)

    def locative(self, area: AreaValue) -> str:
        """ "in Hamm-Norden" """
        return self.locatives[area.area]

    def city_locative(self) -> str:
        """ "in der Stadt Hamm" """
        return self.locatives.get(CITY, CITY_LOCATIVE)

    def origins(self) -> tuple[Origin, ...]:
        """Where the numbers of this story come from, each once, demo first."""
        found = {
            self.origin,
            self.city_origin or self.origin,
            *(area.origin for area in self.shown()),
        }
        return _ordered(found)


@dataclass(frozen=True, slots=True)
class FocusStory:
    """One indicator in one area (or in the city itself, then without comparison)."""

    indicator: Indicator
    year: int
    area: Area
    observation: Observation | None
    comparison: Comparison | None
    city: CityLine | None
    origin: Origin
    sources: tuple[Source, ...] = ()
    category: str = ""
    release: str = ""

    def value(self) -> float | None:
        """The area's value in the indicator's unit, None where none may or can be shown."""
        return self.observation.value if self.observation else None

    def rest(self) -> float | None:
        """The value of the rest of the city."""
        return self.comparison.rest if self.comparison else None

    def origins(self) -> tuple[Origin, ...]:
        """Where the numbers of this story come from, each once, demo first."""
        return _ordered({self.origin, self.observation.origin if self.observation else self.origin})


Story = CityStory | FocusStory


def _by_value(area: AreaValue) -> float:
    return area.value if area.value is not None else float("-inf")


def _ordered(found: set[Origin]) -> tuple[Origin, ...]:
    known: tuple[Origin, ...] = ("demo", "published", "delivered")
    return tuple(origin for origin in known if origin in found)
