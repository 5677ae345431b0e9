"""The sentences: by tables from the intended pages, for every kind of indicator and every gap in the data."""

from __future__ import annotations

from typing import Any

import pytest
from wording_world import (
    AREAS,
    COUNT,
    EURO,
    GYMNASIUM,
    INDEX,
    MEAN,
    PLAIN_SHARE,
    RATE,
    SOURCE,
    STEP,
    area_value,
    city_story,
    focus_story,
    gap,
    indicator,
    nine,
    plain,
)

from dashboard.catalogue.models import Area, Phrase, Target
from dashboard.display import CityLine
from dashboard.model import Convergence, TargetResult, Trend
from dashboard.wording.statements import (
    CityStory,
    FocusStory,
    accessible_area,
    city_tile_change,
    comparison_sentence,
    convergence_sentence,
    copyable,
    detail,
    deviation_sentence,
    gap_sentence,
    headline,
    target_sentence,
    trend_sentence,
)

SHARES = (29.6, 21.9, 25.0, 23.4, 36.8, 46.3, 27.1, 34.0, 41.2)
CLOSE = (40.1, 35.2, 36.0, 38.0, 39.0, 46.3, 38.1, 37.0, 36.6)
ODDS = (1.1, 0.4, 0.8, 0.9, 1.0, 3.2, 1.1, 1.4, 1.2)
NORTH = AREAS["hamm-norden"]

