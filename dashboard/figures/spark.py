"""Series as still SVG: the small panels for first paint and print, and a line of the size of a word."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from dashboard.display import Point, Series, Sign
from dashboard.figures.contrast import INK
from dashboard.figures.geofacet.grid import PLACES, Cell, grid
from dashboard.figures.geofacet.panel import FOOT, GAP, PANEL, SECOND, Frame, period
from dashboard.figures.geofacet.traces import alone
from dashboard.figures.runs import at_year, domain, has_value, runs
from dashboard.figures.signs_svg import sign_mark
from dashboard.figures.svg import XMLNS, document, element, text
from dashboard.figures.svg_lines import To, interval, mapping, mark, polyline
from dashboard.figures.theme import FONT, GREY_TEXT, LINE, SIGN_COLOUR
from dashboard.figures.ticks import scale_width, ticks

Rectangle = tuple[float, float, float, float]  # x, y, width, height
_KEPT = 512  # panels, up to 3 KB each
ROOM = 0.7  # years at both ends of a panel
YEARS, EDGE = 24.0, 4.0  # px: years below, elsewhere
TITLE = "Entwicklung der Flächen, angeordnet wie in der Stadt"
EMPTY = "Für diese Auswahl liegt keine Zeitreihe vor."


def geofacet_svg(
    series: Sequence[Series],
    city: Series,
    limits: tuple[float, float],
    years: Sequence[int],
    shown_year: int,
    columns: int = PLACES,
    *,
    title: str = TITLE,
    breaks: Collection[int] = (),
    published: Mapping[str, Sequence[Point]] | None = None,
    width: float = 960,
) -> Markup:
    """The panels of :func:`dashboard.figures.geofacet.geofacet` as one picture named ``title``.

    ``width`` is the width in px at which type has its size: smaller for a phone.
    """
    if not years or not any(has_value(point) for each in series for point in each.points):
        words = text(EMPTY, width / 2, 50, 14, text_anchor="middle", fill=GREY_TEXT)
        return picture(title, [words], width, 100)
    places = grid(series, columns)
    frame = Frame(places, city, limits, tuple(sorted(set(years))), shown_year, breaks, published or {})
    panels = [panel(cell, frame, width) for cell in places.cells]
    return picture(title, panels, width, frame.height + EDGE + YEARS)


def picture(title: str, drawn: Sequence[Markup], width: float, height: float) -> Markup:
    """The outer element: one image with a name."""
    named = element("title", title)
    view = (0.0, 0.0, width, height)
    return document(
        named, *drawn, view=view, class_="geofacet-svg", width="100%", role="img", font_family=FONT
    )


def panel(cell: Cell, frame: Frame, width: float) -> Markup:
    """Frame, title, scale and lines of one area."""
    margin = scale_width(frame.limits)
    left, right = (margin + share * (width - margin - EDGE) for share in frame.across(cell))
    top = EDGE + cell.row * (PANEL + GAP)
    box = (left, top, right - left, float(PANEL))
    ground = (left, top + frame.header, right - left, PANEL - frame.header - FOOT)
    to = mapping(frame.limits, frame.years, ground, ROOM)
    parts = [
        scale(cell, frame, box, to),
        *lines(cell, frame, ground),
        border(cell, box),
        *heading(cell, frame, box),
    ]
    return element("g", *parts, *period_words(cell, frame, box))


def lines(cell: Cell, frame: Frame, ground: Rectangle) -> tuple[Markup, ...]:
    """Band, city, line and marks: the same whichever area is in focus."""
    beside = tuple(frame.published.get(cell.series.area, ()))
    over = (frame.limits, frame.years, tuple(frame.breaks))
    city = tuple(frame.city.points)
    return _lines(tuple(cell.series.points), cell.series.sign, city, beside, frame.shown_year, over, ground)


@lru_cache(_KEPT)
def _lines(
    points: tuple[Point, ...],
    sign: Sign,
    of_city: tuple[Point, ...],
    beside: tuple[Point, ...],
    shown_year: int,
    over: tuple[tuple[float, float], tuple[int, ...], tuple[int, ...]],
    ground: Rectangle,
) -> tuple[Markup, ...]:
    limits, years, breaks = over
    to, colour = mapping(limits, years, ground, ROOM), SIGN_COLOUR[sign]
    pieces, city = runs(points, years, breaks), runs(of_city, years, breaks)
    end = at_year(points, shown_year)
    apart = [*alone(pieces), *beside]
    return (
        *(interval(piece, to, colour) for piece in pieces if piece[0].origin != "published"),
        *(polyline(piece, to, INK, 1.3, "5 4") for piece in city),
        *(polyline(piece, to, colour, 2.4) for piece in pieces),
        *(mark(point, to, 6) for point in apart if point is not end and has_value(point)),
        *([mark(end, to, 9)] if end else []),
    )


def border(cell: Cell, box: tuple[float, float, float, float]) -> Markup:
    """The panel's frame, in ink for the focused area."""
    x, y, width, height = box
    colour, line = (INK, 2.4) if cell.series.focused else (LINE, 1)
    return element(
        "rect", x=x, y=y, width=width, height=height, fill="none", stroke=colour, stroke_width=line
    )


