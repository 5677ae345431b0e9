"""The one component of our own: prepared SVG inside a Dash tree.

Dash has no SVG elements. ``assets/markup.js`` holds the few lines of React that insert the
string. Only ``markupsafe.Markup`` is accepted: whoever builds it has escaped what goes in.
"""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup as Safe


class Markup(Component):
    """A ``div`` (or ``span``) around safe markup. ``html`` is an SVG or HTML string."""

    _children_props: list[str] = []
    _base_nodes: list[str] = []
    _namespace = "sozialraum_monitor"
    _type = "Markup"
    _prop_names: list[str] = ["id", "html", "className", "inline"]
    _valid_wildcard_attributes: list[str] = ["data-", "aria-"]
    available_properties = _prop_names
    available_wildcard_properties = _valid_wildcard_attributes

    def __init__(self, html: Safe, **properties: Any) -> None:
        if not isinstance(html, Safe):
            raise TypeError(f"Markup erwartet markupsafe.Markup, nicht {type(html).__name__}")
        unknown = [name for name in properties if name not in self._prop_names and "-" not in name]
        if unknown:
            raise TypeError(f"Markup has no property {unknown[0]!r}")
        # Dash's own constructor would look on disk for a package of our namespace's name, every time.
        self.__dict__.update(properties, html=str(html))
