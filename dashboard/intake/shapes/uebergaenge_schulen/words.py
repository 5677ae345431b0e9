"""What the words of a row mean: the chosen form, the recommendation. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from dashboard.catalogue.models import Indicator
from dashboard.intake.context import Context
from dashboard.intake.finding import quoted
from dashboard.intake.record import Record
from dashboard.intake.vocabulary import Vocabulary, suggestion

_T = TypeVar("_T")
GROUP = "uebergang-sek1"
RECOMMENDED = "empfehlung-schulform"
#: Words for a child without a recommendation; an empty cell is none of them.
WITHOUT = ("ohne", "ohne Empfehlung", "keine", "keine Empfehlung")
_PREFIX = "Übergang "


def forms(catalogue: Vocabulary) -> tuple[Indicator, ...]:
    """The indicators of the school forms that together are all changes."""
    return tuple(each for each in catalogue.indicators.values() if each.group == GROUP)


def form_of(record: Record, context: Context) -> Indicator | None:
    """The form of a row by id, title or short name, or None after noting the cell."""
    text = mapped(record, "schulform", context)
    known: dict[str, Indicator] = {}
    for form in forms(context.catalogue):
        short = form.short_title.removeprefix(_PREFIX)
        known |= dict.fromkeys((short, form.id.removeprefix("uebergang-"), form.id, form.title), form)
    names = dict.fromkeys(form.short_title.removeprefix(_PREFIX) for form in forms(context.catalogue))
    found = _word(text, known)
    if found is None:
        message = f"Unbekannte Schulform {quoted(text)}.{suggestion(text, known)}"
        note(record, "schulform", message, ", ".join(names), context)
    return found


def recommendation_of(record: Record, context: Context) -> str | None:
    """The category of a row's recommendation, "" without one; None after noting the cell."""
    text = mapped(record, "empfehlung", context)
    indicator = context.catalogue.indicators.get(RECOMMENDED)
    categories = [each for part in indicator.breakdowns for each in part.categories] if indicator else []
    known = {name: each.id for each in categories for name in (each.title, each.id)}
    found = _word(text, known | dict.fromkeys(WITHOUT, ""))
    if found is None:
        message = f"Unbekannte Empfehlung {quoted(text)}.{suggestion(text, known)}"
        expected = ", ".join([*(each.title for each in categories), WITHOUT[1]])
        note(record, "empfehlung", message, expected, context)
    return found


def mapped(record: Record, field: str, context: Context) -> str:
    """The text of a cell, or what ``[datei.merkmale.…]`` says that it means."""
    text = record.text(field)
    return context.file.merkmale.get(field, {}).get(text, text)


def note(record: Record, field: str, message: str, expectation: str, context: Context) -> None:
    """An error at the row's cell."""
    column, value = record.column(field), record.text(field)
    context.findings.error(record.place, message, column=column, value=value, expectation=expectation)


def _word(text: str, known: Mapping[str, _T]) -> _T | None:
    plain = " ".join(text.split()).casefold()
    return next((meant for name, meant in known.items() if name.casefold() == plain), None)
