"""The plates of the page on costs: each of its six views as one statement with its picture."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.answers.kosten.parts import KostenAnswer
from dashboard.export.plate.kosten.areas import praevention, raeume
from dashboard.export.plate.kosten.causes import ursachen
from dashboard.export.plate.kosten.shown import Shown, keys
from dashboard.export.plate.kosten.years import entwicklung, projekt, szenario
from dashboard.export.plate.parts import Plate
from dashboard.export.plate.words import CITY_NAME

__all__ = ["plate"]

_VIEWS: dict[str, Callable[[KostenAnswer], Shown]] = {
    "": entwicklung,
    "ursachen": ursachen,
    "praevention": praevention,
    "raeume": raeume,
    "szenario": szenario,
    "projekt": projekt,
}
_DEFINED = ("Frage", "Zähler", "Nenner", "Aufbereitung")


def plate(answer: KostenAnswer) -> Plate:
    """The view as a plate; without a picture where its amounts cannot be said."""
    shown = _VIEWS[answer.view.ansicht](answer)
    return Plate.of(
        answer.said,
        answer.foot,
        kicker=_kicker(answer),
        body=shown.body,
        chart=shown.chart,
        tables=tuple(dict.fromkeys(card.table for card in answer.cards)),  # two cards may share one
        address=answer.address,
        keys=shown.keys or keys(answer),
        notes=_notes(answer, shown),
    )


def _kicker(answer: KostenAnswer) -> str:
    """ "Kosten: Szenario · Hamm-Norden"; the project is the whole city's."""
    tab = next((tab.title for tab in answer.tabs if tab.here), "")
    focused = [cell.name for cell in answer.controls.cells if cell.focused]
    place = focused[0] if focused and answer.view.ansicht != "projekt" else CITY_NAME
    return f"Kosten: {tab} · {place}"


def _notes(answer: KostenAnswer, shown: Shown) -> tuple[str, ...]:
    """Definition, what the view needs, what one should know, and how it computes."""
    method = answer.method
    terms = tuple(f"{term}: {text}" for term, text in method.definition if term in _DEFINED)
    found = (*answer.said.notices, *terms, *shown.notes, *method.notes, *method.statistics)
    return tuple(dict.fromkeys(note for note in found if note))
