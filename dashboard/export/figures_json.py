"""Figures as JSON: the same columns as the CSV, with what they mean."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from dashboard.answers.parts import KarteAnswer
from dashboard.answers.rows import Row


def write(answer: KarteAnswer, rows: Sequence[Row]) -> str:
    """Statement, definition and rows of a view. Euro amounts are numbers with two decimals."""
    content = {
        "titel": answer.indicator.title,
        "aussage": answer.said.headline,
        "einzelheiten": answer.said.detail,
        "zeitraum": answer.said.period,
        "einheit": answer.indicator.unit,
        "herkunft": answer.foot.origin,
        "quelle": answer.foot.source,
        "stand": answer.foot.release,
        "adresse": answer.address,
        "hinweise": list(answer.said.notices),
        "was_man_wissen_sollte": list(answer.method.notes),
        "werte": [asdict(row) for row in rows],
    }
    return json.dumps(content, ensure_ascii=False, default=_number)


def _number(value: Any) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"Nicht als JSON darstellbar: {type(value).__name__}")
