"""The new texts read back: every number, side and count they print must be that of their input."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from test_wording_pages import CAUSAL, FORBIDDEN, NOTE
from wording_cases import (
    LOW,
    NORTH,
    compared,
    counts,
    findings,
    gap_of,
    goal,
    inequality,
    observed,
    result,
    trend_of,
)
from wording_world import AREAS, GYMNASIUM, PLAIN_SHARE, RATE, plain

from dashboard.catalogue.load import load
from dashboard.catalogue.models import Indicator
from dashboard.model import ComparisonLabel, TrendLabel
from dashboard.wording import gaps, leads, overview, profile, profile_sections, slopes, tiles
from dashboard.wording.factors import count_word
from dashboard.wording.histories import History, HistoryPoint, history_title
from dashboard.wording.topics import TOPICS

CATALOGUE = Path(__file__).resolve().parents[1] / "data" / "catalogue"
SHARE = st.floats(0, 100)
CELL = st.one_of(st.none(), SHARE)
KINDS = st.sampled_from((GYMNASIUM, LOW, PLAIN_SHARE, RATE))
TRENDS: st.SearchStrategy[TrendLabel] = st.sampled_from(("rising", "falling", "no_trend", "not_computable"))
LABELS: st.SearchStrategy[ComparisonLabel] = st.sampled_from(("higher", "lower", "same", "none"))
WORDS = {count_word(count): count for count in range(13)} | {
    "eine": 1, "einer": 1, "einem": 1, "keine": 0, "keiner": 0, "keinem": 0,
}  # fmt: skip


def count_of(word: str) -> int:
    word = word.lower()
    return int(word) if word.isdigit() else WORDS[word]


def numbers_in(text: str) -> list[float]:
    """The decimal numbers of a German text."""
    found = re.findall(r"−?\d+(?:\.\d{3})*(?:,\d+)", text)
    return [float(n.replace(".", "").replace(",", ".").replace("−", "-")) for n in found]


def as_printed(value: float) -> float:
    return float(gaps.printed(value, GYMNASIUM))


def sound(text: str) -> str:
    """The text with plain spaces, after the rules that hold for all."""
    text = plain(text)
    assert not FORBIDDEN.search(text), text
    assert not CAUSAL.search(text.replace(NOTE, "")), text
    return text


@st.composite
def histories(draw: st.DrawFn) -> History:
    kind, cells = draw(KINDS), draw(st.lists(CELL, max_size=8))
    own = tuple(
        HistoryPoint(2017 + at, value, "valid" if value is not None else "hidden", draw(LABELS))
        for at, value in enumerate(cells)
    )
    city = tuple(HistoryPoint(2017 + at, draw(CELL)) for at in range(len(cells)))
    last = 2016 + max(len(cells), 1)
    trend = trend_of(kind, draw(TRENDS), year=last, first_year=last - 4)
    return History(kind, draw(st.sampled_from((NORTH, None))), own, city, trend, draw(SHARE))


@given(histories())
def test_history_says_what_its_points_say(history: History) -> None:
    title = sound(history_title(history))
    label = history.trend.label if history.trend else "not_computable"
    assert not re.search(r"gestiegen|steigender", title) or label == "rising"
    assert not re.search(r"gesunken|sinkender", title) or label == "falling"
    shown = {point.year: point.value for point in history.shown()}
    if moved := re.search(r"(gestiegen|gesunken), von (\S+?)(?: %)? auf ([\d,]+)", title):
        assert history.trend is not None
        first, last = (shown[year] for year in (history.trend.first_year, history.trend.year))
        assert first is not None
        assert last is not None
        assert numbers_in(moved[0]) == [as_printed(first), as_printed(last)]
        assert (numbers_in(moved[0])[0] < numbers_in(moved[0])[1]) == (moved[1] == "gestiegen")
    if history.in_focus() and re.search(
        r"(über|unter|gleichauf)\b.* der (übrigen )?Stadt|mit der Stadt", title
    ):
        _check_level(title, history)


def _check_level(title: str, history: History) -> None:
    city = {point.year: point.value for point in history.city}
    apart = [
        as_printed(point.value) - as_printed(other)
        for point in history.shown()
        if point.value is not None and (other := city.get(point.year)) is not None
    ]
    above, below = sum(gap > 0 for gap in apart), sum(gap < 0 for gap in apart)
    if some := re.search(r"(\w+) von (\w+) ausgewiesenen \S+ (über|unter)( der|, )", title):
        assert count_of(some[2]) == len(apart)
        assert count_of(some[1]) == (above if some[3] == "über" else below) == max(above, below)
        return
    expected = above if "über" in title else below if "unter" in title else sum(gap == 0 for gap in apart)
    assert expected == len(apart)
    assert ("beiden" in title) == (len(apart) == 2)


@given(KINDS, SHARE, SHARE, LABELS, st.integers(0, 500))
def test_the_first_tile_agrees_with_test_and_numbers(
    kind: Indicator, value: float, city: float, label: ComparisonLabel, people: int
) -> None:
    found = tiles.against_city(
        kind, 2024, observed(kind, value), compared(kind, city, label), city, people or None
    )
    sound(f"{found.label}; {found.value}; {found.detail}")
    assert as_printed(city) in numbers_in(plain(found.label))
    if label in ("same", "none"):
        assert found.value in ("nicht unterscheidbar", "nicht verglichen")
        assert "Stadtwert" not in found.detail
        return
    worse = (label == "higher") == (kind.polarity == "low")
    words = ("schlechter" if worse else "besser") if kind.polarity != "none" else None
    assert found.value == (words or {"higher": "höher", "lower": "niedriger"}[label])
    if "Stadtwert" in found.detail:
        assert (value > city) == (label == "higher") == bool(re.search("mehr als|über", found.detail))
    if persons := re.match(r"(\d+) Kind(er)? (mehr|weniger) als", plain(found.detail)):
        assert int(persons[1]) == people
    elif "Stadtwert" in found.detail:
        assert numbers_in(plain(found.detail)) == [round(abs(as_printed(value) - as_printed(city)), 1)]


@given(SHARE, st.integers(0, 500), st.floats(0, 1), st.sampled_from(("on_track", "off_track", "missed")))
def test_the_target_tile_says_the_right_side(value: float, people: int, chance: float, status: str) -> None:
    found = tiles.target_tile(LOW, goal(), result(status, value=value, probability=chance), people or None)  # type: ignore[arg-type]
    detail = sound(found.detail or "leer")
    assert "unter dem Ziel" not in detail
    if "über dem Ziel" in detail:
        assert value > 22.0
    if probability := re.search(r"Wahrscheinlichkeit (\d+) %", detail):
        assert abs(int(probability[1]) / 100 - chance) <= 0.00501
    assert ("Wahrscheinlichkeit" in detail) == (status != "missed")


@given(st.floats(0, 60), st.one_of(st.none(), st.floats(0, 60)))
def test_gap_tile_and_title_agree_on_chance(size: float, p95: float | None) -> None:
    gap = gap_of(LOW, size, p95)
    tile, title = tiles.gap_tile(LOW, gap), sound(gaps.gap_title(gap, LOW, "sozialraum"))
    assert numbers_in(plain(tile.value)) == [as_printed(size)]
    if p95 is None:
        assert "größer" not in title
        return
    larger = as_printed(size) > as_printed(p95)
    assert tile.detail.startswith("mehr als Zufall") == larger
    assert title.endswith("größer, als Zufall erklärt") == larger
    assert numbers_in(plain(tile.detail)) == [as_printed(p95)]


@given(st.floats(-40, 40), st.floats(0.1, 30), st.floats(0.1, 30))
def test_a_gradient_is_claimed_only_without_zero_inside(sii: float, down: float, up: float) -> None:
    text = sound(gaps.sii_sentence(inequality(sii, sii - down, sii + up), LOW))
    low, high = as_printed(sii - down), as_printed(sii + up)
    assert ("nicht nachweisbar" in text) == (low <= 0 <= high)
    size, first, last = numbers_in(text)
    assert sorted(abs(n) for n in (first, last)) == sorted(abs(n) for n in (low, high))
    assert first <= last
    assert abs(size) == as_printed(abs(sii))
    if "nicht nachweisbar" not in text:
        assert text.endswith(f"das am {'wenigsten' if sii > 0 else 'stärksten'} belastete Ende")


@given(st.lists(st.tuples(CELL, CELL, LABELS), min_size=1, max_size=9), LABELS)
def test_slope_counts_are_those_of_the_lines(
    rows: list[tuple[float | None, float | None, ComparisonLabel]], city: ComparisonLabel
) -> None:
    lines = tuple(
        slopes.SlopeLine(area.name, area.locative, *row)
        for area, row in zip(AREAS.values(), rows, strict=False)
    )
    around = slopes.SlopeLine("Stadt Hamm", "in der Stadt Hamm", 30.0, 31.0, city)
    title = sound(slopes.slope_title(slopes.Slopes(GYMNASIUM, 2015, 2024, lines, around)))
    sides = [side for line in lines if (side := line.side(GYMNASIUM)) is not None]
    if not sides:
        assert "ausgewiesen" in title
        return
    side = 1 if " über dem Wert" in title else -1 if " unter dem Wert" in title else 0
    if some := re.match(r"(\w+) von (\w+) ", title):
        assert (count_of(some[1]), count_of(some[2])) == (sides.count(side), len(sides))
    else:
        assert set(sides) == {side}
    assert sides.count(side) >= sides.count(-side)
    if "nur für die Stadt" in title:
        assert city == ("higher" if side > 0 else "lower")
    proven = {1: "higher", -1: "lower", 0: "never"}[side]
    for line in lines:
        if re.search(rf"gesichert ist das nur [^;]*\b{line.locative}\b", title):
            assert line.label == proven
    if "gesichert ist das in keinem" in title:
        assert all(line.label != proven or line.side(GYMNASIUM) != side for line in lines)


@given(st.text("wWvbsnx-", max_size=24))
def test_profile_counts_are_those_of_the_findings(spec: str) -> None:
    found = profile.profile_of(NORTH, findings(spec))
    title, lead = sound(profile.profile_title(found)), sound(leads.profile_lead(found))
    tested = sum(letter in "wWvbsn" for letter in spec)
    assert ("verschlechter" in title) == (spec.count("W") > 0)
    assert ("verschlechter" in lead) == (spec.count("W") > 0)
    assert ("auffällig" in title and "keine Kennzahl auffällig" not in title) == bool(set(spec) & set("wWv"))
    if head := re.match(r"(\w+) von (\w+) Kennzahlen (ist|sind) schlechter", lead):
        assert count_of(head[2]) == tested
        assert count_of(head[1]) == (spec.count("W") or sum(letter in "wv" for letter in spec))
        assert (head[3] == "ist") == (count_of(head[1]) == 1)
    if more := re.search(r"(\w+) weitere lieg", lead):
        assert count_of(more[1]) == sum(letter in "wv" for letter in spec)
    if better := re.search(r"Bei (\w+) Kennzahl(en)? steht", lead):
        assert WORDS.get(better[1], better[1]) in (spec.count("b"), str(spec.count("b"))) or (
            better[1] == "einer" and spec.count("b") == 1
        )
    if hidden := re.search(r"(\w+) Kennzahl(en)? (ist|sind) geschützt", lead):
        assert count_of(hidden[1]) == spec.count("x")


@given(st.lists(st.integers(-1, 14), min_size=1, max_size=9))
def test_overview_names_the_right_areas(worse: list[int]) -> None:
    rows = counts(*worse)
    title = sound(overview.overview_title(rows))
    most = max(worse)
    for row in rows:
        if re.search(rf"\b{row.area.locative}\b[^;]*schlechter", title, re.IGNORECASE):
            assert row.worse == most
        if re.search(rf"; [^;]*\b{row.area.locative}\b", title):
            assert row.worse == min(count for count in worse if count >= 0)
    if head := re.search(r"(\w+) von 40 Kennzahlen schlechter", title):
        assert count_of(head[1]) == most
        assert worse.count(most) == 1
    if most > 0 and len(rows) > 1 and worse.count(most) == 1 and most > 1 and len(set(worse) - {-1}) > 1:
        assert "so viele wie in keinem anderen" in title


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_population_says_the_printed_change(first: int, last: int) -> None:
    own = profile_sections.Change(2015, first, 2024, last)
    text = sound(profile_sections.population_sentence(PLAIN_SHARE, NORTH, own, None))
    percent = (last / first - 1) * 100
    if said := re.search(r", ([\d.]+,\d) % (mehr|weniger) als 2015", text):
        assert abs(numbers_in(said[1])[0] - abs(percent)) <= 0.0501
        assert (said[2] == "mehr") == (percent > 0)
    else:
        assert abs(percent) <= 0.0501


def test_every_topic_belongs_to_an_indicator_that_can_stand_out() -> None:
    indicators = load(CATALOGUE).indicators
    assert set(TOPICS) <= set(indicators)
    assert all(indicators[key].polarity != "none" for key in TOPICS)


def test_topics_of_the_whole_catalogue_make_sound_headlines() -> None:
    for kind in load(CATALOGUE).indicators.values():
        if kind.polarity == "none" or kind.comparison == "none":
            continue
        trend: TrendLabel = "falling" if kind.polarity == "high" else "rising"
        for sign in ("worse", "better"):
            found = profile.profile_of(NORTH, [profile.Finding(kind, sign, trend)])  # type: ignore[arg-type]
            title = sound(profile.profile_title(found))
            assert title[0].isupper() or title.startswith("„")
