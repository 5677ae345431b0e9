"""Which values stand in a release: a delivery replaces the demo values of its indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.intake.delivery import Delivery
from dashboard.model import Observation
from dashboard.prepare.refused import ReleaseRefused

_Cell = tuple[object, ...]


def combined(deliveries: Sequence[Delivery], demo: Iterable[Observation]) -> tuple[Observation, ...]:
    """Observations of all deliveries, and demo values of indicators that nobody delivered.

    Published figures stay beside demo values as rows of their own. Raises :class:`ReleaseRefused`
    if two deliveries feed the same cell.
    """
    _refuse_double_cells(deliveries)
    known = [row for delivery in deliveries for row in delivery.observations]
    delivered = {row.indicator for row in known if row.origin == "delivered"}
    return (*known, *(row for row in demo if row.indicator not in delivered))


def _refuse_double_cells(deliveries: Sequence[Delivery]) -> None:
    first: dict[_Cell, str] = {}
    double: dict[tuple[str, str, str], tuple[Observation, int]] = {}
    for delivery in deliveries:
        for row in delivery.observations:
            before = first.setdefault(_cell(row), delivery.id)
            if before != delivery.id:
                pair = (before, delivery.id, row.indicator)
                example, found = double.get(pair, (row, 0))
                double[pair] = (example, found + 1)
    if double:
        raise ReleaseRefused([_message(*pair, *found) for pair, found in double.items()])


def _cell(row: Observation) -> _Cell:
    """Two published sources may contradict each other; two deliveries of one cell may not."""
    source = row.source if row.origin == "published" else ""
    return (row.origin, row.indicator, row.breakdown, row.area, row.year, row.reading, source)


def _message(before: str, after: str, indicator: str, row: Observation, found: int) -> str:
    return (
        f"Die Lieferungen „{before}“ und „{after}“ enthalten beide Werte für „{indicator}“ "
        f"({found} Zellen, zum Beispiel {row.area} {row.year}). Eine Berichtigung ersetzt die frühere "
        "Lieferung: deren Ordner entfernen, oder die Zellen aus einer der beiden."
    )
