"""Children of the schools of an area against the figure that was delivered for the area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dashboard.intake.context import Context
from dashboard.intake.facility import Transition
from dashboard.intake.finding import Place, quoted
from dashboard.model import CITY, TOTAL, Observation

_Cell = tuple[str, int, str]  # form, year, area


def check_school_sums(
    transitions: Sequence[Transition], figures: Iterable[Observation], context: Context
) -> None:
    """One warning per form and year that names every area whose schools do not make its figure.

    Areas are counted where children live, schools where they stand: a difference may be right, but
    somebody must have seen it.
    """
    added, known = _by_area(transitions), _delivered(figures)
    differing: dict[tuple[str, int], list[_Cell]] = defaultdict(list)
    for cell, amount in sorted(added.items()):
        if cell in known and abs(known[cell] - amount) >= 0.5:
            differing[cell[:2]].append(cell)
    for (form, year), cells in differing.items():
        _note(form, year, cells, added, known, context)


def _by_area(transitions: Iterable[Transition]) -> Mapping[_Cell, int]:
    """Children by form, year and area, and of the whole city; a form without a row counts as 0."""
    found: dict[_Cell, int] = defaultdict(int)
    rows = list(transitions)
    for form in {one.form for one in rows}:
        for one in rows:
            for area in (one.school.area, CITY):
                if area is not None:
                    found[form, one.year, area] += one.children if one.form == form else 0
    return found


def _delivered(figures: Iterable[Observation]) -> Mapping[_Cell, float]:
    return {
        (row.indicator, row.year, row.area): row.numerator
        for row in figures
        if row.origin == "delivered" and row.breakdown == TOTAL and row.reading == 0
        if row.numerator is not None
    }


def _note(
    form: str,
    year: int,
    cells: Sequence[_Cell],
    added: Mapping[_Cell, int],
    known: Mapping[_Cell, float],
    context: Context,
) -> None:
    areas = context.catalogue.areas
    named = ", ".join(f"{areas[area].name} {added[form, year, area]} statt {known[form, year, area]:g}"
                      for _, _, area in cells)  # fmt: skip
    context.findings.warning(
        Place(context.file.name),
        f"{quoted(context.catalogue.indicators[form].title)} {year}/{(year + 1) % 100:02d}: Die Schulen "
        f"ergeben andere Kinderzahlen, als für die Räume geliefert sind: {named}",
        value=f"{len(cells)} Räume weichen ab",
        expectation="dieselbe Summe, oder ein Grund (Wohnort der Kinder statt Lage der Schule)",
    )
