"""Around the lines: axes, periods, and the labels at their right ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.display import Series
from dashboard.figures.contrast import INK
from dashboard.figures.runs import at_year
from dashboard.figures.theme import GREY_TEXT, LINE, SIGN_TEXT, label, layout
from dashboard.figures.ticks import scale_width, share_of, ticks

TOP, BOTTOM, RIGHT = 12, 24, 116  # px
LINE_HEIGHT = 32  # px between two labels of two lines each


@dataclass(frozen=True, slots=True)
class Direct:
    """A label at the right end of a line, and where it wants to stand in px from the top."""

    name: str
    text: str
    colour: str
    bold: bool
    wanted: float


def direct_labels(
    named: Sequence[Series], city: Series, limits: tuple[float, float], year: int, height: int
) -> list[dict[str, Any]]:
    """Name and value at the right edge, moved apart where they would overlap."""
    room = height - TOP - BOTTOM
    wishes = []
    for each in named:
        point = at_year(each.points, year)
        if point is not None and point.value is not None:
            wanted = (1 - share_of(point.value, limits)) * room
            colour = INK if each is city else SIGN_TEXT[each.sign] if each.focused else GREY_TEXT
            wishes.append(Direct(each.name, point.text, colour, each is city or each.focused, wanted))
    wishes.sort(key=lambda wish: wish.wanted)
    places = spread([wish.wanted for wish in wishes], room)
    return [direct(wish, place / room) for wish, place in zip(wishes, places, strict=True)]


def spread(wanted: Sequence[float], room: float) -> list[float]:
    """Ascending places in px at least a label apart and inside the room, near the wanted ones."""
    places: list[float] = []
    for wish in wanted:
        places.append(max(wish, places[-1] + LINE_HEIGHT) if places else max(wish, LINE_HEIGHT / 2))
    limit = room - LINE_HEIGHT / 2
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], limit)
        limit = places[index] - LINE_HEIGHT
    return places


def direct(wish: Direct, share: float) -> dict[str, Any]:
    """One label of two lines right of the frame."""
    written = label(
        wish.name,
        xref="paper",
        yref="paper",
        x=1,
        xanchor="left",
        xshift=8,
        y=1 - share,
        yanchor="middle",
        align="left",
        font={"size": 12, "color": wish.colour, "weight": 700 if wish.bold else 400},
    )
    value = label(wish.text)["text"]
    return {**written, "text": f"{written['text']}<br>{value}"}


def frame(
    limits: tuple[float, float],
    years: Sequence[int],
    series: Sequence[Series],
    labels: list[dict[str, Any]],
    height: int,
) -> dict[str, Any]:
    """Axes with few marks; the first and the last period are written below."""
    marks = ticks(limits, 4)
    small = {"size": 12, "color": GREY_TEXT}
    base = {"zeroline": False, "fixedrange": True, "automargin": False}
    return layout(
        height,
        margin={"l": scale_width(limits), "r": RIGHT, "t": TOP, "b": BOTTOM, "pad": 0, "autoexpand": False},
        xaxis={
            **base,
            "range": [years[0] - 0.3, years[-1] + 0.3],
            "showgrid": False,
            "showticklabels": False,
        },
        yaxis={
            **base,
            "range": list(limits),
            "tickmode": "array",
            "tickvals": [tick.value for tick in marks],
            "ticktext": [tick.text for tick in marks],
            "tickfont": small,
            "gridcolor": LINE,
        },
        annotations=[*labels, *period_labels(years, series)],
    )


def period_labels(years: Sequence[int], series: Sequence[Series]) -> list[dict[str, Any]]:
    """The first and the last period below the frame's two ends."""
    written = {point.year: point.label for each in series for point in each.points}
    ends = [(years[0], 0, "left")] + ([(years[-1], 1, "right")] if len(years) > 1 else [])
    place = {"xref": "paper", "yref": "paper", "y": 0, "yanchor": "top", "yshift": -3}
    font = {"size": 12, "color": GREY_TEXT}
    return [
        label(written.get(year, str(year)), **place, x=x, xanchor=side, font=font) for year, x, side in ends
    ]
