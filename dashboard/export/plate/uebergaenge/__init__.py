"""The plates of the page on transitions: each of its views as one statement with its picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dashboard.answers.uebergaenge.contents import (
    Chain,
    Choices,
    Content,
    Differences,
    Missing,
    Shares,
    Uneven,
)
from dashboard.answers.uebergaenge.parts import UebergaengeAnswer
from dashboard.export.plate import words
from dashboard.export.plate.parts import Plate
from dashboard.export.plate.uebergaenge.apart import abstand
from dashboard.export.plate.uebergaenge.chain import kette
from dashboard.export.plate.uebergaenge.choices import empfehlung
from dashboard.export.plate.uebergaenge.schools import schulen
from dashboard.export.plate.uebergaenge.shares import quoten
from dashboard.export.plate.uebergaenge.shown import Shown, listed, nothing
from dashboard.model import CITY

__all__ = ["plate"]

#: The first card says what a view is about.
_DRAWN: dict[type[Content], Callable[[UebergaengeAnswer, Any], Shown]] = {
    Shares: quoten,
    Differences: abstand,
    Choices: empfehlung,
    Uneven: schulen,
    Chain: kette,
    Missing: nothing,
}


def plate(answer: UebergaengeAnswer) -> Plate:
    """The view as a plate. Schools are on it only where the answer holds them."""
    content = answer.main.content
    shown = _DRAWN.get(type(content), listed)(answer, content)
    return Plate.of(
        answer.said,
        answer.main.foot,
        kicker=_kicker(answer),
        body=shown.body,
        chart=shown.chart,
        tables=(
            answer.main.table,
            *(panel.table for panel in (answer.second, answer.third) if panel),
            *(answer.published.tables if answer.published else ()),
        ),
        address=answer.address,
        keys=shown.keys,
        legend=words.legend(shown.signs),
        notes=_notes(answer, shown),
    )


def _kicker(answer: UebergaengeAnswer) -> str:
    """ "Übergänge: Abstand · Hamm-Norden"."""
    view = next((switch.title for switch in answer.switches if switch.here), "")
    place = answer.crumbs[1].title if answer.view.raum != CITY else words.CITY_NAME
    return f"Übergänge: {view} · {place}"


def _notes(answer: UebergaengeAnswer, shown: Shown) -> tuple[str, ...]:
    """What stands below the pictures, what was published beside them, and the method."""
    second = (note for panel in (answer.second, answer.third) if panel for note in panel.notes)
    published = (
        (answer.published.lead, *(text for text, _ in answer.published.sources)) if answer.published else ()
    )
    more = (*answer.said.notices, *shown.notes, *answer.main.notes, *second, *published)
    return words.notes(answer.main.method, *more)
