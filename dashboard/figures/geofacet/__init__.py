"""Small panels over time, placed as the areas lie in the city, on one common scale."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dashboard.display import Point, Series
from dashboard.figures.geofacet.grid import PLACES, Grid, grid
from dashboard.figures.geofacet.panel import (
    EDGE,
    YEARS,
    Frame,
    panel_axes,
    panel_labels,
    panel_shapes,
    panel_traces,
    rows_height,
)
from dashboard.figures.runs import has_value
from dashboard.figures.theme import Figure, layout, message
from dashboard.figures.ticks import scale_width

__all__ = ["geofacet"]

EMPTY = "Für diese Auswahl liegt keine Zeitreihe vor."


def geofacet(
    series: Sequence[Series],
    city: Series,
    limits: tuple[float, float],
    years: Sequence[int],
    shown_year: int,
    columns: int = PLACES,
    *,
    breaks: Collection[int] = (),
    published: Mapping[str, Sequence[Point]] | None = None,
) -> Figure:
    """One figure with a panel per area; missing places of the 3 × 3 stay empty.

    ``limits`` from :func:`dashboard.figures.runs.domain`; ``breaks`` are years at whose start the
    series is interrupted; ``published`` (area → points) are diamonds that no line joins. With fewer
    than three columns the panels follow one another in reading order.
    """
    if not _is_drawn(series, years):
        return message(EMPTY)
    frame = Frame(
        grid(series, columns), city, limits, tuple(sorted(set(years))), shown_year, breaks, published or {}
    )
    cells = list(enumerate(frame.grid.cells, start=1))
    axes: dict[str, object] = {}
    for number, cell in cells:
        axes |= panel_axes(cell, frame, number)
    return {
        "data": [trace for number, cell in cells for trace in panel_traces(cell, frame, names(number))],
        "layout": layout(
            height_of(frame.grid),
            margin=margins(limits),
            annotations=[words for _, cell in cells for words in panel_labels(cell, frame)],
            shapes=[shape for _, cell in cells for shape in panel_shapes(cell, frame)],
            **axes,
        ),
    }


def measures(
    series: Sequence[Series], limits: tuple[float, float], years: Sequence[int], columns: int = PLACES
) -> tuple[int, dict[str, Any]]:
    """Height and margins of :func:`geofacet`'s figure, which is not drawn for it."""
    if not _is_drawn(series, years):
        empty = message(EMPTY)["layout"]
        return empty["height"], empty["margin"]
    return height_of(grid(series, columns)), margins(limits)


def _is_drawn(series: Sequence[Series], years: Sequence[int]) -> bool:
    return bool(years) and any(has_value(point) for each in series for point in each.points)


def height_of(places: Grid) -> int:
    """Height of all rows in px, with the margins above and below."""
    return rows_height(places) + EDGE + YEARS


def margins(limits: tuple[float, float]) -> dict[str, Any]:
    """Room for the scale on the left and the years below, in px."""
    return {"l": scale_width(limits), "r": EDGE, "t": EDGE, "b": YEARS, "pad": 0, "autoexpand": False}


def names(number: int) -> dict[str, str]:
    """The axes of the panel with this number, as a trace refers to them."""
    suffix = "" if number == 1 else str(number)
    return {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
