"""Just enough plane geometry to put a label where there is room: rings, boxes, points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.display import Shape

Point = tuple[float, float]
Ring = tuple[Point, ...]

COMMAND = re.compile(r"([MmLlZz])([^MmLlZz]*)")
NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
SAMPLES = 4  # points tested on each side of a box
REACH, STEPS = (
    0.075,
    6,
)  # how far from its point a label may be moved: share of the plane, steps


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle of the plane, ``x``/``y`` its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def contains(self, point: Point) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.x <= point[0] <= self.x + self.width and self.y <= point[1] <= self.y + self.height

    def overlaps(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def nearest(self, point: Point) -> Point:
        """The point of the box that is closest to ``point``."""
        return (
            min(max(point[0], self.x), self.x + self.width),
            min(max(point[1], self.y), self.y + self.height),
        )

    def rim(self) -> Iterator[Point]:
        """Points along the four sides, corners included."""
        for index in range(SAMPLES + 1):
            along_x = self.x + self.width * index / SAMPLES
            along_y = self.y + self.height * index / SAMPLES
            yield along_x, self.y
            yield along_x, self.y + self.height
            yield self.x, along_y
            yield self.x + self.width, along_y


def around(x: float, y: float, width: float, height: float) -> Box:
    """The box of this size whose middle is (x, y)."""
    return Box(x - width / 2, y - height / 2, width, height)


@lru_cache(maxsize=256)
def rings(path: str) -> tuple[Ring, ...]:
    """The rings of an SVG path of straight lines (``M``, ``L``, ``Z``, absolute or relative)."""
    found: list[list[Point]] = []
    for command, numbers in COMMAND.findall(path):
        steps = pairs(numbers)
        if command in "Mm" and steps:
            found.append([moved(found[-1][0], steps.pop(0)) if command == "m" and found else steps.pop(0)])
        if command in "MmLl" and found:
            extend(found[-1], steps, relative=command.islower())
    return tuple(tuple(ring) for ring in found if len(ring) > 2)


def extend(ring: list[Point], steps: Sequence[Point], *, relative: bool) -> None:
    """Append corners, each given absolutely or as a step from the corner before."""
    for step in steps:
        ring.append(moved(ring[-1], step) if relative else step)


def moved(start: Point, step: Point) -> Point:
    """The point a step further."""
    return start[0] + step[0], start[1] + step[1]


def pairs(numbers: str) -> list[Point]:
    """The coordinate pairs written in a piece of a path."""
    found = [float(one) for one in NUMBER.findall(numbers)]
    return list(zip(found[::2], found[1::2], strict=False))


def inside(point: Point, outline: Sequence[Ring]) -> bool:
    """Even-odd rule over all rings."""
    return sum(crossings(point, ring) for ring in outline) % 2 == 1


def crossings(point: Point, ring: Ring) -> int:
    """How often a ray from the point to the right crosses the ring."""
    x, y = point
    found = 0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found += 1
    return found


def between(start: Point, end: Point, parts: int) -> Iterator[Point]:
    """``parts`` + 1 points on the straight line, both ends included."""
    for index in range(parts + 1):
        share = index / parts
        yield (
            start[0] + (end[0] - start[0]) * share,
            start[1] + (end[1] - start[1]) * share,
        )


@lru_cache(maxsize=2048)
def place(shape: Shape, width: float, height: float) -> Point | None:
    """Where a label of this size fits into the area, as near to its label point as can be."""
    outline = rings(shape.path)
    for x, y in candidates(shape):
        if all(inside(corner, outline) for corner in around(x, y, width, height).rim()):
            return x, y
    return None


def candidates(shape: Shape) -> list[Point]:
    """Middles to be tried, nearest to the label point first."""
    size = shape.width * REACH / STEPS
    moves = range(-STEPS, STEPS + 1)
    grid = sorted(
        ((dx, dy) for dx in moves for dy in moves),
        key=lambda move: move[0] ** 2 + move[1] ** 2,
    )
    return [(shape.label_x + dx * size, shape.label_y + dy * size) for dx, dy in grid]


def touches(box: Box, shapes: Sequence[Shape]) -> bool:
    """Whether any area reaches into the box."""
    return any(box_meets(box, shape.path) for shape in shapes)


@lru_cache(maxsize=16384)
def box_meets(box: Box, path: str) -> bool:
    """Whether a border of the outline runs through the box, or the box lies inside it."""
    frame, border = sampled(path)
    if not box.overlaps(frame):
        return False
    return inside((box.x, box.y), rings(path)) or any(box.contains(point) for point in border)


@lru_cache(maxsize=256)
def sampled(path: str) -> tuple[Box, tuple[Point, ...]]:
    """The rectangle around an outline, and points all along its border."""
    border = tuple(
        point
        for ring in rings(path)
        for start, end in zip(ring, (*ring[1:], ring[0]), strict=True)
        for point in between(start, end, 8)
    )
    left, top = (min(point[axis] for point in border) for axis in (0, 1))
    right, bottom = (max(point[axis] for point in border) for axis in (0, 1))
    return Box(left, top, right - left, bottom - top), border
