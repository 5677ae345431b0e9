"""The map's legend: colour steps with their limits in words."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.display import AreaValue, Scale
from dashboard.figures.city_map.fill import hatching
from dashboard.figures.svg import XMLNS, element
from dashboard.figures.theme import CONTEXT_STRONG, SEQUENTIAL, classes

MISSING = "keine Angabe"
HIDDEN = "geschützt (x)"


def legend(
    scale: Scale | None,
    *,
    palette: tuple[str, ...] = SEQUENTIAL,
    missing: str = MISSING,
    ident: str = "legende",
) -> Markup:
    """A list of swatches with words; ``missing`` are those of the hatched one, "" for none.

    Empty without classes.
    """
    if scale is None:
        return Markup("")
    colours = classes(len(scale.edges) + 1, palette)
    entries = [entry(swatch(colour), words) for colour, words in zip(colours, scale.labels, strict=False)]
    if missing:
        entries.append(entry(hatched_swatch(ident), missing))
    return element("ul", *entries, class_="map-legend")


def without_number(values: Iterable[AreaValue]) -> str:
    """What hatching stands for among these areas: "geschützt (x)", "keine Angabe", both or nothing."""
    signs = [value.sign for value in values if value.value is None]
    words = [HIDDEN] if "hidden" in signs else []
    words += [MISSING] if any(sign != "hidden" for sign in signs) else []
    return " oder ".join(words)


def compact_legend(scale: Scale | None, *, palette: tuple[str, ...] = SEQUENTIAL) -> Markup:
    """One line for a phone: the steps side by side, then their limits."""
    if scale is None:
        return Markup("")
    colours = classes(len(scale.edges) + 1, palette)
    steps = Markup("").join(
        element("rect", x=index * 17, y=0, width=17, height=10, fill=colour)
        for index, colour in enumerate(colours)
    )
    drawn = element(
        "svg",
        steps,
        xmlns=XMLNS,
        width=17 * len(colours),
        height=10,
        aria_hidden="true",
        focusable="false",
    )
    return element("p", drawn, element("span", scale.legend), class_="map-legend-line")


def entry(drawn: Markup, words: str) -> Markup:
    """One swatch with its words."""
    return element("li", drawn, element("span", words))


def swatch(paint: str, defs: Markup | None = None) -> Markup:
    """A small box; outlined, because the lightest class would vanish on white."""
    box = element("rect", x=0.5, y=0.5, width=21, height=11, fill=paint, stroke=CONTEXT_STRONG)
    parts = (defs, box) if defs else (box,)
    return element(
        "svg",
        *parts,
        xmlns=XMLNS,
        width=22,
        height=12,
        aria_hidden="true",
        focusable="false",
    )


def hatched_swatch(ident: str) -> Markup:
    """The box for areas without a number."""
    return swatch(f"url(#{ident}-schraffur)", element("defs", hatching(ident)))
