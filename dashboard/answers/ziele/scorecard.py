"""The scorecard: perspectives, strategic goals, targets with where the city stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dashboard.answers.areas import value_text
from dashboard.answers.desk import Asking
from dashboard.answers.parts import Table
from dashboard.answers.ziele.cells import cell, counted, indicator_href, spoken
from dashboard.answers.ziele.course import course, numbers_of, paces
from dashboard.answers.ziele.parts import GoalGroup, PerspectiveGroup, Scorecard, TargetRow
from dashboard.answers.ziele.reading import Book, Judged
from dashboard.catalogue.catalogue import LIFE_PHASES, PERSPECTIVES
from dashboard.model import TargetStatus
from dashboard.wording import goals, numbers, periods, signs
from dashboard.wording.units import typeset

_NO_INDICATOR = (
    "Die Quellen nennen dafür weder Kennzahl noch Zielwert. Das Ziel wird deshalb aufgeführt, aber nicht "
    "bewertet, und zählt in keiner Summe mit."
)
_ENDED, _UNPROVEN = "entfällt, das Zieljahr ist vorbei", "Veränderung in Zielrichtung, aber nicht nachweisbar"
_REACHED = "entfällt, mit dem letzten Wert erreicht"


def scorecard(book: Book, shown: Sequence[Judged], asking: Asking) -> Scorecard:
    """``shown``: the targets that the filters leave; the counts are of these."""
    rows = {one.target.id: target_row(one, book, asking) for one in shown}
    groups = tuple(
        _perspective(name, [one for one in shown if one.target.perspective == name], rows, asking)
        for name in PERSPECTIVES
        if any(one.target.perspective == name for one in shown)
    )
    with_target = {target.strategic_goal for target in asking.catalogue.targets.values()}
    without = tuple(
        GoalGroup(number, goal.title, (), (), _NO_INDICATOR)
        for number, goal in sorted(asking.catalogue.goals.items())
        if number not in with_target
    )
    return Scorecard(
        counts=_counts(one for one in shown if not one.target.example),
        example_counts=_counts(one for one in shown if one.target.example),
        perspectives=groups,
        without=without,
        table=_table(list(rows.values())),
    )


def statuses(judged: Iterable[Judged]) -> Counter[TargetStatus]:
    """How many targets the city has in each status."""
    return Counter(one.city.status for one in judged)


def _counts(judged: Iterable[Judged]) -> tuple[tuple[TargetStatus, str, int], ...]:
    found = statuses(judged)
    order = goals.STATUS_ORDER if found else ()
    return tuple((status, signs.target_status_word(status), found[status]) for status in order)


def _perspective(
    name: str, judged: Sequence[Judged], rows: dict[str, TargetRow], asking: Asking
) -> PerspectiveGroup:
    own = [one for one in judged if not one.target.example] or list(judged)
    numbers_of = sorted({one.target.strategic_goal for one in judged})
    return PerspectiveGroup(
        id=name,
        title=next(title for key, title in PERSPECTIVES.items() if key == name),
        question=goals.QUESTIONS.get(name, ""),
        counted=f"{goals.favourable(statuses(own))} von {len(own)}",
        goals=tuple(_goal(number, judged, rows, asking) for number in numbers_of),
    )


def _goal(number: int, judged: Sequence[Judged], rows: dict[str, TargetRow], asking: Asking) -> GoalGroup:
    of_goal = [one for one in judged if one.target.strategic_goal == number]
    return GoalGroup(
        number=number,
        title=asking.catalogue.goals[number].title if number in asking.catalogue.goals else "",
        programme=tuple(rows[one.target.id] for one in of_goal if not one.target.example),
        carried_on=tuple(rows[one.target.id] for one in of_goal if one.target.example),
    )


def target_row(one: Judged, book: Book, asking: Asking) -> TargetRow:
    """Everything that is said of one target."""
    target, indicator, result = one.target, one.indicator, one.city
    way, (required, actual, note) = asking.part(("way to", target.id), lambda: (course(one), paces(one)))
    cells = tuple(cell(one, area, asking) for area in book.areas) if one.of_areas else ()
    value = result.value
    return TargetRow(
        id=target.id,
        title=typeset(target.title),
        href=indicator_href(one, asking),
        about=f"{LIFE_PHASES[target.life_phase]} · {indicator.short_title}",
        example=target.example,
        year=target.target_year,
        status=result.status,
        word=signs.target_status_word(result.status),
        baseline=numbers.figure(result.baseline, indicator) if result.baseline is not None else "",
        baseline_period=periods.axis_label(indicator, target.baseline_year),
        latest=numbers.figure(value, indicator) if value is not None else "",
        latest_period=periods.axis_label(indicator, result.year) if result.year is not None else "",
        today=_today(one),
        goal=goals.goal_height(target, result, indicator),
        until=_until(one),
        required=required,
        actual=actual,
        pace_note=note,
        projected=numbers.figure(result.projected, indicator) if result.projected is not None else "",
        projected_interval=numbers.interval_text(result.projected_lower, result.projected_upper, indicator),
        probability=result.probability,
        probability_text=numbers.probability_text(result.probability) if result.probability is not None
        else "",
        note=_note(one),
        missing=_missing(one, book, asking),
        course=way,
        cells=cells,
        areas_text=goals.counts_text(counted(cells)),
        areas_sentence=spoken(cells),
        life_phase=target.life_phase,
        **numbers_of(one),
    )  # fmt: skip


def _until(one: Judged) -> str:
    change = goals.change_asked(one.target, one.indicator) if one.city.goal is not None else ""
    return ", ".join(part for part in (change, f"bis {one.target.target_year}") if part)


def _note(one: Judged) -> str:
    """What stands where there is no projection."""
    result = one.city
    if result.projected is not None or result.status == "open":
        return ""
    if result.year is not None and result.year >= result.target_year:
        return _UNPROVEN if _unproven(one) else _ENDED
    return _REACHED if result.status == "reached" else ""


def _unproven(one: Judged) -> bool:
    """Whether a mere direction was missed although the value lies on the right side."""
    result, rising = one.city, one.target.direction == "rise"
    if one.target.kind != "direction" or result.status != "missed":
        return False
    if result.value is None or result.goal is None:
        return False
    return result.value > result.goal if rising else result.value < result.goal


def _today(one: Judged) -> str:
    """ "heute 93,2 % (2025/26)" where the target was judged by an older value."""
    known = [year for year, fact in one.past().items() if fact.value is not None]
    if one.city.year is None or not known or max(known) <= one.city.year:
        return ""
    text = value_text(one.past()[max(known)], one.indicator)
    return f"heute {text} ({periods.axis_label(one.indicator, max(known))})"


def _missing(one: Judged, book: Book, asking: Asking) -> str:
    """Why an open target is open, and which delivery would close it."""
    if one.city.status != "open":
        return ""
    known = [year for year, fact in one.past().items() if fact.value is not None]
    reason = goals.open_reason(one.target, one.city, one.indicator, max(known, default=None))
    sources = [asking.catalogue.sources[name] for name in one.indicator.sources]
    catalogue = asking.catalogue
    documents = {found.source for found in catalogue.targets.values()}
    documents |= {found.source for found in catalogue.measures.values()}
    suppliers = [source for source in sources if source.id not in documents]
    parts = [reason, goals.closing(one.target, one.city, one.indicator, suppliers)]
    if one.target.kind == "convergence":
        closer = sum(row.label == "converging" for row in book.tested)
        parts.insert(1, f"Nachweisbar ist Annäherung in {closer} von {len(book.tested)} prüfbaren Kennzahlen")
    return f"{'. '.join(part for part in parts if part)}."


def _table(rows: Sequence[TargetRow]) -> Table:
    header = ("Ziel", "Basis", "Zuletzt", "Zielwert", "Nötig je Jahr", "Tatsächlich je Jahr", "Projektion",
              "Wahrscheinlichkeit", "Status", "Sozialräume")  # fmt: skip
    return Table("Ziele mit Basis, letztem Wert, Tempo, Projektion und Status der Stadt", header,
                 tuple(_table_row(row) for row in rows))  # fmt: skip


def _table_row(row: TargetRow) -> tuple[str, ...]:
    def dated(text: str, period: str) -> str:
        return f"{text} ({period})" if text else "–"

    projected = f"{row.projected} ({row.projected_interval})" if row.projected else "–"
    return (
        f"{row.title}{' (Beispielziel)' if row.example else ''}",
        dated(row.baseline, row.baseline_period), dated(row.latest, row.latest_period),
        f"{row.goal}, {row.until}", row.required or "–", row.actual or "–", projected,
        row.probability_text or "–", row.word, row.areas_text or "–",
    )  # fmt: skip
