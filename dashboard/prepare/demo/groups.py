"""Draws groups of outcomes that share one cohort: school forms, recommendations, leaving certificates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dashboard.prepare.demo.calibration import Group, Range
from dashboard.prepare.demo.reading import CalibrationError
from dashboard.prepare.demo.table import Ints, Table, World
from dashboard.prepare.demo.trend import YEARS, Floats, form_shares, path

_TRIES = 40_000  # draws of one year among which one must lie in the published range


def draw_group(group: Group, world: World) -> dict[str, Table]:
    """The group's tables by indicator: one per form, or one with the forms as categories."""
    people = world.people(group.base, group.of)
    counts = _counts(group, world, people)
    if group.indicator:
        cohort = np.repeat(people[:, :, None], len(group.forms), axis=2)
        categories = tuple(form.id for form in group.forms)
        return {group.indicator: Table(group, categories, counts, cohort)}
    tables: dict[str, Table] = {}
    for index, form in enumerate(group.forms):
        span = group.model_copy(update={"first": max(group.first, form.first)})
        tables[form.id] = Table(span, ("",), counts[:, :, [index]], people[:, :, None])
    return tables


def chances(group: Group, world: World, people: Ints) -> Floats:
    """True shares of the forms: area × year × form, rows adding up to 1."""
    gradients = np.array([form.gradient for form in group.forms])
    offsets = np.stack([world.by_area(form.offsets) for form in group.forms], axis=1)
    apart = world.deprivation[:, None] * gradients[None, :] + offsets
    spread = path(group.spread)
    levels = np.stack([_level(form.level, form.first) for form in group.forms], axis=1)
    levels /= levels.sum(axis=1, keepdims=True)
    years = [form_shares(levels[i], apart * spread[i], people[:, i].astype(float)) for i in range(len(YEARS))]
    return np.stack(years, axis=1)


def _level(anchors: dict[int, float], first: int) -> Floats:
    return np.where(np.array(YEARS) < first, 0.0, path(anchors))


def _counts(group: Group, world: World, people: Ints) -> Ints:
    rng = world.rng(group.id)
    chance = chances(group, world, people)
    counts = np.empty(chance.shape, dtype=np.int64)
    names = [form.id for form in group.forms]
    for index, year in enumerate(YEARS):
        ranges = [wanted for wanted in group.ranges if wanted.year == year]
        counts[:, index] = _year(rng, people[:, index], chance[:, index], names, ranges)
    return counts


def _year(
    rng: np.random.Generator, people: Ints, chance: Floats, names: Sequence[str], ranges: list[Range]
) -> Ints:
    """One multinomial per area; where a range is published, the first draw that comes close to it."""
    for _ in range(_TRIES):
        drawn = rng.multinomial(people, chance)
        if all(_close(drawn[:, names.index(wanted.form)] / people, wanted) for wanted in ranges):
            return np.asarray(drawn, dtype=np.int64)
    wanted_forms = ", ".join(f"{wanted.form} {wanted.year}" for wanted in ranges)
    raise CalibrationError(f"Die veröffentlichte Spanne wird nicht erreicht: {wanted_forms}")


def _close(shares: Floats, wanted: Range) -> bool:
    ends = abs(100 * shares.min() - wanted.lowest), abs(100 * shares.max() - wanted.highest)
    return bool(max(ends) <= wanted.tolerance)
