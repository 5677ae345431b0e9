"""Reading what was written, on SQLite and on PostgreSQL."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from world import AREAS, COUNT, EURO, SHARE, share_row, tiny_contents, tiny_release

from dashboard.catalogue.load import to_json
from dashboard.store.contents import ReleaseContents
from dashboard.store.errors import NoRelease, UnknownRelease
from dashboard.store.read import Store
from dashboard.store.write import write_release

RELEASE = "2026-1"
Opener = Callable[[str], Store]


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    tiny_release(database_url)
    with Store(database_url) as store:
        yield store


def test_current_release_is_described(store: Store) -> None:
    info = store.current()
    contents = tiny_contents()
    assert info.id == RELEASE
    assert info.deliveries == contents.deliveries
    assert info.content_hash == contents.content_hash()
    assert abs((datetime.now(UTC) - info.created).total_seconds()) < 600
    assert store.releases() == (info,)


def test_catalogue_comes_back_equal(store: Store) -> None:
    assert to_json(store.catalogue(RELEASE)) == to_json(tiny_contents().catalogue)
    assert store.catalogue(RELEASE) is store.catalogue(RELEASE)


def test_unknown_release_is_named(store: Store) -> None:
    with pytest.raises(UnknownRelease, match="„2020-9“"):
        store.catalogue("2020-9")


def test_shapes_keep_the_order_of_the_catalogue(store: Store) -> None:
    contents = tiny_contents()
    assert store.shapes(RELEASE, "sozialraum") == tuple(entry.shape for entry in contents.shapes)
    assert store.shapes(RELEASE, "stadtbezirk") == ()
    assert store.geojson(RELEASE, "sozialraum")["mitte"] == '{"type": "Polygon"}'


def test_all_observations_come_back_unchanged(store: Store) -> None:
    assert set(store.observations(RELEASE)) == set(tiny_contents().observations)


def test_one_indicator_over_areas_and_periods(store: Store) -> None:
    found = store.indicator_facts(RELEASE, SHARE)
    wanted = [
        row
        for row in tiny_contents().observations
        if row.indicator == SHARE and not row.area.startswith("sb-")
    ]
    assert {fact.observation() for fact in found.facts} == set(wanted)
    assert len(found.facts) == len(wanted)
    assert found.gaps == tiny_contents().gaps
    assert found.convergence == tiny_contents().convergences[0]
    assert found.target_results == tiny_contents().target_results
    assert found.pooled == tiny_contents().pooled
    assert found.inequalities == tiny_contents().inequalities


def test_comparison_and_trend_stand_beside_their_own_cell_only(store: Store) -> None:
    facts = {(f.area, f.year): f for f in store.indicator_facts(RELEASE, SHARE).facts}
    fact = facts["hamm-norden", 2023]
    assert (fact.rest, fact.difference, fact.comparison_p, fact.p_holm) == (41.0, -17.0, 0.001, 0.003)
    assert (fact.comparison, fact.single_comparison) == ("lower", "lower")
    assert (fact.trend, fact.slope, fact.trend_p, fact.trend_periods, fact.trend_first_year) == (
        "rising", 1.3, 0.04, 5, 2019,
    )  # fmt: skip
    assert fact.trend_detectable == 9.4
    assert facts["hamm-norden", 2022].trend_detectable is None
    assert facts["hamm-norden", 2022].comparison is None
    assert facts["mitte", 2023].trend is None


def test_computed_values_are_not_lent_to_another_origin(database_url: str, open_store: Opener) -> None:
    contents = tiny_contents()
    published = share_row("hamm-norden", 2023, 50, 190, origin="published", source="statistik")
    write_release(database_url, replace(contents, observations=(*contents.observations, published)))
    facts = open_store(database_url).indicator_facts(RELEASE, SHARE).facts
    cell = {f.origin: f.comparison for f in facts if (f.area, f.year) == ("hamm-norden", 2023)}
    assert cell == {"demo": "lower", "published": None}


def test_other_partition_with_both_readings(store: Store) -> None:
    found = store.indicator_facts(RELEASE, SHARE, partition="stadtbezirk")
    readings = [(f.reading, f.value) for f in found.facts if f.area == "sb-mitte"]
    assert readings == [(0, 50.0), (1, 33.3)]
    assert not any(fact.area in AREAS for fact in found.facts)
    assert found.convergence is not None
    assert found.convergence.origin == "published"
    assert (found.gaps, found.inequalities) == ((), ())
    assert [row.area for row in found.pooled] == ["hamm"]


def test_a_category_is_asked_by_its_id(store: Store) -> None:
    (fact,) = store.indicator_facts(RELEASE, COUNT, "u18").facts
    assert (fact.value, fact.numerator) == (5000.0, 5000.0)
    (hidden,) = store.indicator_facts(RELEASE, COUNT, "ue18").facts
    assert (hidden.value, hidden.status) == (None, "hidden")


def test_an_unknown_indicator_has_no_facts(store: Store) -> None:
    assert store.indicator_facts(RELEASE, "gibt-es-nicht").facts == ()


def test_one_area_in_its_latest_years(store: Store) -> None:
    city = {fact.indicator: fact for fact in store.area_facts(RELEASE, "hamm")}
    assert {key: fact.year for key, fact in city.items()} == {SHARE: 2023, EURO: 2023}
    assert city[EURO].cents == 2_714_000_000
    (norden,) = store.area_facts(RELEASE, "hamm-norden")
    assert (norden.year, norden.comparison) == (2023, "lower")


def test_the_latest_year_is_that_of_the_line_that_is_drawn(database_url: str, open_store: Opener) -> None:
    contents = tiny_contents()
    later = share_row("mitte", 2024, 50, 190, origin="published", source="statistik")
    write_release(database_url, replace(contents, observations=(*contents.observations, later)))
    store = open_store(database_url)
    assert {fact.year for fact in store.area_facts(RELEASE, "mitte")} == {2023}
    assert {fact.year for fact in store.matrix_facts(RELEASE, "sozialraum")} == {2023}
    assert {fact.year for fact in store.area_facts(RELEASE, "mitte", year=2024)} == {2024}


def test_one_area_in_a_given_year(store: Store) -> None:
    (fact,) = store.area_facts(RELEASE, "mitte", year=2021)
    assert (fact.year, fact.numerator) == (2021, 62)
    assert store.area_facts(RELEASE, "mitte", year=1999) == ()


def test_one_area_over_all_indicators_and_years(store: Store) -> None:
    wanted = [row for row in tiny_contents().observations if row.area == "hamm" and not row.breakdown]
    found = store.area_history(RELEASE, "hamm")
    assert {fact.observation() for fact in found} == set(wanted)
    assert [(fact.indicator, fact.year) for fact in found] == sorted((r.indicator, r.year) for r in wanted)
    norden = {fact.year: fact.trend for fact in store.area_history(RELEASE, "hamm-norden")}
    assert norden == {2021: None, 2022: None, 2023: "rising"}
    assert {fact.indicator for fact in store.area_history(RELEASE, "mitte", "u18")} == {COUNT}
    assert store.area_history(RELEASE, "dortmund") == ()


def test_matrix_has_one_year_per_indicator_for_all_areas(store: Store) -> None:
    facts = store.matrix_facts(RELEASE, "sozialraum")
    assert {(f.indicator, f.area, f.year) for f in facts} == {(SHARE, a, 2023) for a in (*AREAS, "hamm")}
    in_2021 = store.matrix_facts(RELEASE, "sozialraum", year=2021)
    assert {f.area for f in in_2021} == {*AREAS, "hamm"}


def test_overview_says_what_there_is(store: Store) -> None:
    overview = store.indicator_overview(RELEASE)
    share = overview[SHARE]
    assert (share.latest, share.origins) == (2023, ("demo", "published"))
    assert share.years("sozialraum") == (2021, 2022, 2023)
    assert share.years("stadtbezirk") == (2021,)
    assert share.years("einrichtung") == ()
    assert overview[COUNT].breakdowns == ("u18", "ue18")
    assert overview[COUNT].years("sozialraum") == ()
    assert overview[COUNT].years("sozialraum", None) == (2022, 2023)
    assert store.indicator_overview(RELEASE) is overview


def test_lists_for_the_goals_and_the_data_page(store: Store) -> None:
    contents = tiny_contents()
    assert store.convergences(RELEASE, "sozialraum") == contents.convergences[:1]
    assert store.target_results(RELEASE) == contents.target_results
    assert store.corrections(RELEASE) == contents.corrections


def test_old_releases_stay_readable(database_url: str, open_store: Opener) -> None:
    tiny_release(database_url)
    second = _changed()
    assert write_release(database_url, second).release == "2026-2"
    store = open_store(database_url)
    assert store.current().id == "2026-2"
    assert [info.id for info in store.releases()] == ["2026-1", "2026-2"]
    assert set(store.observations("2026-1")) == set(tiny_contents().observations)
    assert set(store.observations("2026-2")) == set(second.observations)
    assert len(store.indicator_facts("2026-1", SHARE).facts) == len(
        store.indicator_facts("2026-2", SHARE).facts
    )


def test_a_running_store_sees_the_next_release(database_url: str, open_store: Opener) -> None:
    tiny_release(database_url)
    store = open_store(database_url)
    assert store.current().id == "2026-1"
    write_release(database_url, _changed())
    assert store.current().id == "2026-2"


def test_an_empty_database_has_no_release(database_url: str, open_store: Opener) -> None:
    with pytest.raises(NoRelease):
        open_store(database_url).current()


@pytest.mark.parametrize(
    "module", ["pandas", "geopandas", "shapely", "scipy", "statsmodels", "numpy", "plotly", "dash"]
)
def test_reading_needs_no_heavy_library(module: str) -> None:
    program = f"import sys, dashboard.store.read; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def _changed() -> ReleaseContents:
    contents = tiny_contents()
    first, *others = contents.observations
    return replace(contents, observations=(replace(first, value=21.0), *others))
