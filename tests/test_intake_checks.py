"""Checks between the values of a delivery: totals, ranges, changes, completeness."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake_world import check_lang, errors, warnings

SUMS = '[datei.pruefung]\nsummen = [{ teile = ["sozialraeume"], ganzes = "hamm", toleranz = %s }]\n'
PEOPLE = [
    "Mitte;2020;bevoelkerung;;100;;",
    "Heessen;2020;bevoelkerung;;20;;",
    "Hamm-Norden;2020;bevoelkerung;;3;;",
]


def test_a_total_that_does_not_add_up_names_parts_sum_and_difference(tmp_path: Path) -> None:
    check = check_lang(tmp_path, *PEOPLE, "Hamm;2020;bevoelkerung;;125;;", tail=SUMS % 0)
    (finding,) = check.findings
    assert (finding.row, finding.value, finding.expectation) == (5, "125", "123")
    assert "mitte: zahlen.csv, Zeile 2, heessen: zahlen.csv, Zeile 3, hamm-norden" in finding.message
    assert "Die Summe der 3 Teile" in finding.message
    assert "ist 123, angegeben ist 125, Unterschied -2" in finding.message


@pytest.mark.parametrize(("whole", "tolerance"), [("123", "0"), ("125", "2"), ("122", "1.5")])
def test_totals_within_the_tolerance_pass(tmp_path: Path, whole: str, tolerance: str) -> None:
    check = check_lang(tmp_path, *PEOPLE, f"Hamm;2020;bevoelkerung;;{whole};;", tail=SUMS % tolerance)
    assert check.findings == ()


def test_shares_add_up_in_numerator_and_denominator(tmp_path: Path) -> None:
    rows = [f"{area};2010/11;uebergang-gymnasium;;;10;50" for area in ("Mitte", "Heessen", "Hamm-Norden")]
    check = check_lang(tmp_path, *rows, "Hamm;2010/11;uebergang-gymnasium;;;31;150", tail=SUMS % 0)
    (message,) = errors(check)
    assert "Unterschied -1 (Zähler)" in message


def test_euro_totals_are_exact_to_the_cent(tmp_path: Path) -> None:
    rows = [f"{area};2010;hze-aufwendungen;;0,10;;" for area in ("Mitte", "Heessen", "Hamm-Norden")]
    right = check_lang(tmp_path, *rows, "Hamm;2010;hze-aufwendungen;;0,30;;", tail=SUMS % 0)
    assert right.findings == ()
    wrong = check_lang(tmp_path, *rows, "Hamm;2010;hze-aufwendungen;;0,31;;", tail=SUMS % 0)
    assert "ist 0,3, angegeben ist 0,31, Unterschied -0,01 (Betrag)" in errors(wrong)[0]


def test_the_printed_total_of_three_years_is_not_the_total_of_one(tmp_path: Path) -> None:
    """The council paper prints 87,600 for 2014, where the year's own items add up to 27,000."""
    rows = ["Mitte;2014;hze-aufwendungen;;12.000;;", "Heessen;2014;hze-aufwendungen;;15.000;;"]
    tail = '[datei.pruefung]\nsummen = [{ teile = ["mitte", "heessen"], ganzes = "hamm" }]\n'
    total = "Hamm;2014;hze-aufwendungen;;87.600;;"
    check = check_lang(tmp_path, *rows, total, extra='tausenderzeichen = "."', tail=tail)
    assert "ist 27.000, angegeben ist 87.600, Unterschied -60.600" in errors(check)[0]


def test_a_promised_total_that_cannot_be_checked_is_a_warning(tmp_path: Path) -> None:
    check = check_lang(tmp_path, *PEOPLE, tail=SUMS % 0)
    assert any("ließ sich nirgends prüfen" in message for message in warnings(check))


def test_hidden_parts_make_no_false_alarm(tmp_path: Path) -> None:
    tail = '[datei.zeichen]\nx = "geheim"\n' + SUMS % 0
    rows = [*PEOPLE[:2], "Hamm-Norden;2020;bevoelkerung;;x;;", "Hamm;2020;bevoelkerung;;125;;"]
    assert errors(check_lang(tmp_path, *rows, tail=tail)) == []


