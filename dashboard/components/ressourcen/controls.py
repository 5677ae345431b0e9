"""The form: rule, people, kind, amounts, strength, and a slider for each criterion.

Criteria have numbered places, so that the fields are there before the release says what they are.
"""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.ressourcen import RessourcenAnswer
from dashboard.answers.ressourcen.controls import AMOUNTS, HIDDEN, SELECTS, STRENGTH
from dashboard.answers.ressourcen.parts import Amount, Weight
from dashboard.components import fields, filters, html
from dashboard.components.ressourcen import names
from dashboard.components.wild import wild

SLOTS = tuple(range(1, 25))  #: as many as a catalogue may have criteria
_EMPTY = Weight("", "", 0, "", usable=False)


def _slot_keys(number: int) -> tuple[str, ...]:
    """The properties of one place, in the order of :func:`_slot_values`."""
    slot = names.slot(number)
    return (
        *[ids.prop(ids.field(slot), part) for part in ("name", "value", "disabled")],
        *[ids.prop(part(slot)) for part in (names.label, names.worth, names.note)],
        *[ids.prop(ids.frame(slot), part) for part in ("hidden", "className")],
    )


KEYS = (
    *filters.keys(SELECTS, HIDDEN, years=False),
    *[ids.prop(ids.field(name), part) for name in AMOUNTS for part in ("value", "step")],
    *[ids.prop(ids.frame(name), "hidden") for name in (*AMOUNTS, STRENGTH)],
    ids.prop(ids.field(STRENGTH), "value"),
    ids.prop(names.STRENGTH_WORDS),
    ids.prop(names.WEIGHTS_TITLE),
    *[key for number in SLOTS for key in _slot_keys(number)],
)


def form(answer: RessourcenAnswer) -> Component:
    """Selects first, then amounts and strength, then the closed list of weights and the phone's picker."""
    fields = filters.filters(answer.controls)
    first = 1 + len(SELECTS)
    own = [*[_amount(amount) for amount in answer.amounts], _strength(answer), _weights(answer)]
    fields[first:first] = own
    return html.Form(fields, id=ids.CONTROLS, method="get", className="controls ressourcen",
                     **wild(data_view="ressourcen"))  # fmt: skip


def changes(answer: RessourcenAnswer) -> dict[str, Any]:
    """New values for all of :data:`KEYS`."""
    found = filters.changes(answer.controls)
    for amount in answer.amounts:
        found[ids.prop(ids.field(amount.name), "value")] = amount.value
        found[ids.prop(ids.field(amount.name), "step")] = amount.step
        found[ids.prop(ids.frame(amount.name), "hidden")] = amount.hidden
    found[ids.prop(ids.field(STRENGTH), "value")] = answer.strength.value
    found[ids.prop(ids.frame(STRENGTH), "hidden")] = answer.strength.hidden
    found[ids.prop(names.STRENGTH_WORDS)] = answer.strength_text
    found[ids.prop(names.WEIGHTS_TITLE)] = answer.weights_title
    for number, weight in _slots(answer):
        found |= dict(zip(_slot_keys(number), _slot_values(weight), strict=True))
    return found


def _slot_values(weight: Weight) -> tuple[Any, ...]:
    value, classes = str(weight.value), "weight" if weight.usable else "weight unusable"
    return (weight.name, value, not weight.name, weight.label, value, weight.note, not weight.name, classes)


def _slots(answer: RessourcenAnswer) -> list[tuple[int, Weight]]:
    places = [*answer.weights, *[_EMPTY] * (len(SLOTS) - len(answer.weights))]
    return list(zip(SLOTS, places, strict=True))


def _amount(amount: Amount) -> Component:
    field = ids.field(amount.name)
    drawn = fields.Input(id=field, name=amount.name, type="number", min=0, max=amount.high, step=amount.step,
                      value=amount.value, class_name="amount-input")  # fmt: skip
    return html.Div(
        [html.Label(amount.label, htmlFor=field), drawn],
        id=ids.frame(amount.name),
        className="field amount",
        hidden=amount.hidden,
    )


def _strength(answer: RessourcenAnswer) -> Component:
    strength, field = answer.strength, ids.field(STRENGTH)
    drawn = fields.Input(id=field, name=STRENGTH, type="range", min=0, max=strength.high, step=strength.step,
                      value=strength.value, class_name="form-range")  # fmt: skip
    words = html.Strong(answer.strength_text, id=names.STRENGTH_WORDS)
    return html.Div(
        [html.Div([html.Label(strength.label, htmlFor=field), words], className="slider-head"), drawn],
        id=ids.frame(STRENGTH),
        className="slider",
        hidden=strength.hidden,
    )


def _weights(answer: RessourcenAnswer) -> Component:
    """Open where the weights are the reader's own. Empty places stay in the form, unseen and unsent."""
    title = html.Summary(html.Span(answer.weights_title, id=names.WEIGHTS_TITLE))
    explained = html.P(
        "0 heißt: zählt nicht. Es zählt das Verhältnis der Gewichte zueinander. Andere Gewichte als die "
        "der Regel "
        "werden zu „Eigene Gewichte“.",
        className="small",
    )
    grid = html.Div([_weight(number, weight) for number, weight in _slots(answer)], className="weights")
    return html.Details([title, explained, grid], className="weight-list", open=answer.weights_open)


def _weight(number: int, weight: Weight) -> Component:
    slot = names.slot(number)
    name, value, disabled, label, worth, note, hidden, classes = _slot_values(weight)
    drawn = fields.Input(id=ids.field(slot), name=name, type="range", min=0, max=5, step=1, value=value,
                      class_name="form-range", disabled=disabled)  # fmt: skip
    return html.Div(
        [
            html.Label(label, htmlFor=ids.field(slot), id=names.label(slot)),
            html.Div([drawn, html.Strong(worth, id=names.worth(slot))], className="line"),
            html.Span(note, id=names.note(slot), className="note"),
        ],
        id=ids.frame(slot),
        className=classes,
        hidden=hidden,
    )
