"""Raw tables to typed entries: every entry is checked alone, every fault is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from pydantic import ValidationError

from dashboard.catalogue import german
from dashboard.catalogue.models import (
    Area,
    CostKind,
    Criterion,
    Distribution,
    Entry,
    Indicator,
    Measure,
    Membership,
    Population,
    Preset,
    Prices,
    Renamed,
    Retired,
    Source,
    StrategicGoal,
    Target,
)
from dashboard.catalogue.problem import NOT_GIVEN, Problem, quoted

E = TypeVar("E", bound=Entry)

#: The tables of a catalogue file and what one entry of each is.
TABLES: Mapping[str, type[Entry]] = {
    "quellen": Source,
    "flaechen": Area,
    "zugehoerigkeiten": Membership,
    "kostenarten": CostKind,
    "strategische_ziele": StrategicGoal,
    "kennzahlen": Indicator,
    "ziele": Target,
    "massnahmen": Measure,
    "preise": Prices,
    "kriterien": Criterion,
    "bezugsgruppen": Population,
    "vorlagen": Preset,
    "verteilungen": Distribution,
    "umbenannt": Renamed,
    "eingestellt": Retired,
}


@dataclass(frozen=True, slots=True)
class Located(Generic[E]):
    """A checked entry with the place it was read from."""

    file: str
    table: str
    entry: E

    def problem(self, key: str, found: object, expected: str) -> Problem:
        """A fault of this entry."""
        return Problem(self.file, self.table, key, quoted(found), expected)


@dataclass(slots=True)
class Tables:
    """The entries read so far, by table, and what was wrong with the others.

    ``refused`` keeps the ids of the others, so that nobody who refers to them is blamed as well;
    ``readable`` turns false when a whole file is missing and references cannot be judged.
    """

    entries: dict[str, list[Located[Any]]] = field(default_factory=lambda: {name: [] for name in TABLES})
    problems: list[Problem] = field(default_factory=list)
    refused: dict[str, set[object]] = field(default_factory=lambda: {name: set() for name in TABLES})
    readable: bool = True

    def of(self, table: str, entry_type: type[E]) -> Sequence[Located[E]]:
        """All entries of ``table``, which holds entries of ``entry_type``."""
        assert TABLES[table] is entry_type
        return cast(Sequence[Located[E]], self.entries[table])

    def complete(self, table: str) -> bool:
        """Whether no entry of ``table`` had to be refused, so that counting them makes sense."""
        return not self.refused[table]

    def read(self, file: str, raw: Mapping[str, Any]) -> None:
        """Take in one file's tables."""
        for table, rows in raw.items():
            if table not in TABLES:
                expected = "eine der Tabellen " + ", ".join(TABLES)
                self.problems.append(Problem(file, "Datei", "", quoted(table), expected))
                continue
            for number, row in enumerate(_rows(rows), start=1):
                self._read_row(file, table, row, number)

    def _read_row(self, file: str, table: str, row: object, number: int) -> None:
        place = f"{table} {label(row, number)}"
        try:
            entry = TABLES[table].model_validate(row)
        except ValidationError as error:
            self.problems += _problems(file, place, error)
            self.refused[table].add(_key(row))
        else:
            self.entries[table].append(Located(file, place, entry))


def label(row: object, number: int) -> str:
    """How a message names an entry: its id where it has one, else its place in the table."""
    if isinstance(row, Mapping) and row.get("part") and "id" not in row:
        return f"„{row['part']} in {row.get('whole', '?')}“"
    key = _key(row)
    return f"„{key}“" if key else f"Nr. {number}"


def _key(row: object) -> object:
    if not isinstance(row, Mapping):
        return None
    key = row.get("id", row.get("number"))
    return key if isinstance(key, str | int) else None


def _rows(rows: object) -> Iterable[object]:
    return rows if isinstance(rows, list) else [rows]


def _problems(file: str, place: str, error: ValidationError) -> list[Problem]:
    found = []
    for detail in error.errors(include_url=False):
        key = ".".join(str(part + 1) if isinstance(part, int) else part for part in detail["loc"])
        value = NOT_GIVEN if detail["type"] == "missing" else quoted(detail["input"])
        expected = german.expected(detail["type"], detail.get("ctx", {}))
        found.append(Problem(file, place, key, value, expected))
    return found
