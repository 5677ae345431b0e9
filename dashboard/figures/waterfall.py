"""A waterfall: from one year's amount through its effects to another year's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.figures.contrast import INK
from dashboard.figures.money_frame import Ground, grid, ground, picture, words
from dashboard.figures.svg import element
from dashboard.figures.theme import GREY_TEXT, ORANGE, ORANGE_TEXT, PETROL, SLATE

TOTAL_GREY = "#6b7480"


@dataclass(frozen=True, slots=True)
class Bar:
    """One column. ``start``/``end`` in the printed unit, a total from zero on; ``cents``: the exact step."""

    title: str
    note: str
    start: float
    end: float
    text: str
    total: bool = False
    cents: int = 0


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Columns in order: a total, the effects, a total."""

    name: str
    unit: str
    bars: tuple[Bar, ...]


def waterfall(shown: Waterfall, width: float, height: float) -> Markup:
    """The picture. Effects: orange with + upwards, petrol with − downwards; totals grey."""
    values = [value for bar in shown.bars for value in (bar.start, bar.end)]
    box = ground(values, width, height, 8, below=46)
    return picture(box, *grid(box, shown.unit), *columns(shown, box, width < 400), name=shown.name)


def columns(shown: Waterfall, box: Ground, narrow: bool) -> Iterator[Markup]:
    """Columns with their sign and word, joined by thin lines at the level that is carried on."""
    pitch = (box.right - box.left) / max(1, len(shown.bars))
    wide = min(pitch * (0.72 if narrow else 0.62), 130.0)
    size = 12 if narrow else 13
    for index, bar in enumerate(shown.bars):
        x = box.left + index * pitch + (pitch - wide) / 2
        top, bottom = box.y(max(bar.start, bar.end)), box.y(min(bar.start, bar.end))
        middle = x + wide / 2
        fill = TOTAL_GREY if bar.total else ORANGE if bar.end > bar.start else PETROL
        yield element(
            "g",
            element("title", f"{bar.title}: {bar.text} {shown.unit}"),
            element("rect", x=x, y=top, width=wide, height=max(1.2, bottom - top), fill=fill),
        )
        ink = INK if bar.total else ORANGE_TEXT if bar.end > bar.start else PETROL
        yield words(bar.text, middle, top - 7, size + 1, text_anchor="middle", font_weight=700, fill=ink)
        lines = bar.title.split(" ", 1) if narrow else [bar.title]
        for line, label in enumerate(lines):
            y = box.bottom + 18 + 14 * line
            yield words(label, middle, y, size, text_anchor="middle", font_weight=650)
        if bar.note and not narrow:
            yield words(bar.note, middle, box.bottom + 34, 12, text_anchor="middle", fill=GREY_TEXT)
        if index + 1 < len(shown.bars):
            y = box.y(bar.end)
            yield element("line", x1=x + wide, x2=x + pitch, y1=y, y2=y, stroke=SLATE, stroke_width=1)
