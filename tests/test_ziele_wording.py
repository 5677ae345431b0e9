"""Sentences on targets and convergence, read back by their numbers."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import EURO, SHARE, tiny_catalogue

from dashboard.analysis.progress import pace
from dashboard.model import Convergence, ConvergenceLabel, TargetResult, TargetStatus
from dashboard.wording import goals
from dashboard.wording.goals_convergence import approach_detail, approach_headline, focus_sentence
from dashboard.wording.goals_matrix import chain_headline, matrix_headline
from dashboard.wording.signs import TARGET_WORDS

CATALOGUE = tiny_catalogue()
TARGET = CATALOGUE.targets["mehr-gymnasium"]
INDICATOR = CATALOGUE.indicators[SHARE]
STATUSES: tuple[TargetStatus, ...] = get_args(TargetStatus)
SPREAD = st.floats(0, 20)
MET = "Sozialräumen erreicht oder auf Kurs"


def convergence(label: ConvergenceLabel, first: float = 8.0, last: float = 4.0) -> Convergence:
    return Convergence(SHARE, "sozialraum", "", label, 0.01, 2010, 2020, first, last, "demo")


@given(st.dictionaries(st.sampled_from(STATUSES), st.integers(0, 40)))
def test_the_counts_are_those_of_the_sentence(counts: dict[TargetStatus, int]) -> None:
    sentence = goals.counts_sentence(counts, goals.PROGRAMME)
    found = [int(number) for number in re.findall(r"\d+", sentence)]
    there = [counts[status] for status in goals.STATUS_ORDER if counts.get(status)]
    assert found == ([sum(there), *there] if sum(there) > 1 else [])
    words = re.findall(r"nicht auf Kurs|auf Kurs|erreicht|verfehlt|offen", sentence)
    assert words == [TARGET_WORDS[status] for status in goals.STATUS_ORDER if counts.get(status)]


@given(st.lists(st.sampled_from(["converging", "diverging", "not_shown"]), max_size=60))
def test_the_overview_counts_results(labels: list[ConvergenceLabel]) -> None:
    tested = [convergence(label) for label in labels]
    sentence = approach_headline(tested)
    read = [0 if word == "keiner" else int(word) for word in re.findall(r"\bkeiner\b|\d+", sentence)]
    closer, apart = labels.count("converging"), labels.count("diverging")
    assert read == ([closer, len(labels), apart] if labels else [])
    assert [int(number) for number in re.findall(r"\d+", approach_detail(tested))][:2] == [
        labels.count("not_shown"), len(labels)
    ]  # fmt: skip


@given(st.sampled_from(["converging", "diverging"]), SPREAD, SPREAD)
def test_a_proven_result_never_contradicts_the_spreads_it_prints(
    label: ConvergenceLabel, first: float, last: float
) -> None:
    sentence = focus_sentence(convergence(label, first, last), INDICATOR)
    assert ("angenähert" in sentence) == (label == "converging")
    printed = re.findall(r"zuerst (\d+,\d).*zuletzt (\d+,\d)", sentence)
    for pair in printed:
        one, other = (float(text.replace(",", ".")) for text in pair)
        assert other < one if label == "converging" else other > one
    assert printed or "über alle Zeiträume gerechnet" in sentence


@given(st.floats(-50, 50), st.floats(-50, 50), st.integers(1, 20))
def test_a_pace_is_a_change_per_year_with_its_sign(first: float, last: float, years: int) -> None:
    found = pace(first, 2010, last, 2010 + years)
    assert found == pytest.approx((last - first) / years)
    text = goals.pace_text(found, INDICATOR)
    assert float(text.replace("±", "").replace("−", "-").replace(",", ".")) == pytest.approx(
        found, abs=0.0051
    )
    assert pace(first, 2010, last, 2010) is None
    assert pace(float("nan"), 2010, last, 2011) is None


def test_a_pace_in_euros_carries_its_unit() -> None:
    euros = CATALOGUE.indicators[EURO]
    assert goals.pace_text(-1_250_000.0, euros) == "−1,3\N{NO-BREAK SPACE}Mio.\N{NO-BREAK SPACE}€"
    assert goals.pace_unit(euros) == ""
    assert goals.pace_unit(INDICATOR) == "Punkte"
    assert goals.pace_text(None, euros) == ""


def result(**changes: object) -> TargetResult:
    given: dict[str, object] = {
        "target": TARGET.id, "indicator": SHARE, "area": "hamm", "year": None, "status": "open",
        "value": None, "baseline": None, "goal": None, "target_year": 2026, "probability": None,
        "projected": None, "projected_lower": None, "projected_upper": None,
    }  # fmt: skip
    return TargetResult(**given | changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "found", "last", "reason"),
    [
        ("relative", result(), None, "Es liegt kein Wert vor"),
        ("relative", result(), 2023, "Der Ausgangswert 2021/22 fehlt"),
        ("direction", result(baseline=3.0), 2024, "Für 2026/27 gibt es keinen Wert, die Reihe endet 2024/25"),
        ("absolute", result(), 2028, "Für 2026/27 gibt es keinen Wert"),
        ("direction", result(baseline=3.0, value=3.0, year=2021), 2026, "Nach 2021/22 gibt es keinen Wert"),
        ("absolute", result(value=3.0, year=2023), 2023,
         "Eine Projektion braucht fünf Zeiträume ohne Lücke und ohne Bruch der Reihe"),
        ("convergence", result(), None,
         "Die Quelle nennt nicht, an welchen Kennzahlen und womit die Annäherung gemessen wird"),
    ],
)  # fmt: skip
def test_why_a_target_is_open(kind: str, found: TargetResult, last: int | None, reason: str) -> None:
    target = TARGET.model_copy(update={"kind": kind})
    assert goals.open_reason(target, found, INDICATOR, last) == reason


def test_what_would_close_it() -> None:
    sources = (CATALOGUE.sources["statistik"],)
    assert goals.closing(TARGET, result(), INDICATOR, sources) == (
        "Die Lücke schließt eine Lieferung: Schulstatistik (Stadt Hamm)"
    )
    assert goals.closing(TARGET, result(), INDICATOR) == (
        "Die Lücke schließt eine Lieferung für 2021/22: gezählte Kinder, dazu alle Kinder"
    )


@pytest.mark.parametrize(
    ("everywhere", "nowhere", "said"),
    [
        (["a"], ["b", "c"], f"Ein Ziel ist in allen neun {MET}, zwei Ziele sind in keinem"),
        (["a", "b"], [], f"Zwei Ziele sind in allen neun {MET}"),
        ([], ["a"], "Ein Ziel ist in keinem Sozialraum erreicht oder auf Kurs"),
        ([], [], f"Kein Ziel ist in allen neun {MET}, aber jedes in mindestens einem"),
    ],
)  # fmt: skip
def test_matrix_headline(everywhere: list[str], nowhere: list[str], said: str) -> None:
    assert matrix_headline(everywhere, nowhere, 9) == said


def test_chain_headline() -> None:
    assert chain_headline(["Kita"], ["Sek I", "Sek II"], 7) == (
        "Die Präventionskette hat Lücken: In einer Lebensphase ist keine Reichweite bekannt, "
        "in zwei Lebensphasen ist kein Ziel vereinbart"
    )  # fmt: skip
    assert chain_headline([], [], 7) == "Alle sieben Glieder der Präventionskette haben Reichweite und Ziel"
