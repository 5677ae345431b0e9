"""The values of a release as one JSON, in the shape in which every page hands out its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from dashboard.answers.daten.columns import ORIGINS
from dashboard.answers.daten.tables import Cell, DataTable, Whole

#: Terms of :attr:`~dashboard.answers.daten.tables.Whole.about` a reader of the bare values has to know.
_TO_KNOW: Final = ("Lizenz", "Geheimhaltung", "Grenzen")


def write(whole: Whole, address: str = "") -> bytes:
    """Rows of the table ``werte`` under its column names; see :mod:`dashboard.export.figures_json`.

    ``address``: of the page with this release, from the root.
    """
    values = whole.table("werte")
    names = values.names
    content: dict[str, Any] = {
        "titel": f"{whole.title}: alle Werte",
        "aussage": whole.statement,
        "einzelheiten": whole.detail,
        "zeitraum": _years(_column(values, "jahr")),
        "einheit": "je Kennzahl verschieden",
        "herkunft": _origin(_column(values, "herkunft")),
        "quelle": "; ".join(dict.fromkeys(str(title) for title in _column(values, "quelle"))),
        "stand": whole.release,
        "adresse": address,
        "hinweise": [],
        "was_man_wissen_sollte": [text for term, text in whole.about if term in _TO_KNOW],
        "werte": [dict(zip(names, map(_plain, row), strict=True)) for row in values.rows],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _column(values: DataTable, name: str) -> Sequence[Cell]:
    place = values.names.index(name)
    return [row[place] for row in values.rows]


def _years(years: Sequence[Cell]) -> str:
    known = sorted(year for year in years if isinstance(year, int))
    return f"{known[0]} bis {known[-1]}" if known else ""


def _origin(present: Sequence[Cell]) -> str:
    """The origin about which most has to be said: demo as soon as one value is."""
    return next((origin for origin in ORIGINS if origin in present), "published")


def _plain(cell: Cell) -> Cell:
    return float(cell) if isinstance(cell, Decimal) else cell
