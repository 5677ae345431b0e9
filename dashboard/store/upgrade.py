"""The database of releases: its schema from nothing to the present one, and from every format before.

All releases stay readable, and whoever protects the next one still knows what they showed; what the
old schema had no room for is missing in them. A SQLite file is changed aside and the old one is kept;
PostgreSQL is changed in one transaction.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from dashboard.store import tables
from dashboard.store.aside import aside, only_writer, to_disk
from dashboard.store.connection import is_connecting, parsed, sqlite_file
from dashboard.store.errors import StoreError, Unreachable, WriteRefused
from dashboard.store.migrations.steps import Steps, bring_to_present, found_format, lock
from dashboard.store.migrations.trouble import About, no_way, older
from dashboard.store.rows import all_tables

RELEASED = Steps(
    about=About("Die Datenbank", "DASHBOARD_DATABASE_URL"),
    folder="released",
    format=tables.FORMAT,
    metadata=all_tables(),
    marker=tables.current.name,
    lock=5_915_000,
)


@dataclass(frozen=True, slots=True)
class Upgraded:
    """``found``: the format that was; ``kept``: the old file, ``None`` on a server."""

    found: int
    kept: Path | None


def upgrade(url: str) -> Upgraded | None:
    """Bring a database of an older format to the present one; ``None`` if it is, or there is nothing yet.

    The old file is kept as ``<name>-format<found>``. On a server, a second process waits for the first.
    Raises :class:`Unreachable`, :class:`WriteRefused` for a format from which no way leads here, else
    :class:`StoreError`; the database is unchanged then, and at no time is there none.
    """
    address = parsed(url)
    file = sqlite_file(address)
    try:
        if file is None:
            found = _change(address)
            return None if found is None else Upgraded(found, None)
        return _replace(file) if file.exists() else None
    except DBAPIError as error:
        if file is None and is_connecting(error):
            raise Unreachable(f"Die Datenbank ist nicht erreichbar: {error.orig}") from error
        raise StoreError(f"Die Datenbank lässt sich nicht umstellen: {error.orig}") from error
    except OSError as error:
        raise StoreError(f"Die Datenbank kann nicht geschrieben werden: {error}") from error


def ready_to_write(connection: Connection) -> None:
    """Lock and tables for a new release. Raises :class:`WriteRefused` for a schema that is not ours."""
    lock(connection, RELEASED)
    found = found_format(connection, RELEASED)
    if found is not None and found < RELEASED.format:
        raise WriteRefused(older(RELEASED.about, found, RELEASED.format))
    bring_to_present(connection, RELEASED, found)


def _replace(file: Path) -> Upgraded | None:
    with only_writer(file), aside(file) as copy:
        shutil.copy2(file, copy)
        found = _change(URL.create("sqlite", database=str(copy)))
        if found is None:
            return None
        kept = next(_free_names(file, found))
        old = copy.with_name(kept.name)
        shutil.copy2(file, old)
        for path in (old, copy):
            to_disk(path)
        os.replace(old, kept)
        os.replace(copy, file)
        to_disk(file.parent)
    return Upgraded(found, kept)


def _change(address: URL) -> int | None:
    """One transaction; the format that was found, ``None`` if nothing had to be done."""
    engine = create_engine(address)
    try:
        with engine.begin() as connection:
            lock(connection, RELEASED)
            found = found_format(connection, RELEASED)
            if found in (None, RELEASED.format):
                return None
            if found < 1:
                raise WriteRefused(no_way(RELEASED.about, found, RELEASED.format))
            bring_to_present(connection, RELEASED, found)
            if connection.dialect.name == "sqlite":  # a server does that by itself, and tables are locked
                connection.execute(text("ANALYZE"))
            return found
    finally:
        engine.dispose()


def _free_names(file: Path, found: int) -> Iterator[Path]:
    """Names under which no older file lies: nothing that was kept is ever overwritten."""
    for number in count(1):
        path = file.with_stem(f"{file.stem}-format{found}" + (f"-{number}" if number > 1 else ""))
        if not path.exists():
            yield path
