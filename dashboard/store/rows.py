"""A release as rows of every table, and whether what stands in the database is what was meant."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, insert, select

from dashboard.catalogue.load import from_json, to_json
from dashboard.store import tables
from dashboard.store.audit_table import audit
from dashboard.store.contents import AreaShape, ReleaseContents
from dashboard.store.errors import WriteRefused
from dashboard.store.spread_tables import convergence, gap, inequality, pooled

AnyRow = dict[str, Any]
_CHUNK = 5_000
WRITING = "Werte schreiben"


def all_tables() -> MetaData:
    """The present schema. All tables are known here, so none can be forgotten."""
    return tables.metadata


def write_rows(
    connection: Connection, release: str, contents: ReleaseContents, progress: Callable[[str, int, int], None]
) -> None:
    """Insert every table of a release except ``release`` itself, in chunks."""
    rows_of = {table: tuple(rows) for table, rows in release_rows(release, contents)}
    total, done = sum(map(len, rows_of.values())), 0
    for table, rows in rows_of.items():
        for start in range(0, len(rows), _CHUNK):
            chunk = rows[start : start + _CHUNK]
            connection.execute(insert(table), chunk)
            done += len(chunk)
            progress(WRITING, done, total)


def release_rows(release: str, contents: ReleaseContents) -> Iterator[tuple[Table, Iterable[AnyRow]]]:
    """Every table with its rows."""
    yield tables.shape, (_shape_row(release, n, shape) for n, shape in enumerate(contents.shapes))
    for table, items in _computed_and_observed(contents):
        yield table, (_row(release, item) for item in items)
    yield tables.coverage, coverage_rows(release, contents)


def coverage_rows(release: str, contents: ReleaseContents) -> list[AnyRow]:
    """How many observations there are by indicator, category, kind of area, year and origin."""
    kinds = {area.id: area.kind for area in contents.catalogue.areas.values()}
    cells = Counter(
        (row.indicator, row.breakdown, kinds[row.area], row.year, row.origin) for row in contents.observations
    )
    names = ("indicator", "breakdown", "kind", "year", "origin")
    return [
        {"release": release, **dict(zip(names, key, strict=True)), "cells": n} for key, n in cells.items()
    ]


def check_ids(contents: ReleaseContents) -> None:
    """Refuse observations that name an indicator, category, area or source without an entry."""
    catalogue, unknown = contents.catalogue, set()
    for row in contents.observations:
        if row.indicator not in catalogue.indicators:
            unknown.add(f"Kennzahl „{row.indicator}“")
        elif row.breakdown and row.breakdown not in _categories(catalogue.indicators[row.indicator]):
            unknown.add(f"Merkmal „{row.breakdown}“ der Kennzahl „{row.indicator}“")
        if row.area not in catalogue.areas:
            unknown.add(f"Fläche „{row.area}“")
        if row.source not in catalogue.sources:
            unknown.add(f"Quelle „{row.source}“")
    if unknown:
        raise WriteRefused("Nicht im Katalog enthalten: " + ", ".join(sorted(unknown)) + ".")


def verify(connection: Connection, release: str, contents: ReleaseContents) -> None:
    """Read back what was written: counts, ids and totals. Raises :class:`WriteRefused` if they differ."""
    for table, rows in release_rows(release, contents):
        written = connection.scalar(select(func.count()).where(table.c.release == release))
        _must_agree(f"Zeilen in „{table.name}“", written, sum(1 for _ in rows))
    for name, meant in _totals(contents).items():
        column = tables.observation.c[name]
        written = connection.scalar(select(func.sum(column)).where(tables.observation.c.release == release))
        _must_agree(f"Summe von „{name}“", written or 0, meant)
    text = connection.scalar(select(tables.release.c.catalogue).where(tables.release.c.id == release))
    stored = from_json(text or "")
    _must_agree("Katalog", to_json(stored), to_json(contents.catalogue))
    for name, known in (("indicator", stored.indicators), ("area", stored.areas), ("source", stored.sources)):
        _must_be_known(connection, release, name, known)


def _must_be_known(connection: Connection, release: str, name: str, known: Mapping[str, object]) -> None:
    observed = tables.observation
    found = set(connection.scalars(select(observed.c[name]).distinct().where(observed.c.release == release)))
    _must_agree(f"Kennungen in „{name}“ ohne Eintrag im Katalog", sorted(found - set(known)), [])


def _must_agree(what: str, written: object, meant: object) -> None:
    if isinstance(written, float) and isinstance(meant, float):
        agrees = math.isclose(written, meant, rel_tol=1e-9, abs_tol=1e-6)
    else:
        agrees = written == meant
    if not agrees:
        raise WriteRefused(f"Prüfung des neuen Datenstands: {what}: geschrieben {written}, erwartet {meant}.")


def _totals(contents: ReleaseContents) -> dict[str, float | int]:
    rows = contents.observations
    return {
        "value": math.fsum(row.value for row in rows if row.value is not None),
        "numerator": math.fsum(row.numerator for row in rows if row.numerator is not None),
        "denominator": math.fsum(row.denominator for row in rows if row.denominator is not None),
        "cents": sum(row.cents for row in rows if row.cents is not None),
    }


def _computed_and_observed(contents: ReleaseContents) -> Iterator[tuple[Table, Iterable[object]]]:
    yield tables.observation, contents.observations
    yield tables.comparison, contents.comparisons
    yield tables.trend, contents.trends
    yield gap, contents.gaps
    yield convergence, contents.convergences
    yield tables.target_result, contents.target_results
    yield tables.correction, contents.corrections
    yield audit, contents.audit
    yield pooled, contents.pooled
    yield inequality, contents.inequalities


def _row(release: str, item: Any) -> AnyRow:
    return {"release": release, **{field.name: getattr(item, field.name) for field in fields(item)}}


def _shape_row(release: str, position: int, entry: AreaShape) -> AnyRow:
    own = {"partition": entry.partition, "geojson": entry.geojson, "position": position}
    return {**_row(release, entry.shape), **own}


def _categories(indicator: Any) -> set[str]:
    return {category.id for dimension in indicator.breakdowns for category in dimension.categories}
