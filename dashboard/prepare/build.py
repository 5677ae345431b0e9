"""From folders to a release: read, combine, protect, compute. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import load
from dashboard.model import Observation
from dashboard.prepare.compute import computed
from dashboard.prepare.converging import converging_indicators
from dashboard.prepare.corrections import corrections
from dashboard.prepare.days import refuse_days
from dashboard.prepare.demo import CalibrationError, generate_all
from dashboard.prepare.geography import Geography, read_geography
from dashboard.prepare.intervals import with_intervals
from dashboard.prepare.leaps import refuse_leaps
from dashboard.prepare.origins import combined
from dashboard.prepare.protection import hide_small_numbers, without_wording
from dashboard.prepare.reading import Folders, described, read_deliveries
from dashboard.prepare.refused import ReleaseRefused
from dashboard.prepare.school_level import SchoolLevel, standing
from dashboard.prepare.school_protection import hide_small_schools, without_indices
from dashboard.prepare.school_rows import delivered_level
from dashboard.prepare.schools_city import with_city_figures
from dashboard.prepare.totals import city_totals
from dashboard.store.contents import DeliveryInfo, Progress, ReleaseContents
from dashboard.store.protected_facts import FacilityFact
from dashboard.store.write import silent


@dataclass(frozen=True, slots=True)
class Built:
    """A release for everybody, and the schools of the same release for the protected database only."""

    contents: ReleaseContents
    schools: tuple[FacilityFact, ...] = ()


def build(
    folders: Folders,
    previous: Iterable[Observation] | None = None,
    *,
    earlier: Iterable[Observation] = (),
    accept_warnings: bool = False,
    progress: Progress = silent,
    today: date | None = None,
) -> ReleaseContents:
    """The public contents of :func:`build_release`, same parameters and errors."""
    return build_release(
        folders, previous, earlier=earlier, accept_warnings=accept_warnings, progress=progress, today=today
    ).contents


def build_release(
    folders: Folders,
    previous: Iterable[Observation] | None = None,
    *,
    earlier: Iterable[Observation] = (),
    accept_warnings: bool = False,
    progress: Progress = silent,
    today: date | None = None,
) -> Built:
    """A release.

    ``previous``: observations of the release before, for the list of corrections; ``earlier``:
    those of releases before that. What any of them showed is taken as known when small numbers
    are protected. Raises CatalogueError, GeoError or :class:`ReleaseRefused`, each with every
    problem it found.
    """
    catalogue = load(folders.catalogue)
    geography = read_geography(folders.geodata, catalogue)
    read = read_deliveries(folders, catalogue, geography, accept_warnings, progress)
    refuse_leaps(read)
    refuse_days(read, catalogue.indicators)
    deliveries = with_city_figures(read, catalogue)
    demo, level = standing(*_demo(folders, catalogue), deliveries, delivered_level(deliveries, catalogue))
    sources = Sources(
        catalogue, geography, tuple(described(delivery) for delivery in deliveries),
        combined(deliveries, demo), level, (today or date.today()).year,
    )  # fmt: skip
    return built(sources, previous, earlier=earlier, progress=progress)


@dataclass(frozen=True, slots=True)
class Sources:
    """What a release is made of, read and checked. ``year``: in which it is made."""

    catalogue: Catalogue
    geography: Geography
    deliveries: tuple[DeliveryInfo, ...]
    observations: tuple[Observation, ...]
    level: SchoolLevel
    year: int


def built(
    sources: Sources,
    previous: Iterable[Observation] | None,
    *,
    earlier: Iterable[Observation] = (),
    progress: Progress = silent,
) -> Built:
    """A release from checked observations: totals, protection, and everything computed from what is shown.

    Nothing behind the protection sees a hidden number.
    """
    catalogue, observations = sources.catalogue, sources.observations
    before = None if previous is None else tuple(previous)
    complete = (*observations, *city_totals(observations, catalogue))
    public, audit, settled = hide_small_numbers(complete, catalogue, (*earlier, *(before or ())), progress)
    level, withheld = hide_small_schools(sources.level, settled, catalogue, progress)
    shown = without_indices(public, withheld)
    rows = with_intervals(shown, catalogue)
    found = computed(rows, catalogue, sources.year, progress)
    rows += converging_indicators(found.convergences, catalogue)
    contents = ReleaseContents(
        year=sources.year,
        catalogue=catalogue,
        deliveries=tuple(without_wording(info, shown) for info in sources.deliveries),
        shapes=sources.geography.shapes(),
        observations=tuple(rows),
        comparisons=tuple(found.comparisons),
        trends=tuple(found.trends),
        gaps=tuple(found.gaps),
        convergences=tuple(found.convergences),
        target_results=tuple(found.target_results),
        pooled=tuple(found.pooled),
        inequalities=tuple(found.inequalities),
        corrections=() if before is None else corrections(before, rows),
        audit=audit,
    )
    return Built(contents, level.facts())


def _demo(folders: Folders, catalogue: Catalogue) -> tuple[list[Observation], SchoolLevel]:
    try:
        return generate_all(catalogue.indicators, folders.demo)
    except CalibrationError as error:
        raise ReleaseRefused([f"Beispieldaten: {error}"]) from error
