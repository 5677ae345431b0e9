"""An amount that a view computes, as a row of a file: with the source of what it was computed from."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dashboard.answers.kosten.book import EUROS
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.rows import Row, row_of
from dashboard.model import CITY
from dashboard.store.facts import Fact


def name_of(scope: Scope) -> str:
    """What spending is called in the euros of the view: per head and in which prices."""
    name = EUROS + ("-je-1000-unter-21" if scope.is_per_head else "")
    return name + (f"-preise-{scope.catalogue.prices.base}" if scope.is_real else "")


def computed(
    scope: Scope, name: str, area: str, period: str, kind: str, cents: int, *, title: str = ""
) -> Row:
    """One row. ``title``: of what is no area (a remainder)."""
    first = next(fact for fact in scope.book.euros.values() if fact.area == CITY)
    plain = row_of(_bare(first), scope.catalogue, scope.asking.release)
    return replace(
        plain,
        kennzahl=name,
        raum=area,
        raum_name=title or scope.catalogue.areas[area].name,
        zeitraum=period,
        merkmal=kind,
        wert=Decimal(cents) / 100,
    )


def _bare(fact: Fact) -> Fact:
    """A fact without what belongs to its own cell alone."""
    return fact._replace(
        value=None, cents=None, status="valid", comparison=None, trend=None, lower=None, upper=None
    )
