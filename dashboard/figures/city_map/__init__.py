"""The map of the city's areas as one SVG: for the first paint, the page, print and previews.

Classes for the style sheet: ``.city-map``, ``.area`` (``.is-focused``), ``.map-wide`` and
``.map-compact``. Both label sets are in the SVG; the compact one carries the presentation attribute
``display="none"``, which any style rule overrides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from dashboard.display import AreaValue, Scale, Shape
from dashboard.figures.city_map.fill import Mode, Paint, hatching
from dashboard.figures.city_map.geometry import Box
from dashboard.figures.city_map.labels import PLANE, Lettering, letter
from dashboard.figures.city_map.legend import compact_legend, legend, without_number
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.svg import Attribute, document, element, text
from dashboard.figures.theme import FONT, GREY_TEXT, SEQUENTIAL

__all__ = ["Mode", "city_map", "compact_legend", "legend", "without_number"]

NO_SHAPES = "Für diese Gliederung liegen keine Umrisse vor."


def city_map(
    shapes: Sequence[Shape],
    values: Mapping[str, AreaValue],
    scale: Scale | None,
    *,
    mode: Mode,
    title: str,
    description: str,
    unit_label: str,
    compact: bool = False,
    link: bool = True,
    sentences: Mapping[str, str] | None = None,
    palette: tuple[str, ...] = SEQUENTIAL,
    ident: str = "karte",
    letters: float = 1.0,
) -> Markup:
    """The areas in classes of their values, or one of them in focus and the others pale.

    ``sentences`` (area → sentence) are the areas' accessible names; ``ident`` must be unique among
    the maps of a page; ``compact`` draws the small labels only; ``link=False`` makes a still picture;
    ``letters`` enlarges the labels of a picture that is shown small.
    """
    if not shapes:
        return empty(title, ident)
    paint = Paint(mode, scale, ident, palette)
    unit = shapes[0].width / PLANE
    sets = lettering(shapes, values, paint, unit_label, compact, letters)
    areas = [area(shape, values.get(shape.area), paint, sentences or {}, link) for shape in shapes]
    return document(
        element("title", title, id=f"{ident}-titel"),
        element("desc", description, id=f"{ident}-text"),
        element("defs", hatching(ident, unit)),
        element("g", *areas, stroke=WHITE, stroke_width=2.2 * unit, stroke_linejoin="round"),
        *outlines(shapes, values, unit),
        *[each.drawn for each in sets],
        view=view(shapes[0], [box for each in sets for box in each.boxes], unit),
        **frame(ident, link),
    )


def frame(ident: str, link: bool) -> dict[str, Attribute]:
    """Attributes of the outer element: a group of links, or one picture."""
    return {
        "class_": "city-map",
        "width": "100%",
        "role": "group" if link else "img",
        "aria_labelledby": f"{ident}-titel",
        "aria_describedby": f"{ident}-text",
        "font_family": FONT,
    }


def empty(title: str, ident: str) -> Markup:
    """The map of a partition that has no outlines: a sentence."""
    words = text(NO_SHAPES, 280, 60, 15, text_anchor="middle", fill=GREY_TEXT)
    named = element("title", title, id=f"{ident}-titel")
    return document(
        named,
        words,
        view=(0, 0, PLANE, 120),
        class_="city-map",
        width="100%",
        role="img",
    )


def area(
    shape: Shape,
    value: AreaValue | None,
    paint: Paint,
    sentences: Mapping[str, str],
    link: bool,
) -> Markup:
    """One area: a link with an accessible name, or a plain group when there is nothing to link to."""
    name = sentences.get(shape.area) or spoken(shape, value)
    state = " is-focused" if value is not None and value.focused else ""
    path = element("path", d=shape.path, fill=paint.fill(value))
    given: dict[str, Attribute] = {"class_": f"area{state}", "data_raum": shape.area}
    if link and value is not None and value.href:
        current = "true" if value.focused else None
        return element(
            "a",
            element("title", name),
            path,
            href=value.href,
            aria_current=current,
            **given,
        )
    return element("g", element("title", name), path, **given)


def spoken(shape: Shape, value: AreaValue | None) -> str:
    """The accessible name when no sentence was given: name, value, comparison."""
    if value is None:
        return f"{shape.area}: keine Angabe"
    return ", ".join(part for part in (f"{value.name}: {value.text}", value.sign_word) if part)


def outlines(shapes: Sequence[Shape], values: Mapping[str, AreaValue], unit: float) -> list[Markup]:
    """The ink outline of the focused area, above all fills; it never takes a click away."""
    return [
        element(
            "path",
            d=shape.path,
            fill="none",
            stroke=INK,
            stroke_width=3 * unit,
            stroke_linejoin="round",
            pointer_events="none",
            class_="map-outline",
        )
        for shape in shapes
        if (value := values.get(shape.area)) is not None and value.focused
    ]


def lettering(
    shapes: Sequence[Shape],
    values: Mapping[str, AreaValue],
    paint: Paint,
    unit_label: str,
    compact: bool,
    letters: float = 1.0,
) -> list[Lettering]:
    """The label sets that are drawn: small only, or large with the small one waiting."""
    given = (shapes, values, paint, unit_label)
    small = letter(*given, compact=True, waiting=not compact, letters=letters)
    return [small] if compact else [letter(*given, compact=False, letters=letters), small]


def view(shape: Shape, boxes: Sequence[Box], unit: float) -> tuple[float, float, float, float]:
    """The plane, and more where labels stand outside it."""
    edge = 4 * unit
    left = min([0.0, *(box.x for box in boxes)]) - edge
    top = min([0.0, *(box.y for box in boxes)]) - edge
    right = max([shape.width, *(box.x + box.width for box in boxes)]) + edge
    bottom = max([shape.height, *(box.y + box.height for box in boxes)]) + edge
    return left, top, right - left, bottom - top
