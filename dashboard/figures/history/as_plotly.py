"""A scene as a Plotly figure: the same pieces in the same places, with hover."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import Any

from dashboard.figures.city_map.fill import HATCH_GROUND
from dashboard.figures.contrast import WHITE, rgba
from dashboard.figures.history.scene import Area, Dot, Frame, Line, Piece, Rule, Scene, Spot, Strip, Words
from dashboard.figures.theme import CONTEXT_STRONG, GREY_TEXT, Figure, label, layout
from dashboard.wording.units import NBSP

Trace = dict[str, Any]
SILENT = {"type": "scatter", "hoverinfo": "skip"}


def plotly(scene: Scene) -> Figure:
    """Data and layout; the paper is the whole picture, so shares and px are those of the SVG."""
    frame = scene.frame
    pieces = scene.pieces
    return {
        "data": [trace for group in groups(pieces) for trace in traces(group, frame)],
        "layout": layout(
            round(frame.height),
            xaxis=axis([frame.left, frame.right], list(frame.years)),
            yaxis=axis([from_below(frame.bottom, frame), from_below(frame.top, frame)], list(frame.limits)),
            shapes=[shape(piece, frame) for piece in pieces if is_shape(piece)],
            annotations=[annotation(piece, frame) for piece in pieces if isinstance(piece, Words)],
        ),
    }


def axis(domain: list[float], limits: list[float]) -> dict[str, Any]:
    """An axis that only maps: its lines and numbers are pieces of the scene."""
    return {"domain": domain, "range": limits, "visible": False, "fixedrange": True, "zeroline": False}


def from_below(y: float, frame: Frame) -> float:
    """Px from above as a share from below."""
    return min(1.0, max(0.0, 1 - y / frame.height))


def is_shape(piece: Piece) -> bool:
    """Strips and rules lie below the lines; a hatching is only known to traces."""
    return isinstance(piece, Rule) or (isinstance(piece, Strip) and not piece.hatched)


def shape(piece: Piece, frame: Frame) -> dict[str, Any]:
    """A rectangle or a straight line."""
    if isinstance(piece, Strip):
        ends = {"xref": "x", "x0": piece.first, "x1": piece.last}
        high = {"y0": from_below(piece.bottom, frame), "y1": from_below(piece.top, frame)}
        style = {"type": "rect", "fillcolor": piece.fill, "line": {"width": 0}}
        return {**style, **ends, "yref": "paper", **high, "layer": "below"}
    if not isinstance(piece, Rule):
        raise TypeError(f"not a shape: {piece!r}")
    line = {"color": piece.colour, "width": piece.width, **dashed(piece.dash)}
    ends = {"xref": "paper", "x0": piece.x1, "x1": piece.x2}
    high = {"y0": from_below(piece.y1, frame), "y1": from_below(piece.y2, frame)}
    return {"type": "line", "line": line, **ends, "yref": "paper", **high, "layer": "below"}


def dashed(dash: str | None) -> dict[str, str]:
    """``5 4`` as Plotly writes it."""
    return {"dash": ",".join(f"{part}px" for part in dash.split())} if dash else {}


def annotation(piece: Words, frame: Frame) -> dict[str, Any]:
    """A line of type."""
    sides = {"start": "left", "middle": "center", "end": "right"}
    font = {"size": piece.size, "color": piece.colour, "weight": 700 if piece.bold else 400}
    ground = {"bgcolor": rgba(WHITE, 0.7)} if piece.halo else {}
    place = {"xref": "paper", "yref": "paper", "x": piece.x, "y": from_below(piece.y, frame)}
    sides_of = {"xanchor": sides[piece.anchor], "yanchor": "middle", "xshift": piece.dx}
    written = label(piece.text, **place, **sides_of, font=font, borderpad=0, **ground)
    tail = f'<span style="color:{GREY_TEXT};font-weight:400">{NBSP} {escape(piece.tail, quote=False)}</span>'
    return {**written, "text": written["text"] + tail} if piece.tail else written


def groups(pieces: tuple[Piece, ...]) -> list[list[Piece]]:
    """Pieces that are traces, neighbouring dots together."""
    found = [
        piece
        for piece in pieces
        if isinstance(piece, Area | Line | Dot) or (isinstance(piece, Strip) and piece.hatched)
    ]
    runs = groupby(enumerate(found), key=lambda one: -1 if isinstance(one[1], Dot) else one[0])
    return [[piece for _, piece in run] for _, run in runs]


def traces(group: list[Piece], frame: Frame) -> list[Trace]:
    """One group as traces; nothing for an empty series."""
    first = group[0]
    if isinstance(first, Strip):
        return [hatched(first, frame)]
    if isinstance(first, Area):
        return [area(first)] if first.outlines else []
    if isinstance(first, Line):
        return [line(first)] if first.runs else []
    return [dots([piece for piece in group if isinstance(piece, Dot)])]


def hatched(piece: Strip, frame: Frame) -> Trace:
    """A strip over the whole height of the lines' ground."""
    low, high = frame.limits
    corners = {"x": [piece.first, piece.first, piece.last, piece.last], "y": [low, high, high, low]}
    pattern = {"shape": "/", "size": 8, "solidity": 0.16}
    colours = {"fgcolor": CONTEXT_STRONG, "bgcolor": HATCH_GROUND, "fillmode": "replace"}
    fill = {"fill": "toself", "fillcolor": HATCH_GROUND, "fillpattern": {**pattern, **colours}}
    return {**SILENT, "mode": "lines", "line": {"width": 0}, **corners, **fill}


def area(piece: Area) -> Trace:
    """Filled outlines, separated by gaps."""
    places: list[tuple[float, float] | None] = []
    for outline in piece.outlines:
        places += [*([None] if places else []), *outline]
    return {
        **SILENT,
        "mode": "lines",
        "x": [place[0] if place else None for place in places],
        "y": [place[1] if place else None for place in places],
        "fill": "toself",
        "fillcolor": rgba(piece.colour, piece.opacity),
        "line": {"width": 0},
    }


def line(piece: Line) -> Trace:
    """One series, interrupted between its runs."""
    spots: list[Spot | None] = []
    for run in piece.runs:
        spots += [*([None] if spots else []), *run]
    says = [said(spot) if spot else "" for spot in spots]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [spot.year if spot else None for spot in spots],
        "y": [spot.value if spot else None for spot in spots],
        "line": {"color": piece.colour, "width": piece.width, "shape": "linear", **dashed(piece.dash)},
        "connectgaps": False,
        "name": piece.name,
        **({"hoverinfo": "text", "hovertext": says} if any(says) else {"hoverinfo": "skip"}),
    }


def dots(pieces: list[Dot]) -> Trace:
    """Marked values, each with its own shape and fill."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [piece.spot.year for piece in pieces],
        "y": [piece.spot.value for piece in pieces],
        "marker": {
            "symbol": ["diamond" if piece.diamond else "circle" for piece in pieces],
            "size": [piece.size for piece in pieces],
            "color": [WHITE if piece.hollow else piece.colour for piece in pieces],
            "line": {"color": [piece.colour for piece in pieces], "width": 1.8},
            "opacity": 1,
        },
        "hoverinfo": "text",
        "hovertext": [said(piece.spot) for piece in pieces],
        "cliponaxis": False,
    }


def said(spot: Spot) -> str:
    """Hover text, the first line in bold; escaped, names never become markup."""
    lines = [escape(each, quote=False) for each in spot.says]
    return "<br>".join([f"<b>{lines[0]}</b>", *lines[1:]]) if lines else ""
