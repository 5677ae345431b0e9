"""The dissimilarity index on its scale, before what chance alone would give."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.strip import percent, vertical
from dashboard.figures.svg import XMLNS, element
from dashboard.figures.theme import CONTEXT, GREY_TEXT, LINE, SLATE
from dashboard.figures.ticks import share_of, ticks

_TOP, _HEIGHT, _FULL = 34, 26, 92  # px: upper edge and height of the band, height of the picture


def dissimilarity_svg(d: float, chance_mean: float, chance_p95: float, text: str, *, title: str) -> Markup:
    """D, mean and 95th percentile of chance in per cent, as a picture that is as wide as its card.

    The scale begins at 0 and ends at 50 %, or where a larger number needs it. D inside the band is hollow.
    """
    limits = (0.0, max(50.0, 10 * -(-max(d, chance_p95) // 10)))
    inside = d <= chance_p95
    middle = _TOP + _HEIGHT / 2
    return element(
        "svg",
        element("title", title),
        element("rect", x=0, y=_TOP, width="100%", height=_HEIGHT, fill=LINE),
        _band(chance_p95, limits),
        *_scale(limits),
        element("line", x1=percent(share_of(chance_mean, limits)), x2=percent(share_of(chance_mean, limits)),
                y1=_TOP, y2=_TOP + _HEIGHT, stroke=SLATE, stroke_width=1.5, stroke_dasharray="1.5 3"),
        element("circle", cx=percent(share_of(d, limits)), cy=middle, r=8, fill=WHITE if inside else INK,
                stroke=INK, stroke_width=2.4),
        _words(text, share_of(d, limits), _TOP - 12, INK, 15, bold=True),
        xmlns=XMLNS,
        class_="dissimilarity",
        width="100%",
        height=_FULL,
        role="img",
    )  # fmt: skip


def _band(p95: float, limits: tuple[float, float]) -> Markup:
    width = percent(share_of(p95, limits))
    return element("rect", x=0, y=_TOP, width=width, height=_HEIGHT, fill=CONTEXT, fill_opacity=0.75)


def _scale(limits: tuple[float, float]) -> list[Markup]:
    marks = ticks(limits, 5)
    lines = [vertical(tick.share, stroke=WHITE, stroke_width=1) for tick in marks]
    words = [_words(tick.text, tick.share, _TOP + _HEIGHT + 20, GREY_TEXT, 12) for tick in marks]
    return [*lines, *words]


def _words(text: str, share: float, y: float, colour: str, size: float, *, bold: bool = False) -> Markup:
    anchor = "start" if share < 0.06 else "end" if share > 0.94 else "middle"
    return element(
        "text",
        text,
        x=percent(share),
        y=y,
        text_anchor=anchor,
        font_size=size,
        font_weight=700 if bold else None,
        fill=colour,
    )
