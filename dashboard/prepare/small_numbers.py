"""No small number is published unnoticed: a release with one in delivered area data is refused.

This is a barrier, not protection: it hides nothing. Whoever delivers hides small numbers first
(sign for Geheimhaltung in the delivery), and never exactly one cell of a sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import AreaKind, Indicator
from dashboard.model import CITY, TOTAL, Observation
from dashboard.prepare.refused import ReleaseRefused

_Table = dict[str, Observation]


def refuse_small_numbers(observations: Iterable[Observation], catalogue: Catalogue) -> None:
    """Raise :class:`ReleaseRefused` for every small count, and every hidden one that a sum gives away."""
    delivered = [row for row in observations if row.origin == "delivered" and row.reading == 0]
    problems = [
        _message(row, catalogue, reason)
        for row in delivered
        if row.area != CITY
        for reason in _reasons(row, catalogue.indicators[row.indicator])
    ]
    problems += [_message(row, catalogue, reason) for row, reason in _given_away(delivered, catalogue)]
    if problems:
        raise ReleaseRefused(problems)


def _reasons(row: Observation, indicator: Indicator) -> Iterator[str]:
    rule, x, n = indicator.small_numbers, _count(row, indicator), row.denominator
    if row.value is None or x is None and n is None:
        return
    if x is not None and 1 <= round(x) < rule.k:
        yield f"der Zähler ist kleiner als {rule.k}"
    if x is not None and rule.hide_zero and round(x) == 0:
        yield "eine Null ist hier geheim zu halten"
    if indicator.kind == "share" and x is not None and n is not None and 1 <= round(n - x) < rule.k:
        yield f"der Rest zum Nenner ist kleiner als {rule.k}"
    if n is not None and n < rule.n_min:
        yield f"der Nenner ist kleiner als {rule.n_min}"


def _count(row: Observation, indicator: Indicator) -> float | None:
    """The count of people or cases, also where only value and denominator are delivered."""
    if indicator.kind == "count":
        return row.value if row.numerator is None else row.numerator
    if indicator.kind not in ("share", "rate") or not indicator.sampling:
        return None  # euros and posts are not people
    if row.numerator is not None or row.value is None or row.denominator is None:
        return row.numerator
    return row.value * row.denominator / indicator.per


def _given_away(rows: Iterable[Observation], catalogue: Catalogue) -> Iterator[tuple[Observation, str]]:
    """Hidden cells that are the total minus the others: areas of the city, categories of their total."""
    by_area: dict[tuple[object, ...], _Table] = defaultdict(dict)
    by_category: dict[tuple[object, ...], _Table] = defaultdict(dict)
    for row in rows:
        by_area[row.indicator, row.breakdown, row.year][row.area] = row
        by_category[row.indicator, row.area, row.year][row.breakdown] = row
    kinds: tuple[AreaKind, ...] = ("sozialraum", "stadtbezirk")
    for table in by_area.values():
        for kind in kinds:
            yield from _only_hidden(table, CITY, [area.id for area in catalogue.of_kind(kind)], "die Stadt")
    for (indicator, *_), table in by_category.items():
        for dimension in catalogue.indicators[str(indicator)].breakdowns:
            parts = [category.id for category in dimension.categories]
            if dimension.additive:
                yield from _only_hidden(table, TOTAL, parts, f"die Summe über {dimension.title}")


def _only_hidden(table: _Table, total: str, parts: list[str], what: str) -> Iterator[tuple[Observation, str]]:
    cells = [table[part] for part in parts if part in table]
    hidden = [row for row in cells if row.status == "hidden"]
    whole = table.get(total)
    if whole is None or whole.value is None or len(cells) != len(parts) or len(hidden) != 1:
        return
    yield hidden[0], f"als einzige geheime Zelle ist sie durch {what} zu errechnen"


def _message(row: Observation, catalogue: Catalogue, reason: str) -> str:
    indicator, area = catalogue.indicators[row.indicator], catalogue.areas[row.area]
    category = f", Merkmal „{row.breakdown}“" if row.breakdown else ""
    where = f"„{indicator.title}“{category}, {area.name}, {row.year}"
    return f"Kleine Zahl: {where}: {reason} (Lieferung „{row.delivery}“)."
