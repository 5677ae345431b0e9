"""Euros of a year in the prices of the base year: whole cents in, whole cents out.

Amount ÷ price index of the year × index of the base year (= 100), rounded half up once.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from dashboard.analysis.additive import printed_parts

_BASE = Decimal(100)


def real_cents(cents: int, index: float) -> int:
    """``cents`` of a year with this price index (base year = 100) in the prices of the base year.

    Raises ValueError for an index that is not above 0.
    """
    if not index > 0:
        raise ValueError("a price index is above 0")
    return int((Decimal(cents) * _BASE / Decimal(str(index))).quantize(Decimal(1), ROUND_HALF_UP))


def real_parts(cents: Sequence[int], index: float) -> list[int]:
    """Parts in the prices of the base year; they sum to their real sum by largest remainder."""
    total = real_cents(sum(cents), index)
    ratio = Fraction(str(index)) / 100
    return printed_parts([part * ratio.denominator for part in cents], ratio.numerator, total)


def per_thousand_cents(cents: int, people: int) -> int:
    """Cents per 1,000 people, rounded half up. Raises ValueError where there is nobody."""
    if people <= 0:
        raise ValueError("nobody to divide by")
    return int((Decimal(cents) * 1000 / Decimal(people)).quantize(Decimal(1), ROUND_HALF_UP))
