"""A view's figures as rows for files. The column names are an interface others rely on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.catalogue.catalogue import Catalogue
from dashboard.store.facts import Fact
from dashboard.wording import periods, signs

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


@dataclass(frozen=True, slots=True)
class Described:
    """What a file that holds several indicators says of each. Field names are those of the JSON."""

    kennzahl: str
    titel: str
    kurztitel: str
    frage: str
    einheit: str
    lebensphase: str
    perspektive: str
    zaehler: str
    nenner: str
    quellen: tuple[str, ...]
    zeitraum: str  # the latest; "" without any value
    werte: str  # sozialraum, stadtbezirk, stadt, ohne
    adresse: str
    dateien: tuple[str, ...]


def row_of(fact: Fact, catalogue: Catalogue, release: str) -> Row:
    """One figure of a release."""
    return Row(
        kennzahl=fact.indicator,
        raum=fact.area,
        raum_name=catalogue.areas[fact.area].name,
        zeitraum=periods.period_label(catalogue.indicators[fact.indicator], fact.year),
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
        stand=release,
    )
