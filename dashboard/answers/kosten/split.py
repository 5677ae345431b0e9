"""The change of spending between two years, decomposed: cents by kind of help and effect."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.analysis.lmdi import Effects, decompose
from dashboard.answers.kosten.book import REST, Amount
from dashboard.answers.kosten.scope import Scope


@dataclass(frozen=True, slots=True)
class Split:
    """The change between two years. ``kinds``: ids as the rows of ``cells``; both amounts in cents."""

    first: int
    last: int
    start: int
    end: int
    kinds: tuple[str, ...]
    cells: tuple[tuple[int, int, int], ...]  # per kind: cases, cost per case, mix

    @property
    def effects(self) -> tuple[int, int, int]:
        """Sums over all kinds, in cents."""
        by_cases, by_cost, by_mix = (sum(column) for column in zip(*self.cells, strict=True))
        return by_cases, by_cost, by_mix


def split(scope: Scope) -> Split | None:
    """The decomposition of the view; None where it cannot be computed. Never per head."""
    whole = scope.whole()
    first, last = _parts(whole, whole.since), _parts(whole, whole.year)
    if first is None or last is None or whole.since == whole.year:
        return None
    before, after = _pooled(first, last)
    effects = _decomposed(before, after)
    if effects is None:
        return None
    cells = [(row[0], row[2], row[1]) for row in effects.by_kind.tolist()]
    sums = [sum(cents for cents, _cases in each.values()) for each in (before, after)]
    return Split(whole.since, whole.year, sums[0], sums[1], tuple(before), tuple(cells))


def _parts(scope: Scope, year: int) -> dict[str, Amount] | None:
    """Counted kinds and the remainder of a year; None where they are not the whole total."""
    area, book = scope.view.raum, scope.book
    total = book.amount(area, year)
    shown = {
        kind.id: cell for kind in book.kinds if (cell := book.cell(area, year, kind.id)).cents is not None
    }
    is_whole = len(shown) == len(book.kinds) or book.rest(area, year) is not None
    if total.cents is None or total.cases is None or not is_whole:
        return None
    cents = total.cents - sum(cell.cents or 0 for cell in shown.values())
    cases = total.cases - sum(cell.cases or 0 for cell in shown.values())
    parts = {**shown, REST: Amount(cents, cases)}
    euros = scope.money_parts([part.cents or 0 for part in parts.values()], year)
    return {key: Amount(amount, parts[key].cases) for key, amount in zip(parts, euros, strict=True)}


def _pooled(first: dict[str, Amount], last: dict[str, Amount]) -> tuple[dict[str, tuple[int, int]], ...]:
    """Cents and cases of what is counted in both years; everything else goes into the remainder."""
    both = [key for key in first if key in last and key != REST]
    found = []
    for year in (first, last):
        own = {key: (year[key].cents or 0, year[key].cases or 0) for key in both}
        others = [amount for key, amount in year.items() if key not in own]
        own[REST] = (sum(each.cents or 0 for each in others), sum(each.cases or 0 for each in others))
        found.append(own)
    return found[0], found[1]


def _decomposed(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> Effects | None:
    columns = [[pair[index] for pair in year.values()] for year in (before, after) for index in (1, 0)]
    try:
        return decompose(*columns)
    except ValueError:  # negative amounts, or money without cases
        return None
