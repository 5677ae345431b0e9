"""Amounts of one table as printed: parts sum to their sums and the shares to 100 %."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from dashboard.analysis.additive import printed_parts
from dashboard.answers.kosten.amount import Amount
from dashboard.answers.kosten.book import REST
from dashboard.answers.kosten.scope import Scope
from dashboard.wording.costs import FINE_THOUSANDS, Money, change_percent, unit_for
from dashboard.wording.numbers import number
from dashboard.wording.units import NARROW, NBSP

HIDDEN, NOTHING = "x", "–"
_PER_MILLE = 1000


class Printed:
    """The smallest parts of a table by key, in cents, as whole printed steps.

    ``whole``: steps of their total (None: of their own sum). With ``groups`` (part → group) the groups
    are rounded first and the parts within them, so that a group reads the same wherever it stands.
    """

    def __init__(
        self,
        parts: Mapping[str, int],
        unit: Money,
        whole: int | None = None,
        groups: Mapping[str, str] | None = None,
    ) -> None:
        self.unit = unit
        self._parts = parts
        self._groups = groups or {}
        self._steps = self._rounded(unit.step, whole)

    @property
    def keys(self) -> tuple[str, ...]:
        """All parts."""
        return tuple(self._parts)

    def steps(self, *keys: str) -> int:
        """Printed steps of some parts together."""
        return sum(self._steps[key] for key in keys)

    def amount(self, *keys: str) -> str:
        """The printed sum of some parts: "12,86"."""
        return self.unit.bare(self.steps(*keys))

    def text(self, *keys: str) -> str:
        """The same with its unit."""
        return f"{self.amount(*keys)}{NBSP}{self.unit.name}"

    def share(self, *keys: str) -> str:
        """Their printed share of all parts."""
        if not self._shares:
            return NOTHING
        return f"{number(sum(self._shares[key] for key in keys) / 10, 1)}{NARROW}%"

    def bar(self, key: str) -> float | None:
        """Length of the bar of one part, 0 … 1."""
        return max(0.0, self._parts[key] / self._most) if self._most else None

    @cached_property
    def _shares(self) -> dict[str, int]:
        """Steps of a thousandth by part; most tables print none."""
        base = sum(self._parts.values())
        scaled = {key: cents * _PER_MILLE for key, cents in self._parts.items()}
        return self._rounded(base, _PER_MILLE, scaled) if base > 0 else {}

    @cached_property
    def _most(self) -> int:
        return max((abs(cents) for cents in self._parts.values()), default=0)

    def _rounded(
        self, size: int, whole: int | None, parts: Mapping[str, int] | None = None
    ) -> dict[str, int]:
        """Steps of ``size`` by part, group by group."""
        parts = self._parts if parts is None else parts
        members: dict[str, list[str]] = {}
        for key in parts:
            members.setdefault(self._groups.get(key, key), []).append(key)
        sums = [sum(parts[key] for key in keys) for keys in members.values()]
        found: dict[str, int] = {}
        for keys, steps in zip(
            members.values(), printed_parts(sums, size, whole) if sums else [], strict=True
        ):
            found |= zip(keys, printed_parts([parts[key] for key in keys], size, steps), strict=True)
        return found


def hierarchy(scope: Scope, year: int, area: str, unit: Money | None = None) -> Printed:
    """Counted kinds and remainder of an area under their settings; without unit the fine one of it."""
    book = scope.book
    amounts = {kind.id: scope.in_euros(book.cell(area, year, kind.id), year, area) for kind in book.kinds}
    parts = {key: amount.cents for key, amount in amounts.items() if amount.cents is not None}
    rest = book.rest(area, year)
    left = None if rest is None else scope.money(rest.cents, year, area)
    if left is not None:
        parts[REST] = left
    total = scope.total(year, area)
    unit = unit or unit_for(total or 0, fine=True)
    is_whole = total is not None and (left is not None or len(parts) == len(book.kinds))
    settings = {kind.id: kind.setting for kind in book.kinds}
    whole = unit.steps(total) if is_whole and total is not None else None
    return Printed(parts, unit, whole, settings)


def cases_and_cost(amount: Amount) -> tuple[str, str]:
    """Cases and thousands of euros per case."""
    cases = number(amount.cases) if amount.cases is not None else NOTHING
    each = amount.per_case
    return cases, FINE_THOUSANDS.bare(FINE_THOUSANDS.steps(each)) if each is not None else NOTHING


def counted(amount: Amount, with_days: bool) -> tuple[str, ...]:
    """Cases, days where there are any in the books, and thousands of euros per case."""
    cases, cost = cases_and_cost(amount)
    return (cases, days_text(amount), cost) if with_days else (cases, cost)


def days_text(amount: Amount) -> str:
    """Days of help: an x where they are hidden."""
    return HIDDEN if amount.days_hidden else NOTHING if amount.days is None else number(amount.days)


def moved(now: int | None, then: int | None) -> str:
    """The change of an amount in per cent."""
    return change_percent(now / then - 1) if now is not None and then else NOTHING


def missing(amount: Amount, columns: int) -> tuple[str, ...]:
    """The cells of an amount that is not shown: a hidden one is an x everywhere."""
    return (HIDDEN if amount.hidden else NOTHING,) * columns
