"""Amounts of money in one unit per picture: "62,0", "+1,25", "Mio. €"; and shares, changes, periods.

Amounts of a picture are printed in whole steps of its unit, so that printed parts add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.analysis.additive import printed_parts, steps
from dashboard.wording.numbers import number, signed
from dashboard.wording.units import NARROW, NBSP


@dataclass(frozen=True, slots=True)
class Money:
    """A unit: ``cents`` of one of it, and how many decimals are printed."""

    name: str
    cents: int
    decimals: int

    @property
    def step(self) -> int:
        """Cents of the smallest printed step."""
        return self.cents // int(10**self.decimals)

    def steps(self, cents: int) -> int:
        """The amount in printed steps."""
        return steps(cents, self.step)

    def parts(self, cents: list[int], total: int | None = None) -> list[int]:
        """Parts in steps that sum to those of their total."""
        return printed_parts(cents, self.step, total)

    def bare(self, count: int) -> str:
        """Steps as a number: "62,0"."""
        return number(count / 10**self.decimals, self.decimals)

    def signed(self, count: int) -> str:
        """Steps with their sign: "+1,2", "−0,4", "±0,0"."""
        return signed(count / 10**self.decimals, self.decimals)

    def text(self, cents: int) -> str:
        """ "62,0 Mio. €"."""
        return f"{self.bare(self.steps(cents))}{NBSP}{self.name}"

    def change(self, cents: int) -> str:
        """ "+1,2 Mio. €"."""
        return f"{self.signed(self.steps(cents))}{NBSP}{self.name}"


MILLIONS: Final = Money(f"Mio.{NBSP}€", 100_000_000, 1)
FINE_MILLIONS: Final = Money(f"Mio.{NBSP}€", 100_000_000, 2)
THOUSANDS: Final = Money(f"Tsd.{NBSP}€", 100_000, 0)
FINE_THOUSANDS: Final = Money(f"Tsd.{NBSP}€", 100_000, 1)
EURO: Final = Money("€", 100, 0)


def unit_for(cents: int, *, fine: bool = False) -> Money:
    """The unit in which an amount of this size is printed; ``fine`` with one more digit."""
    size = abs(cents)
    if size >= 1_000_000_000:
        return FINE_MILLIONS if fine else MILLIONS
    if size >= 100_000_000:
        return FINE_MILLIONS
    if size >= 10_000_000:
        return FINE_THOUSANDS if fine else THOUSANDS
    return FINE_THOUSANDS if size >= 100_000 else EURO


def amount(cents: int) -> str:
    """An amount in its own unit: "62,0 Mio. €", "7,84 Mio. €", "912 Tsd. €", "26,1 Tsd. €"."""
    return unit_for(cents).text(cents)


def percent(share: float, decimals: int = 1) -> str:
    """A fraction in per cent: 0.468 is "46,8 %"."""
    return f"{number(share * 100, decimals)}{NARROW}%"


def change_percent(share: float, decimals: int = 1) -> str:
    """A change as a fraction: "+7,2 %"."""
    return f"{signed(share * 100, decimals)}{NARROW}%"


def more_or_less(share: float) -> str:
    """A change in words: "7,2 % mehr", "0,4 % weniger", "gleich viel"."""
    printed = f"{number(abs(share) * 100, 1)}{NARROW}%"
    if printed == f"0,0{NARROW}%":
        return "gleich viel"
    return f"{printed} {'mehr' if share > 0 else 'weniger'}"


def growth(share: float) -> str:
    """A yearly rate: "+2,3 % pro Jahr"."""
    return f"{change_percent(share)} pro Jahr"
