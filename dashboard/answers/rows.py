"""A view's figures as rows for files. The column names are an interface others rely on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from dashboard.store.facts import Fact
from dashboard.wording import periods, signs

if TYPE_CHECKING:
    from dashboard.answers.question import Question

COMPARISONS = {
    "higher": "höher",
    "lower": "niedriger",
    "same": "nicht unterscheidbar",
    "none": "nicht verglichen",
}
STATUSES = {
    "valid": "gültig",
    "limited": "eingeschränkt",
    "provisional": "vorläufig",
    "hidden": "geheim",
    "unknown": "unbekannt",
    "later": "fällt später an",
    "uncertain": "zu unsicher",
    "nothing": "nichts vorhanden",
    "senseless": "entfällt",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. Field names are the columns of CSV and JSON; euros are exact decimals."""

    kennzahl: str
    raum: str
    raum_name: str
    zeitraum: str
    merkmal: str
    wert: float | Decimal | None
    zaehler: float | None
    nenner: float | None
    untergrenze: float | None
    obergrenze: float | None
    vergleich: str
    trend: str
    status: str
    herkunft: str
    quelle: str
    stand: str


def karte_rows(question: Question) -> tuple[Row, ...]:
    """Areas, city and published figures of the shown period; with ``ansicht=verlauf`` of all periods."""
    every_period = question.view.ansicht == "verlauf"
    facts = [fact for fact in _facts(question) if every_period or fact.year == question.year]
    return tuple(_row(fact, question) for fact in facts)


def _facts(question: Question) -> Iterator[Fact]:
    for facts in (*question.line.by_area.values(), question.line.city):
        yield from (facts[year] for year in sorted(facts))
    yield from question.line.beside


def _row(fact: Fact, question: Question) -> Row:
    catalogue = question.catalogue
    return Row(
        kennzahl=fact.indicator,
        raum=fact.area,
        raum_name=catalogue.areas[fact.area].name,
        zeitraum=periods.period_label(question.indicator, fact.year),
        merkmal=fact.breakdown,
        wert=Decimal(fact.cents) / 100 if fact.cents is not None else fact.value,
        zaehler=fact.numerator,
        nenner=fact.denominator,
        untergrenze=fact.lower,
        obergrenze=fact.upper,
        vergleich=COMPARISONS[fact.comparison or "none"],
        trend=signs.trend_word(fact.trend) if fact.trend else "",
        status=STATUSES[fact.status],
        herkunft=fact.origin,
        quelle=catalogue.sources[fact.source].title,
        stand=question.choices.release,
    )
