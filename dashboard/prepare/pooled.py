"""Three years taken together, where a single year of an area is too small to say much.

Only counts that the release shows are added up: a sum of public numbers, and the comparison made of
it, reveal nothing that a reader could not add up alone. A window with a hidden year has no value,
or the hidden count would be the difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import numpy as np

from dashboard.analysis.arrays import Vector, optional
from dashboard.analysis.compare import Against, against_rest
from dashboard.analysis.intervals import rate_interval, share_interval
from dashboard.analysis.pooling import pooled as summed
from dashboard.model import CITY, Partition, Pooled
from dashboard.prepare.lines import Line

SMALL = 100  #: fewer people than this in one year of one area are reason enough
WINDOW = 3
_NOT_COMPARED = Against(None, None, None, None, "none", "none")


def pooled(line: Line, partitions: Mapping[Partition, Sequence[str]]) -> Iterator[Pooled]:
    """Values of the areas of every partition that has a small one, and of the city beside them.

    None where people are counted on a key date: those of three years are partly the same, and limits
    and comparison would take them for more than they are.
    """
    if line.indicator.period == "key_date":
        return
    found = [areas for areas in partitions.values() if _has_small_area(line, areas)]
    for areas in found:
        yield from _of_areas(line, areas)
    if found:
        yield from _of_city(line, sorted(set(chain.from_iterable(found))))


def _has_small_area(line: Line, areas: Sequence[str]) -> bool:
    _, n = line.counts(areas, line.years(areas))
    return bool((n < SMALL).any())


def _of_areas(line: Line, areas: Sequence[str]) -> Iterator[Pooled]:
    years, x, n = _windows(line, [*areas, CITY])
    method = line.indicator.comparison
    for row, year in enumerate(years):
        there = _valued(x[row, :-1], n[row, :-1])
        if not there.any():
            continue
        compared = [_NOT_COMPARED] * len(areas)
        if method != "none" and there.sum() >= 2:
            city = (optional(x[row, -1]), optional(n[row, -1]))
            compared = against_rest(x[row, :-1], n[row, :-1], method, city_x=city[0], city_n=city[1])
        for place in np.flatnonzero(there).tolist():
            counts = float(x[row, place]), float(n[row, place])
            yield _pooled(line, areas[place], year, counts, compared[place])


def _of_city(line: Line, areas: Iterable[str]) -> Iterator[Pooled]:
    """The city in the years in which an area has a value."""
    years, x, n = _windows(line, [*areas, CITY])
    for row, year in enumerate(years):
        there = _valued(x[row], n[row])
        if there[-1] and there[:-1].any():
            yield _pooled(line, CITY, year, (float(x[row, -1]), float(n[row, -1])), _NOT_COMPARED)


def _windows(line: Line, areas: Sequence[str]) -> tuple[list[int], Vector, Vector]:
    """Counts summed over three years ending in each year; NaN where one is missing or a series begins."""
    years = line.years(areas)
    x, n = summed(years, *line.counts(areas, years), window=WINDOW)
    for row, year in enumerate(years):
        if any(year - WINDOW + 1 < begins <= year for begins in line.breaks):
            x[row], n[row] = np.nan, np.nan
    return years, x, n


def _valued(x: Vector, n: Vector) -> Vector:
    return np.asarray(np.isfinite(x) & (n > 0))


def _pooled(line: Line, area: str, year: int, counts: tuple[float, float], row: Against) -> Pooled:
    x, n = counts
    limits = share_interval(x, n) if line.indicator.kind == "share" else rate_interval(x, n)
    lower, upper = (optional(line.per * float(limit)) for limit in limits)
    return Pooled(
        indicator=line.indicator.id,
        area=area,
        year=year,
        breakdown=line.breakdown,
        value=line.per * x / n,
        numerator=x,
        denominator=n,
        lower=lower,
        upper=upper,
        rest=line.printed(row.rest),
        difference=line.printed(row.difference),
        p=row.p,
        p_holm=row.p_holm,
        label=row.label,
        single_label=row.single_label,
        origin=line.origin,
    )
