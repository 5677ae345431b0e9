"""Puts the page of the address into the document, once, when Dash starts.

Moving inside a page changes the view (``callbacks.karte``); moving to another page loads a
new document, which arrives with its own first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

from dash import Dash, Input, Output
from dash.development.base_component import Component

from dashboard import ids
from dashboard.state.asked import MOST_PARAMETERS, NotAsked, text


def register(app: Dash, page: Callable[[str, Mapping[str, str]], Component]) -> None:
    """``page`` gives the layout for a path and its parameters."""

    @app.callback(
        Output(ids.PAGE, "children"),
        Input(ids.LOCATION, "pathname"),
        Input(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def open_page(pathname: object, search: object) -> Component:
        return page(text(pathname) or "/", parameters(text(search)))


def parameters(search: str) -> dict[str, str]:
    """The parameters of a query string; of a repeated one the first counts. Raises NotAsked for too many."""
    if search.count("&") >= MOST_PARAMETERS:
        raise NotAsked("search")
    return dict(reversed(parse_qsl(search.removeprefix("?"), keep_blank_values=True)))
