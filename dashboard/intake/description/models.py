"""The typed form of ``lieferung.toml``, checked as a whole."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from dashboard.catalogue.models import Slug, Text
from dashboard.intake.description.fields import Fields, Part
from dashboard.intake.description.fitting import BA_HIDDEN, contradiction, lacking, unused
from dashboard.intake.sign import Meaning, Notation

_FOOTER = "__________"  # of every classic table of GENESIS


class FileDescription(Fields):
    """How one file (or one sheet of a workbook) is read."""

    @property
    def notation(self) -> Notation:
        """How figures are written in this file."""
        hidden: dict[str, Meaning] = {BA_HIDDEN: "geheim"} if self.form == "ba-kleinraeumig" else {}
        signs = {**self.zeichen, **hidden}
        return Notation(self.dezimalzeichen, self.tausenderzeichen, signs, self.nachzeichen)

    @property
    def footer(self) -> str:
        """With what the first cell of the footer begins; empty where the table runs to the end."""
        return self.fusszeichen or (_FOOTER if self.form == "genesis-klassisch" else "")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if problem := contradiction(self):
            raise ValueError(problem)
        if found := unused(self):
            raise ValueError(f"Nicht vorgesehen bei form = „{self.form}“: {', '.join(found)}")
        if found := lacking(self):
            raise ValueError(f"Für form = „{self.form}“ fehlt: {'; '.join(found)}")
        return self


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
