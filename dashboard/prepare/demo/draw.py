"""Draws every calibrated indicator in an order in which nobody waits for what comes later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from graphlib import CycleError, TopologicalSorter

import numpy as np

from dashboard.prepare.demo.calibration import Calibration
from dashboard.prepare.demo.cases import draw_cases, state_steps
from dashboard.prepare.demo.choice import draw_crossed
from dashboard.prepare.demo.days import draw_days
from dashboard.prepare.demo.groups import draw_group
from dashboard.prepare.demo.money import draw_euros, draw_prevention
from dashboard.prepare.demo.population import AGE_GROUPS, populate
from dashboard.prepare.demo.reading import CalibrationError
from dashboard.prepare.demo.schools import draw_segregation
from dashboard.prepare.demo.shares import draw_derived, draw_posts, draw_share, draw_thinned
from dashboard.prepare.demo.table import Table, World, generator
from dashboard.prepare.demo.terms import Part, Span

Draw = Callable[[World], dict[str, Table]]
POPULATION = "bevoelkerung"


def draw_all(calibration: Calibration, seed: int) -> World:
    """The world with every indicator of the calibration drawn; raises CalibrationError."""
    world = found(calibration, seed)
    world.drawn[POPULATION] = _inhabitants(world)
    jobs = dict(_jobs(calibration))
    for name in _order(jobs):
        world.drawn.update(jobs[name][1](world))
    return world


def found(calibration: Calibration, seed: int) -> World:
    """Areas and people, nothing drawn yet."""
    people = populate(calibration.population, calibration.site, generator(seed, POPULATION))
    return World(
        seed=seed,
        areas=tuple(site.id for site in calibration.site),
        deprivation=np.array([site.deprivation for site in calibration.site]),
        population=people,
        bases={base.id: base for base in calibration.base},
        drawn={},
    )


def _inhabitants(world: World) -> Table:
    groups = [world.population.ages(*ages) for ages in AGE_GROUPS.values()]
    return Table(Span(), tuple(AGE_GROUPS), np.stack(groups, axis=2), total=world.population.everybody())


def _jobs(calibration: Calibration) -> Iterator[tuple[str, tuple[set[str], Draw]]]:
    """Name, what has to be drawn before, and how it is drawn."""
    for share in calibration.share:
        yield share.indicator, (_needs(share.of), _one(share.indicator, partial(draw_share, share)))
    for thin in calibration.thinned:
        yield thin.indicator, (_needs(thin.of), _one(thin.indicator, partial(draw_thinned, thin)))
    for derived in calibration.derived:
        yield derived.indicator, (_needs(derived.of), _one(derived.indicator, partial(draw_derived, derived)))
    for posts in calibration.posts:
        yield posts.indicator, (set(), _one(posts.indicator, partial(draw_posts, posts)))
    for group in calibration.group:
        yield group.indicator or group.id, (_needs(group.of), partial(draw_group, group))
    for cases in calibration.cases:
        yield cases.indicator, (set(), _one(cases.indicator, partial(draw_cases, cases)))
    for days in calibration.days:
        yield days.indicator, ({days.cases}, _one(days.indicator, partial(draw_days, days)))
    for euros in calibration.euros:
        yield euros.indicator, ({euros.cases}, _one(euros.indicator, partial(draw_euros, euros)))
    for share_of in calibration.prevention:
        yield share_of.indicator, ({share_of.euros}, partial(draw_prevention, share_of))
    for steps in calibration.steps:
        yield steps.indicator, (set(), _one(steps.indicator, partial(state_steps, steps)))
    for both in calibration.crossed:
        needs = {both.recommended, both.group}
        yield both.indicator, (needs, partial(draw_crossed, both))
    for schools in calibration.schools:
        draw = partial(draw_segregation, schools, calibration.school)
        yield schools.indicator, ({schools.group}, _one(schools.indicator, draw))


def _one(name: str, draw: Callable[[World], Table]) -> Draw:
    return lambda world: {name: draw(world)}


def _needs(part: Part | None) -> set[str]:
    return set() if part is None else {part.indicator}


def _order(jobs: dict[str, tuple[set[str], Draw]]) -> list[str]:
    waiting = {name: needs - {POPULATION} for name, (needs, _) in jobs.items()}
    try:
        order = list(TopologicalSorter(waiting).static_order())
    except CycleError as error:
        raise CalibrationError(
            f"Kennzahlen der Kalibrierung setzen einander voraus: {error.args[1]}"
        ) from error
    missing = sorted(set(order) - set(jobs))
    if missing:
        raise CalibrationError(f"Vorausgesetzt, aber nicht beschrieben: {', '.join(missing)}")
    return order