def heading(cell: Cell, frame: Frame, box: tuple[float, float, float, float]) -> list[Markup]:
    """Name, value and sign."""
    x, y, width, _ = box
    right = x + width - (10 if cell.series.sign == "none" else 27)
    value = (x + 8, y + 19 + SECOND) if frame.stacked else (right, y + 19)
    anchor = None if frame.stacked else "end"
    return [
        text(cell.series.name, x + 8, y + 19, 13, font_weight=700, fill=INK),
        text(cell.series.text, *value, 13, text_anchor=anchor, fill=INK),
        sign_mark(cell.series.sign, x + width - 15, y + 15, 13),
    ]


def scale(cell: Cell, frame: Frame, box: tuple[float, float, float, float], to: To) -> Markup:
    """Pale lines at the ticks; numbers only beside the leftmost panel of a row."""
    x, _, width, _ = box
    drawn = Markup("")
    for tick in ticks(frame.limits, 4):
        y = to(frame.years[0], tick.value)[1]
        drawn += element("line", x1=x, x2=x + width, y1=y, y2=y, stroke=LINE)
        if frame.grid.is_leftmost(cell):
            drawn += text(tick.text, x - 4, y + 4, 12, text_anchor="end", fill=GREY_TEXT)
    return drawn


def period_words(cell: Cell, frame: Frame, box: tuple[float, float, float, float]) -> list[Markup]:
    """First and last period below the lowest panel of a column."""
    if not frame.grid.is_lowest(cell):
        return []
    x, y, width, height = box
    first, last = (period(frame, year) for year in (min(frame.years), max(frame.years)))
    return [
        text(first, x + 4, y + height + 15, 12, fill=GREY_TEXT),
        text(last, x + width - 4, y + height + 15, 12, text_anchor="end", fill=GREY_TEXT),
    ]


def sparkline(
    series: Series,
    limits: tuple[float, float] | None = None,
    *,
    breaks: Collection[int] = (),
    width: float = 120,
    height: float = 28,
) -> Markup:
    """One series without words, its last value marked; decoration beside a written value."""
    years = [point.year for point in series.points]
    pieces = runs(series.points, years, breaks)
    if not pieces:
        return Markup("")
    to = mapping(limits or domain([series]), years, (5.0, 5.0, width - 10, height - 10))
    drawn = [polyline(piece, to, SIGN_COLOUR[series.sign], 1.8) for piece in pieces]
    marks = [mark(point, to, 4) for point in alone(pieces)] + [mark(pieces[-1][-1], to, 6)]
    return element(
        "svg",
        *drawn,
        *marks,
        xmlns=XMLNS,
        class_="sparkline",
        width=width,
        height=height,
        aria_hidden="true",
        focusable="false",
    )