CITY_SENTENCES = [
    (
        city_story(GYMNASIUM, nine(GYMNASIUM, SHARES, "olllohooh"), 31.9, p95=15.3),
        "In Uentrop gehen anteilig mehr als doppelt so viele Kinder aufs Gymnasium wie in Hamm-Norden",
    ),
    (
        city_story(GYMNASIUM, nine(GYMNASIUM, CLOSE, "olooohooo"), 38.0, p95=15.3),
        "In Uentrop wechseln 46 von 100 Kindern aufs Gymnasium, in Hamm-Norden 35",
    ),
    (
        city_story(GYMNASIUM, nine(GYMNASIUM, CLOSE), 38.0, p95=15.3),
        "Die Übergangsquote zum Gymnasium schwankt zwischen den neun Sozialräumen; das ist mit diesen "
        "Fallzahlen nicht von Zufall zu unterscheiden",
    ),
    (
        city_story(GYMNASIUM, nine(GYMNASIUM, CLOSE, "ooooohooo"), 38.0, p95=15.3),
        "In Uentrop wechseln 46 von 100 Kindern aufs Gymnasium, nachweisbar mehr als in der übrigen Stadt",
    ),
    (
        city_story(GYMNASIUM, nine(GYMNASIUM, CLOSE, "hoooohooo"), 38.0, p95=15.3),
        "In Uentrop wechseln 46 von 100 Kindern aufs Gymnasium, nachweisbar mehr als in der übrigen Stadt; "
        "ein weiterer Sozialraum weicht ebenfalls ab",
    ),
    (
        city_story(GYMNASIUM, nine(GYMNASIUM, ODDS, "ooooohooo"), 1.2, p95=2.0),
        "Die Übergangsquote zum Gymnasium ist in Uentrop mit 3,2 % rund achtmal so hoch wie in Hamm-Norden "
        "mit 0,4 %",
    ),
    (
        city_story(RATE, nine(RATE, SHARES, "olllohooh"), 31.9, p95=9.0),
        "Die Zahl der Hilfen zur Erziehung ist in Uentrop mit 46,3 mehr als doppelt so hoch wie in "
        "Hamm-Norden "
        "mit 21,9 (Hilfen je 1.000 unter 21)",
    ),
    (
        city_story(RATE, nine(RATE, CLOSE, "olooohooo"), 38.0, p95=9.0),
        "Die Zahl der Hilfen zur Erziehung beträgt in Uentrop 46,3 Hilfen je 1.000 unter 21, "
        "in Hamm-Norden 35,2",
    ),
    (
        city_story(PLAIN_SHARE, nine(PLAIN_SHARE, SHARES, "---------"), 31.9),
        "Der Anteil der Kinder reicht von 21,9 % in Hamm-Norden bis 46,3 % in Uentrop",
    ),
    (
        city_story(COUNT, nine(COUNT, tuple(v * 1000 for v in SHARES), "---------"), 179968),
        "Die Einwohnerzahl reicht von 21.900 in Hamm-Norden bis 46.300 in Uentrop",
    ),
    (
        city_story(EURO, nine(EURO, tuple(v * 1e5 for v in SHARES), "---------"), 27_140_000),
        "Die Aufwendungen für Hilfen zur Erziehung reichen von 2,2 Mio. € in Hamm-Norden bis 4,6 Mio. € "
        "in Uentrop",
    ),
    (
        city_story(EURO, (), 27_140_000.0),
        "Die Aufwendungen für Hilfen zur Erziehung betragen in der Stadt Hamm 27,1 Mio. €",
    ),
    (city_story(COUNT, (), 179968), "Die Einwohnerzahl beträgt in der Stadt Hamm 179.968 Personen"),
    (
        city_story(INDEX, (), 41.25),
        "Der Gesamtwert im Deutschen Lernatlas beträgt in der Stadt Hamm 41,25 Indexpunkte",
    ),
    (city_story(STEP, (), 4.2), "Der Schulsozialindex liegt in der Stadt Hamm bei Stufe 4,2 (1–9)"),
    (city_story(MEAN, (), 226.24), "Die Fläche beträgt in der Stadt Hamm 226,2 km²"),
    (city_story(PLAIN_SHARE, (), 93.0), "Der Anteil der Kinder liegt in der Stadt Hamm bei 93,0 %"),
    (city_story(GYMNASIUM, (), 31.9), "In der Stadt Hamm wechseln 32 von 100 Kindern aufs Gymnasium"),
    (
        city_story(GYMNASIUM, (), None),
        "Übergangsquote Gymnasium: Im Schuljahr 2024/25 liegen keine Werte vor",
    ),
    (
        city_story(GYMNASIUM, nine(GYMNASIUM, (None,) * 9), None),
        "Übergangsquote Gymnasium: Im Schuljahr 2024/25 werden die Werte der Sozialräume nicht gezeigt "
        "(Geheimhaltung)",
    ),
    (
        city_story(MEAN, nine(MEAN, (5.0,) * 9, "---------"), 5.0),
        "Die Fläche beträgt in allen gezeigten Sozialräumen 5,0 km²",
    ),
    (
        city_story(GYMNASIUM, (area_value(GYMNASIUM, "mitte", 30.0),), 31.9),
        "Die Übergangsquote zum Gymnasium liegt in Mitte bei 30,0 %",
    ),
    (
        city_story(EURO, (), 9_000_000.0, category="Heimerziehung"),
        "Heimerziehung: Die Aufwendungen für Hilfen zur Erziehung betragen in der Stadt Hamm 9,0 Mio. €",
    ),
]


@pytest.mark.parametrize(("story", "sentence"), CITY_SENTENCES)
def test_city_headline(story: CityStory, sentence: str) -> None:
    assert plain(headline(story)) == sentence


