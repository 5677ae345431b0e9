"""The page of one indicator: what it says, what it never says, and that its parts agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis import compare
from dashboard.answers.desk import Desk
from dashboard.answers.karte import answer as karte_answer
from dashboard.answers.kennzahl import KennzahlAnswer, answer, figures
from dashboard.answers.kennzahl.change import change_p, holm
from dashboard.components.kennzahl import KEYS, changes
from dashboard.factory import create_app
from dashboard.pages.kennzahl import SHEET, layout
from dashboard.settings import ROOT, Settings
from dashboard.share.html import to_html
from dashboard.state import KARTE, KENNZAHL
from dashboard.store.facts import Fact

GYMNASIUM = "uebergang-gymnasium"
VIEWS: tuple[dict[str, str], ...] = ({}, {"raum": "mitte", "ansicht": "vergleich"}, {"ansicht": "abstand"})


@pytest.fixture(scope="module")
def client(release_url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(release_url, ROOT))
    yield app.server.test_client()
    app.close()


def asked(desk: Desk, kennzahl: str = GYMNASIUM, **query: str) -> KennzahlAnswer:
    return desk.ask(KENNZAHL, {"kennzahl": kennzahl, **query}, answer)


def everything(found: KennzahlAnswer) -> str:
    """All words and numbers of the page as one text."""
    return re.sub(r"<[^>]+>", " ", str(to_html(layout(found))))


def indicators(desk: Desk) -> list[str]:
    return list(desk.asking(KENNZAHL, {}).catalogue.indicators)


def test_every_indicator_has_a_page_that_says_something(desk: Desk) -> None:
    for index, kennzahl in enumerate(indicators(desk)):
        query = VIEWS[index % len(VIEWS)]  # all three views, spread over the indicators
        found = asked(desk, kennzahl, **query)
        page = str(to_html(layout(found)))
        names = Counter(re.findall(r' id="([^"]+)"', page))
        assert found.said.headline, kennzahl
        assert "None" not in re.sub(r"<[^>]+>", " ", page), (kennzahl, query)
        assert [name for name, count in names.items() if count > 1] == [], (kennzahl, query)


@pytest.mark.parametrize("query", [{}, {"raum": "hamm-norden", "ansicht": "abstand"}, {"werte": "dreijahr"}])
def test_a_change_sets_every_property_and_each_is_on_the_page(desk: Desk, query: dict[str, str]) -> None:
    found = asked(desk, **query)
    assert set(changes(found)) == set(KEYS)
    assert len(set(KEYS)) == len(KEYS)
    on_page = {getattr(node, "id", None) for node in walk(layout(found))}
    assert {key.rsplit(".", 1)[0] for key in KEYS} <= on_page


def walk(node: Any) -> Iterator[Any]:
    yield node
    children = getattr(node, "children", None)
    for child in children if isinstance(children, list | tuple) else [children]:
        if child is not None and not isinstance(child, str | int | float):
            yield from walk(child)


def test_a_hidden_value_is_nowhere_on_the_page(desk: Desk) -> None:
    found = asked(desk, "uebergang-hauptschule", raum="uentrop")
    own = next(value for value in found.areas if value.area == "uentrop")
    assert (own.text, own.value, own.lower) == ("x", None, None)
    assert [tile.tile.value for tile in found.tiles][0] == "geschützt"
    assert found.tiles[2].tile.value == "geschützt"
    assert found.developing.history.projection is None
    latest = found.developing.table.rows[0]
    assert latest[1] == "x"
    assert set(latest[2:5]) == {"–"}
    focus = next(series for series in found.developing.history.series if series.focused)
    hidden = [point for point in focus.points if point.text == "x"]
    assert hidden
    assert all(point.value is None and point.upper is None for point in hidden)
    row = next(row for row in found.between.rows if row.area == "uentrop")
    assert row.change_text == ""


def test_an_indicator_without_values_names_the_delivery_and_draws_nothing(desk: Desk) -> None:
    found = asked(desk, "schulsozialindex")
    assert "keine Werte" in found.said.headline
    assert "die Lücke schließt eine Lieferung" in found.said.detail
    parts = (found.developing, found.between, found.apart, found.split)
    assert [part.there for part in parts] == [False] * 4
    assert found.tiles == ()
    assert not any(link.offered for link in found.views)
    assert "schulsozialindex" in dict(found.controls.selects[1].options)


def test_values_of_the_city_alone_make_a_page(desk: Desk) -> None:
    found = asked(desk, "schueler-gesamt")
    assert not found.developing.entries
    assert not found.apart.there
    assert "Stadt Hamm" in found.tiles[0].tile.label
    assert dict(found.controls.selects[2].options) == {}


def test_published_districts_are_never_judged_by_values_of_another_line(desk: Desk) -> None:
    found = asked(desk, ebene="stadtbezirk")
    assert found.foot.origin == "published"
    assert found.developing.history.projection is None
    assert found.tiles[2].target == "open"
    names = {entry.name for entry in found.developing.entries}
    assert "Hamm-Norden" not in names
    assert {series.area for series in found.developing.history.series} & {"hamm-norden"} == set()


def test_each_view_says_what_it_is_about(desk: Desk) -> None:
    plain, gap, two = (asked(desk, ansicht=view) for view in ("", "abstand", "vergleich"))
    assert len({found.said.headline for found in (plain, gap, two)}) == 3
    assert "Abstand" in gap.said.headline
    assert "Zufall" in gap.said.detail
    assert two.between.first_label in two.said.detail
    for found in (plain, gap, two):
        assert found.said.copy_text.startswith("Beispieldaten")
        assert f"Datenstand {found.foot.release}" in found.said.copy_text


def test_the_gap_comes_with_band_interval_definition_and_convergence(desk: Desk) -> None:
    card = asked(desk, ansicht="abstand").apart
    assert all(point.chance_p95 is not None for point in card.points)
    assert any(point.lower is not None for point in card.spread)
    named = [name for name, _, _ in card.measures]
    assert {"Abstand", "SII", "Wahre Streuung", "BGSD"} <= set(named)
    assert any("95-%-Bereich" in note and "SII" in note for note in card.notes)
    assert any("geordnet" in note for note in card.notes)
    assert any("angenähert" in note or "Annäherung" in note for note in card.notes)


def test_amounts_have_no_gap_and_their_city_is_not_drawn_among_the_areas(desk: Desk) -> None:
    found = asked(desk, "hze-aufwendungen", raum="mitte")
    assert not found.apart.there
    assert found.developing.history.city.points == ()
    assert found.tiles[0].tile.label == "Anteil an der Stadt"
    whole = asked(desk, "hze-aufwendungen")
    assert whole.developing.history.city.points


def test_three_year_values_are_named_by_their_years(desk: Desk) -> None:
    query = {"kennzahl": "guter-start-bedarf", "werte": "dreijahr"}
    rows = desk.ask(KENNZAHL, query, figures).rows
    assert {row.zeitraum for row in rows} >= {"2023–2025", "2009–2011"}
    found = asked(desk, "guter-start-bedarf", werte="dreijahr", raum="mitte")
    assert found.developing.history.pooled
    assert found.said.period == "2023–2025"
    assert "2023–2025" in found.said.detail
    single = asked(desk, "guter-start-bedarf", raum="mitte")
    assert not single.developing.history.pooled
    by_year = {row[0]: row for row in single.developing.table.rows}
    sizes = [int(by_year[year][4]) for year in ("2023", "2024", "2025")]
    assert found.developing.table.rows[0][4] == str(sum(sizes))


def test_a_window_with_a_hidden_year_in_it_is_hidden(desk: Desk) -> None:
    found = asked(desk, "guter-start-anschluss", raum="rhynern", werte="dreijahr")
    single = asked(desk, "guter-start-anschluss", raum="rhynern")
    cells = {row[0]: row[1] for row in single.developing.table.rows}
    assert cells["2025"] == "x"
    pooled = {row[0]: row[1] for row in found.developing.table.rows}
    assert pooled["2023–2025"] == "x"


def test_three_year_values_are_only_offered_where_there_are_any(desk: Desk) -> None:
    for kennzahl, offered in ((GYMNASIUM, 0), ("guter-start-bedarf", 2)):
        selects = {select.name: select for select in asked(desk, kennzahl).controls.selects}
        assert len(selects["werte"].options) == offered


def test_the_first_of_two_years_is_written_only_when_it_differs(desk: Desk) -> None:
    default = asked(desk, ansicht="vergleich", seit="2008")
    assert "seit" not in default.address
    chosen = asked(desk, ansicht="vergleich", seit="2015", raum="uentrop")
    assert "seit=2015" in chosen.address
    assert chosen.between.first_label == "2015/16"
    wrong = asked(desk, ansicht="vergleich", seit="1066")
    assert any("1066" in notice for notice in wrong.said.notices)


def test_nothing_is_compared_across_a_break(desk: Desk) -> None:
    found = asked(desk, "uebergang-hauptschule", ansicht="vergleich", seit="2009")
    assert found.between.first_label == "2012/13"
    assert found.developing.history.breaks


def test_categories_are_bars_that_choose_themselves(desk: Desk) -> None:
    found = asked(desk, "hze-faelle", raum="mitte")
    assert len(found.split.bars) == 10
    assert all(f"raum={found.view.raum}" in bar.href and "merkmal=" in bar.href for bar in found.split.bars)
    chosen = asked(desk, "hze-faelle", raum="mitte", merkmal="heimerziehung")
    back = next(bar for bar in chosen.split.bars if bar.chosen)
    assert "merkmal" not in back.href
    shares = asked(desk, "empfehlung-schulform")
    catalogue = desk.asking(KENNZAHL, {}).catalogue.indicators["empfehlung-schulform"]
    titles = [category.title for category in catalogue.breakdowns[0].categories]
    assert [bar.name for bar in shares.split.bars] == titles


def test_measures_are_listed_with_the_warning(desk: Desk) -> None:
    found = asked(desk, "empfehlung-hoehere-schulform", raum="hamm-norden")
    titles = {line.title for line in found.known.measures}
    catalogue = desk.asking(KENNZAHL, {}).catalogue
    for measure in catalogue.measures.values():
        concerns = measure.life_phase in (found.indicator.life_phase, "alle")
        assert (measure.title in titles) == (concerns and bool({"hamm", "hamm-norden"} & set(measure.areas)))
    assert "Zeitliche Nähe belegt keine Wirkung" in everything(found)


def test_links_between_the_pages_keep_area_category_and_partition(desk: Desk) -> None:
    start = desk.ask(KARTE, {"kennzahl": "hze-faelle", "raum": "mitte", "merkmal": "spfh"}, karte_answer)
    assert start.more[1] == "/kennzahl/hze-faelle?raum=mitte&merkmal=spfh"
    back = asked(desk, "hze-faelle", raum="mitte", merkmal="spfh", jahr="2020").map_link[1]
    assert back == "/?kennzahl=hze-faelle&raum=mitte&jahr=2020&merkmal=spfh"


def test_the_files_hold_every_year_of_every_area(client: FlaskClient) -> None:
    rows = client.get(f"/kennzahl/{GYMNASIUM}.json").get_json()["werte"]
    drawn = [row for row in rows if row["herkunft"] == "demo"]
    assert len(drawn) == 10 * 18
    assert any(row["herkunft"] == "published" for row in rows)
    assert client.get(f"/kennzahl/{GYMNASIUM}.csv?raum=mitte").status_code == 200
    assert client.get("/kennzahl/mondphase.json").status_code == 404
    assert SHEET.read("/kennzahl/uebergang-gymnasium") == {"kennzahl": GYMNASIUM}


def fact(numerator: float | None, denominator: float | None) -> Fact:
    empty: dict[str, Any] = dict.fromkeys(Fact._fields)
    return Fact(**{**empty, "numerator": numerator, "denominator": denominator})


@given(
    st.integers(0, 200), st.integers(1, 200), st.integers(0, 200), st.integers(1, 200),
    st.sampled_from(["share", "rate"]),
)  # fmt: skip
def test_the_test_of_two_periods_is_that_of_the_analysis(a: int, m: int, b: int, k: int, kind: Any) -> None:
    expected = float(compare.two_sided_p([a], [m], [b], [k], kind)[0])
    found = change_p(fact(a, m), fact(b, k), kind)
    assert found == pytest.approx(expected, abs=1e-9) if found is not None else np.isnan(expected)


def test_a_hidden_count_is_not_tested() -> None:
    assert change_p(fact(None, None), fact(3, 10), "share") is None
    assert change_p(fact(3, 10), fact(3, 10), "none") is None


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=9))
def test_holm_is_that_of_the_analysis(p: list[float | None]) -> None:
    expected = compare.holm([np.nan if value is None else value for value in p])
    found = [np.nan if value is None else value for value in holm(p)]
    np.testing.assert_allclose(found, expected)
