"""A view of whose indicator the release knows nothing: the page says so, and the other views go on."""

from __future__ import annotations

from typing import Final

from dashboard.answers.kosten.parts import Card, Shown, Words
from dashboard.answers.kosten.rows import INDICATORS
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Method, Table

_BOOKS: Final = "sind keine Aufwendungen für Hilfen zur Erziehung erfasst"
_MISSING: Final = {
    "": _BOOKS,
    "ursachen": _BOOKS,
    "praevention": "ist kein Anteil der Prävention erfasst",
    "raeume": _BOOKS,
    "szenario": _BOOKS,
    "projekt": "sind keine Projektkosten erfasst",
}
_WHY: Final = (
    "Der Katalog dieses Datenstands führt die Kennzahl nicht. Sie erscheint hier, sobald sie in ihm steht "
    "und eine Lieferung ihre Werte bringt."
)
#: There is nothing to define and nothing to compute.
METHOD: Final = Method((), (), ())


def is_missing(scope: Scope) -> bool:
    """Whether the catalogue of the release lacks the view's leading indicator."""
    return INDICATORS[scope.view.ansicht][0] not in scope.catalogue.indicators


def nothing(scope: Scope) -> Shown:
    """What the view shows instead."""
    headline = f"Im Datenstand {scope.asking.release} {_MISSING[scope.view.ansicht]}"
    table = Table(headline, ("Angabe", "Wert"), ())
    return Shown(
        headline=headline,
        subtitle="Für diese Ansicht gibt es keine Angaben",
        detail=_WHY,
        period="",
        cards=(Card("Keine Angaben", "", (Words(_WHY),), table),),
        notices=scope.view.notices,
    )
