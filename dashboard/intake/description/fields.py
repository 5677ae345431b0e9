"""The keys of ``lieferung.toml`` and their types. They are German because planners write them by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from dashboard.catalogue.models import Text
from dashboard.intake.sign import Meaning, Trailing
from dashboard.model import Partition

Form = Literal[
    "lang", "breit", "genesis-flat", "genesis-klassisch", "ba-kleinraeumig", "schulverzeichnis", "kdn-sozial",
    "uebergaenge-schulen",
]  # fmt: skip
Encoding = Literal["utf-8", "utf-8-sig", "cp1252", "iso-8859-1"]
Role = Literal["wert", "zaehler", "nenner", "betrag", "untergrenze", "obergrenze"]
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


class Fields(Part):
    """Every key that the description of one file may have, whatever its form."""

    name: Text
    form: Form
    zeichensatz: Encoding | None = None
    trennzeichen: Literal[";", ",", "|", "\t"] = ";"
    dezimalzeichen: Literal[",", "."] = ","
    tausenderzeichen: Literal["", ".", ",", " ", "'"] = ""
    blatt: str = ""
    kopfzeile: int = Field(default=1, ge=1)
    kopfzeilen: int = Field(default=1, ge=1, le=9)
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
    auffuellen: tuple[ColumnName, ...] = ()
    filter: dict[str, str | tuple[str, ...]] = {}
    kennzahlen: dict[str, str] = {}
    merkmale: dict[str, dict[str, str]] = {}
    regionen: dict[str, dict[str, str]] = {}
    raeume: dict[str, str] = {}
    auslassen: tuple[Text, ...] = ()
    zeichen: dict[str, Meaning] = {}
    nachzeichen: dict[Text, Trailing] = {}
    pruefung: Checks = Checks()
