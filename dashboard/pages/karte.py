"""The start page: where do we stand?"""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.parts import KarteAnswer
from dashboard.components.filters import filters
from dashboard.components.karte import areas_card, map_card, regions, trend_card
from dashboard.components.shell import shell
from dashboard.components.wild import wild


def layout(answer: KarteAnswer) -> Component:
    """The whole page for one answer; ``callbacks.karte`` later changes parts of it."""
    part = regions(answer)
    content = [
        html.Div(part[ids.prop(ids.NOTICES)], id=ids.NOTICES),
        html.Div(part[ids.prop(ids.STATEMENT)], id=ids.STATEMENT, className="statement"),
        html.Form(
            filters(answer), id=ids.CONTROLS, method="get", className="controls", **wild(data_view="1")
        ),
        html.Dl(part[ids.prop(ids.TILES)], id=ids.TILES, className="tiles"),
        html.Div([map_card(answer), areas_card(answer)], className="columns"),
        trend_card(answer),
        html.Div(part[ids.prop(ids.PUBLISHED)], id=ids.PUBLISHED, className="beside"),
        html.Div(part[ids.prop(ids.BAR)], id=ids.BAR),
        dcc.Store(id=ids.VIEW),
        dcc.Store(id=ids.ADDRESS),
    ]
    return shell(content, answer.foot.release)
