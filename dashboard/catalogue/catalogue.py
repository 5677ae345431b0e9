"""The catalogue as the other rooms hold it: immutable, ordered, asked by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from dashboard.catalogue.models import (
    Area,
    AreaKind,
    CostKind,
    Criterion,
    Distribution,
    Indicator,
    LifePhase,
    Measure,
    Membership,
    Perspective,
    Population,
    Preset,
    Prices,
    Renamed,
    Retired,
    Source,
    StrategicGoal,
    Target,
)
from dashboard.catalogue.names import AreaNames, resolve
from dashboard.model import CITY, Partition

#: Titles of the life phases, in the order in which they are shown.
LIFE_PHASES: Mapping[LifePhase, str] = MappingProxyType(
    {
        "start": "−9 Monate bis 3 Jahre",
        "kita": "Kita",
        "grundschule": "Grundschule",
        "uebergang-sek1": "Grundschule → Sek I",
        "sek1": "Sekundarstufe I",
        "uebergang-beruf": "Übergang Schule–Beruf",
        "sek2": "Sek II/Studium",
        "eltern": "Eltern",
        "fachkraefte": "Fachkräfte",
        "alle": "Alle Lebensphasen",
    }
)

#: Titles of the Balanced Scorecard's perspectives, in the order in which they are shown.
PERSPECTIVES: Mapping[Perspective, str] = MappingProxyType(
    {
        "adressaten": "Adressaten",
        "prozesse": "Prozesse",
        "kosten": "Kosten",
        "fachkraefte": "Fachkräfte",
    }
)


def _none() -> Any:
    """A table that older releases do not have."""
    return field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the product has words for. Mappings are by id (goals by number), in shown order."""

    indicators: Mapping[str, Indicator]
    areas: Mapping[str, Area]
    sources: Mapping[str, Source]
    targets: Mapping[str, Target]
    measures: Mapping[str, Measure]
    cost_kinds: Mapping[str, CostKind]
    goals: Mapping[int, StrategicGoal]
    memberships: tuple[Membership, ...]
    prices: Prices
    criteria: Mapping[str, Criterion] = _none()  # by indicator
    populations: Mapping[str, Population] = _none()
    presets: Mapping[str, Preset] = _none()
    distributions: Mapping[str, Distribution] = _none()
    renamed: tuple[Renamed, ...] = ()
    retired: tuple[Retired, ...] = ()
    _names: AreaNames = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_names", AreaNames.of(self.areas.values()))

    @property
    def city(self) -> Area:
        """The whole city."""
        return self.areas[CITY]

    def indicator(self, indicator_id: str) -> Indicator:
        """The indicator of this id; ``KeyError`` if there is none."""
        return self.indicators[indicator_id]

    def area(self, area_id: str) -> Area:
        """The area of this id; ``KeyError`` if there is none."""
        return self.areas[area_id]

    def of_kind(self, kind: AreaKind) -> tuple[Area, ...]:
        """All areas of one kind, in catalogue order."""
        return tuple(area for area in self.areas.values() if area.kind == kind)

    def partition(self, partition: Partition) -> tuple[Area, ...]:
        """The areas that tile the city: nine Sozialräume (row by row) or seven Stadtbezirke."""
        return tuple(
            sorted(
                self.of_kind(partition),
                key=lambda area: (area.row or 0, area.column or 0),
            )
        )

    def phase_title(self, phase: LifePhase) -> str:
        """The shown title of a life phase."""
        return LIFE_PHASES[phase]

    def resolve_area(self, text: str, kind: AreaKind | None = None) -> Area | None:
        """The area a supplier means by ``text``; ``None`` when unknown or ambiguous.

        ``kind`` says which partition plain names mean: "Heessen" is the Sozialraum unless
        ``kind="stadtbezirk"``; "Stadtbezirk Heessen" is the Stadtbezirk always.
        """
        return resolve(self._names, self.areas, text, kind)
