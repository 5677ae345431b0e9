"""Days of help beside their cases: a second stage, in which cases and euros are settled.

No case has more days than the year: whoever knows that 700 days were needed knows that it were two
cases at least. So days are counted in cases (366 days are 1), and ``days + slack = cases`` is a sum that
everybody knows: the attack on hidden cases uses the days, and that on hidden days the cases. Only days
are hidden here, so that cases and euros are the same with and without days; that is always enough,
since days of which nothing is shown say nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import Observation
from dashboard.protect.around import around
from dashboard.protect.cells import Figures, cells, key_of
from dashboard.protect.knowledge import place
from dashboard.protect.overlaps import overlaps
from dashboard.protect.problem import TOLERANCE, Cell, Key, Problem, Sum
from dashboard.protect.solve import Protected, Told, protect
from dashboard.protect.sums import sums


def is_days(row: Observation, catalogue: Catalogue) -> bool:
    """Whether this is a figure of days, of which one case can have only so many."""
    return catalogue.indicators[row.indicator].most_per_case is not None


def protected_days(
    days: Figures, beside: Figures, problem: Problem, done: Protected, told: Told
) -> Protected:
    """Hide days so that neither they nor the cases behind them can be worked out.

    ``beside``: the figures of the same origin that are settled, by ``done`` in ``problem``. Raises
    :class:`Unprotectable` with indicator and year.
    """
    of = replace(days, shown={**beside.shown, **days.shown})
    own = cells(of, days.shown)
    rows, reached = _behind(of, own, problem, done.hidden)
    rows += overlaps(of.catalogue, own)
    public, around_them = around(problem, done.hidden, reached)
    every = {**public, **own, **{cell.key: cell for cell, _ in rows}}
    found = Problem(every, [*around_them, *sums(days, own), *(each for _, each in rows)])
    return protect(found, told, margin=1.0)


def _behind(
    of: Figures, own: dict[Key, Cell], settled: Problem, gone: Collection[Key]
) -> tuple[list[tuple[Cell, Sum]], list[Key]]:
    """What links days to hidden cases, and these; changes ``own``: hidden with them, or bounded by them."""
    rows, reached = list[tuple[Cell, Sum]](), list[Key]()
    for key, whole in _pairs(of, own):
        counted = settled.cells[whole]
        if whole in gone:
            own[key] = _with_cases(own[key])
            rows += _linked(key, own[key], counted)
            reached.append(whole)
        elif counted.value is not None and (own[key].value or 0.0) <= counted.value + TOLERANCE:
            own[key] = replace(own[key], upper=min(own[key].upper, counted.value))
    return rows, reached


def _pairs(of: Figures, own: Iterable[Key]) -> Iterator[tuple[Key, Key]]:
    """Days and the key of their cases, where there are cases."""
    for key in sorted(own):
        cases = of.cases(key[:4])
        if cases is not None:
            yield key, key_of(place(cases), of.catalogue.indicators[cases.indicator])


def _with_cases(cell: Cell) -> Cell:
    """Days divided by their usual number per case give hidden cases away: they are hidden with them."""
    return replace(cell, state="primary") if cell.state == "open" else cell


def _linked(key: Key, days: Cell, cases: Cell) -> Iterator[tuple[Cell, Sum]]:
    """Nothing where the figures contradict it: then the days are counted in another way."""
    slack = None if days.value is None or cases.value is None else cases.value - days.value
    if slack is None or slack >= -TOLERANCE:
        rest: Key = (*key[:4], "sd")
        yield Cell(rest, slack, "free", loss=0.0), Sum((key, rest), (cases.key,))
