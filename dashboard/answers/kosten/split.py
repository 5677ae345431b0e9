"""The change of spending between two years, decomposed: cents by kind of help and effect.

In three factors (cases, cost per case, mix), or with days in four (days per case, cost per day).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dashboard.analysis.lmdi import decompose, decompose_days
from dashboard.answers.kosten.amount import Amount
from dashboard.answers.kosten.book import REST
from dashboard.answers.kosten.scope import Scope
from dashboard.wording.costs_causes import Factor

#: The factors in the order in which they are shown, as the wording names them.
THREE: Final[tuple[Factor, ...]] = ("faelle", "kosten-je-fall", "mix")
FOUR: Final[tuple[Factor, ...]] = ("faelle", "tage-je-fall", "kosten-je-tag", "mix")
DAYS = "tage"  #: the choice of the address


@dataclass(frozen=True, slots=True)
class Split:
    """The change between two years. ``kinds``: ids as the rows of ``cells``; both amounts in cents."""

    first: int
    last: int
    start: int
    end: int
    kinds: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]  # per kind: cents of each factor
    factors: tuple[Factor, ...] = THREE

    @property
    def effects(self) -> tuple[int, ...]:
        """Sums over all kinds, in cents."""
        return tuple(sum(column) for column in zip(*self.cells, strict=True))


def wants_days(scope: Scope) -> bool:
    """Whether the reader asked for the factors with days."""
    return scope.view.get("faktoren") == DAYS


def split(scope: Scope) -> Split | None:
    """The decomposition of the view; None where it cannot be computed. Never per head.

    Where days are asked for and not known in both years, it is the one without days.
    """
    whole = scope.whole()
    if whole.since == whole.year:
        return None
    found = _split(whole, with_days=True) if wants_days(whole) else None
    return found or _split(whole, with_days=False)


def _split(whole: Scope, with_days: bool) -> Split | None:
    first, last = _parts(whole, whole.since, with_days), _parts(whole, whole.year, with_days)
    if first is None or last is None:
        return None
    before, after = _pooled(first, last)
    cells = _decomposed(before, after, with_days)
    if cells is None:
        return None
    sums = [sum(part.cents or 0 for part in each.values()) for each in (before, after)]
    factors = FOUR if with_days else THREE
    return Split(whole.since, whole.year, sums[0], sums[1], tuple(before), cells, factors)


def _parts(scope: Scope, year: int, with_days: bool) -> dict[str, Amount] | None:
    """Counted kinds and the remainder of a year; None where they are not the whole total.

    With days a kind whose days are not shown is part of the remainder.
    """
    area, book = scope.view.raum, scope.book
    total = book.amount(area, year)
    cells = {kind.id: book.cell(area, year, kind.id) for kind in book.kinds}
    known = {key: cell for key, cell in cells.items() if cell.cents is not None}
    is_whole = len(known) == len(book.kinds) or book.rest(area, year) is not None
    if total.cents is None or total.cases is None or not is_whole or (with_days and total.days is None):
        return None
    shown = {key: cell for key, cell in known.items() if cell.days is not None or not with_days}
    parts = {**shown, REST: _left(total, list(shown.values()))}
    euros = scope.money_parts([part.cents or 0 for part in parts.values()], year)
    return {key: replace(parts[key], cents=amount) for key, amount in zip(parts, euros, strict=True)}


def _left(total: Amount, shown: list[Amount]) -> Amount:
    """What is in the total and in no shown part."""
    return Amount(
        (total.cents or 0) - sum(cell.cents or 0 for cell in shown),
        (total.cases or 0) - sum(cell.cases or 0 for cell in shown),
        days=(total.days or 0) - sum(cell.days or 0 for cell in shown),
    )


def _pooled(first: dict[str, Amount], last: dict[str, Amount]) -> tuple[dict[str, Amount], dict[str, Amount]]:
    """What is counted in both years; everything else goes into the remainder."""
    both = [key for key in first if key in last and key != REST]
    found = []
    for year in (first, last):
        own = {key: year[key] for key in both}
        others = [amount for key, amount in year.items() if key not in own]
        own[REST] = Amount(
            sum(each.cents or 0 for each in others),
            sum(each.cases or 0 for each in others),
            days=sum(each.days or 0 for each in others),
        )
        found.append(own)
    return found[0], found[1]


def _decomposed(
    before: dict[str, Amount], after: dict[str, Amount], with_days: bool
) -> tuple[tuple[int, ...], ...] | None:
    """Cents by kind in the order of the factors."""
    columns = [_columns(before, with_days), _columns(after, with_days)]
    try:
        if with_days:
            rows = decompose_days(*columns[0], *columns[1]).tolist()
            return tuple((cases, days, cost, mix) for cases, mix, days, cost in rows)
        rows = decompose(*columns[0], *columns[1]).by_kind.tolist()
        return tuple((cases, cost, mix) for cases, mix, cost in rows)
    except ValueError:  # negative amounts, or money without cases or days
        return None


def _columns(parts: dict[str, Amount], with_days: bool) -> list[list[int]]:
    cases = [part.cases or 0 for part in parts.values()]
    cents = [part.cents or 0 for part in parts.values()]
    return [cases, [part.days or 0 for part in parts.values()], cents] if with_days else [cases, cents]
