"""The answer of the start page."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from dashboard.answers.parts.controls import Controls, Option
from dashboard.answers.parts.files import Foot
from dashboard.answers.parts.texts import KeyFigure, Method, PublishedValue, Said, Table, Tile
from dashboard.catalogue.models import Indicator
from dashboard.display import AreaValue, CityLine, Point, Scale, Series, Shape
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class Trend:
    """The areas over time."""

    title: str
    subtitle: str
    series: tuple[Series, ...]
    city: Series
    published: tuple[Point, ...]  # of the city, beside the line
    years: tuple[int, ...]  # without gaps
    year: int
    limits: tuple[float, float]
    breaks: tuple[int, ...]
    table: Table
    foot: Foot  # its files hold all periods


@dataclass(frozen=True, slots=True)
class Compared:
    """The areas at the shown period, on the map and in order."""

    map_title: str
    list_title: str
    areas: tuple[AreaValue, ...]  # in drawn order: highest value first, without value last
    city: CityLine  # without value where a city line among the areas would make no sense
    city_href: str
    limits: tuple[float, float]
    scale: Scale | None
    shapes: tuple[Shape, ...]
    sentences: Mapping[str, str]  # area id -> sentence for the screen reader
    table: Table


@dataclass(frozen=True, slots=True)
class KarteAnswer:
    """Everything the start page shows for one view of one release."""

    key: Hashable  # equal for equal answers: release and view
    view: View
    address: str
    indicator: Indicator
    demo: bool
    has_areas: bool
    said: Said
    controls: Controls
    figure: KeyFigure
    tiles: tuple[Tile, ...]
    compared: Compared
    trend: Trend
    published: tuple[PublishedValue, ...]
    method: Method
    foot: Foot
    more: Option  # label and address of the indicator's own page, same view
