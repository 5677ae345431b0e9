"""The columns of every table of a release. Their names are an interface others rely on."""

from __future__ import annotations

from typing import Final

from dashboard.answers.daten.tables import Column
from dashboard.answers.rows import COMPARISONS, STATUSES
from dashboard.wording.signs import ORIGIN_WORDS, TREND_WORDS

ORIGINS: Final = tuple(ORIGIN_WORDS)
KINDS: Final = {
    "stadt": "Stadt",
    "sozialraum": "Sozialraum",
    "stadtbezirk": "Stadtbezirk",
    "statistischer_bezirk": "Statistischer Bezirk",
    "einrichtung": "Einrichtung",
    "spanne": "Spanne (höchster oder niedrigster Wert, Raum nicht genannt)",
    "programmgebiet": "Programmgebiet",
    "vergleich": "Vergleichsgebiet außerhalb von Hamm",
}
_SURE: Final = ("hoch", "mittel", "niedrig")

VALUES: Final = (
    Column("kennzahl", "Kennzahl (Kürzel)", "Kürzel der Kennzahl, Tabelle kennzahlen", required=True),
    Column("kennzahl_titel", "Kennzahl", "Titel der Kennzahl", required=True),
    Column("raum", "Raum (Kürzel)", "Kürzel des Raums, Tabelle raeume", required=True),
    Column("raum_name", "Raum", "Name des Raums", required=True),
    Column("raumart", "Art des Raums", "Art des Raums", required=True, allowed=tuple(KINDS)),
    Column("jahr", "Jahr", "Kalenderjahr, Beginn des Schuljahrs oder Jahr des Stichtags", "integer", True),
    Column("zeitraum", "Zeitraum", "Kalenderjahr, Schuljahr oder Stichtag, wie angezeigt", required=True),
    Column("merkmal", "Merkmal (Kürzel)", "Ausprägung der Untergliederung, leer: insgesamt"),
    Column("merkmal_titel", "Merkmal", "Ausprägung in Worten", required=True),
    Column("wert", "Wert", "Wert in der Einheit der Zeile; leer, wenn der Status es sagt", "number"),
    Column("einheit", "Einheit", "Einheit von Wert und Grenzen", required=True),
    Column("zaehler", "Zähler", "Gezählte Fälle", "number"),
    Column("nenner", "Nenner", "Bezugsgröße", "number"),
    Column("untergrenze", "Untergrenze (95 %)", "Untere Grenze des 95-%-Vertrauensbereichs", "number"),
    Column("obergrenze", "Obergrenze (95 %)", "Obere Grenze des 95-%-Vertrauensbereichs", "number"),
    Column("vergleich", "Vergleich mit der übrigen Stadt", "Raum gegen die Stadt ohne ihn, nach Holm",
           required=True, allowed=tuple(COMPARISONS.values())),
    Column("trend", "Trend", "Trend der letzten fünf Zeiträume; leer: nicht berechnet",
           allowed=tuple(TREND_WORDS.values())),
    Column("status", "Status", "Warum eine Zahl da ist oder fehlt", required=True,
           allowed=tuple(STATUSES.values())),
    Column("herkunft", "Herkunft", "demo: erzeugter Beispielwert; published: veröffentlicht; delivered: "
           "geliefert", required=True, allowed=ORIGINS),
    Column("sicherheit", "Sicherheit", "Wie sicher die Angabe der Quelle ist", required=True, allowed=_SURE),
    Column("lesart", "Lesart", "0: gezeigte Lesart; ab 1: widersprechende Angabe derselben Quelle",
           "integer", True),
    Column("anmerkung", "Anmerkung", "Anmerkung zum einzelnen Wert"),
    Column("quelle", "Quelle", "Titel der Quelle", required=True),
    Column("quelle_id", "Quelle (Kürzel)", "Kürzel der Quelle, Tabelle quellen", required=True),
    Column("lieferung", "Lieferung", "Kürzel der Lieferung, Tabelle lieferungen; leer bei Beispieldaten"),
    Column("stand", "Datenstand", "Datenstand, aus dem die Zeile stammt", required=True),
)  # fmt: skip