def test_unknown_areas_in_promised_totals_are_errors(tmp_path: Path) -> None:
    tail = '[datei.pruefung]\nsummen = [{ teile = ["mitte"], ganzes = "ham" }]\n'
    check = check_lang(tmp_path, *PEOPLE, tail=tail)
    assert errors(check) == ["pruefung.summen nennt den unbekannten Raum „ham“"]


CATEGORIES = "[datei.pruefung]\nmerkmale_summe = true\n"


@pytest.mark.parametrize(("women", "wrong"), [("60", 0), ("61", 1)])
def test_categories_add_up_to_their_total(tmp_path: Path, women: str, wrong: int) -> None:
    indicator = "bevoelkerung-fortschreibung"
    check = check_lang(
        tmp_path, f"Hamm;2020;{indicator};weiblich;{women};;", f"Hamm;2020;{indicator};Maennlich;40;;",
        f"Hamm;2020;{indicator};;100;;", tail=CATEGORIES,
    )  # fmt: skip
    assert len(errors(check)) == wrong
    assert not wrong or "(weiblich: zahlen.csv, Zeile 2, maennlich" in errors(check)[0]


@pytest.mark.parametrize(("last", "wrong"), [("33,4", 0), ("33,3", 0), ("34,3", 1)])
def test_shares_of_all_categories_make_a_hundred(tmp_path: Path, last: str, wrong: int) -> None:
    rows = [
        f"Hamm;2010/11;empfehlung-schulform;{form};{value};;"
        for form, value in (("hauptschule", "33,3"), ("realschule", "33,3"), ("gymnasium", last))
    ]
    messages = errors(check_lang(tmp_path, *rows, tail=CATEGORIES))
    assert len(messages) == wrong
    assert not wrong or "ergeben zusammen 100,9 %" in messages[0]


def test_values_outside_the_described_range_are_errors(tmp_path: Path) -> None:
    check = check_lang(tmp_path, *PEOPLE, tail="[datei.pruefung]\nminimum = 10\nmaximum = 99\n")
    assert [each.row for each in check.findings] == [2, 4]
    assert check.findings[0].expectation == "10 bis 99"


def test_large_numbers_are_named_with_all_their_digits(tmp_path: Path) -> None:
    tail = "[datei.pruefung]\nminimum = 1234567\nmaximum = 12345678\n"
    (finding,) = check_lang(tmp_path, "Hamm;2020;bevoelkerung;;123456789;;", tail=tail).findings
    assert (finding.value, finding.expectation) == ("123456789", "1234567 bis 12345678")


def test_a_large_change_is_a_warning(tmp_path: Path) -> None:
    rows = [f"Hamm;{year};bevoelkerung;;{value};;" for year, value in ((2020, 100), (2019, 99), (2021, 150))]
    check = check_lang(tmp_path, *rows, tail="[datei.pruefung]\nveraenderung_max = 20\n")
    (finding,) = check.findings
    assert (finding.severity, finding.row) == ("warning", 4)
    assert "um mehr als 20 % gegenüber 2020 (100, zahlen.csv, Zeile 2)" in finding.message
    assert "es sind 50,0 %" in finding.expectation


def test_fractions_in_place_of_percent_are_noticed(tmp_path: Path) -> None:
    rows = [f"{area};2010/11;uebergang-gymnasium;;0,4;;" for area in ("Mitte", "Heessen", "Hamm-Norden")]
    assert "zwischen 0 und 1 %" in warnings(check_lang(tmp_path, *rows))[0]


def test_the_only_value_may_be_a_fraction_too(tmp_path: Path) -> None:
    assert (
        "zwischen 0 und 1 %" in warnings(check_lang(tmp_path, "Hamm;2010/11;uebergang-gymnasium;;0,354;;"))[0]
    )


