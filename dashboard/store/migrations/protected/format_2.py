"""Facilities get an origin; their figures categories, counts, intervals, and none where one is hidden.

What is there was delivered, for all pupils, and nothing of it is hidden. Links stay untouched.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Double, String

from dashboard.store.migrations.columns import KEY, keys, numbers, texts, year_key

revision = "format_2"
down_revision = "format_1"

_FACILITY = "release, number, name, form, postcode, area"
_OBSERVATION = "release, number, indicator, year, value, delivery"


def upgrade() -> None:
    """PostgreSQL changes tables where they are, so that rights stay; SQLite cannot, and makes new ones."""
    if op.get_context().dialect.name == "postgresql":
        _change(op.get_context().version_table_schema)
    else:
        _renew()
    schema = op.get_context().version_table_schema
    marker = f"{schema}.schema_format" if schema else "schema_format"
    op.execute(f"UPDATE {marker} SET format = 2")


def _change(schema: str | None) -> None:
    _add("facility", Column("origin", String, server_default="delivered", nullable=False), schema)
    name = "facility_observation"
    _add(name, Column("breakdown", KEY, server_default="", nullable=False), schema)
    for column in ("numerator", "denominator", "lower", "upper"):
        op.add_column(name, Column(column, Double), schema=schema)
    _add(name, Column("status", String, server_default="valid", nullable=False), schema)
    _add(name, Column("origin", String, server_default="delivered", nullable=False), schema)
    op.alter_column(name, "value", nullable=True, schema=schema)
    key = f"{name}_pkey"
    op.drop_constraint(key, name, type_="primary", schema=schema)
    op.create_primary_key(key, name, ["release", "number", "indicator", "year", "breakdown"], schema=schema)


def _add(table: str, column: Column[str], schema: str | None) -> None:
    """A column that every row has: those that are there get the default, which nobody else shall."""
    op.add_column(table, column, schema=schema)
    op.alter_column(table, column.name, server_default=None, schema=schema)


def _renew() -> None:
    op.rename_table("facility", "facility_before")
    op.rename_table("facility_observation", "observation_before")
    op.create_table(
        "facility", *keys("release", "number"), *texts("name", "form", "postcode"), Column("area", KEY),
        *texts("origin"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "facility_observation", *keys("release", "number", "indicator"), year_key(), *keys("breakdown"),
        *numbers("value", "numerator", "denominator"), *texts("status", "origin"), *numbers("lower", "upper"),
        *texts("delivery"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.execute(
        f"INSERT INTO facility ({_FACILITY}, origin) SELECT {_FACILITY}, 'delivered' FROM facility_before"
    )
    op.execute(
        f"INSERT INTO facility_observation ({_OBSERVATION}, breakdown, status, origin) "
        f"SELECT {_OBSERVATION}, '', 'valid', 'delivered' FROM observation_before"
    )
    op.drop_table("facility_before")
    op.drop_table("observation_before")
