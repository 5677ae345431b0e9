"""Signed links: what is in a token, and whether it still opens anything."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from dashboard.access.address import local_address
from dashboard.access.scope import STAFF, StaffScope
from dashboard.access.seal import Forged, Seal
from dashboard.store.links import LinkRegister
from dashboard.store.protected_facts import LinkRecord

PURPOSE = "link"
_LONGEST_PURPOSE = 200


class LinkRefused(ValueError):
    """A link opens nothing; the text is for the one who opened it."""


def new_link(areas: Iterable[str] | None, days: int, purpose: str, address: str) -> LinkRecord:
    """A link that is not given out yet, valid for ``days`` from now. Raises :class:`LinkRefused`."""
    told = " ".join(purpose.split())
    if not 1 <= len(told) <= _LONGEST_PURPOSE or not told.isprintable():
        raise LinkRefused(f"„--fuer“ braucht einen Zweck mit 1 bis {_LONGEST_PURPOSE} Zeichen.")
    if local_address(address) is None:
        raise LinkRefused(f"„{address}“ ist keine Adresse dieser Anwendung; sie beginnt mit „/“.")
    created = datetime.now(UTC).replace(microsecond=0)
    limited = None if areas is None else frozenset(areas)
    return LinkRecord(secrets.token_hex(5), told, limited, address, created, created + timedelta(days=days))


def token_of(record: LinkRecord, key: str) -> str:
    """The token that a link's address carries; 200 to 400 characters of the URL-safe alphabet."""
    return Seal(key, PURPOSE).close(_content(record))


@dataclass(frozen=True, slots=True)
class LinkDesk:
    """Decides about links: signature by ``key``, everything else by the ``register``."""

    key: str
    register: LinkRegister

    def open(self, token: str) -> LinkRecord:
        """The link of a token. Raises :class:`LinkRefused`, and a store error without a database."""
        try:
            content = Seal(self.key, PURPOSE).open(token)
        except Forged as error:
            raise LinkRefused(
                "Dieser Link ist nicht gültig. Bitte prüfen Sie, ob er vollständig ist."
            ) from error
        record = self._valid(str(content.get("id")))
        if content != _content(record):
            raise LinkRefused("Dieser Link ist nicht gültig.")
        return record

    def scope(self, link: str) -> StaffScope:
        """What a session that began with this link may see now. Raises as :meth:`open`."""
        record = self._valid(link)
        return StaffScope(record.areas, record.expires, f"link:{record.id}")

    def _valid(self, link: str) -> LinkRecord:
        record = self.register.find(link) if re.fullmatch(r"[0-9a-f]{10}", link) else None
        if record is None:
            raise LinkRefused("Dieser Link ist nicht gültig.")
        if record.withdrawn is not None:
            raise LinkRefused("Dieser Link wurde zurückgezogen.")
        if datetime.now(UTC) >= record.expires:
            raise LinkRefused(f"Dieser Link war bis {record.expires:%d.%m.%Y} gültig.")
        return record


def _content(record: LinkRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "level": STAFF,
        "areas": None if record.areas is None else sorted(record.areas),
        "expires": int(record.expires.timestamp()),
    }
