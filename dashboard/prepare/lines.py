"""Observations as lines: one indicator, category and origin over areas × years, ready to compute with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.arrays import Vector
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.model import Observation, Origin

Cell = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Line:
    """Values of one origin are never mixed with those of another. ``cells`` by area and year."""

    indicator: Indicator
    breakdown: str
    origin: Origin
    cells: Mapping[Cell, Observation]

    @property
    def per(self) -> int:
        """What a value of 1 in 1 is printed as; 1 where the unit is that of the value."""
        return self.indicator.per if self.indicator.kind in ("share", "rate") else 1

    @property
    def breaks(self) -> tuple[int, ...]:
        """Years with which a new series begins."""
        return tuple(found.year for found in self.indicator.breaks)

    def printed(self, number: float | None) -> float | None:
        """A number per 1 in the indicator's unit; ``None`` stays ``None``."""
        return None if number is None else self.per * number

    def years(self, areas: Iterable[str]) -> list[int]:
        """Years in which one of the areas has a row, ascending."""
        wanted = set(areas)
        return sorted({year for area, year in self.cells if area in wanted})

    def numbers(self, field: str, areas: Sequence[str], years: Sequence[int]) -> Vector:
        """``field`` of the observations as years × areas, NaN where there is no number."""
        return np.array(
            [[getattr(self.cells.get((area, year)), field, None) for area in areas] for year in years],
            dtype=np.float64,
        ).reshape(len(years), len(areas))

    def counts(self, areas: Sequence[str], years: Sequence[int]) -> tuple[Vector, Vector]:
        """Numerators and denominators as years × areas; NaN where nothing was drawn from people."""
        shape = (len(years), len(areas))
        if not self.indicator.sampling or self.indicator.kind not in ("share", "rate"):
            return np.full(shape, np.nan), np.full(shape, np.nan)
        return self.numbers("numerator", areas, years), self.numbers("denominator", areas, years)


def lines(observations: Iterable[Observation], catalogue: Catalogue) -> list[Line]:
    """All lines, in the order of the catalogue. Where sources contradict, the first reading of the
    source that the indicator names first stands for the cell."""
    cells: dict[tuple[str, str, Origin], dict[Cell, Observation]] = defaultdict(dict)
    for row in sorted(observations, key=_trust(catalogue)):
        if row.reading == 0:
            cells[row.indicator, row.breakdown, row.origin].setdefault((row.area, row.year), row)
    position = {indicator: number for number, indicator in enumerate(catalogue.indicators)}
    keys = sorted(cells, key=lambda key: (position[key[0]], *key[1:]))
    return [Line(catalogue.indicators[key[0]], key[1], key[2], cells[key]) for key in keys]


def _trust(catalogue: Catalogue) -> Callable[[Observation], tuple[int, str]]:
    def rank(row: Observation) -> tuple[int, str]:
        sources = catalogue.indicators[row.indicator].sources
        return (sources.index(row.source) if row.source in sources else len(sources), row.source)

    return rank
