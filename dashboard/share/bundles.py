"""Scripts and styles: served by the application itself, packed once, cached for ever.

The packed copies are made at set-up (``python -m dashboard prepare``): Brotli at its highest
level takes seconds per megabyte, which no reader should wait for.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import threading
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import brotli
from flask import Flask, Response, abort, request, send_file

from dashboard.settings import Settings

HEAD = "takeover.js"  # must have run before the first paint
EMBED = "embed.js"  # only in embedded views
STATIC = ("/static/", "/assets/", "/_dash-component-suites/")
_FOR_EVER = "public, max-age=31536000, immutable"
_FINGERPRINT = re.compile(r"\.v[\w]+m\d+\.|/static/[0-9a-f]{12}/")
_MOST_KEPT = 100
_PACKED_TYPES = ("text/css", "text/javascript", "application/javascript", "image/svg+xml")


class Bundles:
    """Files outside of Dash's own lists: Bootstrap's CSS, Plotly's script, the script in the head."""

    def __init__(self, settings: Settings) -> None:
        self._files = {"bootstrap.min.css": _bootstrap(), HEAD: settings.root / "assets" / HEAD}
        self._files[EMBED] = settings.root / "assets" / EMBED
        plotly = settings.build / "node_modules" / "plotly.js-basic-dist-min" / "plotly-basic.min.js"
        if plotly.is_file():
            self._files["plotly-basic.min.js"] = plotly
        self._digests = {name: _digest(path.read_bytes())[:12] for name, path in self._files.items()}

    def url(self, name: str) -> str:
        """The address of a file, with its content's hash in it; empty if it is not installed."""
        return f"/static/{self._digests[name]}/{name}" if name in self._digests else ""

    def register(self, server: Flask) -> None:
        """Serve the files under their addresses."""

        @server.get("/static/<digest>/<name>")
        def bundle(digest: str, name: str) -> Response:
            if self._digests.get(name) != digest:
                abort(404)
            return send_file(self._files[name])


class Packing:
    """Sends scripts and styles compressed. ``folder`` holds the copies made at set-up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, str], tuple[bytes, dict[str, str]]] = {}
        self._lock = threading.Lock()

    def register(self, server: Flask) -> None:
        """Pack every static answer once; fingerprinted addresses may be cached for ever."""

        @server.before_request
        def kept() -> Response | None:
            found = self._kept.get((request.full_path, _coding()))
            return Response(found[0], headers=found[1]) if found else None

        @server.after_request
        def pack(response: Response) -> Response:
            if request.path.startswith(STATIC) and response.status_code == 200:
                _allow_caching(response)
                self._pack(response)
            return response

    def _pack(self, response: Response) -> None:
        coding = _coding()
        if not coding or response.mimetype not in _PACKED_TYPES or "Content-Encoding" in response.headers:
            return
        response.direct_passthrough = False
        packed = self._compressed(response.get_data(), coding)
        response.set_data(packed)
        response.headers["Content-Encoding"] = coding
        response.vary.add("Accept-Encoding")
        response.headers.pop("ETag", None)
        kept = ("Content-Type", "Content-Encoding", "Cache-Control", "Vary")
        headers = {name: response.headers[name] for name in kept if name in response.headers}
        with self._lock:
            if len(self._kept) < _MOST_KEPT:  # a made-up query string must not fill the memory
                self._kept[(request.full_path, coding)] = (packed, headers)

    def _compressed(self, body: bytes, coding: str) -> bytes:
        if coding == "gzip":
            return gzip.compress(body, 6)
        prepared = self._folder / f"{_digest(body)}.br"
        return prepared.read_bytes() if prepared.is_file() else brotli.compress(body, quality=5)


def prepare(server: Flask, folder: Path, progress: Callable[[str, int, int], None]) -> None:
    """Pack all scripts and styles of the start page at the highest level, once per content."""
    folder.mkdir(parents=True, exist_ok=True)
    client = server.test_client()
    urls = _static_urls(client.get("/").get_data(as_text=True))
    for done, url in enumerate(urls, start=1):
        body = client.get(url, headers={"Accept-Encoding": "identity"}).get_data()
        target = folder / f"{_digest(body)}.br"
        if not target.is_file():
            aside = target.with_suffix(".aside")
            aside.write_bytes(brotli.compress(body, quality=11))
            aside.replace(target)
        progress("Skripte verdichten", done, len(urls))


def _static_urls(document: str) -> list[str]:
    named = re.findall(r'(?:src|href)="(/[^"]+)"', document)
    found = re.search(r'id="_dash-config"[^>]*>([^<]+)<', document)
    plotly = json.loads(found[1]).get("plotlyjs_url") if found else None
    lazy = ["/_dash-component-suites/dash/dcc/async-graph.js", plotly or _FULL_PLOTLY]
    return [url for url in dict.fromkeys([*named, *lazy]) if url.startswith(STATIC)]


_FULL_PLOTLY = "/_dash-component-suites/plotly/package_data/plotly.min.js"


def _coding() -> str:
    return request.accept_encodings.best_match(["br", "gzip"]) or ""


def _allow_caching(response: Response) -> None:
    if _FINGERPRINT.search(request.path) or "m" in request.args:
        response.headers["Cache-Control"] = _FOR_EVER


def _bootstrap() -> Path:
    return Path(str(resources.files("flask_bootstrap") / "static/bootstrap5/css/bootstrap.min.css"))


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
