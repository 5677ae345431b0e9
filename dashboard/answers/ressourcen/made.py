"""The second card: what each criterion adds to the index."""

from __future__ import annotations

import numpy as np

from dashboard.analysis.distribution import largest_remainder
from dashboard.answers.parts import Table
from dashboard.answers.ressourcen.ground import Column
from dashboard.answers.ressourcen.parts import Card
from dashboard.answers.ressourcen.pictures import Made, Piece, Stack
from dashboard.answers.ressourcen.result import Result
from dashboard.figures.index_bars import COLOURS, index_limits
from dashboard.wording import resources
from dashboard.wording.numbers import rounded, signed, with_unit
from dashboard.wording.periods import axis_label

_MOST = len(COLOURS) - 1  # more criteria share the last colour


def made(result: Result) -> Made:
    """The stacks in drawn order; none without an index."""
    index = result.index
    if index is None:
        return Made((), (), (0.0, 1.0))
    order = _by_weight(result.used)
    printed = _printed(result)
    stacks = tuple(_stack(result, place, order, printed) for place in result.order)
    shown = [result.used[at] for at in order]
    total = sum(column.weight for column in shown)
    legend = [f"{column.indicator.short_title}, {with_unit(100 * column.weight / total, '%')}"
              for column in shown]  # fmt: skip
    if len(legend) > _MOST:
        legend = [*legend[:_MOST], f"{len(legend) - _MOST} weitere"]
    ends = [sum(piece.value for piece in stack.pieces if (piece.value > 0) == up)
            for stack in stacks for up in (True, False)]  # fmt: skip
    return Made(stacks, tuple(legend), index_limits(ends))


def made_card(result: Result, shown: Made) -> Card:
    """Title, subtitle and the contributions as a table; empty without an index."""
    if not shown.stacks:
        return Card("", "", Table("", (), ()))
    columns = [result.used[at] for at in _by_weight(result.used)]
    header = ("Sozialraum", *(_heading(column) for column in columns), "Index")
    printed = _printed(result)
    rows = tuple(
        (
            result.areas[place].name,
            *(signed(printed[place][at] / 100, 2) for at in _by_weight(result.used)),
            resources.index_text(float(rounded(_score(result, place), 2))),
        )
        for place in result.order
    )
    count = len(columns)
    names = "einer Kennzahl" if count == 1 else f"{count} Kennzahlen"
    title = f"Woraus der Index besteht: Beiträge aus {names}"
    subtitle = "Rechts der Null: mehr Bedarf als im Mittel, links: weniger; die Beiträge ergeben den Index."
    return Card(title, subtitle, Table("Beitrag jeder Kennzahl zum Index", header, rows))


def _heading(column: Column) -> str:
    return f"{column.indicator.short_title} {axis_label(column.indicator, column.year)}"


def _by_weight(used: tuple[Column, ...]) -> list[int]:
    """Heaviest first; equal weights in the catalogue's order."""
    return sorted(range(len(used)), key=lambda at: -used[at].weight)


def _score(result: Result, place: int) -> float:
    assert result.index is not None
    return float(result.index.score[place])


def _printed(result: Result) -> list[list[int]]:
    """The contributions in hundredths, rounded so that they add up to the printed index."""
    assert result.index is not None
    rows = []
    for place in range(len(result.areas)):
        exact = result.index.contributions[place] * 100
        target = int(rounded(_score(result, place), 2) * 100)
        # Rounding the sum moves it by half a hundredth at most: shared evenly.
        even = exact + (target - exact.sum()) / exact.size
        rows.append([int(part) for part in largest_remainder(np.asarray(even), target)])
    return rows


def _stack(result: Result, place: int, order: list[int], printed: list[list[int]]) -> Stack:
    assert result.index is not None
    area, own = result.areas[place], result.index.contributions[place]
    pieces = tuple(
        Piece(min(rank, _MOST), float(own[at]), signed(printed[place][at] / 100, 2))
        for rank, at in enumerate(order)
    )
    score = _score(result, place)
    view = result.rule.view
    return Stack(
        area.id, area.name, view.focused_on(area.id).address(result.asking.choices), area.id == view.raum,
        pieces, score, resources.index_text(score),
    )  # fmt: skip
