"""What the signs of the spine mean: one explained row, and the three families."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from markupsafe import Markup

from dashboard.figures.contrast import INK
from dashboard.figures.signs_svg import sign_svg, target_svg, trend_svg
from dashboard.figures.spine import SpineRow, spine_strip
from dashboard.figures.svg import element
from dashboard.figures.theme import GREY_TEXT
from dashboard.wording.signs import (
    COMPARISON_LEGEND,
    COMPARISON_LEGEND_TITLE,
    TARGET_LEGEND,
    TARGET_LEGEND_TITLE,
    TREND_LEGEND,
    TREND_LEGEND_TITLE,
)

Key = TypeVar("Key", bound=str)
#: A made-up row, to explain how rows are read.
_EXAMPLE = SpineRow(38.0, 33.0, 43.0, 50.0, (30.0, 41.0, 45.0, 47.0, 52.0, 54.0, 60.0, 66.0), "worse")
_WORDS = ((4, "start", "schlechtester"), (100, "middle", "Stadt"), (196, "end", "bester Wert"))


def legend(area: str) -> Markup:
    """The explained row beside comparison, trend and target."""
    families = (
        _family(COMPARISON_LEGEND_TITLE, COMPARISON_LEGEND, sign_svg),
        _family(TREND_LEGEND_TITLE, TREND_LEGEND, trend_svg),
        _family(TARGET_LEGEND_TITLE, TARGET_LEGEND, target_svg),
    )
    return Markup('<div class="spine-legend"><div class="how">{}<p>{}</p></div>{}</div>').format(
        _example(), _reading(area), Markup("").join(families)
    )


def _family(title: str, entries: Iterable[tuple[Key, str]], draw: Callable[[Key, int], Markup]) -> Markup:
    lines = Markup("").join(
        Markup("<li>{}<span>{}</span></li>").format(draw(key, 14), word) for key, word in entries
    )
    return Markup("<div><p>{}</p><ul>{}</ul></div>").format(title, lines)


def _example() -> Markup:
    words = Markup("").join(
        element(
            "text", text, x=x, y=14, font_size=9.5, text_anchor=anchor, fill=INK if x == 100 else GREY_TEXT
        )
        for x, anchor, text in _WORDS
    )
    return Markup('<div class="example">{}{}</div>').format(
        element("svg", words, viewBox="0 0 200 20", aria_hidden="true", focusable="false"),
        spine_strip(_EXAMPLE),
    )


def _reading(area: str) -> str:
    return (
        f"Zeichen: {area}, mit Linie für den 95-%-Bereich. Grau: Spanne aller Räume, Striche: die anderen. "
        "Gestrichelt: Stadt. Jede Zeile hat ihre eigene Skala."
    )
