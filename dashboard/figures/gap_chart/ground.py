"""The ground of a picture of one measure over time: axes, breaks, years without a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from dashboard.display import BreakMark
from dashboard.figures.history import axes, strips
from dashboard.figures.history.scene import Frame, Piece, Size, Words, width_of
from dashboard.figures.theme import GREY_TEXT

TOP, UNIT, FOOT = 12, 30, 4  # px: air above, the unit's line, air below
SIDE = 0.6  # years of air at both ends


class Dated(Protocol):
    """Anything that belongs to a year."""

    @property
    def year(self) -> int:
        """The year it belongs to."""
        ...


One = TypeVar("One", bound=Dated)


@dataclass(frozen=True, slots=True)
class Ground:
    """Periods with their labels, those with a value, and what interrupts them."""

    labels: dict[int, str]
    known: tuple[int, ...]
    breaks: tuple[BreakMark, ...]
    unit_label: str

    @property
    def years(self) -> tuple[int, ...]:
        """Every year from the first to the last one known."""
        return tuple(range(min(self.known), max(self.known) + 1))


def joined_runs(known: Sequence[One], breaks: Sequence[BreakMark]) -> list[tuple[One, ...]]:
    """Values of neighbouring years that a line may join; none across a break."""
    starts = {mark.year for mark in breaks}
    found: list[list[One]] = []
    for point in sorted(known, key=lambda each: each.year):
        if found and found[-1][-1].year == point.year - 1 and point.year not in starts:
            found[-1].append(point)
        else:
            found.append([point])
    return [tuple(run) for run in found]


def strips_of(base: Ground, missing: str) -> list[strips.Named]:
    """Breaks, and years that are listed but have no value."""
    empty = {year: base.labels[year] for year in base.years if year in base.labels and year not in base.known}
    found = strips.break_strips(base.breaks, {*base.known, *empty})
    return found + strips.empty_strips(empty, "", missing)


def ground(
    base: Ground, named: Sequence[strips.Named], limits: tuple[float, float], size: Size, right: float
) -> tuple[Frame, tuple[Piece, ...]]:
    """The frame, and the pieces around and behind the lines."""
    years = (base.years[0] - SIDE, base.years[-1] + SIDE)
    left = axes.left_of(limits, size)
    taken = width_of(base.unit_label, size.small) + 6 if base.unit_label else 0.0
    heads = strips.headings(named, size, (left, right), years, taken)
    top = max(strips.height_of(heads), UNIT if base.unit_label else TOP)
    frame = Frame(size, left, right, top, top + size.plot + axes.BELOW + FOOT, years, limits)
    labels = {year: base.labels.get(year, str(year)) for year in base.years}
    unit = Words(base.unit_label, 0, frame.top - 1.8 * size.small, size.small, colour=GREY_TEXT)
    return frame, (
        *strips.grounds(frame, named),
        *axes.value_axis(frame),
        *([unit] if base.unit_label else []),
        *strips.names(frame, heads),
        *axes.periods(frame, labels, base.years[-1]),
    )
