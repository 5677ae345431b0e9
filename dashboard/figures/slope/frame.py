"""The measures of the slope chart: columns, scale, and the places of all labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.display import SlopeRow
from dashboard.figures.history.scene import width_of
from dashboard.figures.slope.places import pushed_apart

TOP = 46.0  # px: the periods, and air
FOOT = 18.0  # px: air below
LEADER = 22.0  # px from a dot to its label
EDGE = 4.0  # px of air at the left


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand across, in px of the view box; ``pitch`` is the least distance of two labels."""

    width: float
    first: float
    last: float
    change: float  # right edge of the changes
    left_names: bool
    plot: float
    pitch: float
    type: float
    small: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The scale, and where the labels of each row stand at both sides."""

    columns: Columns
    before: float  # px the values at the left need
    behind: float  # px those at the right need
    low: float
    high: float
    places: tuple[tuple[float, float], ...]
    plot: float
    absent: int

    @property
    def top(self) -> float:
        """Upper edge of the ground in px."""
        return TOP

    @property
    def bottom(self) -> float:
        """Lower edge of the ground in px."""
        return TOP + self.plot

    @property
    def height(self) -> float:
        """Of the whole picture, with the list below."""
        return self.bottom + FOOT + ((self.absent + 1) * self.columns.pitch + FOOT if self.absent else 0)

    def y(self, value: float) -> float:
        """Px from above at which a value stands."""
        return height_at(value, self.low, self.high, self.plot)


def height_at(value: float, low: float, high: float, plot: float) -> float:
    """Px from above on a scale from ``low`` to ``high``; the middle when both are the same."""
    share = (value - low) / (high - low) if high > low else 0.5
    return TOP + (1 - share) * plot


def moved(columns: Columns, way: float) -> Columns:
    """Both axes shifted to the right (a negative way: to the left)."""
    return replace(columns, first=columns.first + way, last=columns.last + way)


def frame_of(there: Sequence[SlopeRow], absent: Sequence[SlopeRow], columns: Columns) -> Frame:
    """Scale from the lowest to the highest value; labels pushed apart on both sides."""
    plot = max(columns.plot, (len(there) - 1) * columns.pitch) if there else 40.0
    values = [value for each in there for value in (each.first, each.last) if value is not None]
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    sides = [
        pushed_apart(
            [height_at(value or 0.0, low, high, plot) for value in side], columns.pitch, TOP, TOP + plot
        )
        for side in ([each.first for each in there], [each.last for each in there])
    ]
    places = tuple(zip(*sides, strict=True)) if there else ()
    before, behind = (
        max((width_of(words, columns.type, True) for words in side), default=0.0)
        for side in ([each.first_text for each in there], [each.last_text for each in there])
    )
    fitted = columns if columns.left_names else moved(columns, before + LEADER + EDGE - columns.first)
    return Frame(
        fitted, before, behind, low, high, tuple((one, other) for one, other in places), plot, len(absent)
    )
