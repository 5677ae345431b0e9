"""The report's figures for files: shares of shown and hidden values by indicator and life phase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.answers.desk import Asking
from dashboard.answers.figures_of import page_figures
from dashboard.answers.geheimhaltung import words
from dashboard.answers.geheimhaltung.answer import foot, said, source
from dashboard.answers.geheimhaltung.counted import ALL, counted, families, origin_of, span, total
from dashboard.answers.geheimhaltung.parts import Protected, Tally
from dashboard.answers.parts import Figures
from dashboard.answers.rows import Row
from dashboard.catalogue.catalogue import LIFE_PHASES
from dashboard.model import CITY, Origin

EVERY = "alle"  # instead of an indicator: rows that sum up
#: What the column ``merkmal`` says, and the count it is about.
STATES = (
    ("gezeigt", "shown"),
    ("selbst-klein", "primary"),
    ("zum-schutz-anderer", "secondary"),
    ("ohne-bekannte-zahl", "unknown"),
)


@dataclass(frozen=True, slots=True)
class ProtectedFigure(Row):
    """How many values of an indicator are shown or hidden. Field names are the columns of the files."""

    lebensphase: str


@dataclass(frozen=True, slots=True)
class _Line:
    indicator: str
    phase: str
    tally: Tally
    origin: Origin
    source: str
    period: str


def figures(asking: Asking) -> Figures:
    """Rows by indicator and origin, then the life phases, then all together; ``wert`` in per cent."""
    found = counted(asking)
    every = total(entry.tally for entry in found)
    line_up = _lines(asking, found, every)
    rows = tuple(row for line in line_up for row in _rows(asking, line))
    own = foot(asking, found)
    return page_figures(
        asking,
        said(asking, found, every),
        title=words.SUBJECT,
        unit="%",
        origin=own.origin,
        source=own.source,
        filters=(),
        notes=(*words.NOTES, f"Zeilen der Kennzahl „{EVERY}“ fassen zusammen: je Lebensphase und {ALL}."),
        rows=rows,
    )


def _lines(asking: Asking, found: Sequence[Protected], every: Tally) -> Iterator[_Line]:
    sources = asking.catalogue.sources
    for entry in found:
        named = "; ".join(sources[name].title for name in entry.sources)
        phase = LIFE_PHASES[entry.indicator.life_phase]
        period = words.years_text(entry.years)
        yield _Line(entry.indicator.id, phase, entry.tally, entry.origin, named, period)
    own = source(asking.release)
    for family in families(found):
        members = [entry for entry in found if entry.indicator.life_phase == family.phase]
        period = words.years_text(span(members))
        yield _Line(EVERY, family.title, family.tally, origin_of(members), own, period)
    if found:
        yield _Line(EVERY, ALL, every, origin_of(found), own, words.years_text(span(found)))


def _rows(asking: Asking, line: _Line) -> Iterator[Row]:
    for word, name in STATES:
        count: int = getattr(line.tally, name)
        yield ProtectedFigure(
            kennzahl=line.indicator,
            raum=CITY,
            raum_name=asking.catalogue.city.name,
            zeitraum=line.period,
            merkmal=word,
            wert=line.tally.share(count),
            zaehler=count,
            nenner=line.tally.cells,
            untergrenze=None,
            obergrenze=None,
            vergleich="",
            trend="",
            status="berechnet",
            herkunft=line.origin,
            quelle=line.source,
            stand=asking.release,
            lebensphase=line.phase,
        )
