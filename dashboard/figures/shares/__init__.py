"""A row of shares that add up to a hundred: one hue dark to light, what has no order hatched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from dashboard.figures.contrast import INK, text_on
from dashboard.figures.svg import XMLNS, document, element
from dashboard.figures.theme import CONTEXT, HIGHLIGHT, LINE, SEQUENTIAL, SLATE

Kind = Literal["form", "other", "hidden", "missing"]
#: Dark to light: the form under discussion first.
HUES = tuple(reversed(SEQUENTIAL))
HATCH = "schraffur"
_LABELLED, _TIGHT = 4.2, 9.0  # per cent of the bar: printed at all; printed on a phone too


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a row, ``share`` in per cent. ``text``: its printed value, without unit.

    ``form`` has a place in the order (``place`` 0 is the darkest), ``other`` has none; ``hidden`` and
    ``missing`` are what is left when parts may not or cannot be shown: never one part alone. ``spoken``:
    the value in full, with unit, interval and n, for the part's title.
    """

    title: str
    share: float
    text: str
    kind: Kind
    place: int = 0
    spoken: str = ""


def share_bar(segments: Sequence[Segment], *, ident: str, height: int = 30, strong: bool = False) -> Markup:
    """The row as an SVG as wide as its container; decoration beside the table that says the same.

    ``ident`` is unique on the page. Segments start at the left edge, in the given order.
    """
    drawn, start = [hatch(ident)], 0.0
    for segment in segments:
        drawn += _segment(segment, start, ident, height, strong)
        start += segment.share
    return element(
        "svg",
        *drawn,
        xmlns=XMLNS,
        class_="share-bar",
        width="100%",
        height=height,
        aria_hidden="true",
        focusable="false",
    )


def swatch(kind: Kind, place: int, ident: str) -> Markup:
    """The sample of a segment in the legend."""
    box = element("rect", x=0.5, y=0.5, width=15, height=11, **_style(kind, place, ident))
    return document(hatch(ident), box, view=(0, 0, 16, 12), width=16, height=12, aria_hidden="true")


def hue(place: int) -> str:
    """Colour of a form by its place in the row; beyond the last one the lightest."""
    return HUES[min(place, len(HUES) - 1)]


def hatch(ident: str) -> Markup:
    """Pattern of slanting lines, for use as ``url(#…)``."""
    line = element("path", d="M0 6L6 0M-1 1L1-1M5 7L7 5", stroke=SLATE, stroke_width=1)
    pattern = element(
        "pattern",
        line,
        id=f"{HATCH}-{ident}",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
    )
    return element("defs", pattern)


def _segment(segment: Segment, start: float, ident: str, height: int, strong: bool) -> list[Markup]:
    words = element("title", f"{segment.title}: {segment.spoken or segment.text}")
    box = element(
        "rect",
        words,
        x=f"{start:.2f}%",
        width=f"{max(segment.share, 0):.2f}%",
        y=0.5,
        height=height - 1,
        **_style(segment.kind, segment.place, ident),
    )
    return [box, *_label(segment, start, height, strong)]


def _label(segment: Segment, start: float, height: int, strong: bool) -> list[Markup]:
    """The printed value in the middle of its part where there is room; a remainder has none."""
    wanted = 1.5 if segment.kind == "hidden" else _LABELLED
    if segment.kind in ("other", "missing") or segment.share < wanted:
        return []
    colour = INK if segment.kind == "hidden" else text_on(hue(segment.place))
    written = element(
        "text",
        segment.text,
        x=f"{start + segment.share / 2:.2f}%",
        y=height / 2 + 4.5,
        text_anchor="middle",
        font_size=13,
        font_weight=700 if strong or (segment.place == 0 and segment.kind == "form") else 400,
        fill=colour,
        class_="tight" if segment.kind == "form" and segment.share < _TIGHT else None,
    )
    return [written]


def _style(kind: Kind, place: int, ident: str) -> dict[str, str | float]:
    if kind == "form":
        last = place >= len(HUES) - 1
        return {"fill": hue(place), "stroke": SLATE if last else "#ffffff", "stroke_width": 1}
    if kind == "hidden":
        return {"fill": HIGHLIGHT, "stroke": CONTEXT, "stroke_width": 1, "stroke_dasharray": "3 2"}
    if kind == "missing":
        return {"fill": "#ffffff", "stroke": LINE, "stroke_width": 1}
    return {"fill": f"url(#{HATCH}-{ident})", "stroke": SLATE, "stroke_width": 1}
