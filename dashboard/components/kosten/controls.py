"""The form of the page on costs: the shared fields, and two sliders for the scenario."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.kosten.controls import HIDDEN, SELECTS
from dashboard.answers.kosten.parts import KostenAnswer, Mark, Slider
from dashboard.components import filters, html
from dashboard.components.kosten import names
from dashboard.components.wild import wild

SLIDERS = ("faelle", "preis")
KEYS = (
    *filters.keys(SELECTS, HIDDEN, years=False),
    *[ids.prop(ids.field(name), "value") for name in SLIDERS],
    *[ids.prop(ids.frame(name), "hidden") for name in SLIDERS],
    *[ids.prop(names.marks(name)) for name in SLIDERS],
    *[ids.prop(names.said(name)) for name in SLIDERS],
    ids.prop(ids.CONTROLS, "hidden"),
)


def form(answer: KostenAnswer) -> Component:
    """Selects first, then the sliders, then the phone's area picker and the button."""
    fields = filters.filters(answer.controls)
    first = 1 + len(SELECTS)
    fields[first:first] = [_slider(slider) for slider in answer.sliders]
    return html.Form(fields, id=ids.CONTROLS, method="get", className="controls kosten",
                     hidden=_nothing_to_choose(answer), **wild(data_view="kosten"))  # fmt: skip


def changes(answer: KostenAnswer) -> dict[str, Any]:
    """New values for all of :data:`KEYS`."""
    found = filters.changes(answer.controls)
    for slider in answer.sliders:
        found[ids.prop(ids.field(slider.name), "value")] = slider.value
        found[ids.prop(ids.frame(slider.name), "hidden")] = slider.hidden
        found[ids.prop(names.marks(slider.name))] = _marks(slider)
        found[ids.prop(names.said(slider.name))] = slider.text
    return found | {ids.prop(ids.CONTROLS, "hidden"): _nothing_to_choose(answer)}


def _nothing_to_choose(answer: KostenAnswer) -> bool:
    return answer.view.ansicht == "projekt"


def _slider(slider: Slider) -> Component:
    field = ids.field(slider.name)
    drawn = dbc.Input(id=field, name=slider.name, type="range", min=slider.low, max=slider.high, step=0.1,
                      value=slider.value, class_name="form-range")  # fmt: skip
    return html.Div(
        [
            html.Div(
                [
                    html.Label(slider.label, htmlFor=field),
                    html.Strong(slider.text, id=names.said(slider.name)),
                ],
                className="slider-head",
            ),
            drawn,
            html.Div(_marks(slider), id=names.marks(slider.name), className="slider-marks"),
        ],
        id=ids.frame(slider.name),
        className="slider",
        hidden=slider.hidden,
    )


def _marks(slider: Slider) -> list[Component]:
    """A tick and words for each mark; one that lies beyond the slider's ends says so with an arrow."""
    ticks = [
        html.Span(className=f"tick {mark.side}", style={"left": f"{mark.way * 100:.1f}%"})
        for mark in slider.marks
        if 0 <= mark.way <= 1
    ]
    words = [html.Span(_words(mark), className=f"word {mark.side}") for mark in slider.marks]
    return [
        html.Div(ticks, className="ticks", **wild(aria_hidden="true")),
        html.Div(words, className="words"),
    ]


def _words(mark: Mark) -> str:
    if 0 <= mark.way <= 1:
        return mark.text
    return f"{mark.text} (außerhalb des Reglers)"
