"""A page's round trip: what the reader asks for in, changed properties out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from dashboard import ids
from dashboard.state.asked import Asked
from dashboard.store.cache import ReleaseCache

Ask = Callable[[str, Mapping[str, str]], Any]
Changes = Callable[[Any], dict[str, Any]]


def register(app: Dash, page: str, keys: tuple[str, ...], ask: Ask, changes: Changes) -> None:
    """``ask`` turns path and parameters of an address into the page's answer."""
    outputs = {key: _output(key) for key in keys}
    kept = ReleaseCache()

    @app.callback(
        output={"changed": outputs, "address": Output(ids.address(page), "data")},
        inputs={"asked": Input(ids.view(page), "data")},
        prevent_initial_call=True,
    )
    def draw(asked: object) -> dict[str, Any]:
        view = Asked.read(asked)
        shown = ask(view.path, view.query)
        # without a key it is for this reader alone
        changed = dict(changes(shown) if shown.key is None else kept.get(shown.key, lambda: changes(shown)))
        held = ids.prop(ids.field(view.by), "value")
        if held in changed:
            changed[held] = no_update  # the slider is in somebody's hand and may be further already
        settled = {"address": shown.address, "title": shown.said.title, "sentence": shown.said.headline}
        return {"changed": changed, "address": settled}

    settle: Callable[..., None] = app.clientside_callback  # untyped in dash
    settle(
        ClientsideFunction("view", "settle"),
        Input(ids.address(page), "data"),
        State(ids.view(page), "data"),
        prevent_initial_call=True,
    )


def _output(key: str) -> Output:
    component, name = key.rsplit(".", 1)
    return Output(component, name)
