"""Which part of the books a view is about: area, year, and in which euros."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.analysis.real_euros import per_thousand_cents, real_cents, real_parts
from dashboard.answers.desk import Asking
from dashboard.answers.kosten.amount import Amount
from dashboard.answers.kosten.book import Book, book_of
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Area, CostKind
from dashboard.model import CITY, TOTAL
from dashboard.state import Choices, View
from dashboard.wording.costs import change_percent


@dataclass(frozen=True)
class Scope:
    """One view and the books it reads."""

    asking: Asking
    book: Book

    @classmethod
    def of(cls, asking: Asking) -> Scope:
        """The view that is asked for, over the books of its release."""
        return cls(asking, book_of(asking))

    @property
    def view(self) -> View:
        """The view of the address."""
        return self.asking.view

    @property
    def choices(self) -> Choices:
        """What can be chosen."""
        return self.asking.choices

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the release."""
        return self.asking.catalogue

    @property
    def area(self) -> Area:
        """The area in focus, or the city."""
        return self.catalogue.areas[self.view.raum]

    @property
    def is_city(self) -> bool:
        """Whether the whole city is shown."""
        return self.view.raum == CITY

    @cached_property
    def is_real(self) -> bool:
        """Whether amounts are in prices of the base year."""
        return self.view.get("euro") == "real"

    @cached_property
    def is_per_head(self) -> bool:
        """Whether amounts are per 1,000 inhabitants below 21."""
        return self.view.get("bezug") == "je-1000"

    @cached_property
    def index(self) -> dict[int, float]:
        """The price index by year."""
        return {entry.year: entry.index for entry in self.catalogue.prices.values}

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that can be shown in these euros."""
        return tuple(year for year in self.book.years if not self.is_real or year in self.index)

    @cached_property
    def year(self) -> int:
        """The shown year: the one asked for, or the latest that there is in these euros."""
        asked = self.view.jahr
        if asked in self.years:
            return asked
        return self.years[-1] if self.years else self.choices.latest

    @cached_property
    def since(self) -> int:
        """The year of comparison, always before the shown one where there is such a year."""
        asked = self.view.get("von") or "2010"
        earlier = [year for year in self.years if year < self.year]
        if int(asked) in earlier:
            return int(asked)
        return earlier[0] if earlier else self.year

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """What of the address could not be shown in these euros."""
        found = list(self.view.notices)
        wanted = self.view.jahr or (self.book.years[-1] if self.book.years else None)
        if self.is_real and wanted is not None and wanted not in self.index:
            found.append(
                f"Für {wanted} gibt es noch keinen Preisindex. Preisbereinigt wird bis {self.year} gezeigt."
            )
        return tuple(found)

    def money(self, cents: int | None, year: int, area: str) -> int | None:
        """An amount in the euros of the view; None where it cannot be said in these."""
        if cents is None or (self.is_real and year not in self.index):
            return None
        shown = real_cents(cents, self.index[year]) if self.is_real else cents
        if not self.is_per_head:
            return shown
        people = self.book.under_21(area, year)
        return per_thousand_cents(shown, people) if people else None

    def money_parts(self, cents: Sequence[int], year: int) -> list[int]:
        """Parts of a total in nominal or real euros: they sum to the total in the same euros."""
        return real_parts(cents, self.index[year]) if self.is_real else list(cents)

    def total(self, year: int, area: str = "") -> int | None:
        """The total of the area in focus in the euros of the view."""
        area = area or self.view.raum
        return self.money(self.book.amount(area, year, TOTAL).cents, year, area)

    def in_euros(self, amount: Amount, year: int, area: str = "") -> Amount:
        """A cell in the euros of the view."""
        return replace(amount, cents=self.money(amount.cents, year, area or self.view.raum))

    def moved(self, kinds: Sequence[CostKind], first: int | None = None, last: int | None = None) -> str:
        """The change between two years of what is counted in both, in per cent; a dash without it."""
        area, first, last = self.view.raum, first or self.since, last or self.year
        both = [(self.book.cell(area, first, kind.id), self.book.cell(area, last, kind.id)) for kind in kinds]
        known = [(then, now) for then, now in both if then.cents is not None and now.cents is not None]
        then = self.money(sum(pair[0].cents or 0 for pair in known), first, area)
        now = self.money(sum(pair[1].cents or 0 for pair in known), last, area)
        return change_percent(now / then - 1) if now is not None and then and first < last else "–"

    def people(self, year: int) -> int | None:
        """Inhabitants below 21 of the area in focus."""
        return self.book.under_21(self.view.raum, year)

    def per_case(self, year: int) -> int | None:
        """Cents per help in nominal or real euros, never per head."""
        amount = self.book.amount(self.view.raum, year)
        return replace(amount, cents=self.whole().money(amount.cents, year, self.view.raum)).per_case

    def whole(self) -> Scope:
        """The same in totals instead of per head."""
        return self._with("")

    def per_head(self) -> Scope:
        """The same per head."""
        return self._with("je-1000")

    def _with(self, head: str) -> Scope:
        view = self.view.with_more("bezug", head)
        return self if view == self.view else Scope(replace(self.asking, view=view), self.book)

    @property
    def unit_words(self) -> str:
        """ "in jeweiligen Preisen", "in Preisen von 2020", with the denominator where there is one."""
        prices = f"in Preisen von {self.catalogue.prices.base}" if self.is_real else "in jeweiligen Preisen"
        return f"je 1.000 unter 21-Jährige, {prices}" if self.is_per_head else prices

    def address(self, **changes: object) -> str:
        """The address of this view with some fields changed."""
        return replace(self.view, **changes).address(self.choices)  # type: ignore[arg-type]  # fields of a view
