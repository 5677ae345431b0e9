"""The areas per 1,000 inhabitants below 21: ordered bars and a map on a neutral scale."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.analysis.scales import nice_edges
from dashboard.answers.kosten import tree
from dashboard.answers.kosten.amount import Amount
from dashboard.answers.kosten.book import REST
from dashboard.answers.kosten.parts import Card, Ledger, Line, Map, Words
from dashboard.answers.kosten.path import Way
from dashboard.answers.kosten.printing import NOTHING, cases_and_cost, missing
from dashboard.answers.parts import Table
from dashboard.display import AreaValue, Scale
from dashboard.figures.theme import PETROL
from dashboard.model import CITY
from dashboard.wording import costs, costs_said
from dashboard.wording.costs import FINE_THOUSANDS, Money, unit_for
from dashboard.wording.numbers import number

Extremes = tuple[tuple[str, int], tuple[str, int]]  # locative and cents per 1,000, highest and lowest
CLASSES = 5


def rates(way: Way) -> dict[str, tuple[Amount, int | None]]:
    """By area (the city last): its amount, and cents per 1,000; None where one is not shown."""
    scope = way.scope.per_head()
    found = {}
    for area in (*way.scope.book.areas, CITY):
        shown = tree.amount(way.scope.book, way.node, area, way.scope.year)
        whole = tree.is_complete(way.scope.book, way.node, area, way.scope.year)
        found[area] = (shown, scope.money(shown.cents, way.scope.year, area) if whole else None)
    return found


def extremes(way: Way) -> Extremes | None:
    """Highest and lowest area; None with fewer than two areas."""
    areas = way.scope.catalogue.areas
    known = [
        (cents, areas[area].locative) for area, (_, cents) in rates(way).items() if area != CITY and cents
    ]
    if len(known) < 2:
        return None
    (high, there), (low, here) = max(known), min(known)
    return (there, high), (here, low)


def card(way: Way, found: Extremes | None) -> Card:
    """Bars and map. The city's value contains what is assigned to no area, and says so."""
    values = rates(way)
    unit = unit_for(max((cents or 0 for _amount, cents in values.values()), default=0), fine=True)
    scope = way.scope
    order = sorted(scope.book.areas, key=lambda area: (values[area][1] is None, -(values[area][1] or 0)))
    most = max([values[area][1] or 0 for area in order] + [values[CITY][1] or 0, 1])
    lines = [_line(way, area, *values[area], unit, most) for area in order]
    city_amount, city = values[CITY]
    lines.append(Line("Stadt Hamm", _cells(way, CITY, city_amount, city, unit), role="sum"))
    header = ("Sozialraum", f"{unit.name} je 1.000", "Fälle je 1.000", f"{FINE_THOUSANDS.name} je Fall")
    subtitle = (
        f"{way.label()} {scope.year} je 1.000 Einwohnerinnen und Einwohner unter 21 (Melderegister, 31.12.)"
    )
    plain = f"{way.label()} je 1.000 unter 21-Jährige"
    table = Table(subtitle, header, tuple((line.name, *line.cells) for line in lines))
    mark = city / most if city is not None else None
    return Card(
        title=costs_said.extremes_title(way.label(), *found) if found else plain,
        subtitle=f"{subtitle}, {scope.unit_words}; gestrichelt: Stadt Hamm",
        blocks=(Ledger(header, tuple(lines), mark=mark), *_note(way)),
        beside=(_map(way, values, unit),),
        table=table,
    )


def _line(way: Way, area: str, amount: Amount, cents: int | None, unit: Money, most: int) -> Line:
    chosen = way.scope.view.raum == area
    href = way.href(way.node, CITY if chosen else area)
    bar = None if cents is None else max(0.0, cents / most)
    name = way.scope.catalogue.areas[area].name
    return Line(name, _cells(way, area, amount, cents, unit), bar, PETROL, href, area, chosen=chosen)


def _cells(way: Way, area: str, amount: Amount, cents: int | None, unit: Money) -> tuple[str, ...]:
    if cents is None:
        return missing(amount, 3)
    people = way.scope.book.under_21(area, way.scope.year)
    rate = number(1000 * amount.cases / people, 1) if amount.cases is not None and people else NOTHING
    shown = way.scope.in_euros(amount, way.scope.year, area)
    return unit.bare(unit.steps(cents)), rate, cases_and_cost(shown)[1]


def _note(way: Way) -> tuple[Words, ...]:
    """What of the city's value belongs to no area, and which kinds are in no value."""
    return (_assigned(way), *_left_out(way))


def _left_out(way: Way) -> tuple[Words, ...]:
    kinds = tree.left_out(way.scope.book, way.node, way.scope.year)
    names = ", ".join(kind.short_title for kind in kinds)
    return (Words(f"Ohne {names}: {way.scope.year} geschützt oder nicht bekannt."),) if kinds else ()


def _assigned(way: Way) -> Words:
    found = tree.areas(way.scope.book, way.node, way.scope.year)
    rest = next((child for child in found if child.key == REST), None)
    if rest is None or rest.amount.cents is None:
        return Words("Der Stadtwert ist aus allen neun Sozialräumen gebildet; nichts ist ohne Zuordnung.")
    share = way.child(rest).cents or 0
    return Words(f"Der Stadtwert enthält {costs.amount(share)} „{rest.title}“.")


def _map(way: Way, values: dict[str, tuple[Amount, int | None]], unit: Money) -> Map:
    scope = way.scope
    shown = tuple(_value(way, area, *values[area], unit) for area in scope.book.areas)
    return Map(
        shapes=scope.asking.store.shapes(scope.asking.release, "sozialraum"),
        values=shown,
        scale=_scale((value.value for value in shown), unit),
        unit=f"{unit.name} je 1.000 unter 21",
        title=f"{way.label()} je 1.000 unter 21-Jährige, {scope.year}",
        sentences={
            value.area: f"{value.name}: {value.text} {unit.name} je 1.000 unter 21-Jährige"
            if value.value is not None
            else f"{value.name}: geschützt"
            for value in shown
        },
    )


def _value(way: Way, area: str, amount: Amount, cents: int | None, unit: Money) -> AreaValue:
    place = way.scope.catalogue.areas[area]
    chosen = way.scope.view.raum == area
    hidden = cents is None and amount.hidden
    text = unit.bare(unit.steps(cents)) if cents is not None else missing(amount, 1)[0]
    return AreaValue(
        area=area, name=place.name, short_name=place.short_name,
        value=None if cents is None else cents / unit.cents, lower=None, upper=None, numerator=None,
        denominator=None, text=text, interval_text="", sign="hidden" if hidden else "none", sign_word="",
        noted=False, trend="not_computable", trend_word="", origin=way.scope.book.origin,
        href=way.href(way.node, CITY if chosen else area), focused=chosen, row=place.row, column=place.column,
    )  # fmt: skip


def _scale(values: Iterable[float | None], unit: Money) -> Scale | None:
    """Round class limits in the printed unit."""
    shown = [value for value in values if value is not None]
    if len(shown) < 2 or min(shown) == max(shown):
        return None
    edges = tuple(nice_edges(shown, CLASSES))
    if not edges:
        return None
    printed = [
        number(edge, next(d for d in range(5) if d == 4 or round(edge, d) == round(edge, 6)))
        for edge in edges
    ]
    between = [f"{low} bis unter {high}" for low, high in zip(printed, printed[1:], strict=False)]
    labels = (f"unter {printed[0]}", *between, f"{printed[-1]} und mehr")
    return Scale(edges, labels, f"unter {' · '.join(printed)} und mehr {unit.name}")
