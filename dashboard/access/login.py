"""The addresses of the login: to the provider, and back from it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Flask, Response, request, url_for

from dashboard.access.address import local_address
from dashboard.access.cookies import FLOW, FLOW_SECONDS, clear_flow, set_flow, set_session
from dashboard.access.groups import grant_of
from dashboard.access.oidc import LoginFailed, Provider
from dashboard.access.page import discreet, page
from dashboard.access.seal import Forged, Seal
from dashboard.access.session import Access, login_session
from dashboard.access.settings import OidcSettings

HOURS = 8  #: a login ends after a working day; it cannot be withdrawn before


def register_login(server: Flask, access: Access, settings: OidcSettings) -> None:
    """Add ``/anmelden`` and the address to which the provider sends readers back."""
    provider = Provider(settings)
    seal = Seal(access.settings.signing_key(), "anmeldung")

    @server.get("/anmelden")
    def log_in() -> Response:
        try:
            started = provider.start(_way_back(access))
        except LoginFailed as failed:
            return _failed(server, failed)
        after = local_address(request.args.get("nach", "/")) or "/"
        response = discreet(Response(status=303, headers={"Location": started.url}))
        set_flow(response, request, seal.close(started.kept | {"nach": after}), access.settings.public_url)
        return response

    @server.get("/anmelden/zurueck")
    def come_back() -> Response:
        try:
            kept = seal.open(request.cookies.get(FLOW, ""), max_age=FLOW_SECONDS)
            groups = provider.finish(kept, request.args)
        except (Forged, LoginFailed) as failed:
            response = _failed(server, failed)
        else:
            response = _welcome(access, settings, groups, str(kept["nach"]))
        clear_flow(response)
        return response


def _welcome(access: Access, settings: OidcSettings, groups: tuple[str, ...], after: str) -> Response:
    grant = grant_of(groups, settings.groups)
    if grant is None:
        return page(
            403,
            "Angemeldet, aber ohne Freigabe",
            "Ihr Konto gehört zu keiner Gruppe, die Zahlen einzelner Einrichtungen sehen darf. "
            "Die öffentlichen Zahlen stehen Ihnen wie allen offen.",
        )
    expires = datetime.now(UTC) + timedelta(hours=HOURS)
    response = discreet(Response(status=303, headers={"Location": after}))
    text = login_session(access, grant, expires)
    set_session(response, request, text, expires, access.settings.public_url)
    return response


def _way_back(access: Access) -> str:
    if access.settings.public_url:
        return access.settings.public_url + url_for("come_back")
    return url_for("come_back", _external=True)


def _failed(server: Flask, failed: Forged | LoginFailed) -> Response:
    """The reason is for the log: to a stranger it would tell what to try next."""
    server.logger.warning("Anmeldung abgelehnt: %s %r", type(failed).__name__, str(failed)[:300])
    if isinstance(failed, LoginFailed) and not failed.reached:
        return page(
            502,
            "Anmeldung zurzeit nicht möglich",
            "Der Anmeldedienst antwortet nicht. Bitte später erneut versuchen.",
        )
    return page(
        403,
        "Anmeldung nicht gelungen",
        "Die Anmeldung wurde nicht angenommen. Bitte beginnen Sie sie erneut.",
    )
