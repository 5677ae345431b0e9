"""The map, its legend and the strips: well-formed, named, linked, escaped, legible."""

from __future__ import annotations

import math
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from figures_world import CITY, NAMES, SCALE, area, areas, hidden, ordered, shapes
from hypothesis import given
from hypothesis import strategies as st

from dashboard.display import AreaValue, Scale, Shape
from dashboard.figures import theme
from dashboard.figures.city_map import city_map, compact_legend, legend
from dashboard.figures.city_map.fill import Paint, class_of
from dashboard.figures.city_map.geometry import Box, around, inside, place, rings, touches
from dashboard.figures.city_map.label import bare_number, halves
from dashboard.figures.city_map.labels import PLANE, letter
from dashboard.figures.strip import axis, domain, strip
from dashboard.figures.ticks import EMPTY_DOMAIN
from dashboard.geo.network import polygons, read_network
from dashboard.geo.shapes import shapes as outlines

NETWORK = Path(__file__).resolve().parents[1].parent / "shared" / "geodata" / "grenznetz.toml"
WORDS = {"title": "Die neun Sozialräume", "description": "Übergangsquote", "unit_label": "Anteil in Prozent"}


def drawn(values: dict[str, AreaValue], **changes: object) -> Element:
    given: dict[str, object] = {"mode": "classes", **WORDS, **changes}
    return ElementTree.fromstring(city_map(shapes(), values, SCALE, **given))  # type: ignore[arg-type]


def found(root: Element, name: str, class_: str | None = None) -> list[Element]:
    return [
        node
        for node in root.iter()
        if node.tag.endswith(f"}}{name}") and (class_ is None or class_ in (node.get("class") or "").split())
    ]


def texts(root: Element, class_: str) -> list[str]:
    return ["".join(node.itertext()) for group in found(root, "g", class_) for node in found(group, "text")]


def test_every_area_is_a_named_link() -> None:
    sentences = {slug: f"In {name} sind es viele." for slug, name in NAMES.items()}
    links = found(drawn(areas(), sentences=sentences), "a")
    assert [link.get("data-raum") for link in links] == list(NAMES)
    assert [link.get("href") for link in links] == [f"/?raum={slug}" for slug in NAMES]
    assert [link.find("{*}title").text for link in links] == list(sentences.values())  # type: ignore[union-attr]


def test_group_keeps_its_links_reachable() -> None:
    root = drawn(areas(), ident="zwei")
    assert root.get("role") == "group"
    ids = {node.get("id") for node in root.iter()}
    assert {root.get("aria-labelledby"), root.get("aria-describedby"), "zwei-schraffur"} <= ids


def test_still_picture_has_no_links() -> None:
    root = drawn(areas(), link=False)
    assert not found(root, "a")
    assert root.get("role") == "img"
    assert len(found(root, "g", "area")) == 9


def test_names_are_escaped() -> None:
    evil = "Mitte <script>&\"'"
    values = areas(mitte=area("mitte", name=evil, short_name=evil, href='/?a="><script>'))
    svg = city_map(shapes(), values, SCALE, mode="classes", **WORDS)
    assert "<script" not in svg
    link = next(node for node in found(ElementTree.fromstring(svg), "a") if node.get("data-raum") == "mitte")
    assert link.get("href") == '/?a="><script>'
    assert evil in str(link.find("{*}title").text)  # type: ignore[union-attr]


def test_no_address_but_the_namespace() -> None:
    svg = city_map(shapes(), areas(), SCALE, mode="classes", **WORDS)
    assert svg.count("http") == svg.count('xmlns="http://www.w3.org/2000/svg"') == 1


def test_both_label_sets_and_only_the_wide_one_shows() -> None:
    root = drawn(areas())
    wide, small = found(root, "g", "map-wide"), found(root, "g", "map-compact")
    assert wide[0].get("display") is None
    assert small[0].get("display") == "none"
    assert {"Mitte", "36,8\u202f%"} <= set(texts(root, "map-wide"))
    assert "36,8" in texts(root, "map-compact")
    assert "Mitte" not in texts(root, "map-compact")


def test_compact_map_has_bare_numbers_only() -> None:
    root = drawn(areas(), compact=True)
    assert not found(root, "g", "map-wide")
    assert found(root, "g", "map-compact")[0].get("display") is None


