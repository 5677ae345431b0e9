"""The figures of a view as rows of a file."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.answers.desk import Asking
from dashboard.answers.rows import Row, row_of
from dashboard.answers.uebergaenge import kreuz
from dashboard.answers.uebergaenge.empfehlung import CATEGORIES
from dashboard.answers.uebergaenge.kette import STATIONS
from dashboard.answers.uebergaenge.schulen import MEAN, P95, SCHOOLS, SEGREGATION, P
from dashboard.answers.uebergaenge.stay import DOWN, STAY
from dashboard.answers.uebergaenge.year import COMPARED, CROSSED, ROW_TOTALS, indicators
from dashboard.model import TOTAL
from dashboard.state import SCHOOL_FORMS
from dashboard.store.facts import Fact

_OF_AREAS: dict[str, tuple[tuple[str, str], ...]] = {
    "": tuple((name, TOTAL) for name in (*SCHOOL_FORMS, STAY, DOWN)),
    "empfehlung": (
        *((COMPARED, name) for name in CATEGORIES),
        *((ROW_TOTALS, name) for name in kreuz.TOTALS),
        *((CROSSED, name) for name in kreuz.CATEGORIES),
    ),
    "kette": tuple((name, TOTAL) for _, name, _ in STATIONS),
}
_OF_CITY = (*((SEGREGATION, name) for name in (TOTAL, MEAN, P95, P)), (SCHOOLS, TOTAL))


def rows(asking: Asking) -> tuple[Row, ...]:
    """Of the shown year all forms, categories or stations; the gap and the schools over all years."""
    return tuple(row_of(fact, asking.catalogue, asking.release) for fact in _facts(asking))


def _facts(asking: Asking) -> Iterator[Fact]:
    view, year = asking.view.ansicht, asking.question.year
    if view == "abstand":
        yield from _sorted(asking.question.facts.facts)
    elif view == "schulen":
        for name, category in _OF_CITY:
            yield from _sorted(_read(asking, name, category))
    else:
        for name, category in _OF_AREAS[view]:
            yield from _sorted(fact for fact in _read(asking, name, category) if fact.year == year)


def _read(asking: Asking, name: str, category: str) -> tuple[Fact, ...]:
    if not indicators(asking, (name,)):
        return ()
    return asking.store.indicator_facts(asking.release, name, category, asking.view.ebene).facts


def _sorted(facts: Iterator[Fact] | tuple[Fact, ...]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (fact.area, fact.year, fact.origin, fact.reading))
