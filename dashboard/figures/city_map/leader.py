"""Labels outside the city, joined to their area by a thin line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from dashboard.display import Shape
from dashboard.figures.city_map.geometry import Box, Point, between, touches
from dashboard.figures.contrast import INK
from dashboard.figures.svg import element

_KEPT = 512  # boxes
PARTS = 10  # places tried along each side of the plane
CROSSING = 10_000.0  # a leader through another label is worse than any distance


@lru_cache(_KEPT)
def spot(
    shape: Shape,
    shapes: tuple[Shape, ...],
    size: tuple[float, float],
    used: tuple[Box, ...],
) -> Box:
    """A free box of this size near the area: on the plane's open ground, else above the plane."""
    return cheapest(grounds(shape, size), shape, shapes, used) or min(
        above(shape, size, used), key=lambda box: cost(box, shape, used)
    )


def cheapest(boxes: Sequence[Box], shape: Shape, shapes: Sequence[Shape], used: Sequence[Box]) -> Box | None:
    """The free box with the shortest leader that crosses nothing, else the best of those that do."""
    crossing = []
    for box in sorted(boxes, key=lambda each: length(each, shape)):
        if is_free(box, shapes, used):
            if not crossed(box, shape, used):
                return box
            crossing.append(box)
    return min(crossing, key=lambda box: cost(box, shape, used), default=None)


def grounds(shape: Shape, size: tuple[float, float]) -> list[Box]:
    """Boxes all over the plane, row by row."""
    width, height = size
    return [
        Box(
            (shape.width - width) * column / PARTS,
            (shape.height - height) * row / PARTS,
            width,
            height,
        )
        for row in range(PARTS + 1)
        for column in range(PARTS + 1)
    ]


def above(shape: Shape, size: tuple[float, float], used: Sequence[Box]) -> list[Box]:
    """Boxes over the plane's upper edge, above whatever already stands there."""
    width, height = size
    top = min([0.0, *(box.y for box in used)])
    free = (shape.width - width) / PARTS
    return [Box(free * column, top - height * 1.15, width, height) for column in range(PARTS + 1)]


def is_free(box: Box, shapes: Sequence[Shape], used: Sequence[Box]) -> bool:
    """Whether neither an area nor another label is in the way; a little air around counts too."""
    air = box.height * 0.12
    wide = Box(box.x - air, box.y - air, box.width + 2 * air, box.height + 2 * air)
    return not any(wide.overlaps(other) for other in used) and not touches(wide, shapes)


def cost(box: Box, shape: Shape, used: Sequence[Box]) -> float:
    """Length of the leader, and far more for each label it would cross."""
    return length(box, shape) + CROSSING * crossed(box, shape, used)


def length(box: Box, shape: Shape) -> float:
    """Length of the leader."""
    start = box.nearest((shape.label_x, shape.label_y))
    return float(((start[0] - shape.label_x) ** 2 + (start[1] - shape.label_y) ** 2) ** 0.5)


def crossed(box: Box, shape: Shape, used: Sequence[Box]) -> int:
    """How many other labels the leader would cross."""
    target = (shape.label_x, shape.label_y)
    start = box.nearest(target)
    return sum(any(other.contains(point) for point in between(start, target, 24)) for other in used)


def line(box: Box, target: Point, unit: float) -> Markup:
    """From the edge of the label's box to a small dot in the area."""
    start = box.nearest(target)
    return element(
        "line",
        x1=start[0],
        y1=start[1],
        x2=target[0],
        y2=target[1],
        stroke=INK,
        stroke_width=1.4 * unit,
    ) + element("circle", cx=target[0], cy=target[1], r=3.4 * unit, fill=INK)
