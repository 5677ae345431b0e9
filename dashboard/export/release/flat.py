"""The values of a release as one CSV: for German spreadsheets, or plain for machines."""

from __future__ import annotations

from dashboard.answers.daten.tables import Whole
from dashboard.export import figures_csv


def write(whole: Whole, *, machine: bool = False) -> bytes:
    """The table ``werte``; see :mod:`dashboard.export.figures_csv` for the two dialects."""
    values = whole.table("werte")
    return figures_csv.table(values.names, values.rows, machine=machine)
