"""Drawings of other rooms, fitted into the box of a plate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from dashboard.figures.history.as_svg import svg
from dashboard.figures.history.scene import Scene, Size, shortened, width_of
from dashboard.figures.svg import document, element

SMALLEST: Final = 15.0  # px: type on a plate
_AIR: Final = 6.0  # px above a scene, whose first line of type may reach over its edge
#: The family of the plates is narrower than what pages may be shown in.
_REGULAR, _BOLD = 0.93, 0.83


def boxed(drawn: Markup, box: tuple[float, float, float, float]) -> Markup:
    """A whole SVG with a view box, as large as fits into the middle of the box (x, y, width, height)."""
    x, y, width, height = box
    return element("svg", drawn, x=x, y=y, width=width, height=height, viewBox=None, overflow="visible")


def filling(drawn: Markup, width: float, height: float) -> Markup:
    """A whole SVG with a view box, as the only thing of a picture of this size."""
    return document(boxed(drawn, (0, 0, width, height)), view=(0, 0, width, height))


def scene_of(make: Callable[[Size], Scene], width: float, height: float) -> Markup:
    """A scene of lines (history, gap) laid out for a box of this size, not scaled into it."""
    tall = min(max(height - _AIR, 160.0), 1.4 * width)
    first = size_of(width, tall)
    rest = make(first).frame.height - first.plot
    scene = make(replace(first, plot=max(80.0, tall - rest)))
    drawn = svg(scene, title="", description="", ident="bild", fluid=False)
    return document(boxed(drawn, (0, _AIR, width, height - _AIR)), view=(0, 0, width, height))


def size_of(width: float, plot: float) -> Size:
    """Type that a wide box can afford; the smallest in a narrow one."""
    letter = min(18.0, max(SMALLEST + 1, width / 60))
    return Size(narrowest=width, width=width, plot=plot, type=letter, small=SMALLEST, dot=letter * 0.62)


def wide(words: str, size: float, bold: bool = False) -> float:
    """Width in px that a line of type takes at most on a plate."""
    return width_of(words, size, bold) * (_BOLD if bold else _REGULAR)


def cut(words: str, room: float, size: float, bold: bool = False) -> str:
    """The words, or as many as fit into ``room`` px with "…"."""
    return shortened(words, room / (_BOLD if bold else _REGULAR), size, bold)
