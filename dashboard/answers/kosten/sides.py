"""The two sides of the budget: which kinds of cost count as prevention, and what was spent on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from dashboard.answers.kosten.amount import Amount
from dashboard.answers.kosten.book import Place
from dashboard.answers.kosten.parts import Card, Ledger, Line, Words
from dashboard.answers.kosten.printing import Printed, missing
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Table
from dashboard.catalogue.models import CostKind
from dashboard.figures.stack import TINTS
from dashboard.store.facts import Fact
from dashboard.wording.costs import unit_for
from dashboard.wording.units import NBSP

AMOUNTS = "praevention-aufwendungen"


@dataclass(frozen=True, slots=True)
class Sides:
    """Cents of both sides; ``parts`` by kind of prevention, kinds of help among them."""

    prevention: int
    correction: int
    parts: dict[str, Amount]


def of(scope: Scope, year: int) -> Sides | None:
    """Both sides of one area and year; None where a part of prevention is not shown."""
    own = {kind.id: _own(scope, kind, year) for kind in _preventive(scope)}
    total = scope.book.amount(scope.view.raum, year).cents
    if total is None or any(amount.cents is None for amount in own.values()):
        return None
    helps = {kind.id for kind in scope.book.kinds}
    prevention = sum(amount.cents or 0 for amount in own.values())
    within = sum(amount.cents or 0 for key, amount in own.items() if key in helps)
    return Sides(prevention, total - within, own)


def cards(scope: Scope, year: int) -> tuple[Card, ...]:
    """The definition with amounts: prevention kind by kind, correction as a whole."""
    found = of(scope, year)
    leaves = {} if found is None else {key: each.cents or 0 for key, each in found.parts.items()}
    if found is not None:
        leaves["correction"] = found.correction
    unit = unit_for(sum(leaves.values()) // 10, fine=True)
    groups = {key: "prevention" for key in leaves if key != "correction"}
    printed = Printed(leaves, unit, groups=groups)
    header = ("Kostenart", unit.name, "Anteil")
    lines = tuple(_lines(scope, year, printed))
    corrective = [kind.short_title for kind in scope.book.kinds if kind.side == "correction"]
    words = f"Korrektur sind: {', '.join(corrective)}."
    caption = f"Prävention und Korrektur nach Kostenarten, {scope.area.name}, {year}"
    return (
        Card(
            title="Was als Prävention zählt",
            subtitle=caption,
            blocks=(Ledger(header, lines), Words(words)),
            table=Table(caption, header, tuple((line.name, *line.cells) for line in lines)),
            half=True,
        ),
    )


def _lines(scope: Scope, year: int, printed: Printed) -> list[Line]:
    kinds = _preventive(scope)
    lines = [_line(kind, _own(scope, kind, year), printed) for kind in kinds]
    if "correction" not in printed.keys:
        return lines
    keys = tuple(kind.id for kind in kinds)
    correction = (printed.amount("correction"), printed.share("correction"))
    return [
        *lines,
        Line("Prävention", (printed.amount(*keys), printed.share(*keys)), role="group"),
        Line("Korrektur (alle übrigen Hilfen)", correction, role="group"),
        Line("Summe", (printed.amount(*printed.keys), printed.share(*printed.keys)), role="sum"),
    ]


def _line(kind: CostKind, amount: Amount, printed: Printed) -> Line:
    name = f"{kind.title} ({kind.law.replace(' ', NBSP)})" if kind.law else kind.title
    if amount.cents is None or kind.id not in printed.keys:
        return Line(name, missing(amount, 2))
    most = max((printed.bar(key) or 0 for key in printed.keys if key != "correction"), default=0)
    bar = (printed.bar(kind.id) or 0) / most if most else None
    return Line(name, (printed.amount(kind.id), printed.share(kind.id)), bar, TINTS[1])


def _preventive(scope: Scope) -> tuple[CostKind, ...]:
    """Kinds of help first, then what stands outside of them."""
    helps = [kind for kind in scope.book.kinds if kind.side == "prevention"]
    breakdowns = scope.catalogue.indicators[AMOUNTS].breakdowns
    listed = chain.from_iterable(breakdown.categories for breakdown in breakdowns)
    others = [scope.catalogue.cost_kinds[each.id] for each in listed]
    return (*helps, *(kind for kind in others if kind.side == "prevention"))


def _own(scope: Scope, kind: CostKind, year: int) -> Amount:
    if kind in scope.book.kinds:
        return scope.book.amount(scope.view.raum, year, kind.id)
    fact = _placed(scope).get((scope.view.raum, kind.id, year))
    return Amount(None) if fact is None else Amount(fact.cents, None, fact.status == "hidden")


def _placed(scope: Scope) -> Mapping[Place, Fact]:
    """The amounts outside of the helps by place: the first of each, read once per release."""

    def read() -> Mapping[Place, Fact]:
        facts = scope.asking.store.every_category(scope.asking.release, AMOUNTS)
        own = [fact for fact in facts if fact.origin == scope.book.origin]
        return {(fact.area, fact.breakdown, fact.year): fact for fact in reversed(own)}

    return scope.asking.part(("kosten", AMOUNTS), read)
