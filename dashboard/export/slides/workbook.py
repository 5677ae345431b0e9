"""The data sheet inside a chart: what an office program opens under „Daten bearbeiten“."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from dashboard.export.plate.parts import Chart
from dashboard.export.slides import waterfall
from dashboard.export.slides.formats import plain_format
from dashboard.export.slides.look import values_of
from dashboard.export.slides.words import one_line

SHEET = "Sheet1"  # the name the chart's references have
_CREATED = datetime(2000, 1, 1)  # part of the file: two runs give the same bytes


def workbook(chart: Chart) -> bytes:
    """Categories down the first column, one column per course; gaps are empty cells."""
    with _sheet(chart, len(chart.courses)) as (target, sheet, style):
        for column, course in enumerate(chart.courses, start=1):
            sheet.write_string(0, column, one_line(course.name))
            for row, value in enumerate(values_of(chart, course), start=1):
                if value is not None:
                    sheet.write_number(row, column, value, style)
    return target.getvalue()


def steps_book(chart: Chart, drawn: Chart) -> bytes:
    """A waterfall's sheet: the amounts stand in one column, and formulas make the columns' pieces of them.

    ``drawn``: the same chart by series. Behind them stand „Betrag“ (the plate's own values) and „Stand“.
    """
    amount, level = (xl_col_to_name(len(drawn.courses) + more) for more in (1, 2))
    with _sheet(chart, len(drawn.courses) + 2) as (target, sheet, style):
        for column, name in enumerate([*(one.name for one in drawn.courses), "Betrag", "Stand"], start=1):
            sheet.write_string(0, column, name)
        for row, step in enumerate(waterfall.steps(chart), start=1):
            if step is None:
                continue
            sheet.write_number(f"{amount}{row + 1}", step.value, style)
            before = "0" if step.total else f"{level}{row}"
            sheet.write_formula(f"{level}{row + 1}", f"={before}+{amount}{row + 1}", style, step.end)
            cells = Cells(f"{amount}{row + 1}", before, f"{level}{row + 1}")
            for column, course in enumerate(drawn.courses, start=1):
                formula = cells.formula(course.name, total=step.total)
                if formula:
                    sheet.write_formula(row, column, formula, style, course.values[row - 1] or 0)
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class Cells:
    """Where a step's amount and the levels before and after it stand."""

    amount: str
    before: str
    after: str

    def formula(self, name: str, *, total: bool) -> str:
        """What makes the step's piece of a series of its amount; "" where it can have none."""
        low, high = f"MIN({self.before},{self.after})", f"MAX({self.before},{self.after})"
        if total or name == waterfall.TOTAL:
            return f"={self.amount}" if total and name == waterfall.TOTAL else ""
        if name == waterfall.BASE:
            return f"=MAX({low},0)+MIN({high},0)"
        sign = ">" if name in (waterfall.UP, waterfall.UP_BELOW) else "<"
        below = name in (waterfall.UP_BELOW, waterfall.DOWN_BELOW)
        piece = f"MIN({low},0)-MIN({high},0)" if below else f"MAX({high},0)-MAX({low},0)"
        return f"=IF({self.amount}{sign}0,{piece},0)"


@contextmanager
def _sheet(chart: Chart, columns: int) -> Iterator[tuple[io.BytesIO, Any, Any]]:
    """A sheet with the categories; its bytes are in the target behind the block."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": one_line(chart.title), "created": _CREATED})
        sheet = book.add_worksheet(SHEET)
        style = book.add_format({"num_format": plain_format(chart)})
        sheet.set_column(0, 0, 32)
        sheet.set_column(1, max(columns, 1), 16)
        for row, category in enumerate(chart.categories, start=1):
            sheet.write_string(row, 0, one_line(category))
        yield target, sheet, style
