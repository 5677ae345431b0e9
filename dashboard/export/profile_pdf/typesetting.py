"""The profile's pages, set by the compiler that all documents share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from dashboard.export import typesetting

FOLDER: Final = Path(__file__).resolve().parent


def typeset(content: Mapping[str, object], released: date | None) -> bytes:
    """The tagged PDF of the content; see :func:`dashboard.export.typesetting.typeset`."""
    return typesetting.typeset(FOLDER / "profile.typ", content, released)
