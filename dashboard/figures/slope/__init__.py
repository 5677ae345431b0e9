"""Two periods side by side: how every area moved, with the change in a column of its own.

One picture for all cases: our own SVG has the values written beside every line, a tooltip and a link.
Links carry ``data-view`` and ``data-raum`` like those of the map.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.display import SlopeRow
from dashboard.figures.contrast import INK
from dashboard.figures.slope.frame import Columns, Frame, frame_of
from dashboard.figures.slope.rows import NARROW, WIDE, missing, row, style
from dashboard.figures.svg import Attribute, document, element, text
from dashboard.figures.theme import CONTEXT, FONT, GREY_TEXT

__all__ = ["slope_svg"]

EMPTY = "Für diese beiden Zeiträume liegen keine Werte vor."
BROKEN = ("Reihe unterbrochen:", "kein Vergleich")


def slope_svg(
    rows: Sequence[SlopeRow],
    first_label: str,
    last_label: str,
    *,
    title: str,
    description: str,
    change_label: str = "± Punkte",
    broken: bool = False,
    ident: str = "zwei-jahre",
    narrow: bool = False,
    columns: Columns | None = None,
) -> Markup:
    """All areas and the city at two periods (view box 620 wide, ``narrow`` 358, or as ``columns`` say).

    The focused area is strong, the city dashed, the others grey; who lacks a value is listed below.
    ``broken``: a break in series lies between, so values are shown but not joined, without changes.
    """
    columns = columns or (NARROW if narrow else WIDE)
    there = [each for each in rows if each.first is not None and each.last is not None]
    absent = [each for each in rows if each.first is None or each.last is None]
    frame = frame_of(there, absent, columns)
    drawn = sorted(range(len(there)), key=lambda index: style(there[index]).order)
    body = [row(there[index], frame, index, broken) for index in drawn]
    return document(
        element("title", title, id=f"{ident}-titel"),
        element("desc", description, id=f"{ident}-text"),
        *heads(frame, first_label, last_label, "" if broken else change_label),
        *(body if there else [sentence(frame)]),
        *(interruption(frame) if broken and there else []),
        *missing(absent, frame, first_label, last_label),
        view=(0.0, 0.0, frame.columns.width, frame.height),
        **outer(ident, any(each.href for each in rows)),
    )


def outer(ident: str, linked: bool) -> dict[str, Attribute]:
    """Attributes of the outer element: a group of links, or one picture."""
    return {
        "class_": "slope",
        "width": "100%",
        "role": "group" if linked else "img",
        "aria_labelledby": f"{ident}-titel",
        "aria_describedby": f"{ident}-text",
        "font_family": FONT,
    }


def heads(frame: Frame, first_label: str, last_label: str, change_label: str) -> list[Markup]:
    """The two periods over their upright lines, and the heading of the changes."""
    columns = frame.columns
    lines = [
        element("line", x1=x, x2=x, y1=frame.top - 10, y2=frame.bottom + 10, stroke=CONTEXT)
        for x in (columns.first, columns.last)
        if frame.places
    ]
    named = [
        text(words, x, 18, columns.type + 1, text_anchor="middle", font_weight=700, fill=INK)
        for words, x in ((first_label, columns.first), (last_label, columns.last))
    ]
    change = text(change_label, columns.change, 18, columns.small, text_anchor="end", fill=GREY_TEXT)
    return [*lines, *named, *([change] if change_label and frame.places else [])]


def sentence(frame: Frame) -> Markup:
    """What stands there without any pair of values."""
    columns = frame.columns
    return text(EMPTY, columns.width / 2, frame.top + 16, columns.small, text_anchor="middle", fill=GREY_TEXT)


def interruption(frame: Frame) -> list[Markup]:
    """Two words between the periods instead of lines."""
    columns = frame.columns
    middle = (columns.first + columns.last) / 2
    return [
        text(words, middle, frame.top + 16 + 16 * index, columns.small, text_anchor="middle", fill=GREY_TEXT)
        for index, words in enumerate(BROKEN if columns.left_names else ("kein", "Vergleich"))
    ]