def test_missing_values_are_hatched_and_say_x() -> None:
    root = drawn(areas(mitte=hidden("mitte"), pelkum=area("pelkum", value=math.nan, text="…")))
    fills = {link.get("data-raum"): found(link, "path")[0].get("fill") for link in found(root, "a")}
    assert fills["mitte"] == fills["pelkum"] == "url(#karte-schraffur)"
    assert "x" in texts(root, "map-wide")
    assert "nan" not in ElementTree.tostring(root, "unicode").lower()


def test_area_without_any_value_is_drawn_without_link() -> None:
    values = areas()
    del values["mitte"]
    root = drawn(values)
    assert [node.get("data-raum") for node in found(root, "g", "area")] == ["mitte"]


def test_focus_outline_is_drawn_above_all_areas() -> None:
    root = drawn(areas(hamm_norden=area("hamm-norden", focused=True)))
    kinds = [(node.tag.rpartition("}")[2], node.get("class") or "") for node in root.iter()]
    assert kinds.index(("path", "map-outline")) > max(i for i, kind in enumerate(kinds) if kind[0] == "a")
    assert [link.get("data-raum") for link in found(root, "a") if link.get("aria-current")] == ["hamm-norden"]


@pytest.mark.parametrize(
    ("sign", "colour"), [("better", theme.PETROL), ("worse", theme.ORANGE), ("same", theme.GREY_TEXT)]
)
def test_focus_mode_colours_one_area_and_fades_the_rest(sign: str, colour: str) -> None:
    root = drawn(areas(rhynern=area("rhynern", sign=sign, focused=True)), mode="focus", compact=True)
    fills = {link.get("data-raum"): found(link, "path")[0].get("fill") for link in found(root, "a")}
    assert fills.pop("rhynern") == colour
    assert set(fills.values()) == {theme.FADED}
    assert {"Rhynern", "41,2\u202f%"} <= set(texts(root, "map-compact"))


def test_without_classes_the_sign_colours() -> None:
    paint = Paint("classes", None, "k")
    assert paint.fill(area("mitte", sign="better")) == theme.PETROL
    assert paint.fill(area("mitte", sign="worse")) == theme.ORANGE
    assert paint.fill(area("mitte", sign="same")) == theme.FADED


@pytest.mark.parametrize(("value", "number"), [(24.9, 0), (25.0, 1), (44.9, 4), (45.0, 5), (99.0, 5)])
def test_a_value_on_a_limit_belongs_above(value: float, number: int) -> None:
    assert class_of(value, SCALE) == number


def boxes(values: dict[str, AreaValue], tiles: list[Shape], *, compact: bool) -> tuple[Box, ...]:
    paint = Paint("classes", SCALE, "k")
    return letter(tiles, values, paint, "Anteil in Prozent", compact=compact).boxes


@pytest.mark.parametrize("compact", [False, True])
def test_no_two_labels_overlap_and_the_sliver_is_labelled_outside(compact: bool) -> None:
    placed = boxes(areas(), shapes(), compact=compact)
    assert len(placed) == 10  # nine labels and the unit
    assert not [pair for pair in combinations(placed, 2) if pair[0].overlaps(pair[1])]
    assert not touches(placed[8], shapes())


def test_a_leader_goes_above_where_no_ground_is_free() -> None:
    packed = [
        Shape(s.area, s.path, s.label_x, s.label_y, s.label_width, 560, 560) for s in shapes(small="mitte")
    ]
    full = [*packed, Shape("rest", "M-9-9L569-9L569 569L-9 569Z", 280, 280, 560, 560, 560)]
    assert min(box.y for box in boxes(areas(), full, compact=False)) < 0


@pytest.mark.skipif(not NETWORK.exists(), reason="boundary network not beside the repository")
@pytest.mark.parametrize("compact", [False, True])
def test_labels_of_the_real_city_stay_apart(compact: bool) -> None:
    real = list(outlines(polygons(read_network(NETWORK), "sozialraum")).values())
    placed = boxes(areas(), real, compact=compact)
    assert len(placed) == 10
    assert not [pair for pair in combinations(placed, 2) if pair[0].overlaps(pair[1])]


@pytest.mark.skipif(not NETWORK.exists(), reason="boundary network not beside the repository")
def test_labels_side_by_side_leave_room_for_a_wider_font() -> None:
    real = list(outlines(polygons(read_network(NETWORK), "sozialraum")).values())
    *labels, _unit = boxes(areas(), real, compact=False)
    gap = 10.0 * real[0].width / PLANE
    wider = [Box(box.x - gap / 2, box.y, box.width + gap, box.height) for box in labels]
    assert not [pair for pair in combinations(wider, 2) if pair[0].overlaps(pair[1])]


