"""The page of data and downloads."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.daten import answer
from dashboard.answers.daten.parts import DatenAnswer
from dashboard.components import daten, html
from dashboard.components.markup import Markup
from dashboard.components.shell import shell
from dashboard.components.statement import notices, statement
from dashboard.export.plate.daten import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import DATEN


def layout(answer: DatenAnswer) -> Component:
    """Statement, downloads beside what to trust, releases, deliveries, sources."""
    content: list[Component] = [
        html.Div(notices(answer.said, answer.demo, answer.release), id=ids.NOTICES),
        html.Div(statement(answer.said, answer.demo), id=ids.STATEMENT, className="statement"),
        html.Div([Markup(daten.downloads(answer)), Markup(daten.trust(answer))], className="data-columns"),
        Markup(daten.releases(answer)),
        Markup(daten.deliveries(answer)),
        Markup(daten.sources(answer)),
    ]
    return shell(content, answer.release, DATEN.name)


SHEET = Sheet(DATEN, answer, layout, plate=plate)
