"""Exact sums over cells: what is added depends on the kind of indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.catalogue.models import Indicator
from dashboard.intake.number import trimmed
from dashboard.intake.observe import Placed
from dashboard.model import Observation


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that adds up: its title in messages, and the observation's exact amount of it."""

    title: str
    attribute: str

    def of(self, observation: Observation) -> Decimal | None:
        """The amount in the indicator's unit, None where there is none."""
        raw = getattr(observation, self.attribute)
        if raw is None:
            return None
        return trimmed(Decimal(raw) / 100 if self.attribute == "cents" else Decimal(str(raw)))


def measures(indicator: Indicator) -> tuple[Measure, ...]:
    """What of an indicator adds up over areas; means and indices do not."""
    if indicator.kind == "euro":
        return (Measure("Betrag", "cents"),)
    if indicator.kind == "count":
        return (Measure("Wert", "value"),)
    if indicator.kind in ("share", "rate"):
        return (Measure("Zähler", "numerator"), Measure("Nenner", "denominator"))
    return ()


def total(parts: Iterable[Placed], measure: Measure) -> Decimal | None:
    """The sum, None as soon as one part has no number."""
    amounts = [measure.of(part.observation) for part in parts]
    numbers = [amount for amount in amounts if amount is not None]
    return sum(numbers, Decimal(0)) if len(numbers) == len(amounts) else None


def by_table(placed: Iterable[Placed]) -> Mapping[tuple[str, int, str], dict[str, Placed]]:
    """Observations of reading 0 by (indicator, year, breakdown), then by area."""
    tables: dict[tuple[str, int, str], dict[str, Placed]] = {}
    for each in placed:
        observation = each.observation
        if observation.reading == 0:
            key = (observation.indicator, observation.year, observation.breakdown)
            tables.setdefault(key, {}).setdefault(observation.area, each)
    return tables


def by_cell(placed: Iterable[Placed]) -> Iterator[tuple[Observation, dict[str, Placed]]]:
    """One observation and all of its cell by breakdown, for each (indicator, area, year) of reading 0."""
    cells: dict[tuple[str, str, int], dict[str, Placed]] = {}
    for each in placed:
        observation = each.observation
        if observation.reading == 0:
            key = (observation.indicator, observation.area, observation.year)
            cells.setdefault(key, {}).setdefault(observation.breakdown, each)
    for found in cells.values():
        yield next(iter(found.values())).observation, found
