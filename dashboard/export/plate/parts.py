"""What a plate holds. Everything is final: words are German, numbers are printed, links are whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from dashboard.answers.parts import Foot, Said, Table
from dashboard.display import Sign
from dashboard.export.plate.heat import HeatMap
from dashboard.model import Origin

#: Width and height of a box in px → an SVG whose view box has exactly this size. All its looks are in
#: attributes (no style sheet reaches it), and no letter is smaller than 15 px.
Draw = Callable[[float, float], Markup]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing that fills its box. ``alt``: what it shows, in one sentence.

    ``weight``: its share of the width beside the other blocks of the plate (of the height in a square).
    """

    draw: Draw
    alt: str
    title: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: texts by column, and the sign that stands before them."""

    cells: tuple[str, ...]
    sign: Sign | None = None
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Words and numbers that are the picture themselves. The first column is text, the others align right.

    What does not fit is counted in a last line ("und 12 weitere"), never cut off silently.
    """

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    title: str = ""
    weight: float = 1.0
    text_columns: int = 1  # so many columns from the left are text


Block = Picture | Listing


@dataclass(frozen=True, slots=True)
class Key:
    """A key figure with what belongs to it: interval, n, period."""

    label: str
    value: str
    lines: tuple[str, ...] = ()
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """One series of a chart. None is a gap, never zero.

    ``sign``: the comparison it counts, which gives it its colour; ``fill``: any other colour of its own.
    """

    name: str
    values: tuple[float | None, ...]
    focused: bool = False
    city: bool = False
    sign: Sign | None = None
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that office programs can edit: every course has a value for every category.

    The values are those of the view's JSON (``wert``), unrounded; ``decimals`` is for printing. ``kind``:
    bars lie, columns stand, stacked ones are columns on one another, shares are stacked lying bars. A
    waterfall has one course: amounts at the places in ``totals``, signed steps between them.
    ``focused``, ``city``: the categories that are the area in focus and the whole city, where they are.
    ``printed``: the values as the view prints them, where rounding has made them add up.
    """

    kind: Literal["bars", "columns", "lines", "stacked", "shares", "waterfall"]
    title: str
    categories: tuple[str, ...]
    courses: tuple[Course, ...]
    unit: str
    decimals: int = 1
    focused: str = ""
    city: str = ""
    totals: tuple[int, ...] = ()
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plate:
    """A view for paper, slide and preview. ``name``: of files, without ending.

    ``legend``: signs in use and what they mean. ``notes``: definition, limits, method: what a reader needs
    who has nothing but the paper. ``keys``: at most four. ``tables``: the accessible equals of the blocks.
    ``heat``: what a slide shows as a table of coloured cells before the chart, ``beside``: as plain tables
    next to it, where the picture draws them.
    """

    name: str
    kicker: str
    headline: str
    subtitle: str
    detail: str
    body: tuple[Block, ...]
    chart: Chart
    tables: tuple[Table, ...]
    source: str
    origin: Origin
    origin_word: str
    release: str
    address: str
    keys: tuple[Key, ...] = ()
    legend: tuple[tuple[Sign, str], ...] = ()
    notes: tuple[str, ...] = ()
    heat: HeatMap | None = None
    beside: tuple[Listing, ...] = ()

    @classmethod
    def of(
        cls,
        said: Said,
        foot: Foot,
        *,
        kicker: str,
        address: str,
        body: tuple[Block, ...],
        chart: Chart,
        tables: tuple[Table, ...],
        keys: tuple[Key, ...] = (),
        legend: tuple[tuple[Sign, str], ...] = (),
        notes: tuple[str, ...] = (),
        heat: HeatMap | None = None,
    ) -> Plate:
        """The plate of a page: its words are those of the view, its source and origin those of its foot."""
        return cls(
            name=said.file,
            kicker=kicker,
            headline=said.headline,
            subtitle=said.subtitle,
            detail=said.detail,
            body=body,
            chart=chart,
            tables=tables,
            source=foot.source,
            origin=foot.origin,
            origin_word=foot.origin_word,
            release=foot.release,
            address=address,
            keys=keys,
            legend=legend,
            notes=notes,
            heat=heat,
        )

    @property
    def demo(self) -> bool:
        """Whether it has to be marked as example data."""
        return self.origin == "demo"
