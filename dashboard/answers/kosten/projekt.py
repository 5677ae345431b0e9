"""What did the programme itself cost, and who paid? Published plans of 2012 to 2014."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.answers.kosten.parts import Card, Ledger, Legend, Line, Shown, Words
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Table
from dashboard.figures.stack import GREYS, Layer, Stack
from dashboard.model import CITY, TOTAL
from dashboard.store.facts import Fact
from dashboard.wording import costs, costs_causes
from dashboard.wording.costs import FINE_THOUSANDS
from dashboard.wording.costs_causes import amount_exact
from dashboard.wording.units import NBSP

COSTS, FUNDING = "projektkosten", "landesfoerderung"


@dataclass(frozen=True, slots=True)
class Books:
    """Cents of the project by year and item, the state's part by year, and second readings."""

    costs: dict[tuple[int, str], int]
    funding: dict[int, int]
    doubts: tuple[Fact, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the plan."""
        return tuple(sorted({year for year, item in self.costs if item == TOTAL}))

    def total(self) -> int:
        """All years together."""
        return sum(self.costs[year, TOTAL] for year in self.years)

    def paid(self) -> int | None:
        """The state's part of all years; None where a year is missing."""
        if any(year not in self.funding for year in self.years):
            return None
        return sum(self.funding[year] for year in self.years)


def facts(scope: Scope, indicator: str) -> list[Fact]:
    """The published figures of the project, by year."""
    found = scope.asking.store.every_category(scope.asking.release, indicator)
    return sorted((fact for fact in found if fact.area == CITY), key=lambda fact: (fact.year, fact.reading))


def books(scope: Scope) -> Books:
    """What is known of the project."""
    spent = facts(scope, COSTS)
    return Books(
        {
            (fact.year, fact.breakdown): fact.cents
            for fact in spent
            if fact.cents is not None and not fact.reading
        },
        {
            fact.year: fact.cents
            for fact in facts(scope, FUNDING)
            if fact.cents is not None and not fact.reading
        },
        tuple(fact for fact in spent if fact.reading),
    )


def projekt(scope: Scope) -> Shown:
    """The view of the project."""
    found = books(scope)
    subtitle = "Projekt Präventionsketten, geplante Kosten und Landesförderung nach Vorlage 0908/11"
    if not found.years:
        return Shown(
            "Zu den Projektkosten ist nichts veröffentlicht", subtitle, "", "", (), notices=scope.view.notices
        )
    first, last = found.years[0], found.years[-1]
    return Shown(
        headline=costs_causes.project(first, last, found.total(), found.paid()),
        subtitle=subtitle,
        detail="Veröffentlichte Planzahlen, keine Abrechnung; Beträge auf den Euro.",
        period=f"{first}–{last}",
        cards=(_by_item(scope, found), _by_payer(found)),
        notices=scope.view.notices,
    )


def _items(scope: Scope) -> list[tuple[str, str]]:
    breakdowns = scope.catalogue.indicators[COSTS].breakdowns
    return [(item.id, item.title) for breakdown in breakdowns for item in breakdown.categories]


def _by_item(scope: Scope, found: Books) -> Card:
    items = _items(scope)
    layers = [
        _layer(
            title, {year: found.costs.get((year, key), 0) for year in found.years}, GREYS[index % len(GREYS)]
        )
        for index, (key, title) in enumerate(items)
    ]
    totals = {year: found.costs[year, TOTAL] for year in found.years}
    header = ("Posten, in €", *(str(year) for year in found.years), "zusammen")
    lines = [_row(title, [found.costs.get((year, key)) for year in found.years]) for key, title in items]
    lines.append(_row("Summe", list(totals.values()), "sum"))
    most = max(totals, key=lambda year: totals[year])
    table = Table("Projektkosten in Euro", header, tuple((line.name, *line.cells) for line in lines))
    return Card(
        title=f"Am meisten war für {most} geplant: {amount_exact(totals[most])}",
        subtitle="Geplante Kosten nach Posten, Tsd. €",
        blocks=(
            _stack("Projektkosten nach Posten", "posten", found, layers, totals),
            Legend(_legend(layers)),
        ),
        beside=(Ledger(header, tuple(lines), barred=-1), *_doubts(found)),
        table=table,
    )


def _by_payer(found: Books) -> Card:
    state = {year: found.funding.get(year, 0) for year in found.years}
    own = {year: found.costs[year, TOTAL] - state[year] for year in found.years}
    layers = [_layer("Land", state, GREYS[0]), _layer("übrige Mittel", own, GREYS[3])]
    totals = {year: found.costs[year, TOTAL] for year in found.years}
    header = ("Jahr, in €", "Kosten", "Land", "übrige Mittel", "Fördersatz")
    years = [*((str(year), totals[year], state[year]) for year in found.years)]
    lines = [_payer(*row) for row in years]
    lines.append(_payer("Summe", found.total(), sum(state.values()), "sum"))
    rates = [state[year] / totals[year] for year in found.years if totals[year]]
    title = f"Der Fördersatz sinkt von {costs.percent(rates[0], 0)} auf {costs.percent(rates[-1], 0)}"
    falling = len(rates) > 1 and rates[-1] < rates[0]
    return Card(
        title=title if falling else "Kosten und Förderung",
        subtitle="Landesförderung und übrige Mittel, Tsd. €",
        blocks=(_stack("Kosten nach Geldgeber", "geldgeber", found, layers, totals), Legend(_legend(layers))),
        beside=(Ledger(header, tuple(lines), barred=-1),),
        table=Table(
            "Kosten und Förderung in Euro", header, tuple((line.name, *line.cells) for line in lines)
        ),
    )


def _layer(title: str, cents: dict[int, int], colour: str) -> Layer:
    values = {year: amount / FINE_THOUSANDS.cents for year, amount in cents.items()}
    return Layer(title, (f"{amount_exact(sum(cents.values()))} zusammen",), values, colour)


def _stack(name: str, ident: str, found: Books, layers: Sequence[Layer], totals: dict[int, int]) -> Stack:
    texts = {year: FINE_THOUSANDS.bare(FINE_THOUSANDS.steps(cents)) for year, cents in totals.items()}
    years = tuple(range(found.years[0], found.years[-1] + 1))
    tips = {year: f"{year}: {amount_exact(cents)}" for year, cents in totals.items()}
    return Stack(name, FINE_THOUSANDS.name, years, tuple(layers), texts, tips, 0, {}, {}, ident)


def _legend(layers: Sequence[Layer]) -> tuple[tuple[str, str], ...]:
    return tuple((f"colour:{layer.colour}", layer.title) for layer in layers)


def _row(name: str, cents: list[int | None], role: str = "") -> Line:
    known = [amount for amount in cents if amount is not None]
    texts = ["–" if amount is None else _bare(amount) for amount in cents]
    return Line(name, (*texts, _bare(sum(known))), role=role)


def _bare(cents: int) -> str:
    """Euros without their sign: the head of the table has it."""
    return amount_exact(cents).removesuffix(f"{NBSP}€")


def _payer(name: str, spent: int, paid: int, role: str = "") -> Line:
    rate = costs.percent(paid / spent, 0) if spent else "–"
    return Line(name, (_bare(spent), _bare(paid), _bare(spent - paid), rate), role=role)


def _doubts(found: Books) -> tuple[Words, ...]:
    """What the source prints differently; the notes speak of readings as the files number them."""
    return tuple(
        Words(
            f"Die Vorlage nennt für {fact.year} an anderer Stelle {amount_exact(fact.cents)}. "
            f"{fact.note.replace('(Lesart 0)', '(dieser Betrag steht oben)')}."
        )
        for fact in found.doubts
        if fact.cents is not None
    )
