"""Where a link or a login may lead: only into this application."""

from __future__ import annotations

from urllib.parse import urlsplit

LONGEST = 4_000  # characters, as many as an address of ours may have (dashboard.state.asked)


def local_address(text: str) -> str | None:
    """``text`` if it is an address of this application (``/…``), else ``None``.

    Browsers drop control characters and read ``\\`` as ``/``: both could lead to another host.
    """
    if not text.startswith("/") or text.startswith("//") or len(text) > LONGEST:
        return None
    if "\\" in text or any(ord(character) < 33 or ord(character) == 127 for character in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if not parts.netloc and not parts.scheme else None
