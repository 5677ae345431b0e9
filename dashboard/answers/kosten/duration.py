"""The card of days: how long helps ran in a year, per case, and what a day of help costs."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.answers.kosten import over_years
from dashboard.answers.kosten.amount import Amount
from dashboard.answers.kosten.book import SETTINGS
from dashboard.answers.kosten.over_years import COLOURS
from dashboard.answers.kosten.parts import Card, Ledger, Line, Words
from dashboard.answers.kosten.printing import HIDDEN, NOTHING, days_text
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Table
from dashboard.catalogue.models import CostKind
from dashboard.wording import costs_said
from dashboard.wording.numbers import number, rounded, signed

HEADER = ("Tage", "Tage je Fall", "€ je Tag")
_YEAR = 366
_ALL = "#6b7480"
_NOTE = (
    "x: geschützt. Tage werden nur gezeigt, wo auch die Fälle gezeigt werden; sonst ließe sich aus ihnen auf "
    "die Fälle schließen."
)


def cards(scope: Scope) -> tuple[Card, ...]:
    """The card, where the days of the shown year are known; amounts are totals, never per head."""
    whole = scope.whole()
    own = whole.book.amount(whole.view.raum, whole.year)
    if own.days_per_case is None:
        return ()
    kinds, years = tuple(_kinds(whole)), tuple(_years(whole))
    ledger = Ledger(("Hilfeart", *HEADER, *_since(whole)), kinds)
    hidden = any(HIDDEN in line.cells for line in kinds)
    return (
        Card(
            title=costs_said.duration(whole.year, own.days_per_case),
            subtitle=f"Hilfetage {whole.year}, {whole.area.name}; höchstens {_YEAR} Tage je Fall und Jahr, "
            f"€ {whole.unit_words}",
            blocks=(ledger, *((Words(_NOTE),) if hidden else ())),
            beside=(Ledger(("Jahr", *HEADER), years),),
            table=_table(whole),
        ),
    )


def _since(scope: Scope) -> tuple[str, ...]:
    return (f"Tage je Fall seit {scope.since}",) if scope.since < scope.year else ()


def _kinds(scope: Scope) -> Iterator[Line]:
    """A row for each setting and kind, the remainder and the sum."""
    book, area = scope.book, scope.view.raum
    for setting in book.settings:
        kinds = book.of_setting(setting)
        yield _line(scope, SETTINGS[setting], kinds, COLOURS[setting], "group")
        if len(kinds) > 1:
            yield from (_line(scope, kind.short_title, (kind,), COLOURS[setting]) for kind in kinds)
    rest = book.rest(area, scope.year)
    if rest is not None:
        cells = _cells(scope, rest, scope.year)
        yield Line(over_years.rest_title(rest), (*cells, *(NOTHING for _ in _since(scope))))
    whole, then = book.amount(area, scope.year), book.amount(area, scope.since)
    yield Line("Summe", (*_cells(scope, whole, scope.year), *_moved(scope, whole, then)), role="sum")


def _line(scope: Scope, name: str, kinds: tuple[CostKind, ...], colour: str, role: str = "") -> Line:
    book, area = scope.book, scope.view.raum
    now, then = book.of(area, scope.year, kinds), book.of(area, scope.since, kinds)
    bar = now.days_per_case / _YEAR if now.days_per_case is not None else None
    shown = bar if role == "" or len(kinds) == 1 else None
    change = _moved(scope, now, then) if _same(scope, kinds) else tuple(NOTHING for _ in _since(scope))
    return Line(name, (*_cells(scope, now, scope.year), *change), shown, colour, role=role)


def _same(scope: Scope, kinds: tuple[CostKind, ...]) -> bool:
    """Whether the same kinds are in both years: only then a change says something."""
    cells = [(scope.book.cell(scope.view.raum, year, kind.id).cents is None) for kind in kinds
             for year in (scope.year, scope.since)]  # fmt: skip
    return not any(cells)


def _cells(scope: Scope, amount: Amount, year: int) -> tuple[str, str, str]:
    """Days, days per case, euros per day."""
    if amount.days is None:
        mark = HIDDEN if amount.hidden or amount.days_hidden else NOTHING
        return mark, mark, mark
    each = amount.days_per_case
    per_day = scope.in_euros(amount, year).per_day
    return (
        days_text(amount),
        NOTHING if each is None else number(each, 0),
        NOTHING if per_day is None else number(per_day / 100, 2),
    )


def _moved(scope: Scope, now: Amount, then: Amount) -> tuple[str, ...]:
    """Change of the printed days per case; no cell without a year of comparison."""
    if not _since(scope):
        return ()
    if now.days_per_case is None or then.days_per_case is None:
        return (NOTHING,)
    return (signed(rounded(now.days_per_case, 0) - rounded(then.days_per_case, 0), 0),)


def _years(scope: Scope) -> Iterator[Line]:
    """All helps of the area, latest year first; the bar is that of the days per case."""
    for year in reversed(scope.years):
        amount = scope.book.amount(scope.view.raum, year)
        bar = amount.days_per_case / _YEAR if amount.days_per_case is not None else None
        yield Line(
            str(year), _cells(scope, amount, year), bar, _ALL, chosen=year == scope.year
        )  # fmt: skip


def _table(scope: Scope) -> Table:
    """Every kind of the shown year, and all helps of every year."""
    area, book = scope.view.raum, scope.book
    kinds = [(kind.short_title, book.cell(area, scope.year, kind.id)) for kind in book.kinds]
    rows = [(scope.year, name, amount) for name, amount in kinds]
    rows += [(year, "alle Hilfen", book.amount(area, year)) for year in reversed(scope.years)]
    return Table(
        f"Hilfetage, {scope.area.name}, € {scope.unit_words}",
        ("Jahr", "Hilfeart", "Fälle", *HEADER),
        tuple(
            (
                str(year),
                name,
                NOTHING if amount.cases is None else number(amount.cases),
                *_cells(scope, amount, year),
            )
            for year, name, amount in rows
        ),
    )
