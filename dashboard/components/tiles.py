"""The four tiles: city, gap, convergence, target."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.parts import Tile
from dashboard.components import html


def tiles(entries: tuple[Tile, ...]) -> list[Component]:
    """A description list, so that label and value belong together for a screen reader too."""
    return [
        html.Div(
            [html.Dt(tile.label), html.Dd([html.Strong(tile.value), html.Span(tile.detail)])],
            className="tile",
        )
        for tile in entries
    ]
