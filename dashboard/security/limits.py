"""How much one request may carry, and how many one client may send."""

from __future__ import annotations

from math import ceil
from pathlib import PurePosixPath

from flask import Flask, request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, RequestURITooLarge, TooManyRequests

from dashboard.security.allowance import Allowance
from dashboard.state.asked import LONGEST_ADDRESS, MOST_PARAMETERS

LARGEST_BODY = 64 * 1024  # bytes; the largest genuine one has 5 KB
_NOT_COUNTED = ("/static/", "/assets/", "/_dash-component-suites/", "/healthz", "/readyz")


def register(server: Flask, calls: Allowance, files: Allowance) -> None:
    """Refuse what is too large (413, 414), no readable list of parameters (400) or comes too often (429).

    ``files`` counts addresses with an ending (CSV, JSON), ``calls`` all other but scripts,
    styles and the two health addresses, which are never counted.
    """
    server.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY)

    @server.before_request
    def limit() -> None:
        if len(request.path) + len(request.query_string) > LONGEST_ADDRESS:
            raise RequestURITooLarge
        if request.query_string.count(b"&") >= MOST_PARAMETERS or not _is_text(request.query_string):
            raise BadRequest
        if (request.content_length or 0) > LARGEST_BODY:
            raise RequestEntityTooLarge
        if not request.path.startswith(_NOT_COUNTED):
            _count(files if PurePosixPath(request.path).suffix else calls)


def _is_text(query: bytes) -> bool:
    try:
        query.decode()
    except UnicodeDecodeError:  # Flask's own reading of the full address would fail over it
        return False
    return True


def _count(allowance: Allowance) -> None:
    seconds = allowance.wait(request.remote_addr or "")
    if seconds:
        raise TooManyRequests(retry_after=ceil(seconds))
