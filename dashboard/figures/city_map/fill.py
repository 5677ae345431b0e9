"""Which colour an area gets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from dashboard.display import AreaValue, Scale
from dashboard.figures.contrast import text_on
from dashboard.figures.svg import element
from dashboard.figures.theme import (
    CONTEXT_STRONG,
    FADED,
    GREY_TEXT,
    SEQUENTIAL,
    SIGN_COLOUR,
    classes,
)
from dashboard.figures.ticks import finite

Mode = Literal["classes", "focus"]
HATCH_GROUND = "#f1eee8"


@dataclass(frozen=True, slots=True)
class Paint:
    """How the map is coloured. Without ``scale`` the sign of each area decides."""

    mode: Mode
    scale: Scale | None
    ident: str
    palette: tuple[str, ...] = SEQUENTIAL

    def fill(self, value: AreaValue | None) -> str:
        """The SVG paint of an area: a colour, or the hatching when there is no number."""
        return self.hatch if self.is_hatched(value) else self.ground(value)

    @property
    def hatch(self) -> str:
        """Reference to the hatching of this map."""
        return f"url(#{self.ident}-schraffur)"

    def is_hatched(self, value: AreaValue | None) -> bool:
        """Areas without a number are hatched, never white and never the lowest class."""
        return value is None or not finite([value.value])

    def ground(self, value: AreaValue | None) -> str:
        """The plain colour behind the label of an area."""
        if value is None or value.value is None or self.is_hatched(value):
            return HATCH_GROUND
        if self.mode == "focus":
            return focus_colour(value) if value.focused else FADED
        if self.scale is None:
            return FADED if value.sign in ("same", "none") else SIGN_COLOUR[value.sign]
        return classes(len(self.scale.edges) + 1, self.palette)[class_of(value.value, self.scale)]

    def type_colour(self, value: AreaValue | None) -> str:
        """Colour of the type on that ground."""
        return text_on(self.ground(value))


def focus_colour(value: AreaValue) -> str:
    """Petrol, orange or grey: the focused area by its comparison with the rest of the city."""
    return SIGN_COLOUR[value.sign] if value.sign in ("better", "worse") else GREY_TEXT


def class_of(value: float, scale: Scale) -> int:
    """Class number 0…; a value on a limit belongs to the class above ("25 bis unter 30")."""
    return bisect_right(scale.edges, value)


def hatching(ident: str, unit: float = 1.0) -> Markup:
    """The pattern for areas without a number."""
    size = 7 * unit
    lines = element("rect", width=size, height=size, fill=HATCH_GROUND) + element(
        "line", x1=0, y1=0, x2=0, y2=size, stroke=CONTEXT_STRONG, stroke_width=2 * unit
    )
    return element(
        "pattern",
        lines,
        id=f"{ident}-schraffur",
        width=size,
        height=size,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
