"""What is wrong with a delivery, and where: one :class:`Finding` per problem, none of them lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a delivery: file, sheet (workbooks only) and physical row, counted from 1."""

    file: str
    row: int | None = None
    sheet: str = ""

    def at(self, row: int | None) -> Place:
        """The same file and sheet at another row."""
        return Place(self.file, row, self.sheet)


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem. ``value`` is what was found, ``expectation`` what should be there (both German)."""

    file: str
    sheet: str
    row: int | None
    column: str
    value: str
    expectation: str
    message: str
    severity: Severity

    @property
    def where(self) -> str:
        """The place in words, e.g. ``zahlen.xlsx, Tabelle1, Zeile 7, Spalte wert``."""
        parts = [self.file, self.sheet]
        parts += [f"Zeile {self.row}"] if self.row is not None else []
        parts += [f"Spalte {self.column}"] if self.column else []
        return ", ".join(part for part in parts if part)


class DeliveryError(ValueError):
    """A delivery is refused as a whole. ``findings`` holds every problem, warnings included."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        errors = sum(finding.severity == "error" for finding in findings)
        super().__init__(f"Lieferung abgelehnt: {errors} Fehler, {len(findings) - errors} Hinweise")


class Findings:
    """Collects problems while a delivery is read, in the order in which they are met, each once."""

    def __init__(self) -> None:
        self._all: dict[Finding, None] = {}

    def error(
        self, place: Place, message: str, *, column: str = "", value: object = "", expectation: str = ""
    ) -> None:
        """Note a problem that refuses the delivery."""
        self._note("error", place, message, column, value, expectation)

    def warning(
        self, place: Place, message: str, *, column: str = "", value: object = "", expectation: str = ""
    ) -> None:
        """Note a problem that somebody has to accept."""
        self._note("warning", place, message, column, value, expectation)

    def _note(
        self, severity: Severity, place: Place, message: str, column: str, value: object, expectation: str
    ) -> None:
        found = Finding(
            place.file, place.sheet, place.row, column, str(value), expectation, message, severity
        )
        self._all[found] = None  # the very same finding is noted once

    @property
    def has_errors(self) -> bool:
        """Whether at least one finding refuses the delivery."""
        return any(finding.severity == "error" for finding in self._all)

    def all(self) -> tuple[Finding, ...]:
        """Every finding: errors first, each in the order in which it was met."""
        return tuple(sorted(self._all, key=lambda finding: finding.severity != "error"))


def quoted(text: object, limit: int = 60) -> str:
    """A found text in German quotation marks, shortened so that a message stays readable."""
    shown = str(text)
    return f"„{shown if len(shown) <= limit else shown[: limit - 1] + '…'}“"
