"""The controls: a form whose fields are named like the parameters of the address.

It works without scripts (a GET form); with them ``assets/view.js`` hands the fields to Dash.
A change of the view sets properties of the fields, so that the one in use keeps the keyboard.
"""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.parts import Controls, KarteAnswer, Option
from dashboard.components import year_slider
from dashboard.components.wild import wild
from dashboard.state import WHOLE

SELECTS = {
    "lebensphase": "Lebensphase",
    "kennzahl": "Kennzahl",
    "merkmal": "Merkmal",
    "ebene": "Gliederung",
}
KEPT = ("raum", "stand")
_PICKER = "raumwahl"
KEYS = (
    *[ids.prop(ids.field(name), part) for name in SELECTS for part in ("options", "value")],
    *[ids.prop(ids.frame(name), "hidden") for name in SELECTS],
    *[ids.prop(ids.field(name), "value") for name in KEPT],
    *year_slider.KEYS,
    ids.prop(_PICKER),
)


def filters(answer: KarteAnswer) -> list[Component]:
    """Selects, year slider, area picker (phone) and the hidden rest of the view."""
    return [
        html.Div([html.Strong("Auswahl"), _close()], className="sheet-head"),
        *[_select(name, *_selected(name, answer)) for name in SELECTS],
        year_slider.year_slider(answer.controls),
        html.Div(
            [
                html.Span("Raum, angeordnet wie in der Stadt"),
                html.Div(_cells(answer), id=_PICKER, className="grid"),
            ],
            className="picker",
        ),
        *[
            dbc.Input(id=ids.field(name), type="hidden", name=name, value=_kept(name, answer))
            for name in KEPT
        ],
        html.Button(
            "Anzeigen", type="submit", className="button primary submit", **wild(data_sheet_close="1")
        ),
    ]


def changes(answer: KarteAnswer) -> dict[str, Any]:
    """New options and values of all fields."""
    found: dict[str, Any] = {}
    for name in SELECTS:
        options, value = _selected(name, answer)
        found[ids.prop(ids.field(name), "options")] = _options(options)
        found[ids.prop(ids.field(name), "value")] = value
        found[ids.prop(ids.frame(name), "hidden")] = len(options) < 2
    found |= {ids.prop(ids.field(name), "value"): _kept(name, answer) for name in KEPT}
    return found | year_slider.changes(answer.controls) | {ids.prop(_PICKER): _cells(answer)}


def bar(answer: KarteAnswer) -> Component:
    """The phone's bar at the bottom: what is chosen, and the two buttons."""
    place = next((area.name for area in answer.compared.areas if area.focused), "Ganze Stadt")
    chosen = html.Button(
        [html.Span(f"{place} · {answer.controls.year_label}"), html.Strong(answer.indicator.short_title)],
        type="button",
        className="chosen",
        **wild(data_sheet="1", aria_expanded="false", aria_controls=ids.CONTROLS),
    )
    share = html.Button("Teilen", type="button", className="button", **wild(data_share="1"))
    return html.Div([chosen, share], className="bar")


def _selected(name: str, answer: KarteAnswer) -> tuple[tuple[Option, ...], str]:
    controls: Controls = answer.controls
    return {
        "lebensphase": (controls.phases, controls.phase),
        "kennzahl": (controls.indicators, answer.indicator.id),
        "merkmal": (controls.categories, answer.view.merkmal or WHOLE),
        "ebene": (controls.partitions, answer.view.ebene),
    }[name]


def _kept(name: str, answer: KarteAnswer) -> str:
    return {"raum": answer.view.raum if answer.view.raum != "hamm" else "", "stand": answer.view.stand}[name]


def _close() -> Component:
    return html.Button("Schließen", type="button", className="quiet", **wild(data_sheet_close="1"))


def _options(options: tuple[Option, ...]) -> list[dict[str, str]]:
    return [{"value": option, "label": text} for option, text in options]


def _select(name: str, options: tuple[Option, ...], value: str) -> Component:
    field = ids.field(name)
    select = dbc.Select(id=field, name=name, value=value, options=_options(options))
    return html.Div(
        [html.Label(SELECTS[name], htmlFor=field), select],
        id=ids.frame(name),
        className=f"field {name}",
        hidden=len(options) < 2,
    )


def _cells(answer: KarteAnswer) -> list[Component]:
    cells = [
        html.A(
            area.short_name,
            href=area.href,
            className="cell on" if area.focused else "cell",
            style={"gridRow": area.row, "gridColumn": area.column},
            **wild(data_view="1", data_sheet_close="1"),
        )
        for area in answer.compared.areas
        if area.row is not None
    ]
    whole = wild(data_view="1", data_sheet_close="1")
    return [*cells, html.A("Ganze Stadt", href=answer.compared.city_href, className="cell all", **whole)]
