"""From checked rows to a release: which rows stand in it, and what is computed from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import AREAS, EURO, SHARE, share_row, tiny_catalogue, tiny_contents, tiny_indicator

from dashboard.analysis.intervals import share_interval
from dashboard.intake.delivery import Delivery
from dashboard.model import Convergence, Observation
from dashboard.prepare.converging import INDICATOR, converging_indicators
from dashboard.prepare.corrections import corrections
from dashboard.prepare.intervals import with_intervals
from dashboard.prepare.origins import combined
from dashboard.prepare.refused import ReleaseRefused
from dashboard.prepare.totals import NOTE, city_totals

DELIVERED: dict[str, Any] = {"origin": "delivered", "source": "statistik", "delivery": "schule-2026"}


def delivery(id_: str, *rows: Observation, origin: str = "delivered") -> Delivery:
    return Delivery(
        id=id_,
        title=id_,
        supplier="Schulamt",
        received=date(2026, 3, 1),
        origin=origin,  # type: ignore[arg-type]
        files=(("lieferung.toml", "00"),),
        observations=tuple(replace(row, origin=origin, delivery=id_) for row in rows),  # type: ignore[arg-type]
        warnings=(),
    )


def areas_of(year: int, counts: Sequence[int], n: int = 190, **changes: Any) -> list[Observation]:
    return [share_row(area, year, x, n, **DELIVERED | changes) for area, x in zip(AREAS, counts, strict=True)]


# origins ------------------------------------------------------------------------------------


def test_a_delivery_drops_the_demo_values_of_its_whole_indicator() -> None:
    demo = [share_row(area, year, 50, 190) for area in (*AREAS, "hamm") for year in (2021, 2022, 2023)]
    other = share_row("hamm", 2023, 5, 9, indicator=EURO)
    rows = combined([delivery("schule", share_row("mitte", 2024, 60, 190))], [*demo, other])
    assert {(row.indicator, row.origin) for row in rows} == {(SHARE, "delivered"), (EURO, "demo")}


def test_published_figures_stay_beside_demo_values() -> None:
    demo = [share_row("hamm", year, 150, 570) for year in (2021, 2022)]
    rows = combined([delivery("broschuere", share_row("hamm", 2021, 160, 570), origin="published")], demo)
    assert [(row.year, row.origin) for row in rows] == [
        (2021, "published"),
        (2021, "demo"),
        (2022, "demo"),
    ]


def test_two_deliveries_of_one_cell_are_both_named() -> None:
    rows = [share_row("mitte", year, 60, 190) for year in (2024, 2023)]
    told = r"„erste“ und „zweite“ .*2 Zellen, zum Beispiel mitte 2024.*deren Ordner entfernen"
    with pytest.raises(ReleaseRefused, match=told):
        combined([delivery("erste", *rows), delivery("zweite", *rows)], [])


def test_two_published_sources_may_contradict_each_other_but_not_one_source_itself() -> None:
    row = share_row("mitte", 2024, 60, 190)
    other = replace(row, source="statistik")
    both = [delivery("a", row, origin="published"), delivery("b", other, origin="published")]
    assert len(combined(both, [])) == 2
    with pytest.raises(ReleaseRefused, match="„a“ und „c“"):
        combined([both[0], delivery("c", row, origin="published")], [])


# totals -------------------------------------------------------------------------------------


def test_the_city_is_the_sum_of_all_its_areas() -> None:
    (city,) = city_totals(areas_of(2024, (40, 60, 90)), tiny_catalogue())
    assert (city.area, city.year, city.numerator, city.denominator) == ("hamm", 2024, 190, 570)
    assert city.value == pytest.approx(100 * 190 / 570)
    assert (city.note, city.origin, city.delivery, city.status) == (NOTE, "delivered", "schule-2026", "valid")


def test_euros_are_added_to_the_cent() -> None:
    euro = {"indicator": EURO, "numerator": None, "denominator": None}
    rows = [
        replace(row, **euro, cents=cents, value=cents / 100)
        for row, cents in zip(areas_of(2024, (1, 1, 1)), (10, 20, 2_700_000_001), strict=True)
    ]
    (city,) = city_totals(rows, tiny_catalogue())
    assert (city.cents, city.value) == (2_700_000_031, 27_000_000.31)


@pytest.mark.parametrize(
    "rows",
    [
        areas_of(2024, (40, 60, 90))[:2],
        [*areas_of(2024, (40, 60, 90)), share_row("hamm", 2024, 200, 570, **DELIVERED)],
        [*areas_of(2024, (40, 60, 90))[:2],
         share_row("uentrop", 2024, 9, 190, **DELIVERED | {"status": "hidden", "value": None,
                                                           "numerator": None, "denominator": None})],
        areas_of(2024, (40, 60, 90), origin="published"),
        [replace(row, numerator=None) for row in areas_of(2024, (40, 60, 90))],
    ],
    ids=["an area is missing", "the city was delivered", "an area is hidden", "published", "no counts"],
)  # fmt: skip
def test_no_city_sum_is_made_up(rows: list[Observation]) -> None:
    assert city_totals(rows, tiny_catalogue()) == []


# intervals ----------------------------------------------------------------------------------


def test_shares_get_wilson_limits_in_percent() -> None:
    (row,) = with_intervals([share_row("mitte", 2024, 62, 190)], tiny_catalogue())
    lower, upper = share_interval(62, 190)
    assert (row.lower, row.upper) == pytest.approx((100 * float(lower), 100 * float(upper)))


def test_rates_get_limits_per_thousand() -> None:
    rate = tiny_indicator("hze", kind="rate", per=1000, unit="je 1.000", comparison="rate")
    row = share_row("mitte", 2024, 50, 2000, indicator="hze", value=25.0)
    (row,) = with_intervals([row], tiny_catalogue(rate))
    assert row.lower == pytest.approx(18.55, abs=0.01)  # Byar for 50 events, per 1,000 of 2,000
    assert row.upper == pytest.approx(32.96, abs=0.01)


@pytest.mark.parametrize(
    "row",
    [
        share_row("mitte", 2024, 62, 190, lower=1.0, upper=99.0),
        share_row("mitte", 2024, 62, 190, numerator=None),
        share_row("mitte", 2024, 62, 190, value=None, status="hidden"),
        share_row("mitte", 2024, 62, 190, indicator=EURO),
    ],
    ids=["delivered limits", "no counts", "hidden", "no sampling"],
)
def test_other_rows_stay_as_they_are(row: Observation) -> None:
    assert with_intervals([row], tiny_catalogue()) == [row]


def _hidden(row: Observation) -> Observation:
    return replace(row, status="hidden", value=None, numerator=None, denominator=None)


# corrections --------------------------------------------------------------------------------


def test_corrections_tell_added_corrected_and_withdrawn() -> None:
    kept, changed, gone = (share_row("mitte", year, 60, 190, **DELIVERED) for year in (2021, 2022, 2023))
    new = share_row("mitte", 2024, 66, 190, **DELIVERED)
    better = replace(changed, value=33.0, numerator=63)
    found = {row.year: row for row in corrections([kept, changed, gone], [kept, better, new])}
    assert {year: row.kind for year, row in found.items()} == {
        2022: "corrected",
        2023: "withdrawn",
        2024: "added",
    }
    assert (found[2022].old, found[2022].new) == (changed.value, 33.0)
    assert (found[2023].new, found[2024].old) == (None, None)


def test_a_figure_that_is_hidden_now_is_not_repeated() -> None:
    before = share_row("mitte", 2024, 60, 190, **DELIVERED)
    (row,) = corrections([before], [_hidden(before)])
    assert (row.kind, row.old, row.new) == ("corrected", None, None)


def test_demo_values_and_second_readings_are_no_corrections() -> None:
    demo = share_row("mitte", 2024, 60, 190)
    second = share_row("mitte", 2024, 61, 190, **DELIVERED, reading=1)
    assert corrections([], [demo, second]) == ()
    assert corrections([demo, second], []) == ()


@given(st.lists(st.sampled_from(tiny_contents().observations), unique=True))
def test_nothing_is_corrected_against_itself(rows: list[Observation]) -> None:
    assert corrections(rows, list(reversed(rows))) == ()


# the computed indicator -----------------------------------------------------------------------


def test_converging_indicators_are_counted_for_the_city() -> None:
    def row(indicator: str, label: str, year: int | None = 2024, **changes: Any) -> Convergence:
        entry = Convergence(indicator, "sozialraum", "", label, 0.01, 2015, year, 9.0, 5.0, "delivered")  # type: ignore[arg-type]
        return replace(entry, **changes)

    found = converging_indicators(
        [
            row("a", "converging"),
            row("b", "converging", 2023, origin="demo"),
            row("c", "not_shown"),
            row("d", "not_computable", None),
            row("e", "converging", partition="stadtbezirk"),
            row("f", "converging", breakdown="u18"),
        ],
        tiny_catalogue(tiny_indicator(INDICATOR, kind="index", comparison="none", sampling=False)),
    )
    (count,) = found
    assert (count.area, count.year, count.value, count.origin) == ("hamm", 2024, 2.0, "demo")
    assert count.note == "2 von 3 prüfbaren Kennzahlen"
    assert converging_indicators([row("d", "not_computable", None)], tiny_catalogue()) == []
