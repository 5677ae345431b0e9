"""A Plotly chart with its own SVG below it.

The SVG is there at once (first paint, print, no scripts); when Plotly has drawn, style.css
hides it. Both have the same size, so nothing moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, cast

from dash import dcc
from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.components import html
from dashboard.components.markup import Markup
from dashboard.components.wild import wild
from dashboard.figures.theme import CONFIG, Figure

Draw = Callable[[], Figure]
GRAPH_CONFIG: Any = CONFIG  # dash types this as a class of its own that plain dicts do not fit


class Graph(dcc.Graph):
    """Dash's graph whose figure is drawn when the browser asks for it.

    The first paint shows our own picture instead, and needs no figure.
    """

    _children_props = dcc.Graph._children_props
    _namespace = dcc.Graph._namespace
    _type = "Graph"

    def __init__(self, draw: Draw, name: str, classes: str) -> None:
        super().__init__(id=name, config=GRAPH_CONFIG, className=classes, style={"height": "100%"})
        self._draw = draw

    @cached_property
    def figure(self) -> Figure:
        """What Plotly draws."""
        return self._draw()


def graphs(page: Component) -> dict[str, Any]:
    """The graphs of a page by their id, as Dash hands them to the browser; draws their figures."""
    nodes: Iterable[Any] = cast(Any, page)._traverse()
    found: list[Any] = [node for node in nodes if isinstance(node, Graph)]
    return {node.id: node.to_plotly_json() for node in found}


def chart(name: str, draw: Draw, height: float, still: Safe, description: str) -> Component:
    """The chart slot, as high as the figure that ``draw`` gives. ``still`` is the SVG that stands in."""
    return html.Div(
        [Markup(still, id=f"{name}-bild", className="still"), Graph(draw, name, "live")],
        id=f"{name}-rahmen",
        className=f"chart {name}",
        style={"height": height},
        role="img",
        **wild(aria_label=description),
    )


def keys(name: str) -> tuple[str, ...]:
    """The properties that :func:`changes` sets."""
    return (ids.prop(name, "figure"), ids.prop(f"{name}-bild", "html"), ids.prop(f"{name}-rahmen", "style"))


def changes(name: str, figure: Figure, still: Safe) -> dict[str, Any]:
    """A new figure for the chart of this name."""
    return dict(zip(keys(name), (figure, str(still), {"height": figure["layout"]["height"]}), strict=True))
