"""Geheimhaltung of single schools: the second stage, after the public figures are settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import Observation, Origin
from dashboard.prepare.intervals import with_intervals
from dashboard.prepare.refused import ReleaseRefused
from dashboard.prepare.school_level import SchoolLevel
from dashboard.protect.level import LevelOutcome, protected_level
from dashboard.protect.problem import Unprotectable
from dashboard.protect.release import Settled
from dashboard.store.contents import Progress

PROTECTING = "Zahlen der Schulen schützen"


def hide_small_schools(
    level: SchoolLevel, settled: Mapping[Origin, Settled], catalogue: Catalogue, progress: Progress
) -> tuple[SchoolLevel, frozenset[tuple[str, int]]]:
    """The level without small numbers, and the public indices (id and year) that would give them back.

    It does not matter whether there is a database for the schools: what is public is the same with and
    without. Raises :class:`ReleaseRefused` naming each table that cannot be protected.
    """
    if not level.rows:
        return level, frozenset()
    progress(PROTECTING, 0, 1)
    outcome = _protected(level, settled, catalogue)
    progress(PROTECTING, 1, 1)
    withheld = {
        (index, year)
        for index, form in level.uneven.items()
        for indicator, year in outcome.withheld
        if indicator == form
    }
    return replace(level, rows=tuple(with_intervals(outcome.observations, catalogue))), frozenset(withheld)


def without_indices(
    rows: Iterable[Observation], withheld: frozenset[tuple[str, int]]
) -> tuple[Observation, ...]:
    """The public rows; withheld indices have no number any more."""
    return tuple(_sealed(row) if (row.indicator, row.year) in withheld else row for row in rows)


def _sealed(row: Observation) -> Observation:
    return replace(row, value=None, numerator=None, denominator=None, lower=None, upper=None, status="hidden")


def _protected(level: SchoolLevel, settled: Mapping[Origin, Settled], catalogue: Catalogue) -> LevelOutcome:
    (origin,) = {row.origin for row in level.rows}  # invented and delivered schools are never mixed
    try:
        return protected_level(
            level.rows, level.places(), settled[origin], catalogue, set(level.uneven.values())
        )
    except Unprotectable as error:
        raise ReleaseRefused([_message(catalogue, *table) for table in error.tables]) from error


def _message(catalogue: Catalogue, indicator: str, year: int) -> str:
    return (
        f"Geheimhaltung: Die Zahlen der Schulen zu „{catalogue.indicators[indicator].title}“ {year} lassen "
        "sich nicht schützen; eine geheime Zahl wäre zu eng einzugrenzen."
    )
