"""From figures to cells: the number behind each figure, and what it would cost to hide it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.model import CITY, Observation, Status
from dashboard.protect.knowledge import Known, Place, bounds, place
from dashboard.protect.primary import count, is_amount, is_small, measured
from dashboard.protect.problem import Cell, Key, State

#: p-percent rule for euros and days: a hidden amount may not be estimated closer than this part of it.
P_PERCENT = 0.1
_ABSENT: tuple[Status, ...] = ("unknown", "later", "uncertain")
_NOTHING: tuple[Status, ...] = ("nothing", "senseless")
#: The city is what everything is compared with: it goes after everything else of its table.
_LAST_RESORT = 10.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one origin: shown readings by place, all readings, and what is public beside them."""

    catalogue: Catalogue
    shown: Mapping[Place, Observation]
    readings: Mapping[Place, Sequence[Observation]]
    public: Known
    phantoms: Sequence[Observation] = ()

    def indicator(self, where: Place) -> Indicator:
        """The indicator of a place."""
        return self.catalogue.indicators[where[0]]

    def cases(self, where: Place) -> Observation | None:
        """The figure that counts the cases behind an amount of money or days."""
        counted = self.indicator(where).cases
        return None if counted is None else self.shown.get((counted, *where[1:]))


def figures(
    rows: Iterable[Observation], catalogue: Catalogue, public: Known, phantoms: Sequence[Observation] = ()
) -> Figures:
    """Sort the rows of one origin by place."""
    readings: dict[Place, list[Observation]] = defaultdict(list)
    for row in rows:
        readings[place(row)].append(row)
    shown = {where: min(found, key=lambda row: row.reading) for where, found in readings.items()}
    return Figures(catalogue, shown, readings, public, phantoms)


def key_of(where: Place, indicator: Indicator) -> Key:
    """The key of the number behind a figure: ``x`` people, cases (or nothing countable), ``e`` an amount."""
    return (*where, "e" if is_amount(indicator) else "x")


def number(row: Observation, indicator: Indicator) -> float | None:
    """The number behind a figure: people, cases, cents, days; ``None`` if unknown or nothing of the kind."""
    return 0.0 if row.status in _NOTHING else measured(row, indicator)


def cells(of: Figures, wanted: Iterable[Place] | None = None) -> dict[Key, Cell]:
    """One cell for each place, all of them unless some are named."""
    found = {}
    for where in of.shown if wanted is None else wanted:
        cell = _cell(of, where, of.shown[where])
        found[cell.key] = cell
    for row in of.phantoms:
        indicator = of.catalogue.indicators[row.indicator]
        amount = number(row, indicator)
        key = key_of(place(row), indicator)
        if amount is not None:
            found[key] = Cell(key, amount, lower=amount, upper=amount)
    return found


def _cell(of: Figures, where: Place, row: Observation) -> Cell:
    indicator = of.indicator(where)
    value = number(row, indicator)
    lower, upper = _beforehand(of, where, row, value)
    loss = 1.0 + abs(value or 0.0)
    return Cell(
        key=key_of(where, indicator),
        value=value,
        state=_state(of, where, row),
        range=_range(indicator, value),
        loss=loss * _LAST_RESORT if row.area == CITY else loss,
        lower=lower,
        upper=upper,
    )


def _state(of: Figures, where: Place, row: Observation) -> State:
    indicator, cases = of.indicator(where), of.cases(where)
    if row.status == "hidden":
        return "given"
    counted = None if cases is None else count(cases, of.catalogue.indicators[cases.indicator])
    if any(is_small(reading, indicator, counted) for reading in of.readings[where]):
        return "primary"
    return "free" if row.status in _ABSENT else "open"


def _range(indicator: Indicator, value: float | None) -> float:
    """Protection range: the threshold for people, ten percent for amounts; nothing where nothing adds up."""
    if is_amount(indicator):
        return max(_least(indicator), P_PERCENT * abs(value or 0.0))
    counted = indicator.kind == "count" or indicator.kind in ("share", "rate") and indicator.sampling
    return float(max(indicator.small_numbers.k, 1)) if counted else 0.0


def _least(indicator: Indicator) -> float:
    """One euro; or days enough for more cases than the threshold, were each of them a single day."""
    most = indicator.most_per_case
    return 100.0 if most is None else 2 * indicator.small_numbers.k / most


def _beforehand(of: Figures, where: Place, row: Observation, value: float | None) -> tuple[float, float]:
    """What everybody knows of a number without this release: nothing that contradicts it counts."""
    indicator = of.indicator(where)
    share = indicator.kind == "share" and row.denominator is not None
    lower, upper = 0.0, float(row.denominator or 0.0) if share else inf
    public = bounds(of.public.get(where), indicator, row.denominator)
    if public is not None and value is not None and public[0] - 1e-6 <= value <= public[1] + 1e-6:
        return max(lower, public[0]), min(upper, public[1])
    return lower, upper
