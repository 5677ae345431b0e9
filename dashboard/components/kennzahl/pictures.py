"""The page's charts: for Plotly, as our own picture below it, and in the layout of a phone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from markupsafe import Markup as Safe

from dashboard.answers.gap import Apart
from dashboard.answers.kennzahl import KennzahlAnswer
from dashboard.answers.kennzahl.cards import Between, Developing
from dashboard.display import BreakMark, GapPoint, History, SpreadPoint
from dashboard.figures.gap_chart import gap_scene
from dashboard.figures.history import history_scenes
from dashboard.figures.history.as_plotly import plotly
from dashboard.figures.history.as_svg import svg
from dashboard.figures.history.scene import Scene
from dashboard.figures.slope import slope_svg
from dashboard.figures.spread_chart import spread_scene
from dashboard.figures.theme import Figure

_KEPT = 128  # pictures, up to 30 KB; they are made of numbers alone, so equal input is the same picture
Breaks = tuple[BreakMark, ...]


@dataclass(frozen=True)
class Drawn:
    """One picture in its three forms; the one for Plotly is made when it is asked for."""

    wide: Scene
    still: Safe
    narrow: Safe

    def figure(self) -> Figure:
        """For Plotly."""
        return plotly(self.wide)

    @property
    def height(self) -> int:
        """Of the figure, in px."""
        return round(self.wide.frame.height)


@dataclass(frozen=True)
class Pictures:
    """The pictures of one answer, each scene laid out once."""

    answer: KennzahlAnswer

    @cached_property
    def history_scene(self) -> Scene:
        """The big picture, wide."""
        return _history(self.answer.developing.history)[0]

    @cached_property
    def history(self) -> Drawn:
        """The development."""
        card: Developing = self.answer.developing
        wide, phone = _history(card.history)
        return _drawn(wide, phone, card.title, card.description, "bild-verlauf")

    @cached_property
    def gap(self) -> Drawn:
        """The gap over time with its chance band."""
        card: Apart = self.answer.apart
        return _gap(card.points, card.breaks, card.unit_label, card.title, card.description)

    @cached_property
    def spread(self) -> Drawn:
        """The true spread over time."""
        card: Apart = self.answer.apart
        return _spread(card.spread, card.breaks, card.unit_label, card.spread_title, card.description)

    def two(self, *, narrow: bool) -> Safe:
        """Two periods side by side; a picture of our own on every screen, with links in it."""
        card: Between = self.answer.between
        if not card.there:
            return Safe("")
        return slope_svg(
            card.rows,
            card.first_label,
            card.last_label,
            title=card.title,
            description=card.description,
            change_label=card.change_label,
            ident="bild-zweijahre-schmal" if narrow else "bild-zweijahre",
            narrow=narrow,
        )


# Finding room for the labels is most of the work, and gap and spread stay the same for every area and year.
@lru_cache(_KEPT)
def _history(shown: History) -> tuple[Scene, Scene]:
    """Wide, and for a phone."""
    return history_scenes(shown)


@lru_cache(_KEPT)
def _gap(points: tuple[GapPoint, ...], breaks: Breaks, unit_label: str, title: str, words: str) -> Drawn:
    wide = gap_scene(points, breaks=breaks, unit_label=unit_label, narrow=False)
    phone = gap_scene(points, breaks=breaks, unit_label=unit_label, narrow=True)
    return _drawn(wide, phone, title, words, "bild-abstand")


@lru_cache(_KEPT)
def _spread(
    points: tuple[SpreadPoint, ...], breaks: Breaks, unit_label: str, title: str, words: str
) -> Drawn:
    wide = spread_scene(points, breaks=breaks, unit_label=unit_label, narrow=False)
    phone = spread_scene(points, breaks=breaks, unit_label=unit_label, narrow=True)
    return _drawn(wide, phone, title, words, "bild-streuung")


def _drawn(wide: Scene, phone: Scene, title: str, description: str, ident: str) -> Drawn:
    still = svg(wide, title=title, description=description, ident=ident, fluid=True)
    narrow = svg(phone, title=title, description=description, ident=f"{ident}-schmal", fluid=True)
    return Drawn(wide, still, narrow)
