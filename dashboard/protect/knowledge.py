"""What everybody knows beside the new figures: published elsewhere, or shown in an earlier release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.model import Observation
from dashboard.protect.primary import measured

Place = tuple[str, str, str, int]  #: indicator, category, area, year
Known = Mapping[Place, Observation]


def place(row: Observation) -> Place:
    """Where a figure stands, whoever it is from."""
    return row.indicator, row.breakdown, row.area, row.year


def known(rows: Iterable[Observation]) -> Known:
    """Figures with a number that are public anyway. Demo values are no knowledge about anybody."""
    return {
        place(row): row
        for row in rows
        if row.origin != "demo" and row.reading == 0 and row.status != "hidden" and _has_number(row)
    }


def bounds(row: Observation | None, indicator: Indicator, whole: float | None) -> tuple[float, float] | None:
    """Lowest and highest count (cents for euros) that a public figure leaves; ``None``: it says nothing.

    ``whole``: the denominator, with which a printed share gives its count back.
    """
    if row is None:
        return None
    exact = measured(row, indicator)
    if exact is not None:
        return float(exact), float(exact)
    if (
        row.value is None
        or whole is None
        or indicator.kind not in ("share", "rate")
        or not indicator.sampling
    ):
        return None
    half = 0.5 * 10.0**-indicator.decimals
    low, high = ((row.value + step) * whole / indicator.per for step in (-half, half))
    return max(low, 0.0), high


def phantoms(public: Known, present: Iterable[Place], catalogue: Catalogue) -> list[Observation]:
    """Public counts in cells that the new figures do not have: a city total printed elsewhere."""
    here = frozenset(present)
    tables = {(indicator, year) for indicator, _, _, year in here}
    return [
        row
        for where, row in sorted(public.items())
        if where not in here
        and (row.indicator, row.year) in tables
        and bounds(row, catalogue.indicators[row.indicator], None) is not None
    ]


def _has_number(row: Observation) -> bool:
    return row.value is not None or row.numerator is not None or row.cents is not None
