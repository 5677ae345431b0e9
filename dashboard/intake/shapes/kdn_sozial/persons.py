"""Refuses what is no aggregated export: columns, dates and rows that belong to single people."""

from __future__ import annotations

import re

from dashboard.intake.context import Context
from dashboard.intake.files.table import Table
from dashboard.intake.finding import quoted
from dashboard.intake.shapes.kdn_sozial.columns import ExportRow

REFUSED = "Personenbezogene Angaben werden nicht angenommen"
_EXPECTED = "nur zusammengefasste Zahlen: Jahr oder Stichtag, Sozialraum, Merkmal, Ausprägung, Anzahl, Gesamt"
#: What a column of single people is called; matched anywhere in a header.
_PERSONAL = re.compile(
    r"(?:^|[^a-zäöüß])(?:name|nachname|vorname|familienname|geburtsname|rufname|klient(?:in)?|person)(?:[^a-zäöüß]|$)"
    r"|vorname|nachname|familienname|geburt|geb\.|fall-?\s?(?:nr|nummer|id)|akten-?\s?(?:zeichen|nr|nummer)"
    r"|(?:personen|klienten|kunden|ausweis|azr|steuer|versicherungs|sozialversicherungs)-?\s?(?:nr|nummer|id)"
    r"|stra(?:ß|ss)e|anschrift|adresse|telefon|handy|mobil|e-?mail|iban|(?:^|\W)(?:id|az|plz)(?:\W|$)"
)
_DATE = re.compile(r"\b\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b")
_LONG_NUMBER = re.compile(r"\b\d{5,}\b")


def has_personal_columns(table: Table, own: frozenset[str], context: Context) -> bool:
    """Whether a column is named like something of single people; each is noted by its name alone."""
    found = [name for name in table.header if name not in own and _PERSONAL.search(name.casefold())]
    for name in found:
        context.findings.error(
            table.place.at(context.file.kopfzeile),
            f"{REFUSED}: Die Spalte {quoted(name)} gehört zu einzelnen Personen",
            column=name,
            expectation=_EXPECTED,
        )
    return bool(found)


def has_single_people(rows: list[ExportRow], names: dict[str, str], table: Table, context: Context) -> bool:
    """Whether texts hold dates or case numbers, or every row is one person. Values are never repeated."""
    suspicious = [
        row for row in rows if _DATE.search(row["auspraegung"]) or _LONG_NUMBER.search(row["auspraegung"])
    ]
    for row in suspicious:
        context.findings.error(
            table.place.at(row.number),
            f"{REFUSED}: In der Spalte {quoted(names['auspraegung'])} steht ein Datum oder eine Nummer",
            column=names["auspraegung"],
            expectation=_EXPECTED,
        )
    if not rows or any(row["gesamt"] not in ("1", "1.0", "1,0") for row in rows):
        return bool(suspicious)
    context.findings.error(
        table.place,
        f"{REFUSED}: Jede Zeile hat in der Spalte {quoted(names['gesamt'])} den Wert 1, ist also eine Person",
        column=names["gesamt"],
        expectation=_EXPECTED,
    )
    return True
