"""What is to be protected: cells, the sums they stand in, and what an attacker knows beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Literal

#: Indicator, category, area, year, and ``x`` (count or amount), ``n`` (denominator) or ``s`` (slack).
Key = tuple[str, str, str, int, str]

State = Literal[
    "open",  # may be shown or hidden
    "primary",  # has to be hidden: a small number
    "given",  # was delivered hidden; its value may be unknown to us
    "free",  # nobody publishes it: unknown, and nothing has to be kept from anybody
]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number. ``value`` is ``None`` where we do not know it ourselves.

    ``lower``/``upper`` is what everybody knows beforehand (counts are not negative, a part is at
    most its whole; a figure that is public elsewhere has ``lower == upper``). ``range`` is the
    protection range: if the cell is hidden, the values that fit everything published must reach
    at least this far from the lowest to the highest: a count with threshold k could still be any
    of at least k + 1 numbers. ``loss`` is what readers lose if the cell is hidden.
    """

    key: Key
    value: float | None
    state: State = "open"
    range: float = 0.0
    loss: float = 1.0
    lower: float = 0.0
    upper: float = inf


@dataclass(frozen=True, slots=True)
class Sum:
    """Everybody knows that ``parts`` add up to ``totals``: one total, several, or a known constant.

    Without totals the parts add up to something that is no cell, like a printed denominator.
    """

    parts: tuple[Key, ...]
    totals: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Cells by key, their sums, and what goes with what: if a key of ``along`` is hidden, so are its cells.

    Sums may be off by a fixed remainder (children without an address); the attacker is taken to
    know that remainder.
    """

    cells: Mapping[Key, Cell]
    sums: Sequence[Sum]
    along: Mapping[Key, tuple[Key, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Interval:
    """Lowest and highest value of a hidden cell that fit everything published, and the width it needs.

    ``needed`` is the cell's protection range, or what public knowledge leaves of it if that is less.
    """

    key: Key
    lowest: float
    highest: float
    needed: float

    @property
    def width(self) -> float:
        """Highest minus lowest."""
        return self.highest - self.lowest

    @property
    def safe(self) -> bool:
        """Whether the interval is at least as wide as it has to be."""
        return self.width >= self.needed - TOLERANCE * max(1.0, self.needed)


TOLERANCE = 1e-6


class Unprotectable(ValueError):
    """No choice of hidden cells protects the named tables, or everything in them would have to go."""

    def __init__(self, tables: Iterable[tuple[str, int]]) -> None:
        self.tables = tuple(sorted(set(tables)))
        super().__init__(", ".join(f"{indicator} {year}" for indicator, year in self.tables))