FOCUS_SENTENCES = [
    (
        focus_story(GYMNASIUM, 21.9, 33.0, "lower"),
        "In Hamm-Norden wechseln 22 von 100 Kindern aufs Gymnasium – 11 weniger als in der übrigen Stadt",
    ),
    (
        focus_story(GYMNASIUM, 21.9, 33.0, "same"),
        "In Hamm-Norden wechseln 22 von 100 Kindern aufs Gymnasium – von der übrigen Stadt (33 von 100) "
        "mit diesen Fallzahlen nicht zu unterscheiden",
    ),
    (  # 21,5 → 22 and 33,4 → 33 would say 11, the values say 12
        focus_story(GYMNASIUM, 21.5, 33.4, "lower"),
        "In Hamm-Norden wechseln 22 von 100 Kindern aufs Gymnasium – weniger als in der übrigen Stadt (33 "
        "von 100)",
    ),
    (
        focus_story(GYMNASIUM, 21.6, 22.4, "lower"),
        "Die Übergangsquote zum Gymnasium liegt in Hamm-Norden bei 21,6 % – 0,8 Punkte unter der übrigen "
        "Stadt (22,4 %)",
    ),
    (
        focus_story(GYMNASIUM, 0.8, 3.0, "lower"),
        "Die Übergangsquote zum Gymnasium liegt in Hamm-Norden bei 0,8 % – 2,2 Punkte unter der übrigen "
        "Stadt (3,0 %)",
    ),
    (
        focus_story(GYMNASIUM, 99.2, 98.9, "same"),
        "Die Übergangsquote zum Gymnasium liegt in Hamm-Norden bei 99,2 % – von der übrigen Stadt (98,9 %) "
        "mit diesen Fallzahlen nicht zu unterscheiden",
    ),
    (focus_story(GYMNASIUM, 21.9), "In Hamm-Norden wechseln 22 von 100 Kindern aufs Gymnasium"),
    (
        focus_story(GYMNASIUM, 21.9, 33.0, "none"),
        "In Hamm-Norden wechseln 22 von 100 Kindern aufs Gymnasium; in der übrigen Stadt: 33 von 100",
    ),
    (
        focus_story(RATE, 57.0, 38.7, "higher"),
        "Die Zahl der Hilfen zur Erziehung beträgt in Hamm-Norden 57,0 Hilfen je 1.000 unter 21 – "
        "höher als in der übrigen Stadt (38,7)",
    ),
    (focus_story(COUNT, 16240.0), "Die Einwohnerzahl beträgt in Hamm-Norden 16.240 Personen"),
    (
        focus_story(GYMNASIUM, None, status="hidden"),
        "Übergangsquote Gymnasium: In Hamm-Norden wird im Schuljahr 2024/25 der Wert nicht gezeigt "
        "(Geheimhaltung)",
    ),
    (
        focus_story(GYMNASIUM, None, status="later"),
        "Übergangsquote Gymnasium: In Hamm-Norden liegt im Schuljahr 2024/25 der Wert noch nicht vor",
    ),
    (
        focus_story(COUNT, None, status="nothing"),
        "Bevölkerung: In Hamm-Norden ist am 31.12.2024 nichts vorhanden",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("story", "sentence"), FOCUS_SENTENCES)
def test_focus_headline(story: FocusStory, sentence: str) -> None:
    assert plain(headline(story)) == sentence


def test_the_other_area_keeps_its_own_preposition() -> None:
    district = Area(
        id="mitte", name="Mitte", short_name="Mitte", kind="stadtbezirk", locative="im Stadtbezirk Mitte"
    )
    areas = (area_value(GYMNASIUM, "uentrop", 46.3, "higher"), area_value(GYMNASIUM, "mitte", 21.9, "lower"))
    story = city_story(GYMNASIUM, areas, 31.9)
    story = CityStory(
        GYMNASIUM,
        2024,
        "stadtbezirk",
        areas,
        {**story.locatives, "mitte": district.locative},
        None,
        None,
        "published",
    )
    assert headline(story).endswith("aufs Gymnasium wie im Stadtbezirk Mitte")
    bare = Phrase(
        per_hundred="gehen {n} von 100 Kindern", compared="gehen {factor} so viele Kinder wie {other}"
    )
    kind = indicator(phrase=bare)
    story = CityStory(kind, 2024, "stadtbezirk", areas, story.locatives, None, None, "published")
    assert headline(story) == "In Uentrop gehen mehr als doppelt so viele Kinder wie im Stadtbezirk Mitte"


DETAILS: list[tuple[Any, str]] = [
    (
        focus_story(GYMNASIUM, 21.9, 33.0, "lower", lower=16.6, upper=28.4, denominator=187.0),
        "21,9 % (16,6 bis 28,4 %), n = 187; übrige Stadt 33,0 %; Schuljahr 2024/25",
    ),
    (
        focus_story(GYMNASIUM, 25.0, 33.0, "same", "lower"),
        "25,0 %; übrige Stadt 33,0 %; Schuljahr 2024/25; "
        "einzeln auffällig, bei allen Vergleichen zugleich nicht nachweisbar",
    ),
    (
        focus_story(GYMNASIUM, 25.0, origin="published", certainty="mittel", status="limited"),
        "(25,0 %); Stadt Hamm 31,9 %; Schuljahr 2024/25; Angabe mit mittlerer Sicherheit",
    ),
    (
        focus_story(EURO, 2_140_000.0, cents=214_000_012, status="provisional"),
        "2.140.000,12 €; Stadt Hamm 32 €; 2024; vorläufig",
    ),
    (focus_story(GYMNASIUM, None, status="hidden"), "x; Stadt Hamm 31,9 %; Schuljahr 2024/25"),
    (
        focus_story(GYMNASIUM, None, status="later", origin="delivered"),
        "…; Stadt Hamm 31,9 %; Schuljahr 2024/25; "
        "die Lücke schließt eine Lieferung: Übergänge nach Wohnort (Schulverwaltungsamt)",
    ),
    (
        focus_story(GYMNASIUM, None, status="later", origin="published"),
        "…; Stadt Hamm 31,9 %; Schuljahr 2024/25; die Lücke schließt eine Lieferung: Übergänge zum Gymnasium",
    ),
    (
        city_story(GYMNASIUM, (
            area_value(GYMNASIUM, "uentrop", 46.3, "higher", interval=(40.0, 52.7), n=231),
            area_value(GYMNASIUM, "hamm-norden", 21.9, "lower", interval=(16.6, 28.4), n=187),
            area_value(GYMNASIUM, "mitte", None),
        ), 31.9),
        "Uentrop 46,3 % (40,0 bis 52,7 %, n = 231); Hamm-Norden 21,9 % (16,6 bis 28,4 %, n = 187); "
        "Stadt Hamm 31,9 %; Schuljahr 2024/25; ein Sozialraum nicht gezeigt (Geheimhaltung)",
    ),
    (
        city_story(GYMNASIUM, (), 31.9),
        "Stadt Hamm 31,9 %; Schuljahr 2024/25; Werte je Sozialraum liegen nicht vor",
    ),
    (
        city_story(GYMNASIUM, (), None),
        "Schuljahr 2024/25; die Lücke schließt eine Lieferung: Übergänge nach Wohnort (Schulverwaltungsamt)",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("story", "line"), DETAILS)
def test_detail(story: Any, line: str) -> None:
    assert plain(detail(story)) == line


def test_a_copied_sentence_says_that_it_is_an_example() -> None:
    story = focus_story(GYMNASIUM, 21.9, 33.0, "lower", lower=16.6, upper=28.4, denominator=187.0)
    assert plain(copyable(story)) == (
        "Beispieldaten (erzeugt, kein Befund): In Hamm-Norden wechseln 22 von 100 Kindern aufs Gymnasium – "
        "11 weniger als in der übrigen Stadt. 21,9 % (16,6 bis 28,4 %), n = 187; übrige Stadt 33,0 %; "
        "Schuljahr 2024/25. Quelle: Übergänge nach Wohnort (Schulverwaltungsamt). Werte: Beispieldaten. "
        "Datenstand 2026-1."
    )


def test_one_demo_value_is_enough_for_the_warning() -> None:
    areas = nine(GYMNASIUM, SHARES)
    text = copyable(city_story(GYMNASIUM, areas, 31.9, origin="published"))
    assert text.startswith("Beispieldaten")
    assert "teils Beispieldaten, teils veröffentlicht" in text
    published = copyable(city_story(GYMNASIUM, (), 31.9, origin="published"))
    assert "Beispieldaten" not in published
    assert "Werte: veröffentlicht." in published


def test_accessible_area() -> None:
    area = area_value(GYMNASIUM, "hamm-norden", 21.9, "lower", interval=(16.6, 28.4))
    sentence = (
        "Hamm-Norden: 21,9 Prozent, schlechter als die übrige Stadt, Vertrauensbereich 16,6 bis 28,4 Prozent"
    )
    assert accessible_area(area) == sentence
    assert accessible_area(area, "Schuljahr 2024/25") == f"{sentence}, Schuljahr 2024/25"
    assert accessible_area(area_value(GYMNASIUM, "mitte", None)) == "Mitte: nicht gezeigt (Geheimhaltung)"
    assert (
        accessible_area(area_value(EURO, "mitte", 2_140_000.0))
        == "Mitte: 2,1 Millionen Euro, nicht verglichen"
    )
    later = area_value(GYMNASIUM, "mitte", None, status="later")
    assert accessible_area(later) == "Mitte: folgt später"


def test_comparison_sentence() -> None:
    different = comparison_sentence(focus_story(GYMNASIUM, 21.9, 33.0, "lower"))
    assert (
        plain(different)
        == "Der Unterschied zur übrigen Stadt lässt sich nicht mit Zufall erklären (p = 0,030, Holm)."
    )
    same = comparison_sentence(focus_story(GYMNASIUM, 21.9, 33.0, "same"))
    assert same.startswith("Der Unterschied zur übrigen Stadt ist nicht von Zufall zu unterscheiden")
    assert comparison_sentence(focus_story(GYMNASIUM, 21.9)) == ""


def test_tile_of_the_city() -> None:
    assert plain(city_tile_change(GYMNASIUM, 2010, 27.7, 31.9)) == "+4,2 Punkte seit 2010/11"
    assert plain(city_tile_change(EURO, 2010, 27e6, 54e6)) == "+100,0 % seit 2010"
    assert city_tile_change(COUNT, 2010, 0, 54) == ""


@pytest.mark.parametrize(
    ("p95", "sentence"),
    [
        (15.3, "Der Abstand (24,4 Punkte) ist größer, als Zufall allein erwarten ließe (bis 15,3 Punkte)"),
        (24.41, "Der Abstand (24,4 Punkte) liegt im Zufallsband (bis 24,4 Punkte)"),
        (None, "Der Abstand zwischen höchstem und niedrigstem Wert: 24,4 Punkte"),
    ],
)
def test_gap_sentence(p95: float | None, sentence: str) -> None:
    areas = nine(GYMNASIUM, SHARES)
    assert plain(gap_sentence(gap(areas, p95), GYMNASIUM, areas)) == sentence
    assert plain(gap_sentence(gap(areas, p95), GYMNASIUM)) == sentence


@pytest.mark.parametrize(
    ("labels", "sentence"),
    [
        ("olllohooh", "Fünf Sozialräume unterscheiden sich nachweisbar von der übrigen Stadt, vier nicht"),
        ("ooooohooo", "Ein Sozialraum unterscheidet sich nachweisbar von der übrigen Stadt, acht nicht"),
        ("lllllohhh", "Acht Sozialräume unterscheiden sich nachweisbar von der übrigen Stadt, einer nicht"),
        ("ooooooooo", "Kein Sozialraum unterscheidet sich nachweisbar von der übrigen Stadt"),
        ("---------", "Die Sozialräume sind nicht mit der übrigen Stadt verglichen"),
    ],
)
def test_deviation_sentence(labels: str, sentence: str) -> None:
    assert deviation_sentence(city_story(GYMNASIUM, nine(GYMNASIUM, SHARES, labels), 31.9)) == sentence


@pytest.mark.parametrize(
    ("kind", "label", "slope", "sentence"),
    [
        (
            GYMNASIUM, "falling", -1.23,
            "Die Übergangsquote zum Gymnasium sinkt in Hamm-Norden seit 2020/21 im Mittel um 1,2 Punkte "
            "je Jahr (p = 0,012)",
        ),
        (
            EURO, "rising", 912_300.0,
            "Die Aufwendungen für Hilfen zur Erziehung steigen in Hamm-Norden seit 2020 im Mittel um 912 "
            "Tsd. € je Jahr "
            "(p = 0,012)",
        ),
        (GYMNASIUM, "no_trend", 0.1, "In Hamm-Norden ist seit 2020/21 kein Trend nachweisbar (p = 0,012)"),
        (
            GYMNASIUM, "not_computable", None,
            "In Hamm-Norden ist ein Trend nicht berechenbar; dafür braucht es fünf Zeiträume ohne Lücke "
            "und ohne Bruch "
            "der Reihe",
        ),
    ],
)  # fmt: skip
def test_trend_sentence(kind: Any, label: Any, slope: float | None, sentence: str) -> None:
    trend = Trend(kind.id, "hamm-norden", 2024, "", label, slope, 0.012, 5, 2020)
    assert plain(trend_sentence(trend, kind, NORTH)) == sentence


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (
            "not_shown",
            "Eine Annäherung der Sozialräume ist zwischen 2010/11 und 2024/25 nicht nachweisbar (p = 0,41)",
        ),
        (
            "converging",
            "Die Sozialräume haben sich zwischen 2010/11 und 2024/25 nachweisbar angenähert: "
            "Streuung zuerst 7,1 Punkte, zuletzt 5,0 Punkte (p = 0,41)",
        ),
        ("not_computable", "Ob sich die Sozialräume annähern, ist nicht berechenbar"),
    ],
)
def test_convergence_sentence(label: Any, sentence: str) -> None:
    convergence = Convergence("uebergang-gymnasium", "sozialraum", "", label, 0.41, 2010, 2024, 7.1, 5.0)
    assert plain(convergence_sentence(convergence, GYMNASIUM)) == sentence


