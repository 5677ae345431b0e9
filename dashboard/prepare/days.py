"""Days of help against the cases of all deliveries: without these nobody could protect them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dashboard.catalogue.models import Indicator
from dashboard.intake.checks.days import Counted, at_most, cell_of, counted_by, exceeds
from dashboard.intake.delivery import Delivery
from dashboard.model import Observation
from dashboard.prepare.refused import ReleaseRefused


def refuse_days(deliveries: Sequence[Delivery], indicators: Mapping[str, Indicator]) -> None:
    """Raises :class:`ReleaseRefused`: days beyond what the cases can have, or days without cases at all."""
    rows = [row for each in deliveries for row in each.observations]
    cases = {cell_of(row): row for row in rows if row.origin == "delivered" and row.reading == 0}
    problems = [
        problem
        for each in deliveries
        if each.origin == "delivered"
        for problem in _problems(each, cases, indicators)
    ]
    if problems:
        raise ReleaseRefused(problems)


def _problems(
    delivery: Delivery, cases: Mapping[Counted, Observation], indicators: Mapping[str, Indicator]
) -> Iterator[str]:
    alone = list[Observation]()
    for row in delivery.observations:
        indicator = indicators[row.indicator]
        if indicator.most_per_case is None or row.value is None:
            continue
        behind = cases.get(counted_by(row, indicator))
        if behind is None:
            alone.append(row)
        elif exceeds(row, behind, indicators):
            yield _beyond(row, behind, indicators)
    if alone:
        yield _without(alone, indicators[alone[0].indicator])


def _beyond(row: Observation, behind: Observation, indicators: Mapping[str, Indicator]) -> str:
    most = at_most(behind, indicators[row.indicator], indicators[behind.indicator])
    return (
        f"Die Lieferung „{row.delivery}“ nennt für {_cell(row)} {row.value:.0f} Tage; nach den Fällen der "
        f"Lieferung „{behind.delivery}“ sind es {most}."
    )


def _without(alone: Sequence[Observation], indicator: Indicator) -> str:
    more = f" und {len(alone) - 1} weitere Zellen" if len(alone) > 1 else ""
    return (
        f"Die Lieferung „{alone[0].delivery}“ nennt Tage für {_cell(alone[0])}{more}, aber keine Lieferung "
        f"die Fälle dazu (Kennzahl „{indicator.cases}“). Ohne Fälle lassen sich Tage nicht schützen."
    )


def _cell(row: Observation) -> str:
    return ", ".join(str(part) for part in cell_of(row) if part != "")
