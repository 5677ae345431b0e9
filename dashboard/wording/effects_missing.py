"""Why a comparison of areas with and without a measure cannot be computed, in words."""

from __future__ import annotations

from typing import Final, Literal

from dashboard.catalogue.models import Indicator, Measure
from dashboard.wording.measures import measure_period

Reason = Literal[
    "city",  # it runs in the whole city
    "programme_area",  # its area is none for which there are values
    "few_with",  # fewer than two areas with it have values
    "few_without",  # fewer than two areas without it have values
    "no_indicator",  # no indicator of its life phase has comparable values per area
    "break",  # the series breaks beside its start
    "hidden",  # values that are hidden or missing leave too few complete periods
    "few_years",  # too few periods before or after its start
]

NOT_COMPUTABLE: Final = "nicht berechenbar"
POSSIBLE: Final = "Vergleich möglich"

_SHORT: Final[dict[Reason, str]] = {
    "city": "läuft in der ganzen Stadt",
    "programme_area": "Programmgebiet ist kein Sozialraum",
    "few_with": "weniger als zwei Räume mit Werten",
    "few_without": "weniger als zwei Räume ohne sie",
    "no_indicator": "keine Kennzahl mit Werten je Sozialraum",
    "break": "Bruch der Reihe",
    "hidden": "verborgene oder fehlende Werte",
    "few_years": "zu wenige Zeiträume",
}
_LONG: Final[dict[Reason, str]] = {
    "city": (
        "Die Maßnahme läuft in der ganzen Stadt. Es gibt keinen Sozialraum ohne sie, mit dem sich "
        "vergleichen ließe; ein Vergleich nur mit der Zeit davor würde alles mitzählen, was sich in der "
        "Stadt sonst geändert hat."
    ),
    "programme_area": (
        "Das Programmgebiet ist kein Sozialraum, auch wenn es ähnlich heißt. Werte für das Programmgebiet "
        "liegen nicht vor."
    ),
    "few_with": (
        "Weniger als zwei Sozialräume mit der Maßnahme haben Werte. Aus einem einzigen Raum lässt sich nicht "
        "abschätzen, wie stark Räume von sich aus schwanken."
    ),
    "few_without": (
        "Weniger als zwei Sozialräume ohne die Maßnahme haben Werte, mit denen sich vergleichen ließe."
    ),
    "no_indicator": (
        "Für diese Lebensphase gibt es keine Anteile, Raten, Mittel oder Indizes je Sozialraum. Anzahlen und "
        "Eurobeträge werden nicht verglichen, weil große Räume das Ergebnis bestimmten."
    ),
    "break": (
        "Die Reihe hat nahe am Beginn einen Bruch. Werte davor und danach sind verschieden entstanden und "
        "werden nicht miteinander verglichen."
    ),
    "hidden": (
        "In zu vielen Zeiträumen ist der Wert mindestens eines Sozialraums verborgen (Geheimhaltung) oder "
        "nicht geliefert. Verglichen werden nur Zeiträume, in denen jeder Raum einen Wert hat."
    ),
    "few_years": (
        "Gebraucht werden mindestens drei Zeiträume vor dem Beginn und zwei ab dem Beginn; so viele gibt "
        "es hier nicht."
    ),
}  # fmt: skip

_REMEDY: Final[dict[Reason, str]] = {
    "city": (
        "Vergleichen lässt sich eine Maßnahme, die zuerst in einem Teil der Sozialräume beginnt: in "
        "mindestens zweien, während mindestens zwei noch ohne sie sind."
    ),
    "programme_area": "Werte für das Programmgebiet selbst, oder eine Abgrenzung in ganzen Sozialräumen.",
    "few_with": "Werte für mindestens zwei Sozialräume mit der Maßnahme.",
    "few_without": "Werte für mindestens zwei Sozialräume ohne die Maßnahme.",
    "no_indicator": "Eine Kennzahl dieser Lebensphase, die als Anteil oder Rate je Sozialraum geliefert "
    "wird.",
    "break": "Werte, die über den Bruch hinweg auf gleiche Weise erhoben oder zurückgerechnet sind.",
    "hidden": "Eine Kennzahl mit größeren Fallzahlen, deren Werte in allen Sozialräumen gezeigt werden "
    "können.",
    "few_years": "Weitere Zeiträume: drei vor dem Beginn der Maßnahme, zwei ab dem Beginn.",
}  # fmt: skip


def remedy(reason: Reason) -> str:
    """What would make the comparison possible."""
    return _REMEDY[reason]


def reason_short(reason: Reason) -> str:
    """A few words for a table."""
    return _SHORT[reason]


def reason_long(reason: Reason) -> str:
    """The reason in one or two sentences."""
    return _LONG[reason]


def missing_title(measure: Measure, reason: Reason) -> str:
    """ "STARK: Ein Vergleich ist nicht berechenbar (läuft in der ganzen Stadt)"."""
    return f"{measure.title}: Ein Vergleich ist {NOT_COMPUTABLE} ({reason_short(reason)})"


def missing_detail(measure: Measure, reason: Reason, indicator: Indicator | None = None) -> str:
    """Indicator where one is concerned, years of the measure, and the reason."""
    about = f"{indicator.short_title}, " if indicator is not None else ""
    return f"{about}Maßnahme {measure_period(measure)}. {reason_long(reason)}"
