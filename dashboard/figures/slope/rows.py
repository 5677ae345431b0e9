"""One line of the slope chart with its labels, and the list of those who have none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from dashboard.display import SlopeRow
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.history.scene import shortened, width_of
from dashboard.figures.slope.frame import FOOT, LEADER, Columns, Frame
from dashboard.figures.svg import Attribute, element, text
from dashboard.figures.theme import CONTEXT, CONTEXT_STRONG, GREY_TEXT, LINE, SIGN_COLOUR, SIGN_TEXT

_KEPT = 512  # rows, some 2 KB each
WIDE = Columns(620, 196, 386, 612, True, 320, 24, 13, 12)
NARROW = Columns(358, 50, 130, 354, False, 320, 24, 13, 12.5)
MISSING = "Ohne Wert in einem der beiden Zeiträume:"
AXIS = 9.0  # px from a dot to the end of its leader


@dataclass(frozen=True, slots=True)
class Style:
    """How a row is drawn; ``order``: later ones lie on top."""

    line: str
    words: str
    width: float
    dash: str | None
    bold: bool
    order: int


def style(one: SlopeRow) -> Style:
    """The focus strong in the colour of its comparison, the city dashed, the others grey."""
    judged = one.sign in ("better", "worse")
    if one.focused:
        colour, words = (SIGN_COLOUR[one.sign], SIGN_TEXT[one.sign]) if judged else (INK, INK)
        return Style(colour, words, 3, "5 4" if one.city else None, True, 2)
    if one.city:
        return Style(INK, INK, 2, "5 4", False, 1)
    return Style(CONTEXT_STRONG, INK, 1.3, None, False, 0)


@lru_cache(_KEPT)  # another area in focus leaves most rows as they are
def row(one: SlopeRow, frame: Frame, index: int, broken: bool) -> Markup:
    """Line, dots and labels; a link that focuses the area where it has one."""
    look = style(one)
    ends = (frame.y(one.first or 0.0), frame.y(one.last or 0.0))
    says = f"{one.name}: {one.first_text} → {one.last_text}"
    parts = [
        element("title", says if broken or not one.change_text else f"{says} ({one.change_text})"),
        *hits(frame, index),
        *([] if broken else [line(frame, ends, look)]),
        *dots(frame, ends, look),
        *left(one, frame, frame.places[index][0], ends[0], look),
        *right(one, frame, frame.places[index][1], ends[1], look, broken),
    ]
    return linked(one, parts)


def linked(one: SlopeRow, parts: Sequence[Markup]) -> Markup:
    """A link with the attributes the page's script looks for, or a plain group."""
    given: dict[str, Attribute] = {"class_": "area is-focused" if one.focused else "area"}
    if not one.href:
        return element("g", *parts, **given)
    current = "true" if one.focused else None
    return element(
        "a", *parts, href=one.href, data_view="1", data_raum=one.area, aria_current=current, **given
    )


def hits(frame: Frame, index: int) -> list[Markup]:
    """Clear grounds as high as the labels' distance, so that a finger finds them."""
    columns, pitch = frame.columns, frame.columns.pitch
    sides = ((0.0, columns.first - 6), (columns.last + 6, columns.width))
    return [
        element(
            "rect",
            x=start,
            y=place - pitch / 2,
            width=end - start,
            height=pitch,
            fill=WHITE,
            fill_opacity=0,
        )
        for (start, end), place in zip(sides, frame.places[index], strict=True)
    ]


def line(frame: Frame, ends: tuple[float, float], look: Style) -> Markup:
    """From the first to the last value."""
    columns = frame.columns
    return element(
        "line",
        x1=columns.first,
        x2=columns.last,
        y1=ends[0],
        y2=ends[1],
        stroke=look.line,
        stroke_width=look.width,
        stroke_dasharray=look.dash,
    )


def dots(frame: Frame, ends: tuple[float, float], look: Style) -> list[Markup]:
    """The two values."""
    size = 5.5 if look.bold else 3.6
    places = zip((frame.columns.first, frame.columns.last), ends, strict=True)
    return [element("circle", cx=x, cy=y, r=size, fill=look.line) for x, y in places]


def leader(x: float, y: float, side: int, place: float) -> Markup:
    """A thin line from beside a dot to its label."""
    points = f"{x + side * AXIS:.1f},{y:.1f} {x + side * (LEADER - 5):.1f},{place:.1f}"
    return element("polyline", points=points, fill="none", stroke=CONTEXT)


def left(one: SlopeRow, frame: Frame, place: float, y: float, look: Style) -> list[Markup]:
    """Name and first value; on a phone the value alone."""
    columns = frame.columns
    end, size = columns.first - LEADER, columns.type
    value = text(
        one.first_text, end, place + size * 0.35, size, text_anchor="end", font_weight=700, fill=look.words
    )
    drawn = [leader(columns.first, y, -1, place), value]
    if columns.left_names:
        room = end - frame.before - 7
        drawn.append(words(one, shortened(one.name, room, size, look.bold), room, place, size, look, "end"))
    return drawn


def right(one: SlopeRow, frame: Frame, place: float, y: float, look: Style, broken: bool) -> list[Markup]:
    """Last value, name, and the change in its own column."""
    columns, size = frame.columns, frame.columns.type
    start, baseline = columns.last + LEADER, place + frame.columns.type * 0.35
    changed = "" if broken else one.change_text
    edge = columns.change - (width_of(changed, size, look.bold) + 8 if changed else 0)
    x = start + frame.behind + 7
    value = text(one.last_text, start, baseline, size, font_weight=700, fill=look.words)
    name = words(one, shortened(one.name, edge - x, size, look.bold), x, place, size, look, None)
    colour = look.words if look.bold else GREY_TEXT
    weight = 700 if look.bold else None
    change = text(changed, columns.change, baseline, size, text_anchor="end", font_weight=weight, fill=colour)
    return [leader(columns.last, y, 1, place), value, name, *([change] if changed else [])]


def words(
    one: SlopeRow, name: str, x: float, place: float, size: float, look: Style, anchor: str | None
) -> Markup:
    """The name, strong when focused, in italics for the city."""
    return text(
        name,
        x,
        place + size * 0.35,
        size,
        text_anchor=anchor,
        fill=look.words,
        font_weight=700 if look.bold else None,
        font_style="italic" if one.city else None,
    )


def missing(absent: Sequence[SlopeRow], frame: Frame, first_label: str, last_label: str) -> list[Markup]:
    """Who lacks a value, with what is known: "Heessen: 2015 x, 2025 31,3"."""
    if not absent:
        return []
    columns = frame.columns
    top = frame.bottom + 2 * FOOT + 6
    drawn = [
        element("line", x1=0, x2=columns.width, y1=top - 18, y2=top - 18, stroke=LINE),
        text(MISSING, 0, top, columns.small, fill=GREY_TEXT),
    ]
    for index, one in enumerate(absent, 1):
        y = top + index * columns.pitch
        said = f"{one.name}: {first_label} {one.first_text}, {last_label} {one.last_text}"
        written = shortened(said, columns.width, columns.type, one.focused)
        weight = 700 if one.focused else None
        named = [element("title", said), text(written, 0, y, columns.type, font_weight=weight, fill=INK)]
        drawn.append(linked(one, named))
    return drawn
