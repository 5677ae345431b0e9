"""Pictures of the page on transitions, and the arithmetic behind them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.difference import newcombe, wilson
from dashboard.analysis.intervals import share_interval
from dashboard.answers.uebergaenge.rounding import around, row
from dashboard.display import Sign
from dashboard.figures.apart import Apart, apart_limits, apart_strip, paths
from dashboard.figures.contrast import ratio, text_on
from dashboard.figures.dissimilarity import dissimilarity_svg
from dashboard.figures.shares import HUES, Segment, share_bar
from dashboard.figures.side_bars import side_bar
from dashboard.model import Status
from dashboard.store.facts import Fact
from dashboard.wording.numbers import rounded

SVG = "{http://www.w3.org/2000/svg}"


def fact(x: int | None, n: int, status: Status = "valid") -> Fact:
    value = None if x is None else 100 * x / n
    known = (
        "uebergang-gymnasium",
        "mitte",
        2024,
        "",
        value,
        x,
        n,
        None,
        status,
        "demo",
        "s",
        "hoch",
        "",
        "",
        0,
    )
    return Fact(*known, *[None] * (len(Fact._fields) - len(known) - 1))  # type: ignore[arg-type]


def rects(svg: str) -> list[tuple[float, float]]:
    def share(part: ET.Element, name: str) -> float:
        return float(part.get(name, "0").rstrip("%"))

    return [(share(part, "x"), share(part, "width")) for part in ET.fromstring(svg).iter(f"{SVG}rect")]


@pytest.mark.parametrize(
    ("x1", "n1", "x2", "n2", "lower", "upper"),
    [  # Newcombe (1998), table II, method 10
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
        (0, 10, 0, 10, -0.2775, 0.2775),
        (10, 10, 0, 20, 0.6791, 1.0),
        (10, 10, 0, 10, 0.6075, 1.0),
    ],
)
def test_the_interval_of_a_difference_is_newcombes(
    x1: int, n1: int, x2: int, n2: int, lower: float, upper: float
) -> None:
    found = newcombe(x1, n1, x2, n2)
    assert found is not None
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=5e-5)


@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_without_libraries_is_the_one_of_the_release(counts: tuple[int, int]) -> None:
    lower, upper = share_interval(*counts)
    assert wilson(*counts) == pytest.approx((float(lower), float(upper)), abs=1e-12)


@pytest.mark.parametrize("bad", [(1, 0, 1, 2), (3, 2, 1, 2), (-1, 2, 1, 2), (1, 2, float("nan"), 2)])
def test_what_is_no_share_has_no_difference(bad: tuple[float, float, float, float]) -> None:
    assert newcombe(*bad) is None


forms = st.lists(st.integers(0, 400), min_size=2, max_size=7).filter(lambda counts: sum(counts) > 0)


@given(forms)
def test_printed_shares_add_up_to_a_hundred_and_the_first_is_rounded_by_itself(counts: list[int]) -> None:
    n = sum(counts)
    cells = row([(str(place), fact(x, n)) for place, x in enumerate(counts)])
    printed = [cell.printed for cell in cells]
    assert sum(round((share or 0) * 10) for share in printed) == 1000
    assert printed[0] == float(rounded(100 * counts[0] / n, 1))
    assert all(abs((cell.printed or 0) - (cell.share or 0)) < 0.15 for cell in cells)


@given(st.lists(st.integers(0, 300), min_size=3, max_size=3).filter(lambda counts: sum(counts) > 0))
def test_the_middle_of_three_takes_up_the_rounding(counts: list[int]) -> None:
    cells = around([(str(place), fact(x, sum(counts))) for place, x in enumerate(counts)])
    assert sum(round((cell.printed or 0) * 10) for cell in cells) == 1000
    for place in (0, 2):
        assert cells[place].printed == float(rounded(100 * counts[place] / sum(counts), 1))


@pytest.mark.parametrize("hidden", [0, 1, 2])
def test_never_exactly_one_cell_of_a_row_is_hidden(hidden: int) -> None:
    facts = [fact(None if place < hidden else x, 100, "hidden" if place < hidden else "valid")
             for place, x in enumerate((20, 30, 50))]  # fmt: skip
    named = [(str(place), one) for place, one in enumerate(facts)]
    for cells in (row(named), around(named)):
        assert sum(cell.hidden for cell in cells) != 1
        assert all(cell.share is None and cell.printed is None for cell in cells if cell.hidden)


@given(forms)
def test_a_row_of_shares_is_drawn_from_zero_without_gaps(counts: list[int]) -> None:
    total = sum(counts)
    parts = [Segment(str(place), 100 * x / total, "1,0", "form", place) for place, x in enumerate(counts)]
    drawn = rects(share_bar(parts, ident="x"))
    edge = 0.0
    for (start, width), part in zip(drawn, parts, strict=True):
        assert start == pytest.approx(edge, abs=0.01)
        assert width == pytest.approx(part.share, abs=0.01)
        edge += part.share


def test_hidden_parts_show_one_x_and_no_number() -> None:
    svg = share_bar(
        (Segment("Gymnasium", 60, "60,0", "form"), Segment("geschützt", 40, "x", "hidden")), ident="x"
    )
    words = [part.text for part in ET.fromstring(svg).iter(f"{SVG}text")]
    assert words == ["60,0", "x"]
    assert "40" not in re.sub(r'="[^"]*"', "", svg)


def test_labels_on_every_hue_can_be_read_and_hues_grow_lighter() -> None:
    assert all(ratio(text_on(hue), hue) >= 4.5 for hue in HUES)
    light = [sum(int(hue[place : place + 2], 16) for place in (1, 3, 5)) for hue in HUES]
    assert light == sorted(light)


def test_names_never_become_markup() -> None:
    svg = share_bar((Segment('<b a="1">', 100, "<i>", "form"),), ident="x")
    assert "<b" not in svg
    assert "<i>" not in svg


differences = st.floats(-100, 100)


@given(
    st.lists(
        st.tuples(differences, st.floats(0, 30), st.sampled_from(["better", "worse", "same"])), min_size=1
    )
)
def test_all_differences_lie_on_a_scale_around_zero(rows: list[tuple[float, float, Sign]]) -> None:
    known = [Apart(value, value - half, value + half, sign) for value, half, sign in rows]
    low, high = apart_limits(known)
    assert low == -high
    assert all(low <= (part or 0) <= high for one in known for part in (one.value, one.lower, one.upper))
    for one in known:
        ET.fromstring(apart_strip(one, (low, high), others=[0.0]))


def test_the_line_through_the_chain_stops_where_a_station_has_no_value() -> None:
    rows = [Apart(value, None, None, "same") for value in (-5.0, 5.0, None, 0.0)]
    found = paths(rows, (-10, 10))
    assert (found[0].above, found[1].below) == (None, None)
    assert (found[0].below, found[1].above) == pytest.approx((0.5, 0.5))
    assert (found[3].above, found[3].below) == (None, None)
    assert "path" not in apart_strip(rows[2], (-10, 10), path=found[2])


def test_nothing_is_drawn_of_a_hidden_difference() -> None:
    drawn = ET.fromstring(apart_strip(Apart(None, None, None, "hidden"), (-10, 10)))
    assert list(drawn.iter(f"{SVG}path")) == []


@pytest.mark.parametrize(("d", "hollow"), [(20.0, False), (13.0, True), (5.0, True), (80.0, False)])
def test_an_index_inside_the_chance_band_is_hollow(d: float, hollow: bool) -> None:
    drawn = ET.fromstring(dissimilarity_svg(d, 10.0, 13.0, f"{d} %", title="D"))
    circle = next(drawn.iter(f"{SVG}circle"))
    assert (circle.get("fill") == "#ffffff") is hollow
    assert 0 <= float(circle.get("cx", "").rstrip("%")) <= 100


@pytest.mark.parametrize(
    ("share", "width"), [(None, 0.0), (0.0, 0.0), (5.0, 25.0), (20.0, 100.0), (30.0, 100.0)]
)
def test_side_bars_leave_the_middle(share: float | None, width: float) -> None:
    left, right = (rects(side_bar(share, 20.0, leftward=leftward))[0] for leftward in (True, False))
    assert left == pytest.approx((100 - width, width))
    assert right == pytest.approx((0.0, width))
