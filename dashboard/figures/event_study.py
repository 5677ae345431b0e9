"""Event study: how far two groups of areas drifted apart, period by period around a start.

Zero is the last period before the start. Before the start the points should lie around zero; hollow
points have zero inside their interval. Points are not joined: each is a comparison of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dashboard.display import SpreadPoint
from dashboard.figures.contrast import INK
from dashboard.figures.gap_chart.ground import Ground, ground
from dashboard.figures.history import axes
from dashboard.figures.history.as_svg import svg
from dashboard.figures.history.scene import (
    HALF,
    PHONE,
    Dot,
    Frame,
    Line,
    Piece,
    Scene,
    Size,
    Spot,
    Words,
    width_of,
)
from dashboard.figures.theme import GREY_TEXT, SLATE
from dashboard.figures.ticks import finite
from dashboard.wording.numbers import signed
from dashboard.wording.units import NBSP

__all__ = ["event_study_svg", "event_scene"]

EMPTY = "Für diese Auswahl ist kein Vergleich berechenbar."
DOT, STROKE = 9.0, 1.8
AIR = 0.5  # years between the last period before the start and the line that marks it


def event_study_svg(
    points: Sequence[SpreadPoint],
    *,
    start: int,
    start_label: str,
    title: str,
    description: str,
    unit_label: str = "Punkte",
    ident: str = "ereignis",
    narrow: bool = False,
    fluid: bool = True,
) -> Markup:
    """The picture as SVG. ``start``: the first period with the measure; a point without limits is zero.

    ``fluid=False`` gives fixed proportions (620 or 358 px wide) for files.
    """
    scene = event_scene(points, start=start, start_label=start_label, unit_label=unit_label, narrow=narrow)
    return svg(scene, title=title, description=description, ident=ident, fluid=fluid)


def event_scene(
    points: Sequence[SpreadPoint],
    *,
    start: int,
    start_label: str,
    unit_label: str,
    narrow: bool,
    size: Size | None = None,
) -> Scene:
    """All pieces of the picture; a sentence when there is no point. ``size``: instead of a page's."""
    size = size or (PHONE if narrow else HALF)
    known = [point for point in points if finite([point.value])]
    if not known:
        return axes.nothing(size, EMPTY)
    numbers = finite([part for one in known for part in (one.value, one.lower, one.upper)])
    base = Ground({one.year: one.label for one in known}, tuple(one.year for one in known), (), unit_label)
    frame, around = ground(base, (), axes.fitted([0.0, *numbers], 5), size, right=0.97)
    return Scene(frame, (*around, *beginning(frame, start, start_label), *marks(known, frame, start)))


def beginning(frame: Frame, start: int, label: str) -> Iterator[Piece]:
    """The upright line before the first period with the measure; its name above, inside the picture."""
    year, (low, high) = start - AIR, frame.limits
    yield Line(((Spot(year, low), Spot(year, high)),), GREY_TEXT, 1.4, "4 3")
    half = width_of(label, frame.size.small) / frame.size.narrowest / 2
    x = min(max(frame.x(year), half), 1 - half)
    yield Words(label, x, frame.top - 8, frame.size.small, "middle", colour=GREY_TEXT)


def marks(points: Sequence[SpreadPoint], frame: Frame, start: int) -> Iterator[Piece]:
    """Interval and point of every period; grey before the start."""
    for point in points:
        colour = INK if point.year >= start else SLATE
        if point.lower is not None and point.upper is not None:
            yield Line(((Spot(point.year, point.lower), Spot(point.year, point.upper)),), colour, STROKE)
        yield Dot(spot(point), DOT * frame.size.dot / HALF.dot, colour, hollow=is_chance(point))


def is_chance(point: SpreadPoint) -> bool:
    """Whether zero lies inside the interval; the period of reference has none and is zero itself."""
    return point.lower is None or point.upper is None or point.lower <= 0 <= point.upper


def spot(point: SpreadPoint) -> Spot:
    """A difference with what is said about it."""
    if point.lower is None or point.upper is None:
        return Spot(point.year, point.value or 0.0, (point.text,))
    limits = f"95-%-Bereich{NBSP}{signed(point.lower, 1)} bis {signed(point.upper, 1)}"
    chance = "null liegt darin" if is_chance(point) else "null liegt nicht darin"
    return Spot(point.year, point.value or 0.0, (f"{point.label}: {point.text}", limits, chance))
