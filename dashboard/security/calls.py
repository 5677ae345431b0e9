"""Genuine calls of callbacks: only what the page itself could have sent reaches Dash.

Dash believes the browser: a list where it expects an object, an output nobody registered or a
value nested a thousand deep end in an error of ours. So each call is compared with the
callback it names before Dash sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash import Dash
from flask import Flask, request
from werkzeug.exceptions import BadRequest

from dashboard.state.asked import NotAsked, plain

ADDRESS = "/_dash-update-component"
_MEMBERS = {"id", "property", "value"}


@dataclass(frozen=True, slots=True)
class Call:
    """One callback as Dash registered it. Lists hold ``{"id": …, "property": …}``."""

    outputs: object
    inputs: list[dict[str, str]]
    state: list[dict[str, str]]

    def check(self, body: Mapping[str, Any]) -> None:
        """Raise NotAsked unless the body names exactly these properties."""
        if body.get("outputs") != self.outputs:
            raise NotAsked("outputs")
        _same(body.get("inputs"), self.inputs)
        _same(body.get("state", []), self.state)
        changed, known = (
            body.get("changedPropIds", []),
            {f"{one['id']}.{one['property']}" for one in self.inputs},
        )
        if not isinstance(changed, list) or any(name not in known for name in map(str, changed)):
            raise NotAsked("changedPropIds")


def known_calls(app: Dash) -> dict[str, Call]:
    """The callbacks that run on the server. Raises TypeError for pattern-matching ids."""
    entries = {key: entry for key, entry in app.callback_map.items() if "callback" in entry}
    for key in entries:
        if "{" in key:
            raise TypeError(
                f"Callback with pattern-matching ids: {key}; teach dashboard.security.calls first"
            )
    return {key: _call(entry) for key, entry in entries.items()}


def register(server: Flask, calls: Mapping[str, Call]) -> None:
    """Refuse every other call with 400 (415 for a body that is no JSON)."""

    @server.before_request
    def only_genuine() -> None:
        if request.path == ADDRESS and request.method == "POST":
            check(_body(), calls)


def check(body: object, calls: Mapping[str, Call]) -> None:
    """Raise NotAsked unless a body is a genuine call of one of the callbacks."""
    plain(body)
    if not isinstance(body, dict):
        raise NotAsked("body")
    output = body.get("output")
    if not isinstance(output, str) or output not in calls:
        raise NotAsked("output")
    calls[output].check(body)


def _body() -> object:
    try:
        return request.get_json()
    except RecursionError as error:  # nested deeper than Python's own reader can follow
        raise BadRequest from error


def _same(sent: object, expected: list[dict[str, str]]) -> None:
    if not isinstance(sent, list) or len(sent) != len(expected):
        raise NotAsked("inputs")
    for one, known in zip(sent, expected, strict=True):
        if not isinstance(one, dict) or not one.keys() <= _MEMBERS:
            raise NotAsked("inputs")
        if {name: value for name, value in one.items() if name != "value"} != known:
            raise NotAsked("inputs")


def _call(entry: Mapping[str, Any]) -> Call:
    output = entry["output"]
    several = isinstance(output, list | tuple)
    outputs = [one.to_dict() for one in output] if several else output.to_dict()
    return Call(outputs, entry["inputs"], entry["state"])
