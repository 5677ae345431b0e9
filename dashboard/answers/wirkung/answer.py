"""Puts the page on measures together."""

from __future__ import annotations

from dashboard.answers.desk import Asking
from dashboard.answers.foot import foot
from dashboard.answers.parts import Controls, Method, Select
from dashboard.answers.wirkung import nothing
from dashboard.answers.wirkung.chosen import MEASURE
from dashboard.answers.wirkung.found import Found, find, said
from dashboard.answers.wirkung.measures import measure_rows
from dashboard.answers.wirkung.parts import Block, WirkungAnswer
from dashboard.answers.wirkung.picture import areas_table, picture
from dashboard.wording import effects
from dashboard.wording.effects_missing import remedy

SELECTS = (MEASURE, "kennzahl")
HIDDEN = ("stand",)
STATISTICS = (
    "Je Sozialraum eine Zahl: Mittel der bis zu fünf Zeiträume ab dem Beginn minus Mittel der bis zu fünf "
    "davor. Der Zeitraum des Beginns zählt als „ab“.",
    "Verglichen werden die Zahlen beider Gruppen (Donald und Lang 2007): t-Verteilung mit Zahl der Räume "
    "minus 2 Freiheitsgraden. Die Jahre eines Raums dürfen voneinander abhängen (Bertrand, Duflo und "
    "Mullainathan 2004).",
    "Räume mit mehr Fällen zählen mehr: Gewicht 1 ÷ (Zufallsanteil + eigene Schwankung der Räume nach "
    "Paule und Mandel), Standardfehler nach Knapp und Hartung 2003.",
    "Geprüft an 1.000 simulierten Städten mit neun Räumen (n = 190): Der 95-%-Bereich enthält den wahren "
    "Unterschied in 93 bis 97 % der Fälle; ohne Unterschied wird in rund 5 % einer gemeldet.",
    "Verlauf vorher: Steigung je Jahr vor dem Beginn, ebenso verglichen. Ereignisbild: jeder Zeitraum "
    "gegen den letzten vor dem Beginn, Bereiche je Zeitraum ohne Korrektur für mehrere Vergleiche.",
    "Zeiträume jenseits eines Bruchs der Reihe, nach dem Ende der Maßnahme oder mit einem verborgenen Wert "
    "zählen nicht mit.",
)  # fmt: skip


def answer(asking: Asking) -> WirkungAnswer:
    """Put the page's answer together: same view of the same release, same answer."""
    if not asking.catalogue.measures:
        return nothing.answer(asking)
    found = find(asking)
    question, settled = found.question, found.chosen.asking
    study, since = found.study, found.since
    return WirkungAnswer(
        key=(asking.release, settled.view, found.chosen.notices),
        view=settled.view,
        address=settled.view.address(asking.choices),
        said=said(found),
        demo=study is not None and question.line.origin == "demo",
        controls=_controls(found),
        picture=picture(study, since) if study and since else None,
        blocks=_blocks(found),
        areas=areas_table(study) if study else None,
        measures=measure_rows(settled, found.chosen.measure),
        method=_method(found),
        foot=foot(question, settled.view),
    )


def _controls(found: Found) -> Controls:
    """The measure, and the indicator where its areas allow a comparison."""
    chosen, view = found.chosen, found.chosen.asking.view
    measures = tuple((entry.id, entry.title) for entry in found.question.catalogue.measures.values())
    shown = chosen.offered if chosen.reason is None else (found.question.indicator,)
    indicators = tuple((entry.id, entry.short_title) for entry in shown)
    return Controls(
        selects=(
            Select(MEASURE, "Maßnahme", measures, chosen.measure.id),
            Select("kennzahl", "Kennzahl", indicators, view.kennzahl),
        ),
        hidden=(("stand", view.stand),),
        cells=(),
        city_href="",
        title="Wirkung",
        chosen=chosen.measure.title,
    )


def _blocks(found: Found) -> tuple[Block, ...]:
    effect = found.effect
    if effect is None:
        return (Block("Was es für einen Vergleich bräuchte", (remedy(found.reason or "no_indicator"),)),)
    return (
        Block("Unterschied seit dem Beginn", (effects.change_block(effect),)),
        Block("Verlauf vor dem Beginn", (effects.drift_block(effect),)),
        Block("Was dieser Vergleich nicht zeigen kann", effects.cautions(effect)),
    )


def _method(found: Found) -> Method:
    indicator, measure = found.question.indicator, found.chosen.measure
    source = found.question.catalogue.sources[measure.source]
    definition = (
        ("Kennzahl", indicator.title),
        ("Zähler", indicator.numerator),
        ("Nenner", indicator.denominator),
        ("Maßnahme", measure.description),
        ("Quelle der Maßnahme", f"{source.title} ({source.publisher})"),
    )
    return Method(tuple(pair for pair in definition if pair[1]), indicator.notes, STATISTICS)
