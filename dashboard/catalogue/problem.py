"""What is wrong in a catalogue: one line per problem, and the error that carries them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NOT_GIVEN = "nichts"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it stands (file, table with id, key), what was found, what was expected."""

    file: str
    table: str
    key: str
    found: str
    expected: str

    def __str__(self) -> str:
        key = f", Schlüssel „{self.key}“" if self.key else ""
        return f"{self.file}, {self.table}{key}: gefunden {self.found}, erwartet {self.expected}"


class CatalogueError(Exception):
    """The catalogue cannot be used. ``problems`` names every fault, ``str()`` lists them in German."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        head = "Der Katalog enthält einen Fehler:" if count == 1 else f"Der Katalog enthält {count} Fehler:"
        super().__init__("\n".join([head, *(f"  {problem}" for problem in self.problems)]))


def quoted(value: object) -> str:
    """A found value as it is shown in a message: „text“, plain numbers, ``nichts`` for nothing."""
    if value is None or value == "":
        return NOT_GIVEN
    if isinstance(value, bool):
        return "ja (true)" if value else "nein (false)"
    if isinstance(value, int | float):
        return str(value).replace(".", ",")
    text = str(value)
    return f"„{text if len(text) <= 60 else text[:57] + '…'}“"
