"""Official polygons come in through real files, whole or not at all."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import geopandas  # type: ignore[import-untyped]
import numpy as np
import pandas as pd
import pytest
import shapely  # type: ignore[import-untyped]
from geopandas import GeoDataFrame as Frame
from shapely import MultiPolygon, Point, Polygon

from dashboard.geo.checks import tiling_problems
from dashboard.geo.models import GeoError, GeoWarning
from dashboard.geo.network import polygons, read_network
from dashboard.geo.official import import_official
from dashboard.geo.plane import to_metres

NINE = polygons(read_network(), "sozialraum")
SEVEN = polygons(read_network(), "stadtbezirk")

# names as suppliers write them, in the order of NINE
VARIANTS = ["Bockum-Hoevel", "Hammer Norden", "Stadtbezirk Heessen", "Hammer Westen", "Stadtmitte",
            "Uentrop ", "Herringen", "Pelkum", "Rhynern"]  # fmt: skip
ALIASES = {
    **dict(zip((text.strip() for text in VARIANTS), NINE, strict=True)),
    **{area: area for area in (*NINE, *SEVEN)},
    **{str(5915000 + number): area for number, area in enumerate(NINE)},
}

resolve = ALIASES.get


def delivered(names: list[str] | None = None) -> Frame:
    """The nine areas as a supplier has them: EPSG:25832, own names, a number."""
    columns = {"nr": range(1, 10), "sozialraum": names or VARIANTS}
    return Frame(columns, geometry=list(NINE.values()), crs=4326).to_crs(25832)


def written(folder: Path, frame: Frame, suffix: str = ".gpkg") -> Path:
    path = folder / f"amtlich{suffix}"
    frame.to_file(path, layer="sozialraeume") if suffix == ".gpkg" else frame.to_file(path)
    return path


def refused(path: Path, **options: str | None) -> tuple[str, ...]:
    with pytest.raises(GeoError) as error:
        import_official(path, resolve, **options)  # type: ignore[arg-type]
    return error.value.problems


@pytest.mark.parametrize("suffix", [".gpkg", ".shp"])
def test_a_round_trip_brings_the_areas_back(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path, delivered(), suffix)
    with warnings.catch_warnings():
        warnings.simplefilter("error", GeoWarning)
        found = import_official(path, resolve)
    assert list(found) == list(NINE)
    assert tiling_problems(found) == []
    for area, outline in found.items():
        assert isinstance(outline, MultiPolygon)
        assert outline.hausdorff_distance(NINE[area]) < 1e-8
        assert all(part.exterior.is_ccw for part in outline.geoms)


def test_geojson_and_a_zipped_shapefile_are_read_as_well(tmp_path: Path) -> None:
    shape = written(tmp_path, delivered().to_crs(31467), ".shp.zip")
    plain = written(tmp_path, delivered().to_crs(4326), ".geojson")
    assert list(import_official(plain, resolve)) == list(NINE)
    assert import_official(shape, resolve)["mitte"].hausdorff_distance(NINE["mitte"]) < 1e-4


def test_keys_stored_as_numbers_name_the_areas(tmp_path: Path) -> None:
    frame = delivered().drop(columns="sozialraum")
    frame["schluessel"] = [5915000.0 + number for number in range(9)]
    assert list(import_official(written(tmp_path, frame), resolve)) == list(NINE)


def test_order_of_objects_does_not_matter(tmp_path: Path) -> None:
    found = import_official(written(tmp_path, delivered().iloc[::-1]), resolve)
    assert list(found) == list(NINE)
    assert found["uentrop"].covers(Point(7.92, 51.68))


def test_of_two_columns_the_one_with_more_areas_is_taken_unless_told(tmp_path: Path) -> None:
    frame = delivered()
    frame.insert(0, "lage", ["Pelkum"] * 9)
    path = written(tmp_path, frame)
    assert list(import_official(path, resolve)) == list(NINE)
    assert any("„Pelkum“ ist „pelkum“ zum zweiten Mal" in text for text in refused(path, name_column="lage"))


def test_stadtbezirke_come_in_by_their_own_reference(tmp_path: Path) -> None:
    frame = Frame({"bezirk": list(SEVEN)}, geometry=list(SEVEN.values()), crs=4326).to_crs(25832)
    assert list(import_official(written(tmp_path, frame), resolve, reference=SEVEN)) == list(SEVEN)


def _moved(metres: float) -> Frame:
    """Mitte's northern corner moved south by so much: a gap towards Hamm-Norden."""
    frame = delivered()
    corner = geopandas.GeoSeries([Point(7.82, 51.688)], crs=4326).to_crs(25832)[0]
    points = [
        (x, y - metres) if corner.distance(Point(x, y)) < 0.01 else (x, y)
        for x, y in frame.geometry[4].exterior.coords
    ]
    frame.loc[4, "geometry"] = Polygon(points)
    return frame


