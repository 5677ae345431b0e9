"""The pieces of the page on costs, typed: six views, each with up to four cards."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from dashboard.answers.parts import Controls, Foot, Method, PublishedValue, Said, Table, Tile
from dashboard.display import AreaValue, History, Scale, Shape
from dashboard.figures.icicle import Icicle
from dashboard.figures.scenario_chart import ScenarioChart
from dashboard.figures.stack import Stack
from dashboard.figures.waterfall import Waterfall
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the views, as a link."""

    title: str
    question: str
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a ledger. ``bar``: share of the longest (0…1), None without one.

    ``role``: "" for a part, "group" for a heading with its sum, "sum" for the total, "more" for what the
    total is a part of. ``key``: names the row for the keyboard; ``cells`` follow the name.
    """

    name: str
    cells: tuple[str, ...]
    bar: float | None = None
    colour: str = ""
    href: str = ""
    key: str = ""
    role: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rows with bars. The bar stands before the cell ``barred`` (0: right after the name; below: none)."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    barred: int = 0
    mark: float | None = None  # a dashed line across the bars: the city


@dataclass(frozen=True, slots=True)
class Crumbs:
    """The way down: label, address and key of every level above; the last is where we are."""

    steps: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; ``strong``: a line that carries a result."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """Colours and marks with their words: "colour:…", "plan", "published", "hatched"."""

    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Map:
    """The areas in classes of a neutral scale."""

    shapes: tuple[Shape, ...]
    values: tuple[AreaValue, ...]
    scale: Scale | None
    unit: str
    title: str
    sentences: Mapping[str, str] = field(hash=False)


Block = Stack | Waterfall | Icicle | ScenarioChart | History | Ledger | Crumbs | Words | Legend | Map


@dataclass(frozen=True, slots=True)
class Card:
    """One card: ``blocks`` one below the other, those of ``beside`` in a second column."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    table: Table
    beside: tuple[Block, ...] = ()
    half: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What one view shows."""

    headline: str
    subtitle: str
    detail: str
    period: str
    cards: tuple[Card, ...]
    tiles: tuple[Tile, ...] = ()
    published: tuple[PublishedValue, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a slider: ``way`` from its left end (0…1), outside if it is not on it."""

    way: float
    text: str
    side: str  # "break-even" or "trend"


@dataclass(frozen=True, slots=True)
class Slider:
    """A growth rate in per cent per year that the reader sets."""

    name: str
    label: str
    value: str
    text: str
    low: float
    high: float
    marks: tuple[Mark, ...]
    hidden: bool


@dataclass(frozen=True, slots=True)
class KostenAnswer:
    """Everything the page shows for one view of one release."""

    key: Hashable
    view: View
    address: str
    demo: bool
    said: Said
    tabs: tuple[Tab, ...]
    controls: Controls
    sliders: tuple[Slider, ...]
    tiles: tuple[Tile, ...]
    cards: tuple[Card, ...]
    published: tuple[PublishedValue, ...]
    method: Method
    foot: Foot
