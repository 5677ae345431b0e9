"""Sets plates: as PNG, as SVG, as pages of a PDF. The same plate, the same bytes, on every machine.

Each plate is set twice: first without drawings, to learn how large their boxes are, then with every
picture drawn at exactly that size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from markupsafe import escape

from dashboard.export import typesetting
from dashboard.export.plate.content import SIZES, Data, Drawn, Shape, of_pages, of_picture, sized
from dashboard.export.plate.parts import Picture, Plate

__all__ = ["SIZES", "Shape", "pdf", "png", "svg"]

_FOLDER: Final = Path(__file__).resolve().parent
_PICTURE, _PAGES = _FOLDER / "picture.typ", _FOLDER / "pages.typ"


def png(plate: Plate, shape: Shape, link: str) -> bytes:
    """The picture in pixels: 1600×900, 1080×1080 or 1200×630. ``link`` is printed without "https://"."""
    return typesetting.raster(_PICTURE, _picture(plate, shape, link))


def svg(plate: Plate, shape: Shape, link: str) -> bytes:
    """The same as paths alone, so that no reader's fonts change it; named by headline and subtitle."""
    drawn = typesetting.outlined(_PICTURE, _picture(plate, shape, link))
    opening, rest = drawn.split(b">", 1)
    named = f' role="img"><title>{escape(plate.headline)}</title><desc>{escape(_described(plate))}</desc>'
    return opening + named.encode() + rest


def pdf(
    pages: Sequence[tuple[Plate, str]], title: str, released: date | None = None, *, brief: bool = False
) -> bytes:
    """A4 landscape, tagged: each plate (with its link) on a page, its tables and notes on the next ones.

    ``brief``: a page for each plate and nothing more, for a meeting.
    """
    first_pages = [(replace(plate, tables=(), notes=()), link) for plate, link in pages]
    drawn = _sized(_PAGES, of_pages(first_pages, title, released, _nothing, brief=brief))
    return typesetting.typeset(_PAGES, of_pages(pages, title, released, drawn, brief=brief), released)


def _picture(plate: Plate, shape: Shape, link: str) -> Mapping[str, object]:
    drawn = _sized(_PICTURE, of_picture(plate, shape, link, _nothing))
    return of_picture(plate, shape, link, drawn)


def _nothing(_ident: str, _picture: Picture) -> str:
    return ""


def _sized(main: Path, content: Data) -> Drawn:
    """Draws at the sizes that the layout gives to content without drawings."""
    return sized([(ident, width, height) for ident, width, height in typesetting.asked(main, content, "box")])


def _described(plate: Plate) -> str:
    parts = (plate.origin_word, plate.subtitle, f"Quelle: {plate.source}", f"Datenstand {plate.release}")
    return ". ".join(part for part in parts if part)
