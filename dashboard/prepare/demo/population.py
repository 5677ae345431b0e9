"""The people of the demo city: nine areas, single years of age below 21, two groups above.

Children are born by a multinomial draw over the areas and grow older in the years that
follow, so cohorts keep their size from the Kita to the Sekundarstufe.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.distribution import distribute
from dashboard.prepare.demo.terms import Base, PopulationSpec, Site
from dashboard.prepare.demo.trend import FIRST_YEAR, LAST_YEAR, YEARS, path

Ints = NDArray[np.int64]
YOUNG = 21  # ages 0–20 are counted in single years
_SIZES_OF = 2017  # the year to which the sizes of the areas and the share of the elderly refer

#: Age groups of the population indicator: id -> ages (both ends included); 21 and 65 stand for the rest.
AGE_GROUPS: dict[str, tuple[int, int]] = {
    "0-2": (0, 2), "3-5": (3, 5), "6-9": (6, 9), "10-15": (10, 15), "16-17": (16, 17), "18-20": (18, 20),
    "21-64": (21, 21), "65-plus": (22, 22),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Population:
    """``counts``: area × year × age (0–20, then 21–64, then 65 and more)."""

    counts: Ints

    def ages(self, first: int, last: int) -> Ints:
        """People of these ages, both ends included. Shape: area × year."""
        return np.asarray(self.counts[:, :, first : last + 1].sum(axis=2), dtype=np.int64)

    def everybody(self) -> Ints:
        """All inhabitants. Shape: area × year."""
        return np.asarray(self.counts.sum(axis=2), dtype=np.int64)

    def base(self, base: Base) -> Ints:
        """The denominator that a base of the calibration describes. Shape: area × year."""
        if base.ages is None:
            fixed = np.array(list(base.fixed.values()), dtype=np.int64)
            return np.repeat(fixed[:, None], len(YEARS), axis=1)
        return np.asarray(np.rint(self.ages(*base.ages) * base.fraction), dtype=np.int64)


def populate(spec: PopulationSpec, sites: tuple[Site, ...], rng: np.random.Generator) -> Population:
    """Draws the births and lets the areas grow; each year's areas add up to the city's total."""
    young = _young(spec, sites, rng)
    totals = _totals(spec, sites)
    elderly = _elderly(spec, sites, totals)
    working = totals - young.sum(axis=2) - elderly
    if working.min() < 0:
        raise ValueError("Die Demo-Bevölkerung hat weniger Menschen als Kinder und Ältere")
    return Population(np.concatenate([young, working[:, :, None], elderly[:, :, None]], axis=2))


def _young(spec: PopulationSpec, sites: tuple[Site, ...], rng: np.random.Generator) -> Ints:
    birth_years = tuple(range(FIRST_YEAR - YOUNG + 1, LAST_YEAR + 1))
    weights = np.array([site.inhabitants * site.births for site in sites], dtype=float)
    city = np.rint(path(spec.births, birth_years)).astype(np.int64)
    births = rng.multinomial(city, weights / weights.sum())
    counts = np.empty((len(sites), len(YEARS), YOUNG), dtype=np.int64)
    for age in range(YOUNG):
        born = slice(YOUNG - 1 - age, YOUNG - 1 - age + len(YEARS))
        counts[:, :, age] = np.rint(births[born].T * (1.0 + spec.gain_per_year_of_age * age))
    return counts


def _totals(spec: PopulationSpec, sites: tuple[Site, ...]) -> Ints:
    years = np.array(YEARS, dtype=float) - _SIZES_OF
    weights = np.stack([site.inhabitants * np.exp(site.growth * years) for site in sites])
    city = np.rint(path(spec.total)).astype(int)
    columns = [distribute(int(total), column) for total, column in zip(city, weights.T, strict=True)]
    return np.stack(columns, axis=1)


def _elderly(spec: PopulationSpec, sites: tuple[Site, ...], totals: Ints) -> Ints:
    share = np.array([site.elderly for site in sites])[:, None] * path(spec.elderly)[None, :]
    return np.asarray(np.rint(totals * share), dtype=np.int64)
