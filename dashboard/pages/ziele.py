"""Targets: are we getting there?"""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.ziele import answer, figures
from dashboard.answers.ziele.parts import ZieleAnswer
from dashboard.components import html
from dashboard.components.markup import Markup
from dashboard.components.shell import shell
from dashboard.components.statement import notices, statement
from dashboard.components.ziele import content, head
from dashboard.export.plate.ziele import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import ZIELE


def layout(answer: ZieleAnswer) -> Component:
    """Statement, views, filters, and the chosen view."""
    parts = [
        html.Div(notices(answer.said, answer.demo, answer.foot.release), id=ids.NOTICES),
        html.Div(statement(answer.said, answer.demo), id=ids.STATEMENT, className="statement"),
        Markup(head.tabs(answer)),
        Markup(head.form(answer)),
        *content(answer),
    ]
    return shell(parts, answer.foot.release, ZIELE.name)


SHEET = Sheet(ZIELE, answer, layout, figures=figures, plate=plate)
