"""A sentence first: what the view says, with n and interval one line below."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.parts import KeyFigure, Option, Said
from dashboard.answers.pinned import Pinned
from dashboard.components import html
from dashboard.components.markup import Markup
from dashboard.components.wild import wild
from dashboard.figures.signs_svg import sign_svg

DEMO = "Die Werte je Sozialraum sind erzeugt und sagen nichts über Hamm, bis eine Lieferung eingelesen ist."


def notices(said: Said, demo: bool, release: str) -> list[Component]:
    """The mark of demo values, and what of the address could not be used."""
    parts: list[Component] = []
    if demo:
        words = html.Span(f" {DEMO} Veröffentlichte Werte tragen ihre Quelle.", className="wide-only")
        short = html.Span(f" · Datenstand {release}", className="narrow-only")
        parts.append(html.P([html.Strong("Beispieldaten."), words, short], className="demo"))
    if said.pinned:
        parts.append(_pinned(said.pinned))
    if said.notices:
        lines = [html.Li(text) for text in said.notices]
        parts.append(html.Div(html.Ul(lines), className="notice", role="note"))
    return parts


def _pinned(pinned: Pinned) -> Component:
    newer = html.A(pinned.label, href=pinned.href)
    text = (
        f"Fester Datenstand {pinned.release} vom {pinned.created}; es gibt einen neueren: {pinned.current}. "
    )
    lines = html.Ul([html.Li(line) for line in pinned.details])
    more = [html.Details([html.Summary("Was sich geändert hat"), lines])] if pinned.details else []
    return html.Div(
        [html.P([text, pinned.summary, " ", newer]), *more], className="notice pinned", role="note"
    )


def statement(said: Said, demo: bool, figure: KeyFigure | None = None, *more: Option) -> list[Component]:
    """Headline, subtitle, key figure, the line with n and interval, and where there is more."""
    mark = "Beispieldaten · " if demo else ""
    return [
        html.H1(said.headline),
        html.P(said.subtitle, className="subtitle"),
        *([key_figure(figure)] if figure else []),
        html.P(
            [
                html.Span(f"{mark}{said.detail} "),
                html.Button(
                    "Satz kopieren",
                    type="button",
                    className="quiet",
                    **wild(data_copy="1", data_copy_text=said.copy_text),
                ),
            ],
            className="detail",
        ),
        *[html.A(label, href=href, className="more") for label, href in more],
    ]


def key_figure(key: KeyFigure) -> Component:
    """The number a phone shows: large value, place, comparison, interval and n."""
    lines = [html.Span(line) for line in key.lines]
    compared = (
        [
            html.Span(
                [Markup(sign_svg(key.sign, 13), inline=True), key.sign_word], className=f"sign {key.sign}"
            )
        ]
        if key.sign_word
        else []
    )
    return html.Div(
        [html.Strong(key.value), html.Div([html.Span(key.place, className="place"), *compared, *lines])],
        className="key-figure",
    )
