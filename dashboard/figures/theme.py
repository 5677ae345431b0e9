"""The look of every picture: colours, type, Plotly defaults, and the figure that only says something."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboard.display import Sign
from dashboard.figures.contrast import INK, WHITE, rgba

#: A Plotly figure as the plain dict that is sent to the browser: ``data`` and ``layout``.
Figure = dict[str, Any]

PETROL = "#0b6e75"
ORANGE = "#b4501c"
ORANGE_TEXT = "#a34614"
GREY_TEXT = "#55606b"
SLATE = "#6b7480"  # marks, never text on the warm grey
BACKGROUND = "#f6f5f2"
LINE = "#e7e4dd"
HIGHLIGHT = "#efece5"  # the row of the focused area
FADED = "#dfdbd2"  # areas out of focus
CONTEXT = "#bdb8ad"  # lines out of focus
CONTEXT_STRONG = "#8a8577"

#: One hue, light to dark: six classes of the map.
SEQUENTIAL = ("#dbe9e8", "#b5d6d3", "#84bab8", "#4d9a9b", "#1d7478", "#0c4a50")
#: Worse to better around a grey middle: seven classes.
DIVERGING = (
    "#7f3410",
    "#cc7a4a",
    "#e8bd9f",
    "#e2dfd8",
    "#a5cdca",
    "#4d9a9b",
    "#0c4a50",
)

#: Colour of a mark by its comparison with the rest of the city.
SIGN_COLOUR: dict[Sign, str] = {
    "better": PETROL,
    "worse": ORANGE,
    "same": SLATE,
    "higher": INK,
    "lower": INK,
    "hidden": SLATE,
    "none": SLATE,
}
#: The same for type, at least 4.5 : 1 on white and on the warm grey.
SIGN_TEXT: dict[Sign, str] = {
    "better": PETROL,
    "worse": ORANGE_TEXT,
    "same": GREY_TEXT,
    "higher": INK,
    "lower": INK,
    "hidden": GREY_TEXT,
    "none": GREY_TEXT,
}

FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
CITY_DASH = "5px,4px"

#: Passed to every graph: nothing is uploaded, no foreign host, no tool bar, German words.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "showEditInChartStudio": False,
    "plotlyServerURL": "",
    "locale": "de",
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
}


def classes(number: int, palette: tuple[str, ...] = SEQUENTIAL) -> tuple[str, ...]:
    """``number`` colours spread evenly over the palette; more than it has are a ``ValueError``."""
    if not 1 <= number <= len(palette):
        raise ValueError(f"{number} classes asked of a palette of {len(palette)}")
    if number == 1:
        return (palette[len(palette) // 2],)
    last = len(palette) - 1
    return tuple(palette[round(index * last / (number - 1))] for index in range(number))


def layout(height: int, **changes: Any) -> dict[str, Any]:
    """Plotly layout all charts share; ``height`` in px, ``changes`` replace single entries."""
    return {
        "height": height,
        "autosize": True,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": INK},
        "separators": ",.",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": hover_label(),
        **changes,
    }


def hover_label() -> dict[str, Any]:
    """White box with ink type, the same in every chart."""
    return {
        "bgcolor": WHITE,
        "bordercolor": INK,
        "align": "left",
        "font": {"family": FONT, "size": 13, "color": INK},
    }


def label(text: str, **place: Any) -> dict[str, Any]:
    """A Plotly annotation without arrow. ``text`` is escaped: names never become markup."""
    return {"text": escape(text, quote=False), "showarrow": False, **place}


def band(colour: str) -> str:
    """Fill of an interval band in the colour of its line."""
    return rgba(colour, 0.14)


def message(text: str, height: int = 160) -> Figure:
    """A figure that shows one German sentence instead of data."""
    hidden = {"visible": False, "fixedrange": True}
    words = label(
        text,
        xref="paper",
        yref="paper",
        x=0.5,
        y=0.5,
        xanchor="center",
        yanchor="middle",
        font={"size": 14, "color": GREY_TEXT},
    )
    return {
        "data": [],
        "layout": layout(height, xaxis=hidden, yaxis=dict(hidden), annotations=[words]),
    }
