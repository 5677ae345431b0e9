"""Lines of type on plates: one, two below one another, and as cells of a grid; cut off in time."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.export.plate.canvas import Box
from dashboard.export.plate.cells import Anchor, Cell, Spot
from dashboard.export.plate.fitting import SMALLEST, cut, wide
from dashboard.figures.contrast import INK
from dashboard.figures.svg import Attribute, text
from dashboard.figures.theme import GREY_TEXT


def wrapped(label: str, room: float, size: float, lines: int = 2, bold: bool = False) -> list[str]:
    """Up to so many lines; the last takes the rest, cut off with "…" where it has to be."""
    found: list[str] = []
    rest = [word for word in label.split(" ") if word]  # a number stays with its unit
    while rest and len(found) < lines - 1:
        line = rest.pop(0)
        while rest and wide(f"{line} {rest[0]}", size, bold) <= room:
            line = f"{line} {rest.pop(0)}"
        found.append(line)
    last = [" ".join(rest)] if rest else []
    return [cut(line, room, size, bold) for line in (*found, *last)]


def line(
    label: str, room: Box, size: float, colour: str = INK, anchor: Anchor = "start", *, bold: bool = False
) -> Markup:
    """A line of type in the middle of a room, cut off at its end."""
    x = {"start": room.x, "middle": room.x + room.width / 2, "end": room.x + room.width}[anchor]
    given: dict[str, Attribute] = {"text_anchor": None if anchor == "start" else anchor, "fill": colour}
    words = cut(label, room.width, size, bold)
    base = room.y + room.height / 2 + 0.35 * size
    return text(words, x, base, size, **given, font_weight=700 if bold else None)


def said(
    label: str, anchor: Anchor = "start", *, below: str = "", colour: str = INK, strong: bool = False
) -> Cell:
    """A cell of type; ``below``: a smaller grey line where the row is high enough for it.

    Without one a label that is too long goes on in a second line where there is room.
    """

    def write(spot: Spot) -> Markup:
        box, size, second = spot.box, spot.size, max(SMALLEST, 0.8 * spot.size)
        bold = strong or spot.strong
        too_long = not below and anchor == "start" and wide(label, size, bold) > box.width
        if too_long and box.height >= 2.3 * size:
            return _lines(label, box, size, colour, bold)
        if not below or box.height < size + second + 4:
            return line(label, box, size, colour, anchor, bold=bold)
        top = box.y + (box.height - size - second - 3) / 2
        first = Box(box.x, top, box.width, size)
        under = Box(box.x, top + size + 3, box.width, second)
        return line(label, first, size, colour, anchor, bold=bold) + line(
            below, under, second, GREY_TEXT, anchor
        )

    return write


def _lines(label: str, room: Box, size: float, colour: str, bold: bool) -> Markup:
    found, pitch = wrapped(label, room.width, size, 2, bold), 1.12 * size
    top = room.y + (room.height - pitch * len(found)) / 2
    boxes = (Box(room.x, top + at * pitch, room.width, pitch) for at in range(len(found)))
    drawn = [line(words, box, size, colour, bold=bold) for words, box in zip(found, boxes, strict=True)]
    return Markup("").join(drawn)
