"""Protected databases of an older format: their facilities get the columns they lack."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, Float, Integer, MetaData, Table, Text, insert, select, update

from dashboard.store import protected_tables as tables
from dashboard.store.tables import KEY

#: Facilities of format 1: delivered figures only, never hidden, without categories and counts.
_MISSING: dict[str, dict[str, Any]] = {
    "facility": {"origin": "delivered"},
    "facility_observation": {
        "breakdown": "", "numerator": None, "denominator": None, "status": "valid",
        "origin": "delivered", "lower": None, "upper": None,
    },
}  # fmt: skip


def upgrade(connection: Connection) -> None:
    """Bring the tables of format 1 to the present one, with all that is in them. Links stay untouched."""
    for name, missing in _MISSING.items():
        old = _of_format_1(name)
        rows: list[dict[str, Any]] = [dict(row) for row in connection.execute(select(old)).mappings()]
        old.drop(connection)
        table = tables.metadata.tables[name]
        table.create(connection)
        if rows:
            connection.execute(insert(table), [{**row, **missing} for row in rows])
    connection.execute(update(tables.schema_format).values(format=tables.FORMAT))


def _of_format_1(name: str) -> Table:
    if name == "facility":
        texts = [Column(each, Text) for each in ("name", "form", "postcode", "area")]
        return Table(name, MetaData(), Column("release", KEY), Column("number", KEY), *texts)
    keys = [Column(each, KEY) for each in ("release", "number", "indicator")]
    return Table(
        name, MetaData(), *keys, Column("year", Integer), Column("value", Float), Column("delivery", Text)
    )
