"""The list of indicators: which are there, and where does each stand?"""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.kennzahlen import answer, figures
from dashboard.answers.kennzahlen.parts import KennzahlenAnswer
from dashboard.components import html, kennzahlen
from dashboard.components.markup import Markup
from dashboard.components.shell import shell
from dashboard.components.statement import notices, statement
from dashboard.export.plate.kennzahlen import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import KENNZAHLEN


def layout(answer: KennzahlenAnswer) -> Component:
    """Statement, search, and all indicators by life phase."""
    content: list[Component] = [
        html.Div(notices(answer.said, answer.demo, answer.release), id=ids.NOTICES),
        html.Div(statement(answer.said, answer.demo), id=ids.STATEMENT, className="statement"),
        Markup(kennzahlen.form(answer), className="index-search"),
        Markup(kennzahlen.phases(answer), className="index-found"),
        Markup(kennzahlen.index(answer), className="index-rows"),
        Markup(kennzahlen.foot(answer), className="index-foot"),
    ]
    return shell(content, answer.release, KENNZAHLEN.name)


SHEET = Sheet(KENNZAHLEN, answer, layout, figures=figures, plate=plate)
