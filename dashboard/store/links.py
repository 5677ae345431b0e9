"""The register of links that were given out: what a link may open is decided here, at every request."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from dashboard.store.errors import NoRelease, StoreError, Unreachable
from dashboard.store.protected import ProtectedDatabase
from dashboard.store.protected_facts import LinkRecord
from dashboard.store.protected_tables import access_link
from dashboard.store.protected_write import changed


class UnknownLink(StoreError):
    """There is no link of this id."""


class LinkRegister:
    """Read-only view of the register; nothing is cached, so that a withdrawal works at once."""

    def __init__(self, database: ProtectedDatabase) -> None:
        self._database = database

    def find(self, link: str) -> LinkRecord | None:
        """The link of this id. Raises :class:`~.errors.NoRelease` if the database cannot be read."""
        with self._database.connection() as connection:
            return _found(connection, link)

    def all(self) -> tuple[LinkRecord, ...]:
        """Every link, oldest first; none where no database was made yet."""
        with self._database.connection() as connection:
            rows = connection.execute(select(access_link).order_by(access_link.c.created, access_link.c.id))
            return tuple(_record(row) for row in rows)


def links(url: str) -> tuple[LinkRecord, ...]:
    """Every link that was given out, oldest first; none where the database was not made yet."""
    database = ProtectedDatabase(url)
    try:
        return LinkRegister(database).all()
    except Unreachable:
        raise
    except NoRelease:
        changed(url, lambda _: None)  # a database that is broken says so here, a new one is made
        return LinkRegister(database).all()
    finally:
        database.close()


def add_link(url: str, record: LinkRecord) -> None:
    """Write a new link into the register. Raises :class:`~.errors.StoreError` if that is not possible."""
    values = {
        "id": record.id,
        "purpose": record.purpose,
        "areas": None if record.areas is None else json.dumps(sorted(record.areas)),
        "address": record.address,
        "created": _text(record.created),
        "expires": _text(record.expires),
    }
    changed(url, lambda connection: connection.execute(insert(access_link).values(values)))


def withdraw_link(url: str, link: str, now: datetime) -> LinkRecord:
    """Withdraw a link; it ends at once. Returns it as it was. Raises :class:`UnknownLink`."""

    def withdraw(connection: Connection) -> LinkRecord:
        record = _found(connection, link)
        if record is None:
            raise UnknownLink(f"Einen Zugangslink „{link}“ gibt es nicht.")
        if record.withdrawn is None:
            wanted = access_link.c.id == link
            connection.execute(update(access_link).where(wanted).values(withdrawn=_text(now)))
        return record

    return changed(url, withdraw)


def _found(connection: Connection, link: str) -> LinkRecord | None:
    row = connection.execute(select(access_link).where(access_link.c.id == link)).one_or_none()
    return None if row is None else _record(row)


def _record(row: Row[*tuple[Any, ...]]) -> LinkRecord:
    areas = None if row.areas is None else frozenset(json.loads(row.areas))
    record = LinkRecord(row.id, row.purpose, areas, row.address, _time(row.created), _time(row.expires))
    return record if row.withdrawn is None else replace(record, withdrawn=_time(row.withdrawn))


def _text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="seconds")


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
