"""Sozialräume and Stadtbezirke lie over each other: one that lies inside another has no more people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dashboard.catalogue.catalogue import Catalogue
from dashboard.protect.problem import Cell, Key, Sum

#: Area, and the areas that cover it completely.
Cover = tuple[str, tuple[str, ...]]


def covers(catalogue: Catalogue) -> list[Cover]:
    """Areas of one partition with the areas of the other that they lie in."""
    found: dict[str, set[str]] = defaultdict(set)
    kinds = {area.id: area.kind for area in catalogue.areas.values()}
    for member in catalogue.memberships:
        if {kinds[member.part], kinds[member.whole]} == {"sozialraum", "stadtbezirk"}:
            found[member.part].add(member.whole)
            found[member.whole].add(member.part)
    return sorted((area, tuple(sorted(over))) for area, over in found.items())


def overlaps(catalogue: Catalogue, cells: Mapping[Key, Cell]) -> Iterator[tuple[Cell, Sum]]:
    """``area + slack = sum of what covers it``, with the slack as a cell that nobody publishes."""
    found = covers(catalogue)
    for indicator, breakdown, year, kind in sorted({(k[0], k[1], k[3], k[4]) for k in cells}):
        if kind not in "xe":
            continue
        for area, over in found:
            inner: Key = (indicator, breakdown, area, year, kind)
            outer: list[Key] = [(indicator, breakdown, each, year, kind) for each in over]
            if inner in cells and all(key in cells for key in outer):
                yield from _slack(inner, outer, cells)


def _slack(inner: Key, outer: Iterable[Key], cells: Mapping[Key, Cell]) -> Iterator[tuple[Cell, Sum]]:
    """Nothing where the figures contradict it: then the cover is not what it is said to be."""
    values = [cells[key].value for key in (inner, *outer)]
    slack = None if None in values else sum(value or 0.0 for value in values[1:]) - (values[0] or 0.0)
    if slack is not None and slack < 0:
        return
    key: Key = (*inner[:4], "s" + inner[4])
    yield Cell(key, slack, "free", loss=0.0), Sum((inner, key), tuple(outer))
