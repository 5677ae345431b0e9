"""What a drawn indicator is before it becomes observations, and the world it is drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dashboard.prepare.demo.population import Population
from dashboard.prepare.demo.reading import CalibrationError
from dashboard.prepare.demo.terms import Base, Part, Pattern, Span
from dashboard.prepare.demo.trend import Floats, shifts

Ints = NDArray[np.int64]
Counts = NDArray[np.int64] | Floats


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of one indicator: area × year × category (the one category ``""``: no breakdown).

    ``denominator`` has the same shape, or is None. ``total``/``total_denominator`` (area × year)
    are shown beside the categories where their sum means something. ``cents``: amounts of money.
    """

    span: Span
    categories: tuple[str, ...]
    numerator: Counts
    denominator: Counts | None = None
    total: Counts | None = None
    total_denominator: Counts | None = None
    cents: bool = False
    city_only: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """Areas, people and the indicators drawn so far."""

    seed: int
    areas: tuple[str, ...]
    deprivation: Floats
    population: Population
    bases: Mapping[str, Base]
    drawn: dict[str, Table]

    def rng(self, indicator: str) -> np.random.Generator:
        """The indicator's own random numbers: another indicator more or less does not change them."""
        return generator(self.seed, indicator)

    def people(self, base: str, of: Part | None = None) -> Ints:
        """A denominator by its name in the calibration, or the counts of another indicator."""
        if of is not None:
            return self.part(of)
        if base not in self.bases:
            raise CalibrationError(f"Die Bezugsgröße „{base}“ ist nicht beschrieben")
        return self.population.base(self.bases[base])

    def part(self, part: Part) -> Ints:
        """Counts of the named categories (all without names) of a drawn indicator. Shape: area × year."""
        table = self.drawn[part.indicator]
        wanted = part.categories or table.categories
        columns = [table.categories.index(category) for category in wanted]
        return np.asarray(table.numerator[:, :, columns].sum(axis=2), dtype=np.int64)

    def by_area(self, values: Mapping[str, float]) -> Floats:
        """Values by area id as an array, 0 where nothing is said; unknown areas are errors."""
        unknown = sorted(set(values) - set(self.areas))
        if unknown:
            raise CalibrationError(f"Unbekannte Sozialräume in der Kalibrierung: {', '.join(unknown)}")
        return np.array([values.get(area, 0.0) for area in self.areas])

    def shift(self, pattern: Pattern) -> Floats:
        """The areas' distance from the city on the logit or log scale. Shape: area × year."""
        offsets, trends = self.by_area(pattern.offsets), self.by_area(pattern.trends)
        return shifts(self.deprivation, pattern.gradient, offsets, pattern.spread, trends)


def generator(seed: int, name: str) -> np.random.Generator:
    """Random numbers that depend on the seed and a name only."""
    return np.random.default_rng([seed, crc32(name.encode())])
