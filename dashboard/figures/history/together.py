"""How the points of a history hang together and what is said about them: the same in every layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from dashboard.display import History, Point, Series
from dashboard.figures.history.scene import Spot
from dashboard.figures.runs import Run, has_interval, interval_words, runs
from dashboard.wording.signs import SIGN_WORDS
from dashboard.wording.units import NBSP


@dataclass(frozen=True)
class Together:
    """The runs of every series, and their points as they are drawn: found once for all layouts."""

    shown: History

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Years that begin a new series."""
        return tuple(mark.year for mark in self.shown.breaks)

    @cached_property
    def _runs(self) -> dict[int, tuple[Run, ...]]:
        everyone = (*self.shown.series, self.shown.city)
        return {id(each): runs(each.points, self.shown.years, self.breaks) for each in everyone}

    @cached_property
    def _spots(self) -> dict[int, tuple[tuple[Spot, ...], ...]]:
        everyone = (*self.shown.series, self.shown.city)
        return {id(each): spots_of(each, self._runs[id(each)]) for each in everyone}

    def runs(self, series: Series) -> tuple[Run, ...]:
        """Points that a line may join: none across a break, a hidden or a missing year."""
        return self._runs[id(series)]

    def spots(self, series: Series) -> tuple[tuple[Spot, ...], ...]:
        """The same as they are drawn."""
        return self._spots[id(series)]


def spots_of(series: Series, pieces: Sequence[Run]) -> tuple[tuple[Spot, ...], ...]:
    """Runs of points as they are drawn."""
    return tuple(tuple(spot(series, point) for point in piece) for piece in pieces)


def spot(series: Series, point: Point) -> Spot:
    """A value with what is said about it; points without one must not come here."""
    if point.value is None:
        raise ValueError(f"nothing to draw: {series.area} {point.year}")
    return Spot(point.year, point.value, partial(told, series, point))


def told(series: Series, point: Point) -> tuple[str, ...]:
    """Name, period and value, interval, and what the value is."""
    says = [series.name, f"{point.label}: {point.text}"]
    if has_interval(point):
        says.append(f"95-%-Intervall{NBSP}{interval_words(point)}")
    if point.origin == "published":
        says.append("veröffentlichter Wert")
    elif point.sign != "none":
        says.append(SIGN_WORDS[point.sign])
    return tuple(says)
