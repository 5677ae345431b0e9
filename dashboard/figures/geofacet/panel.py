"""One small panel: its axes, traces, frame, title and scale."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.display import Point, Series
from dashboard.figures.contrast import INK
from dashboard.figures.geofacet.grid import Cell, Grid
from dashboard.figures.geofacet.signs import sign_shape
from dashboard.figures.geofacet.traces import (
    Trace,
    alone,
    band_trace,
    city_trace,
    line_trace,
    marker_trace,
)
from dashboard.figures.runs import at_year, runs
from dashboard.figures.theme import GREY_TEXT, LINE, SIGN_COLOUR, SLATE, label
from dashboard.figures.ticks import ticks

PANEL, GAP, HEADER, FOOT = 158, 12, 30, 12  # px: panel with title, between panels, title, below the line
SECOND = 18  # px: the value's own line where two columns make a panel narrow
YEARS, EDGE = 24, 4  # px: margins for the years below, elsewhere
GAP_SHARE = 0.012  # between columns, of the width
SMALL = {"size": 12, "color": GREY_TEXT}


def rows_height(places: Grid) -> int:
    """Height of all rows in px, without margins."""
    return places.rows * PANEL + (places.rows - 1) * GAP


@dataclass(frozen=True, slots=True)
class Frame:
    """What all panels share."""

    grid: Grid
    city: Series
    limits: tuple[float, float]
    years: tuple[int, ...]
    shown_year: int
    breaks: Collection[int] = ()
    published: Mapping[str, Sequence[Point]] = field(default_factory=dict)

    @property
    def height(self) -> int:
        """Height of all rows in px, without margins."""
        return rows_height(self.grid)

    @property
    def stacked(self) -> bool:
        """Whether the value stands below the name instead of beside it."""
        return self.grid.columns == 2

    @property
    def header(self) -> int:
        """Height of a panel's title in px."""
        return HEADER + (SECOND if self.stacked else 0)

    def across(self, cell: Cell) -> tuple[float, float]:
        """Left and right edge of a panel as shares of the paper."""
        width = (1 - (self.grid.columns - 1) * GAP_SHARE) / self.grid.columns
        left = cell.column * (width + GAP_SHARE)
        return left, min(1.0, left + width)

    def upright(self, cell: Cell) -> tuple[float, float]:
        """Lower and upper edge of a panel as shares of the paper."""
        top = 1 - cell.row * (PANEL + GAP) / self.height
        return max(0.0, top - PANEL / self.height), top

    def plot_area(self, cell: Cell) -> tuple[float, float]:
        """Lower and upper edge of the lines' own ground."""
        low, high = self.upright(cell)
        return low + FOOT / self.height, high - self.header / self.height


def panel_traces(cell: Cell, frame: Frame, axes: dict[str, str]) -> list[Trace]:
    """Band, city, line and marked points of one area."""
    series = cell.series
    colour = SIGN_COLOUR[series.sign]
    pieces = runs(series.points, frame.years, frame.breaks)
    own = [piece for piece in pieces if piece[0].origin != "published"]
    apart = [*alone(pieces), *frame.published.get(series.area, ())]
    end = at_year(series.points, frame.shown_year)
    return [
        *band_trace(own, colour, axes),
        city_trace(frame.city, frame.years, frame.breaks, axes),
        line_trace(series, pieces, {"color": colour, "width": 2.4}, axes),
        *marker_trace(series, [point for point in apart if point is not end], 6, axes),
        *marker_trace(series, [end] if end else [], 9, axes),
    ]


def panel_axes(cell: Cell, frame: Frame, number: int) -> dict[str, Any]:
    """The two axes of a panel under the names Plotly expects."""
    suffix = "" if number == 1 else str(number)
    return {f"xaxis{suffix}": x_axis(cell, frame, suffix), f"yaxis{suffix}": y_axis(cell, frame, suffix)}


