"""Puts the page of the document into Dash, once, when Dash starts.

Nothing is asked of the server: ``assets/from_document.js`` reads the page from what the document
holds already. Moving inside a page changes the view (``callbacks.round_trip``); moving to another
page loads a new document, which arrives with its own first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard import ids


def layout(pages: Iterable[str]) -> Component:
    """Where the page goes, and for each of the pages that change with their view the two stores of the
    round trip."""
    stores = [dcc.Store(id=name(page)) for page in pages for name in (ids.view, ids.address)]
    return html.Div([html.Div(id=ids.PAGE), *stores])


def register(app: Dash) -> None:
    """The page is read when its place appears, which is once."""
    read: Callable[..., None] = app.clientside_callback  # untyped in dash
    read(ClientsideFunction("page", "read"), Output(ids.PAGE, "children"), Input(ids.PAGE, "id"))
