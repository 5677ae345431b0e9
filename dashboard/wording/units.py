"""How digits and units are held together: no-break spaces, nouns after "1", scales."""

from __future__ import annotations

import re
from typing import Final

NBSP: Final = "\u00a0"
NARROW: Final = "\u202f"
MINUS: Final = "\u2212"

_PERCENT: Final = re.compile(r"(?<=\d) (?=%)")
_AMOUNT: Final = re.compile(r"(?<=\d) (?=(?:€|Mio\.|Mrd\.|Tsd\.|Punkte)(?!\w))|(?<=(?:Mio|Mrd|Tsd)\.) (?=€)")
_SINGULAR: Final = {
    "Angebote": "Angebot",
    "Eltern": "Elternteil",
    "Fachkräfte": "Fachkraft",
    "Fälle": "Fall",
    "Familien": "Familie",
    "Geburten": "Geburt",
    "Hilfen": "Hilfe",
    "Indexpunkte": "Indexpunkt",
    "Jugendliche": "Jugendlicher",
    "Kennzahlen": "Kennzahl",
    "Kinder": "Kind",
    "Kinder und Jugendliche": "Kind oder Jugendlicher",
    "Kitas": "Kita",
    "Messpunkte": "Messpunkt",
    "Personen": "Person",
    "Punkte": "Punkt",
    "Schülerinnen und Schüler": "Schülerin oder Schüler",
    "Stellen": "Stelle",
}

_DATIVE: Final = {
    "Angebote": "Angeboten",
    "Fälle": "Fällen",
    "Indexpunkte": "Indexpunkten",
    "Kinder": "Kindern",
    "Messpunkte": "Messpunkten",
    "Punkte": "Punkten",
    "Schülerinnen und Schüler": "Schülerinnen und Schülern",
    "Stufe": "Stufen",
    "Tage": "Tagen",
}


def dative(unit: str) -> str:
    """ "Kindern je 10.000 unter 18", "Punkten"; unchanged where both cases are the same."""
    head = max((noun for noun in _DATIVE if f"{unit} ".startswith(f"{noun} ")), key=len, default="")
    return f"{_DATIVE[head]}{unit[len(head) :]}" if head else unit


def typeset(text: str) -> str:
    """Prose of the catalogue for the page: numbers held to "%", "€", "Mio." and "Punkte" behind them."""
    return _AMOUNT.sub(NBSP, _PERCENT.sub(NARROW, text))


def joined(digits: str, unit: str) -> str:
    """Printed digits and their unit, held together; the noun in the singular after "1"."""
    if unit == "%":
        return f"{digits}{NARROW}%"
    if "(" in unit:
        head, scale = unit.split("(", 1)
        return f"{head.strip()}{NBSP}{digits} ({scale}"
    if digits.lstrip("+±" + MINUS) == "1":
        unit = _SINGULAR.get(unit, unit)
    return f"{digits}{NBSP}{unit}" if unit else digits
