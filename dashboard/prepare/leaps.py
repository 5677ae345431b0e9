"""Amounts of one delivery against the year before in another: each may be plausible by itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dashboard.intake.checks.amounts import FACTOR, euros, expectation, is_large, leaps
from dashboard.intake.delivery import Delivery
from dashboard.model import Observation
from dashboard.prepare.refused import ReleaseRefused


def refuse_leaps(deliveries: Sequence[Delivery]) -> None:
    """Raises :class:`ReleaseRefused` naming both deliveries of every large amount that leaps."""
    series: dict[tuple[str, str, str], list[Observation]] = {}
    for delivery in deliveries:
        for row in delivery.observations:
            if row.cents is not None and row.reading == 0 and row.origin == "delivered":
                series.setdefault((row.indicator, row.area, row.breakdown), []).append(row)
    problems = [
        _message(before, after)
        for rows in series.values()
        for before, after in pairwise(sorted(rows, key=lambda row: row.year))
        if before.delivery != after.delivery and leaps(before, after) and is_large(before, after)
    ]
    if problems:
        raise ReleaseRefused(problems)


def _message(before: Observation, after: Observation) -> str:
    return (
        f"Die Lieferung „{after.delivery}“ nennt für „{after.indicator}“ {after.area} {after.year} "
        f"{euros(after.cents or 0)}, die Lieferung „{before.delivery}“ für {before.year} "
        f"{euros(before.cents or 0)}: mehr als das {FACTOR}-Fache oder weniger als ein Fünftel. "
        f"Erwartet wird {expectation(before)}"
    )
