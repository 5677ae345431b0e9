"""Reading once: what belongs to a release never changes, so every answer of the database is kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection

from dashboard.store.cache import ReleaseCache
from dashboard.store.connection import ReadOnlyDatabase
from dashboard.store.convert import facts_of, rows_as
from dashboard.store.facts import Fact

T = TypeVar("T")
_FACTS = 64  # answers with facts, some 100 KB each; those over all categories up to 1 MB


class KeptReading:
    """A database whose answers are kept: the last used of them, and only while its file is the same."""

    def __init__(self, url: str) -> None:
        self._small = ReleaseCache()
        self._facts = ReleaseCache(_FACTS)
        self._database = ReadOnlyDatabase(url, on_replaced=self._forget)

    def close(self) -> None:
        """Give all connections back."""
        self._database.close()

    def connection(self) -> AbstractContextManager[Connection]:
        """One read transaction, for what is not to be kept. Raises :class:`NoRelease`."""
        return self._database.connection()

    def of_file(self, name: str, read: Callable[[], T]) -> T:
        """What holds until the SQLite file is replaced; a database server is asked every time."""
        stamp = self._database.stamp()
        return read() if stamp is None else self._small.get((name, stamp), read)

    def once(self, key: Hashable, read: Callable[[Connection], T]) -> T:
        """A small answer; ``key`` holds the release."""
        return self._small.get(key, lambda: self._read(read))

    def large(self, key: Hashable, read: Callable[[Connection], T]) -> T:
        """An answer with many rows; ``key`` holds the release."""
        return self._facts.get(key, lambda: self._read(read))

    def facts(self, key: Hashable, statement: Callable[[], Any]) -> tuple[Fact, ...]:
        """The facts of a statement, which is only made (and may itself ask) when they are not kept."""

        return self._facts.get(key, lambda: self.read_facts(statement()))

    def read_facts(self, statement: Any) -> tuple[Fact, ...]:
        """The facts of a statement; not kept here."""
        return self._read(lambda connection: facts_of(connection, statement))

    def made(self, key: Hashable, make: Callable[[], T]) -> T:
        """A large answer that is made of others; ``key`` holds the release."""
        return self._facts.get(key, make)

    def kept_facts(self, key: Hashable) -> tuple[Fact, ...] | None:
        """The facts that :meth:`facts` keeps under the key; None where they were not asked for yet."""
        found: tuple[Fact, ...] | None = self._facts.kept(key)
        return found

    def of_line(
        self, kind: type[T], release: str, query: Callable[[str], Any], line: tuple[str, str]
    ) -> tuple[T, ...]:
        """Rows of one kind of a line (indicator and category); all that a release has are read at once."""

        def read(connection: Connection) -> dict[tuple[str, str], list[Any]]:
            rows = connection.execute(query(release)).all()
            return {key: list(group) for key, group in groupby(rows, attrgetter("indicator", "breakdown"))}

        return rows_as(kind, self.large(("by line", kind, release), read).get(line, ()))

    def rows(self, kind: type[T], release: str, query: Callable[[str], Any]) -> tuple[T, ...]:
        """All rows of one kind that a release has."""
        return self.large(
            (kind, release), lambda connection: rows_as(kind, connection.execute(query(release)).all())
        )

    def _read(self, read: Callable[[Connection], T]) -> T:
        with self._database.connection() as connection:
            return read(connection)

    def _forget(self) -> None:
        self._small.clear()
        self._facts.clear()
