"""The words around the picture: kicker, badge, subtitle, key figures, legend and foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from dashboard.display import Sign
from dashboard.export.plate.parts import Key, Plate
from dashboard.export.slides.arrangement import BADGE, FOOT, KICKER, Box, cut_to, fitting, height_of
from dashboard.export.slides.paint import centred, paragraph, text_box, type_of
from dashboard.export.slides.words import GLYPHS, clean, one_line
from dashboard.figures import theme
from dashboard.figures.contrast import INK

_MESSAGE_INSET = 0.3
_BADGE_GROUND = "#fbe6c8"  # ink on it: 13 : 1
_KEY_GAP, _KEY_INSET = 0.12, 0.12
_SCALES = (1.0, 0.92, 0.85, 0.78, 0.7)


def add_kicker(slide: Any, plate: Plate) -> None:
    """Where the reader is, and whether the values are invented."""
    paragraph(
        text_box(slide, KICKER, "Dachzeile"), one_line(plate.kicker), 12, bold=True, colour=theme.PETROL
    )
    if plate.demo:
        frame = text_box(slide, BADGE, "Kennzeichnung Beispieldaten", fill=_BADGE_GROUND)
        paragraph(frame, "Beispieldaten", 13, bold=True)
        centred(frame)


def add_subtitle(slide: Any, text: str, top: float, width: float) -> float:
    """What is shown, below the title; its lower edge."""
    words = one_line(text)
    if not words:
        return top
    box = Box(KICKER.left, top, width, 0.56)
    size = fitting(words, box, (14, 13, 12, 11, 10))
    height = height_of(words, width, size) + 0.06
    frame = text_box(slide, Box(box.left, top, width, height), "Untertitel")
    paragraph(frame, words, size, colour=theme.GREY_TEXT)
    return top + height


def add_keys(slide: Any, keys: Sequence[Key], box: Box) -> None:
    """At most four key figures, one below the other, as high as their words; smaller if need be."""
    shown, width = keys[:4], box.width - 2 * _KEY_INSET
    room = box.height - _KEY_GAP * (len(shown) - 1)
    scales = (scale for scale in _SCALES if sum(_height(key, width, scale) for key in shown) <= room)
    scale, top = next(scales, _SCALES[-1]), box.top
    for number, key in enumerate(shown, start=1):
        height = _height(key, width, scale)
        _key(slide, key, Box(box.left, top, box.width, height), scale, number)
        top += height + _KEY_GAP


def _texts(key: Key, width: float, scale: float) -> tuple[tuple[str, float, bool], ...]:
    """Its paragraphs: text, size and whether it is the value."""
    row = Box(0, 0, width, 0.42)
    value = fitting(one_line(key.value), row, (24, 20, 18, 16, 14, 12), bold=True)
    words = ((one_line(key.label), 12.0, False), (one_line(key.value), value, True),
             *((one_line(text), 11.5, False) for text in key.lines))  # fmt: skip
    return tuple((text, round(size * scale * 2) / 2, strong) for text, size, strong in words)


def _height(key: Key, width: float, scale: float) -> float:
    said = _texts(key, width, scale)
    return sum(height_of(text, width, size, bold=bold) for text, size, bold in said) + 1.4 * _KEY_INSET


def _key(slide: Any, key: Key, box: Box, scale: float, number: int) -> None:
    frame = text_box(slide, box, f"Kennwert {number}", fill=theme.BACKGROUND, inset=_KEY_INSET)
    glyph, sign = GLYPHS[key.sign or "none"], key.sign or "none"
    for text, size, strong in _texts(key, box.width - 2 * _KEY_INSET, scale):
        colour = INK if strong else theme.GREY_TEXT
        if strong and glyph:
            paragraph(frame, f"{glyph} ", size, colour=theme.SIGN_TEXT[sign])
            type_of(frame.paragraphs[-1].add_run(), text, size, bold=True)
        else:
            paragraph(frame, text, size, bold=strong, colour=colour)


def add_legend(slide: Any, legend: Sequence[tuple[Sign, str]], box: Box) -> None:
    """Signs and what they mean, on one line."""
    frame = text_box(slide, box, "Zeichenerklärung")
    line = frame.paragraphs[0]
    for sign, words in legend:
        if GLYPHS[sign]:
            type_of(line.add_run(), f"{GLYPHS[sign]} ", 10, colour=theme.SIGN_TEXT[sign])
            type_of(line.add_run(), f"{one_line(words)}    ", 10, colour=theme.GREY_TEXT)


def add_foot(slide: Any, plate: Plate, link: str, number: int | None) -> None:
    """Source, origin, release and link; the page in a deck of several."""
    room = Box(FOOT.left, FOOT.top, FOOT.width - 0.5, 0.36)
    ends = f" · Herkunft: {one_line(plate.origin_word)} · Datenstand {one_line(plate.release)}"
    source = f"Quelle: {one_line(plate.source)}"
    size = fitting(source + ends, Box(0, 0, room.width, 0.19), (10, 9))
    lines = 1 if height_of(source + ends, room.width, size) < 0.19 else 2
    shown = cut_to(
        source,
        Box(0, 0, room.width - 3.6 / lines, 0.18 * lines),
        size,
        rest=" … (vollständig in den Notizen)",
    )
    frame = text_box(slide, FOOT, "Fußzeile")
    paragraph(frame, shown + ends, size, colour=theme.GREY_TEXT)
    run = paragraph(frame, one_line(link), size, colour=theme.PETROL)
    if link.startswith(("https://", "http://")):
        run.hyperlink.address = clean(link)
    if number is not None:
        _page(slide, number)


def _page(slide: Any, number: int) -> None:
    """The page number as a field: it stays right when slides are moved."""
    frame = text_box(slide, Box(FOOT.left + FOOT.width - 0.5, FOOT.top, 0.5, 0.3), "Foliennummer")
    line = frame.paragraphs[0]
    line.alignment = PP_ALIGN.RIGHT
    line._p.append(parse_xml(
        f"<a:fld {nsdecls('a')} id='{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}' type='slidenum'>"
        f"<a:rPr lang='de-DE' sz='1000'><a:solidFill><a:srgbClr val='{theme.GREY_TEXT[1:].upper()}'/>"
        f"</a:solidFill></a:rPr><a:t>{number}</a:t></a:fld>"
    ))  # fmt: skip


def add_message(slide: Any, text: str, more: str, box: Box) -> None:
    """A sentence in the place of a picture, and what else there is to say."""
    inner = Box(0, 0, box.width - 2 * _MESSAGE_INSET, box.height - 1.0)
    words = one_line(more)
    size = fitting(words, inner, (14, 13, 12, 11))
    words = cut_to(words, inner, size)
    height = height_of(text, inner.width, 18) + height_of(words, inner.width, size) + 2 * _MESSAGE_INSET
    place = Box(box.left, box.top, box.width, height)
    frame = text_box(slide, place, "Hinweis", fill=theme.BACKGROUND, inset=_MESSAGE_INSET)
    paragraph(frame, text, 18)
    if words:
        paragraph(frame, words, size, colour=theme.GREY_TEXT)


def add_caption(slide: Any, text: str, box: Box) -> None:
    """What is to be said below a chart."""
    size = fitting(text, box, (11, 10, 9, 8))
    paragraph(
        text_box(slide, box, "Anmerkung zum Diagramm"), cut_to(text, box, size), size, colour=theme.GREY_TEXT
    )