def test_a_partition_without_outlines_says_so() -> None:
    svg = city_map([], areas(), SCALE, mode="classes", **WORDS)
    assert "keine Umrisse" in "".join(ElementTree.fromstring(svg).itertext())


def test_relative_and_absolute_paths_give_the_same_ring() -> None:
    assert rings("M10 10l5 0 0 5-5 0z") == rings("M10,10L15,10L15,15L10,15Z")
    assert len(rings("M0 0l9 0 0 9zM3 3l1 0 0 1z")) == 2
    assert rings("") == ()


@given(st.floats(0, 10), st.floats(0, 10))
def test_inside_a_square_with_a_hole(x: float, y: float) -> None:
    outline = rings("M0 0L10 0L10 10L0 10ZM4 4L6 4L6 6L4 6Z")
    if not (x in (0, 4, 6, 10) or y in (0, 4, 6, 10)):
        assert inside((x, y), outline) is not (4 < x < 6 and 4 < y < 6)


@given(st.floats(1, 200), st.floats(1, 200))
def test_a_placed_label_lies_inside_its_area(width: float, height: float) -> None:
    tile = shapes()[4]
    middle = place(tile, width, height)
    if middle is None:
        assert max(width, height) > 90
    else:
        assert all(inside(corner, rings(tile.path)) for corner in around(*middle, width, height).rim())


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("21,9\u202f%", "21,9"),
        ("−3,1\u202f%", "−3,1"),
        ("179.968 Personen", "179.968"),
        ("27,1\u00a0Mio.\u00a0€", "27,1"),
        ("Stufe 2,4 (1–9)", "2,4"),
        ("x", "x"),
        ("…", "…"),
    ],
)
def test_bare_numbers(words: str, number: str) -> None:
    assert bare_number(words) == number


def test_names_break_after_a_hyphen() -> None:
    assert halves("Hamm-Norden") == ("Hamm-", "Norden")
    assert halves("Mitte") == ("Mitte",)


def test_legend_names_every_class_and_the_missing_ones() -> None:
    root = ElementTree.fromstring(legend(SCALE))
    assert ["".join(node.itertext()) for node in root] == [*SCALE.labels, "keine Angabe"]
    assert all(colour in legend(SCALE) for colour in theme.SEQUENTIAL)
    assert "keine Angabe" not in legend(SCALE, missing="")
    assert SCALE.legend in compact_legend(SCALE)
    assert legend(None) == compact_legend(None) == ""


def test_legend_escapes() -> None:
    assert "<i>" not in legend(Scale((1,), ("<i>", "&"), "<i>"))


def test_domain_is_shared_round_and_contains_everything() -> None:
    low, high = domain(ordered(areas()), CITY)
    assert (low, high) == (10, 60)
    assert [tick.text for tick in axis((low, high))] == ["10", "20", "30", "40", "50", "60"]


def test_domain_without_any_number() -> None:
    nothing = type(CITY)(None, None, None, "…", "Stadt Hamm …")
    assert domain([hidden("mitte")], nothing) == domain([], nothing) == EMPTY_DOMAIN


def test_strip_draws_at_shares_of_the_width() -> None:
    root = ElementTree.fromstring(strip(area("mitte"), CITY, (10, 60)))
    assert found(root, "circle")[0].get("cx") == "53.60%"
    dashed = [node for node in found(root, "line") if node.get("stroke-dasharray")]
    assert [node.get("x1") for node in dashed] == ["43.80%"]
    assert root.get("aria-hidden") == "true"


def test_strip_of_a_hidden_value_shows_nothing_of_it() -> None:
    root = ElementTree.fromstring(strip(hidden("mitte"), CITY, (10, 60)))
    assert not found(root, "circle")
    assert not [node for node in found(root, "line") if node.get("stroke-opacity")]


def test_published_strip_is_a_diamond_and_same_is_hollow() -> None:
    assert not found(
        ElementTree.fromstring(strip(area("uentrop", origin="published"), CITY, (0, 9))), "circle"
    )
    assert (
        found(ElementTree.fromstring(strip(area("mitte"), CITY, (0, 99))), "circle")[0].get("fill")
        == "#ffffff"
    )
