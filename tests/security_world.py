"""What a genuine browser sends, for the tests of everything that is none."""

from __future__ import annotations

import json
from typing import Any

from dashboard.share.document import Document

CALLBACKS = "/_dash-update-component"


def genuine(app: Document, output: str, values: list[object]) -> dict[str, Any]:
    """The body of a call as Dash's renderer writes it, in its own order of keys."""
    entry = app.callback_map[output]
    found = entry["output"]
    outputs = [one.to_dict() for one in found] if isinstance(found, list | tuple) else found.to_dict()
    inputs = [{**one, "value": value} for one, value in zip(entry["inputs"], values, strict=True)]
    changed = [f"{one['id']}.{one['property']}" for one in inputs]
    return {
        "output": output,
        "outputs": outputs,
        "inputs": inputs,
        "changedPropIds": changed,
        "parsedChangedPropsIds": changed,
    }


def view_call(app: Document, asked: object) -> dict[str, Any]:
    """The start page's call when a control was used."""
    output = next(name for name, entry in app.callback_map.items() if "hinweise.children" in name)
    return genuine(app, output, [asked])


def as_json(body: object) -> bytes:
    """The body as a browser would send it; halves of characters stay escaped."""
    return json.dumps(body).encode("ascii")
