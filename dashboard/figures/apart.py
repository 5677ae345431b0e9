"""One row of differences: an area against the rest of the city, zero in the middle, as a small SVG.

Positions across are percentages of the row's width, so that circles stay round at every width.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.display import Sign
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.signs_svg import SIGN_PATH, STROKED
from dashboard.figures.strip import percent, vertical
from dashboard.figures.svg import XMLNS, element
from dashboard.figures.theme import CONTEXT, LINE, SIGN_COLOUR
from dashboard.figures.ticks import Tick, finite, nice, share_of, ticks

Limits = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Apart:
    """A difference in points with its 95 % limits; without ``value`` nothing is drawn."""

    value: float | None
    lower: float | None
    upper: float | None
    sign: Sign
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """Where the line through the focused area enters a row above and leaves it below (shares, or none)."""

    above: float | None
    below: float | None


def apart_limits(rows: Iterable[Apart], others: Iterable[float] = ()) -> Limits:
    """Round limits around all differences, the same to both sides of zero."""
    numbers = finite([part for row in rows for part in (row.value, row.lower, row.upper)])
    size = max((abs(number) for number in (*numbers, *finite(others))), default=0.0)
    low, high = nice(-size, size, 8) if size else (-1.0, 1.0)
    return -max(-low, high), max(-low, high)


def apart_axis(limits: Limits) -> tuple[Tick, ...]:
    """Tick marks of the scale all rows share."""
    return ticks(limits, 6)


def apart_strip(
    own: Apart, limits: Limits, *, others: Sequence[float] = (), path: Path | None = None, height: int = 34
) -> Markup:
    """The row: scale, zero line, the other areas as grey dots, interval and sign of the own difference."""
    return element(
        "svg",
        *[vertical(tick.share, stroke=LINE, stroke_width=1) for tick in apart_axis(limits)],
        vertical(0.5, stroke=INK, stroke_width=1.4, stroke_dasharray="4 3"),
        *_path(own, path, limits),
        *[_other(value, limits) for value in finite(others)],
        *_interval(own, limits),
        *_mark(own, limits),
        xmlns=XMLNS,
        class_="apart-strip",
        width="100%",
        height=height,
        aria_hidden="true",
        focusable="false",
    )


def _other(value: float, limits: Limits) -> Markup:
    return element("circle", cx=percent(share_of(value, limits)), cy="50%", r=3.6, fill=CONTEXT)


def _interval(own: Apart, limits: Limits) -> list[Markup]:
    if own.value is None or own.lower is None or own.upper is None:
        return []
    ends = {"x1": percent(share_of(own.lower, limits)), "x2": percent(share_of(own.upper, limits))}
    style: dict[str, str | float] = {
        "stroke": SIGN_COLOUR[own.sign],
        "stroke_width": 3 if own.focused else 2.2,
    }
    return [element("line", y1="50%", y2="50%", stroke_opacity=0.6, **ends, **style)]


def _mark(own: Apart, limits: Limits) -> list[Markup]:
    """The sign of the comparison at its difference; hollow where it is not distinguishable."""
    if own.value is None:
        return []
    sign: Sign = own.sign if own.sign in SIGN_PATH else "same"
    colour, stroked = SIGN_COLOUR[sign], sign in STROKED
    drawn = element(
        "path",
        d=SIGN_PATH[sign],
        fill=WHITE if stroked else colour,
        stroke=colour,
        stroke_width=2.2 if stroked else 1,
    )
    place = percent(share_of(own.value, limits))
    return [element("svg", drawn, x=place, y="50%", width=1, height=1, overflow="visible")]


def _path(own: Apart, path: Path | None, limits: Limits) -> list[Markup]:
    """The line that follows one area from row to row; interrupted where a row has no value."""
    if path is None or own.value is None:
        return []
    here, style = percent(share_of(own.value, limits)), {"stroke": INK, "stroke_opacity": "0.35"}
    ends = [(path.above, "0"), (path.below, "100%")]
    return [
        element("line", x1=percent(share), y1=y, x2=here, y2="50%", stroke_width=1.6, class_="path", **style)
        for share, y in ends
        if share is not None
    ]


def paths(rows: Sequence[Apart], limits: Limits) -> tuple[Path, ...]:
    """How the line runs through rows one below the other: from the middle between two of them."""
    places = [None if row.value is None else share_of(row.value, limits) for row in rows]
    between = [
        None if one is None or other is None else (one + other) / 2
        for one, other in zip(places, places[1:], strict=False)
    ]
    ends = [None, *between, None]
    return tuple(Path(ends[index], ends[index + 1]) for index in range(len(rows)))
