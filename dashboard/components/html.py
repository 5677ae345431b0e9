"""HTML elements as Dash has them, made in a tenth of the time: import this instead of ``dash.html``.

Dash prepares, for every property of every element, the text of an error that is hardly ever raised;
on a page of six hundred elements that takes longer than all its figures. What is made here is the
same component to the browser and to :mod:`dashboard.share.html`, and refuses the same unknown names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash import html as of_dash
from dash.development.base_component import Component

_WILD = ("data-", "aria-")
_PROMISED = ("_valid_wildcard_attributes", "available_properties", "available_wildcard_properties")
_PLAIN = frozenset({str, dict})  #: what every property may be
Element = Callable[..., Component]


def _lean(kind: Callable[..., Component]) -> Element:
    """The class of Dash's ``kind`` with a constructor that only checks the names."""
    like: Any = kind()
    known = frozenset(like._prop_names)

    def __init__(self: Any, children: Any = None, **given: Any) -> None:
        for name, value in given.items():
            if name not in known and not name.startswith(_WILD):
                raise TypeError(f"html.{self._type} has no property {name!r}")
            if type(value) in _PLAIN:  # asking an abstract class of Dash's takes longer than all else here
                continue
            if isinstance(value, Component) or (name == "id" and not isinstance(value, str | dict)):
                raise TypeError(f"html.{self._type}: {name} cannot be {value!r}")
        self.__dict__.update(given, children=children)

    of_class = ("_children_props", "_base_nodes", "_namespace", "_type", "_prop_names", *_PROMISED)
    body = {name: getattr(like, name) for name in of_class}
    # Under Dash's own name: the metaclass enters it into what the browser is told of all components.
    make: Callable[..., Element] = type(Component)
    return make(like._type, (Component,), {"__module__": __name__, "__init__": __init__, **body})


A = _lean(of_dash.A)
Abbr = _lean(of_dash.Abbr)
Article = _lean(of_dash.Article)
Aside = _lean(of_dash.Aside)
Br = _lean(of_dash.Br)
Button = _lean(of_dash.Button)
Dd = _lean(of_dash.Dd)
Details = _lean(of_dash.Details)
Div = _lean(of_dash.Div)
Dl = _lean(of_dash.Dl)
Dt = _lean(of_dash.Dt)
Figcaption = _lean(of_dash.Figcaption)
Figure = _lean(of_dash.Figure)
Footer = _lean(of_dash.Footer)
Form = _lean(of_dash.Form)
H1 = _lean(of_dash.H1)
H2 = _lean(of_dash.H2)
H3 = _lean(of_dash.H3)
Header = _lean(of_dash.Header)
Label = _lean(of_dash.Label)
Li = _lean(of_dash.Li)
Main = _lean(of_dash.Main)
Nav = _lean(of_dash.Nav)
Ol = _lean(of_dash.Ol)
Output = _lean(of_dash.Output)
P = _lean(of_dash.P)
Section = _lean(of_dash.Section)
Span = _lean(of_dash.Span)
Strong = _lean(of_dash.Strong)
Summary = _lean(of_dash.Summary)
Ul = _lean(of_dash.Ul)
