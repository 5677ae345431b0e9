"""What a public dissimilarity index tells somebody who sees most of the single schools.

D = ½ Σ |gᵢ ÷ G − aᵢ ÷ A| over the schools is, as gᵢ + aᵢ = nᵢ, nothing but the number of children of
the one group at all schools where their share is above the city's:
D = (1/G + 1/A) · Σ_above gᵢ − Σ_above nᵢ ÷ A. Whoever knows the sizes nᵢ knows that sum. So the hidden
numbers must leave enough room while no school changes sides and the sum of each side stays: in all
these worlds D is the same to the last digit. Asked of every area by itself, which is more than needed.
The values by chance depend on the sizes and on G alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil, floor, inf

from dashboard.model import TOTAL, Observation
from dashboard.protect.cells import Figures, key_of
from dashboard.protect.knowledge import place
from dashboard.protect.primary import has_small_base
from dashboard.protect.problem import TOLERANCE, Cell, Key, Sum

Tables = frozenset[tuple[str, int]]  #: indicator and year


@dataclass(frozen=True, slots=True)
class Uneven:
    """Where each school stands: its key, whether above, and the last whole number on its side.

    ``withheld``: tables for which D cannot be shown.
    """

    sides: Mapping[Key, tuple[bool, float]]
    tables: Tables = frozenset()
    withheld: Tables = frozenset()

    @classmethod
    def of(cls, figures: Figures, indicators: Collection[str]) -> Uneven:
        """The sides in every year of these indicators; without D where the size of a school is hidden."""
        rows: dict[tuple[str, int], list[Observation]] = defaultdict(list)
        for (indicator, breakdown, _, year), row in figures.shown.items():
            if indicator in indicators and breakdown == TOTAL:
                rows[indicator, year].append(row)
        open_tables = {table for table, found in rows.items() if all(_sized(row, figures) for row in found)}
        sides = {
            key: side
            for table in sorted(open_tables)
            for key, side in _sides([row for row in rows[table] if row.denominator], figures)
        }
        return cls(sides, frozenset(open_tables), frozenset(rows) - open_tables)

    def without(self, tables: Tables) -> Uneven:
        """The same, with D of these tables withheld."""
        kept = {key: side for key, side in self.sides.items() if (key[0], key[3]) not in tables}
        return Uneven(kept, self.tables - tables, self.withheld | tables)

    def bounded(self, cells: Mapping[Key, Cell]) -> dict[Key, Cell]:
        """The cells, none of which may change sides."""
        found = dict(cells)
        for key, (above, turn) in self.sides.items():
            cell = found[key]
            lower, upper = (turn, inf) if above else (0.0, turn)
            found[key] = replace(cell, lower=max(cell.lower, lower), upper=min(cell.upper, upper))
        return found

    def sums(self, areas: Mapping[str, str | None]) -> Iterator[Sum]:
        """The schools of each side, by area: what they add up to is known."""
        groups: dict[tuple[str, int, str, bool], list[Key]] = defaultdict(list)
        for key, (above, _) in sorted(self.sides.items()):
            groups[key[0], key[3], areas.get(key[2]) or "", above].append(key)
        yield from (Sum(tuple(keys)) for keys in groups.values())


def _sized(row: Observation, figures: Figures) -> bool:
    """Whether both numbers are known to us and the size of the school will be shown."""
    known = row.numerator is not None and row.denominator is not None
    return known and not has_small_base(row, figures.indicator(place(row)))


def _sides(rows: Iterable[Observation], figures: Figures) -> Iterator[tuple[Key, tuple[bool, float]]]:
    found = list(rows)
    group = sum(row.numerator or 0.0 for row in found)
    everybody = sum(row.denominator or 0.0 for row in found)
    for row in found:
        x, n = row.numerator or 0.0, row.denominator or 0.0
        key = key_of(place(row), figures.indicator(place(row)))
        turn, above = n * group / everybody, x * everybody >= group * n
        yield key, (above, float(ceil(turn - TOLERANCE) if above else floor(turn + TOLERANCE)))
