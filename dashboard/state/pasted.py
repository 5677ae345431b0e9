"""What a reader pastes to put a view into a folder: a link of this site in any of its forms."""

from __future__ import annotations

from urllib.parse import urlsplit

from dashboard.access.address import local_address
from dashboard.state.short import PREFIX, BrokenCode, address_of

_FRAMES = "/einbetten"


def pasted(text: str, base: str) -> str | None:
    """The address (path and query string) in a full link, a path, a short link or a code; else None.

    ``base``: how this site is reached, such as ``https://monitor.example``; other hosts are refused.
    """
    found = _in_site(text.strip().partition("#")[0], base)
    if found is None:
        return None
    path = found.removeprefix(_FRAMES) if found.startswith(f"{_FRAMES}/") else found
    if not path.startswith(PREFIX):
        return path
    try:
        return address_of(path.removeprefix(PREFIX).partition("?")[0])
    except BrokenCode:
        return None


def _in_site(text: str, base: str) -> str | None:
    host = urlsplit(base).netloc.lower()
    scheme, separator, rest = text.partition("://")
    if separator and scheme.lower() not in ("http", "https"):
        return None
    if not separator:
        rest = text
    named, slash, path = rest.partition("/")
    if named.lower() == host and host:
        return local_address(f"/{path}")
    if separator:
        return None
    if slash:
        return local_address(text)
    return local_address(f"{PREFIX}{text}") if text else None
