"""The years of the trend as a line of the size of a word, with the city dashed beside it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.answers.sozialraum.parts import Entry
from dashboard.display import Point
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.runs import has_value, runs
from dashboard.figures.signs_svg import sign_mark
from dashboard.figures.svg import document, element
from dashboard.figures.svg_lines import To, interval, mapping, polyline
from dashboard.figures.theme import SIGN_COLOUR
from dashboard.figures.ticks import finite

WIDTH, HEIGHT = 52.0, 23.0  # pt
BOX = (5.0, 4.0, WIDTH - 10, HEIGHT - 8)


def history(entry: Entry) -> str:
    """SVG of band, line and city; empty text with fewer than two values. Gaps stay gaps."""
    there = [point for point in entry.history if has_value(point)]
    if len(there) < 2:
        return ""
    years = sorted({point.year for point in (*entry.history, *entry.city_history)})
    to = mapping(_limits((*entry.history, *entry.city_history)), years, BOX)
    colour = SIGN_COLOUR[entry.sign]
    pieces = runs(entry.history, years)
    drawn = [
        *(interval(piece, to, colour) for piece in pieces),
        *(polyline(piece, to, INK, 1.0, "2.6 2") for piece in runs(entry.city_history, years)),
        *(polyline(piece, to, colour, 1.7) for piece in pieces),
        *_ends(entry, there, to),
    ]
    return str(document(*drawn, view=(0, 0, WIDTH, HEIGHT)))


def first_text(entry: Entry) -> str:
    """The printed value the line begins with."""
    return next((point.text for point in entry.history if has_value(point)), "")


def described(entry: Entry) -> str:
    """ "2020/21 bis 2024/25: von 32,6 % auf 45,3 %; Stadt zuletzt 31,5 %"."""
    there = [point for point in entry.history if has_value(point)]
    city = f"; Stadt zuletzt {entry.city_text}" if entry.city_text else ""
    first, last = there[0], there[-1]
    return f"{first.label} bis {last.label}: von {first.text} auf {last.text}{city}"


def _limits(points: Sequence[Point]) -> tuple[float, float]:
    found = finite([part for one in points for part in (one.value, one.lower, one.upper)])
    low, high = min(found), max(found)
    return (low, high) if high > low else (low - 1, high + 1)


def _ends(entry: Entry, there: Sequence[Point], to: To) -> list[Markup]:
    """A dot where the line begins, the sign of the latest comparison where it ends."""
    colour = SIGN_COLOUR[entry.sign]
    (first_x, first_y), (x, y) = (to(point.year, point.value or 0.0) for point in (there[0], there[-1]))
    return [
        element("circle", cx=first_x, cy=first_y, r=1.8, fill=colour),
        element("circle", cx=x, cy=y, r=3.4, fill=WHITE),
        sign_mark(entry.sign, x, y, 8.5),
    ]
