"""Sums between indicators that no catalogue lists, found in the figures themselves as an attacker would.

The count of one indicator is often the denominator of another, or some categories of another added
up (children with a need of help are the denominator of those who got it; a leaving certificate is
both a category and an indicator). What holds in every cell is taken as known to everybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np

from dashboard.catalogue.models import Indicator
from dashboard.model import TOTAL
from dashboard.protect.cells import Figures
from dashboard.protect.primary import counts_people
from dashboard.protect.problem import Cell, Key, Sum

_CELLS = 6  # fewer could agree by chance
_VALUES = 4  # different values among them
_Line = tuple[str, str, str]  #: indicator, category, ``x`` or ``n``
_Spot = tuple[str, int]
_Lines = Mapping[_Line, Mapping[_Spot, float]]


@dataclass(slots=True)
class Links:
    """Denominators that are cells too, sums with them, and which figures print such a denominator."""

    cells: dict[Key, Cell] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    along: dict[Key, tuple[Key, ...]] = field(default_factory=dict)


def links(of: Figures, cells: Mapping[Key, Cell]) -> Links:
    """All links of one origin."""
    counts, below = _counts(cells), _denominators(of)
    found = Links()
    for target, parts in _matches(of, counts, below):
        spots = (below if target[2] == "n" else counts)[target]
        for spot, amount in sorted(spots.items()):
            keys = tuple(_key(part, spot) for part in parts)
            if all(key in cells for key in keys):
                whole = _key(target, spot)
                found.sums.append(Sum(keys, (whole,)))
                if target[2] == "n":
                    _add_denominator(found, whole, amount, cells)
    return found


def _add_denominator(found: Links, key: Key, amount: float, cells: Mapping[Key, Cell]) -> None:
    """A denominator is hidden with the figure that prints it."""
    figure: Key = (*key[:4], "x")
    cell = cells[figure]
    found.cells[key] = Cell(key, amount, range=cell.range, loss=cell.loss)
    found.along[key] = (figure,)


def _key(line: _Line, spot: _Spot) -> Key:
    return line[0], line[1], spot[0], spot[1], line[2]


def _counts(cells: Mapping[Key, Cell]) -> _Lines:
    found: dict[_Line, dict[_Spot, float]] = defaultdict(dict)
    for (indicator, breakdown, area, year, kind), cell in cells.items():
        if kind == "x" and cell.range > 0 and cell.value is not None:
            found[indicator, breakdown, kind][area, year] = cell.value
    return found


def _denominators(of: Figures) -> _Lines:
    found: dict[_Line, dict[_Spot, float]] = defaultdict(dict)
    for (indicator, breakdown, area, year), row in of.shown.items():
        if row.denominator is not None and counts_people(of.catalogue.indicators[indicator]):
            found[indicator, breakdown, "n"][area, year] = row.denominator
    return found


def _matches(of: Figures, counts: _Lines, below: _Lines) -> Iterator[tuple[_Line, tuple[_Line, ...]]]:
    """Every line of counts or denominators that is a sum of lines of one other indicator."""
    sources = list(_sources(of, counts))
    for target, amounts in sorted([*counts.items(), *below.items()]):
        for source in sources:
            if source[0][0] != target[0]:
                parts = _adds_up(amounts, source, counts)
                if parts:
                    yield target, parts


def _sources(of: Figures, counts: _Lines) -> Iterator[tuple[_Line, ...]]:
    """The total of an indicator, and the categories of each of its dimensions."""
    for indicator in of.catalogue.indicators.values():
        for names in ((TOTAL,), *_dimensions(indicator)):
            lines = tuple((indicator.id, name, "x") for name in names if (indicator.id, name, "x") in counts)
            if lines:
                yield lines


def _dimensions(indicator: Indicator) -> list[tuple[str, ...]]:
    return [tuple(category.id for category in each.categories) for each in indicator.breakdowns]


def _adds_up(target: Mapping[_Spot, float], source: Sequence[_Line], counts: _Lines) -> tuple[_Line, ...]:
    """The fewest lines of ``source`` that are ``target`` wherever all are known; empty if none are."""
    spots = sorted(set(target).intersection(*(counts[line] for line in source)))
    amounts = np.array([target[spot] for spot in spots])
    if len(spots) < _CELLS or len(np.unique(amounts)) < _VALUES:
        return ()
    table = np.array([[counts[line][spot] for spot in spots] for line in source])
    chosen = np.array(list(product((0, 1), repeat=len(source))), dtype=np.float64)[1:]
    chosen = chosen[np.abs(chosen @ table[:, :_CELLS] - amounts[:_CELLS]).max(axis=1) < 0.5]
    fits = [row for row in chosen if np.abs(row @ table - amounts).max() < 0.5]
    best = min(fits, key=lambda row: row.sum(), default=np.zeros(len(source)))
    return tuple(line for line, wanted in zip(source, best, strict=True) if wanted)
