"""The parts of the page on targets."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.ziele.parts import Scorecard, ZieleAnswer
from dashboard.answers.ziele.spread_parts import Approach
from dashboard.answers.ziele.table_parts import Chain, Matrix
from dashboard.components import card
from dashboard.components.markup import Markup
from dashboard.components.ziele import approach, chain, head, matrix, scorecard

__all__ = ["content", "head"]

_ROWS = ("Ziele im Einzelnen", "Ausgangswert, letzter Wert, Zielwert, Tempo und Projektion der ganzen Stadt; "
         "rechts die neun Sozialräume in ihrer Lage")  # fmt: skip
_OVERVIEW = ("Alle geprüften Kennzahlen", "Streuung der neun Sozialräume, ohne den Anteil des Zufalls")
_PROVEN = "Nachweisbare Ergebnisse im Verlauf"


def content(answer: ZieleAnswer) -> list[Component]:
    """What the view shows below statement, views and filters."""
    match answer.shown:
        case Scorecard():
            return _scorecard(answer, answer.shown)
        case Matrix():
            return [_card("matrix", answer, answer.shown.title, answer.shown.subtitle, answer.shown,
                          [Markup(head.legend()), Markup(matrix.matrix(answer.shown))])]  # fmt: skip
        case Chain():
            return [_card("kette", answer, answer.shown.title, answer.shown.subtitle, answer.shown,
                          [Markup(head.legend()), Markup(chain.chain(answer.shown))])]  # fmt: skip
        case Approach():
            return _approach(answer, answer.shown)


def _scorecard(answer: ZieleAnswer, shown: Scorecard) -> list[Component]:
    diagram: list[Component] = [Markup(head.legend()), Markup(scorecard.rows(shown))]
    return [
        Markup(scorecard.counts(shown)),
        Markup(scorecard.perspectives(shown)),
        _card("ziele", answer, *_ROWS, shown, diagram),
    ]


def _approach(answer: ZieleAnswer, shown: Approach) -> list[Component]:
    cards: list[Component] = []
    if shown.focus is not None:
        focus = shown.focus
        texts = card.Texts(focus.title, focus.subtitle, focus.table, answer.method, answer.foot)
        cards.append(card.card("gross", texts, [Markup(approach.large(focus))]))
    if shown.smalls:
        texts = card.Texts(_PROVEN, "Streuung der wahren Werte mit 95-%-Bereich, jede Skala beginnt bei 0",
                           shown.table, answer.method, answer.foot)  # fmt: skip
        cards.append(card.card("verlaeufe", texts, [Markup(approach.smalls(shown))]))
    return [*cards, _card("alle", answer, *_OVERVIEW, shown, [Markup(approach.overview(shown))])]


def _card(
    name: str,
    answer: ZieleAnswer,
    title: str,
    subtitle: str,
    shown: Scorecard | Matrix | Chain | Approach,
    diagram: list[Component],
) -> Component:
    return card.card(name, card.Texts(title, subtitle, shown.table, answer.method, answer.foot), diagram)
