"""The attributes of an element as HTML writes them, from the properties that Dash knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from markupsafe import escape

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
_Plan = tuple[tuple[str, str, bool], ...]  # name, what stands before its value, whether it names an id


class Order(dict[str, int]):
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


def attributes(given: Mapping[str, Any], order: Order) -> str:
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
