"""A school or another facility of a delivery. Facility rows are not publishable figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facility:
    """One school. ``pupils`` as delivered (rounded to 5 by IT.NRW), ``social_index`` 1 to 9.

    ``area`` is the id of the Sozialraum in which its coordinates lie, None without coordinates;
    ``year`` is the one in which the school year begins.
    """

    number: str
    name: str
    form: str
    pupils: int | None
    social_index: int | None
    postcode: str
    area: str | None
    year: int | None = None