INDICATORS: Final = (
    Column("kennzahl", "Kürzel", "Kürzel der Kennzahl", required=True),
    Column("titel", "Titel", "Titel", required=True),
    Column("kurztitel", "Kurztitel", "Kurztitel", required=True),
    Column("frage", "Frage", "Frage, die die Kennzahl beantwortet", required=True),
    Column("einheit", "Einheit", "Einheit der Werte", required=True),
    Column("nachkommastellen", "Nachkommastellen", "So viele werden angezeigt", "integer", True),
    Column("richtung", "Günstige Richtung", "high: hohe Werte sind günstig; low: niedrige; none: keine",
           required=True, allowed=("high", "low", "none")),
    Column("lebensphase", "Lebensphase", "Lebensphase", required=True),
    Column("perspektive", "Perspektive", "Perspektive der Balanced Scorecard", required=True),
    Column("zaehler", "Zähler", "Was gezählt wird", required=True),
    Column("nenner", "Nenner", "Worauf bezogen wird"),
    Column("zeitbezug", "Zeitbezug", "year: Jahr; school_year: Schuljahr; key_date: Stichtag",
           required=True, allowed=("year", "school_year", "key_date")),
    Column("merkmale", "Merkmale", "Ausprägungen mit ihren Kürzeln"),
    Column("geheim_bis", "Verdeckt bis", "Anzahlen von 1 bis zu dieser sind geheim", "integer", True),
    Column("wissenswert", "Was man wissen sollte", "Hinweise zum Verständnis", required=True),
    Column("aufbereitung", "Aufbereitung", "Wie die Werte entstehen", required=True),
    Column("brueche", "Brüche der Reihe", "Ab wann nicht mehr vergleichbar ist, und warum"),
    Column("quellen", "Quellen", "Titel der Quellen", required=True),
)  # fmt: skip

AREAS: Final = (
    Column("raum", "Kürzel", "Kürzel des Raums", required=True),
    Column("name", "Name", "Name", required=True),
    Column("raumart", "Art", "Art des Raums", required=True, allowed=tuple(KINDS)),
    Column("schluessel", "Schlüssel", "Amtlicher oder städtischer Schlüssel, wo bekannt"),
)

SOURCES: Final = (
    Column("quelle_id", "Kürzel", "Kürzel der Quelle", required=True),
    Column("titel", "Titel", "Titel", required=True),
    Column("herausgeber", "Herausgeber", "Herausgebende Stelle", required=True),
    Column("stand", "Stand", "Stand oder Erscheinen"),
    Column("lizenz", "Lizenz", "Kürzel der Lizenz; leer: nicht genannt"),
    Column("adresse", "Adresse", "Adresse der Veröffentlichung"),
)

DELIVERIES: Final = (
    Column("lieferung", "Kürzel", "Kürzel der Lieferung", required=True),
    Column("titel", "Titel", "Titel", required=True),
    Column("lieferant", "Lieferant", "Wer geliefert hat", required=True),
    Column("eingang", "Eingang", "Tag des Eingangs", required=True),
    Column("herkunft", "Herkunft", "Wie in der Tabelle werte", required=True, allowed=ORIGINS),
    Column("werte", "Werte", "Anzahl der Werte", "integer", True),
    Column("quellen", "Quellen", "Kürzel der Quellen ihrer Werte"),
    Column("hinweise", "Angenommene Hinweise", "Was beim Einlesen auffiel und angenommen wurde"),
    Column("dateien", "Dateien", "Namen und SHA-256 der gelieferten Dateien"),
)

CORRECTIONS: Final = (
    Column("art", "Art", "added: ergänzt; corrected: berichtigt; withdrawn: zurückgezogen", required=True,
           allowed=("added", "corrected", "withdrawn")),
    Column("kennzahl", "Kennzahl", "Kürzel der Kennzahl", required=True),
    Column("raum", "Raum", "Kürzel des Raums", required=True),
    Column("jahr", "Jahr", "Jahr wie in der Tabelle werte", "integer", True),
    Column("merkmal", "Merkmal", "Kürzel der Ausprägung, leer: insgesamt"),
    Column("herkunft", "Herkunft", "Wie in der Tabelle werte", required=True, allowed=ORIGINS),
    Column("quelle_id", "Quelle", "Kürzel der Quelle", required=True),
    Column("alt", "Alter Wert", "Wert im Datenstand davor; leer, wo der neue verdeckt ist", "number"),
    Column("neu", "Neuer Wert", "Wert in diesem Datenstand", "number"),
)  # fmt: skip
