"""The parts sentences are built from: agreement with the subject, "{n} von 100", places."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dashboard.catalogue.models import Indicator
from dashboard.model import Partition
from dashboard.wording.factors import count_word
from dashboard.wording.numbers import figure, number, rounded, spoken
from dashboard.wording.units import dative

#: Outside these limits (per cent) "n von 100" would be too coarse; the share is printed with decimals.
_PER_HUNDRED: Final = (1.5, 98.5)
_VERBS: Final = {
    "liegt": "liegen",
    "beträgt": "betragen",
    "ist": "sind",
    "reicht": "reichen",
    "schwankt": "schwanken",
    "steigt": "steigen",
    "sinkt": "sinken",
}
_UNIT_WORDS: Final = {"%": "Prozent", "€": "Euro"}
_PLACES: Final[dict[Partition, tuple[str, str, str]]] = {
    "sozialraum": ("Sozialraum", "Sozialräume", "Sozialräumen"),
    "stadtbezirk": ("Stadtbezirk", "Stadtbezirke", "Stadtbezirken"),
}


def capital(text: str) -> str:
    """The sentence begins: "in Hamm-Norden" → "In Hamm-Norden"."""
    return text[:1].upper() + text[1:]


def of_place(name: str) -> str:
    """ "von Mitte", "des Stadtbezirks Heessen"."""
    kind, _, rest = name.partition(" ")
    return f"des Stadtbezirks {rest}" if kind == "Stadtbezirk" and rest else f"von {name}"


def listed(words: Sequence[str]) -> str:
    """ "Lesen, Fehlzeiten und Sprache"."""
    return " und ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def measured(indicator: Indicator) -> str:
    """ "in Prozent", "in Indexpunkten", "Anzahl"; empty where the title says "je 1.000 …" itself."""
    if indicator.kind == "count" or indicator.unit == "Kennzahlen":
        return "Anzahl"
    if indicator.kind == "rate" and f"je {number(indicator.per)} " in indicator.title:
        return ""
    return f"in {_UNIT_WORDS.get(indicator.unit, dative(indicator.unit))}"


def verb(indicator: Indicator, singular: str, category: str = "") -> str:
    """ "liegt" or "liegen", as the subject asks (:func:`subject` of a share's category is singular)."""
    plural = indicator.plural and not _is_part(indicator, category)
    return _VERBS[singular] if plural else singular


def subject(indicator: Indicator, category: str = "") -> str:
    """The indicator as a sentence's subject; a category of a breakdown is a part or goes before it."""
    if _is_part(indicator, category):
        return f"Der Anteil „{category}“ ({indicator.short_title})"
    return f"{category}: {indicator.subject}" if category else capital(indicator.subject)


def _is_part(indicator: Indicator, category: str) -> bool:
    """Whether a category is a part of one whole; one with a phrase has a share in each category."""
    return bool(category) and indicator.kind == "share" and indicator.phrase is None


def places(partition: Partition, dative: bool = False) -> str:
    """ "Sozialräume", "Sozialräumen" (dative), "Stadtbezirke", …"""
    return _PLACES[partition][2 if dative else 1]


def counted_places(count: int, partition: Partition, more: bool = False) -> str:
    """ "drei Sozialräume", "ein Sozialraum", with ``more`` "drei weitere …", "ein weiterer …"."""
    if count == 1:
        return f"ein {'weiterer ' if more else ''}{_PLACES[partition][0]}"
    return f"{count_word(count)} {'weitere ' if more else ''}{places(partition)}"


def printed(value: float, indicator: Indicator) -> Decimal:
    """The value as it stands under the sentence: ratios and differences are taken of these."""
    return rounded(value, indicator.decimals)


def per_hundred(value: float, indicator: Indicator, category: str) -> str:
    """The whole number for "{n} von 100", empty where the phrase or the precision forbids it."""
    low, high = _PER_HUNDRED
    usable = indicator.phrase is not None and not category and indicator.kind == "share"
    return number(value) if usable and low <= value <= high else ""


def people_clause(indicator: Indicator, n: str) -> str:
    """The catalogue's phrase with its number: "wechseln 22 von 100 Kindern aufs Gymnasium"."""
    if indicator.phrase is None:
        raise ValueError(f"indicator {indicator.id} has no phrase")
    return indicator.phrase.per_hundred.replace("{n}", n)


def same_case(indicator: Indicator, n: str) -> str:
    """A second number beside the phrase's own: "35", or "bei 35" where the phrase says "bei {n}"."""
    preposition = "bei " if indicator.phrase and "bei {n}" in indicator.phrase.per_hundred else ""
    return f"{preposition}{n}"


def compared_clause(indicator: Indicator, factor: str, other: str) -> str:
    """The catalogue's phrase for two areas; the locative ``other`` replaces "{other}" or "in {other}"."""
    if indicator.phrase is None:
        raise ValueError(f"indicator {indicator.id} has no phrase")
    clause = indicator.phrase.compared.replace("{factor}", factor)
    return clause.replace("in {other}", other).replace("{other}", other)


def amount_is_place(indicator: Indicator) -> bool:
    """Whether a value "liegt bei" (percentages, steps of a scale) or "beträgt" (amounts)."""
    return indicator.unit == "%" or "(" in indicator.unit


def value_clause(indicator: Indicator, locative: str, value: float, category: str = "") -> str:
    """ "Die Übergangsquote liegt in Mitte bei 36,8 %", "Die Zahl der Fälle beträgt in Mitte 12"."""
    verb_word = verb(indicator, "liegt" if amount_is_place(indicator) else "beträgt", category)
    return f"{subject(indicator, category)} {verb_word} {place_and_value(indicator, locative, value)}"


def place_and_value(indicator: Indicator, locative: str, value: float) -> str:
    """ "in Mitte bei 36,8 %", "in Mitte 12 Fälle"; the bare count where the subject is "Die Zahl der …"."""
    if indicator.kind in ("count", "index") and indicator.subject.startswith("Die Zahl "):
        return f"{locative} {figure(value, indicator)}"
    joint = " bei " if amount_is_place(indicator) else " "
    return f"{locative}{joint}{spoken(value, indicator)}"
