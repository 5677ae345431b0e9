"""The small pictures of a target: the way to it, the chance of reaching it, and the areas in their places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from markupsafe import Markup

from dashboard.display import Point, Projection, TargetLine
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.runs import has_value, runs
from dashboard.figures.signs_svg import SQUARE, TARGET_COLOUR, target_inside
from dashboard.figures.svg import XMLNS, element, number
from dashboard.figures.svg_lines import To, joined, mapping, polyline
from dashboard.figures.theme import CONTEXT_STRONG, FADED, LINE, ORANGE, PETROL, SLATE
from dashboard.figures.ticks import finite
from dashboard.model import TargetStatus

WIDTH, HEIGHT, EDGE = 150.0, 40.0, 6.0
BAR, BAR_HEIGHT = 96.0, 12.0
HALF = 0.5  #: the mark: from here on a target counts as on track
STEP, BOX = 17.0, 13.0  # of the areas in their places


def goal_course(
    points: Sequence[Point],
    target: TargetLine | None,
    projection: Projection | None,
    breaks: Collection[int] = (),
) -> Markup:
    """One series with its target as a ring at the target year; dashed and paler what is projected.

    Decoration beside written numbers. Empty without any value.
    """
    known = [point for point in points if has_value(point)]
    if not known:
        return Markup("")
    to = _mapping(known, target, projection)
    years = range(min(point.year for point in known), max(point.year for point in known) + 1)
    pieces = runs(points, years, breaks)
    drawn = [
        *_projected(projection, to),
        *(_goal(target, to) if target else ()),
        *(polyline(piece, to, INK, 1.6) for piece in pieces if len(piece) > 1),
        *(_dot(piece[0], to) for piece in pieces if len(piece) == 1),
        _dot(known[-1], to),
    ]
    return _picture("goal-course", drawn, WIDTH, HEIGHT)


def _mapping(known: Sequence[Point], target: TargetLine | None, projection: Projection | None) -> To:
    heights: list[float | None] = [point.value for point in known]
    years = [point.year for point in known]
    if target:
        heights.append(target.value)
        years.append(target.year)
    if projection:
        heights += [projection.value, projection.lower, projection.upper]
    there = finite(heights)
    low, high = min(there), max(there)
    room = (high - low) * 0.06 or 1.0
    box = (EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)
    return mapping((low - room, high + room), years, box)


def _projected(projection: Projection | None, to: To) -> list[Markup]:
    if projection is None:
        return []
    start = to(projection.start_year, projection.start_value)
    end, lower, upper = (
        to(projection.year, value) for value in (projection.value, projection.lower, projection.upper)
    )
    cone = element("polygon", points=joined([start, upper, lower]), fill=SLATE, fill_opacity=0.18)
    line = element("polyline", points=joined([start, end]), fill="none", stroke=SLATE, stroke_width=1.4,
                   stroke_dasharray="3 3")  # fmt: skip
    return [cone, line]


def _goal(target: TargetLine, to: To) -> list[Markup]:
    x, y = to(target.year, target.value)
    level = element("line", x1=EDGE, x2=WIDTH - EDGE, y1=y, y2=y, stroke=PETROL, stroke_width=1,
                    stroke_opacity=0.55)  # fmt: skip
    ring = element("circle", cx=x, cy=y, r=3.6, fill=WHITE, stroke=PETROL, stroke_width=1.8)
    return [level, ring]


def _dot(point: Point, to: To) -> Markup:
    x, y = to(point.year, point.value or 0.0)
    return element("circle", cx=x, cy=y, r=2.6, fill=INK)


def probability_bar(probability: float) -> Markup:
    """A probability (0…1) as a bar against the mark at one half; decoration beside the number."""
    share = min(max(probability, 0.0), 1.0)
    colour = PETROL if probability >= HALF else ORANGE
    top = (BAR_HEIGHT - 6) / 2
    drawn = [
        element("rect", x=0, y=top, width=BAR, height=6, fill=LINE),
        element("rect", x=0, y=top, width=share * BAR, height=6, fill=colour),
        element("line", x1=BAR * HALF, x2=BAR * HALF, y1=0, y2=BAR_HEIGHT, stroke=INK, stroke_width=1.6),
    ]
    return _picture("probability", drawn, BAR, BAR_HEIGHT)


def status_grid(cells: Iterable[tuple[TargetStatus | None, int, int, str]]) -> Markup:
    """Status of the areas (status, row, column, words) where they lie in the city; decoration.

    An area without status is a dot; the words come up under the pointer.
    """
    found = list(cells)
    rows, columns = max((cell[1] for cell in found), default=1), max((cell[2] for cell in found), default=1)
    drawn = [_place(*cell) for cell in found]
    return _picture("status-grid", drawn, columns * STEP, rows * STEP)


def _place(status: TargetStatus | None, row: int, column: int, words: str) -> Markup:
    x, y = (column - 0.5) * STEP, (row - 0.5) * STEP
    title = element("title", words)
    if status is None:
        return element("g", title, element("circle", cx=x, cy=y, r=1.6, fill=CONTEXT_STRONG))
    place = f"translate({number(x)} {number(y)}) scale({number(BOX / 16)})"
    return element("g", title, *status_mark(status), transform=place)


def status_mark(status: TargetStatus) -> tuple[Markup, ...]:
    """The bare box of a status around (0, 0), 12 wide, for use inside another SVG."""
    colour = TARGET_COLOUR[status]
    dotted = "0.1 3.2" if status == "open" else None
    frame = element(
        "path", d=SQUARE, fill=colour if status == "reached" else WHITE, stroke=colour, stroke_width=2.2,
        stroke_dasharray=dotted, stroke_linecap="round" if dotted else None,
    )  # fmt: skip
    return frame, target_inside(status, colour)


def reach_bar(share: float | None) -> Markup:
    """A share of 0…100 as a bar over a pale ground; hatched ground alone where it is not known."""
    known = element("rect", x=0, y=0, width=f"{min(max(share, 0.0), 100.0):.1f}%", height=7, fill=INK) if (
        share is not None
    ) else Markup("")  # fmt: skip
    ground = element("rect", x=0, y=0, width="100%", height=7, fill=FADED if share is not None else LINE)
    return element("svg", ground, known, xmlns=XMLNS, class_="reach-bar", width="100%", height=7,
                   aria_hidden="true", focusable="false")  # fmt: skip


def _picture(name: str, drawn: Iterable[Markup], width: float, height: float) -> Markup:
    box = f"0 0 {number(width)} {number(height)}"
    return element("svg", *drawn, xmlns=XMLNS, class_=name, width=width, height=height, viewBox=box,
                   aria_hidden="true", focusable="false")  # fmt: skip
