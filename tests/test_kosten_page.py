"""What the page on costs says, links and hands out: true against the numbers, in every view."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kosten_world import VIEWS, files, lines, scope, shown
from world import tiny_contents

from dashboard.answers.desk import Desk
from dashboard.answers.kosten.outlook import outlook
from dashboard.answers.kosten.split import split
from dashboard.catalogue.load import load
from dashboard.components.kosten import KEYS, changes
from dashboard.export import figures_csv, figures_json, figures_xlsx
from dashboard.pages.kosten import layout
from dashboard.settings import ROOT
from dashboard.share.html import to_html
from dashboard.state import KOSTEN
from dashboard.store.read import Store
from dashboard.store.write import write_release

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
AREAS = st.sampled_from(["hamm", "mitte", "uentrop", "rhynern", "bockum-hoevel", "hamm-westen"])
YEARS = st.integers(2009, 2025)
AMOUNT = r"(\d{1,3}(?:\.\d{3})*(?:,\d+)?)\u00a0(Mio\.|Tsd\.)\u00a0€"
SIZES = {"Mio.": 10**8, "Tsd.": 10**5}
EXAMPLES: tuple[dict[str, str], ...] = (
    {},
    {"raum": "mitte", "euro": "real", "bezug": "je-1000", "jahr": "2020", "von": "2012"},
    {"ansicht": "ursachen", "raum": "pelkum"},
    {"ansicht": "praevention", "raum": "heessen"},
    {"ansicht": "raeume", "bereich": "stationaer"},
    {"ansicht": "raeume", "merkmal": "tagesgruppe", "raum": "mitte"},
    {"ansicht": "szenario", "faelle": "0.5", "preis": "3", "zieljahr": "2032"},
    {"ansicht": "projekt"},
)


@pytest.fixture(scope="module")
def small_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Over a release of the real catalogue in which nothing is said of costs."""
    url = f"sqlite:///{tmp_path_factory.mktemp('small') / 'monitor.sqlite'}"
    catalogue = load(ROOT / "data" / "catalogue")
    write_release(url, tiny_contents(catalogue=catalogue, observations=(), comparisons=(), trends=()))
    with Store(url) as store:
        yield Desk(store)


def amounts(sentence: str) -> list[tuple[Decimal, int]]:
    """Number and size of its unit in cents, for every amount in a sentence."""
    return [
        (Decimal(digits.replace(".", "").replace(",", ".")), SIZES[unit])
        for digits, unit in re.findall(AMOUNT, sentence)
    ]


def is_rounded(said: tuple[Decimal, int], cents: int, slack: Decimal = Decimal("0.5")) -> bool:
    """Whether a printed amount is this many cents, rounded (by a step more where parts had to add up)."""
    number, size = said
    step = Decimal(size) / 10 ** -int(number.as_tuple().exponent)
    return bool(abs(number * size - cents) <= step * slack)


@QUICK
@given(area=AREAS, year=YEARS, real=st.booleans(), head=st.booleans())
def test_the_first_sentence_says_what_was_booked(
    desk: Desk, area: str, year: int, real: bool, head: bool
) -> None:
    query = {"raum": area, "jahr": str(year)}
    query |= {"euro": "real"} if real else {}
    query |= {"bezug": "je-1000"} if head else {}
    asked, sentence = scope(desk, **query), shown(desk, **query).said.headline
    total = asked.total(asked.year)
    assert total is not None
    assert is_rounded(amounts(sentence)[0], total)
    for digits, word, then in re.findall(r"(\d+,\d)\u202f% (mehr|weniger) als (\d{4})", sentence):
        before = asked.total(int(then))
        assert before
        change = Decimal(digits.replace(",", ".")) * (1 if word == "mehr" else -1)
        assert abs(Decimal(total) / before * 100 - 100 - change) <= Decimal("0.0500001")
    assert f"{asked.year}" in sentence
    assert ("Preisen von 2020" in sentence) == real


