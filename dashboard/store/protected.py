"""Questions about single facilities. Whoever asks must hold a :class:`~dashboard.access.scope.StaffScope`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, select

from dashboard.access.scope import StaffScope
from dashboard.store.connection import ReadOnlyDatabase
from dashboard.store.errors import StoreError
from dashboard.store.protected_facts import FacilityFact, FacilityValue
from dashboard.store.protected_tables import SCHEMA, facility, facility_observation

_ABOUT = tuple(each.name for each in fields(FacilityFact) if each.name != "values")
_VALUE = tuple(each.name for each in fields(FacilityValue))


class ScopeOver(StoreError):
    """The right to see facilities has ended."""


class ProtectedDatabase:
    """Read-only connections to the protected database, for the classes that ask it."""

    def __init__(self, url: str) -> None:
        self._database = ReadOnlyDatabase(url, on_replaced=lambda: None)

    def close(self) -> None:
        """Give all connections back."""
        self._database.close()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """One read transaction. Raises :class:`~.errors.NoRelease` if the database cannot be read."""
        with self._database.connection() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(schema_translate_map={None: SCHEMA})
            yield connection


class ProtectedStore:
    """Read-only view of the facilities of all releases; safe for threads.

    Nothing is cached, so that nothing outlives the scope it was read with.
    """

    def __init__(self, database: ProtectedDatabase) -> None:
        self._database = database

    def facilities(
        self, scope: StaffScope, release: str, area: str | None = None
    ) -> tuple[FacilityFact, ...]:
        """The facilities of ``area`` (``None`` = everywhere) as far as the scope reaches, by number.

        Raises :class:`TypeError` for any other scope, :class:`ScopeOver` after its end, and
        :class:`~.errors.NoRelease` if the database cannot be read.
        """
        if type(scope) is not StaffScope:
            raise TypeError(f"facilities need a StaffScope, not {type(scope).__name__}")
        if scope.is_over(datetime.now(UTC)):
            raise ScopeOver("Der Zugang zu den Einrichtungen ist abgelaufen.")
        with self._database.connection() as connection:
            rows = connection.execute(facilities_query(scope, release, area)).all()
        return tuple(_fact(list(group)) for _, group in groupby(rows, lambda row: row.number))


def facilities_query(scope: StaffScope, release: str, area: str | None) -> Select[*tuple[Any, ...]]:
    """Facilities beside their values; the scope is part of the statement."""
    wanted = [facility.c.release == release]
    if area is not None:
        wanted.append(facility.c.area == area)
    if scope.areas is not None:
        wanted.append(facility.c.area.in_(sorted(scope.areas)))
    value = facility_observation
    same = and_(value.c.release == facility.c.release, value.c.number == facility.c.number)
    columns = (*(facility.c[name] for name in _ABOUT), *(value.c[name].label(f"v_{name}") for name in _VALUE))
    joined = select(*columns).select_from(facility.outerjoin(value, same)).where(*wanted)
    return joined.order_by(facility.c.number, value.c.indicator, value.c.year, value.c.breakdown)


def _fact(rows: list[Row[*tuple[Any, ...]]]) -> FacilityFact:
    """One facility from its rows; the outer join gives one row without a value where there are none."""
    count = len(_ABOUT)
    values = tuple(FacilityValue(*row[count:]) for row in rows if row.v_indicator is not None)
    about = dict(zip(_ABOUT, rows[0][:count], strict=True))
    return FacilityFact(**about, values=values)
