"""Labels outside the city, joined to their area by a thin line."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.display import Shape
from dashboard.figures.city_map.geometry import Box, Point, between, touches
from dashboard.figures.contrast import INK
from dashboard.figures.svg import element

PARTS = 10  # places tried along each side of the plane
CROSSING = 10_000.0  # a leader through another label is worse than any distance


def spot(
    shape: Shape,
    shapes: Sequence[Shape],
    size: tuple[float, float],
    used: Sequence[Box],
) -> Box:
    """A free box of this size near the area: on the plane's open ground, else above the plane."""
    boxes = [box for box in grounds(shape, size) if is_free(box, shapes, used)]
    if not boxes:
        boxes = above(shape, size, used)
    return min(boxes, key=lambda box: cost(box, shape, used))


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
    target = (shape.label_x, shape.label_y)
    start = box.nearest(target)
    length = float(((start[0] - target[0]) ** 2 + (start[1] - target[1]) ** 2) ** 0.5)
    crossed = sum(any(other.contains(point) for point in between(start, target, 24)) for other in used)
    return length + CROSSING * crossed


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
