"""The sheets behind the first: weights, values, index, minimum."""

from __future__ import annotations

from typing import Any

from dashboard.answers.ressourcen.result import Result
from dashboard.export.ressourcen_xlsx.paper import Paper, cell, span
from dashboard.export.ressourcen_xlsx.steps import Steps
from dashboard.wording.periods import period_label

STEPS, FLOOR_STEPS = "Verteilung!$B$8", "Verteilung!$B$9"
FIRST = 12  # row (from 0) of the first area on every sheet


def weights(book: Any, steps: Steps) -> None:
    """Every criterion that has a value in all areas, with its weight to be changed."""
    paper = Paper(book, "Gewichte", (52, 10, 12, 14, 90))
    paper.text(0, 0, "Gewichte 0 bis 5 in Spalte B ändern: alles andere rechnet sich neu.", paper.wrapped)
    paper.heads(FIRST - 1, ("Kennzahl", "Gewicht", "Richtung (1: hoch = Bedarf)", "Zeitraum", "Grund"))
    for at, column in enumerate(steps.columns):
        paper.text(FIRST + at, 0, column.indicator.title)
        paper.set(FIRST + at, 1, column.weight)
        paper.number(FIRST + at, 2, 1 if column.more_is_need else -1)
        paper.text(FIRST + at, 3, period_label(column.indicator, column.year))
        paper.text(FIRST + at, 4, column.criterion.reason)


def values(book: Any, result: Result, steps: Steps) -> None:
    """The figures of the release."""
    paper = Paper(book, "Werte", (20, *[16] * (len(steps.columns) + 1)))
    people = result.rule.population.title if result.rule.population else "Personen"
    paper.heads(FIRST - 1, ("Sozialraum", people, *(each.indicator.short_title for each in steps.columns)))
    for place, area in enumerate(result.areas):
        paper.text(FIRST + place, 0, area.name)
        paper.number(FIRST + place, 1, result.people[area.id] if result.people else 0)
        for at, column in enumerate(steps.columns):
            paper.number(FIRST + place, 2 + at, column.value(area.id), 4)


def index(book: Any, result: Result, steps: Steps) -> None:
    """z-scores, and the index as their weighted mean."""
    paper = Paper(book, "Index", (20, 12, *[16] * len(steps.columns)))
    last, count = FIRST + len(result.areas) - 1, len(steps.columns)
    paper.text(
        0,
        0,
        "Wert minus Mittel, geteilt durch die Standardabweichung, mal Richtung; Index: gewichtetes Mittel.",
    )
    paper.heads(FIRST - 1, ("Sozialraum", "Index", *(each.indicator.short_title for each in steps.columns)))
    paper.text(FIRST - 2, 0, "Gewicht")
    for at, column in enumerate(steps.columns):
        paper.formula(FIRST - 2, 2 + at, f"Gewichte!{cell(FIRST + at, 1, fixed=True)}", column.weight, 0)
    own = f"{cell(FIRST - 2, 2, fixed=True)}:{cell(FIRST - 2, 1 + count, fixed=True)}"
    for place, area in enumerate(result.areas):
        row = FIRST + place
        paper.text(row, 0, area.name)
        scores = f"{cell(row, 2)}:{cell(row, 1 + count)}"
        mean = f"IF(SUM({own})=0,0,SUMPRODUCT({scores},{own})/SUM({own}))" if count else "0"
        paper.formula(row, 1, mean, float(steps.index[place]), 4)
        for at in range(count):
            paper.formula(row, 2 + at, _z(row, at, last), float(steps.z[place, at]), 4)


def minimum(book: Any, result: Result, steps: Steps) -> None:
    """Who is held at the minimum, round by round: holding one shrinks the parts of the others."""
    paper = Paper(book, "Minimum", (20, *[14] * (2 * len(steps.rounds))))
    last = FIRST + len(result.areas) - 1
    need = span(FIRST, last, 4)
    heads = tuple(
        word for at in range(len(steps.rounds)) for word in (f"Anteil, Runde {at + 1}", "hat Minimum")
    )
    paper.text(
        0,
        0,
        "Wer unter dem Minimum läge, erhält es; der Rest wird neu geteilt, bis niemand mehr darunter liegt.",
    )
    paper.heads(FIRST - 1, ("Sozialraum", *heads))
    for place, area in enumerate(result.areas):
        row = FIRST + place
        paper.text(row, 0, area.name)
        own = f"Verteilung!{cell(row, 4)}"
        for at, each in enumerate(steps.rounds):
            before = cell(row, 2 * at) if at else "0"
            held = span(FIRST, last, 2 * at) if at else ""
            shared = f"SUMPRODUCT((1-{held})*Verteilung!{need})" if at else f"SUM(Verteilung!{need})"
            rest = f"({STEPS}-{FLOOR_STEPS}*SUM({held}))" if at else STEPS
            part = f"IF({before}=1,{FLOOR_STEPS},IF({shared}=0,0,{rest}*({own}/{shared})))"
            paper.formula(row, 1 + 2 * at, part, float(each.part[place]), 4)
            below = f"IF(OR({before}=1,{cell(row, 1 + 2 * at)}<{FLOOR_STEPS},{shared}=0),1,0)"
            paper.formula(row, 2 + 2 * at, below, float(each.held[place]), 0)


def _z(row: int, at: int, last: int) -> str:
    column = f"Werte!{span(FIRST, last, 2 + at)}"
    tiny = f"STDEVP({column})<=1E-12*MAX(MAX({column}),-MIN({column}))"
    score = f"(Werte!{cell(row, 2 + at)}-AVERAGE({column}))/STDEVP({column})"
    return f"IF({tiny},0,{score}*Gewichte!{cell(FIRST + at, 2, fixed=True)})"
