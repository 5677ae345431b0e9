"""The card of stacked columns: spending by setting over the years, with plan and published totals."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.answers.kosten.amount import Amount
from dashboard.answers.kosten.beside import published_totals
from dashboard.answers.kosten.book import REST, SETTINGS
from dashboard.answers.kosten.parts import Card, Legend, Words
from dashboard.answers.kosten.printing import HIDDEN, NOTHING, Printed, hierarchy
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Table
from dashboard.figures.stack import HATCHED, TINTS, Layer, Stack
from dashboard.model import CITY
from dashboard.wording import costs, costs_said
from dashboard.wording.costs import Money, unit_for

PLAN = "hze-plan"
COLOURS = {
    "stationaer": TINTS[0],
    "teilstationaer": TINTS[1],
    "ambulant": TINTS[2],
    "uebergreifend": HATCHED,
    REST: "#d3d6d9",
}
_EVERY = 5  # years whose total is written above their column


def card(scope: Scope) -> Card:
    """Stacked columns by setting."""
    printed = hierarchy(scope, scope.year, scope.view.raum)
    keys = _keys(scope, "stationaer", printed)
    unit = unit_for(max((scope.total(year) or 0 for year in scope.years), default=0))
    fine = _fine(scope)
    parts = {year: _printed(scope, year, fine) for year in scope.years}
    return Card(
        title=costs_said.share_title(
            SETTINGS["stationaer"], printed.share(*keys) if keys else "", scope.year
        ),
        subtitle=f"{unit.name} {scope.unit_words}, nach Bereichen; {scope.area.name}",
        blocks=(_stack(scope, unit, printed, parts), Legend(_legend(scope)), *_note(scope)),
        table=_table(scope, parts),
    )


def plan(scope: Scope, year: int) -> int | None:
    """The planned cents of the city: only beside totals in nominal euros."""
    if not scope.is_city or scope.is_real or scope.is_per_head:
        return None
    facts = scope.asking.store.every_category(scope.asking.release, PLAN)
    own = (fact for fact in facts if (fact.area, fact.year, fact.origin) == (CITY, year, scope.book.origin))
    return next((fact.cents for fact in own), None)


def settings_of(scope: Scope, year: int) -> list[tuple[str, str, Amount]]:
    """Id, title and amount of every setting and of the remainder, in the euros of the view."""
    area, book = scope.view.raum, scope.book
    found = [
        (name, SETTINGS[name], scope.in_euros(book.of(area, year, book.of_setting(name)), year))
        for name in book.settings
    ]
    rest = book.rest(area, year)
    if rest is None:
        return found
    return [*found, (REST, rest_title(rest), scope.in_euros(rest, year))]


def rest_title(rest: Amount) -> str:
    """What the remainder is."""
    return "geschützt (zusammen)" if rest.hidden else "nicht aufgeteilt"


def _stack(scope: Scope, unit: Money, printed: Printed, parts: Mapping[int, Mapping[str, str]]) -> Stack:
    """``printed``: the shown year; ``parts``: the printed settings of every year."""
    years = tuple(range(scope.years[0], scope.years[-1] + 1)) if scope.years else ()
    every, fine = {year: settings_of(scope, year) for year in scope.years}, _fine(scope)
    names = dict.fromkeys(name for found in every.values() for name, _title, _amount in found)
    return Stack(
        name=f"Kosten nach Bereichen, {scope.area.name}, {unit.name} {scope.unit_words}",
        unit=unit.name,
        years=years,
        layers=tuple(
            _layer(name, every, _lines(name, scope, printed), unit)
            for name in sorted(names, key=list(COLOURS).index)
        ),
        totals=_totals(scope, unit),
        tips={year: _tip(year, scope, fine, parts.get(year, {})) for year in years},
        shown=scope.year,
        published=published_totals(scope, unit),
        plan={year: cents / unit.cents for year in years if (cents := plan(scope, year)) is not None},
        cents={year: total for year in scope.years if (total := scope.total(year)) is not None},
    )


def _layer(
    name: str, every: dict[int, list[tuple[str, str, Amount]]], lines: tuple[str, ...], unit: Money
) -> Layer:
    amounts = {year: amount for year, found in every.items() for key, _t, amount in found if key == name}
    title = next(title for found in every.values() for key, title, _a in found if key == name)
    values = {year: amount.cents / unit.cents for year, amount in amounts.items() if amount.cents is not None}
    return Layer(title, lines, values, COLOURS[name])


def _lines(name: str, scope: Scope, printed: Printed) -> tuple[str, ...]:
    """Amount with share, and the change since the year of comparison."""
    keys = _keys(scope, name, printed)
    if not keys:
        return ()
    first = f"{printed.text(*keys)} · {printed.share(*keys)}"
    change = scope.moved(scope.book.of_setting(name)) if name != REST else NOTHING
    return (first,) if change == NOTHING else (first, f"{change} seit {scope.since}")


def _keys(scope: Scope, name: str, printed: Printed) -> tuple[str, ...]:
    """The printed parts of a setting or of the remainder."""
    wanted = (REST,) if name == REST else tuple(kind.id for kind in scope.book.of_setting(name))
    return tuple(key for key in wanted if key in printed.keys)


def _printed(scope: Scope, year: int, unit: Money) -> dict[str, str]:
    """The settings of a year as printed: they sum to the printed total."""
    key = ("settings as printed", scope.view.raum, year, scope.is_real, scope.is_per_head, unit)
    return scope.asking.part(key, lambda: _print(scope, year, unit))


def _print(scope: Scope, year: int, unit: Money) -> dict[str, str]:
    printed = hierarchy(scope, year, scope.view.raum, unit)
    rest = scope.book.rest(scope.view.raum, year)
    names = [*scope.book.settings, *([REST] if rest is not None else [])]
    keys = {name: _keys(scope, name, printed) for name in names}
    return {name: printed.amount(*found) if found else HIDDEN for name, found in keys.items()}


def _totals(scope: Scope, unit: Money) -> dict[int, str]:
    """Totals written above columns: every fifth year back from the shown one, and the first."""
    named = [year for year in scope.years if (scope.year - year) % _EVERY == 0 or year == scope.years[0]]
    return {year: unit.bare(unit.steps(total)) for year in named if (total := scope.total(year)) is not None}


def _tip(year: int, scope: Scope, unit: Money, printed: Mapping[str, str]) -> str:
    total = scope.total(year)
    if total is None:
        return f"{year}: kein Betrag"
    rest = scope.book.rest(scope.view.raum, year)
    titles = SETTINGS if rest is None else {**SETTINGS, REST: rest_title(rest)}
    parts = "; ".join(f"{titles[name]} {text}" for name, text in printed.items())
    return f"{year}: {unit.text(total)} ({parts})"


def _legend(scope: Scope) -> tuple[tuple[str, str], ...]:
    found = settings_of(scope, scope.year)
    entries = [(f"colour:{COLOURS[name]}", title) for name, title, _amount in found]
    entries += [("plan", "Plan (Haushaltsansatz)")] if plan(scope, scope.year) is not None else []
    entries += (
        [("published", "veröffentlicht, Stadt Hamm")] if published_totals(scope, costs.MILLIONS) else []
    )
    return tuple(entries)


def _note(scope: Scope) -> tuple[Words, ...]:
    if not scope.is_real:
        return ()
    last = scope.catalogue.prices.values[-1].year
    title = scope.catalogue.prices.title
    return (Words(f"{title}: Preise sind bis {last} bekannt; spätere Jahre werden nicht umgerechnet."),)


def _fine(scope: Scope) -> Money:
    return unit_for(max((scope.total(year) or 0 for year in scope.years), default=0), fine=True)


def _table(scope: Scope, printed: Mapping[int, Mapping[str, str]]) -> Table:
    unit = _fine(scope)
    names = [*SETTINGS, REST]
    head = ("Jahr", "gesamt", *[SETTINGS.get(name, "geschützt oder nicht aufgeteilt") for name in names])
    planned = any(plan(scope, year) is not None for year in scope.years)
    rows = []
    for year in scope.years:
        total, parts = scope.total(year), printed[year]
        before = scope.total(year - 1) if year - 1 in scope.years else None
        moved = costs.change_percent(total / before - 1) if total is not None and before else "–"
        cells = [unit.bare(unit.steps(total)) if total is not None else "k. A."]
        cells += [parts.get(name, "–") for name in names] + [moved]
        goal = plan(scope, year)
        rows.append((str(year), *cells, *([unit.bare(unit.steps(goal)) if goal else "–"] if planned else [])))
    header = (*head, "zum Vorjahr", *(("Plan",) if planned else ()))
    return Table(f"{unit.name} {scope.unit_words}, {scope.area.name}", header, tuple(rows))
