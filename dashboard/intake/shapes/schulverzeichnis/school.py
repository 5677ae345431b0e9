"""One row of the directory becomes a school; unambiguous damage is repaired and counted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from dashboard.intake.context import Context
from dashboard.intake.facility import Facility
from dashboard.intake.finding import Place, quoted
from dashboard.intake.number import NumberError
from dashboard.intake.period import EXPECTED, PeriodError, parse_period
from dashboard.intake.shapes.schulverzeichnis.columns import SchoolRow

HAMM = "05915000"
_KEY_REPAIRED = "Der Gemeindeschlüssel hat seine führende Null verloren und wurde ergänzt"
_FLOAT_REPAIRED = "Ganze Zahlen stehen als Kommazahlen da und wurden zurückgesetzt"


class Repairs:
    """Repaired cells by what was repaired and in which column: one warning each, with the rows."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)

    def note(self, message: str, column: str, row: int, value: str, repaired: str) -> None:
        """Remember one repaired cell."""
        self._rows[message, column].append((row, value, repaired))

    def report(self, place: Place, context: Context) -> None:
        """One warning per kind of repair."""
        for (message, column), cells in self._rows.items():
            row, value, repaired = cells[0]
            rows = ", ".join(str(row) for row, _, _ in cells[:10]) + (", …" if len(cells) > 10 else "")
            text = f"{message}: {len(cells)} Zeilen ({rows})"
            context.findings.warning(
                place.at(row), text, column=column, value=value, expectation=f"{repaired} (so übernommen)"
            )


class SchoolReader:
    """Reads school rows of one table; problems go to the context, repairs to ``repairs``."""

    def __init__(self, place: Place, names: Mapping[str, str], context: Context) -> None:
        self._place, self._names, self._context = place, names, context
        self.repairs = Repairs()

    def is_ours(self, row: SchoolRow) -> bool:
        """Whether the row's municipality is Hamm; a key that lost its leading zero still is."""
        key = self._whole(row, "ags")
        if key == HAMM.lstrip("0"):
            self.repairs.note(_KEY_REPAIRED, self._names["ags"], row.number, row["ags"], HAMM)
        elif not re.fullmatch(r"\d{7,8}", key):
            self._error(row, "ags", "Das ist kein Gemeindeschlüssel", "acht Ziffern wie 05915000")
        return key.zfill(8) == HAMM

    def school(self, row: SchoolRow) -> Facility | None:
        """The school, or None after noting everything that is wrong with its row."""
        number, postcode = self._whole(row, "schulnummer"), self._whole(row, "postleitzahl")
        pupils, index = self._count(row, "schueler"), self._count(row, "sozialindex")
        sound = self._matches(row, "schulnummer", number, r"\d{6}", "sechs Ziffern")
        sound &= self._matches(row, "postleitzahl", postcode, r"\d{5}", "fünf Ziffern")
        if index is not None and not 1 <= index <= 9:
            self._error(row, "sozialindex", "Diese Stufe des Sozialindex gibt es nicht", "1 bis 9")
            return None
        name = " ".join(part for part in (row["name"], row["name2"]) if part)
        return Facility(number, name, row["schulform"], pupils, index, postcode, None) if sound else None

    def year(self, row: SchoolRow) -> int | None:
        """The year in which the row's school year begins."""
        try:
            return parse_period(row["schuljahr"], "school_year").year
        except PeriodError as error:
            self._error(row, "schuljahr", str(error), EXPECTED["school_year"])
            return None

    def _whole(self, row: SchoolRow, field: str) -> str:
        """The text of a field that is written with digits only; ``6.0`` becomes 6, with a repair noted."""
        text = row[field]
        if not re.fullmatch(r"\d+\.0", text):
            return text
        self.repairs.note(_FLOAT_REPAIRED, self._names[field], row.number, text, text[:-2])
        return text[:-2]

    def _count(self, row: SchoolRow, field: str) -> int | None:
        """A whole number; None for an empty cell (schools without an index) or a described sign."""
        text = self._whole(row, field)
        try:
            figure = self._context.file.notation.read(text)
        except NumberError as error:
            self._error(row, field, str(error), "eine ganze Zahl")
            return None
        if figure is None or figure.number is None:
            return None
        if figure.number < 0 or figure.number != figure.number.to_integral_value():
            self._error(row, field, "Das ist keine Anzahl", "eine ganze Zahl ab 0")
            return None
        return int(figure.number)

    def _matches(self, row: SchoolRow, field: str, text: str, pattern: str, expectation: str) -> bool:
        if re.fullmatch(pattern, text):
            return True
        self._error(row, field, f"{self._names[field]} {quoted(text)} ist ungültig", expectation)
        return False

    def _error(self, row: SchoolRow, field: str, message: str, expectation: str) -> None:
        self._context.findings.error(
            self._place.at(row.number),
            message,
            column=self._names[field],
            value=row[field],
            expectation=expectation,
        )
