"""What stands below the cards: categories, what one should know, definition, measures, sources."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.kennzahl import KennzahlAnswer
from dashboard.answers.kennzahl.cards import Bar, Split
from dashboard.answers.kennzahl.parts import Cited, MeasureLine
from dashboard.components import html
from dashboard.components.wild import wild

PROVES_NOTHING = "Zeitliche Nähe belegt keine Wirkung."


def split(card: Split) -> list[Component]:
    """The categories as bars that are links; nothing without categories."""
    if not card.there:
        return []
    limits = " with-limits" if any(bar.interval_text for bar in card.bars) else ""
    note = [html.P(card.note, className="small")] if card.note else []
    return [
        html.H2(card.title),
        html.P(card.subtitle, className="small"),
        html.Ul([html.Li(_bar(bar)) for bar in card.bars], className=f"bars{limits}"),
        *note,
    ]


def known(answer: KennzahlAnswer) -> list[Component]:
    """Four cards in two columns: notes and measures, definition and sources with corrections."""
    part = answer.known
    notes = html.Ul([html.Li(note) for note in part.notes])
    terms = [item for term, words in part.definition for item in (html.Dt(term), html.Dd(words))]
    sources = html.Ul([html.Li(_cited(source)) for source in part.sources])
    corrected = [html.H3("Berichtigungen"), *[html.P(line) for line in part.corrections]]
    left = [_card("Was Sie wissen sollten", notes)]
    left += [_card("Maßnahmen", _measures(part.measures))] if part.measures else []
    right = [
        _card("Definition", html.Dl(terms, className="definition")),
        _card("Quellen und Datenstand", html.Div([sources, *corrected])),
    ]
    return [html.Div(left), html.Div(right)]


def _card(title: str, content: Component) -> Component:
    return html.Section([html.H2(title), content], className="card")


def _bar(bar: Bar) -> Component:
    drawn: list[Component] = []
    if bar.width is not None:
        drawn.append(html.Span(className="fill", style={"width": f"{bar.width}%"}))
    if bar.lower is not None and bar.upper is not None:
        place = {"left": f"{bar.lower}%", "width": f"{max(bar.upper - bar.lower, 0):.2f}%"}
        drawn.append(html.Span(className="interval", style=place))
    hidden = " without" if bar.width is None else ""
    cells = [
        html.Span(bar.name, className="name"),
        html.Span(drawn, className=f"track{hidden}", **wild(aria_hidden="true")),
        html.Span(bar.text, className="value"),
        html.Span(bar.interval_text, className="limits"),
    ]
    marked = wild(data_view="1", data_keep=bar.name, **({"aria_current": "true"} if bar.chosen else {}))
    return html.A(
        cells,
        href=bar.href,
        className="bar-row on" if bar.chosen else "bar-row",
        **marked,
    )


def _measures(lines: tuple[MeasureLine, ...]) -> Component:
    return html.Div(
        [
            html.P(PROVES_NOTHING, className="small"),
            html.Ul([html.Li(_measure(line)) for line in lines]),
        ]
    )


def _measure(line: MeasureLine) -> list[Component]:
    assumed = [html.Span("Beginn oder Raum angenommen", className="origin demo")] if line.assumed else []
    return [
        html.Strong(line.title),
        html.Span(f" {line.period}, {line.place}. {line.description} "),
        *assumed,
    ]


def _cited(source: Cited) -> Component:
    if not source.url:
        return html.Span(source.text)
    return html.A(source.text, href=source.url, rel="noopener")