TARGET = Target(
    id="ziel", title="Mehr Kinder auf höheren Schulformen", indicator="uebergang-gymnasium", strategic_goal=1,
    life_phase="uebergang-sek1", perspective="adressaten", direction="rise", kind="absolute", value=35.0,
    baseline_year=2010, target_year=2030, source="schulstatistik", example=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("status", "goal", "sentence"),
    [
        (
            "reached", 35.0,
            "Das Ziel „mindestens 35,0 % bis 2030“ (Beispielziel) ist in Hamm-Norden erreicht: zuletzt "
            "31,9 % (2024/25)",
        ),
        (
            "off_track", 35.0,
            "Das Ziel „mindestens 35,0 % bis 2030“ (Beispielziel) ist in Hamm-Norden nicht auf Kurs: "
            "zuletzt 31,9 % "
            "(2024/25); Projektion 2030: 33,0 % (28,0 bis 38,0 %), Wahrscheinlichkeit 24 %",
        ),
        (
            "open", None,
            "Das Ziel „Mehr Kinder auf höheren Schulformen“ (Beispielziel) ist in Hamm-Norden offen, "
            "weil ein Ausgangswert oder ein aktueller Wert fehlt",
        ),
    ],
)  # fmt: skip
def test_target_sentence(status: Any, goal: float | None, sentence: str) -> None:
    result = TargetResult(
        "ziel", GYMNASIUM.id, "hamm-norden", 2024, status, 31.9, 28.0, goal, 2030, 0.24, 33.0, 28.0, 38.0
    )
    assert plain(target_sentence(result, TARGET, GYMNASIUM, NORTH)) == sentence


