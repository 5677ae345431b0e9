"""The start page: where do we stand?"""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.karte import answer, figures
from dashboard.answers.parts import KarteAnswer
from dashboard.components import html
from dashboard.components.filters import form
from dashboard.components.karte import KEYS, areas_card, changes, map_card, regions, trend_card
from dashboard.components.shell import shell
from dashboard.export.plate.karte import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import KARTE


def layout(answer: KarteAnswer) -> Component:
    """The whole page for one answer; a round trip later changes parts of it."""
    part = regions(answer)
    content = [
        html.Div(part[ids.prop(ids.NOTICES)], id=ids.NOTICES),
        html.Div(part[ids.prop(ids.STATEMENT)], id=ids.STATEMENT, className="statement"),
        form(answer.controls, KARTE.name),
        html.Dl(part[ids.prop(ids.TILES)], id=ids.TILES, className="tiles"),
        html.Div([map_card(answer), areas_card(answer)], className="columns"),
        trend_card(answer),
        html.Div(part[ids.prop(ids.PUBLISHED)], id=ids.PUBLISHED, className="beside"),
        html.Div(part[ids.prop(ids.BAR)], id=ids.BAR),
    ]
    return shell(content, answer.foot.release, KARTE.name)


SHEET = Sheet(KARTE, answer, layout, KEYS, changes, figures, aliases=("/karte",), plate=plate)
