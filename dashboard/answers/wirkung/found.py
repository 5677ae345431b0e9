"""What was found for one view: the measure, the indicator, and the comparison or the reason."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.answers import file_names
from dashboard.answers.desk import Asking
from dashboard.answers.parts import Said
from dashboard.answers.question import Question
from dashboard.answers.wirkung.chosen import Chosen, chosen
from dashboard.answers.wirkung.measures import alongside
from dashboard.answers.wirkung.picture import since_zero
from dashboard.answers.wirkung.study import Study, study
from dashboard.wording import effects, effects_missing
from dashboard.wording.effects import Compared, Effect
from dashboard.wording.effects_missing import Reason
from dashboard.wording.periods import axis_label, range_label

_PAGE = "Wirkung – Sozialraum-Monitor Hamm"


@dataclass(frozen=True, slots=True)
class Found:
    """``effect``, ``study`` and ``since`` where something could be computed, else ``reason``."""

    chosen: Chosen
    question: Question
    reason: Reason | None = None
    study: Study | None = None
    effect: Effect | None = None
    since: dict[int, Compared] | None = None


def find(asking: Asking) -> Found:
    """Settle the view and compare."""
    picked = chosen(asking)
    question = picked.asking.question
    if picked.reason is not None:
        return Found(picked, question, picked.reason)
    compared = study(question, picked.measure)
    if isinstance(compared, str):
        return Found(picked, question, compared)
    view = question.view
    key = (picked.measure.id, view.kennzahl, view.merkmal, view.ebene)  # of an area nothing is computed
    effect = asking.part(("effect", *key), lambda: _effect(compared, question))
    since = asking.part(("since zero", *key), lambda: since_zero(compared))
    return Found(picked, question, None, compared, effect, since)


def said(found: Found) -> Said:
    """Headline, numbers below it, and what is copied."""
    measure, question, effect = found.chosen.measure, found.question, found.effect
    if effect is None:
        reason: Reason = found.reason or "no_indicator"
        headline = effects_missing.missing_title(measure, reason)
        concerned = None if found.chosen.reason else question.indicator
        detail = effects_missing.missing_detail(measure, reason, concerned)
        copied = f"{headline}. {detail} Datenstand {question.choices.release}."
        return Said(f"{headline} – {_PAGE}", headline, measure.description, detail, copied, "",
                    found.chosen.notices, file=_file(found, question.line.years))  # fmt: skip
    headline = effects.effect_title(effect)
    period = range_label(question.indicator, effect.before[0], effect.after[-1])
    start = axis_label(question.indicator, effect.after[0])
    return Said(
        title=f"{headline} – {_PAGE}",
        headline=headline,
        subtitle=f"{question.indicator.title}, {period}; Maßnahme ab {start}",
        detail=effects.effect_detail(effect),
        copy_text=effects.effect_copy(effect, question.choices.release),
        period=period,
        notices=found.chosen.notices,
        file=_file(found, (*effect.before, *effect.after)),
    )


def _file(found: Found, years: tuple[int, ...]) -> str:
    """Measure and indicator; what is compared are areas, so the place is the city."""
    question = found.question
    period = file_names.period_of(question.indicator, years or (question.year,))
    subject = f"Wirkung {found.chosen.measure.title} {question.indicator.short_title}"
    return file_names.of_question(question, period, subject)


def _effect(compared: Study, question: Question) -> Effect:
    names = [area.name for area in compared.areas]
    flagged = list(zip(names, compared.treated, strict=True))
    window, measure = compared.window, compared.measure
    return Effect(
        measure=measure,
        indicator=compared.indicator,
        category=question.category,
        treated=tuple(name for name, treated in flagged if treated),
        others=tuple(name for name, treated in flagged if not treated),
        before=window.before,
        after=window.after,
        change=compared.change,
        drift=compared.drift,
        alongside=alongside(measure, compared.indicator, question.catalogue, window.after[-1]),
    )
