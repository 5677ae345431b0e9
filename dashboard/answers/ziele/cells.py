"""One area against one target, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dashboard.answers import areas
from dashboard.answers.desk import Asking
from dashboard.answers.ziele.reading import Judged
from dashboard.answers.ziele.table_parts import Cell
from dashboard.catalogue.models import Area
from dashboard.model import CITY, TOTAL, TargetStatus
from dashboard.state import KENNZAHL
from dashboard.wording import goals, periods, signs
from dashboard.wording.goals_matrix import cell_sentence
from dashboard.wording.grammar import capital

_CITY_ONLY, _NO_VALUE, _HIDDEN = "nur ganze Stadt", "kein Wert", "geschützt"


def cell(one: Judged, area: Area, asking: Asking) -> Cell:
    """The area against the target; a hidden value is not compared and says so."""
    return asking.part(("target", one.target.id, area.id), lambda: _judged(one, area, asking))


def _judged(one: Judged, area: Area, asking: Asking) -> Cell:
    result, fact = one.results.get(area.id), one.fact(area.id)
    hidden = fact is not None and fact.status == "hidden"
    if hidden or result is None:
        word = _HIDDEN if hidden else _NO_VALUE if one.of_areas else _CITY_ONLY
        return _cell(one, area, None, word, "x" if hidden else "", "", f"{capital(area.locative)}: {word}",
                     _href(one, area, asking) if hidden else "")  # fmt: skip
    value = result.value is not None and fact is not None
    found = _cell(
        one, area, result.status, signs.target_status_word(result.status),
        areas.value_text(fact, one.indicator) if value else "",
        periods.axis_label(one.indicator, result.year) if result.year is not None else "",
        cell_sentence(one.target, result, one.indicator, area), _href(one, area, asking),
    )  # fmt: skip
    return replace(found, value=fact.value) if value and fact is not None else found


def _cell(
    one: Judged,
    area: Area,
    status: TargetStatus | None,
    word: str,
    text: str,
    period: str,
    sentence: str,
    href: str,
) -> Cell:
    return Cell(
        area=area.id,
        name=area.short_name if area.id != CITY else area.name,
        status=status,
        word=word,
        text=text,
        period=period,
        sentence=sentence,
        href=href,
        row=area.row or 0,
        column=area.column or 0,
    )


def _href(one: Judged, area: Area, asking: Asking) -> str:
    """The indicator in that area."""
    page = asking.view.at(
        KENNZAHL, kennzahl=one.indicator.id, raum=area.id, merkmal=TOTAL, ebene="sozialraum"
    )
    return page.address(asking.choices)


def indicator_href(one: Judged, asking: Asking) -> str:
    """The indicator's own page for the whole city."""
    return _href(one, asking.catalogue.city, asking)


def counted(cells: Iterable[Cell]) -> Counter[TargetStatus]:
    """How often each status is there; cells that are not judged do not count."""
    return Counter(cell.status for cell in cells if cell.status is not None)


def spoken(cells: Iterable[Cell]) -> str:
    """All of them in one sentence for a screen reader, by status."""
    by_word: dict[str, list[str]] = {}
    for word in (*(signs.target_status_word(status) for status in goals.STATUS_ORDER), _HIDDEN, _NO_VALUE):
        by_word[word] = []
    for entry in cells:
        by_word.setdefault(entry.word, []).append(entry.name)
    return goals.areas_sentence(by_word)
