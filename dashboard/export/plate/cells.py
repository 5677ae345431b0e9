"""What stands in a row of a plate: words, a sign with its word, anything that is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from markupsafe import Markup

from dashboard.display import Sign
from dashboard.export.plate.canvas import Box
from dashboard.export.plate.fitting import SMALLEST
from dashboard.figures.contrast import INK
from dashboard.figures.history.scene import shortened, width_of
from dashboard.figures.signs_svg import SIGN_PATH, sign_mark
from dashboard.figures.svg import Attribute, text
from dashboard.figures.theme import GREY_TEXT, SIGN_TEXT

Anchor = Literal["start", "middle", "end"]
AIR: Final = 14.0  # px between two columns


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell is, and the type of its row."""

    box: Box
    size: float
    strong: bool


Cell = Callable[[Spot], Markup]


def words(
    label: str, anchor: Anchor = "start", *, colour: str = INK, below: str = "", small: bool = False
) -> Cell:
    """A cell of type; ``below``: a second, smaller line where the row is high enough."""

    def write(spot: Spot) -> Markup:
        box, size = spot.box, small_of(spot.size) if small else spot.size
        x = {"start": box.x, "middle": box.x + box.width / 2, "end": box.x + box.width}[anchor]
        second = max(SMALLEST, 0.8 * spot.size)
        two = bool(below) and box.height >= size + second + 4
        middle = box.y + box.height / 2 - (0.5 * second if two else 0)
        given: dict[str, Attribute] = {"text_anchor": None if anchor == "start" else anchor, "fill": colour}
        fitting = shortened(label, box.width + AIR, size, spot.strong)
        bold = 700 if spot.strong else None
        drawn = text(fitting, x, middle + 0.35 * size, size, **given, font_weight=bold)
        if not two:
            return drawn
        given["fill"] = GREY_TEXT
        return drawn + text(below, x, middle + 0.35 * size + second + 1, second, **given)

    return write


def signed(sign: Sign, word: str, *, below: str = "") -> Cell:
    """A sign with its word in its colour; nothing for a sign that has no shape."""

    def write(spot: Spot) -> Markup:
        if sign not in SIGN_PATH:
            return words(word, colour=GREY_TEXT)(spot)
        box, size = spot.box, spot.size
        mark = sign_mark(sign, box.x + 0.45 * size, box.y + box.height / 2, 0.9 * size)
        moved = Box(box.x + 1.25 * size, box.y, box.width - 1.25 * size, box.height)
        return mark + words(word, colour=SIGN_TEXT[sign], below=below)(Spot(moved, size, spot.strong))

    return write


def small_of(size: float) -> float:
    """The smaller type beside a size."""
    return max(SMALLEST, 0.86 * size)


def em(labels: Sequence[str], bold: bool = True) -> float:
    """The width of the longest of these texts in type sizes."""
    return max((width_of(label, 1.0, bold) for label in labels), default=0.0)
