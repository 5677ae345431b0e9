"""The shares of the school forms as a table, each with its interval."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.answers.desk import Asking
from dashboard.answers.parts import Table
from dashboard.answers.uebergaenge.rounding import Cell, limits_of
from dashboard.answers.uebergaenge.year import Year, areas_of, fact_of
from dashboard.catalogue.models import Indicator
from dashboard.wording import periods
from dashboard.wording.numbers import MARKS, with_unit
from dashboard.wording.transitions import form_name, people_count, with_limits


def shares_table(
    asking: Asking,
    forms: tuple[Indicator, ...],
    rows: Mapping[str, tuple[Cell, ...]],
    found: Mapping[str, Year],
) -> Table:
    """One row per area that has any share, the city last; each share with its 95 % interval."""
    places = [area for area in (*areas_of(asking), asking.catalogue.city) if any(_known(rows[area.id]))]
    body = tuple(
        (
            area.name,
            *_cells(area.id, rows[area.id], forms, found),
            people_count(people(area.id, forms, found)),
        )
        for area in places
    )
    when = periods.period_title(asking.question.indicator, asking.question.year)
    header = ("Raum", *(form_name(form) for form in forms), "Kinder")
    return Table(
        f"Wechsel nach Schulformen, {when}; Anteile so gerundet, dass sie 100 % ergeben; in Klammern ihr "
        "95-%-Bereich",
        header,
        body,
    )


def _cells(
    area: str, cells: tuple[Cell, ...], forms: tuple[Indicator, ...], found: Mapping[str, Year]
) -> tuple[str, ...]:
    facts = [fact_of(found[form.id], area) for form in forms]
    return tuple(
        with_limits(share_text(cell), limits_of(cell, fact)) for cell, fact in zip(cells, facts, strict=True)
    )


def share_text(cell: Cell) -> str:
    """ "42,3 %", or the mark that says why there is no share."""
    if cell.printed is not None:
        return with_unit(cell.printed, "%", 1)
    return MARKS["hidden"] if cell.hidden else MARKS["nothing"]


def people(area: str, forms: tuple[Indicator, ...], found: Mapping[str, Year]) -> float | None:
    """All forms of an area have the same denominator; a hidden one leaves it to the others."""
    facts = [fact_of(found[form.id], area) for form in forms]
    return next(
        (fact.denominator for fact in facts if fact is not None and fact.denominator is not None), None
    )


def _known(cells: tuple[Cell, ...]) -> list[bool]:
    return [cell.share is not None or cell.hidden for cell in cells]
