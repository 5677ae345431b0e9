"""One row of the ordered dot plot as a small SVG, and the scale it shares with the Plotly chart.

Positions are percentages of the row's width, so circles stay round at every width.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.display import AreaValue, CityLine
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.signs_svg import DIAMOND
from dashboard.figures.svg import XMLNS, element
from dashboard.figures.theme import LINE, SIGN_COLOUR
from dashboard.figures.ticks import EMPTY_DOMAIN, Tick, finite, nice, share_of, ticks


def domain(values: Sequence[AreaValue], city: CityLine) -> tuple[float, float]:
    """Round limits around all values, their intervals and the city; (0, 1) without any number."""
    numbers = finite([part for row in values for part in (row.value, row.lower, row.upper)])
    numbers += finite([city.value])
    return nice(min(numbers), max(numbers)) if numbers else EMPTY_DOMAIN


def axis(limits: tuple[float, float], count: int = 6) -> tuple[Tick, ...]:
    """At most about ``count`` round tick marks of the shared scale."""
    return ticks(limits, count)


def strip(value: AreaValue, city: CityLine, limits: tuple[float, float], height: int = 30) -> Markup:
    """Dot, interval and dashed city line of one area; decoration beside the written value."""
    return element(
        "svg",
        *grid(limits),
        city_line(city, limits),
        interval(value, limits),
        dot(value, limits),
        xmlns=XMLNS,
        class_="strip",
        width="100%",
        height=height,
        aria_hidden="true",
        focusable="false",
    )


def grid(limits: tuple[float, float]) -> list[Markup]:
    """Pale upright lines at the tick marks."""
    return [vertical(tick.share, stroke=LINE, stroke_width=1) for tick in axis(limits)]


def city_line(city: CityLine, limits: tuple[float, float]) -> Markup:
    """The city as a dashed line over the full height; nothing without a city value."""
    if not finite([city.value]) or city.value is None:
        return Markup("")
    return vertical(
        share_of(city.value, limits),
        stroke=INK,
        stroke_width=1.4,
        stroke_dasharray="4 3",
    )


def interval(value: AreaValue, limits: tuple[float, float]) -> Markup:
    """The 95 % interval as a pale bar; nothing when there is none."""
    if len(finite([value.value, value.lower, value.upper])) < 3 or value.lower is None or value.upper is None:
        return Markup("")
    return element(
        "line",
        x1=percent(share_of(value.lower, limits)),
        x2=percent(share_of(value.upper, limits)),
        y1="50%",
        y2="50%",
        stroke=SIGN_COLOUR[value.sign],
        stroke_width=3.4 if value.focused else 2.4,
        stroke_opacity=0.55,
    )


def dot(value: AreaValue, limits: tuple[float, float]) -> Markup:
    """The value: filled, hollow when not distinguishable, a diamond when published."""
    if not finite([value.value]) or value.value is None:
        return Markup("")
    colour = SIGN_COLOUR[value.sign]
    hollow = value.sign == "same" and value.origin != "published"
    style = {
        "fill": WHITE if hollow else colour,
        "stroke": colour,
        "stroke-width": "2" if hollow else "1",
    }
    place = percent(share_of(value.value, limits))
    if value.origin != "published":
        return element("circle", cx=place, cy="50%", r=6.5 if value.focused else 5.2, **style)
    return element(
        "svg",
        element("path", d=DIAMOND, **style),
        x=place,
        y="50%",
        width=1,
        height=1,
        overflow="visible",
    )


def vertical(share: float, **style: str | float) -> Markup:
    """An upright line at a share of the width."""
    return element("line", x1=percent(share), x2=percent(share), y1="0", y2="100%", **style)


def percent(share: float) -> str:
    """0.345 as ``34.5%``."""
    return f"{share * 100:.2f}%"
