"""Measures of one period in words: name, value, and what it says; the slope index by its definition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.answers.question import Question
from dashboard.catalogue.models import Indicator
from dashboard.model import Gap, Inequality
from dashboard.wording import gaps, sentences
from dashboard.wording.numbers import amount_text, interval_text, number, with_unit
from dashboard.wording.units import NARROW, NBSP

#: The fixed variable by which areas are ordered for the slope index when a release is prepared.
DEPRIVATION = "sgb2-unter-18"
Measure = tuple[str, str, str]  # name, value, what it is


def measures(question: Question, gap: Gap | None, row: Inequality | None) -> tuple[Measure, ...]:
    """What is known of the shown period, the gap first."""
    return (*_gap(question, gap), *(_spread(question.indicator, row) if row else ()))


def notes(question: Question, row: Inequality | None) -> tuple[str, ...]:
    """The slope index as a sentence, and how it is defined; nothing where it was not computed."""
    deprivation = question.catalogue.indicators.get(DEPRIVATION)
    if row is None or row.sii is None or deprivation is None:
        return ()
    sound = replace(row, rii=_ratio(row))
    sentence = gaps.sii_sentence(sound, question.indicator)
    return (f"{sentence}.", gaps.sii_note(sound, question.indicator, deprivation))


def _gap(question: Question, gap: Gap | None) -> Iterator[Measure]:
    if gap is None:
        return
    names = question.catalogue.areas
    ends = f"{names[gap.highest].short_name} minus {names[gap.lowest].short_name}"
    ends = gaps.ALL_EQUAL if gap.highest == gap.lowest else ends
    yield "Abstand", sentences.gap_text(gap, question.indicator, question.values), ends
    if gap.chance_p95 is not None:
        mean = f"im Mittel {amount_text(gap.chance_mean or 0.0, question.indicator)}"
        yield (
            "Zufall allein",
            f"bis {amount_text(gap.chance_p95, question.indicator)}",
            f"{mean}; 95. Perzentil",
        )


def _spread(indicator: Indicator, row: Inequality) -> Iterator[Measure]:
    if row.true_spread is not None:
        limits = _limits(row.true_spread_lower, row.true_spread_upper, indicator)
        yield "Wahre Streuung", amount_text(row.true_spread, indicator), limits and f"95-%-Bereich {limits}"
    if row.sii is not None:
        limits = _limits(row.sii_lower, row.sii_upper, indicator)
        yield "SII", amount_text(row.sii, indicator), limits and f"95-%-Bereich {limits}"
    if _ratio(row) is not None:
        yield "RII (PHE)", number(_ratio(row) or 0.0, 2), "Verhältnis beider Enden der Geraden"
    yield "BGSD", amount_text(row.bgsd, indicator), "Standardabweichung, nach Bevölkerung gewichtet"
    if row.cov is not None:
        yield "Variationskoeffizient", with_unit(row.cov, "%", 1), "Standardabweichung in Prozent des Mittels"
    if row.idisp is not None:
        yield "Disparitätsindex", with_unit(row.idisp, "%", 1), "mittlere Abweichung in Prozent des Mittels"
    if row.theil is not None and row.mld is not None:
        both = f"{number(row.theil, 1)} und {number(row.mld, 1)}"
        yield "Theil-Index, MLD", both, "jeweils mal 1.000; 0 wäre Gleichheit"


def _limits(lower: float | None, upper: float | None, indicator: Indicator) -> str:
    return interval_text(lower, upper, indicator).replace(f"{NARROW}%", f"{NBSP}Punkte")


def _ratio(row: Inequality) -> float | None:
    """The relative index; None where an end of the line lies below zero and a ratio means nothing."""
    return row.rii if row.rii is not None and row.rii > 0 else None
