"""What the report says: statement, tiles, how numbers are protected, and how that is counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.answers.geheimhaltung.parts import Protected, Tally
from dashboard.answers.parts import Method, Tile
from dashboard.wording import numbers

SUBJECT: Final = "Geheimhaltung"
PICTURE: Final = "So viele Werte sind je Lebensphase verdeckt"
HOW: Final = (
    "Eine Zahl ist klein, wenn Zähler oder Rest zum Nenner zwischen 1 und der Grenze der Kennzahl liegen. "
    "Mit ihr verschwindet, was aus ihr folgt: Wert, Zähler, Nenner, Vertrauensbereich, Vergleich, Trend.",
    "Weitere Werte werden verdeckt, bis aus Summen (Räume der Stadt, Merkmale, Zähler und Rest) keine "
    "kleine Zahl zurückgerechnet werden kann. Gesucht wird die Lösung mit dem geringsten Verlust.",
    "Danach wird angegriffen: Für jeden verdeckten Wert wird berechnet, was nach allem Veröffentlichten, "
    "auch nach früheren Datenständen, noch möglich ist. Ist der Bereich zu eng, wird der Datenstand nicht "
    "veröffentlicht.",
    "Welcher Wert welchen Grund hat, wird nirgends gesagt; gezählt wird nur je Kennzahl.",
)
NOTES: Final = (
    "Gezählt sind alle Werte des Datenstands: je Kennzahl, Merkmal, Raum und Zeitraum einer.",
    "„Selbst klein“ schließt ein, was schon verdeckt geliefert wurde.",
    "„Ohne bekannte Zahl“ ist nicht verdeckt: nicht veröffentlicht, nicht erhoben oder ohne Sinn.",
)
STATISTICS: Final = (
    "Eine Auszählung ohne Zufall: Zu diesen Anteilen gehört kein Vertrauensbereich.",
    "„Engster Bereich“: Breite des kleinsten Bereichs, den ein Angreifer ausrechnen kann, gemessen an seinem "
    "oberen Ende (100 %: von 0 an ist alles möglich).",
)


def headline(total: Tally) -> str:
    """ "2.213 von 23.395 Werten sind verdeckt, und keiner …", without full stop."""
    if not total.hidden:
        return "In diesem Datenstand ist kein Wert verdeckt"
    every = numbers.number(total.cells)
    if total.hidden == 1:
        return f"Ein Wert von {every} ist verdeckt und lässt sich aus den gezeigten nicht errechnen"
    return (
        f"{numbers.number(total.hidden)} von {every} Werten sind verdeckt, und keiner lässt sich aus den "
        "gezeigten errechnen"
    )


def subtitle(period: str) -> str:
    """What is counted."""
    return (
        f"Geheimhaltung kleiner Zahlen; alle Kennzahlen, Räume und Zeiträume{f', {period}' if period else ''}"
    )


def detail(total: Tally, found: Sequence[Protected]) -> str:
    """Share, reasons, and how many indicators and tables are concerned."""
    if not total.hidden:
        return "Keine Tabelle enthält eine Zahl, die nach den Regeln geheim zu halten ist."
    concerned = [entry for entry in found if entry.tally.hidden]
    indicators = len({entry.indicator.id for entry in concerned})
    every = len({entry.indicator.id for entry in found})
    tables = sum(entry.tables for entry in concerned)
    primary, secondary = numbers.number(total.primary), numbers.number(total.secondary)
    share = percent(total.share(total.hidden))
    return (
        f"{share} der Werte: {primary}, weil sie selbst klein sind oder so geliefert "
        f"wurden, {secondary}, damit niemand jene zurückrechnen kann; in {tables_text(tables)} zu "
        f"{numbers.number(indicators)} von {numbers.number(every)} Kennzahlen."
    )


def tiles(total: Tally, found: Sequence[Protected]) -> tuple[Tile, ...]:
    """The four key figures."""
    every = numbers.number(total.cells)
    return (
        Tile(
            "Verdeckt",
            numbers.number(total.hidden),
            f"{percent(total.share(total.hidden))} von {every} Werten",
        ),
        Tile("Selbst klein", numbers.number(total.primary), "oder verdeckt geliefert"),
        Tile("Zum Schutz anderer", numbers.number(total.secondary), "damit niemand zurückrechnet"),
        _narrowest(found),
    )


def _narrowest(found: Sequence[Protected]) -> Tile:
    known = [(entry.narrowest, entry.indicator.short_title) for entry in found if entry.narrowest is not None]
    if not known:
        return Tile("Engster Bereich", "–", "nichts zu schützen")
    least, title = min(known)
    return Tile("Engster Bereich", numbers.with_unit(100 * least, "%", 0), f"des oberen Endes: {title}")


def method() -> Method:
    """Definition, what one should know, and how it is counted."""
    definition = (
        ("Anteil verdeckter Werte", "verdeckte Werte je 100 Werte des Datenstands"),
        ("Zähler", "Werte, die selbst klein sind, und solche, die andere schützen"),
        ("Nenner", "alle Werte des Datenstands, auch solche ohne bekannte Zahl"),
    )
    return Method(definition, NOTES, STATISTICS)


def percent(share: float) -> str:
    """ "9,5 %"."""
    return numbers.with_unit(share, "%", 1)


def tables_text(count: int) -> str:
    """ "einer Tabelle", "607 Tabellen"."""
    return "einer Tabelle" if count == 1 else f"{numbers.number(count)} Tabellen"


def years_text(years: Sequence[int]) -> str:
    """ "2008 bis 2025", "2024", "" without any."""
    return " bis ".join(dict.fromkeys(str(year) for year in years))
