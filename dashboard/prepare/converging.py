"""The computed indicator: in how many indicators the nine Sozialräume approach each other."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import CITY, TOTAL, Convergence, Observation, Origin

INDICATOR = "annaeherung-sozialraeume"
_WEAKEST_FIRST: tuple[Origin, ...] = ("demo", "published", "delivered")


def converging_indicators(convergences: Iterable[Convergence], catalogue: Catalogue) -> list[Observation]:
    """One row for the city in the latest year that was tested; none where nothing could be tested.

    Its origin is the weakest of the lines it was counted from.
    """
    tested = [
        row
        for row in convergences
        if row.partition == "sozialraum" and row.breakdown == TOTAL and row.last_year is not None
    ]
    if INDICATOR not in catalogue.indicators or not tested:
        return []
    proven = {row.indicator for row in tested if row.label == "converging"}
    possible = {row.indicator for row in tested}
    return [
        Observation(
            indicator=INDICATOR,
            area=CITY,
            year=max(row.last_year or 0 for row in tested),
            breakdown=TOTAL,
            value=float(len(proven)),
            numerator=None,
            denominator=None,
            cents=None,
            status="valid",
            origin=min((row.origin for row in tested), key=_WEAKEST_FIRST.index),
            source=catalogue.indicators[INDICATOR].sources[0],
            note=f"{len(proven)} von {len(possible)} prüfbaren Kennzahlen",
        )
    ]
