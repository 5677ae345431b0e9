"""The year: a native range with play, and one step back and forth on a phone."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.parts import Controls
from dashboard.components import fields, html
from dashboard.components.wild import wild

YEAR = ids.field("jahr")
_FIRST, _OUTPUT, _LABEL = "jahr-erstes", "jahr-gezeigt", "jahr-name"
KEYS = (
    *[ids.prop(YEAR, part) for part in ("min", "max", "value", "disabled")],
    ids.prop(_FIRST),
    ids.prop(_OUTPUT),
    ids.prop(_LABEL),
    ids.prop(ids.frame("jahr"), "title"),
)


def year_slider(controls: Controls) -> Component:
    """Slider, play and steps. With a single period the slider stands still."""
    new = changes(controls)
    slider = fields.Input(
        id=YEAR, name="jahr", type="range", step=1, class_name="form-range",
        **{part: new[ids.prop(YEAR, part)] for part in ("min", "max", "value", "disabled")},
    )  # fmt: skip
    return html.Div(
        [
            html.Label(new[ids.prop(_LABEL)], htmlFor=YEAR, id=_LABEL),
            _step("◀", "-1", "Ein Jahr zurück"),
            html.Button(
                "Abspielen", type="button", className="play", **wild(data_play="1", aria_pressed="false")
            ),
            html.Span(new[ids.prop(_FIRST)], className="first-year", id=_FIRST),
            slider,
            html.Output(new[ids.prop(_OUTPUT)], htmlFor=YEAR, id=_OUTPUT),
            _step("▶", "1", "Ein Jahr weiter"),
        ],
        id=ids.frame("jahr"),
        className="years",
        title=new[ids.prop(ids.frame("jahr"), "title")],
    )


def changes(controls: Controls) -> dict[str, Any]:
    """New limits, value and labels."""
    years = controls.years or (controls.year,)
    label = "Schuljahr" if controls.period_kind == "school_year" else "Jahr"
    values = (
        years[0],
        years[-1],
        controls.year,
        len(years) < 2,
        controls.first_label,
        controls.year_label,
        label,
        label,
    )
    return dict(zip(KEYS, values, strict=True))


def _step(symbol: str, step: str, label: str) -> Component:
    return html.Button(
        html.Span(symbol, **wild(aria_hidden="true")),
        type="button",
        className="step",
        **wild(data_step=step, aria_label=label),
    )
