"""Plates of the page on targets: one per view."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.answers.parts import Table
from dashboard.answers.ziele.parts import Scorecard, ZieleAnswer
from dashboard.answers.ziele.spread_parts import Approach
from dashboard.answers.ziele.table_parts import Chain, Matrix
from dashboard.export.plate.parts import Block, Chart, Key, Plate
from dashboard.export.plate.words import notes
from dashboard.export.plate.ziele import approach, chain, matrix, matrix_slide, scorecard

__all__ = ["plate"]

_VIEWS = {"": "Scorecard", "matrix": "Matrix", "lebensphasen": "Lebensphasen", "annaeherung": "Annäherung"}


def plate(answer: ZieleAnswer) -> Plate:
    """The plate of a view of the targets."""
    return Plate.of(
        answer.said,
        answer.foot,
        kicker=f"Ziele des Programms · {_VIEWS[answer.view.ansicht]}",
        body=tuple(_blocks(answer)),
        chart=_chart(answer),
        tables=tuple(_tables(answer)),
        address=answer.address,
        keys=tuple(_keys(answer)),
        notes=notes(answer.method),
        heat=matrix_slide.heat(answer.shown) if isinstance(answer.shown, Matrix) else None,
    )


def _blocks(answer: ZieleAnswer) -> Iterator[Block]:
    match answer.shown:
        case Scorecard():
            return scorecard.blocks(answer.shown)
        case Matrix():
            return matrix.blocks(answer.shown)
        case Chain():
            return chain.blocks(answer.shown)
        case Approach():
            return approach.blocks(answer.shown)


def _chart(answer: ZieleAnswer) -> Chart:
    match answer.shown:
        case Scorecard():
            return scorecard.chart(answer.shown)
        case Matrix():
            return matrix_slide.chart(answer.shown)
        case Chain():
            return chain.chart(answer.shown)
        case Approach():
            return approach.chart(answer.shown)


def _tables(answer: ZieleAnswer) -> Iterator[Table]:
    yield answer.shown.table
    if isinstance(answer.shown, Approach) and answer.shown.focus is not None:
        yield answer.shown.focus.table


def _keys(answer: ZieleAnswer) -> Iterator[Key]:
    """How many of each perspective; the other views say their numbers in the headline."""
    if isinstance(answer.shown, Scorecard):
        for group in answer.shown.perspectives[:4]:
            yield Key(group.title, group.counted, ("erreicht oder auf Kurs",))
