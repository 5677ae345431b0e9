"""The typed form of ``lieferung.toml``. Keys are German because planners write them by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from dashboard.catalogue.models import Slug, Text
from dashboard.intake.sign import Meaning, Notation, Trailing
from dashboard.model import Partition

Form = Literal["lang", "breit", "genesis-flat", "schulverzeichnis", "kdn-sozial", "uebergaenge-schulen"]
Encoding = Literal["utf-8", "utf-8-sig", "cp1252", "iso-8859-1"]
Role = Literal["wert", "zaehler", "nenner", "betrag", "untergrenze", "obergrenze"]
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
#: In ``[datei.merkmale.…]`` of the form ``kdn-sozial``: what an Ausprägung is that feeds no category.
KDN_ONLY_TOTAL, KDN_WITHOUT_ANSWER = "nur-gesamt", "ohne-angabe"
_OWN_FIELDS: dict[str, tuple[str, ...]] = {
    "schulverzeichnis": SCHOOL_FIELDS, "kdn-sozial": KDN_FIELDS, "uebergaenge-schulen": TRANSITION_FIELDS,
}  # fmt: skip
ColumnName = Annotated[str, StringConstraints(min_length=1)]


class Part(BaseModel):
    """Base of all tables of a description: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ValueColumn(Part):
    """One value column of the form ``breit``: where it stands and what it feeds."""

    spalte: ColumnName
    kennzahl: str = ""
    zeitraum: str = ""
    merkmal: str = ""
    rolle: Role = "wert"
    einheit: str = ""


class Total(Part):
    """Parts that add up to a whole. ``sozialraeume`` and ``stadtbezirke`` stand for all of them."""

    teile: tuple[Text, ...] = Field(min_length=1)
    ganzes: Text
    toleranz: Decimal = Field(default=Decimal(0), ge=0)


class Checks(Part):
    """What must hold for the figures of a file. Limits in the indicator's unit, change in percent."""

    summen: tuple[Total, ...] = ()
    merkmale_summe: bool = False
    minimum: float | None = None
    maximum: float | None = None
    veraenderung_max: float | None = Field(default=None, gt=0)


class FileDescription(Part):
    """How one file (or one sheet of a workbook) is read."""

    name: Text
    form: Form
    zeichensatz: Encoding | None = None
    trennzeichen: Literal[";", ",", "|", "\t"] = ";"
    dezimalzeichen: Literal[",", "."] = ","
    tausenderzeichen: Literal["", ".", ",", " ", "'"] = ""
    blatt: str = ""
    kopfzeile: int = Field(default=1, ge=1)
    fusszeichen: str = ""
    kennzahl: str = ""
    raum: str = ""
    zeitraum: str = ""
    merkmal: str = ""
    ebene: Partition | None = None
    einheit: str = ""
    auszug: bool = False
    spalten: dict[str, ColumnName] = {}
    werte: tuple[ValueColumn, ...] = ()
    filter: dict[str, str | tuple[str, ...]] = {}
    kennzahlen: dict[str, str] = {}
    merkmale: dict[str, dict[str, str]] = {}
    regionen: dict[str, dict[str, str]] = {}
    raeume: dict[str, str] = {}
    auslassen: tuple[Text, ...] = ()
    zeichen: dict[str, Meaning] = {}
    nachzeichen: dict[Text, Trailing] = {}
    pruefung: Checks = Checks()

    @property
    def notation(self) -> Notation:
        """How figures are written in this file."""
        return Notation(self.dezimalzeichen, self.tausenderzeichen, self.zeichen, self.nachzeichen)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.dezimalzeichen == self.tausenderzeichen:
            raise ValueError("dezimalzeichen und tausenderzeichen sind gleich")
        if unused := self._unused():
            raise ValueError(f"Nicht vorgesehen bei form = „{self.form}“: {', '.join(unused)}")
        if lacking := self._lacking():
            raise ValueError(f"Für form = „{self.form}“ fehlt: {'; '.join(lacking)}")
        return self

    def _unused(self) -> list[str]:
        known = _OWN_FIELDS.get(self.form, FIELDS)
        given = {
            "werte": self.werte, "filter": self.filter, "kennzahlen": self.kennzahlen,
            "merkmale": self.merkmale, "regionen": self.regionen,
        }  # fmt: skip
        own: set[str] = {
            "breit": {"werte"},
            "genesis-flat": set(given) - {"werte"},
            "kdn-sozial": {"kennzahlen", "merkmale"},
            "uebergaenge-schulen": {"merkmale"},
        }.get(self.form, set())
        tables = [name for name, content in given.items() if content and name not in own]
        if self.form == "genesis-flat" and self.spalten:
            tables.append("spalten")
        if self.form == "uebergaenge-schulen":
            tables += [f"merkmale.{name}" for name in self.merkmale if name not in TRANSITION_WORDS]
        return tables + [f"spalten.{name}" for name in self.spalten if name not in known]

    def _lacking(self) -> list[str]:
        if self.form == "genesis-flat":
            return [name for name in ("kennzahlen", "regionen") if not getattr(self, name)]
        if self.form in _OWN_FIELDS:
            return []
        found = [f"{name} (als Spalte oder fest)" for name in self._open_fields()]
        if self.form == "breit" and not self.werte:
            found.append("mindestens ein [[datei.werte]]")
        if self.form == "lang" and not {"wert", "zaehler", "betrag", "untergrenze"} & set(self.spalten):
            found.append("eine Spalte für wert, betrag oder zaehler und nenner")
        return found

    def _open_fields(self) -> list[str]:
        open_fields = []
        for name in ("kennzahl", "raum", "zeitraum"):
            per_value = bool(self.werte) and all(getattr(value, name, "") for value in self.werte)
            if not (getattr(self, name) or name in self.spalten or per_value):
                open_fields.append(name)
        return open_fields


class Description(Part):
    """A whole ``lieferung.toml``: who delivered what and when, and how each file is read."""

    id: Slug
    titel: Text
    lieferant: Text
    ansprechstelle: Text
    eingegangen: date
    herkunft: Literal["delivered", "published"] = "delivered"
    quelle: str = ""
    beispiel: bool = False
    datei: tuple[FileDescription, ...] = Field(min_length=1)
