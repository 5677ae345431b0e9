"""Putting a release into the database: aside, verified, and then switched in one step.

SQLite: the database file is copied, the copy gets the release and takes the file's place by
``os.replace``. PostgreSQL: one transaction ends with the row that says what is current. Whoever
dies in between leaves the release before untouched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, delete, insert, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError

from dashboard.catalogue.load import to_json
from dashboard.store import tables
from dashboard.store.aside import aside, only_writer, to_disk
from dashboard.store.connection import parsed, sqlite_file
from dashboard.store.contents import Progress, ReleaseContents, deliveries_json
from dashboard.store.errors import StoreError, Unreachable, WriteRefused
from dashboard.store.rows import check_ids, verify, write_rows
from dashboard.store.upgrade import ready_to_write

COPYING, VERIFYING, SWITCHING = "Datenbank kopieren", "Datenstand prüfen", "Umschalten"
Beside = Callable[[str], object]  #: told the id of a release that is written but not yet current


@dataclass(frozen=True, slots=True)
class Written:
    """``new`` is false if the current release already had exactly these contents."""

    release: str
    new: bool


def silent(step: str, done: int, total: int) -> None:
    """A :data:`Progress` that tells nobody."""


def alone(release: str) -> None:
    """Nothing is written beside the release."""


def write_release(
    url: str, contents: ReleaseContents, progress: Progress = silent, beside: Beside = alone
) -> Written:
    """Add a release and make it current; identical contents write nothing.

    ``beside`` gets the id of the release before readers are switched to it, to write what belongs to
    it elsewhere; what it raises refuses the release.
    Raises :class:`WriteRefused` if it does not fit the catalogue or the database, and
    :class:`Unreachable` if there is no connection, else :class:`StoreError`, as for a full disk. Killed at
    any point, readers see the old release.
    """
    check_ids(contents)
    address = parsed(url)
    file = sqlite_file(address)
    try:
        if file is not None:
            return _write_file(file, contents, progress, beside)
        return _write_server(address, contents, progress, beside)
    except OperationalError as error:
        if file is not None:
            raise StoreError(f"Die Datenbank kann nicht geschrieben werden: {error.orig}") from error
        raise Unreachable(f"Die Datenbank ist nicht erreichbar: {error.orig}") from error
    except DBAPIError as error:
        raise WriteRefused(f"Die Datenbank hat den Datenstand abgewiesen: {error.orig}") from error
    except OSError as error:
        raise StoreError(f"Die Datenbank kann nicht geschrieben werden: {error}") from error


def _write_file(file: Path, contents: ReleaseContents, progress: Progress, beside: Beside) -> Written:
    file.parent.mkdir(parents=True, exist_ok=True)
    with only_writer(file), aside(file) as copy:
        progress(COPYING, 0, 1)
        if file.exists():
            shutil.copyfile(file, copy)
            shutil.copymode(file, copy)
        progress(COPYING, 1, 1)
        written = _in_transaction(create_engine(f"sqlite:///{copy}"), contents, progress, beside)
        if written.new:
            progress(SWITCHING, 0, 1)
            to_disk(copy)
            os.replace(copy, file)
            to_disk(file.parent)
            progress(SWITCHING, 1, 1)
    return written


def _write_server(address: URL, contents: ReleaseContents, progress: Progress, beside: Beside) -> Written:
    written = _in_transaction(create_engine(address), contents, progress, beside)
    progress(SWITCHING, 1, 1)
    return written


def _in_transaction(engine: Engine, contents: ReleaseContents, progress: Progress, beside: Beside) -> Written:
    try:
        with engine.begin() as connection:
            written = _add(connection, contents, progress)
            beside(written.release)
            return written
    finally:
        engine.dispose()


def _add(connection: Connection, contents: ReleaseContents, progress: Progress) -> Written:
    """One transaction: lock, schema, release, rows, verification, and the row that switches."""
    ready_to_write(connection)
    content_hash = contents.content_hash()
    if same := _current_with(connection, content_hash):
        return Written(same, new=False)
    release = _add_release(connection, contents, content_hash)
    write_rows(connection, release, contents, progress)
    progress(VERIFYING, 0, 1)
    verify(connection, release, contents)
    progress(VERIFYING, 1, 1)
    connection.execute(delete(tables.current))
    connection.execute(insert(tables.current).values(id=1, release=release, format=tables.FORMAT))
    # Without statistics SQLite takes a whole release for a handful of rows and reads all of it.
    connection.execute(text("ANALYZE"))
    if connection.dialect.name == "postgresql":
        progress(SWITCHING, 0, 1)
    return Written(release, new=True)


def _current_with(connection: Connection, content_hash: str) -> str | None:
    """The current release if it has this hash."""
    same = tables.release.c.id == tables.current.c.release
    wanted = tables.release.c.content_hash == content_hash
    return connection.scalar(select(tables.release.c.id).join(tables.current, same).where(wanted))


def _add_release(connection: Connection, contents: ReleaseContents, content_hash: str) -> str:
    found = connection.execute(select(tables.release.c.id, tables.release.c.sequence)).all()
    of_year = [id_.split("-") for id_, _ in found if id_.startswith(f"{contents.year}-")]
    release = f"{contents.year}-{1 + max((int(counter) for _, counter in of_year), default=0)}"
    connection.execute(
        insert(tables.release).values(
            id=release,
            sequence=1 + max((sequence for _, sequence in found), default=0),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            content_hash=content_hash,
            catalogue=to_json(contents.catalogue),
            deliveries=deliveries_json(contents.deliveries),
        )
    )
    return release
