"""The addresses of this room: a link is opened, somebody logs in, somebody leaves."""

from __future__ import annotations

from flask import Flask, Response, g, request

from dashboard.access.cookies import clear_session, set_session
from dashboard.access.links import LinkDesk, LinkRefused
from dashboard.access.page import discreet, page
from dashboard.access.session import EXTENSION, Access, link_session
from dashboard.access.settings import AccessSettings
from dashboard.store.errors import StoreError


def register(server: Flask, settings: AccessSettings) -> Access:
    """Add the addresses that are set up; the others answer 404 like any that does not exist.

    The answer holds the facilities (``None`` without a protected database) and is closed by who asked.
    """
    access = Access.of(settings)
    server.extensions[EXTENSION] = access
    if access.links is not None:
        _register_link(server, access, access.links)
    if settings.oidc is not None:
        from dashboard.access.login import register_login  # Authlib: only where somebody can log in

        register_login(server, access, settings.oidc)
    if access.links is not None or settings.oidc is not None:
        _register_leave(server)
    _register_privacy(server)
    return access


def _register_link(server: Flask, access: Access, desk: LinkDesk) -> None:
    @server.get("/zugang/<token>")
    def open_link(token: str) -> Response:
        try:
            record = desk.open(token)
        except LinkRefused as refused:
            return page(403, "Kein Zugang", str(refused), "Einen neuen Link vergibt die Planergruppe.")
        except StoreError as error:
            server.logger.warning("Zugangslinks sind nicht prüfbar: %s", error)
            return page(
                503,
                "Zurzeit kein Zugang",
                "Der Link kann gerade nicht geprüft werden. Bitte später erneut versuchen.",
            )
        response = discreet(_to(record.address))
        text = link_session(access, record.id)
        set_session(response, request, text, record.expires, access.settings.public_url)
        return response


def _register_leave(server: Flask) -> None:
    @server.get("/abmelden")
    def leave() -> Response:
        response = discreet(_to("/"))
        clear_session(response)
        return response


def _register_privacy(server: Flask) -> None:
    @server.after_request
    def keep_private(response: Response) -> Response:
        """What was made for one reader must not be kept for another."""
        if g.get("is_private", False):
            response.headers["Cache-Control"] = "private, no-store"
            response.vary.add("Cookie")
        return response


def _to(address: str) -> Response:
    response = Response(status=303)
    response.location = address
    return response
