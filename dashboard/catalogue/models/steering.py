"""Targets, measures, kinds of cost and prices."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dashboard.catalogue.models.base import Entry, LifePhase, Perspective, Slug, Text


class Target(Entry):
    """A goal: absolute value, relative change, direction only, or convergence."""

    id: Slug
    title: Text
    indicator: Slug
    life_phase: LifePhase
    perspective: Perspective
    strategic_goal: int = Field(ge=1, le=6)
    direction: Literal["rise", "fall"]
    kind: Literal["absolute", "relative", "direction", "convergence"]
    value: float | None = None
    baseline_year: int
    baseline: float | None = None
    target_year: int
    example: bool = False  # set by us as an example, not by the programme
    source: Slug
    place: str = ""


class Measure(Entry):
    """A programme or measure: where and when it ran."""

    id: Slug
    title: Text
    life_phase: LifePhase
    start: int
    end: int | None = None
    areas: tuple[Slug, ...]
    description: Text
    source: Slug
    demo: bool = False


class CostKind(Entry):
    """A kind of help or prevention, and on which side of the budget it counts."""

    id: Slug
    title: Text
    short_title: Text
    setting: Literal["ambulant", "teilstationaer", "stationaer", "uebergreifend"]
    side: Literal["prevention", "correction"]
    law: str = ""


class StrategicGoal(Entry):
    """One of the programme's six strategic goals."""

    number: int = Field(ge=1, le=6)
    title: Text
    source: Slug


class PriceIndex(Entry):
    """Consumer price index of one year (``base`` = 100)."""

    year: int
    index: float = Field(gt=0)


class Prices(Entry):
    """The consumer price index that turns nominal into real euros."""

    title: Text
    base: int
    source: Slug
    values: tuple[PriceIndex, ...]
