"""What can be chosen on the page on costs: each view shows its own fields, the form carries all."""

from __future__ import annotations

from dashboard.answers.kosten.book import EUROS
from dashboard.answers.kosten.outlook import YEARS_AHEAD, number_of
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.kosten.split import DAYS, wants_days
from dashboard.answers.parts import Cell, Controls, Option, Select
from dashboard.model import CITY
from dashboard.wording.periods import axis_label

SELECTS = ("raum", "euro", "bezug", "von", "jahr", "faktoren", "zieljahr")
HIDDEN = ("ansicht", "merkmal", "bereich", "stand")
#: Fields of each view; the project has none.
FIELDS = {
    "": ("raum", "euro", "bezug", "von", "jahr"),
    "ursachen": ("raum", "euro", "von", "jahr", "faktoren"),
    "praevention": ("raum", "von", "jahr"),
    "raeume": ("raum", "euro", "jahr"),
    "szenario": ("raum", "zieljahr"),
    "projekt": (),
}


def controls(scope: Scope) -> Controls:
    """Options and current values. A field that is not of the view keeps its value and is hidden."""
    view, area = scope.view, scope.area
    place = "Ganze Stadt" if area.id == CITY else area.name
    shown = FIELDS[view.ansicht]
    selects = tuple(_offered(select, select.name in shown) for select in _selects(scope))
    return Controls(
        selects=selects,
        hidden=tuple((name, _carried(scope, name)) for name in HIDDEN),
        cells=_cells(scope) if "raum" in shown else (),
        city_href=scope.address(raum=CITY) if "raum" in shown else "",
        title="Kosten",
        chosen=f"{place} · {scope.year}",
        with_years=False,
    )


def _selects(scope: Scope) -> tuple[Select, ...]:
    base = scope.catalogue.prices.base
    return (
        Select("raum", "Raum", _areas(scope), scope.view.raum),
        Select("euro", "Preise", (("nominal", "in jeweiligen Preisen"), ("real", f"in Preisen von {base}")),
               scope.view.get("euro") or "nominal"),
        Select("bezug", "Bezug", (("summe", "insgesamt"), ("je-1000", "je 1.000 unter 21")),
               scope.view.get("bezug") or "summe"),
        Select("von", "Vergleich mit" if scope.view.ansicht != "ursachen" else "von", _earlier(scope),
               str(scope.since)),
        Select("jahr", "Jahr" if scope.view.ansicht != "ursachen" else "bis", _years(scope), str(scope.year)),
        Select("faktoren", "Zerlegung", _factors(scope), scope.view.get("faktoren") or "drei"),
        Select("zieljahr", "Zieljahr", _goals(scope), number_of(scope, "zieljahr")),
    )  # fmt: skip


def _offered(select: Select, shown: bool) -> Select:
    """A field that is not shown offers its own value alone: it is hidden, and the form still carries it."""
    if shown:
        return select
    own = tuple(option for option in select.options if option[0] == select.value) or ((select.value, ""),)
    return Select(select.name, select.label, own, select.value)


def _areas(scope: Scope) -> tuple[Option, ...]:
    areas = [scope.catalogue.areas[area] for area in scope.book.areas]
    return ((CITY, "Ganze Stadt"), *((area.id, area.name) for area in areas))


def _earlier(scope: Scope) -> tuple[Option, ...]:
    years = [year for year in scope.years if year < scope.year] or [scope.since]
    return tuple((str(year), str(year)) for year in years)


def _years(scope: Scope) -> tuple[Option, ...]:
    """Only known years of amounts: without an indicator there are none, and the shown year is plain."""
    indicator = scope.catalogue.indicators.get(EUROS)
    years = scope.years or (scope.year,)
    return tuple(
        (str(year), axis_label(indicator, year) if indicator else str(year)) for year in reversed(years)
    )


def _factors(scope: Scope) -> tuple[Option, ...]:
    """With days only where there are any, or where somebody asks for them."""
    plain = (("drei", "ohne Hilfetage"),)
    with_days = scope.book.has_days or wants_days(scope)
    return (*plain, (DAYS, "mit Hilfetagen")) if with_days else plain


def _goals(scope: Scope) -> tuple[Option, ...]:
    last = scope.book.years[-1] if scope.book.years else scope.year
    years = [str(year) for year in range(last + 1, last + YEARS_AHEAD + 1)]
    asked = number_of(scope, "zieljahr")
    return tuple((year, year) for year in (years if asked in years else [asked, *years]))


def _carried(scope: Scope, name: str) -> str:
    if name == "bereich":
        return scope.view.get("bereich")
    found: str = getattr(scope.view, name)
    return found


def _cells(scope: Scope) -> tuple[Cell, ...]:
    areas = [scope.catalogue.areas[area] for area in scope.book.areas]
    return tuple(
        Cell(area.short_name, scope.address(raum=CITY if area.id == scope.view.raum else area.id), area.row,
             area.column, area.id == scope.view.raum)
        for area in areas
        if area.row is not None and area.column is not None
    )  # fmt: skip
