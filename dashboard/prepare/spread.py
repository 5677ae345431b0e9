"""How far the areas of a partition are apart: gap with chance band, and convergence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dashboard.analysis.arrays import Vector
from dashboard.analysis.convergence import NOT_COMPUTABLE, Result, sigma
from dashboard.analysis.gap import Band, chance_band, gap
from dashboard.model import CITY, Convergence, Gap, Partition
from dashboard.prepare.lines import Line

#: Amounts and counts of areas of different size have no gap that means anything.
WITH_GAP = ("share", "rate", "mean", "index")
_NO_BAND = Band(None, None)


def gaps(line: Line, partition: Partition, areas: Sequence[str]) -> Iterator[Gap]:
    """Highest minus lowest of the areas that have a value, for every year with at least two."""
    if line.indicator.kind not in WITH_GAP:
        return
    years = line.years(areas)
    values = line.numbers("value", areas, years)
    for row, year in enumerate(years):
        span = gap(values[row])
        if span is None:
            continue
        band = _band(line, areas, year, np.isfinite(values[row]))
        yield Gap(
            indicator=line.indicator.id,
            partition=partition,
            year=year,
            breakdown=line.breakdown,
            lowest=areas[span.lowest],
            highest=areas[span.highest],
            gap=span.gap,
            chance_mean=line.printed(band.mean),
            chance_p95=line.printed(band.p95),
            areas=span.areas,
            origin=line.origin,
        )


def convergence_test(line: Line, areas: Sequence[str]) -> Result:
    """σ-convergence of the areas over all years of the line, per 1."""
    method = line.indicator.comparison
    years = line.years(areas)
    if method == "none" or not years:
        return NOT_COMPUTABLE
    x, n = line.counts(areas, years)
    return sigma(x, n, years, method, breaks=line.breaks)


def convergence(line: Line, partition: Partition, found: Result) -> Convergence:
    """The result of the test as a row, spreads in the indicator's unit."""
    return Convergence(
        indicator=line.indicator.id,
        partition=partition,
        breakdown=line.breakdown,
        label=found.label,
        p=found.p,
        first_year=found.first_year,
        last_year=found.last_year,
        first_spread=line.printed(found.first_spread),
        last_spread=line.printed(found.last_spread),
        origin=line.origin,
    )


def _band(line: Line, areas: Sequence[str], year: int, there: Vector) -> Band:
    method = line.indicator.comparison
    if method == "none":
        return _NO_BAND
    x, n = (counts[0] for counts in line.counts([*areas, CITY], [year]))
    counted = np.isfinite(x[:-1]) & (n[:-1] > 0)
    if not np.array_equal(counted, there):
        return _NO_BAND
    city = (
        x[-1] / n[-1] if np.isfinite(x[-1]) and n[-1] > 0 else x[:-1][counted].sum() / n[:-1][counted].sum()
    )
    return chance_band(n[:-1][counted], float(city), method)
