"""The figures of each view for files: facts as they are stored, and what was computed from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dashboard.answers.kosten import schools, way_down
from dashboard.answers.kosten.book import CASES, DAYS, EUROS, REST
from dashboard.answers.kosten.computed import computed, name_of
from dashboard.answers.kosten.outlook import outlook
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.kosten.split import Split, split
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
    if view == "raeume":
        return way_down.rows(scope)
    return _in_euros(scope) if view == "" and (scope.is_real or scope.is_per_head) else ()


def _effects(scope: Scope) -> Iterator[Row]:
    """The cents of each effect by kind of help and as sums; they add up to the change."""
    found = split(scope)
    if found is None:
        return
    period, names = f"{found.first}–{found.last}", [_EFFECTS[factor] for factor in found.factors]
    for kind, cells in zip(found.kinds, found.cells, strict=True):
        if any(cells) or kind != REST:
            for name, cents in zip(names, cells, strict=True):
                yield computed(scope, name, scope.view.raum, period, kind, cents)
    for name, cents in zip(names, found.effects, strict=True):
        yield computed(scope, name, scope.view.raum, period, TOTAL, cents)
    yield computed(scope, "veraenderung", scope.view.raum, period, TOTAL, found.end - found.start)
    if scope.is_real:
        yield from _ends(scope.whole(), found)


def _ends(scope: Scope, found: Split) -> Iterator[Row]:
    """The two totals in the euros of the view: the stored ones are in those of their years."""
    for year, cents in ((found.first, found.start), (found.last, found.end)):
        yield computed(scope, name_of(scope), scope.view.raum, str(year), TOTAL, cents)


def _ways(scope: Scope) -> Iterator[Row]:
    found = outlook(scope)
    if found is None:
        return
    for name, way in (("trend", found.trend), ("szenario", found.scenario)):
        for year, cents in way.cents.items():
            yield computed(scope, f"{EUROS}-{name}", scope.view.raum, str(year), TOTAL, cents)


def _in_euros(scope: Scope) -> Iterator[Row]:
    """Totals and kinds in the euros of the view, named by them."""
    for year in scope.years:
        for kind in (TOTAL, *(kind.id for kind in scope.book.kinds)):
            amount = scope.in_euros(scope.book.amount(scope.view.raum, year, kind), year)
            if amount.cents is not None:
                yield computed(scope, name_of(scope), scope.view.raum, str(year), kind, amount.cents)
