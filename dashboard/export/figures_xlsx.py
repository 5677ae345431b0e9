"""Figures as XLSX: real numbers on the first sheet, everything about them on the second."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from dashboard.answers.parts import Figures
from dashboard.export.figures_csv import columns_of

_HEADINGS = {
    "kennzahl": "Kennzahl", "raum": "Raum (Kürzel)", "raum_name": "Raum", "zeitraum": "Zeitraum",
    "merkmal": "Merkmal", "wert": "Wert", "zaehler": "Zähler", "nenner": "Nenner",
    "untergrenze": "Untergrenze (95 %)", "obergrenze": "Obergrenze (95 %)",
    "vergleich": "Vergleich mit der übrigen Stadt",
    "trend": "Trend", "status": "Status", "herkunft": "Herkunft", "quelle": "Quelle", "stand": "Datenstand",
    "ziel": "Ziel (Kürzel)", "ziel_titel": "Ziel", "strategisches_ziel": "Strategisches Ziel",
    "beispielziel": "Beispielziel", "zieljahr": "Zieljahr", "basis": "Ausgangswert", "zielwert": "Zielwert",
    "zielstatus": "Status des Ziels", "projektion": "Projektion", "wahrscheinlichkeit": "Wahrscheinlichkeit",
    "projektion_untergrenze": "Projektion Untergrenze (95 %)",
    "projektion_obergrenze": "Projektion Obergrenze (95 %)", "ergebnis": "Ergebnis",
    "streuung_zuerst": "Streuung zuerst", "streuung_zuletzt": "Streuung zuletzt",
}  # fmt: skip
_WIDTHS = {"raum_name": 18, "vergleich": 24, "trend": 22, "quelle": 48, "kennzahl": 26}
_SIGNS = (
    ("leerer Wert, Status geheim", "Geheimhaltung: die Zahl ist klein oder verriete eine kleine"),
    ("leerer Wert, Status unbekannt", "kein Wert geliefert"),
    ("Herkunft demo", "erzeugter Beispielwert, sagt nichts über Hamm"),
    ("Herkunft published", "veröffentlichter Wert mit Quelle"),
    ("Herkunft delivered", "gelieferter Wert"),
)  # fmt: skip
#: Part of every file: two runs give the same bytes.
_CREATED = datetime(2000, 1, 1)


def write(figures: Figures) -> bytes:
    """A workbook. Texts are written as texts: none of them is ever run as a formula."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": figures.title, "comments": figures.statement, "created": _CREATED})
        _values(book, figures)
        _about(book, figures)
    return target.getvalue()


def _values(book: Any, figures: Figures) -> None:
    sheet = book.add_worksheet("Werte")
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = {"wert": _amount(book, figures), "untergrenze": _amount(book, figures),
               "obergrenze": _amount(book, figures), "zaehler": book.add_format({"num_format": "#,##0"}),
               "nenner": book.add_format({"num_format": "#,##0"})}  # fmt: skip
    columns = columns_of(figures.rows)
    for column, name in enumerate(columns):
        sheet.set_column(column, column, _WIDTHS.get(name, 13))
        sheet.write_string(0, column, _HEADINGS.get(name, name), bold)
        for number, row in enumerate(figures.rows, start=1):
            _cell(sheet, number, column, getattr(row, name), formats.get(name))
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(len(figures.rows), 1), len(columns) - 1)


def _amount(book: Any, figures: Figures) -> Any:
    return book.add_format({"num_format": "#,##0.00" if figures.unit == "€" else "#,##0.0"})


def _cell(sheet: Any, row: int, column: int, value: str | float | Decimal | None, style: Any) -> None:
    if value is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    else:
        sheet.write_number(row, column, value, style)


def _about(book: Any, figures: Figures) -> None:
    sheet = book.add_worksheet("Angaben")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    lines = (
        ("Titel", figures.title), ("Aussage", figures.statement), ("Einzelheiten", figures.detail),
        *figures.filters, ("Einheit", figures.unit), ("Quelle", figures.source), ("Verweis", figures.address),
        *(("Was man wissen sollte", note) for note in figures.notes),
        *(("Hinweis", notice) for notice in figures.notices), *_SIGNS,
    )  # fmt: skip
    for number, (term, text) in enumerate(lines):
        sheet.write_string(number, 0, term, bold)
        sheet.write_string(number, 1, text, wrapped)
