"""Questions to the database, one function each. Importing this needs no pandas and no geopandas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Row

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import from_json
from dashboard.display import Shape
from dashboard.model import CITY, TOTAL, Convergence, Observation, Partition, TargetResult
from dashboard.store import queries, queries_computed
from dashboard.store.cache import ReleaseCache
from dashboard.store.connection import ReadOnlyDatabase
from dashboard.store.contents import Audit, Correction, ReleaseInfo
from dashboard.store.convert import facts_of, latest_of_line, release_info, rows_as
from dashboard.store.errors import NoRelease, OldFormat, UnknownRelease
from dashboard.store.facts import Fact, IndicatorFacts, IndicatorOverview, Overview
from dashboard.store.indicator import read_indicator
from dashboard.store.tables import FORMAT

_OTHER_PARTITION: dict[Partition, Partition] = {"sozialraum": "stadtbezirk", "stadtbezirk": "sozialraum"}
_BELOW_PARTITIONS = ("statistischer_bezirk", "einrichtung")


class Store:
    """Read-only view of all releases; safe for threads, notices a replaced SQLite file.

    What it answers is for everybody (:class:`~dashboard.access.scope.PublicScope`): there is no facility
    in its database. Those are asked from :class:`~.protected.ProtectedStore`, with a planner's scope.

    Every function raises :class:`NoRelease` if the database cannot be read and
    :class:`UnknownRelease` if it needs the catalogue of a release that is not there.
    """

    def __init__(self, url: str) -> None:
        self._cache = ReleaseCache()
        self._database = ReadOnlyDatabase(url, on_replaced=self._cache.clear)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give all connections back."""
        self._database.close()

    def current(self) -> ReleaseInfo:
        """The release that readers see. Raises :class:`NoRelease` if there is none,
        :class:`OldFormat` if the database has to be brought to the present schema first."""
        with self._database.connection() as connection:
            row = connection.execute(queries.current_release()).one_or_none()
        if row is None:
            raise NoRelease("Die Datenbank enthält noch keinen Datenstand.")
        if row[1] < FORMAT:
            raise OldFormat(row[1], FORMAT)
        if row[1] != FORMAT:
            raise NoRelease(f"Die Datenbank hat das Format {row[1]}, erwartet wird {FORMAT}.")
        return release_info(row[0], *row[2:])

    def releases(self) -> tuple[ReleaseInfo, ...]:
        """All releases, oldest first; old ones stay readable."""
        with self._database.connection() as connection:
            return tuple(release_info(*row) for row in connection.execute(queries.all_releases()))

    def catalogue(self, release: str) -> Catalogue:
        """The catalogue as it was when the release was made."""
        return self._cache.get(("catalogue", release), lambda: self._read_catalogue(release))

    def shapes(self, release: str, partition: Partition) -> tuple[Shape, ...]:
        """The outlines of the partition's areas, in the order of the catalogue."""
        return tuple(Shape(*row[:-1]) for row in self._shape_rows(release, partition))

    def geojson(self, release: str, partition: Partition) -> dict[str, str]:
        """GeoJSON geometry (text, WGS 84) by area."""
        return {row[0]: row[-1] for row in self._shape_rows(release, partition)}

    def indicator_facts(
        self, release: str, indicator: str, breakdown: str = TOTAL, partition: Partition = "sozialraum"
    ) -> IndicatorFacts:
        """One indicator over areas × periods, with everything that was computed from it."""
        areas = self._areas_shown_with(release, partition)
        with self._database.connection() as connection:
            return read_indicator(connection, release, indicator, breakdown, partition, areas)

    def every_category(self, release: str, indicator: str) -> tuple[Fact, ...]:
        """One indicator over Sozialräume, city and others × periods × categories; kept per release."""

        def read() -> tuple[Fact, ...]:
            areas = self._areas_shown_with(release, "sozialraum")
            with self._database.connection() as connection:
                return facts_of(connection, queries.every_category(release, indicator, areas))

        return self._cache.get(("every category", release, indicator), read)

    def area_facts(
        self, release: str, area: str, breakdown: str = TOTAL, year: int | None = None
    ) -> tuple[Fact, ...]:
        """One area over all indicators, in ``year`` or in the latest year of each indicator's line."""
        with self._database.connection() as connection:
            if year is not None:
                return facts_of(connection, queries.area_facts(release, (area,), breakdown, year))
            rows = connection.execute(queries.years_of_area(release, area, breakdown))
            latest = latest_of_line((indicator, origin, found) for indicator, origin, found in rows)
            return facts_of(connection, queries.facts_of_years(release, (area,), breakdown, latest))

    def area_history(self, release: str, area: str, breakdown: str = TOTAL) -> tuple[Fact, ...]:
        """One area over all indicators and years, ordered by indicator and year."""
        with self._database.connection() as connection:
            return facts_of(connection, queries.area_history(release, area, breakdown))

    def matrix_facts(
        self, release: str, partition: Partition, breakdown: str = TOTAL, year: int | None = None
    ) -> tuple[Fact, ...]:
        """All areas of a partition and the city over all indicators.

        Without ``year`` each indicator comes in the latest year of the line that is drawn for any of
        the areas, the same for all.
        """
        areas = [*(area.id for area in self.catalogue(release).partition(partition)), CITY]
        overview = self.indicator_overview(release)
        found = {key: entry.line_years(partition, breakdown) for key, entry in overview.items()}
        years = [(key, max(of_areas)) for key, of_areas in found.items() if of_areas]
        with self._database.connection() as connection:
            if year is not None:
                return facts_of(connection, queries.area_facts(release, areas, breakdown, year))
            return facts_of(connection, queries.facts_of_years(release, areas, breakdown, years))

    def observations(self, release: str) -> tuple[Observation, ...]:
        """All observations of a release, for export and for the comparison of two releases."""
        with self._database.connection() as connection:
            return tuple(Observation(*row) for row in connection.execute(queries.observations(release)))

    def every_fact(self, release: str) -> tuple[Fact, ...]:
        """All figures of a release with their comparison and trend; not kept: they are many."""
        with self._database.connection() as connection:
            return facts_of(connection, queries.every_fact(release))

    def convergences(self, release: str, partition: Partition) -> tuple[Convergence, ...]:
        """The convergence of every indicator over one partition."""
        with self._database.connection() as connection:
            rows = rows_as(Convergence, connection.execute(queries_computed.convergences(release)).all())
        return tuple(row for row in rows if row.partition == partition)

    def target_results(self, release: str) -> tuple[TargetResult, ...]:
        """How the city and each area stand against every target."""
        with self._database.connection() as connection:
            return rows_as(TargetResult, connection.execute(queries_computed.target_results(release)).all())

    def corrections(self, release: str) -> tuple[Correction, ...]:
        """What was added, corrected or withdrawn against the release before."""
        with self._database.connection() as connection:
            return rows_as(Correction, connection.execute(queries.corrections(release)).all())

    def audit(self, release: str) -> tuple[Audit, ...]:
        """How small numbers are protected, for each table in which something is hidden."""
        with self._database.connection() as connection:
            return rows_as(Audit, connection.execute(queries.audit_of(release)).all())

    def indicator_overview(self, release: str) -> Overview:
        """Which years, kinds of area, categories and origins there are of each indicator."""
        return self._cache.get(("overview", release), lambda: self._read_overview(release))

    def _read_catalogue(self, release: str) -> Catalogue:
        with self._database.connection() as connection:
            text = connection.execute(queries.catalogue(release)).scalar_one_or_none()
        if text is None:
            raise UnknownRelease(f"Den Datenstand „{release}“ gibt es in dieser Datenbank nicht.")
        return from_json(text)

    def _shape_rows(self, release: str, partition: Partition) -> Sequence[Row[*tuple[Any, ...]]]:
        def read() -> Sequence[Row[*tuple[Any, ...]]]:
            with self._database.connection() as connection:
                return connection.execute(queries.shapes(release, partition)).all()

        return self._cache.get(("shapes", release, partition), read)

    def _read_overview(self, release: str) -> Overview:
        with self._database.connection() as connection:
            rows = connection.execute(queries.coverage_of(release)).all()
        return {
            key: IndicatorOverview.of_rows(key, tuple(group))
            for key, group in groupby(rows, attrgetter("indicator"))
        }

    def _areas_shown_with(self, release: str, partition: Partition) -> list[str]:
        left_out = (_OTHER_PARTITION[partition], *_BELOW_PARTITIONS)
        return [area.id for area in self.catalogue(release).areas.values() if area.kind not in left_out]
