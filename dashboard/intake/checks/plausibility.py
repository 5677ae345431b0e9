"""Limits that the description sets: range of values, change to the period before."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.catalogue.models import Indicator
from dashboard.intake.checks.duplicates import as_typed, shown
from dashboard.intake.context import Context
from dashboard.intake.finding import Place
from dashboard.intake.observe import Placed


def check_range(placed: Iterable[Placed], context: Context) -> None:
    """Values outside ``minimum`` … ``maximum`` are errors."""
    low, high = context.file.pruefung.minimum, context.file.pruefung.maximum
    for each in placed:
        value = each.observation.value
        if value is None or (low is None or value >= low) and (high is None or value <= high):
            continue
        context.findings.error(
            each.place,
            "Der Wert liegt außerhalb des beschriebenen Bereichs",
            column=each.column,
            value=shown(each.observation),
            expectation=" bis ".join("…" if limit is None else as_typed(limit) for limit in (low, high)),
        )


def check_change(placed: list[Placed], context: Context) -> None:
    """A change of more than ``veraenderung_max`` percent to the last period before is a warning."""
    limit = context.file.pruefung.veraenderung_max
    if limit is None:
        return
    series: dict[tuple[str, str, str, int], list[Placed]] = {}
    for each in placed:
        observation = each.observation
        if observation.value is not None:
            key = (observation.indicator, observation.area, observation.breakdown, observation.reading)
            series.setdefault(key, []).append(each)
    for found in series.values():
        found.sort(key=lambda each: each.observation.year)
        for before, after in zip(found, found[1:], strict=False):
            _compare(before, after, limit, context)


def _compare(before: Placed, after: Placed, limit: float, context: Context) -> None:
    old, new = before.observation.value, after.observation.value
    if old is None or new is None or (change := _percent(old, new)) <= limit:
        return
    context.findings.warning(
        after.place,
        f"Der Wert ändert sich um mehr als {limit:g} % gegenüber {before.observation.year} "
        f"({shown(before.observation)}, {before.where})",
        column=after.column,
        value=shown(after.observation),
        expectation=f"höchstens {limit:g} % Änderung; es sind {f'{change:.1f}'.replace('.', ',')} %",
    )


def _percent(old: float, new: float) -> float:
    """Change in percent of the old value; from zero every change is infinitely large."""
    if old == new:
        return 0.0
    return abs(new - old) / abs(old) * 100 if old else float("inf")


def check_fraction(placed: Iterable[Placed], context: Context) -> None:
    """Shares between 0 and 1 throughout: most likely a workbook's percent format, so somebody must look."""
    if context.file.einheit:
        return
    by_indicator: dict[str, list[Placed]] = {}
    for each in placed:
        if _is_share(context.catalogue.indicators[each.observation.indicator], each):
            by_indicator.setdefault(each.observation.indicator, []).append(each)
    for indicator, found in by_indicator.items():
        values = [each.observation.value or 0.0 for each in found]
        if max(values) > 1:
            _note_single_fractions(found, context)
        elif any(value % 1 for value in values):
            context.findings.warning(
                Place(context.file.name, found[0].place.row, found[0].place.sheet),
                f"Alle Werte von {indicator} liegen zwischen 0 und 1 %: Sind es Anteile statt Prozentwerte?",
                column=found[0].column,
                value=shown(found[0].observation),
                expectation='Werte in %, oder einheit = "Anteil"',
            )


def _note_single_fractions(found: Iterable[Placed], context: Context) -> None:
    """A cell far below its neighbours, and among them a hundred times as large: typed as 35,4 % in one place.

    Workbooks store what they show as 35,4 % as 0.354; neighbours are all areas and years of the category.
    """
    groups: dict[str, list[Placed]] = {}
    for each in found:
        groups.setdefault(each.observation.breakdown, []).append(each)
    for group in groups.values():
        values = [each.observation.value or 0.0 for each in group]
        usual = [value for value in values if value > 1]
        for each, value in zip(group, values, strict=True):
            if value % 1 and usual and _is_misplaced(value, min(usual), max(usual)):
                context.findings.warning(
                    each.place,
                    "Der Wert liegt weit unter den anderen: Ist er ein Anteil statt eines Prozentwerts?",
                    column=each.column,
                    value=shown(each.observation),
                    expectation=f"ein Wert in %, hier vielleicht {as_typed(value * 100)}",
                )


def _is_misplaced(value: float, lowest: float, highest: float) -> bool:
    """Whether ``value`` is not a tenth of what is usual, but would be usual in percent."""
    return 10 * value < lowest and lowest / 2 <= 100 * value <= 2 * highest


def _is_share(indicator: Indicator, placed: Placed) -> bool:
    """Whether the value stands for itself: counts beside it would contradict a fraction."""
    row = placed.observation
    counted = row.numerator is not None and row.denominator is not None
    return indicator.kind == "share" and row.value is not None and not counted
