"""The profile of an area on a plate: what stands out against the city, and where the area lies.

Facilities are never on it, whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from dashboard.answers.sozialraum.parts import Entry, Fact, SozialraumAnswer
from dashboard.export.plate.parts import Block, Chart, Course, Key, Picture, Plate
from dashboard.export.plate.sozialraum_place import place
from dashboard.export.plate.sozialraum_rows import ledger
from dashboard.export.plate.words import CITY_NAME, legend

_STANDING: Final = "Am deutlichsten gegen die Stadt (gestrichelt); besser liegt rechts, ohne Wertung höher"
_MOST: Final = 12  # categories of the chart


def plate(answer: SozialraumAnswer) -> Plate:
    """The plate of one Sozialraum or Stadtbezirk."""
    return Plate.of(
        answer.said,
        answer.foot,
        kicker=_kicker(answer),
        body=tuple(_blocks(answer)),
        chart=_chart(answer),
        tables=(answer.table,),
        address=answer.address,
        keys=tuple(Key(fact.label, fact.value, fact.lines) for fact in _known(answer)),
        legend=legend(entry.sign for entry in listed(answer)),
        notes=(answer.lead, answer.place, *answer.footnotes, *answer.methods),
    )


def _kicker(answer: SozialraumAnswer) -> str:
    name, kind = answer.area.name, "Sozialraum" if answer.area.kind == "sozialraum" else "Stadtbezirk"
    return name if kind in name else f"{kind} {name}"


def listed(answer: SozialraumAnswer) -> tuple[Entry, ...]:
    """Worse and getting worse first, strengths, then what cannot be told apart; without comparisons all."""
    sections = (answer.worsening, answer.worse, answer.catching_up, answer.strengths, answer.neutral,
                answer.same)  # fmt: skip
    found = tuple(entry for section in sections for entry in section.entries)
    every = (entry for section in answer.phases for entry in section.entries)
    return found or tuple(entry for entry in every if entry.value is not None)


def _blocks(answer: SozialraumAnswer) -> Iterator[Block]:
    entries = listed(answer)
    if entries:
        standing = sum(entry.sign not in ("same", "none") for entry in entries)
        title = _STANDING if standing else "Kennzahlen"
        alt = "; ".join(f"{entry.title} {entry.text} ({entry.sign_word})" for entry in entries[:12])
        yield Picture(ledger(entries).draw, f"{answer.area.name}: {alt}.", title, 2.5)
    name = answer.area.short_name
    facts = tuple(_known(answer))
    spoken = "; ".join(f"{fact.label} {fact.value}" for fact in facts)
    alt = f"Lage von {name} in der Stadt. {spoken}".strip()
    yield Picture(partial(place, answer, facts), alt, "Lage und Bevölkerung", 0.8)


def _known(answer: SozialraumAnswer) -> Iterator[Fact]:
    return iter([fact for fact in answer.facts if fact.origin is not None][:4])


def _chart(answer: SozialraumAnswer) -> Chart:
    """The values in per cent of what stands out most, the city beside them (column ``wert``).

    Of a Stadtbezirk without any share its numbers of people and cases.
    """
    known = [entry for entry in listed(answer) if entry.value is not None]
    shares = [entry for entry in known if entry.text.endswith("%")]
    entries = (shares or [entry for entry in known if entry.text.replace(".", "").isdigit()])[:_MOST]
    own = Course(answer.area.name, tuple(entry.value for entry in entries), focused=True)
    city = Course(CITY_NAME, tuple(entry.city for entry in entries), city=True)
    names = tuple(f"{entry.title} ({entry.period})" for entry in entries)
    unit, decimals = ("%", 1) if shares else ("", 0)
    return Chart("bars", f"{answer.area.name} und Stadt", names, (own, city), unit, decimals)
