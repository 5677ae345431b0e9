"""The overview of the nine Sozialräume."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.parts import Method
from dashboard.answers.sozialraum.overview import answer, figures
from dashboard.answers.sozialraum.parts import OverviewAnswer
from dashboard.components import card, html
from dashboard.components.shell import shell
from dashboard.components.sozialraum.cards import cards
from dashboard.components.statement import notices, statement
from dashboard.export.plate.sozialraeume import plate
from dashboard.pages.sheet import Sheet
from dashboard.state import SOZIALRAEUME


def layout(answer: OverviewAnswer) -> Component:
    """Statement, the nine in their places, the same as a table."""
    content = [
        html.Div(notices(answer.said, answer.demo, answer.foot.release), id=ids.NOTICES),
        html.Div(statement(answer.said, answer.demo), id=ids.STATEMENT, className="statement"),
        _nine(answer),
        _districts(answer),
    ]
    return shell(content, answer.foot.release, SOZIALRAEUME.name)


def _nine(answer: OverviewAnswer) -> Component:
    texts = card.Texts(
        "Die neun Sozialräume, angeordnet wie in der Stadt",
        answer.lead,
        answer.table,
        Method((), (answer.lead,), answer.methods),
        answer.foot,
    )
    return card.card("neun", texts, [cards(answer)])


def _districts(answer: OverviewAnswer) -> Component:
    links = [html.Li(html.A(name, href=href)) for name, href in answer.others]
    note = "Andere Flächen als die Sozialräume; für sie gibt es wenige veröffentlichte Werte."
    return html.Section([html.H2("Stadtbezirke"), html.P(note, className="small"), html.Ul(links)],
                        className="card districts", hidden=not links)  # fmt: skip


SHEET = Sheet(SOZIALRAEUME, answer, layout, figures=figures, plate=plate)
