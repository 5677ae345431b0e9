"""Addresses that are not pages: health, and every view's figures as CSV and JSON."""

from __future__ import annotations

from flask import Flask, Response, g, jsonify

from dashboard.answers.desk import Desk
from dashboard.answers.parts import KarteAnswer
from dashboard.export import figures_csv, figures_json
from dashboard.share.document import query_of_request
from dashboard.store.errors import NoRelease


def register(server: Flask, desk: Desk) -> None:
    """Add the addresses to the server."""
    _register_health(server, desk)
    _register_exports(server, desk)

    @server.after_request
    def document_status(response: Response) -> Response:
        if response.status_code == 200:
            response.status_code = g.get("status", 200)
        return response


def _register_health(server: Flask, desk: Desk) -> None:
    @server.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="ok")

    @server.get("/readyz")
    def readyz() -> tuple[Response, int]:
        try:
            release = desk.release()
        except NoRelease as error:
            return jsonify(status="kein Datenstand", grund=str(error)), 503
        return jsonify(status="bereit", stand=release.id), 200


def _register_exports(server: Flask, desk: Desk) -> None:
    @server.get("/karte.csv")
    def karte_csv() -> Response:
        query = query_of_request()
        answer = desk.karte(query)
        body = figures_csv.write(desk.karte_rows(query), machine=query.get("format") == "maschine")
        return _file(body, "text/csv; charset=utf-8", _name(answer))

    @server.get("/karte.json")
    def karte_json() -> Response:
        query = query_of_request()
        return Response(
            figures_json.write(desk.karte(query), desk.karte_rows(query)), mimetype="application/json"
        )

    @server.errorhandler(NoRelease)
    def no_release(error: NoRelease) -> tuple[Response, int]:
        return jsonify(status="kein Datenstand", grund=str(error)), 503


def _name(answer: KarteAnswer) -> str:
    period = answer.said.period.replace("/", "-")
    return f"{answer.indicator.id}_{answer.view.ebene}_{period}_{answer.foot.release}.csv".replace(" ", "-")


def _file(body: bytes, kind: str, name: str) -> Response:
    response = Response(body, content_type=kind)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
