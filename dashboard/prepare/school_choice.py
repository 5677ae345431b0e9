"""Recommended against chosen form, from transitions per school that tell both: for the city alone.

Areas would be those of the schools, not of the children, and an area of one school would be that school.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.catalogue.catalogue import Catalogue
from dashboard.intake.facility import Transition
from dashboard.model import CITY, Observation
from dashboard.prepare.school_rows import counts

COMPARED: Final = "empfehlung-vergleich"
LOWER, SAME, HIGHER = "niedriger", "wie-empfohlen", "hoeher"
#: Ranks of recommendations and forms; a form without a rank stands beside every recommendation.
RANKS: Final = {
    "hauptschule": 1, "realschule-eingeschraenkt": 2, "realschule": 2,
    "gymnasium-eingeschraenkt": 3, "gymnasium": 3,
    "uebergang-hauptschule": 1, "uebergang-realschule": 2, "uebergang-gymnasium": 3,
}  # fmt: skip
_NOTE = "Grundschulen der Stadt; Kinder ohne Empfehlung sind nicht gezählt"


def compared(
    of_year: Sequence[Transition], year: int, delivery: str, catalogue: Catalogue
) -> Iterator[Observation]:
    """Children below, at and above their recommendation; none where the delivery does not tell both.

    None either where a school is so small that the sum over all schools would give its size away.
    """
    indicator = catalogue.indicators.get(COMPARED)
    if indicator is None or any(one.recommended is None for one in of_year):
        return
    sizes = [sum(by_form.values()) for by_form in counts(of_year).values()]
    found: Counter[str] = Counter()
    for one in of_year:
        if one.recommended:
            found[step(one.recommended, one.form)] += one.children
    everybody = sum(found.values())
    if not everybody or any(0 < size < indicator.small_numbers.k for size in sizes):
        return
    for category in (LOWER, SAME, HIGHER):
        yield Observation(
            indicator=COMPARED,
            area=CITY,
            year=year,
            breakdown=category,
            value=100 * found[category] / everybody,
            numerator=float(found[category]),
            denominator=float(everybody),
            cents=None,
            status="valid",
            origin="delivered",
            source=of_year[0].source,
            note=_NOTE,
            delivery=delivery,
        )


def step(recommended: str, form: str) -> str:
    """Whether a form lies below, at or above a recommendation."""
    if form not in RANKS or RANKS[form] == RANKS[recommended]:
        return SAME
    return HIGHER if RANKS[form] > RANKS[recommended] else LOWER
