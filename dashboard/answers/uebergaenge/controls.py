"""What the reader of this page can choose: school form, area, partition and year; the view comes along."""

from __future__ import annotations

from dataclasses import replace

from dashboard.answers import controls as common
from dashboard.answers.desk import Asking
from dashboard.answers.parts import Controls, Option, Select
from dashboard.answers.uebergaenge.year import indicators
from dashboard.model import CITY
from dashboard.state import SCHOOL_FORMS
from dashboard.wording.grammar import capital
from dashboard.wording.transitions import form_name

#: Names of the fields, in drawn order.
SELECTS = ("kennzahl", "raum", "ebene")
HIDDEN = ("ansicht", "stand")
#: Views in which the form under discussion changes nothing.
_WITHOUT_FORM = ("empfehlung", "kette")
_TITLES = {"empfehlung": "Empfehlung und Wahl", "kette": "Kita bis Sek II", "schulen": "Grundschulen"}
#: Views that only the Sozialräume have.
_ONLY_SOZIALRAUM = ("empfehlung", "schulen", "kette")


def controls(asking: Asking) -> Controls:
    """Options and current values."""
    question, view = asking.question, asking.view
    found = common.controls(question)
    place = "Ganze Stadt" if view.raum == CITY else asking.catalogue.areas[view.raum].name
    partition = replace(common.selects(question)[3], options=_partitions(asking))
    return replace(
        found,
        selects=(_form(asking), _area(asking), partition),
        hidden=(("ansicht", view.ansicht), ("stand", view.stand)),
        title=_TITLES.get(view.ansicht, capital(form_name(question.indicator))),
        chosen=f"{place} · {found.year_label}",
    )


def _form(asking: Asking) -> Select:
    own = asking.view.kennzahl
    offered = [
        form for form in indicators(asking, SCHOOL_FORMS) if asking.choices.indicators[form.id].has_data
    ]
    shown = [form for form in offered if form.id == own or asking.view.ansicht not in _WITHOUT_FORM]
    options: tuple[Option, ...] = tuple((form.id, capital(form_name(form))) for form in shown)
    return Select("kennzahl", "Schulform", options, own)


def _area(asking: Asking) -> Select:
    places = tuple((area.id, area.name) for area in asking.catalogue.partition(asking.view.ebene))
    return Select("raum", "Im Blick", ((CITY, "Ganze Stadt"), *places), asking.view.raum)


def _partitions(asking: Asking) -> tuple[Option, ...]:
    """Both partitions where both have values; where a view knows Sozialräume only, no choice."""
    options = common.selects(asking.question)[3].options
    if asking.view.ansicht in _ONLY_SOZIALRAUM:
        return tuple(option for option in options if option[0] == asking.view.ebene)
    return options