@pytest.mark.parametrize(
    ("metres", "kind"), [(0.01, "Lücke"), (0.9, "Lücke"), (-0.01, "Überlappung"), (-0.9, "Überlappung")]
)
def test_a_sliver_is_closed_with_a_warning(tmp_path: Path, metres: float, kind: str) -> None:
    path = written(tmp_path, _moved(metres))
    with pytest.warns(GeoWarning, match=f"amtlich.gpkg: {kind} .*„hamm-norden“.*bis 1 m Breite") as told:
        found = import_official(path, resolve)
    assert len(told) == 1
    assert tiling_problems(found) == []
    assert all(found[area].hausdorff_distance(NINE[area]) < 1e-5 for area in NINE)


def _by_another_hand(area: Polygon, number: int) -> Polygon:
    """As if each area had been digitised for itself: more vertices, none quite where it was."""
    fine = shapely.segmentize(area, 200)
    shake = np.random.default_rng(number).uniform(-0.2, 0.2, (shapely.get_num_coordinates(fine), 2))
    shake[-1] = shake[0]
    return shapely.transform(fine, lambda points: points + shake)


def test_areas_digitised_one_by_one_are_joined(tmp_path: Path) -> None:
    frame = delivered()
    frame["geometry"] = [_by_another_hand(area, number) for number, area in enumerate(frame.geometry)]
    with pytest.warns(GeoWarning) as told:
        found = import_official(written(tmp_path, frame), resolve)
    assert len(told) > 100
    assert tiling_problems(found) == []
    for area, outline in found.items():  # a long sliver may change hands, but nothing wider than 1 m
        assert to_metres(outline).symmetric_difference(to_metres(NINE[area])).buffer(-0.5).is_empty


@pytest.mark.parametrize(("metres", "kind"), [(5, "Lücke"), (-5, "Überlappung")])
def test_a_wide_flaw_is_refused(tmp_path: Path, metres: float, kind: str) -> None:
    (problem,) = refused(written(tmp_path, _moved(metres)))
    assert problem.startswith(f"amtlich.gpkg: {kind} ")
    assert problem.endswith("erwartet: höchstens 1 m Breite")


def _named(place: int, name: str | None) -> Callable[[Frame], Frame]:
    def change(frame: Frame) -> Frame:
        frame.loc[place, "sozialraum"] = name
        return frame

    return change


def _drawn(place: int, geometry: shapely.Geometry | None) -> Callable[[Frame], Frame]:
    def change(frame: Frame) -> Frame:
        frame.loc[place, "geometry"] = geometry
        return frame

    return change


def _swapped(frame: Frame) -> Frame:
    return frame.assign(sozialraum=[*VARIANTS[:7], "Rhynern", "Pelkum"])


def _contradicting(frame: Frame) -> Frame:
    return frame.assign(zweiter=VARIANTS[::-1])


