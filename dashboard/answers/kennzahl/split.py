"""The card on the categories: the shown period, city or focused area, as bars that are links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.answers.areas import interval_text, value_text
from dashboard.answers.desk import Asking
from dashboard.answers.kennzahl.cards import Bar, Split
from dashboard.answers.question import Question
from dashboard.catalogue.models import Breakdown, Category
from dashboard.model import LINE_ORIGINS
from dashboard.store.facts import Fact
from dashboard.wording import periods

NOT_THERE = Split(False, "", "", (), "")
_PARTS = "Die Kategorien ergeben zusammen das Ganze."


def read(asking: Asking) -> None:
    """Ask for all categories of the view's indicator, if it has any: the shown one is then among them."""
    view = asking.view
    if asking.choices.indicators[view.kennzahl].categories:
        asking.store.every_category(asking.release, view.kennzahl, view.ebene)


def split(asking: Asking, question: Question) -> Split:
    """One bar for every category of every breakdown; shares in catalogue order, amounts by size."""
    offered = question.choices.indicators[question.indicator.id].categories
    if not offered or not question.line.years:
        return NOT_THERE
    known, of_place = {name for name, _ in offered}, _facts(asking, question)
    found = [
        (category, of_place.get(category.id))
        for breakdown in question.indicator.breakdowns
        for category in breakdown.categories
        if category.id in known
    ]
    top = max((_height(fact) for _, fact in found), default=0.0)
    if top <= 0:
        return NOT_THERE
    if question.indicator.kind != "share":
        found.sort(key=lambda pair: -_height(pair[1]))
    return Split(
        there=True,
        title=_title(question),
        subtitle=_subtitle(question),
        bars=tuple(_bar(category, fact, question, top) for category, fact in found),
        note=_note(question.indicator.breakdowns),
    )


def _facts(asking: Asking, question: Question) -> dict[str, Fact]:
    """By category: the fact of the place and period that are shown, of the line's own origin."""
    key = ("categories", asking.release, question.indicator.id, question.view.ebene)
    of_places = asking.lines.get(key, lambda: _by_place(asking, question))
    return of_places.get((question.view.raum, question.year), {})


def _by_place(asking: Asking, question: Question) -> dict[tuple[str, int], dict[str, Fact]]:
    """The same of every area and year."""
    of_indicator = asking.store.every_category(asking.release, question.indicator.id, question.view.ebene)
    found: dict[tuple[str, int], dict[str, Fact]] = {}
    for row in sorted(of_indicator, key=lambda row: LINE_ORIGINS.index(row.origin)):
        if row.reading == 0:
            found.setdefault((row.area, row.year), {}).setdefault(row.breakdown, row)
    return found


def _height(fact: Fact | None) -> float:
    parts: Iterable[float | None] = (fact.value, fact.upper) if fact else ()
    return max((part for part in parts if part is not None), default=0.0)


def _bar(category: Category, fact: Fact | None, question: Question, top: float) -> Bar:
    chosen = question.view.merkmal == category.id
    has_total = question.choices.indicators[question.indicator.id].has_total
    target = "" if chosen and has_total else category.id
    return Bar(
        name=category.title,
        text=value_text(fact, question.indicator),
        interval_text=interval_text(fact, question.indicator),
        width=_share(fact.value if fact else None, top),
        lower=_share(fact.lower if fact else None, top),
        upper=_share(fact.upper if fact else None, top),
        href=replace(question.view, merkmal=target).address(question.choices),
        chosen=chosen,
    )


def _share(value: float | None, top: float) -> float | None:
    return None if value is None else round(100 * value / top, 2)


def _title(question: Question) -> str:
    names = " und ".join(f"„{breakdown.title}“" for breakdown in question.indicator.breakdowns)
    several = "den Merkmalen" if len(question.indicator.breakdowns) > 1 else "dem Merkmal"
    return f"Nach {several} {names} {question.catalogue.areas[question.view.raum].locative}"


def _subtitle(question: Question) -> str:
    whole = "Ein Klick zeigt die Entwicklung einer Kategorie"
    return f"{periods.period_title(question.indicator, question.year)}. {whole}."


def _note(breakdowns: tuple[Breakdown, ...]) -> str:
    return _PARTS if all(breakdown.additive for breakdown in breakdowns) else ""
