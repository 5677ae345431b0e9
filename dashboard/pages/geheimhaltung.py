"""The report on protected small numbers."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.geheimhaltung import GeheimhaltungAnswer
from dashboard.components import html
from dashboard.components.card import table
from dashboard.components.shell import shell

_HOW = (
    "Eine Zahl ist klein, wenn Zähler oder Rest zum Nenner zwischen 1 und der Grenze der Kennzahl liegen. "
    "Mit ihr verschwindet, was aus ihr folgt: Wert, Zähler, Nenner, Vertrauensbereich, Vergleich, Trend.",
    "Weitere Zellen werden verdeckt, bis aus Summen (Räume der Stadt, Merkmale, Zähler und Rest) keine "
    "kleine Zahl zurückgerechnet werden kann. Gesucht wird die Lösung mit dem geringsten Verlust.",
    "Danach wird angegriffen: Für jede verdeckte Zelle wird berechnet, welche Werte nach allem "
    "Veröffentlichten, auch nach früheren Datenständen, noch möglich sind. Ist der Bereich zu eng, wird der "
    "Datenstand nicht veröffentlicht.",
    "„Engstes Intervall“: Breite des kleinsten dieser Bereiche, gemessen an seinem oberen Ende (100 %: von 0 "
    "an ist alles möglich).",
)


def layout(answer: GeheimhaltungAnswer) -> Component:
    """Statement, how it is done, the table by indicator, and the rules."""
    content: list[Component] = [
        html.Div(
            [html.H1(answer.headline), html.P(answer.detail, className="subtitle")], className="statement"
        ),
        html.Section(
            [html.H2("So wird geschützt"), html.Ul([html.Li(text) for text in _HOW])], className="card"
        ),
        _card("Verdeckte Werte", table(answer.table)),
        _card("Regeln", table(answer.rules)),
        html.P(html.A("Zur Karte", href="/")),
    ]
    return shell(content, answer.release)


def _card(title: str, content: Component) -> Component:
    return html.Section([html.H2(title), content], className="card")
