"""The server's worker: what gunicorn refuses before the application sees it is said in German too."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any

from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker
from markupsafe import Markup

_DRAINED = 64 * 1024  # bytes of a refused request that are still read
_PATIENCE = 0.3  # seconds
_PAGE = Markup(
    '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="stylesheet" href="/assets/style.css"></head><body><div class="frame">'
    '<header class="top"><a class="brand" href="/">Sozialraum-Monitor Hamm</a></header>'
    '<main id="inhalt"><div class="statement"><h1>{title}</h1><p>{text}</p>'
    '<p><a class="button" href="/">Zur Karte</a></p></div></main></div></body></html>'
)
_TOO_LONG = _PAGE.format(
    title="Adresse zu lang",
    text="Die Adresse ist länger, als diese Anwendung annimmt. Bitte einen der eigenen Links verwenden.",
).encode()
_ANSWER = (
    b"HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Content-Security-Policy: default-src 'none'; style-src 'self'\r\nX-Content-Type-Options: nosniff\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(_TOO_LONG), _TOO_LONG)
)


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn is untyped
    """A worker with threads."""

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        """Answer a request line that is too long with a page; the rest is gunicorn's own matter."""
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        try:
            client.sendall(_ANSWER)
            _drain(client)
        except OSError:
            self.log.debug("A refused client has gone.")


def _drain(client: socket.socket) -> None:
    """Read on for a moment: closing before all has been read would throw the answer away."""
    client.shutdown(socket.SHUT_WR)
    client.settimeout(_PATIENCE)
    read = 0
    with suppress(TimeoutError):
        while read < _DRAINED and (part := client.recv(8192)):
            read += len(part)
