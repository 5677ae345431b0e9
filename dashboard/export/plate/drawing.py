"""A drawing made fit for the page: one type family, no looks that only a style sheet could give."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from dashboard.export.plate.parts import Picture
from dashboard.export.typesetting import FAMILY
from dashboard.figures.contrast import INK
from dashboard.figures.svg import document

_FAMILY: Final = re.compile(r' font-family="[^"]*"')


def drawing(picture: Picture, width: float, height: float) -> str:
    """The picture at this size in px, with all type in the family of the page."""
    drawn = _FAMILY.sub("", str(picture.draw(width, height)))
    box = (0.0, 0.0, width, height)
    return str(document(Markup(drawn), view=box, width=width, height=height, font_family=FAMILY, fill=INK))
