"""What the pictures of one measure over time have in common: their set-up, and both ways to write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from markupsafe import Markup

from dashboard.display import BreakMark
from dashboard.figures.gap_chart.ground import Dated, Ground, ground, joined_runs, strips_of
from dashboard.figures.history import axes
from dashboard.figures.history.as_plotly import plotly
from dashboard.figures.history.as_svg import svg
from dashboard.figures.history.scene import Frame, Piece, Scene, Size
from dashboard.figures.theme import Figure

RIGHT = 0.97  # the plot ends here, as a part of the picture's width


class Labelled(Dated, Protocol):
    """A value of a year with the year's name."""

    @property
    def label(self) -> str:
        """How the year is called below the axis."""
        ...


One = TypeVar("One", bound=Labelled)
Draw = Callable[[Sequence[One], Sequence[BreakMark], str, bool], Scene]


@dataclass(frozen=True, slots=True)
class Stage(Generic[One]):
    """The frame, the pieces around and behind the lines, and the values that a line may join."""

    frame: Frame
    around: tuple[Piece, ...]
    runs: list[tuple[One, ...]]


def staged(
    points: Sequence[One],
    known: Sequence[One],
    numbers: Sequence[float],
    breaks: Sequence[BreakMark],
    unit_label: str,
    size: Size,
) -> Stage[One]:
    """The set-up for ``known`` points out of all ``points``; ``numbers`` and zero fit on the axis."""
    labels = {point.year: point.label for point in points}
    base = Ground(labels, tuple(one.year for one in known), tuple(breaks), unit_label)
    limits = axes.fitted([0.0, *numbers], 5)
    frame, around = ground(base, strips_of(base, "nicht berechnet"), limits, size, right=RIGHT)
    return Stage(frame, around, joined_runs(known, breaks))


@dataclass(frozen=True, slots=True)
class Picture(Generic[One]):
    """A scene of points over time, written for Plotly and as SVG. ``ident``: prefix of the SVG's ids."""

    draw: Draw[One]
    ident: str

    def plotly(
        self,
        points: Sequence[One],
        *,
        breaks: Sequence[BreakMark] = (),
        unit_label: str = "Punkte",
        narrow: bool = False,
    ) -> Figure:
        """The Plotly figure: fixed height, as wide as its card."""
        return plotly(self.draw(points, breaks, unit_label, narrow))

    def svg(
        self,
        points: Sequence[One],
        *,
        title: str,
        description: str,
        breaks: Sequence[BreakMark] = (),
        unit_label: str = "Punkte",
        ident: str = "",
        narrow: bool = False,
        fluid: bool = True,
    ) -> Markup:
        """The same as SVG. ``fluid=False`` gives fixed proportions (620 or 358 px wide) for files."""
        scene = self.draw(points, breaks, unit_label, narrow)
        return svg(scene, title=title, description=description, ident=ident or self.ident, fluid=fluid)
