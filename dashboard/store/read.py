"""Questions to the database, one function each. Importing this needs no pandas and no geopandas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from dashboard.catalogue.catalogue import Catalogue
from dashboard.display import Shape
from dashboard.model import CITY, TOTAL, Convergence, Observation, Partition, TargetResult
from dashboard.store import queries, queries_computed
from dashboard.store.contents import Audit, Correction, ReleaseInfo
from dashboard.store.convert import current_info, facts_of, latest_of_line, release_info
from dashboard.store.facts import Fact, IndicatorFacts, Overview
from dashboard.store.indicator import every_category, read_indicator
from dashboard.store.kept import KeptReading
from dashboard.store.whole import read_catalogue, read_overview

_OTHER_PARTITION: dict[Partition, Partition] = {"sozialraum": "stadtbezirk", "stadtbezirk": "sozialraum"}
_BELOW_PARTITIONS = ("statistischer_bezirk", "einrichtung")


class Store:
    """Read-only view of all releases; safe for threads, notices a replaced SQLite file.

    What it answers is for everybody (:class:`~dashboard.access.scope.PublicScope`): there is no facility
    in its database. Those are asked from :class:`~.protected.ProtectedStore`, with a planner's scope.

    Every function raises :class:`NoRelease` if the database cannot be read and
    :class:`UnknownRelease` if it needs the catalogue of a release that is not there. Unless it says
    otherwise, what it answers about a release is read once and kept.
    """

    def __init__(self, url: str) -> None:
        self._kept = KeptReading(url)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give all connections back."""
        self._kept.close()

    def current(self) -> ReleaseInfo:
        """The release that readers see. Raises :class:`NoRelease` if there is none,
        :class:`OldFormat` if the database has to be brought to the present schema first."""

        def read() -> ReleaseInfo:
            with self._kept.connection() as connection:
                return current_info(connection.execute(queries.current_release()).one_or_none())

        return self._kept.of_file("current", read)

    def releases(self) -> tuple[ReleaseInfo, ...]:
        """All releases, oldest first; old ones stay readable."""

        def read() -> tuple[ReleaseInfo, ...]:
            with self._kept.connection() as connection:
                return tuple(release_info(*row) for row in connection.execute(queries.all_releases()))

        return self._kept.of_file("releases", read)

    def catalogue(self, release: str) -> Catalogue:
        """The catalogue as it was when the release was made."""
        return self._kept.once(
            ("catalogue", release), lambda connection: read_catalogue(connection, release)
        )  # fmt: skip

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
        asked = (release, indicator, breakdown, partition)
        areas = self._areas_shown_with(release, partition)
        return self._kept.made(("indicator", *asked), lambda: read_indicator(self._kept, *asked, areas))

    def every_category(
        self, release: str, indicator: str, partition: Partition = "sozialraum"
    ) -> tuple[Fact, ...]:
        """One indicator over the partition's areas, city and others × periods × categories."""
        areas = self._areas_shown_with(release, partition)
        return every_category(self._kept, release, indicator, partition, areas)

    def year_by_category(
        self, release: str, indicators: Sequence[str], partition: Partition, year: int
    ) -> tuple[Fact, ...]:
        """Some indicators in all their categories in one year, over a partition and the city."""
        key = ("by category", release, *indicators, partition, year)
        return self._kept.facts(
            key,
            lambda: queries.year_by_category(
                release, indicators, self._areas_and_city(release, partition), year
            ),
        )

    def area_facts(
        self, release: str, area: str, breakdown: str = TOTAL, year: int | None = None
    ) -> tuple[Fact, ...]:
        """One area over all indicators, in ``year`` or in the latest year of each indicator's line."""

        def statement() -> Any:
            if year is not None:
                return queries.area_facts(release, (area,), breakdown, year)
            with self._kept.connection() as connection:
                rows = connection.execute(queries.years_of_area(release, area, breakdown)).all()
            latest = latest_of_line((indicator, origin, found) for indicator, origin, found in rows)
            return queries.facts_of_years(release, (area,), breakdown, latest)

        return self._kept.facts(("area", release, area, breakdown, year), statement)

    def area_history(self, release: str, area: str, breakdown: str = TOTAL) -> tuple[Fact, ...]:
        """One area over all indicators and years, ordered by indicator and year."""
        asked = (release, area, breakdown)
        return self._kept.facts(("history", *asked), lambda: queries.area_history(*asked))

    def matrix_facts(
        self, release: str, partition: Partition, breakdown: str = TOTAL, year: int | None = None
    ) -> tuple[Fact, ...]:
        """All areas of a partition and the city over all indicators.

        Without ``year`` each indicator comes in the latest year of the line that is drawn for any of
        the areas, the same for all.
        """

        def statement() -> Any:
            areas = self._areas_and_city(release, partition)
            if year is not None:
                return queries.area_facts(release, areas, breakdown, year)
            overview = self.indicator_overview(release)
            found = {key: entry.line_years(partition, breakdown) for key, entry in overview.items()}
            years = [(key, max(of_areas)) for key, of_areas in found.items() if of_areas]
            return queries.facts_of_years(release, areas, breakdown, years)

        return self._kept.facts(("matrix", release, partition, breakdown, year), statement)

    def observations(self, release: str) -> tuple[Observation, ...]:
        """All observations of a release, for export and for the comparison of two releases; not kept."""
        with self._kept.connection() as connection:
            return tuple(Observation(*row) for row in connection.execute(queries.observations(release)))

    def every_fact(self, release: str) -> tuple[Fact, ...]:
        """All figures of a release with their comparison and trend; not kept: they are many."""
        with self._kept.connection() as connection:
            return facts_of(connection, queries.every_fact(release))

    def convergences(self, release: str, partition: Partition) -> tuple[Convergence, ...]:
        """The convergence of every indicator over one partition."""
        rows = self._kept.rows(Convergence, release, queries_computed.convergences)
        return tuple(row for row in rows if row.partition == partition)

    def target_results(self, release: str) -> tuple[TargetResult, ...]:
        """How the city and each area stand against every target."""
        return self._kept.rows(TargetResult, release, queries_computed.target_results)

    def corrections(self, release: str) -> tuple[Correction, ...]:
        """What was added, corrected or withdrawn against the release before."""
        return self._kept.rows(Correction, release, queries.corrections)

    def audit(self, release: str) -> tuple[Audit, ...]:
        """How small numbers are protected, for each table in which something is hidden."""
        return self._kept.rows(Audit, release, queries.audit_of)

    def indicator_overview(self, release: str) -> Overview:
        """Which years, kinds of area, categories and origins there are of each indicator."""
        return self._kept.once(("overview", release), lambda connection: read_overview(connection, release))

    def _shape_rows(self, release: str, partition: Partition) -> Sequence[Row[*tuple[Any, ...]]]:
        asked = (release, partition)
        return self._kept.once(
            ("shapes", *asked), lambda connection: connection.execute(queries.shapes(*asked)).all()
        )

    def _areas_and_city(self, release: str, partition: Partition) -> list[str]:
        return [*(area.id for area in self.catalogue(release).partition(partition)), CITY]

    def _areas_shown_with(self, release: str, partition: Partition) -> list[str]:
        left_out = (_OTHER_PARTITION[partition], *_BELOW_PARTITIONS)
        return [area.id for area in self.catalogue(release).areas.values() if area.kind not in left_out]
