"""Amounts of posts and euros: counted in whole steps, printed without a rounding anybody would notice."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.wording.numbers import number, signed
from dashboard.wording.units import NBSP, joined


@dataclass(frozen=True, slots=True)
class Unit:
    """What is shared out. ``per_one``: steps of one post or euro (1, 4 or 100)."""

    posts: bool
    per_one: int

    @property
    def places(self) -> int:
        """Decimals a table prints."""
        return 0 if self.per_one == 1 else 2

    @property
    def name(self) -> str:
        """ "Stellen" or "Euro"."""
        return "Stellen" if self.posts else "Euro"

    def size(self, steps: int) -> Decimal:
        """The amount: 21 quarters are 5.25."""
        return Decimal(int(steps)) / self.per_one

    def fixed(self, steps: int) -> str:
        """As a column of a table prints it: "5,25", "3,00"."""
        return number(self.size(steps), self.places)

    def short(self, steps: int) -> str:
        """As a sentence says it: "5,25", "3", "78.123,45"."""
        text = self.fixed(steps)
        if self.places == 0:
            return text
        whole, rest = text.split(",")
        rest = rest if not self.posts else rest.rstrip("0")
        return whole if not rest.strip("0") else f"{whole},{rest}"

    def spoken(self, steps: int) -> str:
        """With its unit: "5,25 Stellen", "1 Stelle", "78.123,45 €"."""
        return joined(self.short(steps), "Stellen" if self.posts else "€")

    def change(self, steps: int) -> str:
        """A difference in a table: "+0,50", "−1,25", "±0,00"."""
        return signed(self.size(steps), self.places)

    def per_head(self, steps: int, people: float) -> str:
        """Posts per 1,000 of the people ("0,71"), euros per head ("18,02 €")."""
        if people <= 0:
            return "–"
        size = float(self.size(steps)) / people
        return number(size * 1000, 2) if self.posts else f"{number(size, 2)}{NBSP}€"

    @property
    def per_head_word(self) -> str:
        """What :meth:`per_head` is called: "je 1.000" or "je Kopf"."""
        return "je 1.000" if self.posts else "je Kopf"


#: The kinds of the address.
UNITS = {
    "viertelstellen": Unit(posts=True, per_one=4),
    "ganze-stellen": Unit(posts=True, per_one=1),
    "euro": Unit(posts=False, per_one=100),
}
