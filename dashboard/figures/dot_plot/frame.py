"""Around the dots: axes, the focused row, the city's line and its words, missing values."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from dashboard.display import AreaValue, CityLine
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.strip import axis
from dashboard.figures.theme import CITY_DASH, GREY_TEXT, HIGHLIGHT, LINE, label
from dashboard.figures.ticks import finite, share_of

LONG_TICK = 5  # characters of a number from which only half as many fit side by side


def x_axis(limits: tuple[float, float], unit: str, count: int) -> dict[str, Any]:
    """Ticks on top, the same as in the strips; the unit stands behind the last number."""
    marks = axis(limits, count)
    if max((len(tick.text) for tick in marks), default=0) > LONG_TICK:
        marks = axis(limits, max(2, count // 2))
    texts = [tick.text for tick in marks]
    if texts and 0 < len(unit) <= 2:  # a longer unit stands in the subtitle
        texts[-1] += f"\u202f{escape(unit, quote=False)}"
    return {
        "range": list(limits),
        "side": "top",
        "tickmode": "array",
        "tickvals": [tick.value for tick in marks],
        "ticktext": texts,
        "tickfont": {"size": 12, "color": GREY_TEXT},
        "tickangle": 0,
        "ticklabeloverflow": "allow",
        "gridcolor": LINE,
        "zeroline": False,
        "fixedrange": True,
        "automargin": False,
    }


def y_axis(rows: int) -> dict[str, Any]:
    """Exactly one unit per row, the first on top, nothing written."""
    return {
        "range": [rows - 0.5, -0.5],
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "fixedrange": True,
        "automargin": False,
    }


def highlights(rows: Sequence[tuple[int, AreaValue]]) -> list[dict[str, Any]]:
    """The pale row of the focused area, as wide as the picture."""
    return [
        {
            "type": "rect",
            "xref": "paper",
            "yref": "y",
            "x0": -0.2,
            "x1": 1.2,
            "y0": index - 0.5,
            "y1": index + 0.5,
            "fillcolor": HIGHLIGHT,
            "line": {"width": 0},
            "layer": "below",
        }
        for index, row in rows
        if row.focused
    ]


def city_shape(city: CityLine) -> list[dict[str, Any]]:
    """The city as a dashed line over all rows."""
    if not finite([city.value]):
        return []
    place = {"type": "line", "xref": "x", "yref": "paper", "x0": city.value, "x1": city.value}
    line = {"color": INK, "width": 1.4, "dash": CITY_DASH}
    return [{**place, "y0": 0, "y1": 1, "line": line, "layer": "below"}]


def city_label(city: CityLine, limits: tuple[float, float]) -> list[dict[str, Any]]:
    """The city's words below its line, on the side where there is room."""
    if city.value is None or not finite([city.value]):
        return []
    right = share_of(city.value, limits) > 0.5
    return [
        label(
            city.label,
            xref="x",
            yref="paper",
            x=city.value,
            y=0,
            xanchor="right" if right else "left",
            xshift=6 if right else -6,
            yanchor="top",
            yshift=-2,
            font={"size": 12, "color": INK},
        )
    ]


def missing_labels(rows: Sequence[tuple[int, AreaValue]]) -> list[dict[str, Any]]:
    """The sign of a missing value in the middle of its row, without any hint of its place."""
    return [
        label(
            row.text,
            xref="paper",
            yref="y",
            x=0.5,
            y=index,
            xanchor="center",
            font={"size": 12, "color": GREY_TEXT},
            bgcolor=HIGHLIGHT if row.focused else WHITE,
        )
        for index, row in rows
        if not finite([row.value])
    ]
