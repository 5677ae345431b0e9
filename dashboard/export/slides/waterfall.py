"""A waterfall of stacked columns: a base without fill carries each step to where the one before it ended.

Values are the plate's own; a decrease stands there as its length. Only what crosses zero is cut in two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dashboard.export.plate.parts import Chart, Course
from dashboard.figures import theme
from dashboard.figures.contrast import INK
from dashboard.figures.waterfall import TOTAL_GREY
from dashboard.wording.units import MINUS

BASE: Final = " "  # the name of the helper series that is not drawn
TOTAL, UP, DOWN = "Gesamt", "Zunahme", "Abnahme"
UP_BELOW, DOWN_BELOW = "Zunahme unter null", "Abnahme unter null"
#: Series that are no entry of the legend.
SILENT: Final = (BASE, UP_BELOW, DOWN_BELOW)
FILLS: Final = {
    BASE: "", TOTAL: TOTAL_GREY, UP: theme.ORANGE, DOWN: theme.PETROL, UP_BELOW: theme.ORANGE,
    DOWN_BELOW: theme.PETROL,
}  # fmt: skip
INKS: Final = {
    TOTAL: INK, UP: theme.ORANGE_TEXT, DOWN: theme.PETROL, UP_BELOW: theme.ORANGE_TEXT,
    DOWN_BELOW: theme.PETROL,
}  # fmt: skip
SIGNS: Final = {UP: "+", UP_BELOW: "+", DOWN: MINUS, DOWN_BELOW: MINUS}


@dataclass(frozen=True, slots=True)
class Step:
    """One column from ``start`` to ``end``; a total begins at zero. ``value``: the plate's own number."""

    value: float
    start: float
    end: float
    total: bool

    @property
    def low(self) -> float:
        """Its lower end."""
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        """Its upper end."""
        return max(self.start, self.end)

    @property
    def crossing(self) -> bool:
        """Whether zero lies within it."""
        return self.low < 0 < self.high

    @property
    def base(self) -> float | None:
        """What is not drawn between zero and the column."""
        found = max(self.low, 0.0) + min(self.high, 0.0)
        return found if found and not self.total else None

    def piece(self, name: str) -> float | None:
        """The length of the step in one series, None where it has no part in it."""
        if self.total or not self.value:
            return self.value if self.total and name == TOTAL else None
        above, below = (UP, UP_BELOW) if self.value > 0 else (DOWN, DOWN_BELOW)
        if name == above and self.high > 0:
            return self.high if self.crossing else abs(self.value)
        if name == below and self.low < 0:
            return self.low if self.crossing else -abs(self.value)
        return None


def steps(chart: Chart) -> tuple[Step | None, ...]:
    """A column per category, None where there is no value. Raises ValueError for several courses."""
    (course,) = chart.courses
    return tuple(_steps(chart, course))


def _steps(chart: Chart, course: Course) -> Iterator[Step | None]:
    level = 0.0
    for place, value in enumerate(course.values):
        total = place in chart.totals
        start = 0.0 if total else level
        level = level if value is None else start + value
        yield None if value is None else Step(value, start, level, total)


def series(chart: Chart) -> Chart:
    """The same chart with a course per series of the stacked columns; those without any part are left out."""
    found = steps(chart)
    base = Course(BASE, tuple(step.base if step else None for step in found))
    parts = (
        Course(name, tuple(step.piece(name) if step else None for step in found))
        for name in (TOTAL, UP, DOWN, UP_BELOW, DOWN_BELOW)
    )
    drawn = tuple(course for course in parts if any(value is not None for value in course.values))
    return replace(chart, courses=(base, *drawn))
