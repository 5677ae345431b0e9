"""From the schema before to the present one: a SQLite file is changed aside, the old one is kept.

All releases stay readable, and whoever protects the next one still knows what they showed; what the
old schema had no room for is missing in them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text, update
from sqlalchemy.exc import DBAPIError

from dashboard.store import tables
from dashboard.store.aside import aside, only_writer, to_disk
from dashboard.store.connection import parsed, sqlite_file
from dashboard.store.errors import StoreError, WriteRefused
from dashboard.store.rows import create_tables

#: What leads from a schema to the next, beside tables that are new.
_CHANGES: Mapping[int, tuple[str, ...]] = {1: ("ALTER TABLE trend ADD COLUMN detectable DOUBLE",)}


def upgrade(url: str, found: int) -> Path:
    """Bring a SQLite database of the schema ``found`` to the present one; the path of the old file.

    The old file is kept as ``<name>-format<found>``. Raises :class:`WriteRefused` for a database
    server and a schema from which no way leads here, :class:`StoreError` if it cannot be written;
    the database is unchanged then, and at no time is there none.
    """
    file = sqlite_file(parsed(url))
    if file is None or any(step not in _CHANGES for step in range(found, tables.FORMAT)):
        raise WriteRefused(_what_to_do(found))
    try:
        with only_writer(file), aside(file) as copy:
            kept = next(_free_names(file, found))
            old = copy.with_name(kept.name)
            shutil.copy2(file, old)
            shutil.copy2(file, copy)
            _change(copy, found)
            for path in (old, copy):
                to_disk(path)
            os.replace(old, kept)
            os.replace(copy, file)
            to_disk(file.parent)
    except DBAPIError as error:
        raise StoreError(f"Die Datenbank lässt sich nicht umstellen: {error.orig}") from error
    except OSError as error:
        raise StoreError(f"Die Datenbank kann nicht geschrieben werden: {error}") from error
    return kept


def _change(file: Path, found: int) -> None:
    engine = create_engine(f"sqlite:///{file}")
    try:
        with engine.begin() as connection:
            create_tables(connection)
            for step in range(found, tables.FORMAT):
                for statement in _CHANGES[step]:
                    connection.execute(text(statement))
            connection.execute(update(tables.current).values(format=tables.FORMAT))
            connection.execute(text("ANALYZE"))
    finally:
        engine.dispose()


def _free_names(file: Path, found: int) -> Iterator[Path]:
    """Names under which no older file lies: nothing that was kept is ever overwritten."""
    for number in count(1):
        path = file.with_stem(f"{file.stem}-format{found}" + (f"-{number}" if number > 1 else ""))
        if not path.exists():
            yield path


def _what_to_do(found: int) -> str:
    return (
        f"Die Datenbank hat das Format {found}, dieses Programm braucht Format {tables.FORMAT} und stellt "
        "sie nicht selbst um. Sie bleibt unverändert. Bitte eine leere Datenbank anlegen, ihre Adresse in "
        "DASHBOARD_DATABASE_URL eintragen und „python -m dashboard release“ aufrufen."
    )
