"""What does it cost? Total and settings over the years, the kinds of help of one year, help in schools."""

from __future__ import annotations

from dashboard.answers.kosten import duration, kinds, over_years, schools
from dashboard.answers.kosten.beside import published
from dashboard.answers.kosten.book import EUROS
from dashboard.answers.kosten.parts import Shown
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Tile
from dashboard.model import CITY
from dashboard.wording import costs, costs_said
from dashboard.wording.numbers import number


def entwicklung(scope: Scope) -> Shown:
    """The view that opens the page."""
    total = scope.total(scope.year)
    earlier = [(year, scope.total(year)) for year in _compared(scope)]
    base = scope.catalogue.prices.base if scope.is_real else None
    return Shown(
        headline=costs_said.development(
            scope.area.locative, scope.year, total, earlier, scope.is_per_head, base
        ),
        subtitle=f"{scope.catalogue.indicators[EUROS].title}, {scope.area.name}, {scope.unit_words}",
        detail=_detail(scope),
        period=str(scope.year),
        cards=(over_years.card(scope), kinds.card(scope), *duration.cards(scope), *schools.cards(scope)),
        tiles=_tiles(scope),
        published=published(scope),
        notices=scope.notices,
    )


def _compared(scope: Scope) -> list[int]:
    """The year before and the year of comparison, each once."""
    earlier = [year for year in (scope.year - 1, scope.since) if year in scope.years and year < scope.year]
    return list(dict.fromkeys(earlier))


def _detail(scope: Scope) -> str:
    amount, people = scope.book.amount(scope.view.raum, scope.year), scope.people(scope.year)
    parts = [f"n = {number(amount.cases)} Hilfen im Jahr {scope.year}" if amount.cases is not None else ""]
    parts.append(f"{number(amount.days)} Hilfetage" if amount.days is not None else "")
    parts.append(f"{number(people)} unter 21-Jährige (Melderegister, 31.12.{scope.year})" if people else "")
    parts.append("Beträge stammen aus Buchungen; ein Zufallsbereich entfällt")
    return "; ".join(part for part in parts if part) + "."


def _tiles(scope: Scope) -> tuple[Tile, ...]:
    found = (_total_tile(scope), _plan_tile(scope), _head_tile(scope), _case_tile(scope))
    return tuple(tile for tile in found if tile is not None)


def _total_tile(scope: Scope) -> Tile | None:
    cents, before = scope.total(scope.year), scope.total(scope.year - 1)
    if cents is None:
        return None
    moved = f"{costs.change_percent(cents / before - 1)} gegenüber {scope.year - 1}" if before else ""
    return Tile(f"Kosten {scope.year}", costs.amount(cents), moved)


def _plan_tile(scope: Scope) -> Tile | None:
    planned, cents = over_years.plan(scope, scope.year), scope.total(scope.year)
    if planned and cents is not None:
        unit, over = costs.unit_for(planned), cents - planned
        word = "über" if over > 0 else "unter"
        detail = f"Ergebnis {unit.text(abs(over))} {word} Plan ({costs.change_percent(over / planned)})"
        return Tile(f"Plan {scope.year} (Haushaltsansatz)", costs.amount(planned), detail)
    whole = scope.total(scope.year, CITY)
    if scope.is_city or scope.is_per_head or not whole or cents is None:
        return None
    return Tile("Anteil an der Stadt", costs.percent(cents / whole), f"von {costs.amount(whole)}")


def _head_tile(scope: Scope) -> Tile | None:
    per_head = scope.per_head()
    here, whole = per_head.total(scope.year), per_head.total(scope.year, CITY)
    if here is None:
        return None
    beside = f"Stadt: {costs.amount(whole)}" if whole is not None and not scope.is_city else ""
    return Tile("Je 1.000 unter 21-Jährige", costs.amount(here), beside or f"31.12.{scope.year}")


def _case_tile(scope: Scope) -> Tile | None:
    now, then = scope.per_case(scope.year), scope.per_case(scope.since)
    if now is None:
        return None
    moved = (
        f"{costs.change_percent(now / then - 1)} seit {scope.since}"
        if then and scope.since < scope.year
        else ""
    )
    return Tile("Kosten je Hilfe", costs.FINE_THOUSANDS.text(now), moved)
