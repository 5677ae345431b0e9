"""A Dash tree as an HTML string: the page before any script runs.

The same tree that Dash will draw is written out here, so the first paint and the page
cannot differ. Only the components that our pages use are known; any other is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

from dashboard.figures.svg import escaped

_NAMES = {
    "className": "class",
    "htmlFor": "for",
    "tabIndex": "tabindex",
    "colSpan": "colspan",
    "rowSpan": "rowspan",
}
_NOT_WRITTEN = {"children", "n_clicks", "disable_n_clicks", "key", "id"}
_REFERENCES = {"htmlFor", "aria-labelledby", "aria-describedby", "aria-controls"}
_PREFIX = "erst-"
_UNITLESS = {"gridRow", "gridColumn", "order", "zIndex", "opacity", "flexGrow", "lineHeight", "fontWeight"}
_VOID = {"Br", "Hr", "Img", "Wbr"}
_HTML = "dash_html_components"
_ORDERS: dict[str, dict[str, int]] = {}  # kind of element → place of each property; filled on first use


def to_html(node: Any) -> Markup:
    """Return the HTML of a component, string, number or list. Raises TypeError for the unknown."""
    written: list[str] = []
    _write(node, written)
    return Markup("".join(written))


def _write(node: Any, written: list[str]) -> None:
    """Append the pieces of a node: one string is made of all of them, and only once."""
    if isinstance(node, str):
        written.append(escaped(node))
    elif isinstance(node, Component):
        if node._namespace == _HTML:
            _write_element(node, written)
        else:
            written.append(_special(node))
    elif isinstance(node, list | tuple):
        for child in node:
            _write(child, written)
    elif isinstance(node, int | float):
        written.append(str(node))
    elif node is not None:
        raise TypeError(f"Für den ersten Anblick nicht darstellbar: {type(node).__name__}")


def _write_element(node: Any, written: list[str]) -> None:
    kind: str = node._type
    tag = kind.lower()
    written.append(f"<{tag}{_attributes(_properties(node))}>")
    if kind not in _VOID:
        _write(node.__dict__.get("children"), written)
        written.append(f"</{tag}>")


def _special(node: Any) -> Markup:
    writer = _SPECIAL.get((node._namespace, node._type))
    if writer is None:
        raise TypeError(f"Für den ersten Anblick nicht darstellbar: {node._namespace}.{node._type}")
    return writer(node)


def _properties(node: Any) -> dict[str, Any]:
    """What was given of an element's properties, in Dash's order; then ``data-*`` and ``aria-*``.

    Dash's own ``to_plotly_json`` tries every property that the component could have.
    """
    given: dict[str, Any] = node.__dict__
    order = _ORDERS.get(node._type)
    if order is None:
        order = _ORDERS[node._type] = {name: place for place, name in enumerate(node._prop_names)}
    names = [name for name in given if name in order or "-" in name]
    if len(names) > 1:
        names.sort(key=lambda name: order.get(name, len(order)))
    return {name: given[name] for name in names}


def _attributes(props: dict[str, Any]) -> str:
    pairs = [
        _attribute(name, f"{_PREFIX}{value}" if name in _REFERENCES else value)
        for name, value in props.items()
        if value is not None and name not in _NOT_WRITTEN
    ]
    if isinstance(props.get("id"), str):
        # Two elements with one id would be invalid while both trees are in the document.
        pairs.append(_attribute("id", f"{_PREFIX}{props['id']}"))
    return "".join(pairs)


def _attribute(name: str, value: Any) -> str:
    """Names come from our own code and Dash's list, values from anywhere."""
    if value is None or value is False:
        return ""
    if value is True:
        return f" {_named(name)}"
    if name == "style":
        value = ";".join(f"{_css_name(key)}:{_css_value(key, item)}" for key, item in value.items())
    return f' {_named(name)}="{escaped(value) if isinstance(value, str) else escape(value)}"'


@cache
def _named(name: str) -> str:
    return _NAMES.get(name) or (name if "-" in name else name.lower())


@cache
def _css_name(name: str) -> str:
    return name if name.startswith("--") else re.sub(r"[A-Z]", lambda match: "-" + match[0].lower(), name)


def _css_value(name: str, value: Any) -> str:
    is_length = isinstance(value, int | float) and not name.startswith("--") and name not in _UNITLESS
    return f"{value}px" if is_length else str(value)


def _select(node: Any) -> Markup:
    options = "".join(
        f'<option value="{escape(option["value"])}"{" selected" if option["value"] == node.value else ""}>'
        f"{escape(option['label'])}</option>"
        for option in node.options
    )
    kind = escape(getattr(node, "class_name", None) or "")
    return Markup(
        f'<select class="form-select {kind}" name="{escape(node.name)}" id="erst-{escape(node.id)}">'
        f"{options}</select>"
    )


def _input(node: Any) -> Markup:
    names = ("type", "name", "value", "min", "max", "step", "disabled", "class_name")
    given = {name: getattr(node, name, None) for name in names}
    props = {("class" if name == "class_name" else name): value for name, value in given.items()}
    return Markup(f"<input{_attributes(props)}{_attributes({'id': node.id})}>")


def _markup(node: Any) -> Markup:
    tag = "span" if getattr(node, "inline", False) else "div"
    kind = escape(getattr(node, "className", None) or "")
    return Markup(f'<{tag} class="{kind}">{node.html}</{tag}>')


def _nothing(_node: Any) -> Markup:
    return Markup("")


def _graph(_node: Any) -> Markup:
    # The picture's own SVG stands beside the graph in the tree; see components.chart.
    return Markup("")


_SPECIAL: dict[tuple[str, str], Callable[[Any], Markup]] = {
    ("dash_core_components", "Graph"): _graph,
    ("dash_core_components", "Store"): _nothing,
    ("dash_core_components", "Location"): _nothing,
    ("dash_bootstrap_components", "Select"): _select,
    ("dash_bootstrap_components", "Input"): _input,
    ("sozialraum_monitor", "Markup"): _markup,
}
