"""Changing the protected database: each change as a whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, delete, func, insert, select
from sqlalchemy.exc import DBAPIError, OperationalError

from dashboard.store import protected_tables as tables
from dashboard.store.aside import aside, only_writer, to_disk
from dashboard.store.connection import parsed, sqlite_file
from dashboard.store.errors import NoRelease, StoreError, Unreachable, WriteRefused
from dashboard.store.protected import ProtectedDatabase
from dashboard.store.protected_facts import FacilityFact

T = TypeVar("T")


def write_facilities(url: str, release: str, facts: Iterable[FacilityFact]) -> int:
    """Put the facilities of a release in place of those it had. Returns how many there are.

    Raises :class:`Unreachable` without a connection, else :class:`WriteRefused`.
    """
    found = tuple(facts)
    return changed(url, lambda connection: _replace(connection, release, found))


def upgrade_protected(url: str) -> int | None:
    """Bring a protected database of an older format to the present one; the format it had.

    ``None`` if nothing had to be done, or there is no database yet. Raises as :func:`changed`.
    """
    with closing(ProtectedDatabase(url)) as database:
        try:
            with database.connection() as connection:
                found = connection.scalar(select(tables.schema_format.c.format))
        except Unreachable:
            raise
        except NoRelease:
            return None
    if found == tables.FORMAT:
        return None
    changed(url, lambda _: None)
    return found


def changed(url: str, change: Callable[[Connection], T]) -> T:
    """What ``change`` answers, after its statements have taken effect together.

    A SQLite file is copied, changed and moved into place; PostgreSQL gets one transaction in the
    schema :data:`~.protected_tables.SCHEMA`. Tables that are missing are made.
    """
    address = parsed(url)
    file = sqlite_file(address)
    try:
        if file is not None:
            return _in_file(file, change)
        translated = {"schema_translate_map": {None: tables.SCHEMA}}
        return _in_transaction(create_engine(address, execution_options=translated), change)
    except OperationalError as error:
        if file is not None:
            raise StoreError(
                f"Die geschützte Datenbank kann nicht geschrieben werden: {error.orig}"
            ) from error
        raise Unreachable(f"Die geschützte Datenbank ist nicht erreichbar: {error.orig}") from error
    except DBAPIError as error:
        raise WriteRefused(f"Die geschützte Datenbank hat die Änderung abgewiesen: {error.orig}") from error
    except OSError as error:
        raise StoreError(f"Die geschützte Datenbank kann nicht geschrieben werden: {error}") from error


def _in_file(file: Path, change: Callable[[Connection], T]) -> T:
    file.parent.mkdir(parents=True, exist_ok=True)
    with only_writer(file), aside(file) as copy:
        if file.exists():
            shutil.copyfile(file, copy)
            shutil.copymode(file, copy)
        else:
            os.close(os.open(copy, os.O_CREAT | os.O_WRONLY, 0o600))
        answer = _in_transaction(create_engine(f"sqlite:///{copy}"), change)
        to_disk(copy)
        os.replace(copy, file)
        to_disk(file.parent)
    return answer


def _in_transaction(engine: Engine, change: Callable[[Connection], T]) -> T:
    from dashboard.store.protected_upgrade import ready_to_change  # Alembic: only where something changes

    try:
        with engine.begin() as connection:
            ready_to_change(connection)
            return change(connection)
    finally:
        engine.dispose()


def _replace(connection: Connection, release: str, facts: tuple[FacilityFact, ...]) -> int:
    facilities = [
        {"release": release, **{k: v for k, v in asdict(fact).items() if k != "values"}} for fact in facts
    ]
    values = [
        {"release": release, "number": fact.number, **asdict(value)}
        for fact in facts
        for value in fact.values
    ]
    for table, rows in ((tables.facility, facilities), (tables.facility_observation, values)):
        connection.execute(delete(table).where(table.c.release == release))
        if rows:
            connection.execute(insert(table), rows)
        written = connection.scalar(select(func.count()).where(table.c.release == release))
        if written != len(rows):
            raise WriteRefused(f"Zeilen in „{table.name}“: geschrieben {written}, erwartet {len(rows)}.")
    return len(facts)
