"""A sheet to write on: formulas with their value beside them, texts always as texts."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell


def cell(row: int, column: int, *, fixed: bool = False) -> str:
    """ "C5", or "$C$5"."""
    name: str = xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed)
    return name


def span(first: int, last: int, column: int) -> str:
    """A column's part as "$C$5:$C$13"."""
    return f"{cell(first, column, fixed=True)}:{cell(last, column, fixed=True)}"


class Paper:
    """One worksheet of a book with its few formats."""

    def __init__(self, book: Any, name: str, widths: tuple[float, ...]) -> None:
        self.sheet = book.add_worksheet(name)
        self.bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.input = book.add_format({"bg_color": "#FFF7E0", "border": 1, "bold": True})
        self.total = book.add_format({"bold": True, "top": 1, "num_format": "#,##0.00"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._numbers = {
            places: book.add_format({"num_format": "#,##0" + ("." + "0" * places if places else "")})
            for places in range(5)
        }
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def text(self, row: int, column: int, words: str, style: Any = None) -> None:
        """A text, never a formula."""
        self.sheet.write_string(row, column, words, style)

    def heads(self, row: int, words: tuple[str, ...]) -> None:
        """A row of headings."""
        for column, word in enumerate(words):
            self.text(row, column, word, self.bold)

    def number(self, row: int, column: int, value: float, places: int = 0) -> None:
        """A figure of the release."""
        self.sheet.write_number(row, column, value, self._numbers[places])

    def set(self, row: int, column: int, value: float) -> None:
        """A figure the reader may change: marked."""
        self.sheet.write_number(row, column, value, self.input)

    def formula(self, row: int, column: int, words: str, value: Any, style: Any = 2) -> None:
        """A formula and its present value; ``style``: a format or a number of decimals."""
        shown = self._numbers[style] if isinstance(style, int) else style
        self.sheet.write_formula(row, column, f"={words}", shown, value)
