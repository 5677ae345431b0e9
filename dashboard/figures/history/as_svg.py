"""A scene as our own SVG: for the first paint, print, pages without scripts, and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby

from markupsafe import Markup

from dashboard.figures.city_map.fill import hatching
from dashboard.figures.contrast import WHITE
from dashboard.figures.history.scene import Area, Dot, Frame, Line, Piece, Place, Rule, Scene, Strip, Words
from dashboard.figures.signs_svg import DIAMOND
from dashboard.figures.svg import XMLNS, Attribute, element, number, safe
from dashboard.figures.theme import FONT, GREY_TEXT
from dashboard.wording.units import NBSP


def svg(scene: Scene, *, title: str, description: str, ident: str, fluid: bool) -> Markup:
    """The picture, named by ``title`` and ``description``; ``ident`` is unique on the page.

    ``fluid``: as wide as its card at unchanged type and height, exactly where Plotly puts things;
    else a picture in fixed proportions with a view box, for files.
    """
    return element(
        "svg",
        element("title", title, id=f"{ident}-titel"),
        element("desc", description, id=f"{ident}-text"),
        element("defs", hatching(ident)),
        *written(scene, ident, fluid),
        xmlns=XMLNS,
        **size(scene.frame, fluid),
        role="img",
        aria_labelledby=f"{ident}-titel",
        aria_describedby=f"{ident}-text",
        class_="over-time",
        font_family=FONT,
    )


def size(frame: Frame, fluid: bool) -> dict[str, Attribute]:
    """Width, height and view box of the outer element."""
    if fluid:
        return {"width": "100%", "height": frame.height}
    return {"width": "100%", "viewBox": f"0 0 {number(frame.size.width)} {number(frame.height)}"}


def written(scene: Scene, ident: str, fluid: bool) -> Iterator[Markup]:
    """All pieces in their order; neighbours that are lines or areas share one stretched ground."""
    for curved, pieces in groupby(scene.pieces, key=lambda piece: isinstance(piece, Line | Area)):
        if curved:
            yield ground(scene.frame, list(pieces), fluid)
        else:
            yield from [single(piece, scene.frame, ident) for piece in pieces]


def ground(frame: Frame, pieces: list[Piece], fluid: bool) -> Markup:
    """Lines and areas: drawn at the design width and stretched across, with strokes left as they are."""
    wide = (frame.right - frame.left) * frame.size.width
    written = points_in(frame)
    effect = "non-scaling-stroke" if fluid else None
    return element(
        "svg",
        *[curve(piece, written, effect) for piece in pieces],
        x=percent(frame.left),
        y=frame.top,
        width=percent(frame.right - frame.left),
        height=frame.size.plot,
        viewBox=f"0 0 {number(wide)} {number(frame.size.plot)}",
        preserveAspectRatio="none",
        overflow="visible",
    )


def curve(piece: Piece, written: Callable[[Iterable[Place]], str], effect: str | None) -> Markup:
    """A series or a filled outline inside the ground."""
    if isinstance(piece, Area):
        outlines = [
            element("polygon", points=written(outline), fill=piece.colour, fill_opacity=piece.opacity)
            for outline in piece.outlines
        ]
        return safe("".join(outlines))
    if not isinstance(piece, Line):
        raise TypeError(f"not drawn on the ground: {piece!r}")
    lines = [written([spot[:2] for spot in run]) for run in piece.runs if len(run) > 1]
    name = [element("title", piece.name)] if piece.name else []
    return element(
        "g",
        *name,
        *[element("polyline", points=each, vector_effect=effect) for each in lines],
        fill="none",
        stroke=piece.colour,
        stroke_width=piece.width,
        stroke_linejoin="round",
        stroke_dasharray=piece.dash,
    )


def points_in(frame: Frame) -> Callable[[Iterable[Place]], str]:
    """What writes years and values in the ground's own units; all series have the same years."""
    wide, y, top = frame.size.width, frame.y, frame.top

    @cache
    def across(year: float) -> str:
        return number((frame.x(year) - frame.left) * wide)

    return lambda places: " ".join([f"{across(year)},{number(y(value) - top)}" for year, value in places])


def single(piece: Piece, frame: Frame, ident: str) -> Markup:
    """A strip, rule, dot or line of type."""
    if isinstance(piece, Strip):
        return strip(piece, frame, ident)
    if isinstance(piece, Rule):
        return rule(piece)
    return dot(piece, frame) if isinstance(piece, Dot) else words(piece)


def strip(piece: Strip, frame: Frame, ident: str) -> Markup:
    """A rectangle, plain or hatched."""
    left, right = frame.x(piece.first), frame.x(piece.last)
    return element(
        "rect",
        *([element("title", piece.says)] if piece.says else []),
        x=percent(left),
        y=piece.top,
        width=percent(right - left),
        height=piece.bottom - piece.top,
        fill=f"url(#{ident}-schraffur)" if piece.hatched else piece.fill,
    )


def rule(piece: Rule) -> Markup:
    """A straight line."""
    ends: dict[str, Attribute] = {"x1": percent(piece.x1), "x2": percent(piece.x2)}
    style: dict[str, Attribute] = {"stroke": piece.colour, "stroke_width": piece.width}
    return element("line", **ends, y1=piece.y1, y2=piece.y2, **style, stroke_dasharray=piece.dash)


def dot(piece: Dot, frame: Frame) -> Markup:
    """A circle, or a diamond; what is said about it is its tooltip."""
    says = piece.spot.says
    said = [element("title", "\n".join(says))] if says else []
    style: dict[str, Attribute] = {"fill": WHITE if piece.hollow else piece.colour, "stroke": piece.colour}
    x, y = percent(frame.x(piece.spot.year)), frame.y(piece.spot.value)
    if not piece.diamond:
        return element("circle", *said, cx=x, cy=y, r=piece.size / 2, **style, stroke_width=1.8)
    shape = element("path", *said, d=DIAMOND, transform=f"scale({piece.size / 12:.3f})", **style)
    return element("svg", shape, x=x, y=y, width=1, height=1, overflow="visible")


def words(piece: Piece) -> Markup:
    """A line of type."""
    if not isinstance(piece, Words):
        raise TypeError(f"not a piece of a scene: {piece!r}")
    halo: dict[str, Attribute] = {"stroke": WHITE, "stroke_width": 3.5, "stroke_linejoin": "round"}
    return element(
        "text",
        piece.text,
        *([element("tspan", f"{NBSP} {piece.tail}", fill=GREY_TEXT, font_weight=400)] if piece.tail else []),
        x=percent(piece.x),
        y=piece.y + 0.35 * piece.size,
        dx=piece.dx or None,
        font_size=piece.size,
        text_anchor=None if piece.anchor == "start" else piece.anchor,
        fill=piece.colour,
        font_weight=700 if piece.bold else None,
        **(halo | {"paint_order": "stroke"} if piece.halo else {}),
    )


def percent(share: float) -> str:
    """0.345 as ``34.5%``."""
    return f"{number(share * 100)}%"
