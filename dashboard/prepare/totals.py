"""City values that nobody delivered although all nine Sozialräume are there: their sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.model import CITY, Certainty, Observation, Status

NOTE = "Summe der neun Sozialräume"
_ADDITIVE = ("share", "rate", "count", "euro")
_WEAKEST_FIRST: tuple[Status, ...] = ("limited", "provisional")
_UNSURE_FIRST: tuple[Certainty, ...] = ("niedrig", "mittel", "hoch")


def city_totals(observations: Iterable[Observation], catalogue: Catalogue) -> list[Observation]:
    """The missing city rows of delivered indicators that add up: counts, euros, numerators and denominators.

    Only where every Sozialraum has its number: a missing or hidden one leaves the city without a value.
    The sum is protected like one that was delivered.
    """
    areas = [area.id for area in catalogue.partition("sozialraum")]
    tables: dict[tuple[str, str, int], dict[str, Observation]] = defaultdict(dict)
    for row in observations:
        if row.origin == "delivered" and row.reading == 0:
            tables[row.indicator, row.breakdown, row.year][row.area] = row
    return [
        total
        for (indicator, _, _), cells in tables.items()
        if CITY not in cells and all(area in cells for area in areas)
        if (total := _total(catalogue.indicators[indicator], [cells[area] for area in areas]))
    ]


def _total(indicator: Indicator, rows: Sequence[Observation]) -> Observation | None:
    if indicator.kind not in _ADDITIVE or any(row.value is None for row in rows):
        return None
    x, n = _sum([row.numerator for row in rows]), _sum([row.denominator for row in rows])
    cents = _sum([row.cents for row in rows])
    value = _value(indicator, [row.value for row in rows], x, n, cents)
    if value is None:
        return None
    first = rows[0]
    return Observation(
        indicator=indicator.id, area=CITY, year=first.year, breakdown=first.breakdown, value=value,
        numerator=x, denominator=n, cents=None if cents is None else int(cents),
        status=_weakest(rows), origin="delivered", source=first.source,
        certainty=min((row.certainty for row in rows), key=_UNSURE_FIRST.index), note=NOTE,
        delivery=first.delivery,
    )  # fmt: skip


def _weakest(rows: Sequence[Observation]) -> Status:
    """A sum is no better than the weakest of its parts."""
    found = {row.status for row in rows}
    return next((status for status in _WEAKEST_FIRST if status in found), "valid")


def _sum(parts: Sequence[float | None]) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _value(
    indicator: Indicator,
    values: Sequence[float | None],
    x: float | None,
    n: float | None,
    cents: float | None,
) -> float | None:
    """A plain count is delivered as its value; only counts of an export have a numerator as well."""
    if indicator.kind == "euro":
        return None if cents is None else cents / 100
    if indicator.kind == "count":
        return _sum(values)
    return indicator.per * x / n if x is not None and n else None
