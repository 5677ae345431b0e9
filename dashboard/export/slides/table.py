"""A listing as a native table: words and numbers that can be edited, with a real header row."""

from __future__ import annotations

from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from dashboard.export.plate.parts import Line, Listing
from dashboard.export.slides.arrangement import Box, lines_of
from dashboard.export.slides.paint import coloured, type_of
from dashboard.export.slides.words import GLYPHS, one_line
from dashboard.figures import theme
from dashboard.figures.contrast import INK

_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "Keine Formatvorlage, kein Raster"
_SIZES: Final = (14.0, 13.0, 12.0, 11.0, 10.0)
_CUT_SIZE: Final = 11.0  # where lines are left out anyway, the others can be read
_SIDE, _UPPER, _LINE = 0.06, 0.035, 1.2  # cell margins in inches; line height in font sizes
_LONGEST = 60  # letters of a cell that count for the width of its column


def add_table(slide: Any, listing: Listing, box: Box) -> int:
    """The listing in its box, in the largest type in which it fits; the number of lines left out."""
    size, shown = _fit(listing, box)
    left_out = len(listing.lines) - shown
    rows = [Line(listing.header), *listing.lines[:shown]]
    if left_out:
        words = f"und {left_out} weitere (in den Notizen)"
        rows.append(Line((words, *("" for _ in listing.header[1:]))))
    edges = (Inches(one) for one in (box.left, box.top, box.width))
    heights = [_height(row, listing, box, size) for row in rows]
    frame = slide.shapes.add_table(len(rows), len(listing.header), *edges, Inches(sum(heights)))
    frame.name = "Tabelle"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", one_line(listing.title or ", ".join(listing.header)))
    _plain(frame.table, [column / 914400 for column in _widths(listing, box)])
    for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
        frame.table.rows[number].height = Inches(height)
        _row(frame.table, number, row, listing, size)
    if left_out and len(listing.header) > 1:
        frame.table.cell(len(rows) - 1, 0).merge(frame.table.cell(len(rows) - 1, len(listing.header) - 1))
    return left_out


def _fit(listing: Listing, box: Box) -> tuple[float, int]:
    """The type size, and how many lines fit."""
    rows = [Line(listing.header), *listing.lines]
    for size in _SIZES:
        if sum(_height(row, listing, box, size) for row in rows) <= box.height:
            return size, len(listing.lines)
    size, used, shown = _CUT_SIZE, 0.0, 0
    room = box.height - _height(rows[0], listing, box, size) - _one_line(size)
    for line in listing.lines:
        used += _height(line, listing, box, size)
        if used > room:
            break
        shown += 1
    return size, shown


def _one_line(size: float) -> float:
    return size * _LINE / 72 + 2 * _UPPER


def _height(row: Line, listing: Listing, box: Box, size: float) -> float:
    widths = (column / 914400 - 2 * _SIDE for column in _widths(listing, box))
    lines = max(
        lines_of(one_line(cell) + "  ", width, size) for cell, width in zip(row.cells, widths, strict=True)
    )
    return lines * size * _LINE / 72 + 2 * _UPPER


def _widths(listing: Listing, box: Box) -> list[int]:
    """Widths in EMU by the longest text of each column."""
    rows = (listing.header, *(line.cells for line in listing.lines))
    longest = [
        min(max(len(one_line(row[column])) for row in rows), _LONGEST) + 3
        for column in range(len(listing.header))
    ]
    whole = int(Inches(box.width))
    return [whole * length // sum(longest) for length in longest]


def _plain(table: Any, widths: list[float]) -> None:
    table.first_row, table.horz_banding = True, False
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)


def _row(table: Any, number: int, row: Line, listing: Listing, size: float) -> None:
    for column, text in enumerate(row.cells):
        cell = table.cell(number, column)
        cell.margin_left = cell.margin_right = Inches(_SIDE)
        cell.margin_top = cell.margin_bottom = Inches(_UPPER)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        line = cell.text_frame.paragraphs[0]
        line.alignment = PP_ALIGN.LEFT if column < listing.text_columns else PP_ALIGN.RIGHT
        if column == 0 and row.sign and GLYPHS[row.sign]:
            type_of(line.add_run(), f"{GLYPHS[row.sign]} ", size, colour=theme.SIGN_TEXT[row.sign])
        bold = number == 0 or row.focused
        type_of(
            line.add_run(), one_line(text), size, bold=bold, colour=theme.GREY_TEXT if number == 0 else INK
        )
        _ground(cell, row.focused, strong=number == 0)


def _ground(cell: Any, focused: bool, *, strong: bool) -> None:
    colour, width = (theme.CONTEXT_STRONG, 12700) if strong else (theme.LINE, 6350)
    fill = f"<a:solidFill><a:srgbClr val='{colour[1:].upper()}'/></a:solidFill>"
    line = parse_xml(f"<a:lnB {nsdecls('a')} w='{width}'>{fill}</a:lnB>")
    properties = cell._tc.get_or_add_tcPr()
    if focused:
        cell.fill.solid()
        cell.fill.fore_color.rgb = coloured(theme.HIGHLIGHT)
    properties.insert(0, line)
