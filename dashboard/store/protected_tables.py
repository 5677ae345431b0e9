"""The schema of the protected database: its own file, or the schema ``geschuetzt`` on a server.

It has nothing in common with the public one, so that the rights of a database server, or the rights
of a file, can keep the public process away from it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, MetaData, Named, Table, Text, TypedColumns

from dashboard.store.tables import KEY

#: Number of this schema; a database that carries another one is refused.
FORMAT = 2
#: Name of the schema on PostgreSQL.
SCHEMA = "geschuetzt"

metadata = MetaData()
_CLUSTERED: dict[str, Any] = {"sqlite_with_rowid": False}


class format_columns(TypedColumns):
    """A single row: the number of the schema."""

    id: Named[int] = Column(primary_key=True, autoincrement=False)
    format: Named[int]


class facility_columns(TypedColumns):
    """See :class:`dashboard.store.protected_facts.FacilityFact`."""

    release: Named[str] = Column(KEY, primary_key=True)
    number: Named[str] = Column(KEY, primary_key=True)
    name: Named[str]
    form: Named[str]
    postcode: Named[str]
    area: Named[str | None] = Column(KEY)
    origin: Named[str]


class facility_observation_columns(TypedColumns):
    """See :class:`dashboard.store.protected_facts.FacilityValue`."""

    release: Named[str] = Column(KEY, primary_key=True)
    number: Named[str] = Column(KEY, primary_key=True)
    indicator: Named[str] = Column(KEY, primary_key=True)
    year: Named[int] = Column(primary_key=True)
    breakdown: Named[str] = Column(KEY, primary_key=True)
    value: Named[float | None]
    numerator: Named[float | None]
    denominator: Named[float | None]
    status: Named[str]
    origin: Named[str]
    lower: Named[float | None]
    upper: Named[float | None]
    delivery: Named[str]


class access_link_columns(TypedColumns):
    """Times are ISO 8601 in UTC; ``areas`` is a JSON list, or NULL for all areas."""

    id: Named[str] = Column(KEY, primary_key=True)
    purpose: Named[str]
    areas: Named[str | None] = Column(Text)
    address: Named[str]
    created: Named[str]
    expires: Named[str]
    withdrawn: Named[str | None] = Column(Text)


schema_format = Table("schema_format", metadata, format_columns)
facility = Table("facility", metadata, facility_columns, **_CLUSTERED)
facility_observation = Table("facility_observation", metadata, facility_observation_columns, **_CLUSTERED)
access_link = Table("access_link", metadata, access_link_columns, **_CLUSTERED)
