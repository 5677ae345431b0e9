"""The calibration of the demo values: typed form of ``data/demo/*.toml``, one class per kind of draw.

Levels are given at anchor years for the whole city, in the indicator's unit; everything
that makes areas differ is a shift on the logit (shares) or log scale (rates, counts).
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dashboard.prepare.demo.pupil_terms import Crossed, School, Schools
from dashboard.prepare.demo.terms import Anchors, Base, Part, Pattern, PopulationSpec, Site, Span, Spec


class Share(Pattern):
    """A share drawn from binomial laws; ``panel``: the same units year after year.

    ``split``: what is drawn is also spread over the categories of ``of``; the weight of one unit of each.
    """

    indicator: str
    base: str = ""
    of: Part | None = None
    level: Anchors
    draw: Literal["binomial", "panel"] = "binomial"
    split: dict[str, float] = {}


class Thinned(Span):
    """A share whose numerator is a part of the counts of another indicator. ``level``: that part in %."""

    indicator: str
    base: str
    of: Part
    level: Anchors


class Derived(Span):
    """A share whose numerator is the sum of categories of another indicator, over its cohort or ``base``."""

    indicator: str
    base: str = ""
    of: Part


class Posts(Pattern):
    """A rate of posts that somebody allots in steps: not drawn."""

    indicator: str
    base: str
    level: Anchors
    step: float = Field(gt=0)


class Range(Spec):
    """A published range over the areas that the drawn counts of one year must come close to (%)."""

    form: str
    year: int
    lowest: float
    highest: float
    tolerance: float


class Form(Spec):
    """One outcome of a group whose shares add up to 100 %: ``level`` of the city in %."""

    id: str
    level: Anchors
    gradient: float = 0.0
    offsets: dict[str, float] = {}
    first: int = 2008


class Group(Span):
    """Outcomes drawn as one multinomial per area and year.

    With ``indicator`` the forms are its categories, else each form is an indicator of its own.
    """

    id: str
    indicator: str = ""
    base: str = ""
    of: Part | None = None
    spread: Anchors = {2008: 1.0}
    forms: tuple[Form, ...] = Field(min_length=2)
    ranges: tuple[Range, ...] = ()


class CaseKind(Spec):
    """Cases of one kind: expected number in the whole city at anchor years."""

    id: str
    level: Anchors
    gradient: float = 0.0
    base: str = ""  # who the cases come from, where it differs from the indicator's base


class Cases(Span):
    """Cases by kind, Poisson; ``exact`` fixes the city's counts of a year by kind.

    With ``rate`` the counts have denominators: the population they come from.
    """

    indicator: str
    base: str
    rate: bool
    spread: Anchors = {2008: 1.0}
    kinds: tuple[CaseKind, ...] = Field(min_length=1)
    exact: dict[int, dict[str, int]] = {}


class Days(Span):
    """Days of help by kind of case: ``per_case`` is their mean number in one year, 1 … 366."""

    indicator: str
    cases: str
    per_case: dict[str, Anchors]


class Euros(Span):
    """Euro amounts by kind of case. ``first_total`` in euros, ``growth`` in % to the year before."""

    indicator: str
    cases: str
    totals: dict[int, int]  # whole euros, exact
    growth: dict[int, float]
    unit_cost: dict[str, Anchors]
    by_kind: bool


class Prevention(Span):
    """Share of prevention in all spending: own kinds (euros per child of ``base``) and some of ``euros``.

    ``amounts``: the indicator that holds the euros of the own kinds, if any.
    """

    indicator: str
    amounts: str = ""
    euros: str
    base: str
    preventive: tuple[str, ...] = ()
    kinds: dict[str, Anchors]
    gradient: float = 0.0


class Steps(Span):
    """A count (with ``euros``: an amount in whole euros) of the whole city, stated year by year."""

    indicator: str
    euros: bool = False
    values: dict[int, int]


class Calibration(Spec):
    """All files of the calibration folder together."""

    site: tuple[Site, ...] = Field(min_length=2)
    population: PopulationSpec
    base: tuple[Base, ...]
    share: tuple[Share, ...] = ()
    thinned: tuple[Thinned, ...] = ()
    derived: tuple[Derived, ...] = ()
    posts: tuple[Posts, ...] = ()
    group: tuple[Group, ...] = ()
    cases: tuple[Cases, ...] = ()
    days: tuple[Days, ...] = ()
    euros: tuple[Euros, ...] = ()
    prevention: tuple[Prevention, ...] = ()
    steps: tuple[Steps, ...] = ()
    crossed: tuple[Crossed, ...] = ()
    schools: tuple[Schools, ...] = ()
    school: tuple[School, ...] = ()
