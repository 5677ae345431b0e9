"""A whole release from folders: the real catalogue and boundaries, and all figures that are shipped."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from deliveries_world import COUNTS, deliver

from dashboard.geo.models import GeoError
from dashboard.model import Observation
from dashboard.prepare.build import build
from dashboard.prepare.reading import Folders
from dashboard.prepare.refused import ReleaseRefused
from dashboard.settings import ROOT
from dashboard.store.contents import ReleaseContents
from dashboard.store.read import Store

GYMNASIUM = "uebergang-gymnasium"


def built(root: Path, previous: tuple[Observation, ...] | None = None) -> ReleaseContents:
    folders = Folders.below(root / "data", root / "geodata")
    return build(folders, previous, accept_warnings=True, today=date(2026, 11, 21))


def test_demo_and_published_figures_stand_side_by_side(small_root: Path) -> None:
    contents = built(small_root)
    assert contents.year == 2026
    assert [info.id for info in contents.deliveries] == ["veroeffentlicht-uebergaenge"]
    origins = Counter(row.origin for row in contents.observations if row.indicator == GYMNASIUM)
    assert set(origins) == {"demo", "published"}
    assert Counter(entry.partition for entry in contents.shapes) == {"sozialraum": 9, "stadtbezirk": 7}
    demo = [row for row in contents.observations if row.indicator == GYMNASIUM and row.origin == "demo"]
    assert all(row.lower is not None and row.upper is not None for row in demo)
    assert {row.origin for row in contents.trends if row.indicator == GYMNASIUM} == {"demo", "published"}
    assert contents.corrections == ()


def test_the_same_inputs_give_the_same_contents(small_root: Path) -> None:
    assert built(small_root).content_hash() == built(small_root).content_hash()


def test_a_delivery_takes_the_place_of_the_demo_values(small_root: Path) -> None:
    before = built(small_root)
    deliver(small_root)
    contents = built(small_root, before.observations)
    rows = [row for row in contents.observations if row.indicator == GYMNASIUM]
    assert {row.origin for row in rows} == {"delivered", "published"}
    delivered = {row.area: row for row in rows if row.origin == "delivered"}
    assert delivered["hamm"].numerator == sum(map(int, COUNTS.values()))
    assert delivered["hamm"].denominator == 200 * len(COUNTS)
    assert {row.origin for row in contents.comparisons if row.indicator == GYMNASIUM} >= {"delivered"}
    added = [row for row in contents.corrections if row.kind == "added"]
    assert {(row.area, row.year) for row in added} == {(area, 2025) for area in delivered}
    (info,) = [info for info in contents.deliveries if info.origin == "delivered"]
    assert (info.rows, [name for name, _ in info.files]) == (9, ["lieferung.toml", "zahlen.csv"])


def test_examples_are_left_out(small_root: Path) -> None:
    shutil.copytree(
        ROOT / "data" / "deliveries" / "beispiel", small_root / "data" / "deliveries" / "beispiel"
    )
    deliver(small_root, "zweites-beispiel", more="beispiel = true")
    contents = built(small_root)
    assert [info.id for info in contents.deliveries] == ["veroeffentlicht-uebergaenge"]
    assert "delivered" not in {row.origin for row in contents.observations}


def test_small_numbers_of_a_delivery_are_hidden_with_company(small_root: Path) -> None:
    deliver(small_root, Mitte="2", Pelkum="199")
    contents = built(small_root)
    rows = {row.area: row for row in contents.observations if row.origin == "delivered"}
    hidden = {area for area, row in rows.items() if row.status == "hidden"}
    assert hidden == {"mitte", "pelkum"}  # together 201 children: nobody can tell them apart
    assert {rows[area].value for area in hidden} == {None}
    assert rows["hamm"].numerator == 2 + 199 + 60 + 40 + 55 + 45 + 90 + 35 + 70
    (audit,) = [row for row in contents.audit if row.origin == "delivered"]
    assert (audit.indicator, audit.kind, audit.year) == (GYMNASIUM, "sozialraum", 2025)
    assert (audit.cells, audit.primary, audit.secondary) == (9, 2, 0)


def test_two_deliveries_of_the_same_figures_are_both_named(small_root: Path) -> None:
    deliver(small_root, "erste")
    deliver(small_root, "zweite")
    with pytest.raises(ReleaseRefused, match="„erste“ und „zweite“"):
        built(small_root)


def test_two_deliveries_of_different_years_are_joined(small_root: Path) -> None:
    deliver(small_root, "erste")
    deliver(small_root, "zweite", year="2024/25")
    rows = [row for row in built(small_root).observations if row.origin == "delivered"]
    assert Counter(row.year for row in rows) == {2024: 10, 2025: 10}


def test_every_fault_of_every_delivery_is_named(small_root: Path) -> None:
    deliver(small_root, "erste", Mitte="achtzig")
    deliver(small_root, "zweite", Dortmund="5")
    with pytest.raises(ReleaseRefused) as refused:
        built(small_root)
    assert any(problem.startswith("erste: zahlen.csv, Zeile 6") for problem in refused.value.problems)
    assert any("zweite" in problem and "Dortmund" in problem for problem in refused.value.problems)


def test_warnings_of_a_delivery_have_to_be_accepted(small_root: Path) -> None:
    folder = deliver(small_root)
    csv = folder / "zahlen.csv"
    csv.write_text(csv.read_text(encoding="utf-8").replace("Pelkum;2025/26;40;200\n", ""), encoding="utf-8")
    folders = Folders.below(small_root / "data", small_root / "geodata")
    with pytest.raises(ReleaseRefused, match="mit „release --akzeptiere“ zu übergehen"):
        build(folders)
    contents = build(folders, accept_warnings=True)
    (info,) = [info for info in contents.deliveries if info.origin == "delivered"]
    assert "Pelkum" in info.warnings[0]
    assert not [row for row in contents.observations if row.origin == "delivered" and row.area == "hamm"]


def test_boundaries_with_another_area_than_the_catalogue_are_refused(small_root: Path) -> None:
    network = small_root / "geodata" / "grenznetz.toml"
    network.write_text(network.read_text(encoding="utf-8").replace("uentrop", "dortmund"), encoding="utf-8")
    with pytest.raises((ReleaseRefused, GeoError)):
        built(small_root)


def test_official_polygons_replace_the_network(small_root: Path) -> None:
    before = built(small_root).shapes
    features = [
        f'{{"type": "Feature", "properties": {{"name": "{entry.shape.area}"}}, "geometry": {entry.geojson}}}'
        for entry in before
        if entry.partition == "sozialraum"
    ]
    text = f'{{"type": "FeatureCollection", "features": [{", ".join(reversed(features))}]}}'
    (small_root / "geodata" / "sozialraeume.geojson").write_text(text, encoding="utf-8")
    after = built(small_root).shapes
    assert [entry.shape.area for entry in after] == [entry.shape.area for entry in before]
    assert "MultiPolygon" in next(entry.geojson for entry in after if entry.partition == "sozialraum")


@pytest.mark.parametrize(
    ("indicator", "year", "category", "euros"),
    [("hze-aufwendungen", 2010, "", 27_140_000), ("hze-aufwendungen", 2009, "", 25_320_000)],
)
def test_the_whole_release_holds_the_published_costs(
    release_url: str, indicator: str, year: int, category: str, euros: int
) -> None:
    with Store(release_url) as store:
        facts = store.indicator_facts(store.current().id, indicator, category).facts
    city = [fact for fact in facts if (fact.area, fact.year, fact.origin) == ("hamm", year, "published")]
    assert [fact.value for fact in city] == [pytest.approx(euros, rel=0.002)]


def test_the_whole_release_answers_for_every_indicator(release_url: str) -> None:
    with Store(release_url) as store:
        release = store.current().id
        catalogue, overview = store.catalogue(release), store.indicator_overview(release)
        empty = set(catalogue.indicators) - set(overview)
        assert {key for key in empty if not key.startswith(("schul", "schueler"))} <= {
            "integration-begleitete"
        }
        for indicator, entry in overview.items():
            for breakdown in entry.breakdowns:
                assert store.indicator_facts(release, indicator, breakdown).facts or entry.years(
                    "stadtbezirk", breakdown
                )
        assert len(store.target_results(release)) >= len(catalogue.targets)
        matrix = store.matrix_facts(release, "sozialraum")
        years = {
            fact.indicator: {row.year for row in matrix if row.indicator == fact.indicator} for fact in matrix
        }
        assert all(len(found) == 1 for found in years.values())
