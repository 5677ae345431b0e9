"""The view's figures as rows for files: what each area gets, its index, today, and what went in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dashboard.answers.ressourcen.result import Result
from dashboard.answers.rows import STATUSES, Row, row_of

GIVEN, INDEX, TODAY = "ressourcen-verteilung", "ressourcen-index", "ressourcen-heute"
_RULE = "Rechnung nach der Regel dieser Ansicht"


def rows(result: Result) -> tuple[Row, ...]:
    """By area: distribution, index and today; then the criteria as the release has them."""
    return (*_of_areas(result), *_of_criteria(result))


def _of_areas(result: Result) -> Iterator[Row]:
    allocation, index, unit = result.allocation, result.index, result.rule.unit
    if allocation is None:
        return
    for place, area in enumerate(result.areas):
        given, low, high = (int(part[place]) for part in (allocation.units, allocation.low, allocation.high))
        yield _row(result, GIVEN, area.id, unit.size(given), float(unit.size(low)), float(unit.size(high)))
        if index is not None:
            ends = (float(index.low[place]), float(index.high[place]))
            yield _row(result, INDEX, area.id, float(index.score[place]), *ends)
        if result.today is not None:
            yield _row(result, TODAY, area.id, result.today.unit.size(result.today.steps[area.id]))


def _of_criteria(result: Result) -> Iterator[Row]:
    catalogue, release = result.asking.catalogue, result.asking.release
    for column in result.used:
        yield from (row_of(column.facts[area.id], catalogue, release) for area in result.areas)


def _row(
    result: Result, name: str, area: str, value: float | Decimal,
    low: float | None = None, high: float | None = None,
) -> Row:  # fmt: skip
    years = sorted({str(column.year) for column in result.used})
    today = result.today
    source = today.distribution.title if name == TODAY and today else _RULE
    return Row(
        kennzahl=name, raum=area, raum_name=result.asking.catalogue.areas[area].name,
        zeitraum="/".join(years), merkmal=result.rule.unit.name if name != INDEX else "", wert=value,
        zaehler=None, nenner=None, untergrenze=low, obergrenze=high, vergleich="", trend="",
        status=STATUSES["valid"], herkunft=result.origin, quelle=source, stand=result.asking.release,
    )  # fmt: skip
