"""The signs as Plotly shapes of fixed size in pixels (no font glyphs)."""

from __future__ import annotations

import re
from typing import Any

from dashboard.display import Sign
from dashboard.figures.contrast import WHITE
from dashboard.figures.theme import SIGN_COLOUR

CORNER = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
#: Corners in a box from -6 to 6, y upwards.
CORNERS: dict[Sign, str] = {
    "worse": "M0,6L6,0L0,-6L-6,0Z",
    "higher": "M0,5.5L6,-4.5L-6,-4.5Z",
    "lower": "M0,-5.5L6,4.5L-6,4.5Z",
    "hidden": "M-4,-4L4,4M-4,4L4,-4",
}


def sign_shape(sign: Sign, x: float, y: float, dx: float, dy: float) -> list[dict[str, Any]]:
    """The sign ``dx``/``dy`` px right of and above the point (x, y) of the paper; none for ``none``."""
    if sign == "none":
        return []
    colour = SIGN_COLOUR[sign]
    place = {"xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel"}
    style = {
        "fillcolor": WHITE if sign in ("same", "hidden") else colour,
        "line": {"color": colour, "width": 1.8 if sign in ("same", "hidden") else 0},
        "layer": "above",
    }
    return [{**place, "xanchor": x, "yanchor": y, **outline(sign, dx, dy), **style}]


def outline(sign: Sign, dx: float, dy: float) -> dict[str, Any]:
    """Circle or path, moved by whole pixels."""
    if sign in CORNERS:
        return {"type": "path", "path": moved(CORNERS[sign], dx, dy)}
    size = 4.4 if sign == "same" else 5.2
    return {"type": "circle", "x0": dx - size, "x1": dx + size, "y0": dy - size, "y1": dy + size}


def moved(path: str, dx: float, dy: float) -> str:
    """The path with every corner shifted."""
    return CORNER.sub(lambda found: f"{float(found[1]) + dx:g},{float(found[2]) + dy:g}", path)
