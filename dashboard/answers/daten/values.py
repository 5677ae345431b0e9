"""The table of all values of a release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.answers.daten import columns
from dashboard.answers.daten.tables import Cell, DataTable
from dashboard.answers.rows import row_of
from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import TOTAL
from dashboard.store.facts import Fact

WHOLE_VALUE: Final = "insgesamt"
_KEY: Final = ("kennzahl", "raum", "jahr", "merkmal", "herkunft", "quelle_id", "lesart")


def values(facts: Iterable[Fact], catalogue: Catalogue, release: str) -> DataTable:
    """Every row of the release, in the order of the catalogue's indicators, areas and years."""
    titles = category_titles(catalogue)
    place = {name: number for number, name in enumerate(catalogue.areas)}
    rank = {name: number for number, name in enumerate(catalogue.indicators)}
    ordered = sorted(
        facts,
        key=lambda fact: (rank[fact.indicator], fact.breakdown, place[fact.area], fact.year, fact.origin,
                          fact.source, fact.reading),
    )  # fmt: skip
    return DataTable(
        name="werte",
        title="Alle Werte",
        columns=columns.VALUES,
        rows=tuple(_cells(fact, catalogue, release, titles) for fact in ordered),
        key=_KEY,
        refers=(("kennzahl", "kennzahlen"), ("raum", "raeume"), ("quelle_id", "quellen")),
        decimals=tuple(catalogue.indicators[fact.indicator].decimals for fact in ordered),
    )


def category_titles(catalogue: Catalogue) -> Mapping[tuple[str, str], str]:
    """Titles of the categories by indicator and category id."""
    return {
        (indicator.id, category.id): category.title
        for indicator in catalogue.indicators.values()
        for dimension in indicator.breakdowns
        for category in dimension.categories
    }


def _cells(
    fact: Fact, catalogue: Catalogue, release: str, titles: Mapping[tuple[str, str], str]
) -> tuple[Cell, ...]:
    row = row_of(fact, catalogue, release)
    indicator = catalogue.indicators[fact.indicator]
    category = WHOLE_VALUE if fact.breakdown == TOTAL else titles[fact.indicator, fact.breakdown]
    return (
        row.kennzahl, indicator.title, row.raum, row.raum_name, catalogue.areas[fact.area].kind, fact.year,
        row.zeitraum, row.merkmal, category, row.wert, indicator.unit, row.zaehler, row.nenner,
        row.untergrenze, row.obergrenze, row.vergleich, row.trend, row.status, row.herkunft, fact.certainty,
        fact.reading, fact.note, row.quelle, fact.source, fact.delivery, row.stand,
    )  # fmt: skip