def test_one_fraction_among_percents_is_noticed(tmp_path: Path) -> None:
    values = (("Mitte", "35,4"), ("Heessen", "0,412"), ("Hamm-Norden", "22"))
    rows = [f"{area};2010/11;uebergang-gymnasium;;{value};;" for area, value in values]
    (finding,) = check_lang(tmp_path, *rows).findings
    assert (finding.severity, finding.row, finding.value) == ("warning", 3, "0,412")
    assert finding.expectation == "ein Wert in %, hier vielleicht 41,2"


@pytest.mark.parametrize(
    "values", [("1,5", "0,4", "2"), ("0", "35,4", "22"), ("5", "0,6", "60"), ("1", "40", "50")]
)
def test_small_shares_among_their_like_are_no_fractions(tmp_path: Path, values: tuple[str, ...]) -> None:
    areas = ("Mitte", "Heessen", "Hamm-Norden")
    rows = [
        f"{area};2010/11;uebergang-gymnasium;;{value};;" for area, value in zip(areas, values, strict=True)
    ]
    assert check_lang(tmp_path, *rows).findings == ()


def test_rare_events_with_their_counts_are_no_fractions(tmp_path: Path) -> None:
    rows = [f"{a};2010/11;uebergang-gymnasium;;;{x};400" for a, x in (("Mitte", 1), ("Heessen", 2),
                                                                       ("Hamm-Norden", 3))]  # fmt: skip
    assert check_lang(tmp_path, *rows).findings == ()


def test_completeness_is_judged_per_partition_period_and_category(tmp_path: Path) -> None:
    check = check_lang(
        tmp_path, *PEOPLE, "Mitte;2021;bevoelkerung;unter-18;1;;", "Mitte;2021;bevoelkerung;ab-18;2;;",
        "Stadtbezirk Mitte;2020;bevoelkerung;;1;;",
    )  # fmt: skip
    assert set(warnings(check)) == {
        "„Titel bevoelkerung“ 2021 (unter-18, ab-18): es fehlen Heessen, Hamm-Norden",
        "„Titel bevoelkerung“ 2020 (insgesamt): es fehlen Stadtbezirk Heessen",
    }


def test_city_values_alone_are_complete(tmp_path: Path) -> None:
    assert check_lang(tmp_path, "Hamm;2020;bevoelkerung;;1;;").findings == ()


AMOUNT = "Hamm;{};hze-aufwendungen;;{};;"


def test_thousands_taken_for_euros_are_refused_by_the_year_before(tmp_path: Path) -> None:
    rows = [AMOUNT.format(2009, "25320000"), AMOUNT.format(2010, "27140")]
    check = check_lang(tmp_path, *rows)
    (finding,) = check.findings
    assert (finding.row, finding.severity) == (3, "error")
    assert "weniger als ein Fünftel des Jahres 2009" in finding.message
    assert "5.064.000 € bis 126.600.000 €" in finding.expectation
    assert "Tsd. EUR" in finding.expectation


@pytest.mark.parametrize(
    ("first", "second", "years"),
    [
        ("25320000", "27140000", (2009, 2010)),
        ("25320000", "126600000", (2009, 2010)),  # exactly five times
        ("25320000", "27140", (2008, 2010)),  # a missing year is a gap, nothing is compared across it
        ("25320000", "-1000", (2009, 2010)),  # a correction says nothing about the unit
    ],
)
def test_amounts_within_the_factor_pass(
    tmp_path: Path, first: str, second: str, years: tuple[int, int]
) -> None:
    rows = [AMOUNT.format(years[0], first), AMOUNT.format(years[1], second)]
    assert check_lang(tmp_path, *rows).findings == ()


def test_a_small_amount_that_leaps_is_worth_a_look(tmp_path: Path) -> None:
    check = check_lang(tmp_path, AMOUNT.format(2009, "1000"), AMOUNT.format(2010, "9000"))
    assert errors(check) == []
    assert "5-Fache" in warnings(check)[0]


def test_a_negative_booking_is_kept_and_marked_as_a_correction(tmp_path: Path) -> None:
    check = check_lang(tmp_path, AMOUNT.format(2010, "-1200,50"))
    assert check.findings == ()
    assert check.delivery is not None
    (row,) = check.delivery.observations
    assert (row.cents, row.note) == (-120050, "Korrekturbuchung: der Betrag ist negativ")
