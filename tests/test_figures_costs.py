"""The pictures of the page on costs: heights that are the amounts, names that are never markup."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from dashboard.figures.icicle import Cell, Column, Icicle, icicle
from dashboard.figures.money_frame import spread
from dashboard.figures.scenario_chart import Ahead, ScenarioChart, scenario_chart
from dashboard.figures.stack import HATCHED, Layer, Stack, stack
from dashboard.figures.waterfall import Bar, Waterfall, waterfall

EVIL = '<script>"&'
SVG = "{http://www.w3.org/2000/svg}"


def drawn(markup: str) -> ElementTree.Element:
    assert "nan" not in markup
    assert "<script" not in markup
    return ElementTree.fromstring(markup)


def rects(root: ElementTree.Element) -> list[dict[str, float]]:
    found = []
    for rect in root.iter(f"{SVG}rect"):
        if "y" in rect.attrib:
            found.append({name: float(rect.attrib[name]) for name in ("x", "y", "width", "height")})
    return found


def a_stack(years: tuple[int, ...] = (2008, 2009, 2010)) -> Stack:
    layers = (
        Layer(EVIL, ("a",), dict.fromkeys(years, 30.0), "#0c4a50"),
        Layer("b", ("+3 % seit 2008",), dict.fromkeys(years, 10.0), HATCHED),
    )
    return Stack(
        EVIL, "Mio. €", years, layers, {2010: "40,0"}, {2010: EVIL}, 2010, {2008: (39.0, EVIL)}, {2010: 20.0}
    )


@pytest.mark.parametrize("width", [1200, 600, 340])
def test_layers_stand_on_each_other_in_proportion(width: float) -> None:
    root = drawn(str(stack(a_stack(), width, 300)))
    columns = [rect for rect in rects(root) if rect["height"] > 1 and rect["width"] > 10][:3]
    assert columns[0]["height"] == pytest.approx(3 * columns[1]["height"], abs=0.1)
    assert columns[1]["y"] + columns[1]["height"] == pytest.approx(columns[0]["y"], abs=0.02)


def test_a_missing_year_is_a_gap() -> None:
    full = a_stack((2008, 2009, 2010))
    values = dict.fromkeys((2008, 2010), 30.0)
    gap = Stack("x", "Mio. €", (2008, 2009, 2010), (Layer("a", (), values, "#0c4a50"),), {}, {}, 2010, {}, {})
    assert len(rects(drawn(str(stack(full, 600, 300))))) > len(rects(drawn(str(stack(gap, 600, 300)))))
    places = {rect["x"] for rect in rects(drawn(str(stack(gap, 600, 300)))) if rect["height"] > 50}
    assert len(places) == 3  # two columns, and the outline of the shown one


def test_an_empty_stack_is_drawn() -> None:
    assert drawn(str(stack(Stack("x", "€", (), (), {}, {}, 0, {}, {}), 600, 300))) is not None


@pytest.mark.parametrize("width", [660, 340])
def test_a_waterfall_carries_its_level_on(width: float) -> None:
    bars = (
        Bar("2010", "", 0, 27.0, "27,0", True),
        Bar("Fallzahl", "mehr", 27.0, 45.0, "+18,0"),
        Bar("Mix", EVIL, 45.0, 40.0, "−5,0"),
        Bar("2025", "", 0, 40.0, "40,0", True),
    )
    found = rects(drawn(str(waterfall(Waterfall(EVIL, "Mio. €", bars), width, 300))))
    assert found[1]["y"] + found[1]["height"] == pytest.approx(found[0]["y"], abs=0.02)
    assert found[2]["y"] == pytest.approx(found[1]["y"], abs=0.02)
    assert found[3]["y"] == pytest.approx(found[2]["y"] + found[2]["height"], abs=0.02)


def test_an_icicle_links_what_leads_on_and_keeps_proportions() -> None:
    cells = (
        Cell("a", EVIL, ("75 %",), 0.0, 0.75, "#0c4a50", "/kosten?x=1&y=2", EVIL, True),
        Cell("rest", "geschützt", ("25 %",), 0.75, 1.0, HATCHED, "", "geschützt"),
    )
    root = drawn(str(icicle(Icicle("Baum", (Column("Bereich", cells, 1.0),), None), 600, 400)))
    links = list(root.iter(f"{SVG}a"))
    assert [link.attrib["href"] for link in links] == ["/kosten?x=1&y=2"]
    assert links[0].attrib["aria-label"] == EVIL
    big, small = [rect for rect in rects(root) if rect["width"] > 590 and rect["height"] > 50][:2]
    assert big["height"] == pytest.approx(3 * small["height"], abs=0.1)


def test_a_scenario_shows_where_the_rise_ends() -> None:
    observed = {2023: 50.0, 2025: 60.0}  # 2024 is missing: two pieces
    ahead = {2025: 60.0, 2030: 90.0}
    shown = ScenarioChart(
        "x", "Mio. €", observed, "60,0", Ahead(ahead, "Trend 2030", "90"), Ahead(ahead, EVIL, "90"),
        (2027, 70.0, ("Anstieg endet 2027", "bei 70")), 2030,
    )  # fmt: skip
    for width in (1200, 340):
        markup = str(scenario_chart(shown, width, 300))
        root = drawn(markup)
        lines = list(root.iter(f"{SVG}polyline"))
        assert [line.attrib.get("stroke-dasharray") for line in lines] == [None, None, "2,4", "7,4"]
        assert "Anstieg endet 2027" in markup
    without = str(
        scenario_chart(ScenarioChart("x", "€", observed, "", shown.trend, shown.trend, None, 2030), 600, 300)
    )
    assert "Anstieg" not in without


@pytest.mark.parametrize("wanted", [[0.0, 1.0, 2.0], [90.0, 95.0, 99.0], [10.0, 50.0, 90.0], []])
def test_labels_keep_their_distance(wanted: list[float]) -> None:
    found = spread(wanted, 20, 0, 100)
    assert all(after - before >= 20 - 1e-9 for before, after in zip(found, found[1:], strict=False))
    assert all(place <= 100 for place in found)
    assert not re.search("nan", str(found))
