"""The figures of each view for files: facts as they are stored, and what was computed from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from dashboard.answers.kosten import schools
from dashboard.answers.kosten.book import CASES, DAYS, EUROS, REST
from dashboard.answers.kosten.outlook import outlook
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.kosten.split import split
from dashboard.answers.rows import Row, row_of
from dashboard.model import CITY, TOTAL
from dashboard.store.facts import Fact
from dashboard.wording.costs_causes import Factor

#: The indicators of each view, the leading one first.
INDICATORS = {
    "": (EUROS, CASES, DAYS, "hze-plan", "jugendhilfe-ausgaben", *schools.INDICATORS),
    "ursachen": (EUROS, CASES, DAYS),
    "praevention": ("praeventionsanteil", "praevention-aufwendungen"),
    "raeume": (EUROS, CASES, DAYS, "hze-plan"),
    "szenario": (EUROS, CASES),
    "projekt": ("projektkosten", "landesfoerderung"),
}
_EFFECTS: dict[Factor, str] = {
    "faelle": "effekt-fallzahl",
    "kosten-je-fall": "effekt-kosten-je-fall",
    "tage-je-fall": "effekt-tage-je-fall",
    "kosten-je-tag": "effekt-kosten-je-tag",
    "mix": "effekt-mix",
}


def rows(scope: Scope) -> tuple[Row, ...]:
    """What the view shows, as stored; then what it computes. Euros are exact decimals."""
    facts = [fact for fact in _facts(scope) if _wanted(fact, scope)]
    stored = (row_of(fact, scope.catalogue, scope.asking.release) for fact in facts)
    return (*stored, *_computed(scope))


def _facts(scope: Scope) -> Iterator[Fact]:
    for indicator in INDICATORS[scope.view.ansicht]:
        yield from scope.asking.store.every_category(scope.asking.release, indicator)


def _wanted(fact: Fact, scope: Scope) -> bool:
    """All years of the area; all areas of one year on the way down, all areas and years of prevention."""
    view = scope.view.ansicht
    here = fact.area == scope.view.raum
    if view == "raeume":
        return fact.year == scope.year or here
    if view == "praevention":
        return here or fact.breakdown == TOTAL
    if view == "ursachen":
        return here and fact.year in (scope.year, scope.since)
    return here or (view == "projekt" and fact.area == CITY)


def _computed(scope: Scope) -> Iterable[Row]:
    view = scope.view.ansicht
    if view == "ursachen":
        return _effects(scope)
    if view == "szenario":
        return _ways(scope)
    changed = view == "" and (scope.is_real or scope.is_per_head)
    return _in_euros(scope) if changed else _per_head(scope) if view == "raeume" else ()


def _effects(scope: Scope) -> Iterator[Row]:
    """The cents of each effect by kind of help and as sums; they add up to the change."""
    found = split(scope)
    if found is None:
        return
    period, names = f"{found.first}–{found.last}", [_EFFECTS[factor] for factor in found.factors]
    for kind, cells in zip(found.kinds, found.cells, strict=True):
        if any(cells) or kind != REST:
            for name, cents in zip(names, cells, strict=True):
                yield _row(scope, name, scope.view.raum, period, kind, cents)
    for name, cents in zip(names, found.effects, strict=True):
        yield _row(scope, name, scope.view.raum, period, TOTAL, cents)
    yield _row(scope, "veraenderung", scope.view.raum, period, TOTAL, found.end - found.start)


def _ways(scope: Scope) -> Iterator[Row]:
    found = outlook(scope)
    if found is None:
        return
    for name, way in (("trend", found.trend), ("szenario", found.scenario)):
        for year, cents in way.cents.items():
            yield _row(scope, f"{EUROS}-{name}", scope.view.raum, str(year), TOTAL, cents)


def _in_euros(scope: Scope) -> Iterator[Row]:
    """Totals and kinds in the euros of the view, named by them."""
    name = EUROS + ("-je-1000-unter-21" if scope.is_per_head else "")
    name += f"-preise-{scope.catalogue.prices.base}" if scope.is_real else ""
    for year in scope.years:
        for kind in (TOTAL, *(kind.id for kind in scope.book.kinds)):
            amount = scope.in_euros(scope.book.amount(scope.view.raum, year, kind), year)
            if amount.cents is not None:
                yield _row(scope, name, scope.view.raum, str(year), kind, amount.cents)


def _per_head(scope: Scope) -> Iterator[Row]:
    per_head = scope.per_head()
    for area in (*scope.book.areas, CITY):
        cents = per_head.total(scope.year, area)
        if cents is not None:
            yield _row(scope, f"{EUROS}-je-1000-unter-21", area, str(scope.year), TOTAL, cents)


def _row(scope: Scope, name: str, area: str, period: str, kind: str, cents: int) -> Row:
    """A computed amount with the source of what it was computed from."""
    first = next(fact for fact in scope.book.euros.values() if fact.area == CITY)
    plain = row_of(_bare(first), scope.catalogue, scope.asking.release)
    return replace(
        plain,
        kennzahl=name,
        raum=area,
        raum_name=scope.catalogue.areas[area].name,
        zeitraum=period,
        merkmal=kind,
        wert=Decimal(cents) / 100,
    )


def _bare(fact: Fact) -> Fact:
    """A fact without what belongs to its own cell alone."""
    return fact._replace(
        value=None, cents=None, status="valid", comparison=None, trend=None, lower=None, upper=None
    )
