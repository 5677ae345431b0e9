"""The matrix as slides need it: its cells as a table, and how many areas reach or miss each target."""

from __future__ import annotations

from collections import Counter

from dashboard.answers.ziele.table_parts import Cell, Matrix
from dashboard.export.plate.heat import FILLS, HeatCell, HeatMap, HeatRow
from dashboard.export.plate.parts import Chart, Course
from dashboard.model import CITY
from dashboard.wording.goals import STATUS_ORDER
from dashboard.wording.signs import TARGET_WORDS

_HIDDEN, _NOTHING = "geschützt", "nicht beurteilt"


def titles(shown: Matrix) -> tuple[str, ...]:
    """The targets by their names; two of one name are told apart by their year."""
    many = Counter(row.title for row in shown.rows)
    return tuple(f"{row.title} ({row.year})" if many[row.title] > 1 else row.title for row in shown.rows)


def heat(shown: Matrix) -> HeatMap | None:
    """Targets by city and areas; None where no target is left. The programme's own stay longest."""
    if not shown.rows:
        return None
    rows = tuple(
        HeatRow(title, tuple(_cell(cell) for cell in row.cells), not row.example)
        for title, row in zip(titles(shown), shown.rows, strict=True)
    )
    used = {cell for row in rows for cell in row.cells}
    words: tuple[tuple[HeatCell, str], ...] = (
        *((status, TARGET_WORDS[status]) for status in STATUS_ORDER), ("hidden", _HIDDEN), (None, _NOTHING)
    )  # fmt: skip
    return HeatMap(
        title=shown.title,
        corner="Ziel",
        columns=tuple(column.name for column in shown.columns),
        rows=rows,
        words=tuple((cell, word) for cell, word in words if cell in used),
        focused=next((at for at, column in enumerate(shown.columns) if column.focused), None),
        rest="Ziele",
    )


def chart(shown: Matrix) -> Chart:
    """In how many areas each target is reached, on track, missed …: counts of the files' ``zielstatus``.

    The values of the targets have many units; what the matrix compares is their state.
    """
    counted = [Counter(cell.status for cell in row.cells if cell.area != CITY) for row in shown.rows]
    courses = tuple(
        Course(TARGET_WORDS[status], tuple(float(counts[status]) for counts in counted), fill=FILLS[status])
        for status in STATUS_ORDER
        if any(counts[status] for counts in counted)
    )
    title = "In so vielen Sozialräumen ist das Ziel …"
    return Chart("shares", title, titles(shown), courses, "Sozialräume", 0)


def _cell(cell: Cell) -> HeatCell:
    return "hidden" if cell.status is None and cell.text == "x" else cell.status
