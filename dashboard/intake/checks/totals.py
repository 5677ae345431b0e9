"""Totals that the description promises: areas add up to a whole, categories to their total."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from dashboard.catalogue.models import Breakdown, Indicator
from dashboard.intake.checks.sums import Measure, by_cell, by_table, measures, total
from dashboard.intake.context import Context
from dashboard.intake.description.fields import Total
from dashboard.intake.finding import Place, quoted
from dashboard.intake.number import format_number, trimmed
from dashboard.intake.observe import Placed
from dashboard.intake.vocabulary import area_ids
from dashboard.model import TOTAL


def check_area_totals(placed: list[Placed], context: Context) -> None:
    """Each promised sum over areas, for every indicator, period and breakdown of the file."""
    for promise in context.file.pruefung.summen:
        parts = _parts(promise, context)
        whole = _area(promise.ganzes, context)
        if parts is None or whole is None:
            continue
        checked = [
            _compare([areas[part] for part in parts], areas[whole], measure, promise.toleranz, context)
            for (indicator, _, _), areas in by_table(placed).items()
            if whole in areas and set(parts) <= set(areas)
            for measure in measures(context.catalogue.indicators[indicator])
        ]
        if not any(checked):
            _unchecked(promise, context)


def check_category_totals(placed: list[Placed], context: Context) -> None:
    """Additive categories against their total, where all of them were delivered with numbers."""
    if not context.file.pruefung.merkmale_summe:
        return
    for observation, by_breakdown in by_cell(placed):
        indicator = context.catalogue.indicators[observation.indicator]
        for dimension in indicator.breakdowns:
            parts = [by_breakdown[each.id] for each in dimension.categories if each.id in by_breakdown]
            if dimension.additive and len(parts) == len(dimension.categories):
                _compare_categories(parts, by_breakdown, dimension, indicator, context)


def _compare_categories(
    parts: list[Placed],
    by_breakdown: Mapping[str, Placed],
    dimension: Breakdown,
    indicator: Indicator,
    context: Context,
) -> None:
    whole = by_breakdown.get(TOTAL)
    if whole is None:
        if indicator.kind == "share":
            _hundred(parts, dimension, context)
        return
    for measure in measures(indicator):
        # categories of a share divide its numerator; the denominator is the same for all of them
        if measure.attribute != "denominator":
            _compare(parts, whole, measure, Decimal(0), context)


def _hundred(parts: list[Placed], dimension: Breakdown, context: Context) -> None:
    """Without a total, the shares of an additive dimension make 100 % (each rounded to one place)."""
    added = total(parts, Measure("Anteil", "value"))
    if added is None or abs(added - 100) <= Decimal("0.05") * len(parts) + Decimal("1e-6"):
        return
    shown = format_number(trimmed(round(added, 2)))
    context.findings.error(
        parts[-1].place,
        f"Die Anteile von {quoted(dimension.title)} ergeben zusammen {shown} %"
        f" ({_named(parts, by='breakdown')})",
        column=parts[-1].column,
        value=shown,
        expectation="100 %",
    )


def _compare(
    parts: list[Placed], whole: Placed, measure: Measure, tolerance: Decimal, context: Context
) -> bool:
    """Whether the sum could be compared; a difference beyond the tolerance is noted."""
    added, printed = total(parts, measure), measure.of(whole.observation)
    if added is None or printed is None:
        return False
    if abs(added - printed) <= tolerance:
        return True
    by = "area" if len({part.observation.area for part in parts}) > 1 else "breakdown"
    context.findings.error(
        whole.place,
        f"{_cell(whole)}: Die Summe der {len(parts)} Teile ({_named(parts, by)}) ist {format_number(added)}, "
        f"angegeben ist {format_number(printed)}, "
        f"Unterschied {format_number(added - printed)} ({measure.title})",
        column=whole.column,
        value=format_number(printed),
        expectation=format_number(added),
    )
    return True


def _cell(placed: Placed) -> str:
    observation = placed.observation
    known = (observation.indicator, observation.area, observation.year, observation.breakdown)
    return ", ".join(str(part) for part in known if part != "")


def _named(parts: list[Placed], by: str) -> str:
    return ", ".join(f"{getattr(part.observation, by)}: {part.where}" for part in parts)


def _parts(promise: Total, context: Context) -> list[str] | None:
    found: list[str] = []
    for text in promise.teile:
        if text in ("sozialraeume", "stadtbezirke"):
            found += area_ids(context.catalogue, "sozialraum" if text == "sozialraeume" else "stadtbezirk")
        elif (area := _area(text, context)) is not None:
            found.append(area)
        else:
            return None
    return found


def _area(text: str, context: Context) -> str | None:
    if text in context.catalogue.areas:
        return text
    context.findings.error(
        Place("lieferung.toml"),
        f"pruefung.summen nennt den unbekannten Raum {quoted(text)}",
        column="pruefung.summen",
        value=text,
        expectation='id eines Raums, "sozialraeume" oder "stadtbezirke"',
    )
    return None


def _unchecked(promise: Total, context: Context) -> None:
    context.findings.warning(
        Place(context.file.name),
        f"Die Summe von {', '.join(promise.teile)} zu {promise.ganzes} ließ sich nirgends prüfen",
        column="pruefung.summen",
        expectation="alle Teile und das Ganze mit Zahlen in einem Zeitraum",
    )
