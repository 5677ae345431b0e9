"""The shipped boundary network tiles the city in two ways; a damaged one is refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely  # type: ignore[import-untyped]
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.geo.checks import tiling_problems, union_problems
from dashboard.geo.models import HAMM_BOX, GeoError, Outline
from dashboard.geo.network import NETWORK_FILE, faces, polygons, read_network
from dashboard.geo.plane import area_km2
from dashboard.geo.rings import ring
from dashboard.model import Partition

NETWORK = read_network()
PARTITIONS: dict[Partition, dict[str, Outline]] = {
    "sozialraum": polygons(NETWORK, "sozialraum"),
    "stadtbezirk": polygons(NETWORK, "stadtbezirk"),
}
SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "geodata" / "grenznetz.toml"

# face: the Sozialraum and the Stadtbezirk that it belongs to
MEMBERS = {
    "bockum-hoevel": ("bockum-hoevel", "bezirk-bockum-hoevel"),
    "norden-west": ("hamm-norden", "bezirk-bockum-hoevel"),
    "norden-ost": ("hamm-norden", "bezirk-heessen"),
    "heessen": ("heessen", "bezirk-heessen"),
    "westen-herringen": ("hamm-westen", "bezirk-herringen"),
    "westen-mitte": ("hamm-westen", "bezirk-mitte"),
    "westen-pelkum": ("hamm-westen", "bezirk-pelkum"),
    "mitte": ("mitte", "bezirk-mitte"),
    "uentrop": ("uentrop", "bezirk-uentrop"),
    "herringen": ("herringen", "bezirk-herringen"),
    "pelkum": ("pelkum", "bezirk-pelkum"),
    "rhynern": ("rhynern", "bezirk-rhynern"),
}

# official areas in km²
OFFICIAL_KM2 = {
    "bezirk-mitte": 10.93,
    "bezirk-uentrop": 44.61,
    "bezirk-rhynern": 59.22,
    "bezirk-pelkum": 30.21,
    "bezirk-herringen": 19.35,
    "bezirk-bockum-hoevel": 32.68,
    "bezirk-heessen": 29.24,
}


def test_the_network_is_the_one_that_was_handed_over() -> None:
    if not SHARED.exists():
        pytest.skip("the file as handed over is not here")
    assert NETWORK_FILE.read_bytes() == SHARED.read_bytes()


def test_nine_and_seven_areas_of_twelve_faces() -> None:
    assert set(faces(NETWORK)) == set(MEMBERS)
    assert list(PARTITIONS["sozialraum"]) == [
        "bockum-hoevel", "hamm-norden", "heessen", "hamm-westen", "mitte",
        "uentrop", "herringen", "pelkum", "rhynern",
    ]  # fmt: skip
    assert set(PARTITIONS["stadtbezirk"]) == set(OFFICIAL_KM2)


@pytest.mark.parametrize("partition", ["sozialraum", "stadtbezirk"])
def test_a_partition_tiles_exactly(partition: Partition) -> None:
    areas = PARTITIONS[partition]
    assert tiling_problems(areas) == []
    assert shapely.coverage_is_valid(list(areas.values()))
    whole = shapely.union_all(list(areas.values()))
    assert whole.geom_type == "Polygon"
    assert not whole.interiors


def test_faces_tile_exactly() -> None:
    assert tiling_problems(faces(NETWORK)) == []


def test_both_partitions_cover_the_same_city() -> None:
    assert union_problems(PARTITIONS["sozialraum"], PARTITIONS["stadtbezirk"]) == []
    cities = [shapely.coverage_union_all(list(areas.values())).normalize() for areas in PARTITIONS.values()]
    assert cities[0].equals_exact(cities[1], tolerance=0)


@pytest.mark.parametrize("partition", ["sozialraum", "stadtbezirk"])
def test_joining_faces_moves_no_vertex(partition: Partition) -> None:
    written = {point for line in NETWORK.edges.values() for point in line}
    kept = {tuple(point) for area in PARTITIONS[partition].values() for point in area.exterior.coords}
    assert kept <= written
    outer = {edge for edge in NETWORK.edges if edge.startswith("aussen_")}
    assert {point for edge in outer for point in NETWORK.edges[edge]} <= kept


@pytest.mark.parametrize(("face", "members"), MEMBERS.items())
def test_each_face_lies_in_its_sozialraum_and_stadtbezirk(face: str, members: tuple[str, str]) -> None:
    outline = faces(NETWORK)[face]
    for partition, member in zip(("sozialraum", "stadtbezirk"), members, strict=True):
        areas = PARTITIONS[partition]  # type: ignore[index]
        assert areas[member].covers(outline)
        assert [area for area, other in areas.items() if other.intersection(outline).area > 0] == [member]


@pytest.mark.parametrize(
    ("sozialraum", "bezirke"),
    [
        ("hamm-norden", {"bezirk-bockum-hoevel", "bezirk-heessen"}),
        ("hamm-westen", {"bezirk-mitte", "bezirk-herringen", "bezirk-pelkum"}),
        ("mitte", {"bezirk-mitte"}),
        ("rhynern", {"bezirk-rhynern"}),
    ],
)
def test_a_sozialraum_is_cut_out_of_these_stadtbezirke(sozialraum: str, bezirke: set[str]) -> None:
    area = PARTITIONS["sozialraum"][sozialraum]
    bezirks = PARTITIONS["stadtbezirk"].items()
    assert {name for name, bezirk in bezirks if bezirk.intersection(area).area > 0} == bezirke


@pytest.mark.parametrize("name", ["mitte", "herringen", "pelkum", "bockum-hoevel", "heessen"])
def test_a_sozialraum_is_smaller_than_the_stadtbezirk_of_its_name(name: str) -> None:
    bezirk = PARTITIONS["stadtbezirk"][f"bezirk-{name}"]
    assert bezirk.covers(PARTITIONS["sozialraum"][name])
    assert area_km2(PARTITIONS["sozialraum"][name]) < 0.96 * area_km2(bezirk)


@pytest.mark.parametrize(("bezirk", "km2"), OFFICIAL_KM2.items())
def test_areas_are_near_the_official_ones(bezirk: str, km2: float) -> None:
    assert area_km2(PARTITIONS["stadtbezirk"][bezirk]) == pytest.approx(km2, rel=0.12)


def test_the_city_has_its_size() -> None:
    assert area_km2(shapely.union_all(list(PARTITIONS["sozialraum"].values()))) == pytest.approx(
        226.2, rel=0.03
    )


@given(st.floats(HAMM_BOX[0], HAMM_BOX[2]), st.floats(HAMM_BOX[1], HAMM_BOX[3]))
def test_a_point_lies_in_one_area_of_each_partition_or_in_none(lon: float, lat: float) -> None:
    point = shapely.Point(lon, lat)
    every = [*PARTITIONS["sozialraum"].values(), *PARTITIONS["stadtbezirk"].values()]
    assume(all(area.exterior.distance(point) > 1e-9 for area in every))
    counts = {
        partition: sum(area.contains(point) for area in areas.values())
        for partition, areas in PARTITIONS.items()
    }
    city = shapely.union_all(list(PARTITIONS["sozialraum"].values()))
    assert counts == (
        {"sozialraum": 1, "stadtbezirk": 1} if city.contains(point) else dict.fromkeys(counts, 0)
    )


@given(st.lists(st.booleans(), min_size=4, max_size=4))
def test_a_ring_closes_whichever_way_its_edges_are_written(turned: list[bool]) -> None:
    edges = [((0.0, 0.0), (1.0, 0.0)), ((1.0, 0.0), (2.0, 1.0), (1.0, 1.0)), ((1.0, 1.0), (0.0, 1.0))]
    edges = [*edges, ((0.0, 1.0), (0.0, 0.0))]
    points, broken = ring([edge[::-1] if turn else edge for edge, turn in zip(edges, turned, strict=True)])
    assert broken is None
    assert points[0] == points[-1]
    assert set(points) == {point for edge in edges for point in edge}
    assert len(points) == 6


def test_two_edges_between_the_same_points_make_a_ring() -> None:
    points, broken = ring([((0.0, 0.0), (1.0, 1.0)), ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))])
    assert (points, broken) == (((0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0)), None)


MITTE = 'mitte = ["norden_mitte", "mitte_uentrop", "mitte_rhynern", "westen_mitte_sued", "westen_mitte_nord"]'

# what is changed in the shipped file, and what the message says
DAMAGES = [
    pytest.param(
        MITTE, MITTE.replace("mitte_uentrop", "mitte_ostrand"),
        "netz.toml, [flaechen] mitte: Kante „mitte_ostrand“ unbekannt; erwartet: ein Name aus [kanten]",
        id="unknown edge",
    ),
    pytest.param(
        MITTE, MITTE + '\nzweite-mitte = ["norden_mitte"]',
        "netz.toml, [kanten] norden_mitte: 3-mal verwendet (norden-ost, mitte, zweite-mitte); "
        "erwartet: einmal (Außengrenze) oder zweimal (zwischen zwei Flächen)",
        id="edge used three times",
    ),
    pytest.param(
        "# Innere Grenzen", "uebrig = [[7.8, 51.7], [7.81, 51.7]]",
        "netz.toml, [kanten] uebrig: von keiner Fläche verwendet; "
        "erwartet: einmal (Außengrenze) oder zweimal (zwischen zwei Flächen)",
        id="edge used by nobody",
    ),
    pytest.param(
        MITTE, MITTE.replace('"mitte_uentrop", ', ""),
        "netz.toml, [flaechen] mitte: Ring schließt nicht, „mitte_rhynern“ folgt nicht auf „norden_mitte“; "
        "erwartet: eine Kante mit dem Endpunkt [7.838, 51.691]",
        id="edge left out of a ring",
    ),
    pytest.param(
        MITTE, MITTE.replace(', "westen_mitte_nord"', ""),
        "netz.toml, [flaechen] mitte: Ring schließt nicht, „westen_mitte_sued“ endet bei [7.808, 51.663]; "
        "erwartet: der Anfang des Rings, [7.807, 51.686]",
        id="ring stays open at its end",
    ),
    pytest.param(
        MITTE, 'mitte = ["norden_mitte", "norden_mitte"]\n',
        "netz.toml, [kanten] norden_mitte: 3-mal verwendet (norden-ost, mitte, mitte); "
        "erwartet: einmal (Außengrenze) oder zweimal (zwischen zwei Flächen)",
        id="edge forth and back",
    ),
    pytest.param(
        '[sozialraeume]', '[sozialraeume]\nnord = ["norden-nord"]',
        "netz.toml, [sozialraeume] nord: Fläche „norden-nord“ unbekannt; erwartet: ein Name aus [flaechen]",
        id="unknown face",
    ),
    pytest.param(
        'hamm-norden = ["norden-west", "norden-ost"]', 'hamm-norden = ["norden-west"]',
        "netz.toml, [sozialraeume]: Fläche „norden-ost“ fehlt; erwartet: jede Fläche genau einmal",
        id="face missed",
    ),
    pytest.param(
        'bezirk-heessen = ["heessen", "norden-ost"]', 'bezirk-heessen = ["heessen", "norden-ost", "mitte"]',
        "netz.toml, [stadtbezirke]: Fläche „mitte“ kommt 2-mal vor (bezirk-mitte, bezirk-heessen); "
        "erwartet: jede Fläche genau einmal",
        id="face repeated",
    ),
    pytest.param(
        "[stadtbezirke]", "[bezirke]",
        "netz.toml, [stadtbezirke]: Tabelle fehlt; "
        "erwartet: die Tabellen [kanten], [flaechen], [sozialraeume], [stadtbezirke]",
        id="table missing",
    ),
    pytest.param(
        "[stadtbezirke]", "[bezirke]",
        "netz.toml, [bezirke]: Tabelle unbekannt; "
        "erwartet: die Tabellen [kanten], [flaechen], [sozialraeume], [stadtbezirke]",
        id="table unknown",
    ),
    pytest.param(
        "[kanten]", "stadtbezirke = 7\n[kanten]",
        "netz.toml: kein gültiges TOML",
        id="table twice",
    ),
    pytest.param(
        "[[7.803,51.685],[7.797,51.695]]", "[[7.803,51.685],[51.695,7.797]]",
        "netz.toml, [kanten] norden_bahndamm: Punkt 2 ist [51.695, 7.797]; erwartet: "
        "[Länge, Breite] in Grad, Länge 7,64 bis 8,04, Breite 51,55 bis 51,78",
        id="latitude first",
    ),
    pytest.param(
        "[[7.803,51.685],[7.797,51.695]]", '[[7.803,51.685],[7.797,"51,695"]]',
        "netz.toml, [kanten] norden_bahndamm: Punkt 2 ist [7.797, '51,695']; erwartet: ",
        id="text for a number",
    ),
    pytest.param(
        "[[7.803,51.685],[7.797,51.695]]", "[[7.803,51.685],[7.797]]",
        "netz.toml, [kanten] norden_bahndamm: Punkt 2 ist [7.797]; erwartet: ",
        id="half a point",
    ),
    pytest.param(
        "[[7.803,51.685],[7.797,51.695]]", "[[7.803,51.685]]",
        "netz.toml, [kanten] norden_bahndamm: [[7.803, 51.685]]; "
        "erwartet: eine Liste von mindestens zwei Punkten",
        id="one point",
    ),
    pytest.param(
        'rhynern = ["rhynern"]', 'rhynern = "rhynern"',
        "netz.toml, [sozialraeume] rhynern: 'rhynern'; erwartet: eine Liste von mindestens einem Namen",
        id="name without list",
    ),
    pytest.param(
        "[[7.803,51.685],[7.797,51.695]]", "[[7.803,51.685],[7.778,51.705],[7.797,51.695]]",
        "netz.toml, [flaechen]: „norden-west“ ist ungültig: Umriss schneidet sich bei Länge ",
        id="edge across another",
    ),
]  # fmt: skip


def _damaged(folder: Path, old: str, new: str) -> Path:
    text = NETWORK_FILE.read_text(encoding="utf-8")
    assert old in text
    path = folder / "netz.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(("old", "new", "message"), DAMAGES)
def test_a_damaged_network_is_refused_with_the_reason(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(GeoError) as refused:
        read_network(_damaged(tmp_path, old, new))
    assert any(problem.startswith(message) for problem in refused.value.problems), refused.value.problems


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    path = _damaged(tmp_path, MITTE, MITTE.replace("mitte_uentrop", "mitte_ostrand"))
    path.write_text(path.read_text(encoding="utf-8").replace('pelkum = ["pelkum"]', ""), encoding="utf-8")
    with pytest.raises(GeoError) as refused:
        read_network(path)
    assert len(refused.value.problems) == 2
    assert str(refused.value) == "\n".join(refused.value.problems)


def test_a_ring_of_two_points_is_refused(tmp_path: Path) -> None:
    path = _damaged(tmp_path, "# Innere Grenzen", "strich = [[7.8,51.7],[7.81,51.7],[7.8,51.7]]")
    path = _damaged_again(path, "[flaechen]", '[flaechen]\nstrich = ["strich"]')
    with pytest.raises(
        GeoError, match="strich: Ring hat nur 2 verschiedene Punkte; erwartet: mindestens drei"
    ):
        read_network(path)


def test_overlapping_faces_are_refused(tmp_path: Path) -> None:
    """A triangle of its own edges, drawn on top of Rhynern."""
    path = _damaged(
        tmp_path, "# Innere Grenzen", "insel = [[7.85,51.62],[7.86,51.62],[7.86,51.63],[7.85,51.62]]"
    )
    path = _damaged_again(path, "[flaechen]", '[flaechen]\ninsel = ["insel"]')
    path = _damaged_again(path, "[sozialraeume]", '[sozialraeume]\nkolonie = ["insel"]')
    path = _damaged_again(path, "[stadtbezirke]", '[stadtbezirke]\nkolonie = ["insel"]')
    with pytest.raises(GeoError, match=r"netz.toml, \[flaechen\]: Überlappung von „insel“ und „rhynern“"):
        read_network(path)


def _damaged_again(path: Path, old: str, new: str) -> Path:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "netz.toml: Datei nicht lesbar"),
        (b"[kanten]\nx = 1\nx = 2\n", "netz.toml: kein gültiges TOML"),
        ("[kanten] # Außen".encode("latin-1"), "netz.toml: Zeichen ab Byte 13 unlesbar; erwartet: UTF-8"),
        (b"kanten = []", r"netz.toml, \[kanten\]: keine Tabelle mit Einträgen"),
    ],
)
def test_an_unreadable_network_is_refused(tmp_path: Path, content: bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / "netz.toml").write_bytes(content)
    with pytest.raises(GeoError, match=message):
        read_network(tmp_path / "netz.toml")
