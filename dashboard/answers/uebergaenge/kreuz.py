"""Recommendation by choice, form by form: the cross table of the city or of the area in focus."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.analysis.difference import wilson
from dashboard.answers import method
from dashboard.answers.desk import Asking
from dashboard.answers.foot import foot
from dashboard.answers.parts import Table
from dashboard.answers.uebergaenge.cross import Cross, CrossCell, CrossRow, Step
from dashboard.answers.uebergaenge.parts import Panel
from dashboard.answers.uebergaenge.rounding import Cell, row
from dashboard.answers.uebergaenge.year import CROSSED, ROW_TOTALS, Year, by_category, foot_of
from dashboard.catalogue.models import Area
from dashboard.model import CITY
from dashboard.store.facts import Fact
from dashboard.wording import periods
from dashboard.wording.numbers import MARKS, number, with_unit
from dashboard.wording.transitions import limits_text, people_count, with_limits
from dashboard.wording.transitions_choice import cross_title

RANKED = ("hauptschule", "realschule", "gymnasium")
CHOSEN = (*RANKED, "andere")
NAMES = {"hauptschule": "Hauptschule", "realschule": "Realschule", "gymnasium": "Gymnasium",
         "andere": "andere"}  # fmt: skip
CATEGORIES = tuple(f"{one}-{other}" for one in RANKED for other in CHOSEN)
TOTALS = tuple(f"fuer-{one}" for one in RANKED)
_PROTECTED = "x: geschützt (Geheimhaltung). In einer Zeile ist nie genau ein Feld geschützt."
_CITY_ONLY = "Je Sozialraum liegt die Kreuztabelle nicht vor; gezeigt ist die ganze Stadt."
Found = Mapping[str, Fact]  #: by category


def crossed(asking: Asking) -> Panel | None:
    """The card; none where the cross table was not delivered for the shown year."""
    indicator = asking.catalogue.indicators.get(CROSSED)
    area, found, years = _shown(asking)
    if indicator is None or not found:
        return None
    question = asking.question
    rows = tuple(cross_row(one, found) for one in RANKED)
    when = periods.period_title(question.indicator, question.year)
    whole = area.id == CITY and asking.view.raum != CITY
    hidden = any(cell.hidden for each in rows for cell in each.cells)
    notes = (_CITY_ONLY if whole else "", _PROTECTED if hidden else "", indicator.notes[1])
    return Panel(
        title=cross_title([(NAMES[one], _same(each)) for one, each in zip(RANKED, rows, strict=True)]),
        subtitle=f"Wechsel je 100 Kinder mit derselben Empfehlung, {area.name}, {when}",
        content=Cross(tuple(NAMES[one] for one in CHOSEN), rows),
        table=_table(area, when, rows),
        method=method.method(indicator, asking.catalogue),
        foot=foot_of(asking, foot(question, asking.view), years),
        notes=tuple(note for note in notes if note),
    )


def _shown(asking: Asking) -> tuple[Area, Found, list[Year]]:
    """The area in focus where it has a table of its own, else the city."""
    year = asking.question.year
    pairs, rows = by_category(asking, year, CROSSED), by_category(asking, year, ROW_TOTALS)
    years = {name: pairs[name] for name in CATEGORIES if name in pairs}
    totals = {name: rows[name] for name in TOTALS if name in rows}
    for area in dict.fromkeys((asking.view.raum, CITY)):
        facts = {name: fact for name, each in years.items() if (fact := _fact(each, area))}
        if facts:
            origin = next(iter(years.values())).origin
            same = {name: fact for name, each in totals.items()
                    if each.origin == origin and (fact := _fact(each, area))}  # fmt: skip
            return asking.catalogue.areas[area], facts | same, list(years.values())
    return asking.catalogue.city, {}, []


def _fact(year: Year, area: str) -> Fact | None:
    return year.city if area == CITY else year.by_area.get(area)


def cross_row(recommended: str, found: Found) -> CrossRow:
    """The children with one recommendation by what they chose; never exactly one cell is hidden."""
    facts = [found.get(f"{recommended}-{chosen}") for chosen in CHOSEN]
    everybody = _total(facts, found.get(f"fuer-{recommended}"))
    shares = row([(chosen, _of(fact, everybody)) for chosen, fact in zip(CHOSEN, facts, strict=True)])
    cells = [
        _cell(recommended, chosen, share, fact, everybody)
        for chosen, share, fact in zip(CHOSEN, shares, facts, strict=True)
    ]
    return CrossRow(NAMES[recommended], people_count(everybody), tuple(cells))


def _total(facts: list[Fact | None], told: Fact | None) -> float | None:
    """Children with the recommendation: as told, or the sum of the four cells where all are known."""
    if told is not None and told.numerator is not None:
        return told.numerator
    known = [fact.numerator for fact in facts if fact is not None and fact.numerator is not None]
    return sum(known) if len(known) == len(facts) else None


def _of(fact: Fact | None, everybody: float | None) -> Fact | None:
    """The cell as a share of the children with the same recommendation."""
    if fact is None or fact.numerator is None or not everybody:
        return None if fact is None else fact._replace(value=None)
    return fact._replace(value=100 * fact.numerator / everybody)


def _cell(
    recommended: str, chosen: str, share: Cell, fact: Fact | None, everybody: float | None
) -> CrossCell:
    known = share.printed is not None and fact is not None
    mark = MARKS["hidden" if share.hidden else "nothing"]
    text = with_unit(share.printed or 0.0, "%", 1) if known else mark
    count = fact.numerator if known and fact is not None else None
    return CrossCell(text, "" if count is None else number(count), share.share, step(recommended, chosen),
                     share.hidden, _limits(count, everybody))  # fmt: skip


def _limits(count: float | None, everybody: float | None) -> str:
    """The Wilson interval of a shown cell as a share of its row, as printed."""
    if count is None or not everybody or count > everybody:
        return ""
    lower, upper = wilson(count, everybody)
    return limits_text(100 * lower, 100 * upper)


def step(recommended: str, chosen: str) -> Step:
    """``lower``, ``same`` or ``higher`` than recommended; ``none`` for forms beside every recommendation."""
    if chosen not in RANKED:
        return "none"
    distance = RANKED.index(chosen) - RANKED.index(recommended)
    return "same" if distance == 0 else "higher" if distance > 0 else "lower"


def _same(one: CrossRow) -> float | None:
    """The share of those who follow the recommendation."""
    return next((cell.share for cell in one.cells if cell.step == "same"), None)


def _table(area: Area, when: str, rows: tuple[CrossRow, ...]) -> Table:
    header = ("Empfohlen", "Kinder", *(f"gewählt: {NAMES[one]}" for one in CHOSEN))
    body = tuple((one.name, one.n_text, *(_both(cell) for cell in one.cells)) for one in rows)
    return Table(
        f"Gewählte Schulform je Empfehlung, {area.name}, {when}; Anteil (95-%-Bereich); Kinder", header, body
    )


def _both(cell: CrossCell) -> str:
    text = with_limits(cell.text, cell.limits)
    return f"{text}; {cell.n_text}" if cell.n_text else text
