"""Where does it arise? The way down to area and year, and the areas per 1,000 inhabitants below 21."""

from __future__ import annotations

from dashboard.answers.kosten import icicle, levels, per_head
from dashboard.answers.kosten.parts import Card, Crumbs, Shown, Words
from dashboard.answers.kosten.path import Way
from dashboard.answers.kosten.printing import HIDDEN
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Table
from dashboard.wording import costs_said
from dashboard.wording.numbers import number

PROTECTED = (
    "x: geschützt (Geheimhaltung). Was geschützt ist, steht nur zusammen in „geschützt (zusammen)“; "
    "die Summe darüber bleibt öffentlich."
)


def raeume(scope: Scope) -> Shown:
    """The view of the way down. Amounts are totals in the euros of the view."""
    way = Way.of(scope.whole())
    extremes = per_head.extremes(way)
    headline = _headline(way, extremes)
    return Shown(
        headline=headline,
        subtitle=f"{way.label()}, {scope.area.name}, {scope.year}, {scope.whole().unit_words}",
        detail=_detail(way),
        period=str(scope.year),
        cards=(_down(way), per_head.card(way, extremes)),
        notices=scope.notices,
    )


def _headline(way: Way, extremes: per_head.Extremes | None) -> str:
    scope = way.scope
    own = way.amount(scope.view.raum)
    if way.node.is_root and scope.is_city:
        if extremes is None:
            return costs_said.development(scope.area.locative, scope.year, own.cents, ())
        base = scope.catalogue.prices.base if scope.is_real else None
        return costs_said.per_head_extremes(scope.year, *extremes, base=base)
    words = "der Kosten dafür in der Stadt" if not scope.is_city else "der Hilfen zur Erziehung"
    text = way.text(way.node, scope.view.raum)
    if not text and not own.hidden:
        return f"{costs_said.NO_AMOUNT} im Jahr {scope.year}"
    return costs_said.part_of(
        scope.year, way.phrase(), scope.area.locative, text, way.share(scope.view.raum), words
    )


def _detail(way: Way) -> str:
    own = way.amount(way.scope.view.raum)
    cases = f"n = {number(own.cases)} Hilfen; " if own.cases is not None else ""
    return f"{cases}zugeordnet nach dem Sozialraum der Hilfe; jede Ebene ergibt die Summe der Ebene darüber."


def _down(way: Way) -> Card:
    ledger = levels.ledger(way)
    hidden = any(HIDDEN in line.cells for line in ledger.lines)
    caption = f"{way.label()}, {way.scope.area.name}, {way.scope.year}"
    return Card(
        title=levels.title(way),
        subtitle="Die Höhe der Felder zeigt den Betrag. Klick oder Eingabetaste führt eine Ebene tiefer, "
        "„Zurück“ wieder hinauf.",
        blocks=(Crumbs(way.crumbs()), icicle.icicle(way)),
        beside=(ledger, *((Words(PROTECTED),) if hidden else ())),
        table=Table(caption, ledger.header, tuple((line.name, *line.cells) for line in ledger.lines)),
    )