@QUICK
@given(area=AREAS, first=YEARS, last=YEARS)
def test_the_decomposition_names_its_parts_and_no_cause(desk: Desk, area: str, first: int, last: int) -> None:
    query = {"ansicht": "ursachen", "raum": area, "von": str(first), "jahr": str(last)}
    found, sentence = split(scope(desk, **query)), shown(desk, **query).said.headline
    assert found is not None
    said = amounts(sentence)
    for part, effect in zip(said[-3:], found.effects, strict=True):
        assert is_rounded(part, abs(effect), Decimal("1.5"))
    signs = re.findall(r"([+−±])[\d.,]+\u00a0(?:Mio|Tsd)", sentence)
    total = sum(
        number * (-1 if sign == "−" else 1) for (number, _), sign in zip(said[-3:], signs, strict=True)
    )
    if len(said) == 4:
        assert abs(total) == said[0][0]  # printed parts make the printed change
        assert ("Anstieg" in sentence) == (total > 0)
    assert "rechnerisch" in sentence
    assert not re.search(r"wegen|durch|weil|verursacht|Grund", sentence)


@QUICK
@given(area=AREAS, cases=st.integers(-60, 60), cost=st.integers(-60, 80), goal=st.integers(2026, 2035))
def test_the_scenario_says_when_and_at_which_amount(
    desk: Desk, area: str, cases: int, cost: int, goal: int
) -> None:
    query = {"ansicht": "szenario", "raum": area, "faelle": f"{cases / 10:g}", "preis": f"{cost / 10:g}",
             "zieljahr": str(goal)}  # fmt: skip
    found, page = outlook(scope(desk, **query)), shown(desk, **query)
    assert found is not None
    assert not page.said.notices
    said = amounts(page.said.headline)
    stops = found.scenario.stops
    assert is_rounded(said[0], found.scenario.cents[2035 if stops is None else stops])
    assert is_rounded(said[1], found.trend.cents[2035])
    assert ("steigen die Kosten bis 2035 weiter" in page.said.headline) == (stops is None)
    assert stops is None or str(stops) in page.said.headline
    still = found.assumed.spending
    if abs(still) > 1e-6:
        assert (stops is None) == (still > 0)


def test_published_figures_stand_beside_as_printed(desk: Desk) -> None:
    said = {(value.period, value.text) for value in shown(desk).published}
    assert ("2010", "Hilfen zur Erziehung 27,14\u00a0Mio.\u00a0€, +7,2\u202f% zum Vorjahr") in said
    assert ("2009", "Hilfen zur Erziehung 25,32\u00a0Mio.\u00a0€, +6,0\u202f% zum Vorjahr") in said
    assert ("2019", "Ausgaben der Jugendhilfe insgesamt 133\u00a0Mio.\u00a0€") in said
    [helps] = [text for period, text in said if period == "2019" and text.startswith("3.530 Hilfen")]
    assert "Beratung: 1.407" in helps
    assert "Heimerziehung: 364" in helps
    assert "Hilfe nach § 27: 63" in helps  # not "§ 27 63", a section that does not exist
    assert all(value.source for value in shown(desk).published)


def test_published_totals_are_never_in_the_columns(desk: Desk) -> None:
    stack = shown(desk).cards[0].blocks[0]
    assert set(stack.published) == {2008, 2009, 2010}  # type: ignore[union-attr]
    assert not shown(desk, raum="mitte").cards[0].blocks[0].published  # type: ignore[union-attr]
    assert not shown(desk, euro="real").cards[0].blocks[0].published  # type: ignore[union-attr]


def test_the_project_is_as_published(desk: Desk) -> None:
    page = shown(desk, ansicht="projekt")
    assert "87.600\u00a0€" in page.said.headline
    assert "48.000\u00a0€" in page.said.headline
    assert page.demo is False
    sums = [line.cells for line in lines(page) if line.role == "sum"]
    assert ("34.500", "26.100", "27.000", "87.600") in sums
    assert "so gedruckt" in str(page.cards[0].beside)


def test_real_euros_end_where_the_index_ends(desk: Desk) -> None:
    page = shown(desk, euro="real")
    assert page.said.period == "2024"
    assert any("2025" in notice for notice in page.said.notices)


