"""The pieces of an answer, typed. Everything in here is final: words are German, links are whole."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from dashboard.answers.pinned import Pinned
from dashboard.answers.rows import Described, Row
from dashboard.catalogue.models import Indicator
from dashboard.display import AreaValue, CityLine, Point, Scale, Series, Shape, Sign
from dashboard.model import Origin
from dashboard.state import View

Option = tuple[str, str]  # value, German label


@dataclass(frozen=True, slots=True)
class Select:
    """One choice of the reader; hidden where there is nothing to choose. ``name``: the parameter."""

    name: str
    label: str
    options: tuple[Option, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One area in the 3×3 picker of the phone."""

    name: str
    href: str
    row: int
    column: int
    focused: bool


@dataclass(frozen=True, slots=True)
class Controls:
    """What the reader can choose, and what is chosen."""

    selects: tuple[Select, ...]
    hidden: tuple[Option, ...]  # name and value of what the form carries along
    cells: tuple[Cell, ...]
    city_href: str  # the view without an area in focus; "" where there is none
    title: str  # what the phone's bar says is shown
    chosen: str  # area and period beside it
    with_years: bool = False
    years: tuple[int, ...] = ()
    year: int = 0
    year_label: str = ""
    first_label: str = ""
    period_kind: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """The one number a phone shows beside the statement."""

    value: str
    place: str
    sign: Sign
    sign_word: str
    lines: tuple[str, ...]  # interval, n, rest of the city


@dataclass(frozen=True, slots=True)
class Tile:
    """One of the four tiles. ``symbol`` is a sign or target status, or empty."""

    label: str
    value: str
    detail: str


@dataclass(frozen=True, slots=True)
class PublishedValue:
    """A published figure in its own slot: never joined with a line of other origin."""

    place: str
    period: str
    text: str
    source: str
    url: str
    note: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Table:
    """The accessible equal of a chart. Cells are printed texts; the first column names the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Method:
    """Definition, what one should know, how it was processed, and the statistics used."""

    definition: tuple[tuple[str, str], ...]  # term, text
    notes: tuple[str, ...]
    statistics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foot:
    """Source, origin and release under every card."""

    source: str
    origin: Origin
    origin_word: str
    release: str
    files: tuple[Option, ...]  # label, address


@dataclass(frozen=True, slots=True)
class Said:
    """What the view says in words, and what of its address could not be used."""

    title: str  # of the document
    headline: str
    subtitle: str
    detail: str
    copy_text: str
    period: str
    notices: tuple[str, ...]
    pinned: Pinned | None = None  # set by the sheet, from the address


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
class Figures:
    """A view's figures for files: rows, and what is said about them. ``name``: of the file, no ending."""

    name: str
    title: str
    statement: str
    detail: str
    period: str
    unit: str
    origin: Origin
    source: str
    release: str
    address: str
    filters: tuple[tuple[str, str], ...]  # in words: what was chosen
    notices: tuple[str, ...]
    notes: tuple[str, ...]
    rows: tuple[Row, ...]
    indicators: tuple[Described, ...] = ()  # of files that hold several indicators


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
