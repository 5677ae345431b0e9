"""The calibration of what is known of each pupil: recommendation against choice, and the primary school."""

from __future__ import annotations

from pydantic import Field

from dashboard.prepare.demo.terms import Span, Spec


class Crossed(Span):
    """Recommendation against chosen form, with exactly the margins of two drawn groups.

    ``recommended``: an indicator whose categories are recommendations; ``group``: the forms chosen;
    ``crossed``: the indicator with the whole table, ``rows``: the one with its sums by recommendation,
    both from ``crossed_first`` on.
    ``ranks`` of both, one step apart makes a choice ``apart`` times as rare. Forms without a rank draw
    children by ``open`` (weight by recommended rank).
    """

    indicator: str
    rows: str
    crossed: str
    crossed_first: int
    recommended: str
    group: str
    ranks: dict[str, int]
    apart: float = Field(gt=1)
    open: dict[int, float]


class School(Spec):
    """An invented primary school. ``size``: relative to others of its area; ``tilt``: logit, see ``lean``."""

    id: str
    name: str
    area: str
    size: float = Field(gt=0)
    tilt: float


class Schools(Span):
    """How the children of a group's forms are spread over primary schools, and whose spread is measured.

    ``lean``: by how much the tilt of a school draws its children to each form of the group.
    ``indicator``: the city's unevenness of ``form`` against all others.
    """

    indicator: str
    group: str
    form: str
    lean: dict[str, float]
