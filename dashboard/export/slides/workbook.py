"""The data sheet inside a chart: what an office program opens under „Daten bearbeiten“."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter

from dashboard.export.plate.parts import Chart
from dashboard.export.slides.look import plain_format, values_of
from dashboard.export.slides.words import one_line

SHEET = "Sheet1"  # the name the chart's references have
_CREATED = datetime(2000, 1, 1)  # part of the file: two runs give the same bytes


def workbook(chart: Chart) -> bytes:
    """Categories down the first column, one column per course; gaps are empty cells."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": one_line(chart.title), "created": _CREATED})
        sheet = book.add_worksheet(SHEET)
        style = book.add_format({"num_format": plain_format(chart)})
        sheet.set_column(0, 0, 32)
        sheet.set_column(1, max(len(chart.courses), 1), 16)
        for row, category in enumerate(chart.categories, start=1):
            sheet.write_string(row, 0, one_line(category))
        for column, course in enumerate(chart.courses, start=1):
            sheet.write_string(0, column, one_line(course.name))
            for row, value in enumerate(values_of(chart, course), start=1):
                if value is not None:
                    sheet.write_number(row, column, value, style)
    return target.getvalue()
