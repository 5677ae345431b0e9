"""The slot of the published rates: tables of city and Stadtbezirke, every row with its source."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.uebergaenge.parts import Rates
from dashboard.components import html
from dashboard.components.card import table
from dashboard.components.markup import Markup
from dashboard.figures.signs_svg import published_svg


def rates(found: Rates | None) -> list[Component]:
    """A card; nothing where nothing was published."""
    if found is None:
        return []
    mark = Markup(published_svg(size=14), inline=True, className="tile-sign")
    heading = html.H2([mark, html.Span("Veröffentlicht: Stadt und Stadtbezirke")])
    tables = html.Div([table(each) for each in found.tables], className="rate-tables")
    sources = html.Ul([html.Li(_cited(text, url)) for text, url in found.sources], className="cited")
    return [html.Section([heading, html.P(found.lead, className="small"), tables, sources], className="card")]


def _cited(text: str, url: str) -> Component:
    return html.A(text, href=url, rel="noopener") if url else html.Span(text)
