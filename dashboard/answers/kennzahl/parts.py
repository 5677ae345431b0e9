"""The pieces of an indicator's page, typed and final: words are German, links are whole."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from dashboard.answers.gap import Apart
from dashboard.answers.kennzahl.cards import Between, Developing, Split
from dashboard.answers.parts import (
    Controls,
    Crumb,
    Foot,
    KeyFigure,
    Method,
    Option,
    PublishedValue,
    Said,
    Tile,
)
from dashboard.catalogue.models import Indicator
from dashboard.display import AreaValue, Shape, Sign
from dashboard.model import TargetStatus, TrendLabel
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class Signed:
    """A tile with the sign of what it says; at most one of the three is set."""

    tile: Tile
    sign: Sign = "none"
    trend: TrendLabel | None = None
    target: TargetStatus | None = None


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure that concerns the life phase and the area. ``assumed``: no source says when or where."""

    title: str
    period: str
    place: str
    description: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as it is cited; ``url`` may be empty."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Known:
    """What stands at the end of the page: notes, definition, measures, sources, corrections."""

    notes: tuple[str, ...]
    definition: tuple[tuple[str, str], ...]
    measures: tuple[MeasureLine, ...]
    sources: tuple[Cited, ...]
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ViewLink:
    """A link to one of the three views; ``offered``: it has something to show, and is not the only one."""

    name: str
    title: str
    href: str
    here: bool
    offered: bool


@dataclass(frozen=True, slots=True)
class KennzahlAnswer:
    """Everything ``/kennzahl/<id>`` shows for one view of one release."""

    key: Hashable
    view: View
    address: str
    indicator: Indicator
    demo: bool
    said: Said
    crumbs: tuple[Crumb, ...]
    views: tuple[ViewLink, ...]
    shapes: tuple[Shape, ...]
    areas: tuple[AreaValue, ...]
    controls: Controls
    figure: KeyFigure
    tiles: tuple[Signed, ...]
    developing: Developing
    between: Between
    apart: Apart
    split: Split
    known: Known
    method: Method
    published: tuple[PublishedValue, ...]
    foot: Foot
    map_link: Option  # label and address of the same view on the start page
