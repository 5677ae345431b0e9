"""Five years of one area in the size of a few words: its band and line, the city dashed."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.display import Point, Sign
from dashboard.figures.contrast import INK
from dashboard.figures.runs import has_value, runs
from dashboard.figures.signs_svg import sign_mark
from dashboard.figures.svg import XMLNS, Attribute, element, text
from dashboard.figures.svg_lines import To, interval, mapping, polyline
from dashboard.figures.theme import GREY_TEXT, SIGN_COLOUR
from dashboard.figures.ticks import finite

WIDTH, HEIGHT = 236.0, 62.0
BOX = (44.0, 10.0, 104.0, 32.0)  # where the lines are; beside it first and last value
SMALL = (38.0, 16.0)


def profile_spark(own: Sequence[Point], city: Sequence[Point], sign: Sign) -> Markup:
    """Line and band of the area, first and last value and period written; the city's last value.

    Decoration beside the written figures; nothing without two values to draw.
    """
    if sum(has_value(point) for point in own) < 2:
        return Markup("")
    years = [point.year for point in own]
    to = mapping(_limits(own, city), years, BOX)
    colour = SIGN_COLOUR[sign]
    pieces, beside = runs(own, years), runs(city, years)
    drawn = [
        *(interval(piece, to, colour) for piece in pieces if piece[0].origin != "published"),
        *(polyline(piece, to, INK, 1.3, "4 3") for piece in beside),
        *(polyline(piece, to, colour, 2.2) for piece in pieces),
        *_ends(own, city, to, sign),
    ]
    return _picture("spark", drawn, WIDTH, HEIGHT)


def row_spark(own: Sequence[Point]) -> Markup:
    """The bare line of a row, its last point marked; nothing without two values to draw."""
    if sum(has_value(point) for point in own) < 2:
        return Markup("")
    years = [point.year for point in own]
    to = mapping(_span([point.value for point in own]), years, (2.0, 3.0, SMALL[0] - 6, SMALL[1] - 6))
    pieces = runs(own, years)
    last = pieces[-1][-1]
    x, y = to(last.year, last.value or 0.0)
    drawn = [polyline(piece, to, GREY_TEXT, 1.5) for piece in pieces]
    return _picture("spark-row", [*drawn, element("circle", cx=x, cy=y, r=2, fill=INK)], *SMALL)


def _ends(own: Sequence[Point], city: Sequence[Point], to: To, sign: Sign) -> list[Markup]:
    """First and last value with their periods, the sign at the last one, the city's value."""
    first, last = ([point for point in own if has_value(point)][at] for at in (0, -1))
    x, y = to(last.year, last.value or 0.0)
    start = to(first.year, first.value or 0.0)
    words = [
        _word(first.text, start[0] - 6, start[1] + 4, text_anchor="end", fill=GREY_TEXT),
        _word(first.label, BOX[0], HEIGHT - 4, fill=GREY_TEXT),
        _word(last.label, BOX[0] + BOX[2], HEIGHT - 4, text_anchor="end", fill=GREY_TEXT),
    ]
    there = [point for point in city if has_value(point)]
    own_y, city_y = y + 4, None
    if there:
        city_y = to(there[-1].year, there[-1].value or 0.0)[1] + 4
        own_y, city_y = _apart(own_y, city_y)
        words.append(_word(f"Stadt {there[-1].text}", x + 10, city_y, fill=GREY_TEXT))
    words.append(_word(last.text, x + 10, own_y, font_weight=700, fill=INK))
    return [*words, sign_mark(sign, x, y, 12)]


def _apart(one: float, other: float, room: float = 13.0) -> tuple[float, float]:
    """Two baselines at least ``room`` px apart, the upper one staying above."""
    missing = room - abs(one - other)
    if missing <= 0:
        return one, other
    half = missing / 2
    return (one - half, other + half) if one <= other else (one + half, other - half)


def _word(words: str, x: float, y: float, **given: Attribute) -> Markup:
    return text(words, x, y, 12, **given)


def _limits(own: Sequence[Point], city: Sequence[Point]) -> tuple[float, float]:
    parts = [part for point in own for part in (point.value, point.lower, point.upper)]
    return _span([*parts, *(point.value for point in city)])


def _span(values: Sequence[float | None]) -> tuple[float, float]:
    """Lowest and highest; a single value gets room on both sides."""
    known = finite(values)
    low, high = min(known), max(known)
    return (low, high) if high > low else (low - 1, high + 1)


def _picture(name: str, drawn: Sequence[Markup], width: float, height: float) -> Markup:
    return element(
        "svg", *drawn, xmlns=XMLNS, viewBox=f"0 0 {width:g} {height:g}", class_=name, aria_hidden="true",
        focusable="false",
    )  # fmt: skip
