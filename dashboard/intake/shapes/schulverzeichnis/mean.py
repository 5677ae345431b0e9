"""The publishable figure of a directory: the pupil-weighted mean of the social index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.intake.context import Context
from dashboard.intake.facility import Facility
from dashboard.intake.finding import Place
from dashboard.intake.observe import Placed
from dashboard.intake.record import Record
from dashboard.intake.resolve import source_of
from dashboard.model import CITY, TOTAL, Observation

INDICATOR = "schulsozialindex"
FORM = "Grundschule"
FEWEST_SCHOOLS = 3  # below that a mean would give away single schools


def observations(schools: Mapping[int, list[Facility]], place: Place, context: Context) -> list[Placed]:
    """One observation per school year for the city, and per Sozialraum with at least three schools."""
    indicator = context.file.kennzahl or INDICATOR
    if indicator not in context.catalogue.indicators:
        context.findings.error(place, f"Unbekannte Kennzahl „{indicator}“", value=indicator)
        return []
    source = source_of(Record(place, {}), context)
    if source is None:
        return []
    found = []
    for year, members in schools.items():
        counted = [school for school in members if school.form == FORM and _usable(school)]
        for area, group in _groups(counted).items():
            observation = _mean(indicator, area, year, group, source, context)
            found.append(Placed(observation, place))
        if not counted:
            context.findings.error(place, f"Keine {FORM} mit Schülerzahl und Sozialindex", value=year)
    return found


def _usable(school: Facility) -> bool:
    return bool(school.pupils) and school.social_index is not None


def _groups(schools: list[Facility]) -> dict[str, list[Facility]]:
    groups = {CITY: schools} if schools else {}
    for area in dict.fromkeys(school.area for school in schools if school.area is not None):
        members = [school for school in schools if school.area == area]
        groups |= {area: members} if len(members) >= FEWEST_SCHOOLS else {}
    return groups


def weighted_mean(schools: Iterable[Facility]) -> tuple[float, int]:
    """Σ(pupils · index) / Σ pupils, and Σ pupils."""
    weights = [(school.pupils or 0, school.social_index or 0) for school in schools]
    pupils = sum(count for count, _ in weights)
    return sum(count * index for count, index in weights) / pupils, pupils


def _mean(
    indicator: str, area: str, year: int, group: list[Facility], source: str, context: Context
) -> Observation:
    value, pupils = weighted_mean(group)
    extract = "Auszug, " if context.file.auszug else ""
    return Observation(
        indicator=indicator,
        area=area,
        year=year,
        breakdown=TOTAL,
        value=value,
        numerator=None,
        denominator=float(pupils),
        cents=None,
        status="valid",
        origin=context.delivery.herkunft,
        source=source,
        note=f"{extract}{len(group)} {'Schule' if len(group) == 1 else 'Schulen'}",
        delivery=context.delivery.id,
    )
