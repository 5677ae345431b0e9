"""The list of indicators on a plate: what is known in each life phase, or the few that were searched for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dashboard.answers.kennzahlen.parts import Entry, Group, KennzahlenAnswer, Reach
from dashboard.answers.parts import Table
from dashboard.export.plate.cells import Cell
from dashboard.export.plate.grid import Column
from dashboard.export.plate.kennzahlen_phases import REACHES, phases
from dashboard.export.plate.ledger import TWO_LINES, Ledger, by_width, nothing
from dashboard.export.plate.lettering import said
from dashboard.export.plate.parts import Block, Chart, Course, Key, Picture, Plate
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.theme import CONTEXT, FADED, GREY_TEXT, PETROL, SEQUENTIAL
from dashboard.model import Origin
from dashboard.wording import signs

_FEW: Final = 14  # indicators that are listed one by one
_DIFFERING: Final = "mindestens ein Sozialraum weicht ab"
_SAME: Final = "kein Sozialraum weicht ab"
_WORDS: Final[dict[Reach, str]] = {reach: word for reach, word, _fill in REACHES}
#: Parts of the chart with their colours: those with values for each area are petrol.
_KINDS: Final = (
    (_DIFFERING, PETROL), (_SAME, SEQUENTIAL[2]), (_WORDS["stadtbezirk"], CONTEXT), (_WORDS["stadt"], FADED),
    (_WORDS["ohne"], WHITE),
)  # fmt: skip
_NONE: Final = "Keine Kennzahl passt zu dieser Suche."


def plate(answer: KennzahlenAnswer) -> Plate:
    """The plate of the list. What was typed into the search stands in its kicker."""
    words = answer.said
    origin: Origin = "demo" if answer.demo else answer.origin  # the headline speaks of all of them
    searched = f" · {answer.hits}" if len(answer.shown) != answer.total else ""
    return Plate(
        name=answer.said.file,
        kicker=f"Kennzahlen{searched}",
        headline=words.headline,
        subtitle=words.subtitle,
        detail=words.detail,
        body=tuple(_blocks(answer)),
        chart=_chart(answer),
        tables=(_table(answer),),
        source=answer.source or "keine Werte",
        origin=origin,
        origin_word=signs.origin_word(origin),
        release=answer.release,
        address=answer.address,
        keys=tuple(_keys(answer)),
        notes=("Jede Zeile ist der neueste Wert ihrer Kennzahl in einem Raum.",
               "Definition, Zähler, Nenner und Quellen stehen auf der Seite jeder Kennzahl."),
    )  # fmt: skip


def shown_groups(answer: KennzahlenAnswer) -> tuple[Group, ...]:
    """The life phases with what search and filters leave of them."""
    groups = (
        replace(group, entries=tuple(one for one in group.entries if one.indicator in answer.shown))
        for group in answer.groups
    )
    return tuple(group for group in groups if group.entries)


def _blocks(answer: KennzahlenAnswer) -> Iterator[Block]:
    groups = shown_groups(answer)
    if not groups:
        yield Picture(nothing(_NONE), _NONE)
        return
    entries = [entry for group in groups for entry in group.entries]
    if len(entries) <= _FEW:
        alt = "; ".join(f"{entry.title}: {entry.city_text or entry.missing}" for entry in entries)
        yield Picture(_listed(entries).draw, f"{answer.hits}: {alt}.", answer.hits)
        return
    spoken = "; ".join(f"{group.title} {len(group.entries)}" for group in groups)
    title = "Kennzahlen je Lebensphase, nach dem, was es von ihnen gibt"
    yield Picture(phases(groups).draw, f"{title}: {spoken}.", title)


def _listed(entries: Sequence[Entry]) -> Ledger:
    columns = {
        "title": Column("Kennzahl", 0.0),
        "city": Column("Stadt", 7.5, "end"),
        "change": Column("Veränderung", 11.0),
        "compared": Column("Sozialräume", 10.5),
        "goal": Column("Ziel", 12.0),
    }
    names = by_width((1200, ("title", "city", "change", "compared", "goal")),
                     (800, ("title", "city", "compared")), (0, ("title", "city")))  # fmt: skip
    rows = tuple(_entry(entry) for entry in entries)
    return Ledger(columns, rows, names, least=TWO_LINES, rest="Kennzahlen", wanted=0.3)


def _entry(entry: Entry) -> dict[str, Cell]:
    goal = f"{entry.goal.label}: {entry.goal.word}" if entry.goal else "–"
    return {
        "title": said(entry.title, below=entry.question, strong=True),
        "city": said(entry.city_text or "–", "end", below=entry.period, strong=True),
        "change": said(entry.change_text, colour=GREY_TEXT),
        "compared": said(_compared(entry), colour=PETROL if entry.differing else GREY_TEXT),
        "goal": said(goal, colour=INK if entry.goal else GREY_TEXT),
    }


def _compared(entry: Entry) -> str:
    known = sum(count for sign, count in entry.signs if sign != "hidden")
    return f"{entry.differing} von {known} weichen ab" if known else entry.compared


def _chart(answer: KennzahlenAnswer) -> Chart:
    """How many indicators tell the areas apart, and what there is of the others, by life phase.

    Counts that the page itself shows: the values of the list have as many units as there are indicators
    and cannot share a chart, and an indicator says nothing of a whole life phase.
    """
    groups = shown_groups(answer)
    counted = [Counter(_kind(entry) for entry in group.entries) for group in groups]
    courses = tuple(
        Course(word, tuple(float(counts[word]) for counts in counted), fill=fill) for word, fill in _KINDS
    )
    names = tuple(group.title for group in groups)
    return Chart("shares", "Kennzahlen je Lebensphase: weichen Sozialräume nachweisbar ab?", names,
                 tuple(course for course in courses if any(course.values)), "Kennzahlen", 0)  # fmt: skip


def _kind(entry: Entry) -> str:
    if entry.reach == "sozialraum":
        return _DIFFERING if entry.differing else _SAME
    return _WORDS[entry.reach]


def _keys(answer: KennzahlenAnswer) -> Iterator[Key]:
    entries = [entry for group in shown_groups(answer) for entry in group.entries]
    known = sum(entry.reach == "sozialraum" for entry in entries)
    yield Key("Kennzahlen", str(len(entries)))
    yield Key("mit Werten je Sozialraum", str(known))
    yield Key("mit nachweisbarem Unterschied", str(sum(entry.differing > 0 for entry in entries)))


def _table(answer: KennzahlenAnswer) -> Table:
    """The indicators shown, in the order of the list."""
    rows = tuple(
        (entry.title, group.title, entry.period or "–", entry.city_text or "–", _compared(entry) or "–",
         f"{entry.goal.label}: {entry.goal.word}" if entry.goal else "–")
        for group in shown_groups(answer) for entry in group.entries
    )  # fmt: skip
    header = ("Kennzahl", "Lebensphase", "Zeitraum", "Stadt", "Sozialräume", "Ziel")
    return Table(answer.hits, header, rows)
