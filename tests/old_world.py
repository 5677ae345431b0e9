"""Databases as earlier programs made them, and what can be compared of a database as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import make_url
from world import share_row, tiny_contents, tiny_release

from dashboard.store.migrations.steps import VERSION_TABLE
from dashboard.store.write import write_release

#: The protected database of format 1, as the program of that time wrote it.
PROTECTED_FORMAT_1 = """
CREATE TABLE schema_format (id INTEGER NOT NULL, format INTEGER NOT NULL, PRIMARY KEY (id));
CREATE TABLE facility (release {key} NOT NULL, number {key} NOT NULL, name VARCHAR NOT NULL,
    form VARCHAR NOT NULL, postcode VARCHAR NOT NULL, area {key}, PRIMARY KEY (release, number)) {clustered};
CREATE TABLE facility_observation (release {key} NOT NULL, number {key} NOT NULL, indicator {key} NOT NULL,
    year INTEGER NOT NULL, value {double} NOT NULL, delivery VARCHAR NOT NULL,
    PRIMARY KEY (release, number, indicator, year)) {clustered};
CREATE TABLE access_link (id {key} NOT NULL, purpose VARCHAR NOT NULL, areas TEXT, address VARCHAR NOT NULL,
    created VARCHAR NOT NULL, expires VARCHAR NOT NULL, withdrawn TEXT, PRIMARY KEY (id)) {clustered};
INSERT INTO schema_format VALUES (1, 1);
INSERT INTO facility VALUES ('2025-9', '120003', 'Hafenschule', 'Grundschule', '59065', 'mitte');
INSERT INTO facility_observation VALUES ('2025-9', '120003', 'schueler-je-schule', 2024, 200, 'schulen-2024');
INSERT INTO access_link VALUES ('3f', 'Planung', NULL, '/karte', '2026-01-01', '2027-01-01', NULL)
"""

_COLUMNS = """
SELECT table_name, column_name, data_type, is_nullable, column_default, collation_name
FROM information_schema.columns WHERE table_schema = :schema
"""
_CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(c.oid)
FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = :schema
"""
_INDEXES = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = :schema"


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """One transaction, the connection of which is closed afterwards."""
    engine = create_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def two_tiny_releases(url: str) -> None:
    """``2026-1`` and ``2026-2``, which has a row more."""
    tiny_release(url)
    row = share_row("mitte", 2024, 70, 190)
    contents = tiny_contents(observations=(*tiny_contents().observations, row))
    assert write_release(url, contents).release == "2026-2"


def make_old(url: str, *without: str) -> None:
    """Two releases as format 1 had them; ``without``: tables that came in its course."""
    two_tiny_releases(url)
    with connected(url) as connection:
        for table in ("pooled", "inequality", VERSION_TABLE, *without):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("ALTER TABLE trend DROP COLUMN detectable"))
        connection.execute(text("UPDATE current SET format = 1"))


def make_old_protected(url: str) -> None:
    """A school and a link in the protected database of format 1."""
    server = not url.startswith("sqlite")
    if not server:
        file_of(url).parent.mkdir(parents=True, exist_ok=True)
    words = {
        "key": 'TEXT COLLATE "C"' if server else "TEXT",
        "double": "DOUBLE PRECISION" if server else "DOUBLE",
        "clustered": "" if server else "WITHOUT ROWID",
    }
    with connected(url) as connection:
        if server:
            connection.execute(text("CREATE SCHEMA geschuetzt"))
            connection.execute(text("SET LOCAL search_path TO geschuetzt"))
        for statement in PROTECTED_FORMAT_1.format(**words).split(";"):
            connection.execute(text(statement))


def file_of(url: str) -> Path:
    """The file of a SQLite URL."""
    return Path(make_url(url).database or "")


def digest(file: Path) -> str:
    """Hash of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def schema_of(connection: Connection, schema: str = "public") -> set[tuple[Any, ...]]:
    """Columns with type, collation and default, constraints and indexes; the order of columns is free."""
    found = (
        _on_server(connection, schema) if connection.dialect.name == "postgresql" else _in_file(connection)
    )
    return {row for row in found if row[0].split(".")[-1] != VERSION_TABLE}


def rows_of(connection: Connection, schema: str = "public") -> dict[str, list[str]]:
    """Every row of every table as text, sorted."""
    names = {row[0] for row in _tables(connection, schema)}
    place = f"{schema}." if connection.dialect.name == "postgresql" else ""
    return {
        name: sorted(map(repr, connection.execute(text(f"SELECT * FROM {place}{name}")))) for name in names
    }


def _tables(connection: Connection, schema: str) -> Iterator[tuple[Any, ...]]:
    if connection.dialect.name == "postgresql":
        query = text("SELECT tablename FROM pg_tables WHERE schemaname = :schema")
        yield from map(tuple, connection.execute(query, {"schema": schema}))
    else:
        query = text(
            "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
        )
        yield from map(tuple, connection.execute(query))


def _on_server(connection: Connection, schema: str) -> Iterator[tuple[Any, ...]]:
    for query in (_COLUMNS, _CONSTRAINTS, _INDEXES):
        yield from map(tuple, connection.execute(text(query), {"schema": schema}))


def _in_file(connection: Connection) -> Iterator[tuple[Any, ...]]:
    for table, without_rowid in _tables(connection, "main"):
        yield (table, "without rowid", without_rowid)
        columns = text(f'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info({table!r})')
        yield from ((table, *row) for row in connection.execute(columns))
        for index, unique in connection.execute(
            text(f'SELECT name, "unique" FROM pragma_index_list({table!r})')
        ):
            parts = connection.scalars(text(f"SELECT name FROM pragma_index_info({index!r}) ORDER BY seqno"))
            yield (table, index, unique, *parts)
