"""Euro amounts in integer cents: by kind and area, adding up to the city's total to the cent."""

from __future__ import annotations

import numpy as np

from dashboard.analysis.distribution import distribute
from dashboard.prepare.demo.calibration import Euros, Prevention
from dashboard.prepare.demo.table import Ints, Table, World
from dashboard.prepare.demo.trend import YEARS, Floats, path

_LOCAL_PRICE_SPREAD = 0.06  # standard deviation, log scale, of an area's cost per case


def draw_euros(spec: Euros, world: World) -> Table:
    """The city's total of each year, split over areas and kinds by cases × cost per case."""
    cases = world.drawn[spec.cases]
    weights = _weights(spec, cases, world.rng(spec.indicator))
    cents = np.zeros(weights.shape, dtype=np.int64)
    for index, total in enumerate(city_totals(spec)):
        cents[:, index] = share_out(total, weights[:, index])
    summed = cents.sum(axis=2)
    if spec.by_kind:
        return Table(spec, cases.categories, cents, total=summed, cents=True)
    return Table(spec, ("",), summed[:, :, None], cents=True)


def share_out(total: int, weights: Floats) -> Ints:
    """Cents in proportion to ``weights`` (area × kind), largest remainder; they sum to ``total`` exactly."""
    return distribute(total, weights.ravel()).reshape(weights.shape)


def city_totals(spec: Euros) -> list[int]:
    """Cents of the city per year: the stated totals, then year by year by the stated growth (%)."""
    totals: list[int] = []
    for year in YEARS:
        stated = spec.totals.get(year)
        grown = round(totals[-1] * (1.0 + spec.growth[year] / 100.0)) if stated is None else stated * 100
        totals.append(grown)
    return totals


def _weights(spec: Euros, cases: Table, rng: np.random.Generator) -> Floats:
    prices = np.stack([path(spec.unit_cost[kind]) for kind in cases.categories], axis=1)
    local = np.exp(rng.normal(0.0, _LOCAL_PRICE_SPREAD, cases.numerator.shape))
    return np.asarray(cases.numerator * prices[None, :, :] * local, dtype=np.float64)


def draw_prevention(spec: Prevention, world: World) -> dict[str, Table]:
    """Euros of prevention among all euros of help and prevention (counts in euros, not drawn).

    With them the amounts by kind of prevention, where an indicator is named for these.
    """
    paid = world.drawn[spec.euros]
    preventive = [index for index, kind in enumerate(paid.categories) if kind in spec.preventive]
    cents = prevention_cents(spec, world)
    kinds = cents.sum(axis=2)
    numerator = kinds + paid.numerator[:, :, preventive].sum(axis=2)
    denominator = kinds + paid.numerator.sum(axis=2)
    share = Table(spec, ("",), numerator[:, :, None] / 100.0, denominator[:, :, None] / 100.0)
    if not spec.amounts:
        return {spec.indicator: share}
    return {
        spec.indicator: share,
        spec.amounts: Table(spec, tuple(spec.kinds), cents, total=kinds, cents=True),
    }


def prevention_cents(spec: Prevention, world: World) -> Ints:
    """Cents of each kind of prevention: area × year × kind. More goes to areas with more deprivation."""
    people = world.people(spec.base).astype(float)
    need = people * np.exp(spec.gradient * world.deprivation)[:, None]
    need *= people.sum(axis=0) / need.sum(axis=0)
    kinds = [np.rint(need * path(anchors)[None, :]) * 100.0 for anchors in spec.kinds.values()]
    return np.stack(kinds, axis=2).astype(np.int64)
