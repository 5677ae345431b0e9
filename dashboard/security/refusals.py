"""Answers to what cannot be answered: German, short, and without a word about our insides."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from pathlib import PurePosixPath

from dash.exceptions import DependencyException
from flask import Flask, Response, json, request
from markupsafe import Markup
from werkzeug.exceptions import BadRequest, HTTPException, NotFound

from dashboard.state.asked import NotAsked

_WORDS = {
    400: ("Anfrage nicht verstanden", "Diese Anfrage stammt von keiner Seite dieser Anwendung."),
    403: ("Nicht erlaubt", "Für diese Adresse fehlt die Berechtigung."),
    404: ("Nicht gefunden", "Unter dieser Adresse ist nichts zu finden."),
    405: ("Nicht vorgesehen", "Diese Adresse nimmt solche Anfragen nicht an."),
    410: ("Nicht mehr vorhanden", "Was diese Adresse festhält, gibt es in dieser Anwendung nicht mehr."),
    413: ("Anfrage zu groß", "Die Anfrage enthält mehr Daten, als diese Anwendung annimmt."),
    414: ("Adresse zu lang", "Die Adresse ist länger, als diese Anwendung annimmt."),
    415: ("Anfrage nicht verstanden", "Diese Adresse nimmt nur JSON an."),
    416: ("Ausschnitt nicht vorhanden", "Die Datei hat den angefragten Ausschnitt nicht."),
    429: ("Zu viele Anfragen", "Von diesem Anschluss kommen zu viele Anfragen. Bitte kurz warten."),
    500: ("Fehler", "Die Anwendung konnte diese Anfrage nicht beantworten. Der Fehler wurde aufgezeichnet."),
}
#: What a link can lead to: these get the frame of every page. The others stay short and need nothing.
_OF_LINKS = (400, 404, 410, 414)
_PAGE = Markup(
    '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body><h1>{title}</h1><p>{text}</p><p><a href="/">Zur Karte</a></p></body></html>'
)


def register(server: Flask, page: Callable[[str, str], str] | None = None) -> None:
    """Answer every refusal, and every error nobody foresaw (which Flask logs), in one form.

    ``page`` writes a whole page from title and text, for people who followed a link.
    """

    @server.errorhandler(HTTPException)
    def refuse(error: HTTPException) -> Response:
        return answer(error, page)

    @server.errorhandler(NotAsked)
    def forged(_error: NotAsked) -> Response:
        return answer(BadRequest(), page)

    @server.errorhandler(DependencyException)
    def no_such_script(_error: DependencyException) -> Response:
        return answer(NotFound(), page)


def answer(error: HTTPException, page: Callable[[str, str], str] | None = None) -> Response:
    """The answer with its status and headers (``Allow``, ``Retry-After``): a page for people, else JSON."""
    response = Response(status=error.code or 500, headers=error.get_headers())
    title, text = _WORDS.get(response.status_code) or (HTTPStatus(response.status_code).phrase, "")
    if _wants_page():
        is_whole = page is not None and response.status_code in _OF_LINKS
        response.set_data(page(title, text) if page and is_whole else _PAGE.format(title=title, text=text))
    else:
        response.set_data(json.dumps({"status": title, "grund": text}))
        response.mimetype = "application/json"
    return response


def _wants_page() -> bool:
    """Browsers name HTML; programs that accept anything get a page for a page and JSON for a file."""
    accepted = request.accept_mimetypes
    is_file = bool(PurePosixPath(request.path).suffix)
    wanted = any(kind == "text/html" for kind, _ in accepted) if is_file else accepted.accept_html
    return request.method in ("GET", "HEAD") and wanted
