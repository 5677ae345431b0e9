"""Rows of one feature in one area and period belong together: their total, and whether they make it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.intake.context import Context
from dashboard.intake.files.table import Table
from dashboard.intake.finding import quoted
from dashboard.intake.number import NumberError, format_number
from dashboard.intake.shapes.kdn_sozial.columns import ExportRow
from dashboard.intake.shapes.kdn_sozial.features import Feature


@dataclass(frozen=True, slots=True)
class Part:
    """One row read: ``count`` and ``whole`` are None where a sign stands in place of the number."""

    row: ExportRow
    category: str
    count: Decimal | None
    whole: Decimal | None


@dataclass(frozen=True, slots=True)
class Group:
    """All rows of one feature in one area and period. ``name`` is the supplier's."""

    name: str
    feature: Feature
    parts: tuple[Part, ...]

    @property
    def first(self) -> ExportRow:
        """The row that stands for the group."""
        return self.parts[0].row


class Totals:
    """Checks the sums of a file and notes what does not agree, with row, column, value and expectation."""

    def __init__(self, table: Table, names: Mapping[str, str], context: Context) -> None:
        self._table, self._names, self._context = table, names, context

    def number(self, row: ExportRow, field: str) -> Decimal | None:
        """The whole number of a cell; None for an explained sign. Raises NumberError."""
        figure = self._context.file.notation.read(row.cell(field).value)
        if figure is None:
            raise NumberError("Die Zelle ist leer")
        number = figure.number
        if number is not None and (number < 0 or number != number.to_integral_value()):
            raise NumberError("Eine Anzahl von Personen ist eine ganze Zahl, 0 oder mehr")
        return number

    def agree(self, group: Group, used: frozenset[str]) -> bool:
        """Whether each value stands once, all rows name one total, and the counts make it or stay below.

        ``used``: every Ausprägung that the file has for this feature; with all of them the counts must
        make the total exactly.
        """
        if not (self._once(group) and self._one_whole(group)):
            return False
        counts = [part.count for part in group.parts]
        whole = group.parts[0].whole
        known = [count for count in counts if count is not None]
        if whole is None or len(known) < len(counts):
            return True
        complete = used == {part.row["auspraegung"] for part in group.parts}
        complete &= group.feature.parts <= {part.category for part in group.parts}
        added = sum(known, Decimal(0))
        if added > whole or (complete and added < whole):
            self._unequal(group, added, whole, complete)
            return False
        return True

    def _once(self, group: Group) -> bool:
        first: dict[str, ExportRow] = {}
        right = True
        for part in group.parts:
            before = first.setdefault(part.row["auspraegung"], part.row)
            if before is not part.row:
                message = (
                    f"{_said(group)}: {quoted(part.row['auspraegung'])} steht schon in Zeile {before.number}"
                )
                self.note(part.row, "auspraegung", message, "jede Ausprägung einmal")
                right = False
        return right

    def _one_whole(self, group: Group) -> bool:
        known = [part for part in group.parts if part.whole is not None]
        different = [part for part in known if part.whole != known[0].whole]
        for part in different:
            message = f"{_said(group)}: Das Gesamt ist ein anderes als in Zeile {known[0].row.number}"
            self.note(part.row, "gesamt", message, format_number(known[0].whole or Decimal(0)))
        return not different

    def _unequal(self, group: Group, added: Decimal, whole: Decimal, complete: bool) -> None:
        rows = ", ".join(str(part.row.number) for part in group.parts)
        message = (
            f"{_said(group)}: Die {len(group.parts)} Anzahlen (Zeilen {rows}) ergeben "
            f"{format_number(added)}, das Gesamt ist {format_number(whole)}"
        )
        wanted = "genau" if complete else "höchstens"
        self.note(group.parts[-1].row, "anzahl", message, f"zusammen {wanted} {format_number(whole)}")

    def note(self, row: ExportRow, field: str, message: str, expectation: str) -> None:
        """An error at one cell."""
        self._context.findings.error(
            self._table.place.at(row.number),
            message,
            column=self._names[field],
            value=row[field],
            expectation=expectation,
        )


def used(groups: Iterable[Group]) -> dict[str, frozenset[str]]:
    """By feature: every Ausprägung in the file."""
    found: dict[str, set[str]] = {}
    for group in groups:
        found.setdefault(group.name, set()).update(part.row["auspraegung"] for part in group.parts)
    return {name: frozenset(values) for name, values in found.items()}


def _said(group: Group) -> str:
    return f"{group.name}, {group.first['raum']}, {group.first['zeitraum']}"
