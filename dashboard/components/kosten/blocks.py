"""What a card shows, written as markup: pictures at three widths, ledgers, crumbs, legends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup as Safe

from dashboard.answers.kosten.parts import Block, Card, Crumbs, Ledger, Legend, Map, Words
from dashboard.components.kosten.ledgers import ledger
from dashboard.display import History
from dashboard.figures import city_map
from dashboard.figures.contrast import INK
from dashboard.figures.history import history_scenes
from dashboard.figures.history.as_svg import svg
from dashboard.figures.icicle import Icicle, icicle
from dashboard.figures.money_frame import HALF, PHONE, WIDE
from dashboard.figures.scenario_chart import ScenarioChart, scenario_chart
from dashboard.figures.stack import HATCHED, Stack, stack
from dashboard.figures.waterfall import Waterfall, waterfall

_BOTH = Safe('<div class="money-wide">{}</div><div class="money-narrow">{}</div>')


def content(card: Card) -> Safe:
    """All blocks of a card; those beside stand in a second column where there is room."""
    main = Safe("").join(_written(block, bool(card.beside)) for block in card.blocks)
    if not card.beside:
        return main
    beside = Safe("").join(_written(block, True) for block in card.beside)
    return Safe('<div class="money-two"><div>{}</div><div>{}</div></div>').format(main, beside)


def _written(block: Block, shared: bool) -> Safe:
    """One block. ``shared``: it has only a part of the card's width."""
    width = HALF if shared else WIDE
    for kind, write in _WRITERS:
        if isinstance(block, kind):
            return write(block, width)
    raise TypeError(f"no way to write {type(block).__name__}")


def _stack(block: Stack, width: float) -> Safe:
    return _BOTH.format(stack(block, width, 360), stack(block, PHONE, 260))


def _waterfall(block: Waterfall, width: float) -> Safe:
    return _BOTH.format(waterfall(block, width, 360), waterfall(block, PHONE, 280))


def _icicle(block: Icicle, width: float) -> Safe:
    """Below 640 px the table beside it does what the icicle does: it is too small for fingers there."""
    return Safe('<div class="money-wide">{}</div>').format(icicle(block, 720, 520))


def _scenario(block: ScenarioChart, width: float) -> Safe:
    return _BOTH.format(scenario_chart(block, width, 370), scenario_chart(block, PHONE, 280))


def _history(block: History, _width: float) -> Safe:
    title = "Anteil der Prävention über die Jahre"
    text = "Prozent; grau die Sozialräume, gestrichelt die Stadt, Ziel als Ring"
    wide, narrow = history_scenes(block)
    drawn = svg(wide, title=title, description=text, ident="praevention", fluid=True)
    on_phone = svg(narrow, title=title, description=text, ident="praevention-schmal", fluid=True)
    return _BOTH.format(drawn, on_phone)


def _map(block: Map, _width: float) -> Safe:
    drawn = city_map.city_map(
        block.shapes,
        {value.area: value for value in block.values},
        block.scale,
        mode="classes",
        title=block.title,
        description=block.unit,
        unit_label=block.unit,
        sentences=block.sentences,
        ident="kostenkarte",
    )
    legend = city_map.legend(block.scale, missing=city_map.without_number(block.values))
    note = Safe(
        '<p class="small">{}; Grenzen generalisiert, nicht amtlich. Dunkler ist höher, ohne Wertung.</p>'
    )
    return Safe('<div class="money-map">{}{}{}</div>').format(drawn, legend, note.format(block.unit))


def _crumbs(block: Crumbs, _width: float) -> Safe:
    last = len(block.steps) - 1
    items = [
        Safe('<li><a href="{}" data-view="1" data-raum="{}"{}>{}</a></li>').format(
            href, key, Safe(' aria-current="page"') if index == last else "", label
        )
        for index, (label, href, key) in enumerate(block.steps)
    ]
    return Safe('<nav class="money-path" aria-label="Ebenen"><ol>{}</ol></nav>').format(Safe("").join(items))


def _words(block: Words, _width: float) -> Safe:
    return Safe('<p class="{}">{}</p>').format("money-line" if block.strong else "small", block.text)


def _legend(block: Legend, _width: float) -> Safe:
    items = [Safe("<li>{}{}</li>").format(_swatch(kind), words) for kind, words in block.entries]
    return Safe('<ul class="money-legend">{}</ul>').format(Safe("").join(items))


def _swatch(kind: str) -> Safe:
    if kind == "plan":
        inner = Safe('<path d="M0 7H14" stroke="{}" stroke-width="2.2"/>').format(INK)
    elif kind == "published":
        inner = Safe('<path d="M7 1.5L12.5 7L7 12.5L1.5 7Z" fill="{}"/>').format(INK)
    elif kind == f"colour:{HATCHED}":
        inner = Safe(
            '<rect x=".5" y=".5" width="13" height="13" fill="#fff" stroke="#1d7478"/>'
            '<path d="M0 8L8 0M4 14L14 4M0 14L14 0" stroke="#1d7478" stroke-width="1.1"/>'
        )
    else:
        inner = Safe(
            '<rect width="14" height="14" rx="2" fill="{}" stroke="#8a929b" stroke-width=".5"/>'
        ).format(kind.removeprefix("colour:"))
    return Safe('<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">{}</svg>').format(inner)


def _ledger(block: Ledger, _width: float) -> Safe:
    return ledger(block)


_WRITERS: tuple[tuple[type, Callable[[Any, float], Safe]], ...] = (
    (Stack, _stack),
    (Waterfall, _waterfall),
    (Icicle, _icicle),
    (ScenarioChart, _scenario),
    (History, _history),
    (Ledger, _ledger),
    (Crumbs, _crumbs),
    (Words, _words),
    (Legend, _legend),
    (Map, _map),
)
