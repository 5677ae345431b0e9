"""Every value that a formula of the workbook has, computed here once more: what is stored beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.analysis.arrays import Vector, vector
from dashboard.answers.ressourcen.ground import Column
from dashboard.answers.ressourcen.result import Result


@dataclass(frozen=True, slots=True)
class Round:
    """One round of the minimum: every area's part, and who is held at the minimum after it."""

    part: Vector
    held: Vector


@dataclass(frozen=True, slots=True)
class Steps:
    """From z-scores to steps, in the order of the sheets; areas are rows."""

    columns: tuple[Column, ...]
    z: Vector
    index: Vector
    factor: Vector
    need: Vector
    rounds: tuple[Round, ...]
    free: Vector  # 1 where the area shares in the rest
    quota: Vector
    whole: Vector
    remainder: Vector
    rank: Vector
    units: Vector


def steps_of(result: Result) -> Steps:
    """All intermediate values. Only asked where there is an allocation."""
    assert result.allocation is not None
    columns = tuple(column for column in result.columns if not column.why)
    values = np.array([[column.value(area.id) for column in columns] for area in result.areas])
    signs = vector([1.0 if column.more_is_need else -1.0 for column in columns])
    z = _standardised(values.reshape(len(result.areas), len(columns)), signs)
    weights = vector([column.weight for column in columns])
    index = z @ (weights / weights.sum()) if weights.sum() > 0 else np.zeros(len(result.areas))
    factor = np.maximum(0, 1 + result.rule.spread / 100 * index)
    need = factor * heads(result)
    rounds = _rounds(result.rule.total, need, result.rule.floor)
    free = 1 - rounds[-1].held if rounds[-1].held.min() < 1 else np.ones(need.shape)
    base = 0 if rounds[-1].held.min() < 1 else result.rule.floor
    rest = result.rule.total - result.rule.floor * (1 - free).sum() - base * need.size
    shared = (free * need).sum()
    quota = free * rest * (need / shared)
    whole = np.floor(np.round(quota, 9))
    remainder = np.round(quota - whole, 9)
    return Steps(columns, z, index, factor, need, rounds, free, quota, whole, remainder,
                 _ranks(remainder, free), vector(result.allocation.units))  # fmt: skip


def heads(result: Result) -> Vector:
    """What the factor is multiplied with: people, or 1 in every area."""
    if result.rule.equal or result.people is None:
        return np.ones(len(result.areas))
    return vector([result.people[area.id] for area in result.areas])


def _standardised(values: Vector, signs: Vector) -> Vector:
    if values.size == 0:
        return values
    off, deviation = values - values.mean(axis=0), values.std(axis=0)
    spread = deviation > 1e-12 * np.abs(values).max(axis=0)
    return np.asarray(np.divide(off, deviation, out=0 * off, where=spread) * signs, dtype=np.float64)


def _rounds(total: int, need: Vector, floor: int) -> tuple[Round, ...]:
    held, found = np.zeros(need.shape), []
    for _ in range(need.size):
        rest, shared = total - floor * held.sum(), ((1 - held) * need).sum()
        part = np.where(held == 1, floor, rest * (need / shared) if shared > 0 else 0.0)
        held = np.where((held == 1) | (part < floor) | (shared == 0), 1.0, 0.0)
        found.append(Round(part, held))
    return tuple(found)


def _ranks(remainder: Vector, free: Vector) -> Vector:
    """1 for the largest remainder; the first of equal ones comes first. 0 for areas at the minimum."""
    ranks = [
        1 + ((free == 1) & (remainder > own)).sum() + ((free == 1) & (remainder == own))[:place].sum()
        for place, own in enumerate(remainder)
    ]
    return np.where(free == 1, vector(ranks), 0.0)
