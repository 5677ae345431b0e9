"""The card: a title that states something, tabs Diagramm | Tabelle | Methode, and a foot.

Without scripts and on paper the three parts stand one below the other (see assets/style.css);
``assets/page.js`` shows one at a time. A change of the view replaces what is in the parts, never
the card itself: the open tab and the keyboard stay where they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.answers.parts import Foot, Method, Table
from dashboard.components import html
from dashboard.components.data_table import data_table
from dashboard.components.markup import Markup
from dashboard.components.wild import wild

_KEPT = 128  # tables, up to 20 KB
DOWNLOAD = "Ansicht herunterladen"
TABS = (("diagramm", "Diagramm"), ("tabelle", "Tabelle"), ("methode", "Methode"))


@dataclass(frozen=True, slots=True)
class Texts:
    """What of a card changes with the view, besides its diagram."""

    title: str
    subtitle: str
    table: Table
    method: Method
    foot: Foot


def card(
    name: str, texts: Texts, diagram: list[Component], *, hidden: bool = False, classes: str = ""
) -> Component:
    """One card. ``name`` is unique on the page and prefixes the ids of its parts."""
    content = changes(name, texts)
    heading = [
        html.H2(content[ids.prop(f"{name}-titel")], id=f"{name}-titel"),
        html.P(content[ids.prop(f"{name}-untertitel")], id=f"{name}-untertitel"),
    ]
    panels = {"diagramm": diagram} | {
        tab: content[ids.prop(f"{name}-{tab}")] for tab in ("tabelle", "methode")
    }
    return html.Section(
        [
            html.Div([html.Div(heading), _tabs(name)], className="card-head"),
            *[_panel(name, tab, panels[tab]) for tab, _label in TABS],
            html.Div(content[ids.prop(f"{name}-fuss")], id=f"{name}-fuss", className="card-foot"),
        ],
        id=name,
        hidden=hidden,
        className=classes or f"card {name}",
        **wild(data_card=name, data_open="diagramm", aria_labelledby=f"{name}-titel"),
    )


def keys(name: str) -> tuple[str, ...]:
    """The properties that :func:`changes` sets."""
    return tuple(ids.prop(f"{name}-{part}") for part in ("titel", "untertitel", "tabelle", "methode", "fuss"))


def changes(name: str, texts: Texts) -> dict[str, Any]:
    """New texts for the card of this name."""
    parts = (texts.title, texts.subtitle, table(texts.table), method(texts.method), foot(texts.foot))
    return dict(zip(keys(name), parts, strict=True))


def _panel(name: str, tab: str, content: Any) -> Component:
    return html.Div(
        content,
        id=f"{name}-{tab}",
        className=f"panel {tab}",
        role="tabpanel",
        **wild(aria_labelledby=f"{name}-reiter-{tab}"),
    )


def _tabs(name: str) -> Component:
    buttons = [
        html.Button(
            label,
            type="button",
            role="tab",
            id=f"{name}-reiter-{tab}",
            tabIndex=0 if tab == "diagramm" else -1,
            **wild(
                data_tab=tab,
                aria_controls=f"{name}-{tab}",
                aria_selected="true" if tab == "diagramm" else "false",
            ),
        )
        for tab, label in TABS
    ]
    return html.Div(buttons, role="tablist", className="tabs", **wild(aria_label="Darstellung"))


def table(values: Table) -> Component:
    """A plain table; the first cell of a row is its header. Written as markup: it has hundreds of cells."""
    return Markup(_written(values))


@lru_cache(_KEPT)  # two cards of a page may have the same one; another area in focus leaves many as they are
def _written(values: Table) -> Safe:
    return data_table(values.caption, values.header, values.rows)


def method(text: Method) -> list[Component]:
    """Definition, what one should know, and how the figures were computed."""
    terms = [item for term, words in text.definition for item in (html.Dt(term), html.Dd(words))]
    return [
        html.Dl(terms),
        html.H3("Was man wissen sollte"),
        html.Ul([html.Li(note) for note in text.notes]),
        html.H3("Wie gerechnet wird"),
        html.Ul([html.Li(line) for line in text.statistics]),
    ]


def foot(line: Foot) -> list[Component]:
    """Source, origin and release, and the figures as files."""
    origin = html.Span(line.origin_word, className=f"origin {line.origin}")
    return [
        html.Span([origin, f" Quelle: {line.source}"]),
        html.Span(f"Datenstand {line.release}"),
        downloads([html.Li(html.A(label, href=address)) for label, address in line.files]),
    ]


def downloads(links: list[Component]) -> Component:
    """The files of the whole view behind one word: a page has several cards."""
    return html.Details([html.Summary(DOWNLOAD), html.Ul(links)], className="files")
