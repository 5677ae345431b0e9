"""The one place that decides what the sender of a request may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from flask import Request, current_app, g

from dashboard.access.cookies import SESSION
from dashboard.access.groups import Grant
from dashboard.access.links import LinkDesk, LinkRefused
from dashboard.access.scope import PUBLIC, PublicScope, Scope, StaffScope
from dashboard.access.seal import Forged, Seal
from dashboard.access.settings import AccessSettings
from dashboard.store.errors import StoreError
from dashboard.store.links import LinkRegister
from dashboard.store.protected import ProtectedDatabase, ProtectedStore

EXTENSION = "zugang"
_LOGIN = "anmeldung"


@dataclass(frozen=True, slots=True)
class Access:
    """What this process can decide with. Everything is ``None`` where it is not set up."""

    settings: AccessSettings
    database: ProtectedDatabase | None
    links: LinkDesk | None
    facilities: ProtectedStore | None

    @classmethod
    def of(cls, settings: AccessSettings) -> Access:
        """Opens nothing yet. Without a key of its own a process knows no links."""
        if not settings.protected_url:
            return cls(settings, None, None, None)
        database = ProtectedDatabase(settings.protected_url)
        desk = LinkDesk(settings.signing_key(), LinkRegister(database)) if settings.key else None
        return cls(settings, database, desk, ProtectedStore(database))

    def close(self) -> None:
        """Give all connections back."""
        if self.database is not None:
            self.database.close()


def scope_of(request: Request) -> Scope:
    """What the sender of this request may see; whatever is not in order is the public scope.

    A link is looked up at every request, so that its withdrawal works at once.
    """
    access: Access | None = current_app.extensions.get(EXTENSION)
    text = request.cookies.get(SESSION)
    if access is None or not text:
        return PUBLIC
    scope = _scope(access, text)
    g.is_private = isinstance(scope, StaffScope)
    return scope


def link_session(access: Access, link: str) -> str:
    """The cookie of somebody who opened a link."""
    return _seal(access).close({"link": link})


def login_session(access: Access, grant: Grant, expires: datetime) -> str:
    """The cookie of somebody who logged in. It holds no name: only what may be seen, and how long."""
    areas = None if grant.areas is None else sorted(grant.areas)
    return _seal(access).close({"areas": areas, "expires": int(expires.timestamp())})


def _scope(access: Access, text: str) -> Scope:
    if not access.settings.key:
        return PUBLIC
    try:
        content = _seal(access).open(text)
    except Forged:
        return PUBLIC
    if "link" in content:
        return _link_scope(access, str(content["link"]))
    return _login_scope(access, content)


def _link_scope(access: Access, link: str) -> Scope:
    if access.links is None:
        return PUBLIC
    try:
        return access.links.scope(link)
    except LinkRefused:
        return PUBLIC
    except StoreError as error:
        # without the register nobody can know whether the link was withdrawn
        current_app.logger.warning("Zugangslinks sind nicht prüfbar: %s", error)
        return PUBLIC


def _login_scope(access: Access, content: Mapping[str, Any]) -> StaffScope | PublicScope:
    """Only while logins are set up: taking the provider away ends every session."""
    if access.settings.oidc is None:
        return PUBLIC
    areas = content["areas"]
    expires = datetime.fromtimestamp(content["expires"], UTC)
    scope = StaffScope(None if areas is None else frozenset(areas), expires, _LOGIN)
    return PUBLIC if scope.is_over(datetime.now(UTC)) else scope


def _seal(access: Access) -> Seal:
    return Seal(access.settings.signing_key(), "sitzung")
