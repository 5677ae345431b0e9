"""An icicle: total → Bereich → Hilfeart, and the areas of what is chosen on a scale of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.figures.contrast import INK, WHITE, text_on
from dashboard.figures.money_frame import Ground, hatching, picture, words
from dashboard.figures.stack import HATCHED
from dashboard.figures.svg import Attribute, element
from dashboard.figures.svg_lines import joined
from dashboard.figures.theme import GREY_TEXT, SLATE

TOP = 26.0
GAP = 22.0  # between the columns, and wider before the areas


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: ``start`` and ``end`` are shares of its column's height. Without ``href`` no link.

    ``outside``: too flat for type; its words stand beside it.
    """

    key: str
    title: str
    lines: tuple[str, ...]
    start: float
    end: float
    colour: str
    href: str
    tip: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Cells one below the other, and how wide the column is (share of the picture)."""

    title: str
    cells: tuple[Cell, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Icicle:
    """Columns from the whole to the part. The last has a scale of its own: a wedge joins it to
    ``opened``, the cell it belongs to (column, index), if any."""

    name: str
    columns: tuple[Column, ...]
    opened: tuple[int, int] | None
    ident: str = "eiszapfen"


def icicle(shown: Icicle, width: float, height: float) -> Markup:
    """The picture: every cell that leads on is a link with its sum as accessible name."""
    box = Ground(width, height, 0, width, TOP, height - 4, 0, 1)
    edges = places(shown, width)
    parts = [hatching(shown.ident, "#1d7478"), *wedge(shown, box, edges)]
    for column, (x, wide) in zip(shown.columns, edges, strict=True):
        parts.append(words(column.title, x, 15, 12.5, fill=GREY_TEXT, font_weight=600))
        parts += [drawn(cell, x, wide, box, shown.ident) for cell in column.cells]
    outlines = [
        outline(cell, x, wide, box)
        for column, (x, wide) in zip(shown.columns, edges, strict=True)
        for cell in column.cells
        if cell.chosen
    ]
    return picture(box, *parts, *outlines, name=shown.name, group=True)


def places(shown: Icicle, width: float) -> list[tuple[float, float]]:
    """Left edge and width of each column."""
    gaps = [4.0] * max(0, len(shown.columns) - 2) + [GAP]
    free = width - sum(gaps[: len(shown.columns) - 1]) - 2
    x, found = 1.0, []
    for index, column in enumerate(shown.columns):
        wide = column.width * free
        found.append((x, wide))
        x += wide + (gaps[index] if index < len(gaps) else 0)
    return found


def spans(cell: Cell, box: Ground) -> tuple[float, float]:
    """Upper and lower edge."""
    high = box.bottom - box.top
    return box.top + cell.start * high, box.top + cell.end * high


def drawn(cell: Cell, x: float, wide: float, box: Ground, ident: str) -> Markup:
    """One cell with as much type as fits into it."""
    top, bottom = spans(cell, box)
    fill = f"url(#{ident})" if cell.colour == HATCHED else cell.colour
    rect = element(
        "rect", x=x, y=top, width=wide, height=max(0.6, bottom - top), fill=fill, stroke=WHITE, stroke_width=1
    )
    inner = [element("title", cell.tip), rect, *lettering(cell, x, wide, top, bottom)]
    if not cell.href:
        return element("g", *inner)
    given: dict[str, Attribute] = {"href": cell.href, "data_view": "1", "data_raum": f"feld-{cell.key}"}
    return element("a", *inner, class_="cell", aria_label=cell.tip, **given)


def lettering(cell: Cell, x: float, wide: float, top: float, bottom: float) -> Iterator[Markup]:
    """Name and lines in a high cell, all in one line in a flat one, nothing in a sliver."""
    high = bottom - top
    ink = INK if cell.colour == HATCHED else text_on(cell.colour)
    if cell.colour == HATCHED and high >= 13:
        most = 7 * max(len(cell.title) + 2, *(len(line) for line in cell.lines or ("",)))
        whole = high >= 17 * (1 + len(cell.lines)) + 4
        tall = 17 * (1 + len(cell.lines)) if whole else 15
        yield element(
            "rect",
            x=x + 5,
            y=top + 2 if whole else (top + bottom) / 2 - min(tall, high - 3) / 2,
            width=min(most, wide - 10),
            height=min(tall, high - 3),
            fill=WHITE,
            fill_opacity=0.92,
        )
    if high >= 17 * (1 + len(cell.lines)) + 4:
        yield words(cell.title, x + 9, top + 18, 13, fill=ink, font_weight=700)
        for index, line in enumerate(cell.lines):
            yield words(line, x + 9, top + 35 + 16 * index, 12, fill=ink)
    elif high >= 13:
        size = 12 if high >= 16 else 11
        y = (top + bottom) / 2 + 4
        room = wide - 16 - 6.6 * len(cell.lines[0] if cell.lines else "")
        fits = 7.2 * len(cell.title) <= room
        yield words(cell.title, x + 9, y, size, fill=ink, font_weight=650)
        if cell.lines and fits:
            yield words(cell.lines[0], x + wide - 8, y, size, fill=ink, text_anchor="end")


def outline(cell: Cell, x: float, wide: float, box: Ground) -> Markup:
    """The ink outline of a chosen cell with white inside, above all others; it takes no click away."""
    top, bottom = spans(cell, box)
    lines = [
        element(
            "rect",
            x=x + inset,
            y=top + inset,
            width=wide - 2 * inset,
            height=max(1.0, bottom - top - 2 * inset),
            fill="none",
            stroke=colour,
            stroke_width=size,
        )
        for inset, colour, size in ((0.0, INK, 2.4), (2.2, WHITE, 1.2))
    ]
    return element("g", *lines, pointer_events="none")


def wedge(shown: Icicle, box: Ground, edges: list[tuple[float, float]]) -> Iterator[Markup]:
    """The pale band from the opened cell to the column that shows it in full."""
    if shown.opened is None or len(edges) < 2:
        return
    column, index = shown.opened
    x, wide = edges[column]
    top, bottom = spans(shown.columns[column].cells[index], box)
    right = edges[-1][0]
    start = x + wide
    corners = ((start, top), (right, box.top), (right, box.bottom), (start, bottom))
    yield element("polygon", points=joined(corners), fill="#e3edec", stroke=SLATE, stroke_width=0.5)