BOW = Polygon([(420000, 5720000), (421000, 5721000), (421000, 5720000), (420000, 5721000)])
HERE = "amtlich.gpkg, Objekt 2, Spalte „sozialraum“: "
KNOWN = "bockum-hoevel, hamm-norden, heessen, hamm-westen, mitte, uentrop, herringen, pelkum, rhynern"
MISSING = "amtlich.gpkg, Spalte „sozialraum“: „hamm-norden“ fehlt; erwartet: jede Fläche einmal"


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        pytest.param(
            _named(1, "Nordpol"), [HERE + f"„Nordpol“ unbekannt; erwartet: eine aus {KNOWN}", MISSING],
            id="unknown",
        ),
        pytest.param(
            _named(1, None), [HERE + "Name fehlt; erwartet: der Name einer Fläche", MISSING],
            id="without name",
        ),
        pytest.param(
            _named(1, "Bockum-Hoevel"),
            [HERE + "„Bockum-Hoevel“ ist „bockum-hoevel“ zum zweiten Mal; erwartet: jede Fläche einmal",
             MISSING],
            id="twice",
        ),
        pytest.param(
            _named(1, "bezirk-heessen"),
            [HERE + "„bezirk-heessen“ ist „bezirk-heessen“ und gehört nicht hierher; "
             f"erwartet: eine aus {KNOWN}", MISSING],
            id="of the other partition",
        ),
        pytest.param(
            lambda frame: frame.drop(index=1), ["amtlich.gpkg: 8 Flächen; erwartet: 9", MISSING],
            id="one too few",
        ),
        pytest.param(
            lambda frame: pd.concat([frame, frame.iloc[:1]], ignore_index=True),
            ["amtlich.gpkg, Objekt 10, Spalte „sozialraum“: „Bockum-Hoevel“ ist „bockum-hoevel“ zum zweiten "
             "Mal; erwartet: jede Fläche einmal", "amtlich.gpkg: 10 Flächen; erwartet: 9"],
            id="one too many",
        ),
        pytest.param(
            _drawn(1, BOW),
            ["amtlich.gpkg, Objekt 2: „Hammer Norden“ ist ungültig: Umriss schneidet sich bei "
             "Länge 7,85139, Breite 51,62989"],
            id="crosses itself",
        ),
        pytest.param(
            _drawn(1, None),
            ["amtlich.gpkg, Objekt 2: „Hammer Norden“ ohne Geometrie; erwartet: eine Fläche"],
            id="without geometry",
        ),
        pytest.param(
            _drawn(1, Point(420000, 5725000)),
            ["amtlich.gpkg, Objekt 2: „Hammer Norden“ ist Point; erwartet: Polygon oder MultiPolygon"],
            id="a point",
        ),
        pytest.param(
            _drawn(1, shapely.box(520000, 5725000, 521000, 5726000)),
            ["amtlich.gpkg, Objekt 2: „Hammer Norden“ liegt bei 9,2"],
            id="outside Hamm",
        ),
        pytest.param(
            _swapped,
            ["amtlich.gpkg: „rhynern“ liegt dort, wo „pelkum“ erwartet ist; Namen vertauscht?",
             "amtlich.gpkg: „pelkum“ liegt dort, wo „rhynern“ erwartet ist; Namen vertauscht?"],
            id="names swapped",
        ),
        pytest.param(
            _contradicting,
            ["amtlich.gpkg: Spalten „sozialraum“ und „zweiter“ widersprechen sich; "
             "erwartet: die Spalte angeben"],
            id="two readings",
        ),
        pytest.param(
            lambda frame: frame.drop(columns="sozialraum"),
            ["amtlich.gpkg: keine Spalte mit Flächennamen („nr“); "
             f"erwartet: eine Spalte mit Namen wie {KNOWN}"],
            id="no names",
        ),
    ],
)  # fmt: skip
def test_a_bad_delivery_is_refused_with_every_reason(
    tmp_path: Path, change: Callable[[Frame], Frame], problems: list[str]
) -> None:
    found = refused(written(tmp_path, change(delivered())))
    assert len(found) == len(problems)
    for said, expected in zip(found, problems, strict=True):
        assert said.startswith(expected)


def test_a_wrong_coordinate_system_puts_every_area_outside(tmp_path: Path) -> None:
    problems = refused(written(tmp_path, delivered().set_crs(25833, allow_override=True)))
    assert len(problems) == 9
    expected = "; erwartet: innerhalb von 7,64 / 51,55 / 8,04 / 51,78 (Hamm: West / Süd / Ost / Nord)"
    assert all(problem.endswith(expected) for problem in problems)


def test_a_missing_coordinate_system_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, delivered(), ".shp")
    path.with_suffix(".prj").unlink()
    expected = "ein Raumbezug in der Datei (EPSG:25832; beim Shapefile die Datei .prj)"
    assert refused(path) == (f"amtlich.shp: Koordinatensystem fehlt; erwartet: {expected}",)


def test_a_column_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path, delivered()), name_column="Name") == (
        "amtlich.gpkg: Spalte „Name“ gibt es nicht; erwartet: eine aus „nr“, „sozialraum“",
    )


def test_of_several_layers_one_has_to_be_named(tmp_path: Path) -> None:
    path = written(tmp_path, delivered())
    delivered().to_file(path, layer="stand_2020")
    assert refused(path) == (
        "amtlich.gpkg: 2 Ebenen („sozialraeume“, „stand_2020“); erwartet: eine, oder eine angeben",
    )
    assert list(import_official(path, resolve, layer="stand_2020")) == list(NINE)
    assert refused(path, layer="alt") == (
        "amtlich.gpkg: Ebene „alt“ gibt es nicht; erwartet: eine aus „sozialraeume“, „stand_2020“",
    )


@pytest.mark.parametrize("content", [None, b"Sozialraum;Kinder\nMitte;12\n"])
def test_a_file_that_is_no_map_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "amtlich.gpkg"
    if content is not None:
        path.write_bytes(content)
    (problem,) = refused(path)
    assert problem.startswith("amtlich.gpkg: nicht lesbar (")
    assert problem.endswith(
        "erwartet: GeoPackage (.gpkg), Shapefile (.shp mit .shx, .dbf, .prj) oder GeoJSON"
    )


def test_a_table_without_geometry_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("sozialraum\nMitte\n", encoding="utf-8")
    assert refused(path) == ("liste.csv, Ebene „liste“: ohne Geometrie; erwartet: Flächen",)