def x_axis(cell: Cell, frame: Frame, suffix: str) -> dict[str, Any]:
    """Years, unwritten: the first and the last are written by :func:`year_labels`."""
    return {
        "domain": list(frame.across(cell)),
        "anchor": f"y{suffix}",
        "range": [min(frame.years) - 0.7, max(frame.years) + 0.7],
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "fixedrange": True,
    }


def y_axis(cell: Cell, frame: Frame, suffix: str) -> dict[str, Any]:
    """The common scale, written only at the leftmost panel of each row."""
    marks = ticks(frame.limits, 4)
    return {
        "domain": list(frame.plot_area(cell)),
        "anchor": f"x{suffix}",
        "range": list(frame.limits),
        "tickmode": "array",
        "tickvals": [tick.value for tick in marks],
        "ticktext": [tick.text for tick in marks],
        "showticklabels": frame.grid.is_leftmost(cell),
        "tickfont": SMALL,
        "gridcolor": LINE,
        "zeroline": False,
        "fixedrange": True,
        "automargin": False,
    }


def panel_labels(cell: Cell, frame: Frame) -> list[dict[str, Any]]:
    """Name and value on top, years below the lowest panel of a column."""
    left, right = frame.across(cell)
    place = {"xref": "paper", "yref": "paper", "y": frame.upright(cell)[1], "yanchor": "top"}
    start = {**place, "x": left, "xanchor": "left", "xshift": 8}
    end = {**place, "x": right, "xanchor": "right", "xshift": -10 if cell.series.sign == "none" else -27}
    value = {**start, "yshift": -5 - SECOND} if frame.stacked else {**end, "yshift": -5}
    return [
        label(cell.series.name, **start, yshift=-5, font={"size": 13, "color": INK, "weight": 700}),
        label(cell.series.text, **value, font={"size": 13, "color": INK}),
        *(year_labels(cell, frame) if frame.grid.is_lowest(cell) else []),
    ]


def year_labels(cell: Cell, frame: Frame) -> list[dict[str, Any]]:
    """The first and the last period, at the panel's two ends."""
    left, right = frame.across(cell)
    place = {"xref": "paper", "yref": "paper", "y": frame.upright(cell)[0], "yanchor": "top", "yshift": -2}
    first, last = (period(frame, year) for year in (min(frame.years), max(frame.years)))
    return [
        label(first, **place, x=left, xanchor="left", xshift=4, font=SMALL),
        label(last, **place, x=right, xanchor="right", xshift=-4, font=SMALL),
    ]


def period(frame: Frame, year: int) -> str:
    """How a year is written: as any series writes it, else as a plain number."""
    series = [frame.city, *(cell.series for cell in frame.grid.cells)]
    return next((one.label for each in series for one in each.points if one.year == year), str(year))


def panel_shapes(cell: Cell, frame: Frame) -> list[dict[str, Any]]:
    """The frame, in ink for the focused area, and the sign beside the value."""
    left, right = frame.across(cell)
    low, high = frame.upright(cell)
    focused = cell.series.focused
    line = {"color": INK if focused else LINE, "width": 2.4 if focused else 1}
    box = {"type": "rect", "xref": "paper", "yref": "paper", "x0": left, "x1": right, "y0": low, "y1": high}
    return [
        {**box, "line": line, "layer": "above" if focused else "below"},
        *shown_year(cell, frame, line={"color": SLATE, "width": 1, "dash": "dot"}),
        *sign_shape(cell.series.sign, right, high, -15, -15),
    ]


def shown_year(cell: Cell, frame: Frame, line: dict[str, Any]) -> list[dict[str, Any]]:
    """A thin upright line at the shown year, unless it is the last one."""
    if frame.shown_year not in frame.years or frame.shown_year == max(frame.years):
        return []
    low, high = frame.plot_area(cell)
    suffix = "" if cell is frame.grid.cells[0] else str(frame.grid.cells.index(cell) + 1)
    place = {"xref": f"x{suffix}", "x0": frame.shown_year, "x1": frame.shown_year}
    return [{"type": "line", **place, "yref": "paper", "y0": low, "y1": high, "line": line, "layer": "below"}]
