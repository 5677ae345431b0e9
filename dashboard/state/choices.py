"""What can be chosen in one release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.model import TOTAL, Partition
from dashboard.state.moved import Moves


@dataclass(frozen=True, slots=True)
class IndicatorChoice:
    """What can be chosen of one indicator in one release."""

    id: str
    title: str
    life_phase: str
    years: Mapping[Partition, tuple[int, ...]]
    city_years: tuple[int, ...] = ()
    elsewhere: bool = False  # whether there is a value of something else: a range, another city
    categories: tuple[tuple[str, str], ...] = ()
    has_total: bool = True

    @property
    def partitions(self) -> tuple[Partition, ...]:
        """The partitions for which there is a value of at least one area."""
        return tuple(partition for partition, years in self.years.items() if years)

    @property
    def has_data(self) -> bool:
        """Whether there is any value, if only for the whole city."""
        return any(self.years.values()) or bool(self.city_years) or self.elsewhere

    @property
    def first_partition(self) -> Partition:
        """The partition that is shown unless another is asked for."""
        return self.partitions[0] if self.partitions else "sozialraum"

    def periods(self, partition: Partition) -> tuple[int, ...]:
        """The years that can be shown: those of the areas, else those of the city."""
        return self.years.get(partition) or self.city_years

    @property
    def first_category(self) -> str:
        """The category that is shown unless another is asked for: the total where there is one."""
        return TOTAL if self.has_total or not self.categories else self.categories[0][0]


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that can be chosen in one release: what ``from_query`` checks against."""

    release: str
    releases: tuple[str, ...]
    default: str
    indicators: Mapping[str, IndicatorChoice]
    areas: Mapping[Partition, tuple[str, ...]]
    latest: int  # year of the latest value of any indicator
    moves: Moves = field(default_factory=Moves, compare=False)

    def in_phase(self, life_phase: str) -> tuple[IndicatorChoice, ...]:
        """The indicators of a life phase that have values, in the catalogue's order."""
        found = (choice for choice in self.indicators.values() if choice.life_phase == life_phase)
        return tuple(choice for choice in found if choice.has_data)
