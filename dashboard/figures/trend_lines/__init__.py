"""City and areas over time in one frame: for phones, where nine panels would be too small."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard.display import Point, Series
from dashboard.figures.contrast import INK
from dashboard.figures.geofacet.traces import (
    Trace,
    alone,
    band_trace,
    line_trace,
    marker_trace,
)
from dashboard.figures.runs import at_year, has_value, runs
from dashboard.figures.theme import (
    CITY_DASH,
    CONTEXT,
    CONTEXT_STRONG,
    SIGN_COLOUR,
    Figure,
    message,
)
from dashboard.figures.trend_lines.frame import direct_labels, frame

EMPTY = "Für diese Auswahl liegt keine Zeitreihe vor."


def trend_lines(
    series: Sequence[Series],
    city: Series,
    limits: tuple[float, float],
    years: Sequence[int],
    shown_year: int,
    *,
    breaks: Collection[int] = (),
    published: Sequence[Point] = (),
    height: int = 230,
) -> Figure:
    """All areas grey, the city dashed; the focused area in colour, else the highest and the lowest named.

    ``limits`` from :func:`dashboard.figures.runs.domain`; ``published`` are diamonds without a line.
    """
    everyone = (*series, city)
    if not years or not any(has_value(point) for each in everyone for point in each.points):
        return message(EMPTY, height)
    periods = tuple(sorted(set(years)))
    named = highlighted(series, shown_year)
    others = [each for each in series if each not in named]
    data = [line for each in others for line in context(each, periods, breaks, CONTEXT, 1.3)]
    for each in named:
        data += focus(each, periods, breaks) if each.focused else extreme(each, periods, breaks, shown_year)
    data += city_line(city, periods, breaks, shown_year)
    data += marker_trace(city, list(published), 9, {})
    labels = direct_labels([*named, city], city, limits, shown_year, height)
    return {"data": data, "layout": frame(limits, periods, everyone, labels, height)}


def highlighted(series: Sequence[Series], year: int) -> list[Series]:
    """The focused areas, else the highest and the lowest of the shown year."""
    focused = [each for each in series if each.focused]
    known = [
        (point.value, index) for index, each in enumerate(series) if (point := at_year(each.points, year))
    ]
    ends = {min(known)[1], max(known)[1]} if known else set()
    return focused or [series[index] for index in sorted(ends)]


def context(
    series: Series, years: Sequence[int], breaks: Collection[int], colour: str, width: float
) -> list[Trace]:
    """A quiet line; points that no line shows get a small mark."""
    pieces = runs(series.points, years, breaks)
    line = line_trace(series, pieces, {"color": colour, "width": width}, {})
    single = [
        {**mark, "marker": {"size": 5, "color": colour}}
        for mark in marker_trace(series, alone(pieces), 5, {})
    ]
    return [line, *single]


def extreme(series: Series, years: Sequence[int], breaks: Collection[int], year: int) -> list[Trace]:
    """The highest or lowest area: darker, its shown year marked."""
    end = at_year(series.points, year)
    return [
        *context(series, years, breaks, CONTEXT_STRONG, 1.8),
        *marker_trace(series, [end] if end else [], 7, {}),
    ]


def focus(series: Series, years: Sequence[int], breaks: Collection[int]) -> list[Trace]:
    """The focused area: band, strong line, every point filled or hollow by its comparison."""
    pieces = runs(series.points, years, breaks)
    colour = SIGN_COLOUR[series.sign]
    return [
        *band_trace([piece for piece in pieces if piece[0].origin != "published"], colour, {}),
        line_trace(series, pieces, {"color": colour, "width": 2.8}, {}),
        *marker_trace(series, [point for piece in pieces for point in piece], 7, {}),
    ]


def city_line(city: Series, years: Sequence[int], breaks: Collection[int], year: int) -> list[Trace]:
    """The city: dashed ink, its shown year a dot."""
    pieces = runs(city.points, years, breaks)
    line = line_trace(city, pieces, {"color": INK, "width": 1.8, "dash": CITY_DASH}, {})
    end = at_year(city.points, year)
    dots = marker_trace(city, [end] if end else [], 8, {})
    return [line, *({**dot, "marker": {"size": 8, "color": INK}} for dot in dots)]
