"""Which sums single facilities stand in: those of an area make the area, and their sizes its size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import inf

from dashboard.model import CITY
from dashboard.protect.cells import Figures
from dashboard.protect.primary import has_small_base
from dashboard.protect.problem import Cell, Key, Problem, State, Sum

Areas = Mapping[str, str | None]  #: facility → the area it lies in, ``None`` if that is not known


def to_areas(own: Mapping[Key, Cell], areas: Areas, public: Problem, gone: Collection[Key]) -> Iterator[Sum]:
    """Facilities that make the figure of their area; else, whether all together make the city's.

    A figure that is shown is a constant, so it is no part of the sum; ``gone``: those that are not.
    """
    for slice_ in sorted({(key[0], key[1], key[3], key[4]) for key in own if key[4] in "xe"}):
        indicator, breakdown, year, kind = slice_
        by_area: dict[str, list[Key]] = defaultdict(list)
        for number, area in areas.items():
            if (key := (indicator, breakdown, number, year, kind)) in own:
                by_area[area or ""].append(key)
        wholes = {area: (indicator, breakdown, area, year, kind) for area in by_area}
        made = {area: makes(wholes[area], parts, own, public) for area, parts in by_area.items()}
        if not all(made.values()):
            city, everybody = (indicator, breakdown, CITY, year, kind), sum(by_area.values(), [])
            wholes, by_area = wholes | {CITY: city}, by_area | {CITY: everybody}
            made[CITY] = makes(city, everybody, own, public)
        for area in sorted(area for area, holds in made.items() if holds):
            yield Sum(tuple(by_area[area]), (wholes[area],) if wholes[area] in gone else ())


def makes(whole: Key, parts: Iterable[Key], own: Mapping[Key, Cell], public: Problem) -> bool:
    """Whether these facilities are all of the whole, as far as we know ourselves."""
    if whole not in public.cells:
        return False
    total, values = public.cells[whole].value, [own[key].value for key in parts]
    known = sum(value for value in values if value is not None)
    return total is None or None in values or abs(known - total) < 0.5


@dataclass(slots=True)
class Sizes:
    """Denominators of facilities as cells of their own, in areas where one is a small number itself.

    Elsewhere they are shown, and constants. ``rows``: which cell the denominator of a figure is.
    """

    cells: dict[Key, Cell] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    along: dict[Key, tuple[Key, ...]] = field(default_factory=dict)
    rows: dict[Key, Key] = field(default_factory=dict)

    def unbounded(self, cells: Mapping[Key, Cell]) -> dict[Key, Cell]:
        """The cells; a figure is not known to stay below a size that has to be hidden."""
        small = {row for row, size in self.rows.items() if self.cells[size].state == "primary"}
        return {key: replace(cell, upper=inf) if key in small else cell for key, cell in cells.items()}

    def closed(self, sums: Iterable[Sum]) -> Iterator[Sum]:
        """The sums; those of all figures of a facility get its size as their total."""
        for each in sums:
            totals = {self.rows.get(key) for key in each.parts}
            total = next(iter(totals)) if not each.totals and len(totals) == 1 else None
            yield each if total is None else Sum(each.parts, (total,))


def sizes(of: Figures, own: Mapping[Key, Cell], areas: Areas, gone: Collection[Key]) -> Sizes:
    """The sizes in areas where one has to be hidden; the figures that print a size go with it."""
    found, groups = Sizes(), _groups(of, areas)
    for (_, _, area, year), members in sorted(groups.items()):
        small = {key for key, rows in members.items() if any(_small(of, row) for row in rows)}
        if not small:
            continue
        for key, rows in sorted(members.items()):
            cell = own[rows[0]]
            amount = of.shown[rows[0][:4]].denominator
            state: State = "primary" if key in small else "open"
            loss = sum(own[row].loss for row in rows)
            found.cells[key] = Cell(key, amount, state, cell.range, loss)
            found.along[key] = tuple(rows)
            found.rows |= dict.fromkeys(rows, key)
        if any((*row[:2], area, year, "x") not in gone for rows in members.values() for row in rows):
            found.sums.append(Sum(tuple(sorted(members))))  # the area's size is printed
    return found


def _groups(of: Figures, areas: Areas) -> dict[tuple[str, str, str, int], dict[Key, list[Key]]]:
    """Figures by size, sizes by family of indicators, category, area and year."""
    first: dict[str, str] = {}
    found: dict[tuple[str, str, str, int], dict[Key, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for where, row in sorted(of.shown.items()):
        indicator = of.indicator(where)
        if row.denominator is None or indicator.kind not in ("share", "rate"):
            continue
        family = first.setdefault(indicator.group or indicator.id, indicator.id)
        size: Key = (family, where[1], where[2], where[3], "n")
        found[family, where[1], areas.get(where[2]) or "", where[3]][size].append((*where, "x"))
    return found


def _small(of: Figures, key: Key) -> bool:
    return has_small_base(of.shown[key[:4]], of.indicator(key[:4]))
