"""Which school a row is about: its number, or its name where only one school has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dashboard.intake.context import Context
from dashboard.intake.facility import Facility
from dashboard.intake.finding import quoted
from dashboard.intake.record import Record
from dashboard.intake.shapes.schulverzeichnis.mean import FORM as PRIMARY
from dashboard.intake.shapes.uebergaenge_schulen.words import mapped, note
from dashboard.intake.vocabulary import suggestion

_EXPECTED = "Schulnummer oder Name einer Grundschule"


class Register:
    """The schools that are known; of one with entries for several years the latest counts.

    Invented schools are known only where there are no others.
    """

    def __init__(self, schools: Iterable[Facility]) -> None:
        given = sorted(schools, key=lambda school: school.year or 0)
        ordered = [school for school in given if not school.invented] or given
        self._by_number = {school.number: school for school in ordered}
        numbers: dict[str, set[str]] = defaultdict(set)
        for school in ordered:
            numbers[_plain(school.name)].add(school.number)
        self._by_name = numbers
        self._names = [name for school in self.primary for name in (school.name, school.number)]

    @property
    def primary(self) -> tuple[Facility, ...]:
        """All primary schools by number."""
        found = (school for school in self._by_number.values() if school.form == PRIMARY)
        return tuple(sorted(found, key=lambda school: school.number))

    @property
    def title(self) -> str:
        """Where the schools are from, for messages."""
        invented = any(school.invented for school in self._by_number.values())
        return "Beispieldaten (ein Schulverzeichnis ist nicht geliefert)" if invented else "Schulverzeichnis"

    def find(self, record: Record, context: Context) -> Facility | None:
        """The primary school of a row, or None after noting what is wrong with its cell."""
        text = mapped(record, "schule", context)
        numbers = {text} if text in self._by_number else self._by_name.get(_plain(text), set())
        if len(numbers) > 1:
            several = ", ".join(sorted(numbers))
            message = f"Den Namen {quoted(text)} haben mehrere Schulen ({several})"
            note(record, "schule", message, "die Schulnummer", context)
            return None
        school = self._by_number[next(iter(numbers))] if numbers else None
        if school is None or school.form != PRIMARY:
            self._refuse(record, text, school, context)
            return None
        return school

    def _refuse(self, record: Record, text: str, school: Facility | None, context: Context) -> None:
        if school is not None:
            message = f"{quoted(school.name)} ist keine Grundschule, sondern: {school.form}"
        elif not text:
            message = "Die Schule fehlt"
        else:
            message = f"Unbekannte Schule {quoted(text)}.{suggestion(text, self._names)}"
        note(record, "schule", message, f"{_EXPECTED} aus: {self.title}", context)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
