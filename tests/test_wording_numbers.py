"""Numbers, periods and signs in German: tables, and numbers that parse back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wording_world import CHANGE, COUNT, EURO, GYMNASIUM, INDEX, MEAN, RATE, STEP, plain

from dashboard.wording import numbers, periods, signs
from dashboard.wording.factors import count_word, factor_words


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, 1, "1.234,5"), (179968, 0, "179.968"), (21.925, 1, "21,9"), (21.95, 1, "22,0"),
        (12.449999999999998, 1, "12,5"), (-3.14, 1, "−3,1"), (-0.04, 1, "0,0"), (0, 0, "0"), (2.5, 0, "3"),
        (5312, 0, "5.312"),
    ],
)  # fmt: skip
def test_number(value: float, decimals: int, text: str) -> None:
    assert numbers.number(value, decimals) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_no_number_for_what_is_not_finite(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        numbers.number(value, 1)


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_numbers_parse_back(value: float, decimals: int) -> None:
    text = numbers.number(value, decimals)
    parsed = float(text.replace(".", "").replace(",", ".").replace("−", "-"))
    assert abs(parsed - value) <= 0.5 * 10**-decimals + 1e-6
    assert "-" not in text


@given(st.integers(-(10**13), 10**13))
def test_euros_parse_back_to_the_cent(cents: int) -> None:
    text = numbers.euros(cents)
    assert text.endswith("\u00a0€")
    parsed = Decimal(text[:-2].replace(".", "").replace(",", ".").replace("−", "-"))
    assert parsed * 100 == cents


@pytest.mark.parametrize(
    ("cents", "exact", "short"),
    [
        (2_714_000_000, "27.140.000,00 €", "27,1 Mio. €"), (91_230_000, "912.300,00 €", "912 Tsd. €"),
        (84_000, "840,00 €", "840 €"), (99_960_000, "999.600,00 €", "1,0 Mio. €"),
        (-91_230_000, "−912.300,00 €", "−912 Tsd. €"), (250_000_000_000, "2.500.000.000,00 €", "2,50 Mrd. €"),
        (5, "0,05 €", "0 €"), (99_960, "999,60 €", "1.000 €"), (2_610_000, "26.100,00 €", "26.100 €"),
    ],
)  # fmt: skip
def test_euros(cents: int, exact: str, short: str) -> None:
    assert plain(numbers.euros(cents)) == exact
    assert plain(numbers.euros_short(cents)) == short


@pytest.mark.parametrize(
    ("kind", "value", "status", "text"),
    [
        (GYMNASIUM, 21.925, "valid", "21,9 %"), (COUNT, 5312.0, "valid", "5.312"),
        (RATE, 57.03, "valid", "57,0"),
        (EURO, 27_140_000.0, "valid", "27,1 Mio. €"), (MEAN, 10.93, "provisional", "10,9 km²"),
        (INDEX, 41.25, "valid", "41,25"), (CHANGE, 7.2, "valid", "7,2 %"), (STEP, 2.4, "valid", "2,4"),
        (GYMNASIUM, 21.9, "limited", "(21,9 %)"), (GYMNASIUM, None, "hidden", "x"),
        (GYMNASIUM, None, "unknown", "."),
        (GYMNASIUM, None, "later", "…"), (GYMNASIUM, None, "uncertain", "/"),
        (GYMNASIUM, None, "nothing", "–"),
        (GYMNASIUM, None, "senseless", "entfällt"), (GYMNASIUM, 0.0, "valid", "0,0 %"),
        (GYMNASIUM, None, "valid", "."), (GYMNASIUM, 21.9, "hidden", "x"),
    ],
)  # fmt: skip
def test_value_text(kind: Any, value: float | None, status: Any, text: str) -> None:
    assert plain(numbers.value_text(kind, value, status)) == text


def test_marks_are_distinct() -> None:
    assert len(set(numbers.MARKS.values())) == len(numbers.MARKS)


def test_a_value_cannot_be_broken_from_its_unit() -> None:
    assert numbers.with_unit(21.9, "%", 1) == "21,9\u202f%"
    assert numbers.with_unit(10.93, "km²", 1) == "10,9\u00a0km²"


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "text"),
    [
        (1, "Personen", 0, "1 Person"), (2, "Personen", 0, "2 Personen"),
        (2.4, "Stufe (1–9)", 1, "Stufe 2,4 (1–9)"),
        (7, "", 0, "7"), (1, "Fälle je 1.000", 1, "1,0 Fälle je 1.000"),
    ],
)  # fmt: skip
def test_with_unit(value: float, unit: str, decimals: int, text: str) -> None:
    assert plain(numbers.with_unit(value, unit, decimals)) == text


def test_interval() -> None:
    assert plain(numbers.interval_text(16.6, 28.4, GYMNASIUM)) == "16,6 bis 28,4 %"
    assert plain(numbers.interval_text(49.8, 65, RATE)) == "49,8 bis 65,0"
    assert numbers.interval_text(None, 28.4, GYMNASIUM) == ""


@pytest.mark.parametrize(
    ("delta", "kind", "text"),
    [
        (4.2, GYMNASIUM, "+4,2 Punkte"), (-3.14, COUNT, "−3,1 %"), (2.0, EURO, "+2,0 %"),
        (0.01, GYMNASIUM, "±0,0 Punkte"),
        (-1.5, RATE, "−1,5 Hilfen je 1.000 unter 21"), (1.2, CHANGE, "+1,2 Punkte"), (0.3, STEP, "+0,3"),
        (0.25, INDEX, "+0,25 Indexpunkte"),
    ],
)  # fmt: skip
def test_change(delta: float, kind: Any, text: str) -> None:
    assert plain(numbers.change_text(delta, kind)) == text


def test_change_is_the_difference_of_what_is_printed() -> None:
    assert plain(numbers.change_between(27.66, 31.94, GYMNASIUM)) == "+4,2 Punkte"  # 27,7 and 31,9
    assert plain(numbers.change_between(200, 250, COUNT)) == "+25,0 %"
    assert numbers.change_between(0, 250, COUNT) == ""


@pytest.mark.parametrize(
    ("p", "text"),
    [
        (0.41, "p = 0,41"),
        (0.0004, "p < 0,001"),
        (0.0496, "p = 0,050"),
        (0.004, "p = 0,004"),
        (1.0, "p = 1,00"),
    ],
)
def test_p(p: float, text: str) -> None:
    assert plain(numbers.p_text(p)) == text


def test_counts_and_probabilities() -> None:
    assert plain(numbers.n_text(1712)) == "n = 1.712"
    assert plain(numbers.n_text(None, 41)) == "n = 41"
    assert numbers.n_text(None) == ""
    assert [plain(numbers.probability_text(p)) for p in (0.001, 0.62, 0.999)] == [
        "unter 1 %",
        "62 %",
        "über 99 %",
    ]


@pytest.mark.parametrize(
    ("kind", "year", "label", "axis", "phrase", "since", "title"),
    [
        (GYMNASIUM, 2010, "2010/11", "2010/11", "im Schuljahr 2010/11", "seit 2010/11", "Schuljahr 2010/11"),
        (GYMNASIUM, 1999, "1999/00", "1999/00", "im Schuljahr 1999/00", "seit 1999/00", "Schuljahr 1999/00"),
        (RATE, 2010, "2010", "2010", "im Jahr 2010", "seit 2010", "2010"),
        (COUNT, 2020, "31.12.2020", "2020", "am 31.12.2020", "seit dem 31.12.2020", "31.12.2020"),
    ],
)
def test_periods(kind: Any, year: int, label: str, axis: str, phrase: str, since: str, title: str) -> None:
    assert periods.period_label(kind, year) == label
    assert periods.axis_label(kind, year) == axis
    assert periods.period_phrase(kind, year) == phrase
    assert periods.since_phrase(kind, year) == since
    assert periods.period_title(kind, year) == title


def test_spans_of_periods() -> None:
    assert periods.range_label(GYMNASIUM, 2010, 2024) == "2010/11 bis 2024/25"
    assert periods.range_label(RATE, 2010, 2010) == "2010"
    assert periods.between_phrase(COUNT, 2010, 2020) == "zwischen dem 31.12.2010 und dem 31.12.2020"


@pytest.mark.parametrize(
    ("label", "polarity", "expected"),
    [
        ("higher", "high", "better"), ("higher", "low", "worse"), ("higher", "none", "higher"),
        ("lower", "high", "worse"), ("lower", "low", "better"), ("lower", "none", "lower"),
        ("same", "high", "same"), ("none", "low", "none"),
    ],
)  # fmt: skip
def test_sign(label: Any, polarity: Any, expected: str) -> None:
    assert signs.sign(label, polarity) == expected
    assert signs.sign(label, polarity, "hidden") == "hidden"


def test_words_of_signs() -> None:
    assert signs.sign_word("better") == "besser als die übrige Stadt"
    assert signs.sign_word("same") == "nicht unterscheidbar von der übrigen Stadt"
    assert signs.trend_word("no_trend") == "kein Trend nachweisbar"
    assert signs.trend_judgement("rising", "low") == "ungünstig"
    assert signs.trend_judgement("rising", "none") == signs.trend_judgement("no_trend", "low") == ""
    assert signs.target_status_word("off_track") == "nicht auf Kurs"
    assert signs.convergence_word("not_shown") == "keine Annäherung nachweisbar"
    assert signs.origin_word("demo") == "Beispieldaten"
    assert signs.certainty_word("niedrig") == "mit geringer Sicherheit"
    assert signs.status_word("hidden") == "nicht gezeigt (Geheimhaltung)"


def test_legends_name_every_sign_that_is_drawn() -> None:
    assert {sign for sign, _ in signs.COMPARISON_LEGEND} == set(signs.SIGN_WORDS) - {"none"}
    assert {mark for mark, _ in signs.MARK_LEGEND} == {*numbers.MARKS.values(), "( )"}


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1.49, ""), (1.5, "rund anderthalbmal"), (1.7, "mehr als anderthalbmal"), (1.9, "fast doppelt"),
        (2.0, "rund doppelt"), (2.11, "mehr als doppelt"), (2.5, "rund zweieinhalbmal"),
        (2.7, "mehr als zweieinhalbmal"), (2.9, "fast dreimal"), (3.0, "rund dreimal"),
        (3.4, "mehr als dreimal"),
        (9.9, "fast zehnmal"), (10.5, "mehr als zehnmal"), (80.0, "mehr als zehnmal"),
    ],
)  # fmt: skip
def test_factors(ratio: float, words: str) -> None:
    assert factor_words(ratio) == words


@given(st.floats(1.5, 50))
def test_factor_words_are_true(ratio: float) -> None:
    """ "fast" is said only below the number, "mehr als" only above it."""
    words = factor_words(ratio)
    named = {"anderthalb": 1.5, "doppelt": 2.0, "zweieinhalb": 2.5}
    named |= {f"{count_word(n)}mal": float(n) for n in range(3, 11)}
    number = next(value for word, value in named.items() if word in words)
    if words.startswith("fast"):
        assert 0.9 * number <= ratio < number
    elif words.startswith("mehr als"):
        assert ratio > number
    else:
        assert abs(ratio - number) <= 0.101
