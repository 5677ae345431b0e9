"""The workbook that a supplier fills in: guide, table with lists to choose from, example, the lists."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from dashboard.export.template import example, guide
from dashboard.export.template.parts import HEADER_ROW, SHEET, SIGNS, Column, Template

_LISTS: Final = "Listen"
_LIST_COLUMNS: Final = ("raum", "zeitraum", "merkmal", "zeichen")
_NUMBERS: Final = ("wert", "zaehler", "nenner", "betrag")
_WIDTHS: Final = {"raum": 20, "zeitraum": 14, "merkmal": 34, "anmerkung": 40}
_ROWS: Final = 2000  # so many rows have lists and colours; more may be filled in
_INVENTED: Final = "Beispiel mit erfundenen Zahlen; dieses Blatt wird nicht gelesen"
_CREATED: Final = datetime(2000, 1, 1)  # two runs give the same bytes


def write(template: Template) -> bytes:
    """The workbook. Texts are written as texts: none of them is ever run as a formula."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": f"Vorlage: {template.indicator.title}", "created": _CREATED})
        styles = _styles(book)
        _guide(book, template, styles)
        table = _table(
            book, SHEET, f"{template.indicator.title} ({template.indicator.unit})", template, styles
        )
        sample = _table(book, "Beispiel", _INVENTED, template, styles)
        _fill(sample, template.columns, example.rows(template), styles)
        _lists(book, template, styles)
        _choices(book, table, template)
    return target.getvalue()


def _styles(book: Any) -> Mapping[str, Any]:
    return {
        "title": book.add_format({"bold": True, "font_size": 13}),
        "head": book.add_format({"bold": True, "bottom": 1, "bg_color": "#E9F2F1"}),
        "hint": book.add_format({"text_wrap": True, "valign": "top", "font_color": "#5A6670"}),
        "term": book.add_format({"bold": True, "valign": "top"}),
        "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
        "text": book.add_format({"num_format": "@"}),  # else 2024/25 would become a date
        "number": book.add_format({"num_format": "#,##0.###", "align": "right"}),
        "betrag": book.add_format({"num_format": "#,##0.00", "align": "right"}),
    }


def _style(column: Column, styles: Mapping[str, Any]) -> Any:
    if column.field not in _NUMBERS:
        return styles["text"]
    return styles["betrag" if column.field == "betrag" else "number"]


def _guide(book: Any, template: Template, styles: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet("Anleitung")
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    for at, (term, text) in enumerate(guide.lines(template)):
        sheet.write_string(at, 0, term, styles["term"])
        sheet.write_string(at, 1, text, styles["title" if at == 0 else "wrapped"])


def _table(book: Any, name: str, title: str, template: Template, styles: Mapping[str, Any]) -> Any:
    """A sheet with title, meanings and header."""
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0, title, styles["title"])
    sheet.set_row(1, 62)
    for at, column in enumerate(template.columns):
        sheet.set_column(at, at, _WIDTHS.get(column.field, 18), _style(column, styles))
        sheet.write_string(1, at, column.meaning, styles["hint"])
        sheet.write_string(HEADER_ROW - 1, at, column.head, styles["head"])
    sheet.freeze_panes(HEADER_ROW, 1)
    return sheet


def _fill(
    sheet: Any, columns: Sequence[Column], rows: Iterable[example.Row], styles: Mapping[str, Any]
) -> None:
    for number, row in enumerate(rows, start=HEADER_ROW):
        for at, column in enumerate(columns):
            value = row.get(column.field)
            if isinstance(value, str):
                sheet.write_string(number, at, value, _style(column, styles))
            elif value is not None:
                sheet.write_number(number, at, value, _style(column, styles))


def _entries(template: Template) -> Mapping[str, Sequence[str]]:
    return {
        "raum": [area.name for area in template.areas],
        "zeitraum": template.periods,
        "merkmal": template.categories,
        "zeichen": [sign.mark for sign in SIGNS],
    }


def _lists(book: Any, template: Template, styles: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet(_LISTS)
    heads = {column.field: column.head for column in template.columns} | {"zeichen": "Zeichen"}
    for field, entries in _entries(template).items():
        at = _LIST_COLUMNS.index(field)
        sheet.set_column(at, at, 30, styles["text"])
        if entries:
            sheet.write_string(0, at, heads[field], styles["head"])
        for row, entry in enumerate(entries, start=1):
            sheet.write_string(row, at, entry, styles["text"])


def _choices(book: Any, sheet: Any, template: Template) -> None:
    """Lists to choose from; signs are offered for numbers, and what is neither turns red."""
    wrong = book.add_format({"bg_color": "#FAD4D4"})
    first, last = HEADER_ROW, HEADER_ROW + _ROWS - 1
    for at, column in enumerate(template.columns):
        if column.field in _NUMBERS:
            rule = {"type": "formula", "criteria": _neither(at, template), "format": wrong}
            sheet.conditional_format(first, at, last, at, rule)
            # a number is no entry of the list: nothing is refused here
            choice = _choice("zeichen", template) | {"show_error": False}
        elif column.field in _LIST_COLUMNS:
            choice = _choice(column.field, template) | _refusal(column)
        else:
            continue
        sheet.data_validation(first, at, last, at, choice)


def _neither(column: int, template: Template) -> str:
    """The formula that is true for what is neither number nor sign; MATCH would take ``*`` for anything."""
    cell = f"{xl_col_to_name(column)}{HEADER_ROW + 1}"
    signs = _range("zeichen", template)
    return f'=AND({cell}<>"",NOT(ISNUMBER({cell})),SUMPRODUCT(--({signs}={cell}))=0)'


def _choice(field: str, template: Template) -> dict[str, Any]:
    return {"validate": "list", "source": f"={_range(field, template)}"}


def _refusal(column: Column) -> dict[str, Any]:
    """An earlier period may be right although no list names it: there the program only asks."""
    return {
        "error_type": "warning" if column.field == "zeitraum" else "stop",
        "error_title": f"{column.head}: nicht in der Liste",
        "error_message": f"{column.meaning}."[:255],
    }


def _range(field: str, template: Template) -> str:
    letter = xl_col_to_name(_LIST_COLUMNS.index(field))
    return f"{_LISTS}!${letter}$2:${letter}${len(_entries(template)[field]) + 1}"
