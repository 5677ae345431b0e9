"""Figures as JSON: the same columns as the CSV, with what they mean."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from dashboard.answers.parts import Figures


def write(figures: Figures) -> str:
    """Statement, definition and rows of a view. Euro amounts are numbers with two decimals."""
    content: dict[str, Any] = {
        "titel": figures.title,
        "aussage": figures.statement,
        "einzelheiten": figures.detail,
        "zeitraum": figures.period,
        "einheit": figures.unit,
        "herkunft": figures.origin,
        "quelle": figures.source,
        "stand": figures.release,
        "adresse": figures.address,
        "hinweise": list(figures.notices),
        "was_man_wissen_sollte": list(figures.notes),
        "werte": [asdict(row) for row in figures.rows],
    }
    if figures.indicators:
        content["kennzahlen"] = [asdict(indicator) for indicator in figures.indicators]
    return json.dumps(content, ensure_ascii=False, default=_number)


def _number(value: Any) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"Nicht als JSON darstellbar: {type(value).__name__}")
