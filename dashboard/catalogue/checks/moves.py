"""Moves lead from names that are free to names that are there, in no circle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dashboard.catalogue.models import Renamed, Retired
from dashboard.catalogue.problem import Problem
from dashboard.catalogue.tables import Located, Tables

_RELEASE = re.compile(r"\d{4}-[1-9]\d*")
_TABLE_OF = {"kennzahl": ("kennzahlen", "Kennzahl"), "raum": ("flaechen", "Fläche")}


def move_faults(tables: Tables) -> Iterator[Problem]:
    """Every fault of the tables ``umbenannt`` and ``eingestellt``."""
    renamed, retired = tables.of("umbenannt", Renamed), tables.of("eingestellt", Retired)
    yield from _since([*renamed, *retired])
    seen: set[tuple[str, str]] = set()
    for old in renamed:
        yield from _is_free(tables, old, old.entry.kind, seen)
        yield from _leads_on(tables, old)
    for gone in retired:
        yield from _is_free(tables, gone, "kennzahl", seen)
        successor = gone.entry.successor
        if successor and successor not in _ids(tables, "kennzahl"):
            expected = "eine vorhandene Kennzahl (Tabelle kennzahlen)"
            yield gone.problem("successor", successor, expected)


def _since(entries: list[Located[Any]]) -> Iterator[Problem]:
    for located in entries:
        if not _RELEASE.fullmatch(located.entry.since):
            yield located.problem("since", located.entry.since, "ein Datenstand wie 2026-2")


def _is_free(
    tables: Tables, located: Located[Any], kind: str, seen: set[tuple[str, str]]
) -> Iterator[Problem]:
    old = located.entry.old
    if (kind, old) in seen or old in _ids(tables, kind):
        yield located.problem("old", old, "eine Angabe, die es nicht mehr gibt und die nur einmal vorkommt")
    seen.add((kind, old))


def _leads_on(tables: Tables, located: Located[Renamed]) -> Iterator[Problem]:
    """A chain of names must end at something that exists; of parameters it must end at all."""
    kind = located.entry.kind
    steps = {
        one.entry.old: one.entry.new for one in tables.of("umbenannt", Renamed) if one.entry.kind == kind
    }
    name, passed = located.entry.new, {located.entry.old}
    while name in steps and name not in passed:
        passed.add(name)
        name = steps[name]
    if name in passed:
        yield located.problem("new", located.entry.new, "eine Angabe, die nicht zum alten Namen zurückführt")
    elif kind in _TABLE_OF and name not in _ids(tables, kind):
        table, word = _TABLE_OF[kind]
        yield located.problem("new", located.entry.new, f"eine vorhandene {word} (Tabelle {table})")


def _ids(tables: Tables, kind: str) -> set[object]:
    if kind not in _TABLE_OF:
        return set()
    table = _TABLE_OF[kind][0]
    return {located.entry.id for located in tables.entries[table]} | tables.refused[table]
