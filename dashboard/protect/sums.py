"""Which cells add up: areas to the city, facilities to their area, categories and groups to their total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.model import CITY, TOTAL, Partition
from dashboard.protect.cells import Figures, key_of
from dashboard.protect.knowledge import Place
from dashboard.protect.problem import Cell, Key, Sum

_Cells = Mapping[Key, Cell]
_PARTITIONS: tuple[Partition, ...] = ("sozialraum", "stadtbezirk")


def sums(of: Figures, cells: _Cells) -> list[Sum]:
    """All sums of one origin. A sum with parts that nobody has written down holds if its parts make it."""
    catalogue, found = of.catalogue, list[Sum]()
    for slice_ in sorted({(key[0], key[1], key[3], key[4]) for key in cells}):
        found += _areas(slice_, catalogue, cells)
    for indicator in catalogue.indicators.values():
        found += _categories(indicator, of, cells)
    for members in _groups(catalogue):
        found += _group(members, of, cells)
    return found


def _areas(slice_: tuple[str, str, int, str], catalogue: Catalogue, cells: _Cells) -> Iterator[Sum]:
    indicator, breakdown, year, kind = slice_

    def key(area: str) -> Key:
        return indicator, breakdown, area, year, kind

    for partition in _PARTITIONS:
        parts = [key(area.id) for area in catalogue.partition(partition)]
        yield from _complete(key(CITY), parts, cells)
    for whole, inside in _facilities(catalogue).items():
        yield from _complete(key(whole), [key(part) for part in inside], cells)


def _facilities(catalogue: Catalogue) -> Mapping[str, list[str]]:
    """Facilities and districts of the statistics by the area they lie in entirely."""
    found: dict[str, list[str]] = defaultdict(list)
    for member in catalogue.memberships:
        small = catalogue.areas[member.part].kind in ("einrichtung", "statistischer_bezirk")
        if small and member.weight == 1:
            found[member.whole].append(member.part)
    return found


def _complete(total: Key, parts: Iterable[Key], cells: _Cells) -> Iterator[Sum]:
    """The sum, if all parts are there, or if those that are there make the total."""
    wanted = list(parts)
    there = [part for part in wanted if part in cells]
    if total not in cells or not there:
        return
    values = [cells[part].value for part in there]
    whole = cells[total].value
    known = [value for value in values if value is not None]
    makes = whole is not None and len(known) == len(values) and abs(sum(known) - whole) < 0.5
    if len(there) == len(wanted) or makes:
        yield Sum(tuple(there), (total,))


def _categories(indicator: Indicator, of: Figures, cells: _Cells) -> Iterator[Sum]:
    places = {(area, year) for name, _, area, year in of.shown if name == indicator.id}
    for dimension in indicator.breakdowns if places else ():
        if not dimension.additive:
            continue
        for area, year in sorted(places):
            wanted: list[Place] = [(indicator.id, each.id, area, year) for each in dimension.categories]
            total = key_of((indicator.id, TOTAL, area, year), indicator)
            if total in cells:
                yield from _complete(total, [key_of(each, indicator) for each in wanted], cells)
            else:
                yield from _of_denominator(wanted, of, cells)


def _groups(catalogue: Catalogue) -> list[list[Indicator]]:
    found: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in catalogue.indicators.values():
        if indicator.group and indicator.kind == "share":
            found[indicator.group].append(indicator)
    return list(found.values())


def _group(members: list[Indicator], of: Figures, cells: _Cells) -> Iterator[Sum]:
    ids = {member.id for member in members}
    for breakdown, area, year in sorted({where[1:] for where in of.shown if where[0] in ids}):
        yield from _of_denominator([(each.id, breakdown, area, year) for each in members], of, cells)


def _of_denominator(wanted: list[Place], of: Figures, cells: _Cells) -> Iterator[Sum]:
    """Shares of one denominator that together are all of it."""
    there = [where for where in wanted if where in of.shown]
    rows = [of.shown[where] for where in there]
    keys = tuple(key_of(where, of.indicator(where)) for where in there)
    if len({row.denominator for row in rows if row.denominator is not None}) > 1 or len(there) < 2:
        return
    values = [cells[key].value for key in keys]
    known = sum(value for value in values if value is not None)
    whole = next((row.denominator for row in rows if row.denominator is not None), None)
    makes = None not in values and whole is not None and abs(known - whole) < 0.5
    if makes or None in values and len(there) == len(wanted):
        yield Sum(keys)
