"""Tables of counts become observations: nine areas, and the city as their exact sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dashboard.catalogue.models import Indicator
from dashboard.model import CITY, TOTAL, Observation
from dashboard.prepare.demo.table import Counts, Table
from dashboard.prepare.demo.trend import YEARS

SOURCE = "beispieldaten"


def observations(indicator: Indicator, table: Table, areas: Sequence[str]) -> Iterator[Observation]:
    """All rows of one indicator, marked ``demo``: by category, then the total, years ascending."""
    for index, category in enumerate(table.categories):
        denominator = None if table.denominator is None else table.denominator[:, :, index]
        yield from _line(indicator, table, category, table.numerator[:, :, index], denominator, areas)
    if table.total is not None:
        yield from _line(indicator, table, TOTAL, table.total, table.total_denominator, areas)


def _line(
    indicator: Indicator,
    table: Table,
    category: str,
    numerator: Counts,
    denominator: Counts | None,
    areas: Sequence[str],
) -> Iterator[Observation]:
    first, last = _years(indicator, table)
    for index, year in enumerate(YEARS):
        if not first <= year <= last:
            continue
        below = None if denominator is None else denominator[:, index]
        for area, count, people in _cells(table, numerator[:, index], below, areas):
            yield _observation(indicator, table.cents, area, year, category, count, people)


def _years(indicator: Indicator, table: Table) -> tuple[int, int]:
    """Years that both the calibration and the catalogue allow."""
    first = max(table.span.first, indicator.valid_from or YEARS[0])
    return first, min(table.span.last, indicator.valid_until or YEARS[-1])


def _cells(
    table: Table, counts: Counts, people: Counts | None, areas: Sequence[str]
) -> Iterator[tuple[str, float, float | None]]:
    """Area, count and denominator; the city comes last."""
    if not table.city_only:
        for index, area in enumerate(areas):
            yield area, counts[index].item(), None if people is None else people[index].item()
    yield CITY, counts.sum().item(), None if people is None else np.sum(people).item()


def _observation(
    indicator: Indicator, money: bool, area: str, year: int, category: str, count: float, people: float | None
) -> Observation:
    value = count / 100 if money else _value(indicator, count, people)
    return Observation(
        indicator=indicator.id,
        area=area,
        year=year,
        breakdown=category,
        value=value,
        numerator=None if money or indicator.kind == "index" else float(count),
        denominator=None if people is None else float(people),
        cents=int(count) if money else None,
        status="senseless" if value is None else "valid",
        origin="demo",
        source=SOURCE,
    )


def _value(indicator: Indicator, count: float, people: float | None) -> float | None:
    """Share in %, rate per ``per``, count as it is; None where there is nobody to divide by."""
    if people is None:
        return float(count)
    per = 100 if indicator.kind == "share" else indicator.per
    return per * count / people if people else None