def test_a_phrase_is_filled_completely() -> None:
    phrase = Phrase(
        per_hundred="sind {n} von 100 Familien dabei", compared="sind {factor} so viele dabei wie in {other}"
    )
    kind = indicator(phrase=phrase)
    assert headline(focus_story(kind, 40.0)) == "In Hamm-Norden sind 40 von 100 Familien dabei"


def test_a_share_with_a_phrase_has_one_in_each_category() -> None:
    kind = indicator(
        subject="Die Quote", phrase=Phrase(per_hundred="sind {n} dabei", compared="{factor} {other}")
    )
    sentence = "Gymnasium: Die Quote liegt in der Stadt Hamm bei 31,9 %"
    assert plain(headline(city_story(kind, (), 31.9, category="Gymnasium"))) == sentence


def test_a_category_of_a_share_is_a_part() -> None:
    kind = indicator(
        subject="Die Empfehlungen", plural=True, short_title="Grundschulempfehlungen", phrase=None
    )
    story = city_story(kind, (), 31.9, category="Gymnasium")
    sentence = "Der Anteil „Gymnasium“ (Grundschulempfehlungen) liegt in der Stadt Hamm bei 31,9 %"
    assert plain(headline(story)) == sentence
    trend = Trend(kind.id, "hamm-norden", 2024, "gymnasium", "rising", 1.0, None, 5, 2020)
    assert plain(trend_sentence(trend, kind, NORTH, "Gymnasium")) == (
        "Der Anteil „Gymnasium“ (Grundschulempfehlungen) steigt in Hamm-Norden seit 2020/21 im Mittel "
        "um 1,0 Punkte je Jahr"
    )


