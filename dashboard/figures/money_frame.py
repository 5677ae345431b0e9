"""The ground of a picture of money over years: limits, grid, axis and the type all of them share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.figures.contrast import INK
from dashboard.figures.svg import Attribute, document, element, text
from dashboard.figures.theme import FONT, GREY_TEXT, LINE, SLATE
from dashboard.figures.ticks import nice, ticks
from dashboard.wording.numbers import number

WIDE, HALF, PHONE = 1200.0, 660.0, 340.0  #: widths at which type is drawn in its own size
SMALL = 12.5


@dataclass(frozen=True, slots=True)
class Ground:
    """The box in which amounts are drawn. ``low``/``high`` in the printed unit."""

    width: float
    height: float
    left: float
    right: float  # x of the right edge
    top: float
    bottom: float  # y of the lower edge
    low: float
    high: float

    def y(self, value: float) -> float:
        """Height of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)


def ground(
    values: Iterable[float], width: float, height: float, right: float, top: float = 30, below: float = 26
) -> Ground:
    """A ground for values from zero on (or below, where there are negative ones). ``right``: room in px."""
    known = [0.0, *values]
    low, high = nice(min(known), max(known), 6 if height > 240 else 4)
    return Ground(width, height, 40, width - right, top, height - below, low, high)


def grid(box: Ground, unit: str) -> Iterator[Markup]:
    """Horizontal lines with their numbers, and the unit above them."""
    marks = ticks((box.low, box.high), 6 if box.height > 240 else 4)
    decimals = 0 if all(mark.value == int(mark.value) for mark in marks) else 1
    for mark in marks:
        y = box.y(mark.value)
        colour = SLATE if mark.value == 0 else LINE
        yield element("line", x1=box.left, x2=box.right, y1=y, y2=y, stroke=colour, stroke_width=1)
        label = number(mark.value, decimals)
        yield text(label, box.left - 8, y + 4, SMALL, text_anchor="end", fill=GREY_TEXT)
    yield text(unit, 0, 14, SMALL, fill=GREY_TEXT)


def words(label: str, x: float, y: float, size: float = SMALL, **given: Attribute) -> Markup:
    """A line of type in ink unless said otherwise."""
    return text(label, x, y, size, **{"fill": INK, **given})


def picture(box: Ground, *parts: Markup, name: str, group: bool = False) -> Markup:
    """The whole drawing under its accessible name; ``group`` where there are links inside."""
    return document(
        *parts,
        view=(0, 0, box.width, box.height),
        class_="money",
        width="100%",
        role="group" if group else "img",
        aria_label=name,
        font_family=FONT,
    )


def hatching(ident: str, colour: str = SLATE, back: str = "#ffffff") -> Markup:
    """The pattern of what is protected, not assigned or of several kinds."""
    lines = element("path", d="M0 7L7 0M-1 1L1-1M6 8L8 6", stroke=colour, stroke_width=1.1)
    rect = element("rect", width=7, height=7, fill=back)
    return element(
        "defs", element("pattern", rect, lines, id=ident, width=7, height=7, patternUnits="userSpaceOnUse")
    )


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Heights of labels, ascending, at least ``gap`` apart and as near to ``wanted`` as that allows."""
    found: list[float] = []
    for place in wanted:
        found.append(max(place, found[-1] + gap) if found else max(place, low))
    over = found[-1] - high if found else 0
    if over > 0:
        found[-1] = high
        for index in range(len(found) - 2, -1, -1):
            found[index] = min(found[index], found[index + 1] - gap)
    return found
