"""Two bars that leave a common middle: what lies below to the left, what lies above to the right."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.figures.svg import XMLNS, element
from dashboard.figures.theme import LINE, SEQUENTIAL

BELOW, ABOVE = SEQUENTIAL[2], SEQUENTIAL[5]  # no direction is the good one: one hue


def side_bar(share: float | None, most: float, *, leftward: bool, height: int = 26) -> Markup:
    """One bar over half the room; ``most`` is the share that fills it. Nothing without a share."""
    width = 0.0 if share is None or most <= 0 else 100 * min(share / most, 1.0)
    start = 100 - width if leftward else 0.0
    base = "100%" if leftward else "0%"
    return element(
        "svg",
        element("line", x1=base, x2=base, y1="0", y2="100%", stroke=LINE, stroke_width=2),
        element(
            "rect",
            x=f"{start:.2f}%",
            y=3,
            width=f"{width:.2f}%",
            height=height - 6,
            fill=BELOW if leftward else ABOVE,
        ),
        xmlns=XMLNS,
        class_="side-bar",
        width="100%",
        height=height,
        aria_hidden="true",
        focusable="false",
    )
