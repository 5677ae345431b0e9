"""Help in schools: cases by form of school, and how much of it is systemic instead of for a single case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.answers.kosten.over_years import COLOURS
from dashboard.answers.kosten.parts import Card, Ledger, Line, Words
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Table
from dashboard.figures.theme import PETROL
from dashboard.model import LINE_ORIGINS, TOTAL
from dashboard.store.facts import Fact
from dashboard.wording import costs, costs_said
from dashboard.wording.numbers import MARKS, interval_text, number, with_unit
from dashboard.wording.periods import period_title

CASES, SYSTEMIC, EUROS = INDICATORS = (
    "eingliederungshilfe-schule",
    "eingliederungshilfe-systemisch",
    "eingliederungshilfe-aufwendungen",
)
HEADER = ("Schulform", "Fälle", "je 1.000", "systemisch", "Anteil", "95-%-Bereich")
TABLE = ("Schulform", "Fälle", "je 1.000", "Einzelfall", "systemisch", "Anteil systemisch", "95-%-Bereich")
_PROTECTED = (
    "x: geschützt (Geheimhaltung): Es sind wenige Fälle, oder aus dem Wert ließe sich ein anderer errechnen."
)


@dataclass(frozen=True, slots=True)
class _Schools:
    """Facts of one area and year: cases and systemic share by form, the euros."""

    cases: dict[str, Fact]
    systemic: dict[str, Fact]
    euros: Fact | None
    forms: tuple[tuple[str, str], ...]  # id and title, the total last

    @property
    def share(self) -> Fact | None:
        """The systemic share of all cases."""
        return self.systemic.get(TOTAL)


def cards(scope: Scope) -> tuple[Card, ...]:
    """The card, if the catalogue knows such help and there are cases in the shown school year."""
    if CASES not in scope.catalogue.indicators:
        return ()
    found = _read(scope)
    total = found.cases.get(TOTAL)
    if total is None or total.numerator is None:
        return ()
    indicator = scope.catalogue.indicators[CASES]
    ledger = Ledger(HEADER, tuple(_lines(found, scope)))
    caption = f"Schulische Eingliederungshilfe, {scope.area.name}, {period_title(indicator, scope.year)}"
    hidden = any(MARKS["hidden"] in line.cells for line in ledger.lines)
    return (
        Card(
            title=_title(found),
            subtitle=f"{caption}; je 1.000 Schülerinnen und Schüler der Schulform; systemisch: Hilfe für die "
            "Schule statt für ein einzelnes Kind",
            blocks=(ledger, *((Words(_PROTECTED),) if hidden else ())),
            beside=(Ledger(("Art der Hilfe", "Fälle", "Anteil"), _ways(found)), *_money(found, scope)),
            table=Table(caption, TABLE, tuple(_row(found, scope, *form) for form in found.forms)),
        ),
    )


def _read(scope: Scope) -> _Schools:
    def here(indicator: str) -> dict[str, Fact]:
        own = _by_place(scope, indicator).get((scope.view.raum, scope.year), [])
        origin = min((LINE_ORIGINS.index(fact.origin) for fact in own), default=0)
        return {fact.breakdown: fact for fact in own if LINE_ORIGINS.index(fact.origin) == origin}

    indicator = scope.catalogue.indicators[CASES]
    forms = tuple((form.id, form.title) for each in indicator.breakdowns for form in each.categories)
    return _Schools(here(CASES), here(SYSTEMIC), here(EUROS).get(TOTAL), (*forms, (TOTAL, "Summe")))


def _by_place(scope: Scope, indicator: str) -> Mapping[tuple[str, int], list[Fact]]:
    """The facts of every area and year, sorted out once per release."""

    def read() -> Mapping[tuple[str, int], list[Fact]]:
        found: dict[tuple[str, int], list[Fact]] = {}
        for fact in scope.asking.store.every_category(scope.asking.release, indicator):
            found.setdefault((fact.area, fact.year), []).append(fact)
        return found

    return scope.asking.part(("kosten", "by place", indicator), read)


def _title(found: _Schools) -> str:
    """The systemic share; with the forms where it is highest and lowest, if their intervals are apart."""
    plain = "Eingliederungshilfe in Schulen"
    if found.share is None or found.share.value is None:
        return plain
    titles = dict(found.forms)
    known = sorted(
        (fact.value, titles[form], fact)
        for form, fact in found.systemic.items()
        if form in titles and form != TOTAL and fact.value is not None and fact.denominator
    )
    low, high = (known[0], known[-1]) if len(known) > 1 else (None, None)
    ends = (high[:2], low[:2]) if low and high and _are_apart(low[2], high[2]) else None
    return f"{plain}: {costs_said.systemic(found.share.value, ends)}"


def _are_apart(low: Fact, high: Fact) -> bool:
    return low.upper is not None and high.lower is not None and low.upper < high.lower


def _lines(found: _Schools, scope: Scope) -> list[Line]:
    counts = [fact.numerator for name, fact in found.cases.items() if name and fact.numerator is not None]
    most = max(counts, default=0)
    return [_line(found, scope, form, title, most) for form, title in found.forms]


def _line(found: _Schools, scope: Scope, form: str, title: str, most: float) -> Line:
    fact = found.cases.get(form)
    systemic, share, interval = _systemic(found, scope, form)
    cells = (*_counted(fact), systemic, share, interval)
    if form == TOTAL:
        return Line(title, cells, role="sum")
    bar = fact.numerator / most if fact is not None and fact.numerator is not None and most else None
    return Line(title, cells, bar, PETROL)


def _row(found: _Schools, scope: Scope, form: str, title: str) -> tuple[str, ...]:
    """The row of the table: with the single cases, which the picture leaves to its second ledger."""
    fact = found.systemic.get(form)
    systemic, share, interval = _systemic(found, scope, form)
    known = fact is not None and fact.numerator is not None and fact.denominator is not None
    single = number((fact.denominator or 0) - (fact.numerator or 0)) if fact and known else systemic
    return (title, *_counted(found.cases.get(form)), single, systemic, share, interval)


def _counted(fact: Fact | None) -> tuple[str, str]:
    """Cases and their rate."""
    if fact is None or fact.numerator is None:
        mark = _mark(fact)
        return mark, mark
    return number(fact.numerator), number(fact.value, 1) if fact.value is not None else "–"


def _systemic(found: _Schools, scope: Scope, form: str) -> tuple[str, str, str]:
    """Systemic cases, their share and its interval: a mark where it is not shown."""
    fact = found.systemic.get(form)
    if fact is None or fact.value is None:
        mark = _mark(fact)
        return mark, mark, mark
    indicator = scope.catalogue.indicators[SYSTEMIC]
    count = "–" if fact.numerator is None else number(fact.numerator)
    interval = interval_text(fact.lower, fact.upper, indicator) or "–"
    return count, with_unit(fact.value, "%", 1), interval


def _mark(fact: Fact | None) -> str:
    return "–" if fact is None else MARKS.get(fact.status, MARKS["unknown"])


def _ways(found: _Schools) -> tuple[Line, ...]:
    """Systemic help against help for a single case; nothing where the share is not shown."""
    fact = found.share
    if fact is None or fact.value is None or fact.numerator is None or not fact.denominator:
        mark = _mark(fact)
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
