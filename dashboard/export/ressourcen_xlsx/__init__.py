"""The distribution as a workbook of live formulas: a committee changes a weight and sees what follows.

Sheets: Verteilung (settings, need, largest remainder), Gewichte, Werte, Index (z-scores), Minimum, Angaben.
Only functions that Excel and LibreOffice both know are used; every formula has its value stored beside it.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from dashboard.answers.desk import Asking
from dashboard.answers.parts import Figures
from dashboard.answers.ressourcen import figures
from dashboard.answers.ressourcen.result import Result
from dashboard.export import figures_xlsx
from dashboard.export.ressourcen_xlsx import sheets
from dashboard.export.ressourcen_xlsx.distribution import distribution
from dashboard.export.ressourcen_xlsx.paper import Paper
from dashboard.export.ressourcen_xlsx.steps import steps_of

#: Part of every file: two runs give the same bytes.
_CREATED = datetime(2000, 1, 1)
_HOW = (
    "Gelb hinterlegte Zellen ändern: Menge, Schritt, Minimum, Stärke und Bezug auf „Verteilung“, Gewichte "
    "auf "
    "„Gewichte“. Alles andere sind Formeln. Die Spanne bei anderen Gewichten zeigt die Seite, nicht diese "
    "Datei."
)


def write(asking: Asking, link: str = "") -> bytes:
    """The workbook of a view; where nothing can be shared out, the plain figures with the reason.

    ``link``: the whole address of the view with its release; without it the one inside of the application.
    """
    result, shown = Result.of(asking), figures(asking)
    if result.allocation is None:
        return figures_xlsx.write(shown, link)
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": shown.title, "comments": shown.statement, "created": _CREATED})
        steps = steps_of(result)
        distribution(book, result, steps, sheets.FIRST, shown.statement)
        sheets.weights(book, steps)
        sheets.values(book, result, steps)
        sheets.index(book, result, steps)
        sheets.minimum(book, result, steps)
        _about(book, shown, link or shown.address)
    return target.getvalue()


def _about(book: Any, shown: Figures, link: str) -> None:
    paper = Paper(book, "Angaben", (32, 110))
    lines = (
        ("Titel", shown.title), ("So rechnen Sie nach", _HOW), ("Einzelheiten", shown.detail), *shown.filters,
        ("Quelle", shown.source), ("Verweis", link),
        *(("Was Sie wissen sollten", note) for note in shown.notes),
        *(("Hinweis", notice) for notice in shown.notices),
    )  # fmt: skip
    for row, (term, text) in enumerate(lines):
        paper.text(row, 0, term, paper.wrapped)
        paper.text(row, 1, text, paper.wrapped)
