"""The words in which every calibration is written: anchors, places, people, and how areas differ."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

Anchors = dict[int, float]  #: year -> value; in between interpolated without overshooting


class Spec(BaseModel):
    """Base of all calibration tables: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Site(Spec):
    """A Sozialraum of the demo city. ``births``: index of births per inhabitant, city about 1."""

    id: str
    inhabitants: int = Field(gt=0)
    growth: float = 0.0  # per year, beside the city's growth
    births: float = Field(default=1.0, gt=0)
    elderly: float = Field(gt=0, lt=1)  # share of people of 65 and more in 2017
    deprivation: float


class PopulationSpec(Spec):
    """City totals, births and the share of the elderly relative to 2017."""

    total: Anchors
    births: Anchors
    gain_per_year_of_age: float
    elderly: Anchors


class Base(Spec):
    """A denominator: people of an age range (both ends included), or a fixed number per area."""

    id: str
    ages: tuple[int, int] | None = None
    fraction: float = Field(default=1.0, gt=0)
    fixed: dict[str, int] = {}


class Part(Spec):
    """The counts of another indicator, all of them or of some categories."""

    indicator: str
    categories: tuple[str, ...] = ()


class Span(Spec):
    """First and last year in which the indicator has demo values."""

    first: int = 2008
    last: int = 2025


class Pattern(Span):
    """How areas differ: ``spread(year) × (gradient × deprivation + offset) + trend × years``."""

    gradient: float = 0.0
    spread: Anchors = {2008: 1.0}
    offsets: dict[str, float] = {}
    trends: dict[str, float] = {}
