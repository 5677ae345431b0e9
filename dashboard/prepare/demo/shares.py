"""Draws shares: binomial around a smooth trend, a steady panel, a part of other counts, or posts."""

from __future__ import annotations

import numpy as np

from dashboard.prepare.demo.calibration import Derived, Posts, Share, Thinned
from dashboard.prepare.demo.table import Ints, Table, World
from dashboard.prepare.demo.terms import Part
from dashboard.prepare.demo.trend import Floats, area_rates, area_shares, path


def draw_share(spec: Share, world: World) -> Table:
    """Numerators of a share by area and year."""
    people = world.people(spec.base, spec.of)
    chance = area_shares(path(spec.level), world.shift(spec), people.astype(float))
    rng = world.rng(spec.indicator)
    drawn = _panel(rng, people, chance) if spec.draw == "panel" else rng.binomial(people, chance)
    if spec.split and spec.of is not None:
        return _split(spec, spec.of, drawn, world)
    return Table(spec, ("",), drawn[:, :, None], people[:, :, None])


def _split(spec: Share, of: Part, drawn: Ints, world: World) -> Table:
    """The drawn units spread over the categories they can come from, by weight and without putting back.

    Each unit waits an exponential time with its category's weight; those that wait least are the drawn ones
    (Efraimidis and Spirakis 2006). Counts of the categories add up to what was drawn.
    """
    whole = world.drawn[of.indicator]
    rng = world.rng(f"{spec.indicator}-merkmale")
    weights = np.array([spec.split[category] for category in whole.categories])
    counts = np.zeros(whole.numerator.shape, dtype=np.int64)
    for place in np.ndindex(*drawn.shape):
        kinds = np.repeat(np.arange(len(weights)), whole.numerator[place].astype(np.int64))
        first = np.argsort(rng.exponential(1.0 / weights[kinds]))[: drawn[place]]
        counts[place] = np.bincount(kinds[first], minlength=len(weights))
    everybody = whole.numerator.sum(axis=2)
    return Table(spec, whole.categories, counts, whole.numerator, drawn, everybody)


def _panel(rng: np.random.Generator, people: Ints, chance: Floats) -> Ints:
    """The same Kitas or employees year after year: each joins once its own threshold is passed."""
    drawn = np.empty_like(people)
    for area in range(len(people)):
        thresholds = rng.random(int(people[area].max()))
        for year, size in enumerate(people[area]):
            drawn[area, year] = np.count_nonzero(thresholds[:size] < chance[area, year])
    return drawn


def draw_thinned(spec: Thinned, world: World) -> Table:
    """Of the counts of another indicator a binomial part, over a denominator of its own."""
    drawn = world.rng(spec.indicator).binomial(world.part(spec.of), path(spec.level)[None, :] / 100.0)
    return Table(spec, ("",), drawn[:, :, None], world.people(spec.base)[:, :, None])


def draw_derived(spec: Derived, world: World) -> Table:
    """Nothing is drawn: the sum of some categories over the cohort they come from, or over a base."""
    everybody = Part(indicator=spec.of.indicator)
    people = world.people(spec.base, None if spec.base else everybody)
    return Table(spec, ("",), world.part(spec.of)[:, :, None], people[:, :, None])


def draw_posts(spec: Posts, world: World) -> Table:
    """Posts allotted in steps (quarters, halves) along the areas' rates; level is posts per 1,000."""
    people = world.people(spec.base)
    rates = area_rates(path(spec.level), world.shift(spec), people.astype(float))
    posts = np.rint(rates * people / 1000.0 / spec.step) * spec.step
    return Table(spec, ("",), posts[:, :, None], people[:, :, None])
