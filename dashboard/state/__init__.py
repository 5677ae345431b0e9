"""What a link carries: one typed view, and the only code that knows the names in an address.

``View.from_query`` never fails: what it does not know or cannot use falls back to the default
and is named in ``notices``. ``to_query`` is its inverse and leaves defaults out.
"""

from __future__ import annotations

from dashboard.state.choices import Choices, IndicatorChoice
from dashboard.state.place import (
    DATEN,
    GEHEIMHALTUNG,
    KARTE,
    KENNZAHL,
    KENNZAHLEN,
    KOSTEN,
    RESSOURCEN,
    SCHOOL_FORMS,
    SOZIALRAEUME,
    SOZIALRAUM,
    UEBERGAENGE,
    WIRKUNG,
    ZIELE,
    Parameter,
    Place,
)
from dashboard.state.reading import PARAMETERS, WHOLE
from dashboard.state.view import View

__all__ = [
    "DATEN",
    "GEHEIMHALTUNG",
    "KARTE",
    "KENNZAHL",
    "KENNZAHLEN",
    "KOSTEN",
    "PARAMETERS",
    "RESSOURCEN",
    "SCHOOL_FORMS",
    "SOZIALRAEUME",
    "SOZIALRAUM",
    "UEBERGAENGE",
    "WHOLE",
    "WIRKUNG",
    "ZIELE",
    "Choices",
    "IndicatorChoice",
    "Parameter",
    "Place",
    "View",
]
