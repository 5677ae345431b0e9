"""What the controls offer for a view of one indicator."""

from __future__ import annotations

from dataclasses import replace

from dashboard.answers.parts import Cell, Controls, Option, Select
from dashboard.answers.question import Question
from dashboard.catalogue.catalogue import LIFE_PHASES
from dashboard.model import CITY, Partition
from dashboard.state import WHOLE, Choices, View
from dashboard.wording import periods

_PARTITIONS: dict[Partition, str] = {"sozialraum": "Sozialräume", "stadtbezirk": "Stadtbezirke"}
#: Names of the fields, in drawn order; a page may add its own.
SELECTS = ("lebensphase", "kennzahl", "merkmal", "ebene")
HIDDEN = ("raum", "stand")


def controls(question: Question) -> Controls:
    """Options and current values; the indicator shown is always among the options."""
    indicator, years, year = question.indicator, question.line.years, question.year
    label = periods.axis_label(indicator, year)
    area = question.catalogue.areas[question.view.raum]
    return Controls(
        selects=selects(question),
        hidden=hidden(question.view),
        cells=cells(question),
        city_href=replace(question.view, raum=CITY).address(question.choices),
        title=indicator.short_title,
        chosen=f"{'Ganze Stadt' if area.id == CITY else area.name} · {label}",
        with_years=True,
        years=years,
        year=year,
        year_label=label,
        first_label=periods.axis_label(indicator, years[0]) if years else "",
        period_kind=indicator.period,
    )


def selects(question: Question) -> tuple[Select, ...]:
    """Life phase, indicator, category and partition."""
    indicator, view, choices = question.indicator, question.view, question.choices
    choice = choices.indicators[view.kennzahl]
    partitions: tuple[Option, ...] = tuple((name, _PARTITIONS[name]) for name in choice.partitions)
    return (
        Select("lebensphase", "Lebensphase", _phases(choices), indicator.life_phase),
        Select("kennzahl", "Kennzahl", _indicators(question), indicator.id),
        Select("merkmal", "Merkmal", _categories(question), view.merkmal or WHOLE),
        Select("ebene", "Gliederung", partitions, view.ebene),
    )


def hidden(view: View) -> tuple[Option, ...]:
    """What the form carries along without showing it."""
    return (("raum", view.raum if view.raum != CITY else ""), ("stand", view.stand))


def cells(question: Question) -> tuple[Cell, ...]:
    """The areas of the partition that have a place in the 3×3."""
    return tuple(
        Cell(area.short_name, question.href(area.id), area.row, area.column, area.id == question.view.raum)
        for area in question.catalogue.partition(question.view.ebene)
        if area.row is not None and area.column is not None
    )


def _phases(choices: Choices) -> tuple[Option, ...]:
    return tuple((phase, title) for phase, title in LIFE_PHASES.items() if choices.in_phase(phase))


def _indicators(question: Question) -> tuple[Option, ...]:
    offered = question.choices.in_phase(question.indicator.life_phase)
    options = tuple((entry.id, _title(entry.title, bool(entry.partitions))) for entry in offered)
    return options or ((question.indicator.id, question.indicator.short_title),)


def _categories(question: Question) -> tuple[Option, ...]:
    choice = question.choices.indicators[question.view.kennzahl]
    if not choice.categories:
        return ()
    return ((WHOLE, "insgesamt"), *choice.categories) if choice.has_total else choice.categories


def _title(title: str, has_areas: bool) -> str:
    return title if has_areas else f"{title} (nur Stadt)"
