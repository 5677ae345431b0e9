"""The top of a profile: the row of areas, headline, lead, where the area lies, who lives there."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.sozialraum.parts import Fact, SozialraumAnswer
from dashboard.components import html
from dashboard.components.markup import Markup
from dashboard.components.wild import wild
from dashboard.figures.locator import locator_svg
from dashboard.wording.grammar import of_place

_MAP = 300  # px


def areas_row(answer: SozialraumAnswer) -> Component:
    """Links to the profiles of all areas; the one that is open is marked."""
    links = [
        html.Li(html.A(name, href=href, **(wild(aria_current="page") if here else {})))
        for name, href, here in answer.neighbours
    ]
    label = "Sozialraum wählen" if answer.view.ebene == "sozialraum" else "Stadtbezirk wählen"
    return html.Nav(html.Ul(links), className="areas-row", **wild(aria_label=label, data_neighbours="1"))


def hero(answer: SozialraumAnswer) -> Component:
    """Breadcrumb, sentence, lead and buttons; the map beside it."""
    path = html.P([html.A("Sozialräume", href="/sozialraum"), f" › {answer.area.name}"], className="path")
    words = [
        path,
        html.H1(answer.said.headline),
        *_lead(answer),
        html.P(answer.said.detail, className="fine"),
        _buttons(answer),
    ]
    return html.Div([html.Div(words, className="statement"), _locator(answer)], className="hero")


def facts(answer: SozialraumAnswer) -> list[Component]:
    """The population as a description list; nothing where nothing is known."""
    return [html.Dl([_fact(fact) for fact in answer.facts], className="facts")] if answer.facts else []


def _lead(answer: SozialraumAnswer) -> list[Component]:
    """Nothing where it would only repeat the headline."""
    if answer.lead.rstrip(".") == answer.said.headline:
        return []
    return [html.P(answer.lead, className="lead-text")]


def _buttons(answer: SozialraumAnswer) -> Component:
    paper = next((href for label, href in answer.foot.files if label == "PDF"), "")
    copy = wild(data_copy="1", data_copy_text=answer.said.copy_text)
    return html.Div(
        [
            html.Button("Teilen", type="button", className="button primary", **wild(data_share="1")),
            html.A("PDF, A4", href=paper, className="button"),
            html.Button("Satz kopieren", type="button", className="button", **copy),
        ],
        className="actions",
    )


def _locator(answer: SozialraumAnswer) -> Component:
    drawn = locator_svg(
        answer.shapes,
        answer.area.id,
        answer.area.short_name,
        title=f"Lage {of_place(answer.area.name)}",
        description=answer.place,
        width=_MAP,
    )
    return html.Figure(
        [Markup(drawn, className="lies"), html.Figcaption(answer.place)], className="locator-box"
    )


def _fact(fact: Fact) -> Component:
    lines = [html.Span(line) for line in fact.lines]
    return html.Div([html.Dt(fact.label), html.Dd([html.Strong(fact.value), *lines])])
