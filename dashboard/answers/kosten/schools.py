"""Help in schools: cases by form of school, and how much of it is systemic instead of for a single case."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.answers.kosten.over_years import COLOURS
from dashboard.answers.kosten.parts import Card, Ledger, Line
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Table
from dashboard.figures.theme import PETROL
from dashboard.model import LINE_ORIGINS, TOTAL
from dashboard.store.facts import Fact
from dashboard.wording import costs
from dashboard.wording.numbers import MARKS, number, with_unit
from dashboard.wording.periods import period_title

CASES, SYSTEMIC, EUROS = (
    "eingliederungshilfe-schule",
    "eingliederungshilfe-systemisch",
    "eingliederungshilfe-aufwendungen",
)
HEADER = ("Schulform", "Fälle", "je 1.000 Schülerinnen und Schüler")


@dataclass(frozen=True, slots=True)
class _Schools:
    """Facts of one area and year: cases by form, the systemic share, the euros."""

    cases: dict[str, Fact]
    systemic: Fact | None
    euros: Fact | None


def cards(scope: Scope) -> tuple[Card, ...]:
    """The card, if there are cases in the shown school year."""
    found = _read(scope)
    total = found.cases.get(TOTAL)
    if total is None or total.numerator is None:
        return ()
    indicator = scope.catalogue.indicators[CASES]
    ledger = Ledger(HEADER, _lines(found, scope))
    caption = f"Schulische Eingliederungshilfe, {scope.area.name}, {period_title(indicator, scope.year)}"
    rows = [(line.name, *line.cells) for line in (*ledger.lines, *_ways(found))]
    shown = (
        Card(
            title=_title(found),
            subtitle=caption,
            blocks=(ledger,),
            beside=(Ledger(("Art der Hilfe", "Fälle", "Anteil"), _ways(found)), *_money(found, scope)),
            table=Table(caption, HEADER, tuple(rows)),
        ),
    )
    return shown


def _read(scope: Scope) -> _Schools:
    def here(indicator: str) -> dict[str, Fact]:
        facts = scope.asking.store.every_category(scope.asking.release, indicator)
        own = [fact for fact in facts if (fact.area, fact.year) == (scope.view.raum, scope.year)]
        origin = min((LINE_ORIGINS.index(fact.origin) for fact in own), default=0)
        return {fact.breakdown: fact for fact in own if LINE_ORIGINS.index(fact.origin) == origin}

    return _Schools(here(CASES), here(SYSTEMIC).get(TOTAL), here(EUROS).get(TOTAL))


def _title(found: _Schools) -> str:
    systemic = found.systemic
    if systemic is None or systemic.value is None:
        return "Eingliederungshilfe in Schulen"
    return (
        f"Eingliederungshilfe in Schulen: {costs.percent(systemic.value / 100)} der Fälle systemisch versorgt"
    )


def _lines(found: _Schools, scope: Scope) -> tuple[Line, ...]:
    indicator = scope.catalogue.indicators[CASES]
    forms = [form for breakdown in indicator.breakdowns for form in breakdown.categories]
    counts = [fact.numerator for name, fact in found.cases.items() if name and fact.numerator is not None]
    most = max(counts, default=0)
    lines = [_line(form.title, found.cases.get(form.id), most, "") for form in forms]
    return (*lines, _line("Summe", found.cases.get(TOTAL), 0, "sum"))


def _line(title: str, fact: Fact | None, most: float, role: str) -> Line:
    if fact is None or fact.numerator is None:
        mark = MARKS.get(fact.status, MARKS["unknown"]) if fact else "–"
        return Line(title, (mark, mark), role=role)
    rate = number(fact.value, 1) if fact.value is not None else "–"
    bar = fact.numerator / most if most else None
    return Line(title, (number(fact.numerator), rate), bar, PETROL, role=role)


def _ways(found: _Schools) -> tuple[Line, ...]:
    """Systemic help against help for a single case; nothing where the share is not shown."""
    fact = found.systemic
    if fact is None or fact.value is None or fact.numerator is None or not fact.denominator:
        mark = MARKS.get(fact.status, "–") if fact else "–"
        return (Line("systemisch", (mark, mark)), Line("Einzelfall", (mark, mark)))
    tenths = round(1000 * fact.numerator / fact.denominator)
    counts = (fact.numerator, fact.denominator - fact.numerator)
    both = zip(("systemisch", "Einzelfall"), counts, (tenths, 1000 - tenths), strict=True)
    colours = (COLOURS["stationaer"], COLOURS["ambulant"])
    return tuple(
        Line(title, (number(count), with_unit(share / 10, "%", 1)), count / max(counts), colour)
        for (title, count, share), colour in zip(both, colours, strict=True)
    )


def _money(found: _Schools, scope: Scope) -> tuple[Ledger, ...]:
    """What is paid for it in the calendar year, in nominal euros."""
    fact, cases = found.euros, found.cases[TOTAL].numerator
    if fact is None or fact.cents is None:
        return ()
    each = costs.FINE_THOUSANDS.text(round(fact.cents / cases)) if cases else "–"
    lines = (
        Line(f"Aufwendungen {scope.year}", (costs.amount(fact.cents),)),
        Line("je Fall, Kalenderjahr zu Schuljahr", (each,)),
    )
    return (Ledger(("Kosten, in jeweiligen Preisen", "Betrag"), lines, barred=-1),)
