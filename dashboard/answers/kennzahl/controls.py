"""What the reader of this page can choose: besides indicator and year the area, the values, a first year."""

from __future__ import annotations

from dataclasses import replace

from dashboard.answers import controls as common
from dashboard.answers.kennzahl.pooled import has_pooled, is_pooled, short_span
from dashboard.answers.kennzahl.slope import first_year, first_years
from dashboard.answers.parts import Controls, Option, Select
from dashboard.answers.question import Question
from dashboard.model import CITY
from dashboard.state import View
from dashboard.wording import periods

#: Names of the fields, in drawn order.
SELECTS = ("lebensphase", "kennzahl", "raum", "merkmal", "ebene", "werte", "seit")
HIDDEN = ("ansicht", "stand")
_VALUES: tuple[Option, ...] = (("einzeln", "Einzeljahre"), ("dreijahr", "3-Jahres-Werte"))


def controls(annual: Question, shown: Question) -> Controls:
    """Options and current values; ``shown`` is what the slider moves over."""
    found = common.controls(shown)
    view = annual.view
    if is_pooled(annual):
        first = short_span(found.years[0]) if found.years else ""
        found = replace(found, year_label=short_span(found.year), first_label=first, period_kind="year")
    area = "Ganze Stadt" if view.raum == CITY else annual.catalogue.areas[view.raum].name
    return replace(
        found,
        selects=_selects(annual, shown),
        hidden=hidden(view),
        chosen=f"{area} · {found.year_label}",
    )


def hidden(view: View) -> tuple[Option, ...]:
    """What the form carries along without showing it."""
    return (("ansicht", view.ansicht), ("stand", view.stand))


def _selects(annual: Question, shown: Question) -> tuple[Select, ...]:
    phase, indicator, category, partition = common.selects(annual)
    if annual.indicator.id not in {value for value, _ in indicator.options}:
        own = (annual.indicator.id, f"{annual.indicator.short_title} (ohne Wert)")
        indicator = replace(indicator, options=(*indicator.options, own))
    return (phase, indicator, _area(annual), category, partition, _values(annual), _since(shown))


def _area(question: Question) -> Select:
    places: tuple[Option, ...] = ()
    if question.line.has_areas:
        of_partition = question.catalogue.partition(question.view.ebene)
        places = ((CITY, "Ganze Stadt"), *((area.id, area.name) for area in of_partition))
    return Select("raum", "Raum", places, question.view.raum)


def _values(question: Question) -> Select:
    chosen = "dreijahr" if is_pooled(question) else "einzeln"
    return Select("werte", "Werte", _VALUES if has_pooled(question) else (), chosen)


def _since(question: Question) -> Select:
    """The first of two periods, where two are compared."""
    chosen = first_year(question, question.view.get("seit"))
    if question.view.ansicht != "vergleich" or chosen is None:
        return Select("seit", "Vergleich mit", (), "")
    options = tuple(
        (str(year), periods.axis_label(question.indicator, year)) for year in first_years(question)
    )
    return Select("seit", "Vergleich mit", options, str(chosen))
