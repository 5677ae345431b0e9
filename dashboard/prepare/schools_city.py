"""What of delivered transitions per school is public: figures of the whole city, and nothing below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dashboard.analysis.segregation import against_chance
from dashboard.catalogue.catalogue import Catalogue
from dashboard.intake.delivery import Delivery
from dashboard.intake.facility import Transition
from dashboard.model import CITY, TOTAL, Observation
from dashboard.prepare.school_choice import compared
from dashboard.prepare.school_rows import GYMNASIUM, SEGREGATION, counts

#: Categories of the index: mean and 95th percentile of chance, and how often chance is as uneven (%).
CHANCE = ("zufall-mittel", "zufall-95", "zufall-p")


def with_city_figures(deliveries: Iterable[Delivery], catalogue: Catalogue) -> tuple[Delivery, ...]:
    """The deliveries; those with transitions of schools have the city's figures of them as well."""
    return tuple(
        replace(delivery, observations=(*delivery.observations, *_figures(delivery, catalogue)))
        if delivery.transitions
        else delivery
        for delivery in deliveries
    )


def _figures(delivery: Delivery, catalogue: Catalogue) -> Iterator[Observation]:
    for year in sorted({one.year for one in delivery.transitions}):
        of_year = [one for one in delivery.transitions if one.year == year]
        yield from uneven(of_year, year, delivery.id)
        yield from compared(of_year, year, delivery.id, catalogue)


def uneven(of_year: Sequence[Transition], year: int, delivery: str) -> Iterator[Observation]:
    """D of one year in per cent, and by category what chance alone would give; none without both groups."""
    found = [by_form for by_form in counts(of_year).values() if sum(by_form.values())]
    form = [by_form.get(GYMNASIUM, 0) for by_form in found]
    others = [sum(by_form.values()) - by_form.get(GYMNASIUM, 0) for by_form in found]
    index = against_chance(form, others)
    if index is None:
        return
    values = (index.d, index.chance_mean, index.chance_p95, index.p)
    for category, value in zip((TOTAL, *CHANCE), values, strict=True):
        yield Observation(
            indicator=SEGREGATION,
            area=CITY,
            year=year,
            breakdown=category,
            value=100 * value,
            numerator=None,
            denominator=None,
            cents=None,
            status="valid",
            origin="delivered",
            source=of_year[0].source,
            note=f"{len(found)} Grundschulen",
            delivery=delivery,
        )
