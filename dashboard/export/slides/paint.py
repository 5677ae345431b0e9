"""Colours, type and text boxes: the few strokes that everything on a slide is made of."""

from __future__ import annotations

from typing import Any, cast

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Inches, Pt

from dashboard.export.slides.arrangement import Box
from dashboard.export.slides.words import clean
from dashboard.figures.contrast import INK, rgb


def coloured(colour: str) -> RGBColor:
    """``#rrggbb`` as PowerPoint knows it."""
    made: RGBColor = cast(Any, RGBColor)(*rgb(colour))
    return made


def type_of(run: Any, text: str, size: float, *, bold: bool = False, colour: str = INK) -> Any:
    """Set a run's text and type, ``size`` in points; the run itself."""
    run.text = clean(text).replace("\n", " ")
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, coloured(colour)
    return run


def text_box(slide: Any, box: Box, name: str, *, fill: str = "", inset: float = 0.0) -> Any:
    """An empty text box that keeps its size; its text frame."""
    edges = (Inches(size) for size in (box.left, box.top, box.width, box.height))
    shape = slide.shapes.add_textbox(*edges)
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = Inches(inset)
    frame.margin_top = frame.margin_bottom = Inches(inset / 2)
    if fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = coloured(fill)
    return frame


def paragraph(frame: Any, text: str, size: float, *, bold: bool = False, colour: str = INK) -> Any:
    """One more paragraph (the first one is there already); its run."""
    first = frame.paragraphs[0]
    line = first if not first.runs and len(frame.paragraphs) == 1 else frame.add_paragraph()
    return type_of(line.add_run(), text, size, bold=bold, colour=colour)


def centred(frame: Any) -> None:
    """Its text in the middle, both ways."""
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for line in frame.paragraphs:
        line.alignment = PP_ALIGN.CENTER
