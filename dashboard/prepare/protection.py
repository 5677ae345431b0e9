"""Geheimhaltung of a release: hide, prove, and say table by table how much was hidden."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import AreaKind
from dashboard.model import Observation, Origin
from dashboard.prepare.refused import ReleaseRefused
from dashboard.protect.problem import Interval, Unprotectable
from dashboard.protect.release import Finding, Settled, protected
from dashboard.store.contents import Audit, DeliveryInfo, Progress

PROTECTING = "Kleine Zahlen schützen"
WITHHELD = "Hinweis angenommen; sein Wortlaut nennt geschützte Zahlen und wird nicht gespeichert"
_Table = tuple[str, str, int, AreaKind, Origin]


def hide_small_numbers(
    observations: Sequence[Observation],
    catalogue: Catalogue,
    earlier: Iterable[Observation],
    progress: Progress,
) -> tuple[tuple[Observation, ...], tuple[Audit, ...], Mapping[Origin, Settled]]:
    """Observations without small numbers, the audit of every table in which something is hidden, and what
    was decided about each origin, for the second stage (single schools).

    Raises :class:`ReleaseRefused` naming each table that cannot be protected.
    """

    def told(done: int, total: int) -> None:
        progress(PROTECTING, done, total)

    try:
        outcome = protected(observations, catalogue, earlier, told)
    except Unprotectable as error:
        raise ReleaseRefused([_message(catalogue, *table) for table in error.tables]) from error
    return outcome.observations, audit(outcome.observations, outcome.findings, catalogue), outcome.settled


def audit(
    observations: Iterable[Observation], findings: Iterable[Finding], catalogue: Catalogue
) -> tuple[Audit, ...]:
    """One row per table with hidden cells: how many, and how narrow an attacker's interval gets."""
    kinds = {area.id: area.kind for area in catalogue.areas.values()}
    cells: Counter[_Table] = Counter(
        (row.indicator, row.breakdown, row.year, kinds[row.area], row.origin)
        for row in observations
        if row.reading == 0
    )
    tables: dict[_Table, list[Finding]] = defaultdict(list)
    for found in findings:
        indicator, breakdown, area, year = found.place
        tables[indicator, breakdown, year, kinds[area], found.origin].append(found)
    return tuple(_audit(table, found, cells[table]) for table, found in sorted(tables.items()))


def without_wording(info: DeliveryInfo, observations: Iterable[Observation]) -> DeliveryInfo:
    """The delivery as it may be told: remarks quote figures, so they go where something is hidden."""
    hidden = any(row.delivery == info.id and row.status == "hidden" for row in observations)
    if not hidden or info.origin == "published":
        return info
    return replace(info, warnings=tuple(WITHHELD for _ in info.warnings))


def _audit(table: _Table, found: Sequence[Finding], cells: int) -> Audit:
    indicator, breakdown, year, kind, origin = table
    primary = sum(1 for each in found if each.primary)
    proofs = [each.interval for each in found if each.interval is not None]
    relative = [_relative(proof) for proof in proofs if proof.needed > 0]  # else it is public elsewhere
    return Audit(
        indicator=indicator,
        breakdown=breakdown,
        year=year,
        kind=kind,
        origin=origin,
        cells=cells,
        primary=primary,
        secondary=len(found) - primary,
        narrowest=min(relative, default=None),
    )


def _relative(interval: Interval) -> float:
    """Width by the upper end: both are known to the attacker, the true value is not in it."""
    return 1.0 if interval.highest <= 0 else interval.width / interval.highest


def _message(catalogue: Catalogue, indicator: str, year: int) -> str:
    return (
        f"Geheimhaltung: Die Tabelle „{catalogue.indicators[indicator].title}“ {year} lässt sich nicht "
        "schützen; es bliebe keine Zahl übrig, oder eine geheime Zahl wäre zu eng einzugrenzen."
    )
