"""Lines over years with direct labels: focus or city strong, the others grey.

``Picture(draw=courses(History(...)), alt="…")``: everything the pages' own picture over time knows
(breaks, target, projection, measures, published values) is drawn here as well, laid out for the box.
``gaps`` does the same for the gap before its band of chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from dashboard.display import BreakMark, GapPoint, History
from dashboard.export.plate.fitting import scene_of
from dashboard.export.plate.parts import Draw
from dashboard.figures.gap_chart import gap_scene
from dashboard.figures.history import history_scene
from dashboard.figures.history.scene import Scene, Size

NARROW = 560.0  # px: boxes below it name the time to come briefly


def courses(shown: History) -> Draw:
    """The picture over time of areas and city."""

    def draw(width: float, height: float) -> Markup:
        narrow = width < NARROW
        kept = replace(shown, measures=()) if narrow else shown  # their names would not fit

        def make(size: Size) -> Scene:
            return history_scene(kept, narrow=narrow, size=size)

        return scene_of(make, width, height)

    return draw


def gaps(points: Sequence[GapPoint], breaks: Sequence[BreakMark], unit_label: str = "") -> Draw:
    """The gap between highest and lowest area over time, before what chance alone would give.

    ``unit_label`` stands above the axis; "" where the picture's title names the unit.
    """

    def draw(width: float, height: float) -> Markup:
        make = partial(_gap_scene, tuple(points), tuple(breaks), unit_label)
        return scene_of(make, width, height)

    return draw


def _gap_scene(points: Sequence[GapPoint], breaks: Sequence[BreakMark], unit_label: str, size: Size) -> Scene:
    return gap_scene(points, breaks=breaks, unit_label=unit_label, narrow=False, size=size)
