"""From folders to a release: read, combine, guard, compute. Nothing is written here."""

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
from dashboard.prepare.reading import Folders, described, read_deliveries
from dashboard.prepare.refused import ReleaseRefused
from dashboard.prepare.small_numbers import refuse_small_numbers
from dashboard.prepare.totals import city_totals
from dashboard.store.contents import DeliveryInfo, Progress, ReleaseContents
from dashboard.store.write import silent


def build(
    folders: Folders,
    previous: Iterable[Observation] | None = None,
    *,
    accept_warnings: bool = False,
    progress: Progress = silent,
    today: date | None = None,
) -> ReleaseContents:
    """The contents of a release.

    ``previous``: observations of the release before, for the list of corrections. Raises
    CatalogueError, GeoError or :class:`ReleaseRefused`, each with every problem it found.
    """
    catalogue = load(folders.catalogue)
    geography = read_geography(folders.geodata, catalogue)
    deliveries = read_deliveries(folders, catalogue, geography, accept_warnings, progress)
    observations = combined(deliveries, _demo(folders, catalogue))
    refuse_small_numbers(observations, catalogue)
    about = tuple(described(delivery) for delivery in deliveries)
    year = (today or date.today()).year
    return contents(catalogue, geography, about, observations, previous, year=year, progress=progress)


def contents(
    catalogue: Catalogue,
    geography: Geography,
    deliveries: tuple[DeliveryInfo, ...],
    observations: tuple[Observation, ...],
    previous: Iterable[Observation] | None,
    *,
    year: int,
    progress: Progress = silent,
) -> ReleaseContents:
    """A release from checked observations: totals, intervals and everything computed from them."""
    rows = with_intervals([*observations, *city_totals(observations, catalogue)], catalogue)
    found = computed(rows, catalogue, year, progress)
    rows += converging_indicators(found.convergences, catalogue)
    return ReleaseContents(
        year=year,
        catalogue=catalogue,
        deliveries=deliveries,
        shapes=geography.shapes(),
        observations=tuple(rows),
        comparisons=tuple(found.comparisons),
        trends=tuple(found.trends),
        gaps=tuple(found.gaps),
        convergences=tuple(found.convergences),
        target_results=tuple(found.target_results),
        corrections=() if previous is None else corrections(previous, rows),
    )


def _demo(folders: Folders, catalogue: Catalogue) -> list[Observation]:
    try:
        return generate(catalogue.indicators, folders.demo)
    except CalibrationError as error:
        raise ReleaseRefused([f"Beispieldaten: {error}"]) from error
