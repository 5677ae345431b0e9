"""Figures as XLSX: real numbers on the first sheet, everything about them on the second.

Where there is no value, the cell holds the sign that tables print (x, ., …): a text that no sum counts.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from dashboard.answers.parts import Figures
from dashboard.answers.rows import STATUSES, Row
from dashboard.export.figures_csv import columns_of
from dashboard.wording.numbers import MARKS
from dashboard.wording.signs import STATUS_WORDS

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
    "lebensphase": "Lebensphase",
    "p": "p-Wert", "streuung_zuerst": "Streuung zuerst", "streuung_zuletzt": "Streuung zuletzt",
}  # fmt: skip
_WIDTHS = {"raum_name": 18, "vergleich": 24, "trend": 22, "quelle": 48, "kennzahl": 26}
_AMOUNTS = ("wert", "untergrenze", "obergrenze", "basis", "zielwert", "projektion", "projektion_untergrenze",
            "projektion_obergrenze", "streuung_zuerst", "streuung_zuletzt")  # fmt: skip
_COUNTS, _CHANCES = ("zaehler", "nenner"), ("p", "wahrscheinlichkeit")
_WHOLE, _TENTHS, _CENTS, _FINE, _YEAR = "#,##0", "#,##0.0", "#,##0.00", "0.000", "0"
_MARKS = {STATUSES[status]: mark for status, mark in MARKS.items()}
_SIGNS = (
    *((f"Zeichen {mark} (Status {STATUSES[status]})", STATUS_WORDS[status])
      for status, mark in MARKS.items()),
    ("Herkunft demo", "erzeugter Beispielwert, sagt nichts über Hamm"),
    ("Herkunft published", "veröffentlichter Wert mit Quelle"),
    ("Herkunft delivered", "gelieferter Wert"),
)  # fmt: skip
_LISTED = 12  # so many periods are named one by one
#: Part of every file: two runs give the same bytes.
_CREATED = datetime(2000, 1, 1)


def write(figures: Figures, link: str = "") -> bytes:
    """A workbook. Texts are written as texts: none of them is ever run as a formula.

    ``link``: the whole address of the view with its release; without it the one inside of the application.
    """
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": figures.title, "comments": figures.statement, "created": _CREATED})
        _values(book, figures)
        _about(book, figures, link or figures.address)
    return target.getvalue()


def _values(book: Any, figures: Figures) -> None:
    sheet = book.add_worksheet("Werte")
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    styles = {code: book.add_format({"num_format": code})
              for code in (_WHOLE, _TENTHS, _CENTS, _FINE, _YEAR)}  # fmt: skip
    right = book.add_format({"align": "right"})
    whole = _whole_numbers(figures.rows)
    columns = columns_of(figures.rows)
    for column, name in enumerate(columns):
        sheet.set_column(column, column, _WIDTHS.get(name, 13))
        sheet.write_string(0, column, _HEADINGS.get(name, name), bold)
        for number, row in enumerate(figures.rows, start=1):
            style = styles[_code(name, row, whole, figures.unit)]
            value = getattr(row, name)
            if name == "wert" and value is None and row.status in _MARKS:
                sheet.write_string(number, column, _MARKS[row.status], right)
            else:
                _cell(sheet, number, column, value, style)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(len(figures.rows), 1), len(columns) - 1)


def _whole_numbers(rows: Iterable[Row]) -> frozenset[str]:
    """Indicators whose values are all whole: counts."""
    every, broken = set(), set()
    for row in rows:
        every.add(row.kennzahl)
        if row.wert is not None and float(row.wert) % 1:
            broken.add(row.kennzahl)
    return frozenset(every - broken)


def _code(name: str, row: Row, whole: frozenset[str], unit: str) -> str:
    """How a number of this column looks; the cell holds it unrounded."""
    if name in _COUNTS:
        return _WHOLE
    if name in _CHANCES:
        return _FINE
    if name not in _AMOUNTS:
        return _YEAR  # numbers that name something: years, targets
    if isinstance(row.wert, Decimal) or unit == "€":
        return _CENTS
    return _WHOLE if name == "wert" and row.kennzahl in whole else _TENTHS


def _cell(sheet: Any, row: int, column: int, value: str | float | Decimal | None, style: Any) -> None:
    if value is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    else:
        sheet.write_number(row, column, value, style)


def _about(book: Any, figures: Figures, link: str) -> None:
    sheet = book.add_worksheet("Angaben")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    lines = (
        ("Titel", figures.title), ("Aussage", figures.statement), ("Einzelheiten", figures.detail),
        *figures.filters, *_contained(figures.rows), ("Einheit", figures.unit), ("Quelle", figures.source),
        ("Verweis", link), *(("Was man wissen sollte", note) for note in figures.notes),
        *(("Hinweis", notice) for notice in figures.notices), *_SIGNS,
    )  # fmt: skip
    for number, (term, text) in enumerate(lines):
        sheet.write_string(number, 0, term, bold)
        sheet.write_string(number, 1, text, wrapped)


def _contained(rows: Sequence[Row]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Which areas and periods the first sheet has rows of."""
    areas = dict.fromkeys(row.raum_name for row in rows if row.raum_name)
    periods = sorted({row.zeitraum for row in rows if row.zeitraum}, key=_by_year)
    named = ", ".join(periods)
    if len(periods) > _LISTED:
        named = f"{len(periods)} Zeiträume von {periods[0]} bis {periods[-1]}"
    return ("Enthaltene Räume", ", ".join(areas) or "keine"), ("Enthaltene Zeiträume", named or "keine")


def _by_year(period: str) -> tuple[str, str]:
    """ "Schuljahr 2018/19" and "31.12.2018" in the order of their years."""
    found = re.search(r"\d{4}", period)
    return (found[0] if found else "", period)
