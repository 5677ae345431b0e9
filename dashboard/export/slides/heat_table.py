"""The cells of a heat map as a native table: a colour and a sign each, no meaning by one of them alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from dashboard.export.plate.heat import FILLS, HeatCell, HeatMap, HeatRow
from dashboard.export.slides.arrangement import Box, height_of, width_of
from dashboard.export.slides.words import one_line
from dashboard.figures import theme
from dashboard.figures.contrast import INK, text_on

NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "Keine Formatvorlage, kein Raster"
SIDE, UPPER = 0.05, 0.012  # margins of cells in inches
#: The boxes of the pages as letters: full, half full, empty, crossed.
SIGNS: Final[dict[HeatCell, str]] = {
    "reached": "■", "on_track": "◧", "off_track": "☐", "missed": "☒", "open": "…", "hidden": "x", None: "·",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeatTable:
    """A heat map with its place, type in points, widths of its columns in inches, and number on the slide."""

    heat: HeatMap
    box: Box
    size: float
    widths: tuple[float, ...]
    number: int


def add_cells(slide: Any, shown: HeatTable) -> Any:
    """The table: a head of upright names, then a line for every row."""
    heat, box = shown.heat, shown.box
    heights = _heights(shown)
    made = _grid(slide, Box(box.left, box.top, box.width, sum(heights)), heights, shown.widths)
    made.name = f"Tabelle {shown.number}"
    made._element.nvGraphicFramePr.cNvPr.set("descr", described(heat))
    lines = [_head(shown), *(_line(row, shown) for row in heat.rows)]
    for line, cells in zip(made.table._tbl.tr_lst, lines, strict=True):
        for old, new in zip(line.tc_lst, cells, strict=True):
            line.replace(old, parse_xml(new))
    return made


def described(heat: HeatMap) -> str:
    """What the table says, for those who do not see it."""
    words = dict(heat.words)
    states = ", ".join(f"{SIGNS[cell]} {word}" for cell, word in words.items())
    names = ", ".join(one_line(name) for name in heat.columns)
    lines = (
        f"{one_line(row.title)}: {'; '.join(_runs(row, heat.columns, words))}" for row in heat.rows
    )  # fmt: skip
    return f"{one_line(heat.title)}. Spalten: {names}. Zeichen: {states}. {'. '.join(lines)}."


def _runs(row: HeatRow, columns: Sequence[str], words: dict[HeatCell, str]) -> list[str]:
    """ "verfehlt in 8 Feldern", in the order of the key."""
    counted = [(word, sum(cell == one for one in row.cells)) for cell, word in words.items()]
    return [f"{word} {count} von {len(columns)}" for word, count in counted if count]


def add_key(slide: Any, words: Sequence[tuple[HeatCell, str]], box: Box) -> None:
    """What the cells mean, as a line of the same cells."""
    if not words:
        return
    size, high = 10.0, 0.2
    widths = [width for _cell, word in words for width in (0.26, width_of(word, size) + 0.3)]
    place = Box(box.left, box.top + 0.08, sum(widths), high)
    made = _grid(slide, place, (high,), widths)
    made.name = "Zeichenerklärung"
    made.table.first_row = False
    made._element.nvGraphicFramePr.cNvPr.set("descr", "Zeichen der Tabelle und was sie bedeuten")
    cells = [
        text
        for cell, word in words
        for text in (_cell(cell, size), _words(word, size, colour=theme.GREY_TEXT, line=""))
    ]
    (line,) = made.table._tbl.tr_lst
    for old, new in zip(line.tc_lst, cells, strict=True):
        line.replace(old, parse_xml(new))


def _grid(slide: Any, box: Box, heights: Sequence[float], widths: Sequence[float]) -> Any:
    edges = (Inches(one) for one in (box.left, box.top, box.width, box.height))
    made = slide.shapes.add_table(len(heights), len(widths), *edges)
    made.table.horz_banding = False
    made.table._tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE
    for line, height in zip(made.table.rows, heights, strict=True):
        line.height = Inches(height)
    for column, width in zip(made.table.columns, widths, strict=True):
        column.width = Inches(width)
    return made


def _heights(shown: HeatTable) -> list[float]:
    heat, size = shown.heat, shown.size
    head = max((width_of(one_line(name), size, bold=True) for name in heat.columns), default=0.0) + 4 * UPPER
    room = shown.widths[0] - 2 * SIDE
    return [head, *(height_of(one_line(row.title), room, size) + 2 * UPPER for row in heat.rows)]


def _head(shown: HeatTable) -> list[str]:
    heat = shown.heat
    names = (
        _words(name, shown.size, bold=True, upright=True, fill=theme.HIGHLIGHT if at == heat.focused else "")
        for at, name in enumerate(heat.columns)
    )
    return [_words(heat.corner, shown.size, bold=True, colour=theme.GREY_TEXT, anchor="b"), *names]


def _line(row: HeatRow, shown: HeatTable) -> list[str]:
    return [_words(row.title, shown.size), *(_cell(cell, shown.size) for cell in row.cells)]


def _words(
    text: str,
    size: float,
    *,
    bold: bool = False,
    upright: bool = False,
    colour: str = INK,
    fill: str = "",
    anchor: str = "ctr",
    line: str = theme.LINE,
) -> str:
    """A cell of type, with a line below it in this colour; ``upright``: read from below."""
    turned = " vert='vert270'" if upright else ""
    sides = UPPER if upright else SIDE
    below = f"<a:lnB w='6350'>{_paint(line)}</a:lnB>"
    return _tc(text, size, colour, bold, "l", f"{turned} anchor='{anchor}'", sides, below + _paint(fill))


def _cell(cell: HeatCell, size: float) -> str:
    """A judged cell: colour and sign, parted from its neighbours by white."""
    fill = "" if cell is None or cell == "hidden" else FILLS[cell]
    ink = text_on(fill) if fill else theme.GREY_TEXT
    lines = "".join(f"<a:ln{side} w='12700'>{_paint('#ffffff')}</a:ln{side}>" for side in "LRTB")
    return _tc(SIGNS[cell], size, ink, False, "ctr", " anchor='ctr'", 0.0, lines + _paint(fill))


def _tc(
    text: str, size: float, colour: str, bold: bool, align: str, more: str, sides: float, looks: str
) -> str:
    type_ = f"lang='de-DE' sz='{int(size * 100)}' b='{int(bold)}'"
    side, upper = int(Inches(sides)), int(Inches(UPPER))
    margins = f"marL='{side}' marR='{side}' marT='{upper}' marB='{upper}'"
    return (
        f"<a:tc {nsdecls('a')}><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn='{align}'/><a:r>"
        f"<a:rPr {type_}>{_paint(colour)}</a:rPr><a:t>{escape(one_line(text))}</a:t></a:r></a:p></a:txBody>"
        f"<a:tcPr {margins}{more}>{looks}</a:tcPr></a:tc>"
    )


def _paint(colour: str) -> str:
    return f"<a:solidFill><a:srgbClr val='{colour[1:].upper()}'/></a:solidFill>" if colour else "<a:noFill/>"
