"""Titles of a profile's lists with the lines that explain them, and the figures on its population."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from dashboard.catalogue.models import Area, Indicator
from dashboard.model import Partition
from dashboard.wording.grammar import capital, places
from dashboard.wording.leads import area_name
from dashboard.wording.numbers import change_between, number, rounded
from dashboard.wording.periods import axis_label, period_phrase
from dashboard.wording.units import joined

SectionKind = Literal["worsening", "worse", "improving", "better", "neutral", "same", "hidden", "none", "all"]


class SectionText(NamedTuple):
    """Title and explaining line of a list."""

    title: str
    subtitle: str


SECTIONS: Final[dict[SectionKind, SectionText]] = {
    "worsening": SectionText(
        "Auffällig und sich verschlechternd",
        "Schlechter als die übrige Stadt und mit nachweisbar ungünstigem Trend, deutlichster Unterschied "
        "zuerst",
    ),
    "worse": SectionText(
        "Auffällig, keine Verschlechterung nachweisbar",
        "Schlechter als die übrige Stadt; der eigene Trend ist nicht nachweisbar oder nicht berechenbar",
    ),
    "improving": SectionText(
        "Auffällig, verbessert sich",
        "Schlechter als die übrige Stadt, der eigene Trend ist nachweisbar günstig",
    ),
    "better": SectionText("Stärken", "Besser als die übrige Stadt"),
    "neutral": SectionText(
        "Abweichend, ohne Wertung", "Nachweisbar höher oder niedriger; keine Richtung gilt als die gute"
    ),
    "same": SectionText(
        "Nicht von der Stadt zu unterscheiden",
        "Mit diesen Fallzahlen ist kein Unterschied nachweisbar; das heißt nicht, dass es keinen gibt",
    ),
    "hidden": SectionText(
        "Geheimhaltung",
        "Die Zahl ist zu klein oder würde eine andere verraten; Wert, Bereich, Trend und Ziel sind "
        "gemeinsam gesperrt",
    ),
    "none": SectionText("Nicht verglichen", "Ohne Wert, oder ein Test ist nicht möglich"),
    "all": SectionText(
        "Alle Kennzahlen nach Lebensphasen",
        "Die Stadt steht in jeder Zeile in der Mitte, besser liegt rechts; ohne Wertung liegt der höhere "
        "Wert rechts. Jede Zeile hat ihre eigene Skala.",
    ),
}


class Change(NamedTuple):
    """A figure at its first comparable and its last period, in the indicator's unit."""

    first_year: int
    first: float
    year: int
    last: float


def meaning_note(area: Area) -> str:
    """ "Auffällig heißt: …": what the words of the lists stand for, with their levels."""
    return (
        f"Auffällig heißt: nachweisbar schlechter als die Stadt ohne {_accusative(area)}, auf dem "
        "5-%-Niveau, auch nach der Holm-Korrektur für alle Vergleiche eines Zeitraums. "
        "Verschlechternd heißt: Der Trend über fünf Zeiträume ist auf dem 95-%-Niveau nachweisbar und "
        "ungünstig."
    )


def empty_note(kind: SectionKind) -> str:
    """What stands in a list without an entry: true as well, and no gap on the page."""
    return "Zurzeit keine Kennzahl." if kind != "hidden" else "Zurzeit ist keine Kennzahl geschützt."


def all_caption(count: int, area: Area, partition: Partition = "sozialraum") -> str:
    """ "Alle 19 Kennzahlen für Hamm-Norden nach Lebensphasen, …": caption of the table."""
    many = "Die einzige Kennzahl" if count == 1 else f"Alle {count} Kennzahlen"
    return (
        f"{many} für {_accusative(area)} nach Lebensphasen, mit Stadtwert, Trend und Zielstand; "
        f"Spanne über alle {places(partition)}"
    )


def population_lines(indicator: Indicator, area: Change | None, city: Change | None) -> tuple[str, ...]:
    """ "+6,1 % seit 2015", "Stadt +2,0 %": of both only over the same years."""
    own = _change(indicator, area)
    if area is None or not own:
        return ()
    lines = [f"{own} seit {axis_label(indicator, area.first_year)}"]
    if city is not None and _same_years(area, city) and (other := _change(indicator, city)):
        lines.append(f"Stadt {other}")
    return tuple(lines)


def population_sentence(
    indicator: Indicator, area: Area, own: Change, city: Change | None, people: str = "Menschen"
) -> str:
    """ "Am 31.12.2024 leben in Hamm-Norden 16.240 Menschen, 6,1 % mehr als 2015; in der Stadt …".

    ``people``: who is counted, e.g. "unter 18-Jährige". No full stop.
    """
    when = capital(period_phrase(indicator, own.year))
    head = f"{when} leben {area.locative} {number(own.last)} {people}"
    if own.first_year == own.year or own.first <= 0:
        return head
    change = _more_or_less(own)
    said = (
        f"so viele wie {axis_label(indicator, own.first_year)}"
        if not change
        else (f"{change} als {axis_label(indicator, own.first_year)}")
    )
    if city is None or not _same_years(own, city) or city.first <= 0:
        return f"{head}, {said}"
    there = _more_or_less(city)
    return f"{head}, {said}; in der Stadt insgesamt sind es {there or 'ebenso viele wie damals'}"


def _change(indicator: Indicator, change: Change | None) -> str:
    if change is None or change.first_year == change.year:
        return ""
    return change_between(change.first, change.last, indicator)


def _same_years(one: Change, other: Change) -> bool:
    return (one.first_year, one.year) == (other.first_year, other.year)


def _more_or_less(change: Change) -> str:
    """ "6,1 % mehr", "0,4 % weniger"; empty where it prints as nothing."""
    percent = rounded((change.last / change.first - 1) * 100, 1)
    if not percent:
        return ""
    size = joined(number(abs(percent), 1), "%")
    return f"{size} {'mehr' if percent > 0 else 'weniger'}"


def _accusative(area: Area) -> str:
    return f"den {area.name}" if area.kind == "stadtbezirk" else area_name(area)
