"""Shares of a row, rounded once: the printed numbers add up to a hundred, and nothing hidden is derived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.analysis.distribution import largest_remainder
from dashboard.store.facts import Fact
from dashboard.wording.numbers import rounded
from dashboard.wording.transitions import limits_text

_STEPS = 10  # the unit of print: a tenth of a per cent


@dataclass(frozen=True, slots=True)
class Cell:
    """One form in one area: exact share and printed share in per cent, or why there is none."""

    indicator: str
    share: float | None
    printed: float | None
    hidden: bool = False


def row(facts: Sequence[tuple[str, Fact | None]]) -> tuple[Cell, ...]:
    """The cells of one area; the first form keeps its ordinary rounding, as the page's sentence prints it.

    A row in which exactly one cell is hidden would give it away; see :func:`guarded`.
    """
    return _adding_up(guarded(tuple(_cell(name, fact) for name, fact in facts)))


def around(facts: Sequence[tuple[str, Fact | None]]) -> tuple[Cell, ...]:
    """Three cells whose middle one takes up the rounding; the outer two are printed as they are alone."""
    first, middle, last = (_cell(name, fact) for name, fact in facts)
    cells = guarded((first, middle, last))
    if any(cell.printed is None for cell in cells):
        return cells
    rest = 100 - (first.printed or 0.0) - (last.printed or 0.0)
    return first, Cell(middle.indicator, middle.share, float(rounded(rest, 1))), last


def guarded(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The same cells, but never exactly one hidden: the smallest of the others goes with it."""
    shown = [cell for cell in cells if cell.share is not None]
    if sum(cell.hidden for cell in cells) != 1 or not shown:
        return cells
    lost = min(shown, key=lambda cell: cell.share or 0.0)
    return tuple(Cell(cell.indicator, None, None, True) if cell is lost else cell for cell in cells)


def limits_of(cell: Cell, fact: Fact | None) -> str:
    """The printed 95 % interval of a shown share; nothing for one that is not shown."""
    return limits_text(fact.lower, fact.upper) if cell.printed is not None and fact is not None else ""


def _cell(name: str, fact: Fact | None) -> Cell:
    if fact is None or fact.value is None:
        return Cell(name, None, None, fact is not None and fact.status == "hidden")
    return Cell(name, fact.value, float(rounded(fact.value, 1)))


def _adding_up(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Largest remainder over all but the first form; left alone where the parts are not a whole."""
    shares = [cell.share for cell in cells]
    known = [share for share in shares if share is not None]
    if len(known) < len(shares) or len(known) < 2 or abs(sum(known) - 100) > 1e-6:
        return cells
    first = round(float(rounded(known[0], 1)) * _STEPS)
    steps = [first, *largest_remainder([share * _STEPS for share in known[1:]], 100 * _STEPS - first)]
    return tuple(
        Cell(cell.indicator, cell.share, int(step) / _STEPS) for cell, step in zip(cells, steps, strict=True)
    )
