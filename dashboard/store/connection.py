"""How a process reaches the database: read-only, by threads, and after a file was replaced."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError

from dashboard.store.errors import NoRelease, StoreError, Unreachable

_Stamp = tuple[int, int, int, int]
_EXPECTED = (
    "Die Datenbankadresse muss eine SQLite-Datei (sqlite:///…) oder PostgreSQL (postgresql://…) nennen."
)


def parsed(url: str) -> URL:
    """The URL of a SQLite file or a PostgreSQL database. Raises :class:`StoreError` for any other."""
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError) as error:  # ValueError: a port that is no number
        raise StoreError(_EXPECTED) from error
    if parts.get_backend_name() == "postgresql":
        return parts.set(drivername="postgresql+psycopg")
    # sqlite://folder/file would silently mean another file: the folder is taken for a host
    named = parts.database not in (None, "", ":memory:") and not parts.host
    if parts.get_backend_name() == "sqlite" and named:
        return parts
    raise StoreError(_EXPECTED)


def sqlite_file(url: URL) -> Path | None:
    """The file of a SQLite URL, ``None`` for a database server."""
    return Path(url.database or "").absolute() if url.get_backend_name() == "sqlite" else None


class ReadOnlyDatabase:
    """Connections that cannot change anything. A SQLite file that was replaced is opened anew.

    ``on_replaced`` is called after that, so that nothing that was read from the old file is kept.
    """

    def __init__(self, url: str, on_replaced: Callable[[], None]) -> None:
        self._url = parsed(url)
        self.file = sqlite_file(self._url)
        self._on_replaced = on_replaced
        self._lock = threading.Lock()
        self._stamp = _stamp(self.file)
        self._engine = self._open()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """One read transaction. Raises :class:`NoRelease` if the database cannot be read."""
        engine = self._current_engine()
        try:
            with engine.connect() as connection:
                yield connection
        except (OperationalError, InterfaceError) as error:
            raise self._unreadable(error) from error
        except DBAPIError as error:
            raise NoRelease(f"Die Datenbank ist nicht lesbar: {error.orig}") from error

    def stamp(self) -> Hashable:
        """Which file is read now, and in which state; ``None`` for a server, which says nothing of that.

        What was read after a stamp was taken holds for as long as the stamp is the same.
        """
        return None if self.file is None else _stamp(self.file)

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()

    def _open(self) -> Engine:
        if self.file is None:
            return create_engine(
                self._url, pool_pre_ping=True, execution_options={"postgresql_readonly": True}
            )
        read_only = URL.create(
            "sqlite", database=f"file:{quote(str(self.file))}", query={"mode": "ro", "uri": "true"}
        )
        return create_engine(read_only)

    def _current_engine(self) -> Engine:
        if self.file is None:
            return self._engine
        with self._lock:
            stamp = _stamp(self.file)
            if stamp != self._stamp:
                self._engine.dispose()
                self._engine, self._stamp = self._open(), stamp
                self._on_replaced()
            return self._engine

    def _unreadable(self, error: DBAPIError) -> NoRelease:
        if self.file is None and error.connection_invalidated or is_connecting(error):
            return Unreachable(f"Die Datenbank ist nicht erreichbar: {_first_line(error)}")
        if self.file is not None and not self.file.exists():
            return NoRelease(f"Die Datenbank {self.file} gibt es noch nicht.")
        return NoRelease(f"Die Datenbank ist nicht lesbar: {_first_line(error)}")


def is_connecting(error: DBAPIError) -> bool:
    """Whether there is no connection: errors of PostgreSQL while connecting come without a statement."""
    return error.statement is None and type(error.orig).__module__.startswith("psycopg")


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().split("\n")[0]


def _stamp(file: Path | None) -> _Stamp | None:
    if file is None:
        return None
    try:
        found = os.stat(file)
    except FileNotFoundError:
        return None
    return (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)