def test_the_second_number_keeps_the_case_of_the_first() -> None:
    phrase = Phrase(
        per_hundred="zeigt sich bei {n} von 100 Kindern ein Risiko",
        compared="zeigt sich anteilig bei {factor} so vielen Kindern ein Risiko wie in {other}",
    )
    kind = indicator(phrase=phrase, polarity="low")
    assert headline(focus_story(kind, 40.0, 30.0, "higher")).endswith(
        "Risiko – bei 10 mehr als in der übrigen Stadt"
    )
    close = headline(city_story(kind, nine(kind, CLOSE, "olooohooo"), 38.0))
    assert close == "In Uentrop zeigt sich bei 46 von 100 Kindern ein Risiko, in Hamm-Norden bei 35"


def test_a_count_named_in_the_subject_needs_no_unit() -> None:
    kind = COUNT.model_copy(update={"subject": "Die Zahl der Inobhutnahmen", "unit": "Fälle"})
    assert headline(focus_story(kind, 12.0)) == "Die Zahl der Inobhutnahmen beträgt in Hamm-Norden 12"


def test_a_count_without_its_base_is_named_as_such() -> None:
    city = CityLine(value=None, lower=None, upper=None, text="1.812", label="Stadt Hamm 1.812")
    story = city_story(RATE, (), None)
    story = CityStory(RATE, 2018, "sozialraum", (), story.locatives, city, None, "published")
    assert headline(story) == (
        "Hilfen zur Erziehung: Im Jahr 2018 ist in der Stadt Hamm nur die Anzahl bekannt (1.812)"
    )
    assert detail(story) == "Stadt Hamm 1.812; 2018"
    focus = focus_story(RATE, None, numerator=1812.0)
    assert (
        headline(focus)
        == "Hilfen zur Erziehung: In Hamm-Norden ist im Jahr 2024 nur die Anzahl bekannt (1.812)"
    )
    assert plain(detail(focus)).startswith("Anzahl 1.812; Stadt Hamm 31,9; 2024")
    hidden = focus_story(RATE, None, numerator=2.0, status="hidden")
    assert "2" not in headline(hidden).replace("2024", "")


def test_a_relative_goal_says_from_where_it_starts() -> None:
    target = TARGET.model_copy(
        update={"kind": "relative", "value": 10.0, "target_year": 2015, "example": False}
    )
    result = TargetResult(
        "ziel", GYMNASIUM.id, "hamm-norden", 2014, "missed", 29.0, 28.0, 30.8, 2015, *(None,) * 4
    )
    assert plain(target_sentence(result, target, GYMNASIUM, NORTH)) == (
        "Das Ziel „mindestens 30,8 % bis 2015“ (+10 % gegenüber 2010/11) ist in Hamm-Norden verfehlt: "
        "zuletzt 29,0 % (2014/15)"
    )


def test_an_open_goal_names_the_delivery_that_would_close_it() -> None:
    result = TargetResult(
        "ziel", GYMNASIUM.id, "hamm-norden", None, "open", None, None, None, 2030, *(None,) * 4
    )
    sentence = target_sentence(result, TARGET, GYMNASIUM, NORTH, (SOURCE,))
    assert sentence.endswith(
        "; die Lücke schließt eine Lieferung: Übergänge nach Wohnort (Schulverwaltungsamt)"
    )
