"""Signs in place of, around and behind a number (DIN 55301), read only as the delivery explains them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dashboard.intake.finding import quoted
from dashboard.intake.number import NumberError, parse_number
from dashboard.model import Status

Meaning = Literal[
    "nichts", "unbekannt", "spaeter", "unsicher", "geheim", "sinnlos", "nicht-verfuegbar", "null"
]  # fmt: skip
Trailing = Literal["vorlaeufig", "berichtigt", "geschaetzt", "endgueltig", "fussnote"]
Value = str | Decimal  #: what a cell holds: a text, or a number that the workbook stored as one

_STATUS: dict[Meaning, Status] = {
    "nichts": "nothing", "unbekannt": "unknown", "spaeter": "later", "unsicher": "uncertain",
    "geheim": "hidden", "sinnlos": "senseless", "nicht-verfuegbar": "unknown", "null": "valid",
}  # fmt: skip
_TRAILING: dict[Trailing, tuple[Status, str]] = {
    "vorlaeufig": ("provisional", ""),
    "berichtigt": ("valid", "berichtigter Wert"),
    "geschaetzt": ("limited", "geschätzter Wert"),
    "endgueltig": ("valid", ""),
    "fussnote": ("valid", "mit Fußnote des Lieferanten"),
}
#: the letters of the column ``value_q`` in GENESIS flat files
QUALITY: dict[str, Trailing] = {
    "e": "endgueltig", "p": "vorlaeufig", "r": "berichtigt", "s": "geschaetzt",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell read: a number, or the reason why there is none."""

    number: Decimal | None
    status: Status = "valid"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Notation:
    """How one file writes figures: marks, signs instead of a number, signs behind a number."""

    decimal: str = ","
    thousands: str = ""
    signs: Mapping[str, Meaning] | None = None
    trailing: Mapping[str, Trailing] | None = None

    def read(self, value: Value) -> Figure | None:
        """The figure in a cell; None for an empty cell that no sign explains. Raises NumberError."""
        text = str(value).strip()
        meaning = (self.signs or {}).get(text)
        if meaning is not None:
            return Figure(Decimal(0) if meaning == "null" else None, _STATUS[meaning])
        if isinstance(value, Decimal):
            return Figure(value)
        return self._number(text) if text else None

    def _number(self, text: str) -> Figure:
        bracketed = text.startswith("(") and text.endswith(")")
        inner, status, note = self._split(text[1:-1].strip() if bracketed else text)
        if not re.search(r"\d", inner) and len(inner) <= 4:
            raise NumberError(
                f"Das Zeichen {quoted(text)} ist in lieferung.toml nicht erklärt ([datei.zeichen])"
            )
        number = parse_number(inner, self.decimal, self.thousands)
        return Figure(number, "limited" if bracketed else status, note)

    def _split(self, text: str) -> tuple[str, Status, str]:
        for sign, meaning in (self.trailing or {}).items():
            front = text.removesuffix(sign).rstrip()
            if front != text and front[-1:].isdigit():
                return front, *_TRAILING[meaning]
        return text, "valid", ""


def qualified(figure: Figure, letter: str) -> Figure:
    """The figure with its ``value_q`` letter applied. Raises NumberError for an unknown letter."""
    if not letter:
        return figure
    if letter not in QUALITY:
        raise NumberError(f"Unbekanntes Qualitätskennzeichen {quoted(letter)} (bekannt: e, p, r, s)")
    if figure.number is None:
        return figure
    status, note = _TRAILING[QUALITY[letter]]
    return Figure(figure.number, status if figure.status == "valid" else figure.status, note)
