"""Do the areas approach each other? All tested indicators, and one of them large."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from dashboard.answers.desk import Asking
from dashboard.answers.parts import Table
from dashboard.answers.ziele.reading import Book
from dashboard.answers.ziele.spread_parts import Approach, Focus, Small, SpreadGroup, SpreadRow
from dashboard.catalogue.models import Indicator
from dashboard.display import SpreadPoint
from dashboard.model import CITY, TOTAL, Convergence, Inequality
from dashboard.state import KENNZAHL
from dashboard.store.read import Store
from dashboard.wording import grammar, periods, signs
from dashboard.wording.goals_convergence import focus_sentence, spread_text, tested_span
from dashboard.wording.numbers import number, p_text, percent_points

_KEPT = 512
_PROVEN = ("converging", "diverging")
_SHARES = "Anteile, Streuung in Prozentpunkten"
_RESULTS = {"converging": 0, "diverging": 1, "not_shown": 2}
Spread = tuple[Inequality, ...]


def approach(book: Book, asking: Asking) -> Approach:
    """Overview, the large picture of the chosen indicator, small ones of all proven results."""
    rows = tuple(_row(row, asking) for row in book.tested)
    proven = [(row, shown) for row, shown in zip(book.tested, rows, strict=True) if row.label in _PROVEN]
    return Approach(
        focus=_focus(book, asking),
        groups=_groups(rows, asking),
        smalls=tuple(_small(row, shown, asking) for row, shown in proven),
        untested=_untested(book, asking),
        table=_table(rows),
    )


@lru_cache(_KEPT)
def spreads(store: Store, release: str, indicator: str) -> Spread:
    """The true spread of the Sozialräume by year, of every origin."""
    return store.indicator_facts(release, indicator, TOTAL, "sozialraum").inequalities


def _points(row: Convergence, indicator: Indicator, asking: Asking) -> tuple[SpreadPoint, ...]:
    """From the first to the last year of the test."""
    return asking.part(("true spread", row.indicator), lambda: _read_points(row, indicator, asking))


def _read_points(row: Convergence, indicator: Indicator, asking: Asking) -> tuple[SpreadPoint, ...]:
    first, last = row.first_year or 0, row.last_year or 0
    found = spreads(asking.store, asking.release, row.indicator)
    own = (one for one in found if one.origin == row.origin and first <= one.year <= last)
    return tuple(
        SpreadPoint(
            year=one.year,
            label=periods.axis_label(indicator, one.year),
            value=one.true_spread,
            lower=one.true_spread_lower,
            upper=one.true_spread_upper,
            text=spread_text(one.true_spread, indicator) if one.true_spread is not None else "k. A.",
        )
        for one in own
    )


def _focus(book: Book, asking: Asking) -> Focus | None:
    """The chosen indicator; where it was not tested the one with the strongest evidence."""
    chosen = [row for row in book.tested if row.indicator == asking.view.kennzahl]
    row = next(iter((*chosen, *book.tested)), None)
    if row is None:
        return None
    indicator = asking.catalogue.indicators[row.indicator]
    points = _points(row, indicator, asking)
    page = asking.view.at(KENNZAHL, kennzahl=row.indicator, merkmal=TOTAL, ebene="sozialraum", raum=CITY)
    return Focus(
        title=f"{indicator.title}: {signs.convergence_word(row.label)}",
        subtitle=f"Streuung der wahren Werte der Räume mit 95-%-Bereich, {tested_span(row, indicator)}",
        sentence=f"{focus_sentence(row, indicator)}.",
        href=page.address(asking.choices),
        points=points,
        breaks=tuple((found.year, found.reason) for found in indicator.breaks),
        unit="Punkte" if percent_points(indicator) else indicator.unit,
        description=_description(points),
        table=_points_table(points, indicator),
    )  # fmt: skip


def _description(points: Sequence[SpreadPoint]) -> str:
    known = [point for point in points if point.value is not None]
    if not known:
        return "Keine Werte."
    return f"Zuerst {known[0].text} ({known[0].label}), zuletzt {known[-1].text} ({known[-1].label})."


def _row(row: Convergence, asking: Asking) -> SpreadRow:
    indicator = asking.catalogue.indicators[row.indicator]
    first, last = row.first_spread or 0.0, row.last_spread or 0.0
    view = asking.view.at(asking.view.place, kennzahl=row.indicator, merkmal=TOTAL, ansicht="annaeherung")
    return SpreadRow(
        indicator=row.indicator,
        title=indicator.short_title,
        href=f"{view.address(asking.choices)}#gross",
        label=row.label,
        word=signs.convergence_word(row.label),
        p=p_text(row.p) if row.p is not None else "",
        first=first,
        last=last,
        first_text=number(first, indicator.decimals),
        last_text=number(last, indicator.decimals),
        period=tested_span(row, indicator),
        focused=row.indicator == asking.view.kennzahl,
    )


def _groups(rows: Iterable[SpreadRow], asking: Asking) -> tuple[SpreadGroup, ...]:
    by_unit: dict[str, list[SpreadRow]] = {}
    for row in sorted(rows, key=lambda row: _RESULTS.get(row.label, 3)):
        by_unit.setdefault(asking.catalogue.indicators[row.indicator].unit, []).append(row)
    return tuple(
        SpreadGroup(
            unit="Punkte" if unit == "%" else unit,
            title=_SHARES if unit == "%" else f"Raten ({unit}), Streuung in derselben Einheit",
            top=max(max(row.first, row.last) for row in found),
            rows=tuple(found),
        )
        for unit, found in sorted(by_unit.items(), key=lambda entry: -len(entry[1]))
    )


def _small(row: Convergence, shown: SpreadRow, asking: Asking) -> Small:
    indicator = asking.catalogue.indicators[row.indicator]
    return Small(
        title=shown.title,
        href=shown.href,
        word=f"{shown.word} ({shown.p})",
        label=row.label,
        points=_points(row, indicator, asking),
        breaks=tuple(found.year for found in indicator.breaks),
    )


def _untested(book: Book, asking: Asking) -> str:
    """Which indicators could not be tested, and what that needs."""
    names = [asking.catalogue.indicators[row.indicator].short_title for row in book.untested]
    if not names:
        return ""
    return (
        f"Nicht prüfbar: {grammar.listed(sorted(names))}. Geprüft werden Anteile und Raten mit Zähler und "
        "Nenner aus mindestens fünf Zeiträumen, in denen alle neun Räume einen Wert haben."
    )  # fmt: skip


def _table(rows: Sequence[SpreadRow]) -> Table:
    header = ("Kennzahl", "Ergebnis", "p", "Streuung zuerst", "Streuung zuletzt", "Zeiträume")
    ordered = sorted(rows, key=lambda row: _RESULTS.get(row.label, 3))
    return Table("Annäherung der neun Sozialräume, Streuung als Standardabweichung der wahren Werte", header,
                 tuple((row.title, row.word, row.p, row.first_text, row.last_text, row.period)
                       for row in ordered))  # fmt: skip


def _points_table(points: Sequence[SpreadPoint], indicator: Indicator) -> Table:
    rows = tuple((point.label, point.text, _limits(point, indicator)) for point in points)
    return Table(
        f"{indicator.title}: Streuung der wahren Werte", ("Zeitraum", "Streuung", "95-%-Bereich"), rows
    )


def _limits(point: SpreadPoint, indicator: Indicator) -> str:
    if point.lower is None or point.upper is None:
        return "–"
    return f"{number(point.lower, indicator.decimals)} bis {spread_text(point.upper, indicator)}"
