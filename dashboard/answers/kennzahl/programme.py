"""The measures that concern an indicator: of its life phase, in its area. They prove no effect."""

from __future__ import annotations

from dashboard.answers.kennzahl.parts import MeasureLine
from dashboard.answers.question import Question
from dashboard.catalogue.models import Measure
from dashboard.display import MeasureBar
from dashboard.model import CITY

ALL = "alle"
_MOST = 3  # bars below the picture; the list below the page names all


def concerned(question: Question) -> tuple[Measure, ...]:
    """Those of the life phase first, then those of all phases; earliest first."""
    places = {CITY, question.view.raum} if question.view.raum != CITY else set(_partition(question)) | {CITY}
    phases = (question.indicator.life_phase, ALL)
    found = [
        measure
        for measure in question.catalogue.measures.values()
        if measure.life_phase in phases and places & set(measure.areas)
    ]
    return tuple(sorted(found, key=lambda entry: (phases.index(entry.life_phase), entry.start, entry.title)))


def bars(question: Question) -> tuple[MeasureBar, ...]:
    """The measures of the indicator's own life phase that the picture shows."""
    own = [entry for entry in concerned(question) if entry.life_phase == question.indicator.life_phase]
    near = [entry for entry in own if CITY in entry.areas or question.view.raum != CITY]
    return tuple(MeasureBar(entry.title, entry.start, entry.end, _note(entry)) for entry in near[:_MOST])


def lines(question: Question) -> tuple[MeasureLine, ...]:
    """All of them in words."""
    return tuple(
        MeasureLine(entry.title, _period(entry), _place(entry, question), entry.description, entry.demo)
        for entry in concerned(question)
    )


def _partition(question: Question) -> tuple[str, ...]:
    return tuple(area.id for area in question.line.areas)


def _note(measure: Measure) -> str:
    running = "läuft" if measure.end is None else ""
    return ", ".join(part for part in (running, "Beginn angenommen" if measure.demo else "") if part)


def _period(measure: Measure) -> str:
    return f"seit {measure.start}" if measure.end is None else f"{measure.start} bis {measure.end}"


def _place(measure: Measure, question: Question) -> str:
    if CITY in measure.areas:
        return "ganze Stadt"
    return ", ".join(question.catalogue.areas[area].name for area in measure.areas)
