"""The folder as PDF: a page of contents with links, then one page for each view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from dashboard.export import typesetting
from dashboard.export.contents import Contents, as_data
from dashboard.export.plate.content import Drawn, of_pages, sized
from dashboard.export.plate.parts import Picture, Plate

_HERE: Final = Path(__file__).resolve().parent
_PAGES, _FOLDER = _HERE / "plate" / "pages.typ", _HERE / "folder.typ"


def write(contents: Contents, pages: Sequence[tuple[Plate, str]], released: date | None = None) -> bytes:
    """A4 landscape, tagged. ``pages``: plates with their links; ``contents`` names them in the same order.

    Equal input gives equal bytes: the only day in it is that of the release.
    """
    drawn = _sized(pages, contents.title, released)
    content = of_pages(pages, contents.title, released, drawn, brief=True)
    return typesetting.typeset(_FOLDER, {**content, "cover": as_data(contents)}, released)


def _sized(pages: Sequence[tuple[Plate, str]], title: str, released: date | None) -> Drawn:
    """Draws at the sizes that the layout gives to views without drawings."""
    bare = [(replace(plate, tables=(), notes=()), link) for plate, link in pages]
    content = of_pages(bare, title, released, _nothing, brief=True)
    return sized(
        [(ident, width, height) for ident, width, height in typesetting.asked(_PAGES, content, "box")]
    )


def _nothing(_ident: str, _picture: Picture) -> str:
    return ""
