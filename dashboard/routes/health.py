"""Whether the process lives, and whether it has something to show."""

from __future__ import annotations

from flask import Flask, Response, jsonify

from dashboard.answers.desk import Desk
from dashboard.store.errors import NoRelease, OldFormat


def register(server: Flask, desk: Desk) -> None:
    """Add ``/healthz`` (the process lives) and ``/readyz`` (a release can be read)."""

    @server.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="ok")

    @server.get("/readyz")
    def readyz() -> tuple[Response, int]:
        try:
            release = desk.release()
        except OldFormat as error:
            return jsonify(status="Umstellung nötig", grund=str(error)), 503
        except NoRelease as error:
            return jsonify(status="kein Datenstand", grund=str(error)), 503
        return jsonify(status="bereit", stand=release.id), 200
