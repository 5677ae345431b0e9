"""Counts of shown and hidden values by indicator: all values of a release, told apart by the audit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import add

from dashboard.answers.desk import Asking
from dashboard.answers.geheimhaltung.parts import Family, Protected, Tally
from dashboard.catalogue.catalogue import LIFE_PHASES, Catalogue
from dashboard.model import Observation, Origin
from dashboard.store.contents import Audit

ALL = "insgesamt"
_Key = tuple[str, Origin]


def counted(asking: Asking) -> tuple[Protected, ...]:
    """Every indicator with values, in the order of the catalogue; made once for a release."""

    def count() -> tuple[Protected, ...]:
        release = asking.release
        return protected(asking.catalogue, asking.store.observations(release), asking.store.audit(release))

    return asking.part(("protected", "counted"), count)


def protected(
    catalogue: Catalogue, rows: Iterable[Observation], audit: Sequence[Audit]
) -> tuple[Protected, ...]:
    """``audit`` has one row per table with a hidden value: it alone knows why one is hidden."""
    values: dict[_Key, list[Observation]] = defaultdict(list)
    for row in rows:
        values[row.indicator, row.origin].append(row)
    tables: dict[_Key, list[Audit]] = defaultdict(list)
    for entry in audit:
        tables[entry.indicator, entry.origin].append(entry)
    order = {name: place for place, name in enumerate(catalogue.indicators)}
    keys = sorted(values, key=lambda key: (order[key[0]], key[1]))
    return tuple(_protected(catalogue, key, values[key], tables[key]) for key in keys)


def _protected(
    catalogue: Catalogue, key: _Key, rows: Sequence[Observation], tables: Sequence[Audit]
) -> Protected:
    shown = sum(row.value is not None for row in rows)
    unknown = sum(row.value is None and row.status != "hidden" for row in rows)
    primary, secondary = (sum(getattr(entry, name) for entry in tables) for name in ("primary", "secondary"))
    years = [row.year for row in rows]
    return Protected(
        indicator=catalogue.indicators[key[0]],
        origin=key[1],
        tally=Tally(shown, primary, secondary, unknown),
        tables=len(tables),
        narrowest=min((entry.narrowest for entry in tables if entry.narrowest is not None), default=None),
        sources=tuple(dict.fromkeys(row.source for row in rows)),
        years=(min(years), max(years)),
    )


def families(found: Iterable[Protected]) -> tuple[Family, ...]:
    """The life phases that have values, in their order."""
    tallies: dict[str, list[Tally]] = defaultdict(list)
    for entry in found:
        tallies[entry.indicator.life_phase].append(entry.tally)
    return tuple(
        Family(phase, title, total(tallies[phase]))
        for phase, title in LIFE_PHASES.items()
        if phase in tallies
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    return reduce(add, tallies, Tally())


def origin_of(found: Iterable[Protected]) -> Origin:
    """Demo as soon as one value is, else delivered as soon as one value is."""
    present = {entry.origin for entry in found}
    order: tuple[Origin, ...] = ("demo", "delivered")
    return next((origin for origin in order if origin in present), "published")


def span(found: Iterable[Protected]) -> tuple[int, ...]:
    """The first and the last year of all values; nothing without any."""
    years = [year for entry in found for year in entry.years]
    return (min(years), max(years)) if years else ()
