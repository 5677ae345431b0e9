"""Where an area lies: a small map with one area filled dark and named by a thin line."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.display import Shape, Sign
from dashboard.figures.city_map.geometry import Box
from dashboard.figures.city_map.leader import line, spot
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.history.scene import width_of
from dashboard.figures.svg import document, element, text
from dashboard.figures.theme import FADED, FONT, SIGN_COLOUR

__all__ = ["locator_svg"]

TYPE = 12.0  # px of the name when the map is shown ``width`` px wide
LEAD = 1.2  # line height


def locator_svg(
    shapes: Sequence[Shape],
    area: str,
    name: str,
    *,
    title: str,
    description: str,
    sign: Sign = "none",
    width: float = 200,
    ident: str = "lage",
) -> Markup:
    """The partition in grey, ``area`` in ink (or the colour of its comparison), ``name`` beside it.

    ``width``: px at which the map is shown; the name has 12 px there. Without outlines, or when the
    area has none, nothing is named; without any outline the picture is empty markup.
    """
    if not shapes:
        return Markup("")
    unit = shapes[0].width / width
    colour = SIGN_COLOUR[sign] if sign in ("better", "worse") else INK
    found = next((shape for shape in shapes if shape.area == area), None)
    named = label(found, shapes, name, unit) if found else None
    box = named[0] if named else None
    view = around(shapes[0], box, unit)
    return document(
        element("title", title, id=f"{ident}-titel"),
        element("desc", description, id=f"{ident}-text"),
        areas(shapes, found, colour, unit),
        *([named[1]] if named else []),
        view=view,
        width=round(view[2] / unit),
        height=round(view[3] / unit),
        class_="locator",
        role="img",
        aria_labelledby=f"{ident}-titel",
        aria_describedby=f"{ident}-text",
        font_family=FONT,
    )


def areas(shapes: Sequence[Shape], found: Shape | None, colour: str, unit: float) -> Markup:
    """All outlines, one of them filled dark."""
    paths = (element("path", d=shape.path, fill=colour if shape is found else FADED) for shape in shapes)
    return element("g", *paths, stroke=WHITE, stroke_width=1.2 * unit, stroke_linejoin="round")


def label(shape: Shape, shapes: Sequence[Shape], name: str, unit: float) -> tuple[Box, Markup]:
    """The name on free ground near the area, and the line between them."""
    size = TYPE * unit
    wide = width_of(name, size, bold=True)
    box = spot(shape, tuple(shapes), (wide, size * LEAD), ())
    words = text(name, box.x + wide / 2, box.y + size, size, text_anchor="middle", font_weight=700, fill=INK)
    return box, tied(box, shape, unit) + words


def tied(box: Box, shape: Shape, unit: float) -> Markup:
    """The thin line with its dot: white below ink, so that it shows on the dark area too."""
    target = (shape.label_x, shape.label_y)
    start = box.nearest(target)
    under = element(
        "line", x1=start[0], y1=start[1], x2=target[0], y2=target[1], stroke=WHITE, stroke_width=3 * unit
    )
    ring = element("circle", cx=target[0], cy=target[1], r=3.6 * unit, fill=WHITE)
    return under + ring + line(box, target, unit * 0.7)


def around(shape: Shape, box: Box | None, unit: float) -> tuple[float, float, float, float]:
    """The plane, and more where the name stands outside it."""
    edge = 2 * unit
    boxes = [box] if box else []
    left, top = min([0.0, *(each.x for each in boxes)]), min([0.0, *(each.y for each in boxes)])
    right = max([shape.width, *(each.x + each.width for each in boxes)])
    bottom = max([shape.height, *(each.y + each.height for each in boxes)])
    return left - edge, top - edge, right - left + 2 * edge, bottom - top + 2 * edge
