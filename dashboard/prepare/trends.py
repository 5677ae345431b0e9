"""The trend of every area at every year: what could be said when that year was the latest."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dashboard.analysis.arrays import Vector
from dashboard.analysis.trend import AREA_LEVEL, CITY_LEVEL, PERIODS, last_trend
from dashboard.model import CITY, Trend
from dashboard.prepare.lines import Line


def trends(line: Line) -> Iterator[Trend]:
    """One row per area and year of the line. A hidden year or a break ends what is looked at."""
    for area in sorted({area for area, _ in line.cells}):
        years = line.years([area])
        table = _table(line, area, years)
        for end in range(1, len(years) + 1):
            window = slice(max(0, end - PERIODS), end)
            yield _trend(line, area, years[window], table[:, window])


def _table(line: Line, area: str, years: list[int]) -> Vector:
    """Rows numerator, denominator, and value, lower, upper per 1."""
    x, n = line.counts([area], years)
    points = [line.numbers(name, [area], years) / line.per for name in ("value", "lower", "upper")]
    return np.array([part[:, 0] for part in (x, n, *points)])


def _trend(line: Line, area: str, years: list[int], table: Vector) -> Trend:
    x, n, values, lower, upper = table
    found = last_trend(
        years,
        x,
        n,
        line.indicator.kind,
        breaks=line.breaks,
        values=values,
        lower=lower,
        upper=upper,
        level=CITY_LEVEL if area == CITY else AREA_LEVEL,
    )
    return Trend(
        indicator=line.indicator.id,
        area=area,
        year=years[-1],
        breakdown=line.breakdown,
        label=found.label,
        slope=line.printed(found.slope),
        p=found.p,
        periods=found.periods,
        first_year=found.first_year,
        origin=line.origin,
        detectable=line.printed(found.detectable),
    )
