"""Drawings of the pages in larger type: set into a box and magnified, nothing cut off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.export.plate.parts import Draw
from dashboard.figures.svg import Attribute, document, element


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a picture, in px."""

    x: float
    y: float
    width: float
    height: float


def canvas(width: float, height: float, *drawn: str) -> Markup:
    """A picture of exactly this size with everything that is drawn on it."""
    return document(*drawn, view=(0, 0, width, height), width=width, height=height)


def zoomed(drawn: Markup, box: Box, zoom: float = 1.0) -> Markup:
    """A drawing of the pages in a box, ``zoom`` times its size: it is as wide as the box divided by that."""
    view = f"0 0 {box.width / zoom:.2f} {box.height / zoom:.2f}"
    place: dict[str, Attribute] = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    return element("svg", drawn, **place, viewBox=view)


def zoom_for(width: float) -> float:
    """How much larger than on the pages type is in a box of this width: 11 px are never below 15."""
    return 1.6 if width >= 1000 else 1.5 if width >= 620 else 1.4


def magnified(figure: Callable[[float, float], Markup], zoom: float | None = None) -> Draw:
    """A figure of the pages (width, height → SVG) that fills the box of a plate in larger type."""

    def draw(width: float, height: float) -> Markup:
        larger = zoom or zoom_for(width)
        drawn = figure(width / larger, height / larger)
        return canvas(width, height, zoomed(drawn, Box(0, 0, width, height), larger))

    return draw
