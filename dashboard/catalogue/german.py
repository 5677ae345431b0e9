"""Pydantic's complaints in German: what the key should have held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Context = Mapping[str, Any]

SLUG = "eine Kennung aus Kleinbuchstaben, Ziffern und Bindestrichen"


def _choices(context: Context) -> str:
    words = str(context["expected"]).replace(" or ", ", ").replace("'", "")
    return "eines von: " + words


_EXPECTED: dict[str, Callable[[Context], str]] = {
    "missing": lambda _: "eine Angabe (Pflichtfeld)",
    "extra_forbidden": lambda _: "nur bekannte Schlüssel",
    "literal_error": _choices,
    "string_pattern_mismatch": lambda _: SLUG,
    "string_too_short": lambda _: "einen Text, der nicht leer ist",
    "string_type": lambda _: "einen Text",
    "int_type": lambda _: "eine ganze Zahl",
    "int_parsing": lambda _: "eine ganze Zahl",
    "int_from_float": lambda _: "eine ganze Zahl",
    "float_type": lambda _: "eine Zahl",
    "float_parsing": lambda _: "eine Zahl",
    "bool_type": lambda _: "true oder false",
    "bool_parsing": lambda _: "true oder false",
    "tuple_type": lambda _: "eine Liste",
    "model_type": lambda _: "eine Tabelle mit Schlüsseln",
    "greater_than": lambda context: f"eine Zahl über {context['gt']}",
    "greater_than_equal": lambda context: f"eine Zahl ab {context['ge']}",
    "less_than_equal": lambda context: f"eine Zahl bis {context['le']}",
    "too_short": lambda context: f"mindestens {context['min_length']} Einträge",
    "too_long": lambda context: f"höchstens {context['max_length']} Einträge",
}


def expected(kind: str, context: Context) -> str:
    """What pydantic's error ``kind`` asks for, as a German noun phrase."""
    known = _EXPECTED.get(kind)
    return known(context) if known else f"einen gültigen Wert (Regel „{kind}“)"
