"""The address: what a link says is what the page shows, and nothing in it can break a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import Partition
from dashboard.state import PARAMETERS, Choices, IndicatorChoice, View

AREAS: dict[Partition, tuple[str, ...]] = {
    "sozialraum": ("mitte", "uentrop"),
    "stadtbezirk": ("bezirk-mitte", "bezirk-uentrop"),
}


def choice(name: str, phase: str, **given: object) -> IndicatorChoice:
    years: dict[Partition, tuple[int, ...]] = {"sozialraum": (2010, 2011, 2012), "stadtbezirk": ()}
    return IndicatorChoice(**{"id": name, "title": name, "life_phase": phase, "years": years, **given})  # type: ignore[arg-type]


CHOICES = Choices(
    release="2026-2",
    releases=("2026-1", "2026-2"),
    default="gymnasium",
    indicators={
        "gymnasium": choice("gymnasium", "uebergang-sek1"),
        "einwohner": choice(
            "einwohner",
            "alle",
            years={"sozialraum": (2010, 2012), "stadtbezirk": (2013,)},
            categories=(("u3", "unter 3"),),
        ),
        "lernatlas": choice(
            "lernatlas", "alle", years={"sozialraum": (), "stadtbezirk": ()}, city_years=(2011,)
        ),
        "deutsch": choice("deutsch", "kita", has_total=False, categories=(("kein", "kein"), ("gut", "gut"))),
        "ohne-werte": choice("ohne-werte", "kita", years={"sozialraum": (), "stadtbezirk": ()}),
    },
    areas=AREAS,
    latest=2012,
)

VIEWS = st.builds(
    View,
    kennzahl=st.just("gymnasium"),
    raum=st.sampled_from(["hamm", "mitte", "uentrop"]),
    jahr=st.sampled_from([None, 2010, 2011]),
    ansicht=st.sampled_from(["", "verlauf"]),
    stand=st.sampled_from(["", "2026-1"]),
)


@given(VIEWS)
def test_reading_is_the_inverse_of_writing(view: View) -> None:
    read = View.from_query(view.to_query(CHOICES), CHOICES)
    assert read == view
    assert read.notices == ()


@given(st.dictionaries(st.one_of(st.sampled_from(PARAMETERS), st.text()), st.text()))
def test_no_address_breaks_a_page(query: dict[str, str]) -> None:
    view = View.from_query(query, CHOICES)
    assert view.kennzahl in CHOICES.indicators
    assert View.from_query(view.to_query(CHOICES), CHOICES) == view


def test_an_empty_address_is_the_default_view() -> None:
    assert View.from_query({}, CHOICES) == View("gymnasium")
    assert View("gymnasium").to_query(CHOICES) == {}


@pytest.mark.parametrize(
    ("query", "expected", "named"),
    [
        ({"kennzahl": "gibtsnicht"}, View("gymnasium"), "gibtsnicht"),
        ({"raum": "ahlen"}, View("gymnasium"), "ahlen"),
        ({"jahr": "2099"}, View("gymnasium"), "2099"),
        ({"jahr": "1999"}, View("gymnasium", jahr=2010), "1999"),
        ({"jahr": "zweitausend"}, View("gymnasium"), "zweitausend"),
        ({"jahr": "²⁰¹¹"}, View("gymnasium"), "²⁰¹¹"),
        ({"ebene": "stadtteil"}, View("gymnasium"), "stadtteil"),
        ({"merkmal": "jungen"}, View("gymnasium"), "jungen"),
        ({"ansicht": "torte"}, View("gymnasium"), "torte"),
        ({"stand": "1999-9"}, View("gymnasium"), "1999-9"),
        ({"farbe": "grün"}, View("gymnasium"), "farbe"),
    ],
)
def test_what_cannot_be_used_falls_back_and_is_named(
    query: dict[str, str], expected: View, named: str
) -> None:
    view = View.from_query(query, CHOICES)
    assert view == expected
    assert len(view.notices) == 1
    assert named in view.notices[0]


def test_a_campaign_parameter_is_not_worth_a_notice() -> None:
    assert View.from_query({"utm_source": "brief", "fbclid": "x"}, CHOICES).notices == ()


def test_the_latest_year_is_not_pinned() -> None:
    assert View.from_query({"jahr": "2012"}, CHOICES).jahr is None


@pytest.mark.parametrize(
    ("query", "indicator"),
    [
        ({"lebensphase": "alle", "kennzahl": "gymnasium"}, "einwohner"),
        ({"lebensphase": "alle", "kennzahl": "lernatlas"}, "lernatlas"),
        ({"lebensphase": "kita", "kennzahl": "gymnasium"}, "deutsch"),
        ({"lebensphase": "unbekannt", "kennzahl": "einwohner"}, "einwohner"),
    ],
)
def test_a_life_phase_opens_its_first_indicator_with_values(query: dict[str, str], indicator: str) -> None:
    assert View.from_query(query, CHOICES).kennzahl == indicator


def test_a_district_in_the_address_means_the_partition_of_districts() -> None:
    view = View.from_query({"kennzahl": "einwohner", "raum": "bezirk-mitte"}, CHOICES)
    assert (view.ebene, view.raum) == ("stadtbezirk", "bezirk-mitte")


def test_an_indicator_without_total_shows_its_first_category() -> None:
    view = View.from_query({"kennzahl": "deutsch"}, CHOICES)
    assert view.merkmal == "kein"
    assert view.to_query(CHOICES) == {"kennzahl": "deutsch"}


def test_a_form_carries_an_old_category_along_without_a_notice() -> None:
    query = {"lebensphase": "uebergang-sek1", "kennzahl": "gymnasium", "merkmal": "u3"}
    assert View.from_query(query, CHOICES).notices == ()


def test_focus_is_given_and_taken_by_the_same_gesture() -> None:
    view = View("gymnasium").focused_on("mitte")
    assert view.raum == "mitte"
    assert view.focused_on("mitte").raum == "hamm"
    assert view.address("/", CHOICES) == "/?raum=mitte"
