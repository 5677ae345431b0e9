"""A Dash tree as an HTML string: the page before any script runs.

The same tree that Dash will draw is written out here, so the first paint and the page cannot
differ; ``assets/from_document.js`` reads it back from the document. ``data-dash`` marks what is no
plain element. Only the components that our pages use are known; any other is an error.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

from dashboard.figures.svg import escaped
from dashboard.share.attributes import Order, attributes

_VOID = {"Br", "Hr", "Img", "Wbr"}
_HTML = "dash_html_components"
_ORDERS: dict[str, Order] = {}  # by kind of element; filled on first use
_SEVERAL, _NUMBERS = (list, tuple), (int, float)


def to_html(node: Any) -> Markup:
    """Return the HTML of a component, string, number or list. Raises TypeError for the unknown."""
    written: list[str] = []
    _write(node, written)
    return Markup("".join(written))


def _write(node: Any, written: list[str]) -> None:
    """Append the pieces of a node: one string is made of all of them, and only once."""
    if isinstance(node, str):
        written.append(escaped(node))
    elif isinstance(node, _SEVERAL):
        for child in node:
            _write(child, written)
    elif getattr(node, "_namespace", None) == _HTML:  # asking the abstract class takes longer than the rest
        _write_element(node, written)
    elif isinstance(node, Component):
        written.append(_special(node))
    elif isinstance(node, _NUMBERS):
        written.append(str(node))
    elif node is not None:
        raise TypeError(f"Für den ersten Anblick nicht darstellbar: {type(node).__name__}")


def _write_element(node: Any, written: list[str]) -> None:
    kind: str = node._type
    tag = kind.lower()
    written.append(f"<{tag}{attributes(node.__dict__, _order(node))}>")
    if kind not in _VOID:
        _write(node.__dict__.get("children"), written)
        written.append(f"</{tag}>")


def _special(node: Any) -> Markup:
    writer = _SPECIAL.get((node._namespace, node._type))
    if writer is None:
        raise TypeError(f"Für den ersten Anblick nicht darstellbar: {node._namespace}.{node._type}")
    return writer(node)


def _order(node: Any) -> Order:
    order = _ORDERS.get(node._type)
    if order is None:
        order = _ORDERS[node._type] = Order((name, at) for at, name in enumerate(node._prop_names))
    return order


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


_INPUT = Order(
    (name, at) for at, name in enumerate(("type", "name", "value", "min", "max", "step", "disabled", "class"))
)


def _input(node: Any) -> Markup:
    props = {name: getattr(node, "class_name" if name == "class" else name, None) for name in _INPUT}
    return Markup(f"<input{attributes({**props, 'id': node.id}, _INPUT)}>")


_MARKUP = Order([("className", 0)])


def _markup(node: Any) -> Markup:
    given = node.__dict__
    tag = "span" if given.get("inline") else "div"
    return Markup(f'<{tag} data-dash="markup"{attributes(given, _MARKUP)}>{given["html"]}</{tag}>')


def _graph(node: Any) -> Markup:
    # The picture's own SVG stands beside the graph in the tree; see components.chart.
    return Markup('<div data-dash="graph"{}></div>').format(Markup(attributes({"id": node.id}, _MARKUP)))


_SPECIAL: dict[tuple[str, str], Callable[[Any], Markup]] = {
    ("dash_core_components", "Graph"): _graph,
    ("dash_bootstrap_components", "Select"): _select,
    ("dash_bootstrap_components", "Input"): _input,
    ("sozialraum_monitor", "Markup"): _markup,
}
