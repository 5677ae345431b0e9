"""What stands above the cards: path, place, tiles with their signs, and the three views."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.answers.kennzahl import KennzahlAnswer
from dashboard.answers.kennzahl.parts import Signed, ViewLink
from dashboard.answers.parts import Crumb
from dashboard.components import html
from dashboard.components.kennzahl import names
from dashboard.components.markup import Markup
from dashboard.components.wild import wild
from dashboard.figures.locator import locator_svg
from dashboard.figures.signs_svg import sign_svg, target_svg, trend_svg
from dashboard.model import CITY
from dashboard.wording.grammar import of_place

_LINK = ("href", "hidden", "aria-current")
_LOCATOR = 118  # px


def path(crumbs: tuple[Crumb, ...]) -> list[Component]:
    """Where this page stands; the last step is the page itself."""
    return [html.Ol([html.Li(_step(crumb)) for crumb in crumbs])]


def locator(answer: KennzahlAnswer) -> list[Component]:
    """A small map of the focused area; nothing for the whole city."""
    focused = next((value for value in answer.areas if value.focused), None)
    if focused is None or answer.view.raum == CITY or not answer.shapes:
        return []
    drawn = locator_svg(
        answer.shapes,
        focused.area,
        focused.short_name,
        title=f"Lage {of_place(focused.name)}",
        description=f"{focused.name} in der Stadt Hamm, {focused.text}",
        sign=focused.sign,
        width=_LOCATOR,
        ident="lage-karte",
    )
    return [Markup(drawn)]


def tiles(entries: tuple[Signed, ...]) -> list[Component]:
    """A description list; the sign stands before its word."""
    return [
        html.Div(
            [
                html.Dt(entry.tile.label),
                html.Dd([html.Strong([*_sign(entry), entry.tile.value]), html.Span(entry.tile.detail)]),
            ],
            className="tile",
        )
        for entry in entries
    ]


def view_keys() -> tuple[str, ...]:
    """What :func:`view_changes` sets: the links themselves stay, so that one in use keeps the keyboard."""
    return tuple(ids.prop(names.view_link(name), part) for name in names.VIEW_NAMES for part in _LINK)


def view_changes(links: tuple[ViewLink, ...]) -> dict[str, Any]:
    """Address and state of the three links."""
    return {
        ids.prop(names.view_link(link.name), part): value
        for link in links
        for part, value in zip(_LINK, (link.href, not link.offered, _current(link)), strict=True)
    }


def views(links: tuple[ViewLink, ...]) -> Component:
    """Links to the three views; the one that is shown is marked."""
    entries = [
        html.A(
            link.title,
            id=names.view_link(link.name),
            href=link.href,
            hidden=not link.offered,
            **wild(data_view="1", aria_current=_current(link)),
        )
        for link in links
    ]
    return html.Nav(entries, className=names.VIEWS, **wild(aria_label="Ansicht"))


def _current(link: ViewLink) -> str:
    return "page" if link.here else "false"


def _step(crumb: Crumb) -> Component:
    if crumb.href:
        return html.A(crumb.title, href=crumb.href)
    return html.Span(crumb.title, **wild(aria_current="page"))


def _sign(entry: Signed) -> list[Component]:
    drawn = Safe("")
    if entry.sign != "none":
        drawn = sign_svg(entry.sign, 15)
    elif entry.trend is not None:
        drawn = trend_svg(entry.trend, 17)
    elif entry.target is not None:
        drawn = target_svg(entry.target, 15)
    return [Markup(drawn, inline=True, className="tile-sign")] if drawn else []
