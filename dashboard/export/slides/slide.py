"""One plate on one slide."""

from __future__ import annotations

from typing import Any

from pptx.presentation import Presentation as Deck

from dashboard.export.plate.parts import Listing, Picture, Plate
from dashboard.export.slides import furniture, look
from dashboard.export.slides.arrangement import BODY, KEYS, TITLE, Box, cut_to, fitting, height_of
from dashboard.export.slides.chart import add_chart
from dashboard.export.slides.heat import add_heat
from dashboard.export.slides.notes import notes
from dashboard.export.slides.paint import paragraph, text_box, type_of
from dashboard.export.slides.table import add_table
from dashboard.export.slides.template import place
from dashboard.export.slides.words import NO_VALUES, caption, one_line, speak_german

_TITLE_SIZES = (28, 26, 24, 22, 20, 18, 16, 14)
_CAPTION, _LEGEND, _HEAD = 0.3, 0.24, 0.3
_TABLES = 2  # so many stand side by side; more are in the notes


def add_slide(deck: Deck, plate: Plate, link: str, number: int | None = None) -> None:
    """Append the plate's slide. ``number``: of the page, for a deck of several."""
    slide: Any = deck.slides.add_slide(deck.slide_layouts[0])
    bottom = _title(slide, plate.headline)
    furniture.add_kicker(slide, plate)
    bottom = furniture.add_subtitle(slide, plate.subtitle, bottom + 0.04, BODY.width)
    hidden = _body(slide, plate, BODY.below(bottom + 0.14))
    furniture.add_foot(slide, plate, link, number)
    speak_german(slide._element)
    frame = slide.notes_slide.notes_text_frame
    frame.text = notes(plate, link, hidden)
    speak_german(slide.notes_slide._element)


def _title(slide: Any, headline: str) -> float:
    """The statement in the title's own placeholder; the lower edge of its text."""
    words = one_line(headline) or "Sozialraum-Monitor Hamm"
    size = fitting(words, TITLE, _TITLE_SIZES, bold=True)
    words = cut_to(words, TITLE, size, bold=True)  # whole in the notes
    height = min(height_of(words, TITLE.width, size, bold=True) + 0.04, TITLE.height)
    shape = slide.shapes.title
    place(shape, Box(TITLE.left, TITLE.top, TITLE.width, height))
    shape.name = "Aussage"
    type_of(shape.text_frame.paragraphs[0].add_run(), words, size, bold=True)
    return TITLE.top + height


def _body(slide: Any, plate: Plate, box: Box) -> list[Listing]:
    """Chart, tables and key figures; the listings that are not wholly on the slide."""
    listings = [block for block in plate.body if isinstance(block, Listing)]
    drawn = look.has_values(plate.chart)
    worded = bool(listings) and not (drawn and any(isinstance(block, Picture) for block in plate.body))
    tables = (plate.beside or listings if worded or plate.beside else [])[:_TABLES]
    if plate.legend and (worded or any(key.sign for key in plate.keys)):
        box, strip = box.cut(_LEGEND)
        furniture.add_legend(slide, plate.legend, strip)
    if plate.keys:
        box, column = box.right(KEYS)
        furniture.add_keys(slide, plate.keys, column)
    if plate.heat is not None:
        beside = add_heat(slide, plate.heat, box, charted=drawn)
        if beside is not None:
            _chart(slide, plate, beside)
        return listings
    if not drawn and not tables:
        furniture.add_message(slide, NO_VALUES, plate.detail, box)
        return listings
    columns = box.columns([1.0] * drawn + [table.weight for table in tables])
    if drawn:
        _chart(slide, plate, columns[0])
    cut = [table for table, at in zip(tables, columns[drawn:], strict=True) if not _table(slide, table, at)]
    return cut + [listing for listing in listings if listing not in tables]


def _chart(slide: Any, plate: Plate, box: Box) -> None:
    pens = look.pens(plate.chart)
    grey = tuple(course for course, pen in zip(plate.chart.courses, pens, strict=True) if pen.context)
    words = caption(plate.chart, grey)
    if words:
        box, strip = box.cut(min(height_of(words, box.width, 11) + 0.05, 2 * _CAPTION))
        furniture.add_caption(slide, words, strip)
    titled = one_line(plate.chart.title) != one_line(plate.subtitle)  # never said twice
    add_chart(slide, plate.chart, box, titled=titled)


def _table(slide: Any, listing: Listing, box: Box) -> bool:
    """Whether every line of it is on the slide."""
    if listing.title:
        frame = text_box(slide, Box(box.left, box.top, box.width, _HEAD), "Tabellentitel")
        paragraph(frame, one_line(listing.title), 13, bold=True)
        box = box.below(box.top + _HEAD)
    return add_table(slide, listing, box) == 0
