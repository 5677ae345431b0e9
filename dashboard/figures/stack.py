"""Stacked columns over years: amounts by kind, their total, published and planned amounts beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.money_frame import Ground, grid, ground, hatching, picture, spread, words
from dashboard.figures.svg import element
from dashboard.figures.theme import GREY_TEXT, SLATE

#: One hue, dark to light, for ordered kinds; what is left over is hatched.
TINTS = ("#0c4a50", "#4d9a9b", "#b5d6d3")
GREYS = ("#55606b", "#8a929b", "#b9bec4", "#dde0e3")
HATCHED = "hatched"
DIAMOND = 5.5


@dataclass(frozen=True, slots=True)
class Layer:
    """One kind: amounts by year in the printed unit, and its label beside the last column."""

    title: str
    lines: tuple[str, ...]
    values: Mapping[int, float]
    colour: str


@dataclass(frozen=True, slots=True)
class Stack:
    """Columns from ``years`` (without gaps); a year without a total stays empty.

    ``totals``: printed sums above named columns; ``published``: diamonds with words; ``cents``: exact totals.
    """

    name: str
    unit: str
    years: tuple[int, ...]
    layers: tuple[Layer, ...]
    totals: Mapping[int, str]
    tips: Mapping[int, str]
    shown: int
    published: Mapping[int, tuple[float, str]]
    plan: Mapping[int, float]
    ident: str = "stapel"
    cents: Mapping[int, int] = field(default_factory=dict)


def stack(shown: Stack, width: float, height: float) -> Markup:
    """The picture; below 400 px the labels of the layers are left to the legend beside it."""
    narrow = width < 400
    if narrow:  # the wide picture stands in the same document, and a hidden pattern paints nothing
        shown = replace(shown, ident=f"{shown.ident}-schmal")
    tops = [top_of(shown, year) for year in shown.years]
    values = [*tops, *(value for value, _words in shown.published.values()), *shown.plan.values()]
    box = ground(values, width, height, 14 if narrow else 190)
    parts = [
        hatching(shown.ident, "#1d7478"),
        *grid(box, shown.unit),
        *columns(shown, box, narrow),
        *plans(shown, box),
        *diamonds(shown, box),
        *years(shown, box, narrow),
        *([] if narrow else labels(shown, box)),
    ]
    return picture(box, *parts, name=shown.name)


def top_of(shown: Stack, year: int) -> float:
    """Height of a column."""
    return sum(max(0.0, layer.values.get(year, 0.0)) for layer in shown.layers)


def places(shown: Stack, box: Ground) -> dict[int, tuple[float, float]]:
    """Left edge and width of each column."""
    pitch = (box.right - box.left - 8) / max(1, len(shown.years))
    wide = min(pitch * 0.78, 90.0)
    first = box.left + 6
    return {
        year: (first + index * pitch + (pitch - wide) / 2, wide) for index, year in enumerate(shown.years)
    }


def columns(shown: Stack, box: Ground, narrow: bool) -> Iterator[Markup]:
    """The layers from the ground up, each column with its sum as a tip."""
    for year, (x, wide) in places(shown, box).items():
        y, drawn = box.y(0), []
        for layer in shown.layers:
            high = box.y(0) - box.y(max(0.0, layer.values.get(year, 0.0)))
            y -= high
            if high > 0:
                fill = f"url(#{shown.ident})" if layer.colour == HATCHED else layer.colour
                drawn.append(
                    element(
                        "rect", x=x, y=y, width=wide, height=high, fill=fill, stroke=WHITE, stroke_width=0.8
                    )
                )
        if year == shown.shown and drawn:
            drawn.append(
                element(
                    "rect",
                    x=x - 1.5,
                    y=y - 1.5,
                    width=wide + 3,
                    height=box.y(0) - y + 1.5,
                    fill="none",
                    stroke=INK,
                    stroke_width=1.6,
                )
            )
        yield element("g", element("title", shown.tips.get(year, str(year))), *drawn)
        if year in shown.totals and not (narrow and crowded(year, shown)):
            weight = 700 if year == shown.shown else 600
            raised = 10 if year in shown.plan or year in shown.published else 6
            above = min([y, *([box.y(shown.plan[year])] if year in shown.plan else [])])
            yield words(
                shown.totals[year], x + wide / 2, above - raised, text_anchor="middle", font_weight=weight
            )


def crowded(year: int, shown: Stack) -> bool:
    """Whether a narrow picture has no room for this total: a later one stands close by."""
    return len(shown.years) > 8 and any(year < other < year + 4 for other in shown.totals)


def plans(shown: Stack, box: Ground) -> Iterator[Markup]:
    """The planned amount as a short line across its column."""
    for year, (x, wide) in places(shown, box).items():
        if year in shown.plan:
            y = box.y(shown.plan[year])
            for colour, size in ((WHITE, 4.2), (INK, 1.8)):
                yield element("line", x1=x - 2, x2=x + wide + 2, y1=y, y2=y, stroke=colour, stroke_width=size)


def diamonds(shown: Stack, box: Ground) -> Iterator[Markup]:
    """Published amounts: never joined with anything."""
    for year, (x, wide) in places(shown, box).items():
        if year in shown.published:
            value, tip = shown.published[year]
            cx, cy, r = x + wide / 2, box.y(value), DIAMOND
            path = (
                f"M{cx:.1f} {cy - r:.1f}L{cx + r:.1f} {cy:.1f}L{cx:.1f} {cy + r:.1f}L{cx - r:.1f} {cy:.1f}Z"
            )
            yield element("path", element("title", tip), d=path, fill=INK, stroke=WHITE, stroke_width=1.4)


def years(shown: Stack, box: Ground, narrow: bool) -> Iterator[Markup]:
    """Years below: first, last, the shown one and round ones between."""
    named = {shown.years[0], shown.years[-1], shown.shown} if shown.years else set[int]()
    every = 1 if len(shown.years) <= 8 or (not narrow and len(shown.years) <= 14) else 5
    around = 1 if every == 1 else 4 if narrow else 2
    for year, (x, wide) in places(shown, box).items():
        near = any(0 < abs(year - other) < around for other in named)
        if year in named or (year % every == 0 and not near):
            weight = 700 if year == shown.shown else 400
            colour = INK if year in named or every == 1 else GREY_TEXT
            yield words(
                str(year),
                x + wide / 2,
                box.bottom + 18,
                text_anchor="middle",
                font_weight=weight,
                fill=colour,
            )


def labels(shown: Stack, box: Ground) -> Iterator[Markup]:
    """The names of the layers beside the last column, joined to it by a thin line."""
    if not shown.years:
        return
    x, wide = places(shown, box)[shown.years[-1]]
    middles, base = [], 0.0
    last = next((year for year in reversed(shown.years) if top_of(shown, year)), shown.years[-1])
    for layer in shown.layers:
        value = max(0.0, layer.values.get(last, 0.0))
        middles.append(box.y(base + value / 2))
        base += value
    named = [index for index, layer in enumerate(shown.layers) if layer.values]
    heights = spread(sorted(middles[index] for index in named), 48, box.top + 6, box.bottom - 24)
    for index, height in zip(reversed(named), heights, strict=True):
        layer = shown.layers[index]
        start = x + wide + 4
        yield element(
            "path",
            d=f"M{start:.1f} {middles[index]:.1f}H{start + 6:.1f}L{start + 14:.1f} {height:.1f}",
            fill="none",
            stroke=SLATE,
            stroke_width=0.8,
        )
        yield words(layer.title, start + 18, height - 2, font_weight=700)
        yield from described(layer.lines, start + 18, height + 13)


def described(lines: Sequence[str], x: float, y: float) -> Iterator[Markup]:
    """Small lines below a name."""
    for index, line in enumerate(lines):
        yield words(line, x, y + 14 * index, 12, fill=GREY_TEXT)
