"""One cell, one value: the same cell delivered twice is an error that names both places."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dashboard.intake.finding import Findings
from dashboard.intake.number import format_number, trimmed
from dashboard.intake.observe import Placed
from dashboard.model import Observation

CellKey = tuple[str, str, int, str, int]


def cell_key(observation: Observation) -> CellKey:
    """Indicator, area, year, breakdown, reading."""
    return (
        observation.indicator, observation.area, observation.year, observation.breakdown,
        observation.reading,
    )  # fmt: skip


def check_duplicates(placed: Iterable[Placed], findings: Findings) -> None:
    """Notes every observation whose cell was filled before."""
    first: dict[CellKey, Placed] = {}
    for each in placed:
        key = cell_key(each.observation)
        if key not in first:
            first[key] = each
            continue
        cell = ", ".join(str(part) for part in key[:4] if part != "")
        findings.error(
            each.place,
            f"Dieselbe Zelle ({cell}) steht schon in {first[key].where}",
            column=each.column,
            value=shown(each.observation),
            expectation="jede Zelle genau einmal; widersprüchliche Angaben als lesart 0, 1, …",
        )


def shown(observation: Observation) -> str:
    """The value as text for a message, or the status where there is none."""
    return observation.status if observation.value is None else as_typed(observation.value)


def as_typed(value: float) -> str:
    """A number with all its digits and a comma, as it stands in the supplier's cell: 1234567,5."""
    return format_number(trimmed(Decimal(f"{value:.15g}")), thousands="")
