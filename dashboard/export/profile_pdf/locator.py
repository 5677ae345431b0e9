"""Where the area lies: all areas of its partition in grey, this one in ink."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.display import Shape
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.svg import document, element

OTHER = "#dcd8ce"
BORDER = 0.008  # of the plane's width


def locator(shapes: Sequence[Shape], area: str) -> str:
    """SVG of the plane, or an empty text where no outline is known."""
    if not shapes:
        return ""
    ordered = sorted(shapes, key=lambda shape: shape.area == area)  # the inked outline lies on top
    outlines = (
        element(
            "path",
            d=shape.path,
            fill=INK if shape.area == area else OTHER,
            stroke=WHITE,
            stroke_width=shape.width * BORDER,
            stroke_linejoin="round",
        )
        for shape in ordered
    )
    return str(document(*outlines, view=(0, 0, shapes[0].width, shapes[0].height)))
