"""Where spending goes if cases and cost per case grow as a reader assumes.

Growth moves in a straight line from today's to the assumed rate, which is reached in the goal year
and kept from then on. Spending of a year = that of the year before × (1 + cases) × (1 + cost per case).
All rates are fractions per year (0.02 = 2 %).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Growth:
    """Yearly growth of cases and of cost per case."""

    cases: float
    cost: float

    @property
    def spending(self) -> float:
        """Growth of both together."""
        return (1 + self.cases) * (1 + self.cost) - 1


@dataclass(frozen=True, slots=True)
class Path:
    """Cents by year, the first is observed. ``stops``: the year after which spending rises no more.

    ``stops`` is None where it still rises at the end.
    """

    cents: Mapping[int, int]
    stops: int | None

    @property
    def last(self) -> int:
        """The last year."""
        return max(self.cents)


def mean_growth(first: float, last: float, years: int) -> float:
    """Geometric mean of the yearly growth. Raises ValueError without years or for amounts not above 0."""
    if years < 1 or first <= 0 or last <= 0:
        raise ValueError("growth needs two amounts above 0 and a year between them")
    return float((last / first) ** (1 / years)) - 1


def path(cents: int, year: int, today: Growth, assumed: Growth, goal: int, last: int) -> Path:
    """Spending from ``year`` (observed) to ``last``. Raises ValueError for a goal that is not later."""
    if goal <= year or last <= year:
        raise ValueError("a scenario begins after the last observed year")
    amount = float(cents)
    found = {year: cents}
    for later in range(year + 1, last + 1):
        rate = _between(today, assumed, (later - year) / (goal - year)).spending
        amount *= 1 + rate
        found[later] = round(amount)
    return Path(found, _stop(found))


def break_even(other: float) -> float:
    """The rate at which spending stands still while the other rate is ``other`` (above −1)."""
    return 1 / (1 + other) - 1


def _between(today: Growth, assumed: Growth, way: float) -> Growth:
    share = min(1.0, way)
    return Growth(
        today.cases + share * (assumed.cases - today.cases),
        today.cost + share * (assumed.cost - today.cost),
    )


def _stop(cents: Mapping[int, int]) -> int | None:
    """The last year that is dearer than the one before; the first of all where none is."""
    rising = [year for year in cents if cents[year] > cents.get(year - 1, cents[year])]
    stops = max(rising, default=min(cents))
    return None if stops == max(cents) else stops
