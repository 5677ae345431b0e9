"""Numbers, signs, periods and units: exact or refused, never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_world import catalogue

from dashboard.catalogue.models import PeriodKind
from dashboard.intake.number import NumberError, format_number, parse_number
from dashboard.intake.period import Period, PeriodError, parse_period
from dashboard.intake.sign import Figure, Notation, qualified
from dashboard.intake.unit import UnitError, count_factor, factor

NUMBERS = [
    ("0", "0"),
    ("12", "12"),
    ("1.234,5", "1234.5"),
    ("1.234.567", "1234567"),
    ("-5", "-5"),
    ("−5,25", "-5.25"),
    ("+3", "3"),
    ("0,10", "0.10"),
    ("  7 ", "7"),
    ("1234,5", "1234.5"),
    ("-0", "0"),
    ("007", "7"),
]
NOT_NUMBERS = [
    "1.23",
    "12,345.6",
    "1.2345",
    "1.234.56",
    "12.34,5",
    "1,2,3",
    ",5",
    "5,",
    "",
    "-",
    "k. A.",
    "1e5",
    "0x1",
    "١٢",
    "1 234",
    "1.234 ",
    "12a",
    "NaN",
    "inf",
    "--5",
    "1.234.5678",
    ".234",
    "1..234",
    "1" * 19,
    "5-",
    "²",
]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_german_numbers_are_exact(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize("text", [text for text in NOT_NUMBERS if text != "1.234 "])
def test_everything_else_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "number"),
    [
        ("1,234.5", ".", ",", "1234.5"),
        ("1 234,5", ",", " ", "1234.5"),
        ("1\u202f234", ",", " ", "1234"),
        ("1'234.5", ".", "'", "1234.5"),
        ("12.5", ".", "", "12.5"),
    ],
)
def test_other_notations(text: str, decimal: str, thousands: str, number: str) -> None:
    assert parse_number(text, decimal, thousands) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("1.23", "genau drei Ziffern"), ("12,345.6", "hinter dem Dezimalzeichen"), ("viele", "keine Zahl")],
)
def test_the_reason_is_said(text: str, reason: str) -> None:
    with pytest.raises(NumberError, match=reason):
        parse_number(text)


def test_a_point_without_described_thousands_mark_is_refused() -> None:
    with pytest.raises(NumberError, match="Tausenderzeichen: kein Zeichen"):
        parse_number("1.234", thousands="")


def test_thousands_marks_may_not_be_mixed() -> None:
    with pytest.raises(NumberError):
        parse_number("1 234\u202f567", thousands=" ")


def test_equal_marks_are_refused() -> None:
    with pytest.raises(NumberError, match="gleich"):
        parse_number("1,5", decimal=",", thousands=",")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**14), max_value=10**14))
def test_format_and_parse_are_inverse(number: Decimal) -> None:
    assert parse_number(format_number(number)) == number
    assert parse_number(format_number(number, thousands=""), thousands="") == number


@settings(max_examples=300)
@given(
    st.text(alphabet=st.one_of(st.sampled_from("0123456789.,'-+( )%€xpe/ "), st.characters()), max_size=25)
)
def test_the_parser_knows_only_its_own_error(text: str) -> None:
    try:
        number = parse_number(text)
    except NumberError:
        return
    assert number.is_finite()
    assert parse_number(format_number(number)) == number


DESCRIBED = Notation(
    signs={
        "-": "nicht-verfuegbar",
        "x": "geheim",
        "...": "spaeter",
        "0": "null",
        "/": "unsicher",
        "": "unbekannt",
    },
    trailing={"p": "vorlaeufig", "*": "fussnote", "s": "geschaetzt"},
)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("-", Figure(None, "unknown")),
        ("x", Figure(None, "hidden")),
        ("...", Figure(None, "later")),
        ("/", Figure(None, "uncertain")),
        ("", Figure(None, "unknown")),
        ("0", Figure(Decimal(0))),
        ("12", Figure(Decimal(12))),
        ("(12,3)", Figure(Decimal("12.3"), "limited")),
        ("12p", Figure(Decimal(12), "provisional")),
        ("12 p", Figure(Decimal(12), "provisional")),
        ("12*", Figure(Decimal(12), "valid", "mit Fußnote des Lieferanten")),
        ("12s", Figure(Decimal(12), "limited", "geschätzter Wert")),
    ],
)
def test_described_signs(text: str, figure: Figure) -> None:
    assert DESCRIBED.read(text) == figure


@pytest.mark.parametrize(
    "text", ["-", "–", ".", "...", "/", "x", "*", "•", "12p", "12*", "()", "(x)", "(12", "12)"]
)
def test_a_sign_that_nobody_explained_is_an_error(text: str) -> None:
    with pytest.raises(NumberError):
        Notation().read(text)


def test_a_dash_is_zero_only_where_the_delivery_says_so() -> None:
    assert Notation(signs={"-": "null"}).read("-") == Figure(Decimal(0))
    assert Notation(signs={"-": "nichts"}).read("-") == Figure(None, "nothing")


def test_signs_written_as_numbers() -> None:
    notation = Notation(signs={"5555555555": "geheim"})
    assert notation.read(Decimal("5555555555")) == Figure(None, "hidden")
    assert notation.read(Decimal("17")) == Figure(Decimal(17))


@pytest.mark.parametrize(
    ("letter", "status"),
    [("", "valid"), ("e", "valid"), ("p", "provisional"), ("r", "valid"), ("s", "limited")],
)
def test_quality_letters(letter: str, status: str) -> None:
    assert qualified(Figure(Decimal(1)), letter).status == status
    assert qualified(Figure(None, "later"), letter) == Figure(None, "later")


def test_an_unknown_quality_letter_is_an_error() -> None:
    with pytest.raises(NumberError, match="Qualitätskennzeichen"):
        qualified(Figure(Decimal(1)), "z")


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        ("2010", "year", Period(2010)),
        ("2010", "key_date", Period(2010)),
        ("2010/11", "school_year", Period(2010)),
        ("2010/2011", "school_year", Period(2010)),
        ("1999/00", "school_year", Period(1999)),
        ("31.12.2020", "key_date", Period(2020, key_date="31.12.")),
        ("2024-12-31", "key_date", Period(2024, key_date="31.12.")),
        ("12/2017", "key_date", Period(2017, key_date=".12.")),
        ("um 2012", "school_year", Period(2012, "um 2012")),
        ("um 2012", "year", Period(2012, "um 2012")),
    ],
)
def test_periods(text: str, kind: PeriodKind, period: Period) -> None:
    assert parse_period(text, kind) == period


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2010", "school_year"),
        ("2010/11", "year"),
        ("2010/11", "key_date"),
        ("2010/12", "school_year"),
        ("2010/10", "school_year"),
        ("31.02.2020", "key_date"),
        ("31.12.2020", "year"),
        ("13/2017", "key_date"),
        ("12/2017", "year"),
        ("", "year"),
        ("etwa 2012", "year"),
        ("2010-11-01", "school_year"),
        ("1066", "year"),
        ("20100", "year"),
        ("٢٠١٠", "year"),
        ("2010/211", "school_year"),
    ],
)
def test_periods_of_another_kind_are_refused(text: str, kind: PeriodKind) -> None:
    with pytest.raises(PeriodError):
        parse_period(text, kind)


@given(st.text(max_size=12), st.sampled_from(["year", "school_year", "key_date"]))
def test_the_period_parser_knows_only_its_own_error(text: str, kind: PeriodKind) -> None:
    try:
        period = parse_period(text, kind)
    except PeriodError:
        return
    assert 1900 <= period.year <= 2100


@pytest.mark.parametrize(
    ("unit", "indicator", "expected"),
    [
        ("EUR", "hze-aufwendungen", 1),
        ("Tsd. EUR", "hze-aufwendungen", 1000),
        ("Mio. EUR", "hze-aufwendungen", 10**6),
        ("Mio. €", "hze-aufwendungen", 10**6),
        ("%", "uebergang-gymnasium", 1),
        ("Anteil", "uebergang-gymnasium", 100),
        ("Personen", "bevoelkerung", 1),
        ("1000", "lebensformen", 1000),
        ("Anzahl", "bevoelkerung", 1),
        ("1.000 Personen", "bevoelkerung", 1000),
        ("km²", "flaeche", 1),
        ("Hilfen je 1.000 unter 21", "hze-faelle", 1),
    ],
)
def test_units(unit: str, indicator: str, expected: int) -> None:
    assert factor(unit, catalogue().indicators[indicator]) == expected


@pytest.mark.parametrize(
    ("unit", "indicator"),
    [
        ("%", "bevoelkerung"),
        ("EUR", "uebergang-gymnasium"),
        ("Personen", "hze-aufwendungen"),
        ("Stück", "flaeche"),
        ("Anteil", "hze-faelle"),
    ],
)
def test_units_of_something_else_are_refused(unit: str, indicator: str) -> None:
    with pytest.raises(UnitError):
        factor(unit, catalogue().indicators[indicator])


def test_units_of_counts() -> None:
    assert count_factor("Tsd. Kinder") == 1000
    assert count_factor("") == 1
    with pytest.raises(UnitError):
        count_factor("%")
