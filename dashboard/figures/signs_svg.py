"""The one family of signs, drawn as shapes and never as font glyphs.

Every sign lives in a box from -8 to 8 around its centre, so that a map, a list and a legend
draw the same shape. ``title`` names it; without a title it is decoration beside its word.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from dashboard.display import Sign
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.svg import Attribute, document, element
from dashboard.figures.theme import ORANGE, PETROL, SIGN_COLOUR, SLATE
from dashboard.model import TargetStatus, TrendLabel

_KEPT = 512  # symbols of one kind: sign, size and title are few, but a list shows a hundred
BOX = (-8.0, -8.0, 16.0, 16.0)
DIAMOND = "M0-7L7 0L0 7L-7 0Z"
#: Path and way of drawing of each sign; the circles are paths as well, so all scale alike.
CIRCLE = "M-5.6 0A5.6 5.6 0 1 1 5.6 0A5.6 5.6 0 1 1-5.6 0Z"
RING = "M-4.9 0A4.9 4.9 0 1 1 4.9 0A4.9 4.9 0 1 1-4.9 0Z"
SIGN_PATH: dict[Sign, str] = {
    "better": CIRCLE,
    "worse": DIAMOND,
    "same": RING,
    "higher": "M0-6.5L6.8 5.5L-6.8 5.5Z",
    "lower": "M0 6.5L6.8-5.5L-6.8-5.5Z",
    "hidden": "M-4.5-4.5L4.5 4.5M-4.5 4.5L4.5-4.5",
}
STROKED: frozenset[Sign] = frozenset({"same", "hidden"})

TREND_PATH: dict[TrendLabel, str] = {
    "rising": "M-6 6L5.5-5.5M-2.5-6L6-6L6 2.5",
    "falling": "M-6-6L5.5 5.5M-2.5 6L6 6L6-2.5",
    "not_computable": "M-7.5 2.6L-1.4 2.6M1.4-2.6L7.5-2.6",
}
SQUARE = "M-6-6L6-6L6 6L-6 6Z"
TARGET_COLOUR: dict[TargetStatus, str] = {
    "reached": PETROL,
    "on_track": PETROL,
    "off_track": ORANGE,
    "missed": ORANGE,
    "open": SLATE,
}


def sign_mark(sign: Sign, x: float = 0, y: float = 0, size: float = 16) -> Markup:
    """The bare shape around (x, y) for use inside another SVG; nothing for ``none``."""
    if sign not in SIGN_PATH:
        return Markup("")
    style = stroked(SIGN_COLOUR[sign]) if sign in STROKED else filled(SIGN_COLOUR[sign])
    place = f"translate({x:.2f} {y:.2f}) scale({size / 16:.3f})" if (x, y, size) != (0, 0, 16) else None
    return element("path", d=SIGN_PATH[sign], transform=place, **style)


@lru_cache(maxsize=_KEPT)
def sign_svg(sign: Sign, size: int = 14, title: str | None = None) -> Markup:
    """Comparison with the rest of the city: ● ◆ ○ ▲ ▼ x as a symbol of ``size`` px."""
    return symbol("sign", sign, size, title, sign_mark(sign)) if sign in SIGN_PATH else Markup("")


@lru_cache(maxsize=_KEPT)
def trend_svg(trend: TrendLabel, size: int = 14, title: str | None = None) -> Markup:
    """Trend: arrow up, arrow down, three dots (none demonstrable), broken line (not computable)."""
    if trend == "no_trend":
        drawn = Markup("").join(element("circle", cx=x, cy=0, r=1.7, fill=INK) for x in (-5.5, 0, 5.5))
    else:
        drawn = element("path", d=TREND_PATH[trend], **stroked(INK))
    return symbol("trend", trend, size, title, drawn)


@lru_cache(maxsize=_KEPT)
def target_svg(status: TargetStatus, size: int = 14, title: str | None = None) -> Markup:
    """Target: box filled, half, empty, crossed or dotted."""
    colour = TARGET_COLOUR[status]
    dotted = "0.1 3.2" if status == "open" else None
    frame = element(
        "path",
        d=SQUARE,
        fill=colour if status == "reached" else WHITE,
        stroke=colour,
        stroke_width=2,
        stroke_dasharray=dotted,
        stroke_linecap="round" if dotted else None,
    )
    return symbol("target", status, size, title, frame + target_inside(status, colour))


def target_inside(status: TargetStatus, colour: str) -> Markup:
    """What stands in the box: its lower half, or a cross."""
    if status == "on_track":
        return element("path", d="M-6 0L6 0L6 6L-6 6Z", fill=colour)
    if status == "missed":
        return element("path", d="M-6-6L6 6M-6 6L6-6", **stroked(colour))
    return Markup("")


def published_mark(x: float = 0, y: float = 0, size: float = 16, colour: str = INK) -> Markup:
    """The bare filled diamond of a published value, for use inside another SVG."""
    place = f"translate({x:.2f} {y:.2f}) scale({size / 16:.3f})"
    return element("path", d=DIAMOND, transform=place, **filled(colour))


@lru_cache(maxsize=_KEPT)
def published_svg(*, derived: bool = False, size: int = 14, title: str | None = None) -> Markup:
    """Origin: filled diamond for a published value, outlined for one derived from published ones."""
    style = stroked(INK) if derived else filled(INK)
    name = "derived" if derived else "published"
    return symbol("origin", name, size, title, element("path", d="M0-6L6 0L0 6L-6 0Z", **style))


@lru_cache(maxsize=_KEPT)
def note_svg(size: int = 14, title: str | None = None) -> Markup:
    """The star: there is a note on this value."""
    star = element("path", d="M0-5L0 5M-4.3-2.5L4.3 2.5M-4.3 2.5L4.3-2.5", **stroked(INK))
    return symbol("note", "star", size, title, star)


def filled(colour: str) -> dict[str, Attribute]:
    """A solid shape."""
    return {"fill": colour}


def stroked(colour: str) -> dict[str, Attribute]:
    """An outline that stays visible at 10 px; rings are white inside."""
    return {
        "fill": "none",
        "stroke": colour,
        "stroke_width": 2.2,
        "stroke_linejoin": "round",
    }


def symbol(family: str, name: str, size: int, title: str | None, drawn: Markup) -> Markup:
    """A square symbol; with a title an image that has a name, without one hidden from readers."""
    words = (element("title", title),) if title else ()
    return document(
        *words,
        drawn,
        view=BOX,
        width=size,
        height=size,
        class_=f"{family} {family}-{name.replace('_', '-')}",
        role="img" if title else None,
        aria_hidden=None if title else "true",
        focusable="false",
    )
