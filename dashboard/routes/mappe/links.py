"""A view is put in by its link; the folder as JSON; an address with far too many pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Flask, Response, jsonify, redirect, request
from werkzeug.exceptions import RequestURITooLarge
from werkzeug.wrappers import Response as AnyResponse

from dashboard.answers.desk import Desk
from dashboard.answers.mappe import FolderAnswer, counted
from dashboard.pages.book import BOOK, Page, open_folder
from dashboard.pages.mappe import NotAdded, added, layout
from dashboard.routes import links
from dashboard.security import refusals
from dashboard.share.document import Document, query_of_request
from dashboard.state.folder import PATH, parts_of, read
from dashboard.state.short import short_address


@dataclass(frozen=True, slots=True)
class FolderLinks:
    """Answers of the folder that are no files."""

    app: Document
    desk: Desk

    def register(self, server: Flask) -> None:
        """Add the addresses to the server."""
        server.before_request(self._put_in)
        server.register_error_handler(RequestURITooLarge, self._too_long)
        server.add_url_rule(f"{PATH}.json", "mappe-json", self._json)
        server.after_request(_not_indexed)

    def _put_in(self) -> AnyResponse | None:
        """``dazu=<link>`` leads to the folder with that view in it; what cannot be used stays on the page."""
        query = query_of_request()
        if request.path != PATH or request.method != "GET" or not query.get("dazu", "").strip():
            return None
        try:
            return redirect(self._with(query), 303)
        except NotAdded:
            return None

    def _with(self, query: dict[str, str]) -> str:
        folder, _notices = read(query)
        return added(folder, query.get("dazu", ""), self.app.outside().base, self.desk, BOOK).address()

    def _too_long(self, error: RequestURITooLarge) -> Response:
        """All pages are named in such an address, so they can be offered in several folders."""
        folder, _notices = read(query_of_request())
        answer = FolderAnswer(folder, (), (), (), "")
        if request.path != PATH or not answer.too_many:
            return refusals.answer(error, partial(links.refusal, self.app))
        page = Page(answer.title, "", partial(layout, answer), status=414)
        return Response(links.plain(self.app).page(page), status=414)

    def _json(self) -> Response:
        """The pages in order; with ``dazu`` the folder with that view in it, or why not (400)."""
        query = query_of_request()
        if query.get("dazu", "").strip():
            try:
                query = parts_of(self._with(query))[1]
            except NotAdded as error:
                return refused("Nicht hinzugefügt", str(error), 400)
        answer = open_folder(query, self.desk)
        if answer.status != 200:
            return refused(answer.headline, why(answer), answer.status)
        response = jsonify(_described(answer, self.app.outside().base))
        response.headers["Cache-Control"] = "no-store"
        return response


def refused(title: str, reason: str, status: int) -> Response:
    """A refusal for programs."""
    response = jsonify(status=title, grund=reason)
    response.status_code = status
    return response


def why(answer: FolderAnswer) -> str:
    """Why there is no file of this folder."""
    if answer.too_many:
        return (
            f"Der Link nennt {counted(len(answer.folder.codes))}. Die Seite {PATH} zeigt, wie es weitergeht."
        )
    if answer.missing:
        return " ".join(page.reason for page in answer.missing)
    return f"Die Mappe ist leer. Die Seite {PATH} zeigt, wie sie sich füllt."


def _described(answer: FolderAnswer, base: str) -> dict[str, Any]:
    folder = answer.folder
    return {
        "titel": folder.title,
        "aussage": answer.headline,
        "adresse": folder.address(),
        "link": base + folder.address(),
        "kurzlink": base + short_address(folder.address()),
        "stand": folder.release or None,
        "anzahl": len(folder.codes),
        "blaetter": [_leaf_described(answer, at, base) for at in range(len(answer.leaves))],
        "unlesbar": [{"nummer": page.number, "grund": page.reason} for page in answer.missing],
    }


def _leaf_described(answer: FolderAnswer, at: int, base: str) -> dict[str, Any]:
    leaf = answer.leaves[at]
    return {
        "nummer": leaf.number,
        "titel": leaf.subtitle,
        "aussage": leaf.headline,
        "seite": leaf.kind,
        "adresse": leaf.address,
        "link": base + leaf.address,
        "stand": leaf.release,
        "beispieldaten": leaf.demo,
    }


def _not_indexed(response: Response) -> Response:
    """Its title is anybody's text: no search engine shall show it under our name."""
    if request.path == PATH:
        response.headers["X-Robots-Tag"] = "noindex"
    return response
