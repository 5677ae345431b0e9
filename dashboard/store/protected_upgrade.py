"""The protected database: its schema from nothing to the present one, and from every format before."""

from __future__ import annotations

from sqlalchemy import Connection, inspect
from sqlalchemy.schema import CreateSchema

from dashboard.store import protected_tables as tables
from dashboard.store.errors import WriteRefused
from dashboard.store.migrations.steps import Steps, bring_to_present, found_format, lock
from dashboard.store.migrations.trouble import About, no_way

PROTECTED = Steps(
    about=About("Die geschützte Datenbank", "DASHBOARD_PROTECTED_DATABASE_URL"),
    folder="protected",
    format=tables.FORMAT,
    metadata=tables.metadata,
    marker=tables.schema_format.name,
    lock=5_915_001,
    schema=tables.SCHEMA,
)


def ready_to_change(connection: Connection) -> None:
    """Lock, schema and tables of the present format, with all that is in them.

    Raises :class:`WriteRefused` for a later format, :class:`~.errors.StoreError` if a step fails.
    """
    lock(connection, PROTECTED)
    schema = PROTECTED.schema_on(connection)
    if schema is not None and not inspect(connection).has_schema(schema):
        connection.execute(CreateSchema(schema))
    found = found_format(connection, PROTECTED)
    if found is not None and found < 1:
        raise WriteRefused(no_way(PROTECTED.about, found, PROTECTED.format))
    bring_to_present(connection, PROTECTED, found)
