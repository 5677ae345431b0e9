"""One row of the profile's spine: the city in the middle, better to the right, a scale per row.

The range of all areas is a bar with a tick for each of the others; the area has its interval and its
sign. Nothing in here has an id, so that many rows can stand in one document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from dashboard.display import Sign
from dashboard.figures.contrast import INK
from dashboard.figures.signs_svg import sign_mark
from dashboard.figures.svg import XMLNS, element, number
from dashboard.figures.theme import CONTEXT, CONTEXT_STRONG, FADED, SIGN_COLOUR
from dashboard.figures.ticks import finite

WIDTH, HEIGHT = 200.0, 24.0
MIDDLE, REACH = WIDTH / 2, 92.0  # px from the city to the furthest value
SIGN = 13.0


@dataclass(frozen=True, slots=True)
class SpineRow:
    """One indicator in one area, as numbers. Without ``city`` there is no scale and nothing is drawn.

    ``others``: the values of the other areas. ``less_is_right``: the axis runs backwards.
    """

    value: float | None
    lower: float | None
    upper: float | None
    city: float | None
    others: tuple[float, ...]
    sign: Sign
    less_is_right: bool = False


def spine_strip(row: SpineRow) -> Markup:
    """The row as a still picture beside its words; hatched where the value is hidden."""
    if row.sign == "hidden":
        return _picture(hatch())
    place = scale(row)
    if place is None:
        return Markup("")
    return _picture(area_range(row, place), city_mark(), *own(row, place))


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a value lies: ``city`` in the middle, ``half`` the largest distance from it."""

    city: float
    half: float
    backwards: bool

    def __call__(self, value: float) -> float:
        """The x of a value in px."""
        share = (value - self.city) / self.half
        return MIDDLE + REACH * (-share if self.backwards else share)


def scale(row: SpineRow) -> Scale | None:
    """The scale of a row; None without a city or where nothing differs from it."""
    known = finite([row.city])
    if not known:
        return None
    city = known[0]
    numbers = finite([row.value, row.lower, row.upper, *row.others])
    half = max((abs(one - city) for one in numbers), default=0.0)
    if not numbers:
        return None
    return Scale(city, half or 1.0, row.less_is_right)


def area_range(row: SpineRow, place: Scale) -> Markup:
    """The bar from the worst to the best area, a tick for each of the others."""
    values = finite([row.value, *row.others])
    if not row.others:
        return Markup("")
    left, right = sorted((place(min(values)), place(max(values))))
    bar = element("rect", x=left, y=7, width=max(right - left, 1), height=10, fill=FADED)
    ticks = "".join(f"M{number(place(other))} 7v10" for other in sorted(finite(row.others)))
    return bar + element("path", d=ticks, stroke=CONTEXT_STRONG, stroke_width=1.2)


@cache
def city_mark() -> Markup:
    """The city as a dashed line over the whole height, beyond it too, so that rows join up."""
    return element(
        "path",
        d=f"M{number(MIDDLE)}-11V35",
        stroke=INK,
        stroke_width=1.4,
        stroke_dasharray="4 3",
        fill="none",
    )


def own(row: SpineRow, place: Scale) -> Sequence[Markup]:
    """The area's interval and sign; a plain mark where it is not compared."""
    if not finite([row.value]) or row.value is None:
        return ()
    x = place(row.value)
    if row.sign == "none":
        return (element("path", d=f"M{number(x)} 4v16", stroke=INK, stroke_width=3),)
    return (*interval(row, place), *sign(row.sign, x))


def interval(row: SpineRow, place: Scale) -> Sequence[Markup]:
    """The 95 % interval as a line in the colour of the sign."""
    if row.lower is None or row.upper is None or len(finite([row.lower, row.upper])) < 2:
        return ()
    left, right = sorted((place(row.lower), place(row.upper)))
    line = f"M{number(left)} 12H{number(right)}"
    return (element("path", d=line, stroke=SIGN_COLOUR[row.sign], stroke_width=2.6),)


def sign(kind: Sign, x: float) -> Sequence[Markup]:
    """The sign on a white ground, so that ticks and interval do not run through a ring."""
    ground = element("circle", cx=x, cy=12, r=6.2 if kind == "worse" else 5.4, fill="#fff")
    return ground, sign_mark(kind, x, 12, SIGN)


def hatch() -> Markup:
    """What a hidden row shows: no range, no mark."""
    lines = "".join(f"M{x} 17l10-10" for x in range(0, int(WIDTH) - 9, 8))
    return element("path", d=lines, stroke=CONTEXT, stroke_width=2, fill="none")


def _picture(*drawn: str) -> Markup:
    return element(
        "svg",
        *drawn,
        xmlns=XMLNS,
        viewBox=f"0 0 {number(WIDTH)} {number(HEIGHT)}",
        class_="spine",
        aria_hidden="true",
        focusable="false",
    )
