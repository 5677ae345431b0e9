"""All labels of one map: first those that fit into their area, then the others outside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from dashboard.display import AreaValue, Shape
from dashboard.figures.city_map.fill import Mode, Paint
from dashboard.figures.city_map.geometry import Box, Point, place, touches
from dashboard.figures.city_map.label import (
    Label,
    Line,
    compact_labels,
    draw,
    marked,
    taken,
    wide_labels,
)
from dashboard.figures.city_map.leader import line, spot
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.svg import element, text
from dashboard.figures.theme import GREY_TEXT, SIGN_TEXT

_KEPT = 1024  # labels with their places: another area in focus leaves most as they are
PLANE = 560.0  # type sizes are given for a plane of this width
SLACK = 0.9  # a label may use its area's edge a little: its halo keeps it legible
APART = 0.75  # room between two labels side by side, in line sizes


@dataclass(frozen=True, slots=True)
class Lettering:
    """A drawn set of labels, and the boxes it occupies."""

    drawn: Markup
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A label and the middle it has inside its area; without one it goes outside."""

    shape: Shape
    value: AreaValue
    label: Label
    middle: Point | None
    box: Box | None = None  # the room it takes there


def letter(
    shapes: Sequence[Shape],
    values: Mapping[str, AreaValue],
    paint: Paint,
    unit_label: str,
    *,
    compact: bool,
    waiting: bool = False,
    letters: float = 1.0,
) -> Lettering:
    """Draw one set, ``letters`` times as large. ``waiting`` hides it until a style rule shows it."""
    unit = shapes[0].width / PLANE * letters
    # The lettering does not depend on the link, and without it is the same in many views.
    known = [(shape, replace(values[shape.area], href="")) for shape in shapes if shape.area in values]
    placed = arranged(known, paint.mode, unit, compact)
    drawn = [
        draw(
            each.label,
            each.middle,
            paint.type_colour(each.value),
            paint.ground(each.value),
        )
        for each in placed
        if each.middle is not None
    ]
    boxes = [each.box for each in placed if each.box is not None]
    drawn += outside([each for each in placed if each.middle is None], shapes, boxes, unit)
    drawn.append(caption(unit_label, shapes, boxes, unit, compact))
    return Lettering(layer(drawn, compact, waiting), tuple(boxes))


def arranged(
    known: Sequence[tuple[Shape, AreaValue]], mode: Mode, unit: float, compact: bool
) -> tuple[Placed, ...]:
    """Every label in its area, or without a middle."""
    placed = [fitted(shape, value, mode, unit, compact) for shape, value in known]
    for index, (shape, value) in enumerate(known):  # now that all neighbours are known
        others = (*placed[:index], *placed[index + 1 :])
        if any(close(placed[index], other) for other in others):
            placed[index] = fitted(shape, value, mode, unit, compact, others)
    return tuple(placed)


def layer(drawn: Sequence[Markup], compact: bool, waiting: bool) -> Markup:
    """The group of one set: no clicks, no reading aloud; the areas themselves carry the names."""
    return element(
        "g",
        *drawn,
        class_="map-compact" if compact else "map-wide",
        display="none" if waiting else None,
        aria_hidden="true",
        pointer_events="none",
    )


@lru_cache(_KEPT)
def fitted(
    shape: Shape, value: AreaValue, mode: Mode, unit: float, compact: bool, others: tuple[Placed, ...] = ()
) -> Placed:
    """The first arrangement that fits and keeps away from the ``others``, else the first that fits.

    In a small map the area in focus is labelled outside.
    """
    labels = compact_labels(value, unit) if compact else wide_labels(value, unit)
    if mode == "focus":
        in_focus = (focus_label(value, unit, compact),)
        labels = in_focus if value.focused else tuple(quiet(label) for label in labels)
        if value.focused and compact:
            return Placed(shape, value, labels[0], None)
    first = None
    for label in labels:
        middle = place(shape, label.width * SLACK, label.height * SLACK)
        if middle is None:
            continue
        found = Placed(shape, value, label, middle, taken(label, middle))
        if not any(close(found, other) for other in others):
            return found
        first = first or found
    return first or Placed(shape, value, labels[0], None)


def close(one: Placed, other: Placed) -> bool:
    """Whether two labels inside their areas nearly touch: the reader's font may be wider than estimated."""
    if one.box is None or other.box is None:
        return False
    box, gap = one.box, one.label.lines[-1].size * APART
    wider = Box(box.x - gap, box.y, box.width + 2 * gap, box.height)
    return wider.overlaps(other.box)


def quiet(label: Label) -> Label:
    """The label of an area out of focus: regular weight, no marks."""
    return Label(tuple(replace(each, bold=False) for each in label.lines))


def focus_label(value: AreaValue, unit: float, compact: bool) -> Label:
    """Name and whole value of the area in focus."""
    size = 22 * unit if compact else 17 * unit
    lines = (
        Line(value.short_name, size, bold=True),
        Line(value.text, size * 1.1, bold=True),
    )
    return marked(lines, value)


def outside(places: Sequence[Placed], shapes: Sequence[Shape], boxes: list[Box], unit: float) -> list[Markup]:
    """Labels with leaders; each box found is added to ``boxes``."""
    drawn = []
    for each in places:
        label = each.label
        box = spot(each.shape, tuple(shapes), (label.width, label.height * 1.1), tuple(boxes))
        boxes.append(box)
        middle = (box.x + box.width / 2, box.y + box.height / 2)
        colour = SIGN_TEXT[each.value.sign] if each.value.focused else INK
        leader = line(box, (each.shape.label_x, each.shape.label_y), unit)
        drawn.append(leader + draw(label, middle, colour, WHITE))
    return drawn


def caption(
    unit_label: str,
    shapes: Sequence[Shape],
    boxes: list[Box],
    unit: float,
    compact: bool,
) -> Markup:
    """The unit in the lower left corner, or below the plane when an area is in the way."""
    if not unit_label:
        return Markup("")
    size = (21 if compact else 12) * unit
    width = Line(unit_label, size, bold=False).width
    box = Box(0, shapes[0].height - size * 1.2, width, size * 1.2)
    if touches(box, shapes) or any(box.overlaps(other) for other in boxes):
        box = Box(0, shapes[0].height + size * 0.4, width, size * 1.2)
    boxes.append(box)
    return text(unit_label, box.x, box.y + size, size, fill=GREY_TEXT, class_="map-unit")
