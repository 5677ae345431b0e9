"""What :class:`~dashboard.store.read.Store` answers: rows as named tuples, answers as frozen classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from dashboard.catalogue.models import AreaKind
from dashboard.model import (
    LINE_ORIGINS,
    Certainty,
    ComparisonLabel,
    Convergence,
    Gap,
    Inequality,
    Observation,
    Origin,
    Partition,
    Pooled,
    Status,
    TargetResult,
    TrendLabel,
)


class Fact(NamedTuple):
    """An observation with its comparison and trend; both are ``None`` where nothing was computed.

    The first fields are those of :class:`dashboard.model.Observation`; ``rest`` to
    ``single_comparison`` are of :class:`dashboard.model.Comparison`, the others of
    :class:`dashboard.model.Trend`.
    """

    indicator: str
    area: str
    year: int
    breakdown: str
    value: float | None
    numerator: float | None
    denominator: float | None
    cents: int | None
    status: Status
    origin: Origin
    source: str
    certainty: Certainty
    note: str
    delivery: str
    reading: int
    lower: float | None
    upper: float | None
    rest: float | None
    difference: float | None
    comparison_p: float | None
    p_holm: float | None
    comparison: ComparisonLabel | None
    single_comparison: ComparisonLabel | None
    trend: TrendLabel | None
    slope: float | None
    trend_p: float | None
    trend_periods: int | None
    trend_first_year: int | None
    trend_detectable: float | None = None

    def observation(self) -> Observation:
        """The observation alone."""
        return Observation(**{name: getattr(self, name) for name in Observation.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """Everything there is about one indicator and category over one partition.

    ``facts`` covers all years, origins and readings of the areas of the partition, the city and
    what is neither (ranges, programme areas, comparison groups), ordered by area and year.
    ``pooled`` (of areas and city) and ``inequalities`` hold all origins, ordered likewise; ``pooled`` is
    empty where no area is small.
    """

    indicator: str
    breakdown: str
    partition: Partition
    facts: tuple[Fact, ...]
    gaps: tuple[Gap, ...]
    convergence: Convergence | None
    target_results: tuple[TargetResult, ...]
    pooled: tuple[Pooled, ...] = ()
    inequalities: tuple[Inequality, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """In which years one indicator has rows of one kind of area, category and origin."""

    breakdown: str
    kind: AreaKind
    origin: Origin
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IndicatorOverview:
    """What there is of one indicator in a release."""

    indicator: str
    latest: int
    origins: tuple[Origin, ...]
    coverage: tuple[Coverage, ...]

    @classmethod
    def of_rows(cls, indicator: str, rows: Sequence[Any]) -> IndicatorOverview:
        """From rows that have ``breakdown``, ``kind``, ``origin`` and ``year``."""
        by_line = attrgetter("breakdown", "kind", "origin")
        coverage = tuple(
            Coverage(*line, years=tuple(sorted(row.year for row in group)))
            for line, group in groupby(sorted(rows, key=by_line), by_line)
        )
        origins = tuple(sorted({entry.origin for entry in coverage}))
        return cls(indicator, max(row.year for row in rows), origins, coverage)

    def years(self, kind: AreaKind, breakdown: str | None = "") -> tuple[int, ...]:
        """Years with rows of this kind of area; ``breakdown=None`` means in any category."""
        found = {
            year
            for entry in self.coverage
            if entry.kind == kind and breakdown in (None, entry.breakdown)
            for year in entry.years
        }
        return tuple(sorted(found))

    def line_years(self, kind: AreaKind, breakdown: str = "") -> tuple[int, ...]:
        """Years of the one origin that the line of this kind of area is drawn from."""
        of_line = {
            entry.origin: entry.years
            for entry in self.coverage
            if entry.kind == kind and entry.breakdown == breakdown
        }
        return next((of_line[origin] for origin in LINE_ORIGINS if origin in of_line), ())

    @property
    def breakdowns(self) -> tuple[str, ...]:
        """Categories with rows, ``""`` for the total, in order of their ids."""
        return tuple(sorted({entry.breakdown for entry in self.coverage}))


#: Overview by indicator id.
Overview = Mapping[str, IndicatorOverview]
