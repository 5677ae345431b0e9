"""Which keys of a ``[[datei]]`` belong to which form, and what a form cannot do without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dashboard.intake.description.fields import Fields

FIELDS = (
    "kennzahl", "raum", "zeitraum", "merkmal", "wert", "zaehler", "nenner", "betrag", "untergrenze",
    "obergrenze", "quelle", "sicherheit", "anmerkung", "lesart",
)  # fmt: skip
SCHOOL_FIELDS = (
    "schuljahr", "schulform", "ags", "schulnummer", "name", "name2", "postleitzahl", "schueler",
    "sozialindex", "breite", "laenge", "gefundene_adresse",
)  # fmt: skip
KDN_FIELDS = ("zeitraum", "raum", "merkmal", "auspraegung", "anzahl", "gesamt")
#: Of the form ``uebergaenge-schulen``; in ``[datei.merkmale.…]`` the fields whose words can be mapped.
TRANSITION_FIELDS = ("schule", "zeitraum", "schulform", "empfehlung", "anzahl")
TRANSITION_WORDS = ("schule", "schulform", "empfehlung")
#: Of the form ``genesis-klassisch``: what stands beside the value columns, row by row.
CLASSIC_FIELDS = ("zeitraum", "raum", "anmerkung")
#: Of the form ``ba-kleinraeumig``; the last one names the only table in ``[datei.regionen]``.
BA_FIELDS = ("zeitraum", "gemeinde", "schluessel")
BA_HIDDEN: Final = "*"
#: In ``[datei.merkmale.…]`` of the form ``kdn-sozial``: what an Ausprägung is that feeds no category.
KDN_ONLY_TOTAL, KDN_WITHOUT_ANSWER = "nur-gesamt", "ohne-angabe"

_OWN_FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "schulverzeichnis": SCHOOL_FIELDS, "kdn-sozial": KDN_FIELDS, "uebergaenge-schulen": TRANSITION_FIELDS,
    "genesis-klassisch": CLASSIC_FIELDS, "ba-kleinraeumig": BA_FIELDS, "genesis-flat": (),
}  # fmt: skip
_OWN_TABLES: Final[dict[str, tuple[str, ...]]] = {
    "breit": ("werte",),
    "genesis-flat": ("filter", "kennzahlen", "merkmale", "regionen"),
    "genesis-klassisch": ("werte", "filter", "merkmale", "regionen", "auffuellen"),
    "ba-kleinraeumig": ("werte", "filter", "regionen"),
    "kdn-sozial": ("kennzahlen", "merkmale"),
    "uebergaenge-schulen": ("merkmale",),
}
_TABLES: Final = ("werte", "filter", "kennzahlen", "merkmale", "regionen", "auffuellen")
#: Forms whose columns may have names in several rows.
MANY_HEADER_ROWS: Final = ("breit", "genesis-klassisch", "ba-kleinraeumig")


def unused(file: Fields) -> list[str]:
    """What is described although files of this form have nothing of the kind."""
    own = _OWN_TABLES.get(file.form, ())
    found = [name for name in _TABLES if getattr(file, name) and name not in own]
    if file.kopfzeilen > 1 and file.form not in MANY_HEADER_ROWS:
        found.append("kopfzeilen")
    if file.form == "genesis-flat" and file.spalten:
        return [*found, "spalten"]
    known = _OWN_FIELDS.get(file.form, FIELDS)
    return [*found, *_unknown_names(file), *(f"spalten.{name}" for name in file.spalten if name not in known)]


def _unknown_names(file: Fields) -> Iterator[str]:
    """Names of tables inside of tables, where only some have a meaning."""
    if file.form == "uebergaenge-schulen":
        yield from (f"merkmale.{name}" for name in file.merkmale if name not in TRANSITION_WORDS)
    if file.form == "ba-kleinraeumig":
        yield from (f"regionen.{name}" for name in file.regionen if name != BA_FIELDS[-1])
        yield from (f"filter.{name}" for name in file.filter if name != "zeitraum")


def lacking(file: Fields) -> list[str]:
    """What a file of this form cannot be read without."""
    if file.form == "genesis-flat":
        return [name for name in ("kennzahlen", "regionen") if not getattr(file, name)]
    if file.form in ("schulverzeichnis", "kdn-sozial", "uebergaenge-schulen"):
        return []
    found = [f"{name} (als Spalte oder fest)" for name in _open_fields(file)]
    if file.form == "ba-kleinraeumig" and not file.regionen:
        found.append("[datei.regionen.schluessel]")
    if file.form in MANY_HEADER_ROWS and not file.werte:
        found.append("mindestens ein [[datei.werte]]")
    if file.form == "lang" and not {"wert", "zaehler", "betrag", "untergrenze"} & set(file.spalten):
        found.append("eine Spalte für wert, betrag oder zaehler und nenner")
    return found


def contradiction(file: Fields) -> str:
    """What is said twice, or against the form; empty if nothing."""
    if file.dezimalzeichen == file.tausenderzeichen:
        return "dezimalzeichen und tausenderzeichen sind gleich"
    if file.form == "ba-kleinraeumig" and file.zeichen.get(BA_HIDDEN, "geheim") != "geheim":
        return 'Das Zeichen "*" heißt in dieser Form immer geheim'
    if file.form == "genesis-klassisch" and file.regionen and "raum" in file.spalten:
        return "spalten.raum und regionen nennen beide den Raum; eines davon genügt"
    return ""


def _open_fields(file: Fields) -> Iterator[str]:
    per_row = {"ba-kleinraeumig": {"raum", "zeitraum"}}.get(file.form, set())
    if file.form == "genesis-klassisch" and file.regionen:
        per_row = {"raum"}
    for name in ("kennzahl", "raum", "zeitraum"):
        per_value = bool(file.werte) and all(getattr(value, name, "") for value in file.werte)
        if not (getattr(file, name) or name in file.spalten or name in per_row or per_value):
            yield name
