"""The boxes of targets on a plate: one with its word, many in a cell, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from dashboard.export.plate.canvas import Box
from dashboard.export.plate.cells import Cell, Spot
from dashboard.export.plate.lettering import said
from dashboard.export.plate.swatches import legend
from dashboard.figures.goal_course import status_mark
from dashboard.figures.svg import element, number
from dashboard.figures.theme import CONTEXT_STRONG, GREY_TEXT, ORANGE_TEXT, PETROL
from dashboard.model import TargetStatus
from dashboard.wording.goals import STATUS_ORDER
from dashboard.wording.signs import TARGET_WORDS

COLOUR: dict[TargetStatus, str] = {
    "reached": PETROL,
    "on_track": PETROL,
    "off_track": ORANGE_TEXT,
    "missed": ORANGE_TEXT,
    "open": GREY_TEXT,
}
_NATURAL = 14.4  # px: a box with its stroke, as it is drawn


def box(status: TargetStatus | None, x: float, y: float, size: float) -> Markup:
    """The box of a status around a point, ``size`` px wide; a dot where nothing is judged."""
    if status is None:
        return element("circle", cx=x, cy=y, r=max(1.8, size / 9), fill=CONTEXT_STRONG)
    place = f"translate({number(x)} {number(y)}) scale({size / _NATURAL:.3f})"
    return element("g", *status_mark(status), transform=place)


def judged(status: TargetStatus | None, word: str) -> Cell:
    """The box with its word."""

    def write(spot: Spot) -> Markup:
        room, size = spot.box, 0.8 * spot.size
        mark = box(status, room.x + 0.5 * spot.size, room.y + room.height / 2, size)
        beside = Box(room.x + 1.3 * spot.size, room.y, room.width - 1.3 * spot.size, room.height)
        colour = COLOUR[status] if status else GREY_TEXT
        return mark + said(word, colour=colour)(Spot(beside, spot.size, spot.strong))

    return write


def several(statuses: Sequence[TargetStatus | None], room: Box, largest: float = 24.0) -> Markup:
    """Boxes from left to right, in as many lines as it takes, as large as the room allows."""
    if not statuses:
        return Markup("")
    size = next(
        (
            tried
            for tried in (largest, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0)
            if _fits(len(statuses), tried, room)
        ),
        10.0,
    )
    pitch = 1.3 * size
    line = max(1, int((room.width + 0.3 * size) / pitch))
    high = pitch * -(-len(statuses) // line)
    top = room.y + max(0.0, (room.height - high) / 2)
    return Markup("").join(
        box(status, room.x + (at % line + 0.4) * pitch, top + (at // line + 0.5) * pitch, size)
        for at, status in enumerate(statuses)
    )


def _fits(count: int, size: float, room: Box) -> bool:
    pitch = 1.3 * size
    return -(-count // max(1, int((room.width + 0.3 * size) / pitch))) * pitch <= room.height + 2


def key_of(statuses: Iterable[TargetStatus | None]) -> Callable[[float], tuple[Markup, float]]:
    """What the boxes in use mean, above a picture."""
    used = set(statuses)
    entries = [(_sample(status), TARGET_WORDS[status]) for status in STATUS_ORDER if status in used]
    return lambda width: legend(entries, width)


def _sample(status: TargetStatus) -> Markup:
    return box(status, 8, 6, 13)
