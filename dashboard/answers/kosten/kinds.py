"""The card of one year by kind of help: amount, share, cases, cost per case, change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dashboard.answers.kosten.amount import Amount
from dashboard.answers.kosten.book import REST, SETTINGS
from dashboard.answers.kosten.over_years import COLOURS, rest_title
from dashboard.answers.kosten.parts import Card, Ledger, Line, Words
from dashboard.answers.kosten.printing import (
    HIDDEN,
    NOTHING,
    Printed,
    cases_and_cost,
    hierarchy,
    missing,
    moved,
)
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Table
from dashboard.catalogue.models import CostKind
from dashboard.wording.costs import FINE_THOUSANDS
from dashboard.wording.units import NBSP

PROTECTED = (
    "x: geschützt. Die Beträge stehen zusammen in „geschützt (zusammen)“; so bleibt die Summe vollständig, "
    "und keine kleine Zahl wird erkennbar. Veränderungen vergleichen nur Hilfearten, die in beiden Jahren "
    "gezeigt sind."
)


def card(scope: Scope) -> Card:
    """Kinds of help under their settings, with the sum; never per head."""
    whole = scope.whole()
    sheet = _Sheet(whole)
    ledger = Ledger(sheet.header, tuple(sheet.lines()))
    hidden = any(HIDDEN in line.cells for line in ledger.lines)
    caption = f"Hilfearten {whole.year}, {whole.area.name}, {whole.unit_words}"
    return Card(
        title=_title(whole, sheet.printed),
        subtitle=caption,
        blocks=(ledger, *((Words(PROTECTED),) if hidden else ())),
        table=Table(caption, ledger.header, tuple((line.name, *line.cells) for line in ledger.lines)),
    )


def _title(scope: Scope, printed: Printed) -> str:
    """The dearest kind of help; a plain title where nothing is shown."""
    cells = [(scope.book.cell(scope.view.raum, scope.year, kind.id).cents, kind) for kind in scope.book.kinds]
    known = [(cents, kind.id, kind.short_title) for cents, kind in cells if cents is not None]
    if not known:
        return "Kosten nach Hilfearten"
    _cents, key, name = max(known)
    return f"Größter Posten ist „{name}“ mit {printed.share(key)} der Kosten"


@dataclass(frozen=True)
class _Sheet:
    """The rows of the card."""

    scope: Scope

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the columns."""
        last = (f"Kosten seit {self.scope.since}",) if self._compares else ()
        unit = self.printed.unit.name
        return ("Hilfeart", unit, "Anteil", "Fälle", f"{FINE_THOUSANDS.name} je Fall", *last)

    @cached_property
    def printed(self) -> Printed:
        """Kinds and remainder, as printed."""
        return hierarchy(self.scope, self.scope.year, self.scope.view.raum)

    @property
    def _compares(self) -> bool:
        return self.scope.since < self.scope.year

    def lines(self) -> Iterator[Line]:
        """A row for each setting and kind, the remainder and the sum."""
        book = self.scope.book
        for setting in book.settings:
            kinds = book.of_setting(setting)
            yield self._line(SETTINGS[setting], kinds, "group", COLOURS[setting])
            if len(kinds) > 1:
                yield from (self._line(_named(kind), (kind,), "", COLOURS[setting]) for kind in kinds)
        rest = book.rest(self.scope.view.raum, self.scope.year)
        if rest is not None and REST in self.printed.keys:
            shown = self.scope.in_euros(rest, self.scope.year)
            cells = self._cells(shown, NOTHING, (REST,))
            yield Line(rest_title(rest), cells, self.printed.bar(REST), COLOURS[REST])
        yield self._sum()

    def _line(self, name: str, kinds: tuple[CostKind, ...], role: str, colour: str) -> Line:
        scope, area = self.scope, self.scope.view.raum
        now = scope.in_euros(scope.book.of(area, scope.year, kinds), scope.year)
        keys = tuple(kind.id for kind in kinds if kind.id in self.printed.keys)
        bar = self.printed.bar(keys[0]) if keys and (role == "" or len(kinds) == 1) else None
        return Line(name, self._cells(now, scope.moved(kinds), keys), bar, colour, role=role)

    def _sum(self) -> Line:
        scope = self.scope
        now = scope.in_euros(scope.book.amount(scope.view.raum, scope.year), scope.year)
        change = moved(now.cents, scope.total(scope.since))
        return Line("Summe", self._cells(now, change, self.printed.keys), role="sum")

    def _cells(self, now: Amount, change: str, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Amount, share, cases, cost per case, change since the year of comparison."""
        if now.cents is None or not keys:
            return missing(now, 5 if self._compares else 4)
        found = (self.printed.amount(*keys), self.printed.share(*keys), *cases_and_cost(now))
        return (*found, change) if self._compares else found


def _named(kind: CostKind) -> str:
    law = kind.law.removesuffix(" SGB VIII").replace(" ", NBSP)
    return f"{kind.short_title} ({law})" if law and law not in kind.short_title else kind.short_title
