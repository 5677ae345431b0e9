"""Units of a delivery: how many of the indicator's units one delivered unit is."""

from __future__ import annotations

import re
from decimal import Decimal

from dashboard.catalogue.models import Indicator
from dashboard.intake.finding import quoted

_SCALES = {"tsd": 1_000, "1000": 1_000, "mio": 1_000_000, "mrd": 1_000_000_000}
_SCALE = re.compile(r"(?P<scale>tsd|1000|mio|mrd)\.?(?:\s+|$)(?P<rest>.*)")
_EURO = {"eur", "euro", "€"}
_PERCENT = {"%", "prozent", "v. h."}


class UnitError(ValueError):
    """The unit is unknown, or not one of this indicator; the message is German."""


def factor(text: str, indicator: Indicator) -> Decimal:
    """How many of the indicator's units ``text`` is: 1 000 for „Tsd. EUR“. Raises UnitError."""
    if text.strip() == indicator.unit:
        return Decimal(1)
    scale, base = _split(text)
    if base not in _bases(indicator):
        raise UnitError(f"Einheit {quoted(text)} passt nicht zur Kennzahl in {quoted(indicator.unit)}")
    # a workbook stores what it shows as 21,9 % as 0.219
    return scale * (100 if base == "anteil" else 1)


def count_factor(text: str) -> Decimal:
    """The scale of a numerator or denominator: 1 000 for „Tsd. Personen“. Raises UnitError."""
    scale, base = _split(text)
    if base in _EURO | _PERCENT | {"anteil"}:
        raise UnitError(f"Einheit {quoted(text)} passt nicht zu einer Anzahl")
    return scale


def _split(text: str) -> tuple[Decimal, str]:
    plain = re.sub(r"\s+", " ", text.replace("1.000", "1000").strip().casefold())
    match = _SCALE.fullmatch(plain)
    if match is None:
        return Decimal(1), plain
    return Decimal(_SCALES[match["scale"]]), match["rest"]


def _bases(indicator: Indicator) -> set[str]:
    own = {indicator.unit.casefold()}
    if indicator.kind == "euro":
        return own | _EURO
    if indicator.unit == "%":
        return own | _PERCENT | ({"anteil"} if indicator.kind == "share" else set())
    return own | ({"", "anzahl", "personen"} if indicator.kind == "count" else set())
