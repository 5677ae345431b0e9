"""A school or another facility of a delivery. Facility rows are not publishable figures."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.model import Observation


@dataclass(frozen=True, slots=True)
class Facility:
    """One school. ``pupils`` as delivered (rounded to 5 by IT.NRW), ``social_index`` 1 to 9.

    ``area`` is the id of the Sozialraum in which its coordinates lie, None without coordinates;
    ``year`` is the one in which the school year begins. ``invented``: a school of the demo values.
    """

    number: str
    name: str
    form: str
    pupils: int | None
    social_index: int | None
    postcode: str
    area: str | None
    year: int | None = None
    invented: bool = False


@dataclass(frozen=True, slots=True)
class Transition:
    """Children of one primary school who change to one form. Never publishable as it is.

    ``form``: id of the indicator (``uebergang-gymnasium``). ``recommended``: a category of
    ``empfehlung-schulform``, empty for children without a recommendation, None where the delivery
    does not tell. ``year`` is the one in which the school year begins.
    """

    school: Facility
    year: int
    form: str
    children: int
    recommended: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What the other folders of a release hold that a delivery about single schools is read against.

    ``schools``: of delivered directories, or the invented ones; ``figures``: delivered figures of areas.
    """

    schools: tuple[Facility, ...] = ()
    figures: tuple[Observation, ...] = ()


NOTHING_BESIDE = Beside()
