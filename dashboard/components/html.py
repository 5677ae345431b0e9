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
_SIMPLE = frozenset({bool, int, float, type(None)})  #: no component, and no id
Element = Callable[..., Component]


def lean(kind: Callable[..., Component]) -> Element:
    """The class of Dash's ``kind`` (or another library's) with a constructor that only checks names."""
    like: Any = kind()
    known = frozenset(like._prop_names)

    def __init__(self: Any, children: Any = None, **given: Any) -> None:
        for name, value in given.items():
            if name not in known and not name.startswith(_WILD):
                raise TypeError(f"html.{self._type} has no property {name!r}")
            given_as = type(value)
            # Asking an abstract class of Dash's takes longer than all else here.
            if given_as in _PLAIN or (given_as in _SIMPLE and name != "id"):
                continue
            if isinstance(value, Component) or (name == "id" and not isinstance(value, str | dict)):
                raise TypeError(f"html.{self._type}: {name} cannot be {value!r}")
        given["children"] = children
        self.__dict__ = given

    of_class = ("_children_props", "_base_nodes", "_namespace", "_type", "_prop_names", *_PROMISED)
    body = {name: getattr(like, name) for name in of_class}
    # Under Dash's own name: the metaclass enters it into what the browser is told of all components.
    make: Callable[..., Element] = type(Component)
    return make(like._type, (Component,), {"__module__": __name__, "__init__": __init__, **body})


A = lean(of_dash.A)
Abbr = lean(of_dash.Abbr)
Article = lean(of_dash.Article)
Aside = lean(of_dash.Aside)
Br = lean(of_dash.Br)
Button = lean(of_dash.Button)
Dd = lean(of_dash.Dd)
Details = lean(of_dash.Details)
Div = lean(of_dash.Div)
Dl = lean(of_dash.Dl)
Dt = lean(of_dash.Dt)
Figcaption = lean(of_dash.Figcaption)
Figure = lean(of_dash.Figure)
Footer = lean(of_dash.Footer)
Form = lean(of_dash.Form)
H1 = lean(of_dash.H1)
H2 = lean(of_dash.H2)
H3 = lean(of_dash.H3)
Header = lean(of_dash.Header)
Label = lean(of_dash.Label)
Li = lean(of_dash.Li)
Main = lean(of_dash.Main)
Nav = lean(of_dash.Nav)
Ol = lean(of_dash.Ol)
Output = lean(of_dash.Output)
P = lean(of_dash.P)
Section = lean(of_dash.Section)
Span = lean(of_dash.Span)
Strong = lean(of_dash.Strong)
Summary = lean(of_dash.Summary)
Ul = lean(of_dash.Ul)
