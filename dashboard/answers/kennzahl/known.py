"""What stands at the end of the page: what one should know, the definition, sources, corrections."""

from __future__ import annotations

from collections import Counter

from dashboard.answers.desk import Asking
from dashboard.answers.kennzahl import programme
from dashboard.answers.kennzahl.parts import Cited, Known
from dashboard.answers.kennzahl.target import goal
from dashboard.answers.parts import PublishedValue
from dashboard.answers.question import Question
from dashboard.catalogue.catalogue import LIFE_PHASES, PERSPECTIVES
from dashboard.catalogue.models import Source
from dashboard.store.contents import CorrectionKind
from dashboard.wording import periods
from dashboard.wording.numbers import number
from dashboard.wording.units import typeset

_KINDS: dict[CorrectionKind, str] = {"added": "neu", "corrected": "berichtigt", "withdrawn": "zurückgezogen"}
_DIRECTION = {"high": "höher ist günstiger", "low": "niedriger ist günstiger", "none": "ohne Wertung"}
_SMALL = 100  # of a denominator: one year alone then says little


def known(asking: Asking, question: Question, published: tuple[PublishedValue, ...]) -> Known:
    """Everything that is said about the indicator itself, not about one view of it."""
    return Known(
        notes=(
            *map(typeset, question.indicator.notes),
            *_breaks(question),
            *_sizes(question),
            *_hidden(question),
        ),
        definition=_definition(question),
        measures=programme.lines(question),
        sources=_sources(question, published),
        corrections=_corrections(asking, question),
    )


def _breaks(question: Question) -> tuple[str, ...]:
    return tuple(
        f"Die Reihe ist {periods.axis_label(question.indicator, entry.year)} unterbrochen ({entry.reason}). "
        "Über den Bruch hinweg wird nichts verbunden, verglichen oder berechnet."
        for entry in question.indicator.breaks
    )


def _sizes(question: Question) -> tuple[str, ...]:
    facts = [rows.get(question.year) for rows in question.line.by_area.values()]
    sizes = [fact.denominator for fact in facts if fact is not None and fact.denominator is not None]
    if not sizes or min(sizes) >= _SMALL or not question.indicator.sampling:
        return ()
    return (
        f"Einzelne Räume zählen nur {number(min(sizes))} bis {number(max(sizes))} je Zeitraum. Ein Jahr für "
        "sich ist kein Trend; für Entscheidungen eignen sich 3-Jahres-Werte.",
    )


def _hidden(question: Question) -> tuple[str, ...]:
    count = sum(fact.status == "hidden" for rows in question.line.by_area.values() for fact in rows.values())
    if not count:
        return ()
    cells = "Ein Wert ist" if count == 1 else f"{number(count)} Werte sind"
    return (
        f"{cells} geschützt (x): Es waren zu wenige, oder der Wert wäre rückrechenbar. Ein „x“ heißt "
        "Geheimhaltung, nicht null.",
    )


def _definition(question: Question) -> tuple[tuple[str, str], ...]:
    indicator = question.indicator
    found = (
        ("Frage", indicator.question),
        ("Zähler", indicator.numerator),
        ("Nenner", indicator.denominator),
        ("Einheit", indicator.unit),
        ("Richtung", _DIRECTION[indicator.polarity]),
        ("Ziel", _goal(question)),
        ("Einordnung", _place(question)),
        ("Aufbereitung", indicator.processing),
        ("Gilt", _validity(question)),
    )
    return tuple((term, text) for term, text in found if text)


def _goal(question: Question) -> str:
    found = goal(question)
    if found is None:
        return ""
    target = found[0]
    source = question.catalogue.sources[target.source]
    kind = "Beispielziel, nicht beschlossen" if target.example else f"{source.title} ({source.publisher})"
    return f"{typeset(target.title)}; {kind}"


def _place(question: Question) -> str:
    indicator = question.indicator
    number_of = f"strategisches Ziel {indicator.strategic_goal}" if indicator.strategic_goal else ""
    parts = (
        f"Lebensphase {LIFE_PHASES[indicator.life_phase]}",
        f"Perspektive {PERSPECTIVES[indicator.perspective]}",
        number_of,
    )
    return " · ".join(part for part in parts if part)


def _validity(question: Question) -> str:
    indicator = question.indicator
    first = f"ab {indicator.valid_from}" if indicator.valid_from else ""
    last = f"bis {indicator.valid_until}" if indicator.valid_until else ""
    after = question.catalogue.indicators.get(indicator.successor or "")
    follows = f"danach „{after.short_title}“" if after else ""
    return ", ".join(part for part in (first, last, follows) if part)


def _sources(question: Question, published: tuple[PublishedValue, ...]) -> tuple[Cited, ...]:
    """Of the shown values, of the catalogue and of the published ones, each once."""
    catalogue = question.catalogue
    cited = [_cited(source) for source in question.sources]
    cited += [_cited(catalogue.sources[name]) for name in question.indicator.sources]
    beside = [_cited(catalogue.sources[fact.source]) for fact in question.line.beside]
    return tuple(dict.fromkeys([*cited, *(beside if published else ())]))


def _cited(source: Source) -> Cited:
    words = (f"{source.title} ({source.publisher})", source.date, source.licence)
    return Cited(", ".join(part for part in words if part), source.url)


def _corrections(asking: Asking, question: Question) -> tuple[str, ...]:
    rows = [row for row in asking.store.corrections(asking.release) if row.indicator == question.indicator.id]
    first = f"Datenstand {asking.release}"
    if not rows:
        return (f"{first}: keine Änderung gegenüber dem Datenstand davor.",)
    counts = Counter(row.kind for row in rows)
    changed = ", ".join(f"{number(counts[kind])} {word}" for kind, word in _KINDS.items() if counts[kind])
    corrected = sorted(
        {periods.axis_label(question.indicator, row.year) for row in rows if row.kind != "added"}
    )
    when = f"; berichtigt oder zurückgezogen: {', '.join(corrected)}" if corrected else ""
    return (f"{first}: {changed}{when}.",)
