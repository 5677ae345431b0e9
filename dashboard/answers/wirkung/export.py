"""The page's figures for files: the values compared, and the differences with their intervals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.answers.desk import Asking
from dashboard.answers.figures_of import figures_of
from dashboard.answers.parts import Figures
from dashboard.answers.rows import Row, row_of
from dashboard.answers.wirkung import nothing
from dashboard.answers.wirkung.found import Found, find, said
from dashboard.wording import signs
from dashboard.wording.effects import Compared, Effect
from dashboard.wording.periods import period_label, range_label

DIFFERENCE = "mit-minus-ohne"
_NAME = "Räume mit minus Räume ohne die Maßnahme"


def figures(asking: Asking) -> Figures:
    """Rows of the areas in the periods compared; below them the differences, where computable."""
    if not asking.catalogue.measures:
        return nothing.figures(asking)
    found = find(asking)
    question, measure = found.question, found.chosen.measure
    rows = (*_values(found), *_differences(found))
    base = figures_of(question, said(found), rows)
    return replace(
        base,
        title=f"{measure.title}: {question.indicator.title}",
        filters=(("Maßnahme", measure.title), *base.filters),
    )


def _values(found: Found) -> Iterator[Row]:
    question, study = found.question, found.study
    years = study.window.years if study else question.line.years
    for facts in question.line.by_area.values():
        for year in years:
            if year in facts:
                yield row_of(facts[year], question.catalogue, question.choices.release)


def _differences(found: Found) -> Iterator[Row]:
    effect, indicator = found.effect, found.question.indicator
    if effect is None or found.since is None:
        return
    for year, compared in found.since.items():
        yield _row(found, compared, period_label(indicator, year))
    yield _row(found, effect.change, _span(effect))


def _span(effect: Effect) -> str:
    after = range_label(effect.indicator, effect.after[0], effect.after[-1])
    before = range_label(effect.indicator, effect.before[0], effect.before[-1])
    return f"Mittel {after} gegen {before}"


def _row(found: Found, compared: Compared, period: str) -> Row:
    question = found.question
    higher = "höher" if compared.difference > 0 else "niedriger"
    return Row(
        kennzahl=question.indicator.id,
        raum=DIFFERENCE,
        raum_name=_NAME,
        zeitraum=period,
        merkmal=question.view.merkmal,
        wert=compared.difference,
        zaehler=None,
        nenner=None,
        untergrenze=compared.lower,
        obergrenze=compared.upper,
        vergleich=higher if compared.differs else "nicht unterscheidbar",
        trend="",
        status="berechnet",
        herkunft=question.line.origin,
        quelle=signs.origin_word(question.line.origin),
        stand=question.choices.release,
    )
