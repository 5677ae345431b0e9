"""The body of a kept document: packed once for each coding that browsers ask for, not for every reader."""

from __future__ import annotations

from flask import Flask, Request, g

_NOT_KEPT = ""


class Body:
    """A document as bytes, and beside them what Flask-Compress has made of them."""

    __slots__ = ("packed", "text")

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.packed: dict[str, bytes] = {}  # by coding: as many as Flask-Compress knows

    def is_sent(self) -> None:
        """The present request is answered with this body."""
        g.body = self


class PackedBodies:
    """What Flask-Compress asks before it packs, and tells what it has packed.

    It holds nothing itself: the packed form lives and dies with the document. An answer without a
    :class:`Body` (a callback, a file, a page for one reader) is never kept.
    """

    def get(self, key: str) -> bytes | None:
        """What the present answer's body is in this coding, if it was packed before."""
        body: Body | None = g.get("body")
        return body.packed.get(key) if body else None

    def set(self, key: str, value: bytes) -> None:
        """Keep the packed form of the present answer's body."""
        body: Body | None = g.get("body")
        if body:
            body.packed[key] = value


def register(server: Flask) -> None:
    """To be called before ``Compress(server)``."""
    server.config.update(COMPRESS_CACHE_BACKEND=PackedBodies, COMPRESS_CACHE_KEY=_no_key)


def _no_key(_request: Request) -> str:
    return _NOT_KEPT  # the coding, which Flask-Compress puts in front, is all that is needed
