"""Amounts of money against the year before: thousands taken for euros are off by far more than any budget."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from dashboard.intake.checks.duplicates import shown
from dashboard.intake.context import Context
from dashboard.intake.number import format_number
from dashboard.intake.observe import Placed
from dashboard.model import Observation

FACTOR = 5
#: Below 100,000 euros a single case can multiply an amount: that is worth a look, not a refusal.
LARGE = 10_000_000  # cents


def check_leaps(placed: Iterable[Placed], context: Context) -> None:
    """More than five times the year before, or less than a fifth: refused if large, else a warning."""
    series: dict[tuple[str, str, str, int], list[Placed]] = {}
    for each in placed:
        row = each.observation
        if row.cents is not None:
            series.setdefault((row.indicator, row.area, row.breakdown, row.reading), []).append(each)
    for found in series.values():
        for before, after in pairwise(sorted(found, key=lambda each: each.observation.year)):
            if leaps(before.observation, after.observation):
                _note(before, after, context)


def leaps(before: Observation, after: Observation) -> bool:
    """Whether two amounts of consecutive years differ by more than the factor; bookings below zero do not."""
    if before.cents is None or after.cents is None or after.year - before.year != 1:
        return False
    low, high = sorted((before.cents, after.cents))
    return low > 0 and high > FACTOR * low


def is_large(before: Observation, after: Observation) -> bool:
    """Whether the larger of two amounts is too large for single cases."""
    return max(before.cents or 0, after.cents or 0) >= LARGE


def expectation(before: Observation) -> str:
    """What the amount after ``before`` may be, and what is most likely wrong with it."""
    low, high = (euros(round((before.cents or 0) * factor)) for factor in (1 / FACTOR, FACTOR))
    return f"{low} bis {high}; stimmt die Einheit (einheit = „EUR“ oder „Tsd. EUR“)?"


def euros(cents: int) -> str:
    """ "27.140.000 €"."""
    return f"{format_number(Decimal(cents) / 100)} €"


def _note(before: Placed, after: Placed, context: Context) -> None:
    old, new = before.observation, after.observation
    note = context.findings.error if is_large(old, new) else context.findings.warning
    note(
        after.place,
        f"Der Betrag ist mehr als das {FACTOR}-Fache oder weniger als ein Fünftel des Jahres {old.year} "
        f"({shown(old)}, {before.where})",
        column=after.column,
        value=shown(new),
        expectation=expectation(old),
    )
