"""What is written below the pictures: a sentence for each area, the documented rules, the schools."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.parts import Table
from dashboard.answers.ressourcen.parts import PresetText, Schools, Sentence
from dashboard.components import html
from dashboard.components.card import table
from dashboard.components.wild import wild


def sentences(shown: tuple[Sentence, ...]) -> list[Component]:
    """One line for each area, to be copied for the minutes; nothing without a distribution."""
    if not shown:
        return []
    return [
        html.H2("Ein Satz je Sozialraum"),
        html.Ul([_sentence(each) for each in shown], className="sentences"),
    ]


def presets(shown: tuple[PresetText, ...], limits: tuple[str, ...]) -> list[Component]:
    """The documented rules beside what no rule can say."""
    rules = [
        html.H2("Die Regeln und ihre Gründe"),
        html.Ul([_preset(each) for each in shown], className="presets"),
    ]
    unsaid = [
        html.H2("Was Sie wissen sollten"),
        html.Ul([html.Li(text) for text in limits], className="unsaid"),
    ]
    return [html.Div(rules), html.Div(unsaid)]


def schools(shown: Schools) -> list[Component]:
    """Rows for those who may see schools, a note for everybody else."""
    parts: list[Component] = [html.H2(shown.title)]
    if shown.subtitle:
        parts.append(html.P(shown.subtitle, className="small"))
    if shown.rows:
        header = ("Schule", "Schulform", "Schülerinnen und Schüler", "Schulsozialindex", "Vorschlag")
        rows = tuple((row.name, row.form, row.pupils, row.level, row.amount) for row in shown.rows)
        parts.append(table(Table(f"{shown.title}: Sozialindex und Vorschlag", header, rows)))
    return [*parts, html.P(shown.note, className="small")]


def _sentence(shown: Sentence) -> Component:
    copy = html.Button("kopieren", type="button", className="quiet",
                       **wild(data_copy="1", data_copy_text=shown.copy))  # fmt: skip
    return html.Li([html.Span(f"{shown.text} "), copy])


def _preset(shown: PresetText) -> Component:
    mark = html.Span("gezeigt", className="badge-here") if shown.here else None
    title = html.Strong(html.A(shown.title, href=shown.href, **wild(data_view="1")))
    return html.Li(
        [
            html.Div([title, *([mark] if mark else [])], className="preset-head"),
            html.Span(shown.weights, className="preset-weights"),
            html.P(shown.reason),
            html.Span(f"Quelle: {shown.source}", className="small"),
        ],
        className="here" if shown.here else "",
    )