@pytest.mark.parametrize("query", EXAMPLES, ids=str)
def test_every_view_has_its_files_with_exact_cents(desk: Desk, query: dict[str, str]) -> None:
    found = files(desk, **query)
    assert found.rows
    assert figures_csv.write(found.rows).count(b"\r\n") == len(found.rows) + 1
    assert len(json.loads(figures_json.write(found))["werte"]) == len(found.rows)
    assert figures_xlsx.write(found)[:2] == b"PK"
    assert not any(row.raum.startswith("bezirk-") for row in found.rows)
    euros = [row.wert for row in found.rows if row.kennzahl == "hze-aufwendungen" and row.wert is not None]
    assert all(isinstance(value, Decimal) and value == value.quantize(Decimal("0.01")) for value in euros)


def test_the_effects_in_the_file_sum_to_the_change(desk: Desk) -> None:
    rows = [row for row in files(desk, ansicht="ursachen").rows if row.zeitraum == "2010–2025"]
    by_name = {row.kennzahl: row.wert for row in rows if not row.merkmal}
    change = by_name.pop("veraenderung")
    assert sum(by_name.values()) == change == Decimal("34877768.14")  # type: ignore[arg-type]
    for name, value in by_name.items():
        assert sum(row.wert for row in rows if row.kennzahl == name and row.merkmal) == value  # type: ignore[misc]


@pytest.mark.parametrize("query", EXAMPLES, ids=str)
def test_links_lead_on_without_notices(desk: Desk, query: dict[str, str]) -> None:
    page = shown(desk, **query)
    written = str(to_html(layout(page)))
    assert page.said.headline.split(":")[0][:40] in written.replace("&amp;", "&")
    links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/kosten[^"]*)"', written)}
    assert len(links) > 6
    for link in links:
        parts = urlsplit(link)
        if parts.path == "/kosten":
            view = desk.asking(KOSTEN, dict(parse_qsl(parts.query))).view
            assert not view.notices
            assert view.address(desk.asking(KOSTEN, {}).choices) == link
    assert set(changes(page)) == set(KEYS)


@pytest.mark.parametrize("ansicht", VIEWS)
def test_a_form_sends_back_the_same_view(desk: Desk, ansicht: str) -> None:
    page = shown(desk, **({"ansicht": ansicht} if ansicht else {}))
    sent = {select.name: select.value for select in page.controls.selects} | dict(page.controls.hidden)
    sent |= {slider.name: slider.value for slider in page.sliders}
    again = desk.asking(KOSTEN, {name: value for name, value in sent.items() if value}).view
    assert again.address(desk.asking(KOSTEN, {}).choices) == page.address


@pytest.mark.parametrize(
    "query",
    [
        {"ansicht": "nichts"},
        {"merkmal": "nichts"},
        {"raum": "bezirk-mitte"},
        {"faelle": "99"},
        {"zieljahr": "x"},
        {"ansicht": "szenario", "zieljahr": "2030.5"},
        {"von": "1850"},
        {"bereich": "<script>"},
        {"ebene": "stadtbezirk"},
    ],
)
def test_what_cannot_be_used_falls_back_and_is_named(desk: Desk, query: dict[str, str]) -> None:
    page = shown(desk, **query)
    assert page.said.notices
    assert "<script>" not in str(to_html(layout(page)))


@pytest.mark.parametrize("ansicht", VIEWS)
def test_a_release_without_costs_has_the_page_too(small_desk: Desk, ansicht: str) -> None:
    for more in ({}, {"raum": "mitte", "euro": "real"}, {"bezug": "je-1000", "merkmal": "spfh"}):
        page = shown(small_desk, **more, **({"ansicht": ansicht} if ansicht else {}))
        assert re.search(r"kein|nicht", page.said.headline)
        assert "geschützt" not in page.said.headline
        assert to_html(layout(page))
        assert files(small_desk, **more, **({"ansicht": ansicht} if ansicht else {})).rows == ()
