"""Names of columns whose header has several rows: merged cells are carried to the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.intake.description.models import FileDescription
from dashboard.intake.sign import Value

JOINT = " / "
_NUMBERED = ("genesis-klassisch", "ba-kleinraeumig")  # forms with columns that have no name


def column_names(rows: Sequence[Sequence[Value]], file: FileDescription) -> tuple[str, ...]:
    """The name of each column up to the last one that has any.

    Several rows are joined (``Benzin / Euro 1``). In forms with nameless columns, and under several
    header rows, such a column is called ``Spalte 1`` by its place, and names that several columns share
    carry their place: ``Anzahl [Spalte 4]``.
    """
    texts = [[" ".join(str(cell).split()) for cell in row] for row in rows]
    width = max((at + 1 for row in texts for at, text in enumerate(row) if text), default=0)
    padded = [(row + [""] * width)[:width] for row in texts]
    if len(padded) == 1 and file.form not in _NUMBERED:
        return tuple(str(cell).strip() for cell in rows[0][:width])
    joined = [JOINT.join(filter(None, parts)) for parts in zip(*_carried(padded), strict=True)]
    shared = Counter(joined)
    return tuple(_named(at, name, shared[name]) for at, name in enumerate(joined, start=1))


def _carried(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Every row but the lowest with its merged cells filled, below one and the same cell only.

    The lowest row names single columns: one without a name there is not the same as its neighbour.
    """
    found: list[list[str]] = []
    for row in rows[:-1]:
        filled: list[str] = []
        for at, text in enumerate(row):
            same = at > 0 and all(above[at] == above[at - 1] for above in found)
            filled.append(text or (filled[at - 1] if same else ""))
        found.append(filled)
    return [*found, list(rows[-1])]


def _named(at: int, name: str, columns: int) -> str:
    if not name:
        return f"Spalte {at}"
    return name if columns == 1 else f"{name} [Spalte {at}]"
