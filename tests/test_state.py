"""The address: what a link says is what the page shows, and nothing in it can break a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import Partition
from dashboard.state import KENNZAHL, PARAMETERS, SOZIALRAUM, Choices, IndicatorChoice, Parameter, Place, View

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
    assert view.address(CHOICES) == "/?raum=mitte"


def test_an_indicator_page_has_its_indicator_in_the_path() -> None:
    view = View.from_query({"kennzahl": "einwohner", "raum": "mitte"}, CHOICES, KENNZAHL)
    assert view.address(CHOICES) == "/kennzahl/einwohner?raum=mitte"
    assert KENNZAHL.read("/kennzahl/einwohner") == {"kennzahl": "einwohner"}
    assert (
        View.from_query({"kennzahl": "gymnasium"}, CHOICES, KENNZAHL).address(CHOICES)
        == "/kennzahl/gymnasium"
    )


def test_a_profile_has_its_area_in_the_path_in_either_partition() -> None:
    for area, partition in (("mitte", "sozialraum"), ("bezirk-mitte", "stadtbezirk")):
        view = View.from_query({"raum": area}, CHOICES, SOZIALRAUM)
        assert (view.raum, view.ebene, view.notices) == (area, partition, ())
        assert view.address(CHOICES) == f"/sozialraum/{area}"


@pytest.mark.parametrize(
    "path", ["/kennzahl", "/kennzahl/", "/kennzahl/A", "/kennzahl/a/b", "/x/a", "/kennzahl/a\n"]
)
def test_a_path_of_another_shape_is_not_of_this_page(path: str) -> None:
    assert KENNZAHL.read(path) is None


OWN = Place(
    "eigen",
    "/eigen",
    views=("torte",),
    more=(
        Parameter("werte", allowed=("einzeln", "dreijahr")),
        Parameter("seit", "year"),
        Parameter("faelle", "number", low=-10, high=10, default="0"),
        Parameter("ziel", "number", low=2020, high=2060, default="2030", whole=True),
        Parameter("gewichte", "text", pattern="[a-z]+:[0-9]"),
    ),
    indicators=("einwohner", "gymnasium"),
)


@pytest.mark.parametrize(
    ("query", "kept", "named"),
    [
        ({"werte": "dreijahr"}, (("werte", "dreijahr"),), ""),
        ({"werte": "einzeln"}, (), ""),
        ({"werte": "monat"}, (), "monat"),
        ({"seit": "2010"}, (("seit", "2010"),), ""),
        ({"seit": "2009"}, (), "2009"),
        ({"seit": "²⁰¹⁰"}, (), "²⁰¹⁰"),
        ({"faelle": "-2.5"}, (("faelle", "-2.5"),), ""),
        ({"faelle": "0"}, (), ""),
        ({"faelle": "11"}, (), "11"),
        ({"faelle": "nan"}, (), "nan"),
        ({"faelle": "1e1"}, (), "1e1"),
        ({"ziel": "2031"}, (("ziel", "2031"),), ""),
        ({"ziel": "2030.5"}, (), "2030.5"),
        ({"gewichte": "abc:3"}, (("gewichte", "abc:3"),), ""),
        ({"gewichte": "abc:33"}, (), "abc:33"),
    ],
)
def test_a_page_checks_its_own_parameters(
    query: dict[str, str], kept: tuple[tuple[str, str], ...], named: str
) -> None:
    view = View.from_query(query, CHOICES, OWN)
    assert view.more == kept
    assert [named in notice for notice in view.notices] == ([True] if named else [])
    assert View.from_query(view.to_query(CHOICES), CHOICES, OWN) == view


def test_a_page_has_its_own_default_indicator_and_offers_no_other() -> None:
    assert View.from_query({}, CHOICES, OWN) == View("einwohner", place=OWN)
    assert View.from_query({"kennzahl": "deutsch"}, CHOICES, OWN).kennzahl == "einwohner"
    assert View("gymnasium", place=OWN).address(CHOICES) == "/eigen?kennzahl=gymnasium"


def test_another_page_keeps_what_it_understands() -> None:
    view = View("einwohner", "mitte", 2010, stand="2026-1", more=(("werte", "dreijahr"),), place=OWN)
    assert view.at(KENNZAHL).address(CHOICES) == "/kennzahl/einwohner?raum=mitte&stand=2026-1"
    assert view.with_more("werte", "").more == ()


@given(st.dictionaries(st.sampled_from([*PARAMETERS, "werte", "seit", "faelle", "gewichte"]), st.text()))
def test_no_address_breaks_a_page_with_its_own_parameters(query: dict[str, str]) -> None:
    view = View.from_query(query, CHOICES, OWN)
    assert View.from_query(view.to_query(CHOICES), CHOICES, OWN) == view
