"""Addresses that lead to views: short links, QR codes, what the share dialog asks, views for frames."""

from __future__ import annotations

import json
from functools import partial
from urllib.parse import quote, urlencode, urlsplit

from flask import Flask, Response, abort, jsonify, redirect, request
from markupsafe import Markup
from segno import DataOverflowError
from werkzeug.wrappers import Response as AnyResponse

from dashboard.access.address import local_address
from dashboard.answers.desk import Desk
from dashboard.pages import gone
from dashboard.pages.book import Page, find, open_page, retired
from dashboard.share.addresses import EMBEDDED, moved, other_states, parts_of
from dashboard.share.document import Document, query_of_request
from dashboard.share.head import shortened
from dashboard.share.plain import Plain
from dashboard.share.qr import qr_svg
from dashboard.share.short_links import PREFIX, BrokenCode, address_of, short_address
from dashboard.share.typed import meant
from dashboard.store.errors import NoRelease

_ROBOTS = "User-agent: *\nDisallow: /_dash-\nDisallow: /teilen\nDisallow: /qr.svg\nDisallow: /einbetten/\n"
_NO_VIEWS = ("/_dash", "/assets/", "/static/")
_A_DAY = "public, max-age=86400"
_AROUND = " \u00a0.,;:!?)»“"  # what a sentence puts after a short link
_FRAME = Markup(
    '<iframe src="{}" title="{}" loading="lazy" style="width:100%;height:720px;border:0"></iframe>'
)
#: For the other site: the frame becomes as high as the view in it says (assets/embed.js).
_FOLLOW = (
    '<script>addEventListener("message",e=>{if(e.origin===%s&&e.data.typ==="sozialraum-monitor")'
    'document.querySelectorAll("iframe").forEach(f=>{if(f.contentWindow===e.source)'
    'f.style.height=Number(e.data.hoehe)+"px"})})</script>'
)


def register(app: Document, desk: Desk, scripts: tuple[str, str], *, frames: bool) -> None:
    """Add the addresses. ``scripts``: of embedded views; ``frames``: whether another site may show them."""
    server = app.server
    _register_moves(server, desk)
    for rule in (f"{PREFIX}<code>", f"{PREFIX}<code>/"):
        server.add_url_rule(rule, f"short{len(rule)}", partial(_follow, app, scripts))
    server.add_url_rule("/qr.svg", "qr", partial(_qr, app))
    server.add_url_rule("/teilen", "share", partial(_share, app, desk, frames))
    for rule in (f"{EMBEDDED}/", f"{EMBEDDED}/<path:path>"):
        server.add_url_rule(rule, f"embedded{len(rule)}", partial(_embedded, app, desk, scripts))
    server.add_url_rule("/robots.txt", "robots", lambda: Response(_ROBOTS, mimetype="text/plain"))
    _register_robots(app)


def _register_moves(server: Flask, desk: Desk) -> None:
    @server.before_request
    def find_moved() -> AnyResponse | None:
        """Ids that have moved lead on for good, and what was typed nearly right; a file of a release that is
        gone is no other file."""
        if request.method not in ("GET", "HEAD") or request.path.startswith(_NO_VIEWS):
            return None
        try:
            to = _present(desk)
        except NoRelease:
            return None  # the page itself says so
        return None if to is None else redirect(to, 308)


def _present(desk: Desk) -> str | None:
    """The present address of the request; None where nothing has moved. Aborts with 410."""
    stem, dot, ending = request.path.rpartition(".")
    if dot and (desk.lost_release(query_of_request()) or _is_retired(stem, desk)):
        abort(410)
    path = stem if dot else request.path
    to = moved(path, query_of_request(), desk) or meant(path, desk)
    query = request.query_string.decode()
    return to and f"{to}{dot}{ending if dot else ''}{f'?{query}' if query else ''}"


def _is_retired(path: str, desk: Desk) -> bool:
    return find(path, desk, query_of_request()) is None and retired(path, desk) is not None


def _register_robots(app: Document) -> None:
    server: Flask = app.server  # untyped in dash

    @server.after_request
    def mark(response: Response) -> Response:
        if not app.outside().indexed:
            response.headers.setdefault("X-Robots-Tag", "noindex")
        return response


def plain(app: Document, scripts: tuple[str, str] = ("", "")) -> Plain:
    """Writes documents without Dash for the present request."""
    return Plain(app.styles(), app.outside(), *scripts)


def refusal(app: Document, title: str, text: str) -> str:
    """The whole page of a refusal."""
    return plain(app).page(Page(title, "", partial(gone.refused, title, text), status=400))


def _follow(app: Document, scripts: tuple[str, str], code: str) -> AnyResponse:
    try:
        return redirect(address_of(code.strip(_AROUND)), 308)
    except BrokenCode:
        page = Page(gone.NO_CODE_TITLE, "", partial(gone.unknown_code, code), status=404)
        return Response(plain(app, scripts).page(page), status=404)


def _qr(app: Document) -> Response:
    try:
        picture = qr_svg(app.outside().base + short_address(_target()))
    except DataOverflowError:
        abort(414)
    return Response(picture, mimetype="image/svg+xml", headers={"Cache-Control": _A_DAY})


def _share(app: Document, desk: Desk, frames: bool) -> Response:
    address, base = _target(), app.outside().base
    release, states = other_states(address, desk)
    title = shortened(open_page(*parts_of(address), desk).title)
    links = {name: _links(base, found, title, frames) for name, found in states.items()}
    response = jsonify(stand=release, **links)
    response.headers["Cache-Control"] = "no-store"
    return response


def _links(base: str, address: str, title: str, frames: bool) -> dict[str, str]:
    short = short_address(address)
    return {
        "link": base + address,
        "kurz": base + short if short != address else "",
        "qr": f"/qr.svg?{urlencode({'ziel': address}, quote_via=quote)}",
        "einbetten": _code(base, address, title) if frames else "",
    }


def _code(base: str, address: str, title: str) -> str:
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(base))
    written = json.dumps(origin).replace("<", "\\u003c")  # inside a script
    return f"{_FRAME.format(f'{base}{EMBEDDED}{address}', title)}\n{_FOLLOW % written}"


def _embedded(app: Document, desk: Desk, scripts: tuple[str, str], path: str = "") -> Response:
    page = open_page(f"/{path}", query_of_request(), desk)
    return Response(plain(app, scripts).embedded(page), status=page.status)


def _target() -> str:
    """The address in ``ziel``: one of ours, else 400."""
    found = local_address(request.args.get("ziel", ""))
    return found if found is not None else abort(400)
