"""The rows of the sheet „Beispiel“: invented figures that would pass every check, one of them a sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dashboard.export.template.parts import SIGNS, TOTAL_WORD, Template

Row = dict[str, str | int | float]
_HIDDEN: Final = SIGNS[0].mark
_PEOPLE_PER_CASE: Final = {"share": 3, "rate": 20}
_CENTS_PER_CASE: Final = 100_050


def rows(template: Template) -> tuple[Row, ...]:
    """One row per area and category of the first breakdown, in the latest period. Keys are fields."""
    categories = _first_dimension(template)
    *areas, city = template.areas
    cases = {
        area.name: {name: 12 + 3 * ((5 * at + 7 * number) % 11) for number, name in enumerate(categories)}
        for at, area in enumerate(areas)
    }
    cases[city.name] = {name: sum(found[name] for found in cases.values()) for name in categories}
    return tuple(row for area, counted in cases.items() for row in _of_area(template, area, counted))


def _first_dimension(template: Template) -> tuple[str, ...]:
    """Names of the categories that add up to the total; a single one where there is no breakdown."""
    dimensions = template.indicator.breakdowns
    if not dimensions or template.indicator.kind in ("mean", "index"):
        return (TOTAL_WORD,)
    return template.categories[1 : 1 + len(dimensions[0].categories)]


def _of_area(template: Template, area: str, counted: dict[str, int]) -> Iterator[Row]:
    total = sum(counted.values())
    by_category = counted if TOTAL_WORD in counted else {TOTAL_WORD: total, **counted}
    for name, cases in by_category.items():
        row: Row = {"raum": area, "zeitraum": template.periods[0]}
        if template.categories:
            row["merkmal"] = name
        row |= _figures(template, cases, total)
        if area == template.areas[-2].name and name == TOTAL_WORD:
            _hide(row)
        yield row


def _figures(template: Template, cases: int, total: int) -> Row:
    kind = template.indicator.kind
    if kind in _PEOPLE_PER_CASE:
        return {"zaehler": cases, "nenner": total * _PEOPLE_PER_CASE[kind]}
    if kind == "euro":
        return {"betrag": cases * _CENTS_PER_CASE / 100}
    return {"wert": cases if kind == "count" else cases / 10}


def _hide(row: Row) -> None:
    """How a figure is delivered that the supplier may not tell."""
    field = next(field for field in ("zaehler", "betrag", "wert") if field in row)
    row[field] = _HIDDEN
