"""Targets, measures, kinds of cost and prices."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

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


class Budget(Entry):
    """Whole euros that a source names for a measure, and for which years; more may have been spent."""

    euros: int = Field(gt=0)
    first: int
    last: int
    source: Slug
    note: str = ""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.last < self.first:
            raise ValueError("last liegt vor first")
        return self


class Measure(Entry):
    """A programme or measure: where and when it ran. ``demo``: start or areas are an assumption."""

    id: Slug
    title: Text
    life_phase: LifePhase
    start: int
    end: int | None = None
    areas: tuple[Slug, ...]
    description: Text
    source: Slug
    demo: bool = False
    budget: Budget | None = None  # where a source names one


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
