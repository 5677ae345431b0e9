"""Published figures on help and its costs: each with its source, never part of a drawn line."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.answers.kosten.book import CASES, EUROS
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import PublishedValue
from dashboard.model import CITY, TOTAL
from dashboard.store.facts import Fact
from dashboard.wording import signs
from dashboard.wording.costs import FINE_MILLIONS, MILLIONS, Money, amount
from dashboard.wording.costs_said import published_growth
from dashboard.wording.grammar import listed
from dashboard.wording.numbers import number
from dashboard.wording.units import NBSP

SPENDING = "jugendhilfe-ausgaben"


def facts(scope: Scope, indicator: str) -> tuple[Fact, ...]:
    """The published figures of the city, latest first."""

    def read() -> tuple[Fact, ...]:
        found = scope.asking.store.every_category(scope.asking.release, indicator)
        own = [fact for fact in found if fact.origin == "published" and fact.area == CITY]
        return tuple(sorted(own, key=lambda fact: (-fact.year, fact.breakdown, fact.reading)))

    return scope.asking.part(("published for the city", indicator), read)


def published_totals(scope: Scope, unit: Money) -> dict[int, tuple[float, str]]:
    """Diamonds over the city's columns: height and words. None for an area, real or per head."""
    if not scope.is_city or scope.is_real or scope.is_per_head:
        return {}
    return {
        fact.year: (fact.cents / unit.cents, f"{fact.year}: {_total_text(fact, scope)}, veröffentlicht")
        for fact in facts(scope, EUROS)
        if fact.cents is not None and not fact.breakdown
    }


def published(scope: Scope) -> tuple[PublishedValue, ...]:
    """Totals of 2008 to 2010, helps by kind, and all spending of the youth office."""
    return (*_totals(scope), *_helps(scope), *_spending(scope))


def _totals(scope: Scope) -> Iterator[PublishedValue]:
    for fact in facts(scope, EUROS):
        if fact.cents is not None:
            yield _value(scope, fact, f"Hilfen zur Erziehung {_total_text(fact, scope)}")


def _total_text(fact: Fact, scope: Scope) -> str:
    before = next((each.cents for each in facts(scope, EUROS) if each.year == fact.year - 1), None)
    cents = fact.cents or 0
    moved = f", {published_growth(cents, before)}" if before else ""
    return f"{FINE_MILLIONS.text(cents)}{moved}"


def _helps(scope: Scope) -> Iterator[PublishedValue]:
    """One entry per year: the total with the kinds that were published beside it."""
    found = facts(scope, CASES)
    titles = {kind.id: kind.short_title for kind in scope.book.kinds}
    for fact in found:
        if fact.breakdown == TOTAL and fact.numerator is not None:
            kinds = [each for each in found if each.year == fact.year and each.breakdown in titles]
            kinds.sort(key=lambda each: -(each.numerator or 0))
            parts = [f"{titles[each.breakdown]}: {number(each.numerator or 0)}" for each in kinds]
            of_these = f" (davon {listed(parts)})" if parts else ""
            yield _value(scope, fact, f"{number(fact.numerator)} Hilfen{of_these}")


def _spending(scope: Scope) -> Iterator[PublishedValue]:
    for fact in facts(scope, SPENDING):
        if fact.cents is not None:
            yield _value(scope, fact, f"Ausgaben der Jugendhilfe insgesamt {_plain(fact.cents)}")


def _plain(cents: int) -> str:
    """Without decimals where the source has none: "133 Mio. €"."""
    whole, rest = divmod(cents, MILLIONS.cents)
    return amount(cents) if rest else f"{number(whole)}{NBSP}{MILLIONS.name}"


def _value(scope: Scope, fact: Fact, text: str) -> PublishedValue:
    source = scope.catalogue.sources[fact.source]
    return PublishedValue(
        place=scope.catalogue.areas[fact.area].name,
        period=str(fact.year),
        text=text,
        source=f"{source.title} ({source.publisher})",
        url=source.url,
        note=fact.note,
        certainty=signs.certainty_word(fact.certainty),
    )
