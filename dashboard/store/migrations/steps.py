"""Which format a database has, and the steps from there to the present one.

Two things say the number: a row of ours that readers see with every release, and Alembic's table. Both
change in the transaction of the step, so they agree. Databases made before there were steps lack the
second one; it is added.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Integer, MetaData, column, func, inspect, select, table, text
from sqlalchemy.exc import DBAPIError

from dashboard.store.errors import StoreError, WriteRefused
from dashboard.store.migrations.trouble import About, contradiction, does_not_fit, failed, newer, unknown

#: Not Alembic's usual name: another application may share the schema.
VERSION_TABLE = "monitor_version"
_FOLDER = Path(__file__).parent
_LOCK_TIMEOUT = "10s"


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps in ``folder`` that lead to ``format``, the tables of which are ``metadata``.

    ``marker`` names the table with the column ``format``. On PostgreSQL: ``schema`` is theirs (``None`` = the
    usual one), ``lock`` the number of the advisory lock that every change takes.
    """

    about: About
    folder: str
    format: int
    metadata: MetaData
    marker: str
    lock: int
    schema: str | None = None

    def schema_on(self, connection: Connection) -> str | None:
        """The schema of the tables; SQLite has none."""
        return self.schema if connection.dialect.name == "postgresql" else None

    def tables_on(self, connection: Connection) -> MetaData:
        """The tables of the present format in their schema."""
        schema = self.schema_on(connection)
        if schema is None:
            return self.metadata
        placed = MetaData()
        for each in self.metadata.tables.values():
            each.to_metadata(placed, schema=schema)
        return placed


def lock(connection: Connection, steps: Steps) -> None:
    """Wait until nobody else changes this database; the lock ends with the transaction. Files have their own.

    Tables that readers hold are waited for as well, but not long: all who come later would wait behind.
    """
    if connection.dialect.name != "postgresql":
        return
    connection.execute(select(func.pg_advisory_xact_lock(steps.lock)))
    if connection.scalar(text("SHOW lock_timeout")) == "0":  # an operator's own setting is kept
        connection.execute(text(f"SET LOCAL lock_timeout = '{_LOCK_TIMEOUT}'"))


def found_format(connection: Connection, steps: Steps) -> int | None:
    """The number of the schema, ``None`` where there is none yet.

    Raises :class:`WriteRefused` for a newer one than ours, and for a database that does not say.
    """
    marked, stepped = _marked(connection, steps), _stepped(connection, steps)
    told = {number for number in (marked, stepped) if number is not None}
    if not told:
        if _has_marker(connection, steps):
            raise WriteRefused(unknown(steps.about))
        return None
    if max(told) > steps.format:
        raise WriteRefused(newer(steps.about, max(told), steps.format))
    if len(told) > 1:
        raise WriteRefused(contradiction(steps.about, *sorted(told)))
    return told.pop()


def bring_to_present(connection: Connection, steps: Steps, found: int | None) -> None:
    """Take all steps from ``found`` on, ``None`` = from nothing, in the transaction of the connection.

    Raises :class:`StoreError` with the step and the statement that failed; the caller rolls back.
    """
    config = _config(connection, steps)
    number = min((found or 0) + 1, steps.format)
    try:
        if found is not None and _stepped(connection, steps) is None:
            command.stamp(config, _revision(found))
        for number in range((found or 0) + 1, steps.format + 1):
            command.upgrade(config, _revision(number))
    except DBAPIError as error:
        raise StoreError(failed(steps.about, found, number, connection.engine.url, error)) from error
    if found is not None and found < steps.format and (lacking := missing(connection, steps)):
        raise StoreError(does_not_fit(steps.about, found, lacking))


def missing(connection: Connection, steps: Steps) -> list[str]:
    """Tables, columns and indexes that the program needs and the database lacks."""
    context = MigrationContext.configure(connection, opts=options(connection, steps))
    found = compare_metadata(context, context.opts["target_metadata"])
    return [_name(entry) for entry in found if isinstance(entry, tuple) and entry[0].startswith("add_")]


def options(connection: Connection, steps: Steps) -> dict[str, Any]:
    """How Alembic is set up: one connection, our tables in their schema, nobody else's."""
    schema = steps.schema_on(connection)

    def is_ours(name: str | None, kind: str, parents: Mapping[str, str | None]) -> bool:
        if kind == "schema":
            return name == schema
        return kind != "table" or name in steps.metadata.tables

    return {
        "connection": connection,
        "target_metadata": steps.tables_on(connection),
        "version_table": VERSION_TABLE,
        "version_table_schema": schema,
        "include_schemas": schema is not None,
        "include_name": is_ours,
    }


def _config(connection: Connection, steps: Steps) -> Config:
    config = Config(attributes={"options": options(connection, steps)})
    for name, folder in (("script_location", _FOLDER), ("version_locations", _FOLDER / steps.folder)):
        config.set_main_option(name, str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")  # a folder's name may have any other character
    return config


def _has_marker(connection: Connection, steps: Steps) -> bool:
    return inspect(connection).has_table(steps.marker, steps.schema_on(connection))


def _marked(connection: Connection, steps: Steps) -> int | None:
    if not _has_marker(connection, steps):
        return None
    marker = table(steps.marker, column("format", Integer), schema=steps.schema_on(connection))
    return connection.scalar(select(marker.c.format))


def _stepped(connection: Connection, steps: Steps) -> int | None:
    opts = {"version_table": VERSION_TABLE, "version_table_schema": steps.schema_on(connection)}
    revision = MigrationContext.configure(connection, opts=opts).get_current_revision()
    return None if revision is None else int(revision.removeprefix("format_"))


def _revision(number: int) -> str:
    return f"format_{number}"


def _name(entry: tuple[Any, ...]) -> str:
    """``add_column`` comes as kind, schema, table and column, all others as kind and what is missing."""
    kind, what = entry[0], entry[-1]
    return f"{entry[2]}.{what.name}" if kind == "add_column" else str(what.name)
