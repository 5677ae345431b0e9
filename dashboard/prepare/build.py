"""From folders to a release: read, combine, protect, compute. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import load
from dashboard.model import Observation
from dashboard.prepare.compute import computed
from dashboard.prepare.converging import converging_indicators
from dashboard.prepare.corrections import corrections
from dashboard.prepare.demo import CalibrationError, generate
from dashboard.prepare.geography import Geography, read_geography
from dashboard.prepare.intervals import with_intervals
from dashboard.prepare.origins import combined
from dashboard.prepare.protection import hide_small_numbers, without_wording
from dashboard.prepare.reading import Folders, described, read_deliveries
from dashboard.prepare.refused import ReleaseRefused
from dashboard.prepare.totals import city_totals
from dashboard.store.contents import DeliveryInfo, Progress, ReleaseContents
from dashboard.store.write import silent


def build(
    folders: Folders,
    previous: Iterable[Observation] | None = None,
    *,
    earlier: Iterable[Observation] = (),
    accept_warnings: bool = False,
    progress: Progress = silent,
    today: date | None = None,
) -> ReleaseContents:
    """The contents of a release.

    ``previous``: observations of the release before, for the list of corrections; ``earlier``:
    those of releases before that. What any of them showed is taken as known when small numbers
    are protected. Raises CatalogueError, GeoError or :class:`ReleaseRefused`, each with every
    problem it found.
    """
    catalogue = load(folders.catalogue)
    geography = read_geography(folders.geodata, catalogue)
    deliveries = read_deliveries(folders, catalogue, geography, accept_warnings, progress)
    observations = combined(deliveries, _demo(folders, catalogue))
    about = tuple(described(delivery) for delivery in deliveries)
    year = (today or date.today()).year
    return contents(
        catalogue, geography, about, observations, previous, earlier=earlier, year=year, progress=progress
    )


def contents(
    catalogue: Catalogue,
    geography: Geography,
    deliveries: tuple[DeliveryInfo, ...],
    observations: tuple[Observation, ...],
    previous: Iterable[Observation] | None,
    *,
    earlier: Iterable[Observation] = (),
    year: int,
    progress: Progress = silent,
) -> ReleaseContents:
    """A release from checked observations: totals, protection, and everything computed from what is shown.

    Nothing behind the protection sees a hidden number.
    """
    before = None if previous is None else tuple(previous)
    complete = (*observations, *city_totals(observations, catalogue))
    shown, audit = hide_small_numbers(complete, catalogue, (*earlier, *(before or ())), progress)
    rows = with_intervals(shown, catalogue)
    found = computed(rows, catalogue, year, progress)
    rows += converging_indicators(found.convergences, catalogue)
    return ReleaseContents(
        year=year,
        catalogue=catalogue,
        deliveries=tuple(without_wording(info, shown) for info in deliveries),
        shapes=geography.shapes(),
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


def _demo(folders: Folders, catalogue: Catalogue) -> list[Observation]:
    try:
        return generate(catalogue.indicators, folders.demo)
    except CalibrationError as error:
        raise ReleaseRefused([f"Beispieldaten: {error}"]) from error
