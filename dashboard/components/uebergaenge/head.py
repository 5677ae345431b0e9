"""What stands above the cards: the path from the city down, and the five views."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.answers.parts import Crumb
from dashboard.answers.uebergaenge.parts import Switch
from dashboard.components import html
from dashboard.components.markup import Markup
from dashboard.components.uebergaenge import names
from dashboard.components.wild import wild
from dashboard.figures.svg import document, element

_LINK = ("href", "aria-current")


def path(crumbs: tuple[Crumb, ...]) -> list[Component]:
    """City, area, level; every step but the last leads one level up without a new document."""
    return [html.Ol([html.Li(_step(crumb)) for crumb in crumbs])]


def view_keys() -> tuple[str, ...]:
    """What :func:`view_changes` sets: the links themselves stay, so that one in use keeps the keyboard."""
    return tuple(ids.prop(names.view_link(name), part) for name in names.VIEW_NAMES for part in _LINK)


def view_changes(switches: tuple[Switch, ...]) -> dict[str, Any]:
    """Address and state of the links to the views."""
    return {
        ids.prop(names.view_link(one.name), part): value
        for one in switches
        for part, value in zip(_LINK, (one.href, _current(one)), strict=True)
    }


def views(switches: tuple[Switch, ...]) -> Component:
    """Links to the views with what each asks; the one that is shown is marked."""
    links = [
        html.A(
            [html.Strong([one.title, *_lock(one)]), html.Span(one.what)],
            id=names.view_link(one.name),
            href=one.href,
            **wild(data_view="1", aria_current=_current(one)),
        )
        for one in switches
    ]
    return html.Nav(links, id=names.VIEWS, className=names.VIEWS, **wild(aria_label="Ansicht"))


def _current(one: Switch) -> str:
    return "page" if one.here else "false"


def _step(crumb: Crumb) -> Component:
    if crumb.href:
        return html.A(crumb.title, href=crumb.href, **wild(data_view="1"))
    return html.Span(crumb.title, **wild(aria_current="page"))


def _lock(one: Switch) -> list[Component]:
    return [Markup(lock(), inline=True, className="lock")] if one.locked else []


def lock() -> Safe:
    """A closed lock beside the word "geschützt"."""
    body = element("rect", x=2, y=6, width=10, height=7, rx=1.5, fill="currentColor")
    bow = element("path", d="M4 6V4a3 3 0 0 1 6 0v2", fill="none", stroke="currentColor", stroke_width=1.8)
    return document(
        body, bow, view=(0, 0, 14, 14), width=13, height=13, aria_hidden="true", focusable="false"
    )
