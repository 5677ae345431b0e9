"""A Dash tree as an HTML string: the page before any script runs.

The same tree that Dash will draw is written out here, so the first paint and the page cannot
differ; ``assets/from_document.js`` reads it back from the document. ``data-dash`` marks what is no
plain element. Only the components that our pages use are known; any other is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
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
_REFERENCES = {"href", "htmlFor", "aria-labelledby", "aria-describedby", "aria-controls"}
_PREFIX = "erst-"
_UNITLESS = {"gridRow", "gridColumn", "order", "zIndex", "opacity", "flexGrow", "lineHeight", "fontWeight"}
_VOID = {"Br", "Hr", "Img", "Wbr"}
_HTML = "dash_html_components"
_ORDERS: dict[str, _Order] = {}  # by kind of element; filled on first use
_Plan = tuple[tuple[str, str, bool], ...]  # name, what stands before its value, whether it names an id
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
    written.append(f"<{tag}{_attributes(node.__dict__, _order(node))}>")
    if kind not in _VOID:
        _write(node.__dict__.get("children"), written)
        written.append(f"</{tag}>")


def _special(node: Any) -> Markup:
    writer = _SPECIAL.get((node._namespace, node._type))
    if writer is None:
        raise TypeError(f"Für den ersten Anblick nicht darstellbar: {node._namespace}.{node._type}")
    return writer(node)


class _Order(dict[str, int]):
    """Place of each property of a kind of element; ``data-*`` and ``aria-*`` follow as they were given."""

    def __init__(self, places: Iterable[tuple[str, int]]) -> None:
        super().__init__(places)
        self._plans: dict[tuple[str, ...], _Plan] = {}  # as many as there are ways our code gives them

    def __missing__(self, _name: str) -> int:
        return len(self)

    def plan(self, given: tuple[str, ...]) -> _Plan:
        """Which of these properties are written, in their order, and how each begins."""
        found = self._plans.get(given)
        if found is None:
            names = [name for name in given if name not in _NOT_WRITTEN and (name in self or "-" in name)]
            names.sort(key=self.__getitem__)
            found = tuple((name, f' {_named(name)}="', name in _REFERENCES) for name in names)
            self._plans[given] = found
        return found


def _order(node: Any) -> _Order:
    order = _ORDERS.get(node._type)
    if order is None:
        order = _ORDERS[node._type] = _Order((name, at) for at, name in enumerate(node._prop_names))
    return order


def _attributes(given: Mapping[str, Any], order: _Order) -> str:
    """What was given of an element's properties, in Dash's order; the id comes last.

    Dash's own ``to_plotly_json`` tries every property that the component could have.
    """
    pairs = []
    for name, opening, refers in order.plan(tuple(given)):
        value = given[name]
        if type(value) is str:
            pairs.append(f'{opening}{escaped(_aimed(name, value) if refers else value)}"')
        elif value is not None:
            pairs.append(_attribute(name, _aimed(name, str(value)) if refers else value))
    ident = given.get("id")
    if isinstance(ident, str):
        # Two elements with one id would be invalid while both trees are in the document.
        pairs.append(_attribute("id", f"{_PREFIX}{ident}"))
    return "".join(pairs)


def _aimed(name: str, value: str) -> str:
    """The same reference to the first paint's twin of an id; other links lead where they did."""
    if name != "href":
        return _PREFIX + value
    return f"#{_PREFIX}{value[1:]}" if value.startswith("#") else value


def _attribute(name: str, value: Any) -> str:
    """Names come from our own code and Dash's list, values from anywhere."""
    if isinstance(value, str):
        return f' {_named(name)}="{escaped(value)}"'
    if value is None or value is False:
        return ""
    if value is True:
        return f" {_named(name)}"
    if name == "style":
        value = ";".join(f"{_css_name(key)}:{_css_value(key, item)}" for key, item in value.items())
    return f' {_named(name)}="{escape(value)}"'


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


_INPUT = _Order(
    (name, at) for at, name in enumerate(("type", "name", "value", "min", "max", "step", "disabled", "class"))
)


def _input(node: Any) -> Markup:
    props = {name: getattr(node, "class_name" if name == "class" else name, None) for name in _INPUT}
    return Markup(f"<input{_attributes({**props, 'id': node.id}, _INPUT)}>")


_MARKUP = _Order([("className", 0)])


def _markup(node: Any) -> Markup:
    given = node.__dict__
    tag = "span" if given.get("inline") else "div"
    return Markup(f'<{tag} data-dash="markup"{_attributes(given, _MARKUP)}>{given["html"]}</{tag}>')


def _graph(node: Any) -> Markup:
    # The picture's own SVG stands beside the graph in the tree; see components.chart.
    return Markup('<div data-dash="graph"{}></div>').format(Markup(_attributes({"id": node.id}, _MARKUP)))


_SPECIAL: dict[tuple[str, str], Callable[[Any], Markup]] = {
    ("dash_core_components", "Graph"): _graph,
    ("dash_bootstrap_components", "Select"): _select,
    ("dash_bootstrap_components", "Input"): _input,
    ("sozialraum_monitor", "Markup"): _markup,
}
