"""The one component of our own: prepared SVG inside a Dash tree.

Dash has no SVG elements. ``assets/markup.js`` holds the few lines of React that insert the
string. Only ``markupsafe.Markup`` is accepted: whoever builds it has escaped what goes in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup as Safe


class Markup(Component):
    """A ``div`` (or ``span``) around safe markup. ``html`` is an SVG or HTML string."""

    _children_props: list[str] = []
    _base_nodes: list[str] = []
    _namespace = "sozialraum_monitor"
    _type = "Markup"

    def __init__(self, html: Safe, **properties: Any) -> None:
        if not isinstance(html, Safe):
            raise TypeError(f"Markup erwartet markupsafe.Markup, nicht {type(html).__name__}")
        self._prop_names = ["id", "html", "className", "inline"]
        self._valid_wildcard_attributes: list[str] = ["data-", "aria-"]
        self.available_properties = self._prop_names
        self.available_wildcard_properties = self._valid_wildcard_attributes
        initialise: Callable[..., None] = super().__init__  # untyped in dash
        initialise(html=str(html), **properties)
