"""Where an area lies, with what is known of its population, for the plate of its profile."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup

from dashboard.answers.sozialraum.parts import Fact, SozialraumAnswer
from dashboard.export.plate.canvas import Box, canvas
from dashboard.export.plate.fitting import boxed, wide
from dashboard.export.plate.lettering import line
from dashboard.figures.contrast import INK
from dashboard.figures.locator import locator_svg
from dashboard.figures.svg import element
from dashboard.figures.theme import GREY_TEXT, LINE

_SIZE: Final = re.compile(r' (?:width|height)="[^"]*"')


def place(answer: SozialraumAnswer, facts: Sequence[Fact], width: float, height: float) -> Markup:
    """The map, and what is known of the population below it, or beside it in a flat box."""
    flat = width > 1.4 * height
    taken = 0.0 if not facts else 0.5 * width if flat else 56.0 * len(facts) + 8
    map_width, map_height = (width - taken, height) if flat else (width, height - taken)
    drawn = [_map(answer, map_width, map_height)]
    for at, fact in enumerate(facts):
        if flat:
            tall = min(56.0, height / len(facts))
            room = Box(map_width + 20, at * tall, taken - 20, tall)
        else:
            room = Box(0, height - taken + 8 + at * 56.0, width, 56.0)
        drawn += _fact(fact, room)
    return canvas(width, height, *drawn)


def _map(answer: SozialraumAnswer, width: float, height: float) -> Markup:
    """The name of the area is 12 px high where the map is as wide as it was asked for."""
    if not answer.shapes or width < 60 or height < 60:
        return Markup("")
    shape = answer.shapes[0]
    shown = min(width, height * shape.width / shape.height)
    drawn = locator_svg(answer.shapes, answer.area.id, answer.area.short_name, title="", description="",
                        width=shown / 1.7)  # fmt: skip
    return boxed(_unsized(drawn), (0, 0, width, height))


def _unsized(drawn: Markup) -> Markup:
    """Without a width and height of its own a drawing fills the box around it."""
    opening, rest = str(drawn).split(">", 1)
    return Markup(f"{_SIZE.sub('', opening)}>{rest}")


def _fact(fact: Fact, room: Box) -> Iterator[Markup]:
    """Label and value in one line, what belongs to it below."""
    yield element("line", x1=room.x, x2=room.x + room.width, y1=room.y, y2=room.y, stroke=LINE)
    first = Box(room.x, room.y + 4, room.width, 24)
    label = room.width - wide(fact.value, 20, True) - 12
    yield line(fact.label, Box(room.x, first.y, label, 24), 16, GREY_TEXT)
    yield line(fact.value, first, 20, INK, "end", bold=True)
    if room.height > 46:
        below = Box(room.x, room.y + 28, room.width, 20)
        yield line(" · ".join(fact.lines), below, 15, GREY_TEXT)
