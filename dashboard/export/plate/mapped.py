"""The map of the city with its labels and the steps of its colours below it.

``Picture(draw=mapped(shapes, values, scale, unit), alt="…")``; ``values`` are the areas as a list shows
them. Without outlines a sentence says so. In a small box the map carries bare numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from dashboard.display import AreaValue, Scale, Shape
from dashboard.export.plate.fitting import SMALLEST, boxed
from dashboard.export.plate.mapped_steps import Steps
from dashboard.export.plate.parts import Draw
from dashboard.figures.city_map import city_map
from dashboard.figures.city_map.fill import Mode
from dashboard.figures.city_map.labels import PLANE
from dashboard.figures.svg import document
from dashboard.figures.theme import SEQUENTIAL

COMPACT: Final = 430.0  # px: a narrower map carries bare numbers
_NAME, _NUMBER, _LEAST = 13.0, 21.0, 0.8  # how :mod:`.city_map` letters a plane of 560 units


def mapped(
    shapes: Sequence[Shape],
    values: Sequence[AreaValue],
    scale: Scale | None,
    unit: str,
    *,
    mode: Mode = "classes",
    palette: tuple[str, ...] = SEQUENTIAL,
) -> Draw:
    """The map in classes of its values, or one area in focus and the others pale."""
    plain = {value.area: replace(value, noted=False) for value in values}  # no room to explain the star

    def draw(width: float, height: float) -> Markup:
        steps = Steps.of(scale if mode == "classes" else None, values, palette)
        key, box = steps.placed(width, height)
        plane = _plane(shapes, box)
        compact = plane < COMPACT
        drawn = city_map(
            shapes,
            plain,
            scale,
            mode=mode,
            title="",
            description="",
            unit_label="" if steps.entries else unit,
            compact=compact,
            link=False,
            palette=palette,
            ident="bild",
            letters=_letters(plane, compact),
        )
        return document(boxed(drawn, box), *key, view=(0, 0, width, height))

    return draw


def _plane(shapes: Sequence[Shape], box: tuple[float, float, float, float]) -> float:
    """Px across that the plane of the shapes gets in the box; labels outside take some."""
    if not shapes:
        return box[2]
    return 0.94 * min(box[2], box[3] * shapes[0].width / shapes[0].height)


def _letters(plane: float, compact: bool) -> float:
    """How much larger the labels must be for the smallest of them to be legible."""
    least = _NUMBER if compact else _NAME * _LEAST
    return max(1.0, SMALLEST * PLANE / plane / least)
