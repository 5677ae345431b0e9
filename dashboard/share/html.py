"""A Dash tree as an HTML string: the page before any script runs.

The same tree that Dash will draw is written out here, so the first paint and the page
cannot differ. Only the components that our pages use are known; any other is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

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


def to_html(node: Any) -> Markup:
    """Return the HTML of a component, string, number or list. Raises TypeError for the unknown."""
    if node is None:
        return Markup("")
    if isinstance(node, str | int | float):
        return escape(node)
    if isinstance(node, list | tuple):
        return Markup("".join(to_html(child) for child in node))
    if isinstance(node, Component):
        return _component(node)
    raise TypeError(f"Für den ersten Anblick nicht darstellbar: {type(node).__name__}")


def _component(node: Any) -> Markup:
    if node._namespace == "dash_html_components":
        return _element(node)
    writer = _SPECIAL.get((node._namespace, node._type))
    if writer is None:
        raise TypeError(f"Für den ersten Anblick nicht darstellbar: {node._namespace}.{node._type}")
    return writer(node)


def _element(node: Any) -> Markup:
    tag = node._type.lower()
    attributes = _attributes(node.to_plotly_json()["props"])
    if node._type in _VOID:
        return Markup(f"<{tag}{attributes}>")
    return Markup(f"<{tag}{attributes}>{to_html(getattr(node, 'children', None))}</{tag}>")


def _attributes(props: dict[str, Any]) -> Markup:
    pairs = [
        _attribute(_NAMES.get(name, name), f"{_PREFIX}{value}" if name in _REFERENCES else value)
        for name, value in props.items()
        if name not in _NOT_WRITTEN
    ]
    if isinstance(props.get("id"), str):
        # Two elements with one id would be invalid while both trees are in the document.
        pairs.append(_attribute("id", f"{_PREFIX}{props['id']}"))
    return Markup("".join(pairs))


def _attribute(name: str, value: Any) -> str:
    """Names come from our own code and Dash's list, values from anywhere."""
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name.lower()}"
    if name == "style":
        value = ";".join(f"{_css_name(key)}:{_css_value(key, item)}" for key, item in value.items())
    return f' {name if "-" in name else name.lower()}="{escape(value)}"'


def _css_name(name: str) -> str:
    return name if name.startswith("--") else re.sub(r"[A-Z]", lambda match: "-" + match[0].lower(), name)


def _css_value(name: str, value: Any) -> str:
    is_length = isinstance(value, int | float) and not name.startswith("--") and name not in _UNITLESS
    return f"{value}px" if is_length else str(value)


def _select(node: Any) -> Markup:
    options = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            option["value"], Markup(" selected") if option["value"] == node.value else "", option["label"]
        )
        for option in node.options
    )
    return Markup('<select class="form-select {}" name="{}" id="erst-{}">{}</select>').format(
        getattr(node, "class_name", None) or "", node.name, node.id, options
    )


def _input(node: Any) -> Markup:
    names = ("type", "name", "value", "min", "max", "step", "disabled", "class_name")
    given = {name: getattr(node, name, None) for name in names}
    props = {("class" if name == "class_name" else name): value for name, value in given.items()}
    return Markup("<input{}{}>").format(_attributes(props), _attributes({"id": node.id}))


def _markup(node: Any) -> Markup:
    tag = Markup("span" if getattr(node, "inline", False) else "div")
    return Markup('<{0} class="{1}">{2}</{0}>').format(
        tag, getattr(node, "className", None) or "", Markup(node.html)
    )


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
