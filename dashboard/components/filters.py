"""The controls: a form whose fields are named like the parameters of the address.

It works without scripts (a GET form); with them ``assets/view.js`` hands the fields to Dash.
A change of the view sets properties of the fields, so that the one in use keeps the keyboard.
"""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.parts import Controls, Option, Select
from dashboard.components import fields, html, year_slider
from dashboard.components.wild import wild

_PICKER = "raumwahl"


def keys(selects: tuple[str, ...], hidden: tuple[str, ...], *, years: bool = True) -> tuple[str, ...]:
    """The properties that :func:`changes` sets for fields of these names."""
    return (
        *[ids.prop(ids.field(name), part) for name in selects for part in ("options", "value")],
        *[ids.prop(ids.frame(name), "hidden") for name in selects],
        *[ids.prop(ids.field(name), "value") for name in hidden],
        *(year_slider.KEYS if years else ()),
        ids.prop(_PICKER),
    )


def form(controls: Controls, page: str) -> Component:
    """The form of a page; its changes go to the page's own store."""
    fields = filters(controls)
    return html.Form(fields, id=ids.CONTROLS, method="get", className="controls", **wild(data_view=page))


def filters(controls: Controls) -> list[Component]:
    """Selects, year slider, area picker (phone) and the hidden rest of the view."""
    picker = html.Div(
        [
            html.Span("Raum, angeordnet wie in der Stadt"),
            html.Div(_cells(controls), id=_PICKER, className="grid"),
        ],
        className="picker",
    )
    return [
        html.Div([html.Strong("Auswahl"), _close()], className="sheet-head"),
        *[_select(select) for select in controls.selects],
        *([year_slider.year_slider(controls)] if controls.with_years else []),
        picker,
        *[
            fields.Input(id=ids.field(name), type="hidden", name=name, value=value)
            for name, value in controls.hidden
        ],
        html.Button(
            "Anzeigen", type="submit", className="button primary submit", **wild(data_sheet_close="1")
        ),
    ]


def changes(controls: Controls) -> dict[str, Any]:
    """New options and values of all fields."""
    found: dict[str, Any] = {}
    for select in controls.selects:
        field = ids.field(select.name)
        found[ids.prop(field, "options")] = _options(select.options)
        found[ids.prop(field, "value")] = select.value
        found[ids.prop(ids.frame(select.name), "hidden")] = len(select.options) < 2
    found |= {ids.prop(ids.field(name), "value"): value for name, value in controls.hidden}
    found |= year_slider.changes(controls) if controls.with_years else {}
    return found | {ids.prop(_PICKER): _cells(controls)}


def bar(controls: Controls) -> Component:
    """The phone's bar at the bottom: what is chosen, and the two buttons."""
    chosen = html.Button(
        [html.Span(controls.chosen), html.Strong(controls.title)],
        type="button",
        className="chosen",
        **wild(data_sheet="1", aria_expanded="false", aria_controls=ids.CONTROLS),
    )
    share = html.Button("Teilen", type="button", className="button", **wild(data_share="1"))
    return html.Div([chosen, share], className="bar")


def _close() -> Component:
    return html.Button("Schließen", type="button", className="quiet", **wild(data_sheet_close="1"))


def _options(options: tuple[Option, ...]) -> list[dict[str, str]]:
    return [{"value": option, "label": text} for option, text in options]


def _select(select: Select) -> Component:
    field = ids.field(select.name)
    drawn = fields.Select(id=field, name=select.name, value=select.value, options=_options(select.options))
    return html.Div(
        [html.Label(select.label, htmlFor=field), drawn],
        id=ids.frame(select.name),
        className=f"field {select.name}",
        hidden=len(select.options) < 2,
    )


def _cells(controls: Controls) -> list[Component]:
    marks = wild(data_view="1", data_sheet_close="1")
    cells: list[Component] = [
        html.A(
            cell.name,
            href=cell.href,
            className="cell on" if cell.focused else "cell",
            style={"gridRow": cell.row, "gridColumn": cell.column},
            **marks,
        )
        for cell in controls.cells
    ]
    whole = html.A("Ganze Stadt", href=controls.city_href, className="cell all", **marks)
    return [*cells, whole] if controls.city_href else cells
