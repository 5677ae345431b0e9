"""The one schema for SQLite and PostgreSQL: a database holds all releases side by side.

``release`` leads every primary key. Two ways in are served by an index: one indicator over
areas × periods (the primary key of ``observation``) and one area over indicators at one
period (``observation_area``). On SQLite the tables are clustered by their primary key.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Index, MetaData, Named, Table, Text, TypedColumns

#: Number of this schema; a database that carries another one is refused, never half understood.
FORMAT = 2

#: Keys sort by code point, so that both databases give the same order.
KEY = Text().with_variant(Text(collation="C"), "postgresql")

metadata = MetaData()
_CLUSTERED: dict[str, Any] = {"sqlite_with_rowid": False}


def _key() -> Column[str]:
    return Column(KEY, primary_key=True)


class of_release(TypedColumns):
    """Every table but ``current`` says first to which release a row belongs."""

    release: Named[str] = _key()


class of_indicator(of_release):
    """One indicator and category of one release."""

    indicator: Named[str] = _key()
    breakdown: Named[str] = _key()


class of_cell(of_indicator):
    """One indicator, category, area and period of one release."""

    area: Named[str] = _key()
    year: Named[int] = Column(primary_key=True)


class current_columns(TypedColumns):
    """A single row (``id`` 1): the release that readers see, and the number of the schema."""

    id: Named[int] = Column(primary_key=True, autoincrement=False)
    release: Named[str] = Column(KEY)
    format: Named[int]


class release_columns(TypedColumns):
    """``created`` is ISO 8601 in UTC; ``catalogue`` and ``deliveries`` are JSON; ``sequence`` orders."""

    id: Named[str] = _key()
    sequence: Named[int]
    created: Named[str]
    content_hash: Named[str]
    catalogue: Named[str]
    deliveries: Named[str]


class shape_columns(of_release):
    """An area's outline for drawing, and the same as GeoJSON geometry for download."""

    partition: Named[str] = _key()
    area: Named[str] = _key()
    position: Named[int]
    path: Named[str]
    label_x: Named[float]
    label_y: Named[float]
    label_width: Named[float]
    width: Named[float]
    height: Named[float]
    geojson: Named[str]


class observation_columns(of_cell):
    """See :class:`dashboard.model.Observation`."""

    origin: Named[str] = _key()
    source: Named[str] = _key()
    reading: Named[int] = Column(primary_key=True)
    value: Named[float | None]
    numerator: Named[float | None]
    denominator: Named[float | None]
    cents: Named[int | None] = Column(BigInteger)
    status: Named[str]
    certainty: Named[str]
    note: Named[str]
    delivery: Named[str]
    lower: Named[float | None]
    upper: Named[float | None]


class comparison_columns(of_cell):
    """See :class:`dashboard.model.Comparison`; ``origin`` is the line it was computed from."""

    origin: Named[str] = _key()
    rest: Named[float | None]
    difference: Named[float | None]
    p: Named[float | None]
    p_holm: Named[float | None]
    label: Named[str]
    single_label: Named[str]


class trend_columns(of_cell):
    """See :class:`dashboard.model.Trend`."""

    origin: Named[str] = _key()
    label: Named[str]
    slope: Named[float | None]
    p: Named[float | None]
    periods: Named[int]
    first_year: Named[int]
    detectable: Named[float | None]


class target_result_columns(of_release):
    """See :class:`dashboard.model.TargetResult`."""

    indicator: Named[str] = _key()
    target: Named[str] = _key()
    area: Named[str] = _key()
    year: Named[int | None]
    status: Named[str]
    value: Named[float | None]
    baseline: Named[float | None]
    goal: Named[float | None]
    target_year: Named[int]
    probability: Named[float | None]
    projected: Named[float | None]
    projected_lower: Named[float | None]
    projected_upper: Named[float | None]


class coverage_columns(of_indicator):
    """For which kinds of area, years and origins an indicator has rows, and how many."""

    kind: Named[str] = _key()
    year: Named[int] = Column(primary_key=True)
    origin: Named[str] = _key()
    cells: Named[int]


class correction_columns(of_cell):
    """What differs from the release before; see :class:`dashboard.store.contents.Correction`."""

    origin: Named[str] = _key()
    source: Named[str] = _key()
    kind: Named[str]
    old: Named[float | None]
    new: Named[float | None]


current = Table("current", metadata, current_columns)
release = Table("release", metadata, release_columns, **_CLUSTERED)
shape = Table("shape", metadata, shape_columns, **_CLUSTERED)
observation = Table("observation", metadata, observation_columns, **_CLUSTERED)
comparison = Table("comparison", metadata, comparison_columns, **_CLUSTERED)
trend = Table("trend", metadata, trend_columns, **_CLUSTERED)
target_result = Table("target_result", metadata, target_result_columns, **_CLUSTERED)
coverage = Table("coverage", metadata, coverage_columns, **_CLUSTERED)
correction = Table("correction", metadata, correction_columns, **_CLUSTERED)

Index("observation_area", *(observation.c[n] for n in ("release", "area", "breakdown", "year", "indicator")))
Index("release_sequence", release.c.sequence)
