"""The ordered dot plot as a list: it does what the map does, by keyboard and screen reader too.

Name, value and sign of a row are text; dot, interval and the city's line are drawn by Plotly
over the middle column (and by our own SVG until Plotly is there). The
figure has the margins of the list and no height of its own, so that both always meet.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.parts import KarteAnswer
from dashboard.components import html
from dashboard.components.chart import Graph
from dashboard.components.markup import Markup
from dashboard.components.wild import wild
from dashboard.display import AreaValue, Sign
from dashboard.figures import dot_plot, strip
from dashboard.figures.signs_svg import note_svg, sign_svg

_ROWS, _LEGEND = "raeume-liste", "raeume-legende"
KEYS = (ids.prop(_ROWS), ids.prop(ids.DOT_PLOT, "figure"), ids.prop(_LEGEND))


def area_list(answer: KarteAnswer) -> list[Component]:
    """Axis, one row per area, and the legend of the signs."""
    graph = Graph(partial(_figure, answer), ids.DOT_PLOT, "live dots")
    drawn = html.Div(graph, className="dots-layer", **wild(aria_hidden="true"))
    return [
        html.Div([html.Ol(_rows(answer), id=_ROWS), drawn], className="rows", style=_measures()),
        html.P(legend(answer), id=_LEGEND, className="legend"),
    ]


def changes(answer: KarteAnswer) -> dict[str, Any]:
    """New rows, figure and legend."""
    return dict(zip(KEYS, (_rows(answer), _figure(answer), legend(answer)), strict=True))


def _rows(answer: KarteAnswer) -> list[Component]:
    return [_row(area, answer) for area in answer.compared.areas]


def _figure(answer: KarteAnswer) -> dict[str, Any]:
    """The dot plot without a height of its own: it fills the rows, whose height the style sheet sets."""
    figure = dot_plot.dot_plot(
        answer.compared.areas, answer.compared.city, answer.compared.limits, unit=answer.indicator.unit
    )
    layout = {name: value for name, value in figure["layout"].items() if name != "height"}
    return {**figure, "layout": layout}


def _measures() -> dict[str, str]:
    pixels = {"--top": dot_plot.TOP, "--bottom": dot_plot.BOTTOM, "--side": dot_plot.SIDE}
    return {name: f"{size}px" for name, size in pixels.items()}


def _row(area: AreaValue, answer: KarteAnswer) -> Component:
    sentence = answer.compared.sentences[area.area]
    cells = [
        html.Span(area.short_name, className="name"),
        Markup(
            strip.strip(area, answer.compared.city, answer.compared.limits),
            className="still",
            **wild(aria_hidden="true"),
        ),
        html.Span(area.text, className="value"),
        html.Span(_marks(area), className="marks", **wild(aria_hidden="true")),
        html.Span(sentence, className="visually-hidden"),
    ]
    link = html.A(
        cells, href=area.href, title=sentence, className="row on" if area.focused else "row",
        **wild(data_view="1", data_raum=area.area, aria_current="true" if area.focused else "false"),
    )  # fmt: skip
    return html.Li(link)


def _marks(area: AreaValue) -> list[Component]:
    marks: list[Component] = [Markup(sign_svg(area.sign, 14), inline=True)] if area.sign != "none" else []
    return [*marks, Markup(note_svg(10), inline=True)] if area.noted else marks


def legend(answer: KarteAnswer) -> list[Component]:
    """The signs that this indicator can carry, each with its word; none where no area was compared."""
    indicator = answer.indicator
    if indicator.comparison == "none":
        return [html.Span("Ohne Test gegen die übrige Stadt.")]
    if all(area.sign in ("none", "hidden") for area in answer.compared.areas):
        return [html.Span("Kein Raum ist mit der übrigen Stadt verglichen. Linie: 95-%-Vertrauensbereich.")]
    good: tuple[tuple[Sign, str], ...] = (("better", "besser"), ("worse", "schlechter"))
    neutral: tuple[tuple[Sign, str], ...] = (("higher", "höher"), ("lower", "niedriger"))
    entries = (*(neutral if indicator.polarity == "none" else good), ("same", "nicht unterscheidbar"))
    return [
        html.Span("Gegen die übrige Stadt (nach Holm, 5 %): "),
        *[html.Span([Markup(sign_svg(sign, 12), inline=True), f" {word}"]) for sign, word in entries],
        html.Span([Markup(note_svg(10), inline=True), " nur einzeln auffällig"]),
        html.Span("Linie: 95-%-Vertrauensbereich. Gestrichelt: Stadt."),
    ]
