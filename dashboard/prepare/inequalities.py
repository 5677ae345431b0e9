"""How unequal the areas of a partition are, year by year, and how much of it follows deprivation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.analysis import dispersion
from dashboard.analysis.arrays import Vector, optional
from dashboard.analysis.inequality import slope_index, slope_interval
from dashboard.analysis.projection import Z95
from dashboard.analysis.true_spread import NO_SPREAD, Spread, true_spread
from dashboard.model import LINE_ORIGINS, TOTAL, Inequality, Partition
from dashboard.prepare.lines import Line
from dashboard.prepare.spread import WITH_GAP

#: Share of under-18s in SGB II: the fixed variable by which areas are ordered for the slope index.
DEPRIVATION = "sgb2-unter-18"
MIN_ORDERED = 3  #: areas; a line through two says nothing


@dataclass(frozen=True, slots=True)
class Slope:
    """Slope index with its limits and relative index; ``year`` is that of the deprivation values."""

    sii: float | None = None
    lower: float | None = None
    upper: float | None = None
    rii: float | None = None
    year: int | None = None


def inequalities(
    line: Line, partition: Partition, areas: Sequence[str], lines: Iterable[Line]
) -> Iterator[Inequality]:
    """One row for every year in which at least two areas have a value and people it is about.

    ``lines``: those among which the deprivation is found. Nothing for counts and amounts, which are
    larger in larger areas.
    """
    if line.indicator.kind not in WITH_GAP:
        return
    orders = [] if line.indicator.id == DEPRIVATION else _orders(line, lines)
    for year in line.years(areas):
        value, people = (line.numbers(name, areas, [year])[0] for name in ("value", "denominator"))
        there = np.isfinite(value) & (people > 0)
        if there.sum() < 2:
            continue
        known = [area for area, counted in zip(areas, there, strict=True) if counted]
        whole = bool(there.sum() == np.isfinite(value).sum())
        slope = _slope(line, known, year, orders) if whole else Slope()
        yield _row(line, partition, year, (value[there], people[there]), slope, _spread(line, known, year))


def _row(
    line: Line, partition: Partition, year: int, pair: tuple[Vector, Vector], slope: Slope, spread: Spread
) -> Inequality:
    def measured(name: str) -> float | None:
        return optional(getattr(dispersion, name)(*pair))

    return Inequality(
        indicator=line.indicator.id,
        partition=partition,
        year=year,
        breakdown=line.breakdown,
        bgsd=dispersion.bgsd(*pair),
        cov=measured("cov"),
        idisp=measured("idisw"),
        theil=measured("theil"),
        mld=measured("mld"),
        mdmw=dispersion.mdmw(*pair),
        bgv=dispersion.bgv(*pair),
        sii=slope.sii,
        sii_lower=slope.lower,
        sii_upper=slope.upper,
        rii=slope.rii,
        deprivation_year=slope.year,
        true_spread=line.printed(optional(spread.value)),
        true_spread_lower=line.printed(optional(spread.lower)),
        true_spread_upper=line.printed(optional(spread.upper)),
        areas=pair[0].size,
        origin=line.origin,
    )


def _spread(line: Line, areas: Sequence[str], year: int) -> Spread:
    """Of the true values; none where one of the areas has a value but no counts."""
    method = line.indicator.comparison
    if method == "none":
        return NO_SPREAD
    x, n = (counts[0] for counts in line.counts(areas, [year]))
    return true_spread(x, n, method) if np.isfinite(x + n).all() else NO_SPREAD


def _orders(line: Line, lines: Iterable[Line]) -> list[Line]:
    """Lines of the deprivation, that of the same origin first; real figures never by example values."""
    allowed = [origin for origin in LINE_ORIGINS if origin != "demo" or line.origin == "demo"]
    found = [
        each
        for each in lines
        if each.indicator.id == DEPRIVATION and each.breakdown == TOTAL and each.origin in allowed
    ]
    return sorted(found, key=lambda each: (each.origin != line.origin, LINE_ORIGINS.index(each.origin)))


def _slope(line: Line, areas: list[str], year: int, orders: Iterable[Line]) -> Slope:
    """By the deprivation of the same or the nearest year (the earlier of two) that has all areas."""
    if len(areas) < MIN_ORDERED:
        return Slope()
    for deprived in orders:
        for near in sorted(deprived.years(areas), key=lambda each: (abs(each - year), each)):
            share = deprived.numbers("value", areas, [near])[0]
            if np.isfinite(share).all():
                most_first = np.argsort(-share, kind="stable")
                return _slope_over(line, [areas[place] for place in most_first], year, near)
    return Slope()


def _slope_over(line: Line, ordered: list[str], year: int, near: int) -> Slope:
    names = ("value", "denominator", "lower", "upper")
    value, people, lower, upper = (line.numbers(name, ordered, [year])[0] for name in names)
    found = slope_index(value, people)
    limits = slope_interval(value, people, (upper - lower) / (2 * Z95))
    ratio = found.rii if found.intercept > 0 else np.nan
    return Slope(optional(found.sii), optional(limits[0]), optional(limits[1]), optional(ratio), near)
