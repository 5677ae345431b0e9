"""Every view's figures as files: the view's address with another ending."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import Flask, Response, abort, jsonify, request

from dashboard.answers.desk import Asking, Desk
from dashboard.answers.parts import Figures
from dashboard.export import figures_csv, figures_json, figures_xlsx, profile_pdf
from dashboard.pages.book import find
from dashboard.share.addresses import other_states
from dashboard.share.attachment import attachment
from dashboard.share.document import query_of_request
from dashboard.state import SOZIALRAUM
from dashboard.store.cache import ReleaseCache
from dashboard.store.errors import NoRelease

_PROFILES = 32  # PDFs kept, some 200 KB each
_CSV = "text/csv; charset=utf-8"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register(server: Flask, desk: Desk, public_url: str = "") -> None:
    """Add the addresses to the server. ``public_url``: begins links on paper."""
    link = partial(_link, desk, public_url)
    xlsx = partial(_xlsx, link)
    writers: dict[str, Callable[[Figures], Response]] = {"csv": _csv, "json": _json, "xlsx": xlsx}
    for ending, write in writers.items():
        books = link if ending == "xlsx" else None
        for depth in ("", "<ident>"):
            rule = f"/<page>{'/' if depth else ''}{depth}.{ending}"
            server.add_url_rule(rule, f"{ending}{depth}", _answering(desk, write, books))

    server.add_url_rule("/sozialraum/<ident>.pdf", "pdf", _profiles(desk, public_url))

    @server.errorhandler(NoRelease)
    def no_release(error: NoRelease) -> tuple[Response, int]:
        return jsonify(status="kein Datenstand", grund=str(error)), 503


def _answering(
    desk: Desk, write: Callable[[Figures], Response], link: Callable[[Figures], str] | None
) -> Callable[..., Response]:
    """``link``: for files that may be workbooks of their own."""

    def answer(page: str, ident: str = "") -> Response:
        found = find(f"/{page}/{ident}" if ident else f"/{page}", desk)
        if found is None or found[0].figures is None:
            abort(404)
        sheet, in_path = found
        asking: Asking = desk.asking(sheet.place, {**in_path, **query_of_request()})
        shown: Figures = sheet.figures(asking)  # type: ignore[misc]  # checked above
        if link is not None and sheet.xlsx is not None:
            return _file(sheet.xlsx(asking, link(shown)), _XLSX, f"{shown.name}.xlsx")
        return write(shown)

    return answer


def _profiles(desk: Desk, public_url: str) -> Callable[[str], Response]:
    kept = ReleaseCache(_PROFILES)

    def answer(ident: str) -> Response:
        found = find(f"/sozialraum/{ident}", desk)
        if found is None or found[0].place != SOZIALRAUM:
            abort(404)
        profile = found[0].answer(desk.asking(SOZIALRAUM, {**found[1], **query_of_request()}))
        base = public_url or request.host_url
        key = (profile.key, base)
        written = partial(profile_pdf.write, profile, base)
        body = written() if profile.key is None else kept.get(key, written)
        return _file(body, "application/pdf", profile_pdf.name(profile))

    return answer


def _csv(figures: Figures) -> Response:
    machine = query_of_request().get("format") == "maschine"
    return _file(figures_csv.write(figures.rows, machine=machine), _CSV, f"{figures.name}.csv")


def _xlsx(link: Callable[[Figures], str], figures: Figures) -> Response:
    return _file(figures_xlsx.write(figures, link(figures)), _XLSX, f"{figures.name}.xlsx")


def _link(desk: Desk, public_url: str, figures: Figures) -> str:
    """The whole address of a view with its release, for paper and workbooks."""
    base = (public_url or request.host_url).rstrip("/")
    _release, states = other_states(figures.address, desk)
    return base + states["fest"]


def _json(figures: Figures) -> Response:
    return Response(figures_json.write(figures), mimetype="application/json")


def _file(body: bytes, kind: str, name: str) -> Response:
    response = Response(body, content_type=kind)
    response.headers["Content-Disposition"] = attachment(name)
    return response
