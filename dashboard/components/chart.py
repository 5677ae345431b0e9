"""A Plotly chart with its own SVG below it.

The SVG is there at once (first paint, print, no scripts); when Plotly has drawn, style.css
hides it. Both have the same size, so nothing moves.
"""

from __future__ import annotations

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.components.markup import Markup
from dashboard.components.wild import wild
from dashboard.figures.theme import CONFIG, Figure

GRAPH_CONFIG: Any = CONFIG  # dash types this as a class of its own that plain dicts do not fit


def chart(name: str, figure: Figure, still: Safe, description: str) -> Component:
    """The chart slot, as high as the figure. ``still`` is the SVG that stands in for the chart."""
    return html.Div(
        [
            Markup(still, id=f"{name}-bild", className="still"),
            dcc.Graph(
                id=name, figure=figure, config=GRAPH_CONFIG, className="live", style={"height": "100%"}
            ),
        ],
        id=f"{name}-rahmen",
        className=f"chart {name}",
        style=_size(figure),
        role="img",
        **wild(aria_label=description),
    )


def keys(name: str) -> tuple[str, ...]:
    """The properties that :func:`changes` sets."""
    return (ids.prop(name, "figure"), ids.prop(f"{name}-bild", "html"), ids.prop(f"{name}-rahmen", "style"))


def changes(name: str, figure: Figure, still: Safe) -> dict[str, Any]:
    """A new figure for the chart of this name."""
    return dict(zip(keys(name), (figure, str(still), _size(figure)), strict=True))


def _size(figure: Figure) -> dict[str, int]:
    return {"height": figure["layout"]["height"]}
