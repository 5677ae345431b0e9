"""Why the costs rise: the change between two years as a waterfall, and by Bereich."""

from __future__ import annotations

from functools import partial

from dashboard.answers.kosten.parts import KostenAnswer, Words
from dashboard.export.plate.canvas import magnified
from dashboard.export.plate.kosten.shown import Shown, blocks, find, ledgers, listing, nothing, said
from dashboard.export.plate.parts import Chart, Course, Key, Picture
from dashboard.figures.waterfall import Bar, Waterfall, waterfall
from dashboard.wording.units import NBSP

_FEW, _SMALL = 5, 1.4  # with more columns their names need room, and so does the list beside them


def ursachen(answer: KostenAnswer) -> Shown:
    """The waterfall beside the effects by Bereich. The chart has the exact steps."""
    found = find(answer, Waterfall)
    if found is None:
        return nothing(answer.said.subtitle)
    card, shown = found
    strong = [block.text for block in blocks(card) if isinstance(block, Words) and block.strong]
    alt, title = f"{shown.name}. {card.title}.", strong[0] if strong else ""
    many = len(shown.bars) > _FEW
    figure = magnified(partial(waterfall, shown), _SMALL if many else None)
    drawn = Picture(figure, alt, title, 1.0 if many else 1.4)
    lists = [listing(each, "Nach Bereichen") for each in ledgers(card)[:1]]
    course = Course(card.subtitle, tuple(bar.cents / 100 for bar in shown.bars))
    totals = tuple(place for place, bar in enumerate(shown.bars) if bar.total)
    names, printed = (tuple(getattr(bar, name) for bar in shown.bars) for name in ("title", "text"))
    chart = Chart("waterfall", card.title, names, (course,), "€", 0, totals=totals, printed=printed)
    notes = tuple(text for each in answer.cards for text in said(each))
    return Shown((drawn, *lists), chart, tuple(_key(bar, shown.unit) for bar in shown.bars[:4]), notes)


def _key(bar: Bar, unit: str) -> Key:
    return Key(bar.title, f"{bar.text}{NBSP}{unit}", (bar.note,) if bar.note else ())
