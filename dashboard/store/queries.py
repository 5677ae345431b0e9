"""Every statement about a release and its observations, as a typed ``Select``; an index serves each one.

A function here is listed in ``tests/test_store_plans.py``, which asks both databases for its plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, literal, select, tuple_

from dashboard.model import Partition
from dashboard.store.audit_table import audit
from dashboard.store.ordering import ordered
from dashboard.store.tables import (
    comparison,
    correction,
    coverage,
    current,
    observation,
    release,
    shape,
    trend,
)

_OBSERVATION = (
    "indicator", "area", "year", "breakdown", "value", "numerator", "denominator", "cents", "status",
    "origin", "source", "certainty", "note", "delivery", "reading", "lower", "upper",
)  # fmt: skip


def current_release() -> Select[str, int, str, str, str]:
    """Id, schema number, creation, hash and deliveries of the release that readers see."""
    return (
        select(
            release.c.id, current.c.format, release.c.created, release.c.content_hash, release.c.deliveries
        )
        .join_from(current, release, release.c.id == current.c.release)
        .where(current.c.id == 1)
    )


def all_releases() -> Select[str, str, str, str]:
    """Id, creation, hash and deliveries of every release, oldest first (a handful of rows)."""
    return (
        select(release.c.id, release.c.created, release.c.content_hash, release.c.deliveries)
        .where(release.c.sequence >= 1)
        .order_by(release.c.sequence)
    )


def catalogue(release_id: str) -> Select[str]:
    """The catalogue of a release as JSON text."""
    return select(release.c.catalogue).where(release.c.id == release_id)


def shapes(release_id: str, partition: Partition) -> Select[*tuple[Any, ...]]:
    """The outlines of a partition, in the order of the catalogue, with their GeoJSON."""
    columns = (shape.c.area, shape.c.path, shape.c.label_x, shape.c.label_y, shape.c.label_width,
               shape.c.width, shape.c.height, shape.c.geojson)  # fmt: skip
    wanted = and_(shape.c.release == release_id, shape.c.partition == partition)
    return select(*columns).where(wanted).order_by(shape.c.position)


def observations(release_id: str) -> Select[*tuple[Any, ...]]:
    """All observations of a release, without what was computed from them (for export)."""
    columns = [observation.c[name] for name in _OBSERVATION]
    return select(*columns).where(observation.c.release == release_id)


def every_fact(release_id: str) -> Select[*tuple[Any, ...]]:
    """All observations of a release with what was computed from them (for files of the whole release)."""
    return _facts().where(observation.c.release == release_id)


def indicator_facts(
    release_id: str, indicator: str, breakdown: str, areas: Sequence[str]
) -> Select[*tuple[Any, ...]]:
    """One indicator over areas × periods."""
    return _facts().where(
        observation.c.release == release_id,
        observation.c.indicator == indicator,
        observation.c.breakdown == breakdown,
        observation.c.area.in_(areas),
    )


def every_category(release_id: str, indicator: str, areas: Sequence[str]) -> Select[*tuple[Any, ...]]:
    """One indicator over areas × periods × categories, the total among them."""
    return _facts().where(
        observation.c.release == release_id,
        observation.c.indicator == indicator,
        observation.c.area.in_(areas),
    )


def year_by_category(
    release_id: str, indicators: Sequence[str], areas: Sequence[str], year: int
) -> Select[*tuple[Any, ...]]:
    """Some indicators in all their categories, over some areas in one year."""
    return _facts().where(
        observation.c.release == release_id,
        observation.c.indicator.in_(indicators),
        observation.c.area.in_(areas),
        observation.c.year == year,
    )


def area_facts(release_id: str, areas: Sequence[str], breakdown: str, year: int) -> Select[*tuple[Any, ...]]:
    """All indicators of some areas in one year."""
    return _facts().where(
        observation.c.release == release_id,
        observation.c.area.in_(areas),
        observation.c.breakdown == breakdown,
        observation.c.year == year,
    )


def area_history(release_id: str, area: str, breakdown: str) -> Select[*tuple[Any, ...]]:
    """All indicators of one area in all years."""
    return _facts().where(
        observation.c.release == release_id,
        observation.c.area == area,
        observation.c.breakdown == breakdown,
    )


def years_of_area(release_id: str, area: str, breakdown: str) -> Select[str, Any, int]:
    """Indicator, origin and year of every row of an area.

    The latest is taken from them in Python: grouped in SQL, SQLite reads the whole release instead.
    """
    wanted = and_(
        observation.c.release == release_id,
        observation.c.area == area,
        observation.c.breakdown == breakdown,
    )
    columns = (observation.c.indicator, observation.c.origin, observation.c.year)
    return select(*columns).where(wanted)


def facts_of_years(
    release_id: str, areas: Sequence[str], breakdown: str, years: Sequence[tuple[str, int]]
) -> Select[*tuple[Any, ...]]:
    """Some areas over pairs of indicator and year."""
    return _facts().where(
        observation.c.release == release_id,
        observation.c.breakdown == breakdown,
        observation.c.area.in_(areas),
        tuple_(observation.c.indicator, observation.c.year).in_(years),
    )


def coverage_of(release_id: str) -> Select[*tuple[Any, ...]]:
    """What there is of every indicator: kinds of area, years, origins."""
    return ordered(coverage).where(coverage.c.release == release_id)


def corrections(release_id: str) -> Select[*tuple[Any, ...]]:
    """What was corrected against the release before."""
    return ordered(correction).where(correction.c.release == release_id)


def audit_of(release_id: str) -> Select[*tuple[Any, ...]]:
    """How small numbers are protected, table by table."""
    return ordered(audit).where(audit.c.release == release_id)


@cache
def _facts() -> Select[*tuple[Any, ...]]:
    """Observations beside the comparison and the trend that were computed from the same line."""
    columns = [observation.c[name] for name in _OBSERVATION]
    compared = [comparison.c[name] for name in ("rest", "difference", "p", "p_holm", "label", "single_label")]
    moved = [trend.c[name] for name in ("label", "slope", "p", "periods", "first_year", "detectable")]
    joined = observation.outerjoin(comparison, _same_cell(comparison)).outerjoin(trend, _same_cell(trend))
    return select(*columns, *compared, *moved).select_from(joined)


def _same_cell(other: Any) -> Any:
    keys = ("release", "indicator", "breakdown", "area", "year", "origin")
    same = [observation.c[name] == other.c[name] for name in keys]
    return and_(*same, observation.c.reading == literal(0))
