"""The catalogue that ships: complete, said in German, and the same after a round trip."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.catalogue.catalogue import LIFE_PHASES, PERSPECTIVES, Catalogue
from dashboard.catalogue.load import from_json, load, to_json
from dashboard.catalogue.models import AreaKind, Indicator, PriceIndex
from dashboard.catalogue.names import normalised
from dashboard.catalogue.problem import CatalogueError

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
REAL = load(ROOT / "data" / "catalogue")
INDICATORS = list(REAL.indicators.values())


def shared(path: str) -> Path:
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"{path} liegt nicht neben dem Projekt")
    return found


def test_the_numbering_of_the_city() -> None:
    assert len(REAL.indicators) == 99
    assert [len(REAL.of_kind(kind)) for kind in ("stadt", "sozialraum", "stadtbezirk")] == [1, 9, 7]
    assert len(REAL.goals) == 6
    assert sum(target.example for target in REAL.targets.values()) == 13
    assert sum(not target.example for target in REAL.targets.values()) == 19
    assert REAL.city.name == "Stadt Hamm"


def test_sozialraeume_come_row_by_row_as_they_lie_in_the_city() -> None:
    names = [area.name for area in REAL.partition("sozialraum")]
    assert names == [
        "Bockum-Hövel", "Hamm-Norden", "Heessen",
        "Hamm-Westen", "Mitte", "Uentrop",
        "Herringen", "Pelkum", "Rhynern",
    ]  # fmt: skip


def test_stadtbezirke_have_the_place_of_the_sozialraum_of_their_name() -> None:
    places = {area.name: (area.row, area.column) for area in REAL.partition("sozialraum")}
    for district in REAL.partition("stadtbezirk"):
        assert (district.row, district.column) == places[district.short_name]


def test_indicators_come_by_life_phase() -> None:
    order = [list(LIFE_PHASES).index(indicator.life_phase) for indicator in INDICATORS]
    assert order == sorted(order)
    assert set(order) == set(range(len(LIFE_PHASES)))
    assert REAL.phase_title("uebergang-sek1") == "Grundschule → Sek I"
    assert {indicator.perspective for indicator in INDICATORS} == set(PERSPECTIVES)


def test_asking_by_id() -> None:
    assert REAL.indicator("uebergang-gymnasium").title == "Übergangsquote zum Gymnasium"
    assert REAL.area("bezirk-mitte").locative == "im Stadtbezirk Mitte"
    with pytest.raises(KeyError):
        REAL.indicator("uebergang-gymnasien")


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        REAL.indicators["neu"] = INDICATORS[0]  # type: ignore[index]


def test_school_forms_are_one_group() -> None:
    members = {indicator.id for indicator in INDICATORS if indicator.group == "uebergang-sek1"}
    forms = ("haupt", "real", "sekundar", "gesamt", "foerder")
    assert members == {f"uebergang-{form}schule" for form in forms} | {
        "uebergang-gymnasium",
        "uebergang-sonstige",
    }


def test_federal_agency_figures_hide_below_ten() -> None:
    strict = {indicator.id for indicator in INDICATORS if indicator.small_numbers.k == 10}
    assert strict == {"sgb2-unter-18", "arbeitslose", "alg2-ohne-ausbildung", "alg2-schwer-vermittelbar"}


def test_kinds_of_help_are_the_same_for_cases_and_money() -> None:
    cases, money = REAL.indicator("hze-faelle"), REAL.indicator("hze-aufwendungen")
    assert cases.breakdowns == money.breakdowns
    assert len(cases.breakdowns[0].categories) == 10
    assert {kind.side for kind in REAL.cost_kinds.values()} == {"prevention", "correction"}


def test_prices_cover_the_published_costs_without_a_hole() -> None:
    years = [value.year for value in REAL.prices.values]
    assert years == list(range(2007, 2025))


def test_every_target_of_the_programme_is_there_as_worded() -> None:
    path = shared("figures/ziele_seeds.csv")
    kinds = {
        "richtung": "direction",
        "absolut": "absolute",
        "relativ": "relative",
        "annäherung": "convergence",
    }
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 19
    for row in rows:
        target = REAL.targets["programm-" + row["kennzahl"].replace("_", "-")]
        assert target.title == row["ziel"].replace("Ausserhalb", "Außerhalb")
        assert target.direction == {"sinkt": "fall", "steigt": "rise"}[row["richtung"]]
        assert (target.place, target.target_year) == (row["quelle"], int(row["zieljahr"]))
        assert (target.strategic_goal, target.perspective) == (
            int(row["strategisches_ziel"]),
            {"Adressaten": "adressaten", "Prozesse": "prozesse", "Kosten": "kosten"}.get(
                row["perspektive"], "fachkraefte"
            ),
        )
        # "0 % Anstieg" of an amount in euros can only be meant against the baseline.
        assert target.kind == ("relative" if row["zielwert"] == "0 % Anstieg" else kinds[row["zielart"]])
        wanted = re.match(r"[+-]?[\d,]+", row["zielwert"])
        assert target.value == (float(wanted[0].replace(",", ".")) if wanted else None)


def test_memberships_are_those_of_the_boundary_network() -> None:
    network = tomllib.loads(shared("geodata/grenznetz.toml").read_text(encoding="utf-8"))
    overlaps = {
        (area, district)
        for area, faces in network["sozialraeume"].items()
        for district, parts in network["stadtbezirke"].items()
        if set(faces) & set(parts)
    }
    listed = {(member.part, member.whole) for member in REAL.memberships if member.whole != "hamm"}
    assert listed == overlaps
    within = {member.part: member.weight for member in REAL.memberships if member.whole == "hamm"}
    assert within == {area.id: 1 for area in (*REAL.of_kind("sozialraum"), *REAL.of_kind("stadtbezirk"))}


@pytest.mark.parametrize(
    "name",
    [
        "veroeffentlicht_seeds.csv",
        "hamm_kennzahlen_stadtbezirk_sozialraum_stadt.csv",
        "hamm_uebergangsquoten_grundschule_sek1.csv",
        "hamm_schulstatistik_zeitreihe.csv",
    ],
)
def test_every_cited_address_has_a_source(name: str) -> None:
    known = {source.url for source in REAL.sources.values() if source.url}
    cited = set(re.findall(r"https?://[^; \n]+", shared(f"figures/{name}").read_text(encoding="utf-8")))
    assert cited <= known


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Mitte", None, "mitte"),
        ("mitte", "sozialraum", "mitte"),
        ("Mitte", "stadtbezirk", "bezirk-mitte"),
        ("Hamm-Mitte", None, "mitte"),
        ("Hamm-Mitte", "stadtbezirk", "bezirk-mitte"),
        ("Stadtmitte", None, "mitte"),
        ("Heessen", None, "heessen"),
        ("HEESSEN ", "stadtbezirk", "bezirk-heessen"),
        ("Stadtbezirk Heessen", None, "bezirk-heessen"),
        ("stadtbezirk  heessen", "sozialraum", "bezirk-heessen"),
        ("Bezirk Heessen", None, "bezirk-heessen"),
        ("bezirk-heessen", None, "bezirk-heessen"),
        ("Sozialraum Heessen", "stadtbezirk", "heessen"),
        ("Hammer Norden", None, "hamm-norden"),
        ("Hamm Norden", None, "hamm-norden"),
        ("hamm-norden", None, "hamm-norden"),
        ("Hamm–Norden", None, "hamm-norden"),
        ("Hammer Westen", None, "hamm-westen"),
        ("Bockum-Hoevel", None, "bockum-hoevel"),
        ("BOCKUM HÖVEL", None, "bockum-hoevel"),
        ("Bockum-Hövel", "stadtbezirk", "bezirk-bockum-hoevel"),
        ("Bockum-Ho\u0308vel", None, "bockum-hoevel"),  # umlaut of two code points
        ("Ümminghausen", None, None),
        ("05915000", None, "hamm"),
        ("5915000", None, "hamm"),
        ("05915", None, "hamm"),
        ("5915", "stadtbezirk", "hamm"),
        ("Hamm, kreisfreie Stadt", None, "hamm"),
        ("Hamm, Krfr. Stadt", "stadtbezirk", "hamm"),
        ("Krfr. Stadt Hamm", None, "hamm"),
        ("Hamm", None, "hamm"),
        ("Hamm insgesamt", "sozialraum", "hamm"),
        ("(Minimum)", "stadtbezirk", "stadtbezirk-minimum"),
        ("Hamm-Westen (Soziale Stadt)", None, "programm-hamm-westen"),
        ("Herne", None, "herne"),
        ("05916000", None, "herne"),
        ("NRW", None, "nrw"),
        # never guessed
        ("Hamm-Norden", "stadtbezirk", None),
        ("Heesen", None, None),
        ("Norden", None, None),
        ("Bezirk Hamm-Norden", None, None),
        ("Insgesamt", None, None),
        ("", None, None),
        ("0", None, None),
        ("-", None, None),
        ("591", None, None),
    ],
)
def test_names_of_areas(text: str, kind: AreaKind | None, expected: str | None) -> None:
    found = REAL.resolve_area(text, kind=kind)
    assert (found.id if found else None) == expected


def test_a_name_of_two_areas_is_not_decided() -> None:
    twin = REAL.area("programm-hamm-westen").model_copy(
        update={"id": "zwilling", "aliases": ("Hamm-Westen",)}
    )
    ambiguous = replaced(REAL, areas={**REAL.areas, twin.id: twin})
    assert REAL.resolve_area("Hamm-Westen") is not None
    assert ambiguous.resolve_area("Hamm-Westen") is None


@given(st.text(max_size=40), st.sampled_from([None, "sozialraum", "stadtbezirk"]))
def test_any_text_resolves_to_an_area_of_that_name_or_to_none(text: str, kind: AreaKind | None) -> None:
    found = REAL.resolve_area(text, kind=kind)
    if found is not None:
        bare = re.sub(r"^(stadtbezirk|bezirk|sozialraum) ", "", normalised(text))
        named = (found.id, found.name, found.short_name, found.key, *found.aliases)
        assert {bare, normalised(text)} & {normalised(name) for name in named}


@given(st.text(max_size=30))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def replaced(catalogue: Catalogue, **changes: Any) -> Catalogue:
    names = (
        "indicators",
        "areas",
        "sources",
        "targets",
        "measures",
        "cost_kinds",
        "goals",
        "memberships",
        "prices",
    )
    return Catalogue(**{name: changes.get(name, getattr(catalogue, name)) for name in names})


def test_json_gives_back_an_equal_catalogue_in_the_same_order() -> None:
    again = from_json(to_json(REAL))
    assert again == REAL
    assert list(again.indicators) == list(REAL.indicators)
    assert list(again.areas) == list(REAL.areas)
    assert to_json(again) == to_json(REAL)
    assert again.resolve_area("Hammer Norden") == REAL.area("hamm-norden")


@settings(max_examples=20)
@given(st.lists(st.floats(min_value=1e-6, max_value=1e9), min_size=1, max_size=5))
def test_json_keeps_every_digit(indices: list[float]) -> None:
    values = tuple(PriceIndex(year=2000 + number, index=index) for number, index in enumerate(indices))
    changed = replaced(REAL, prices=REAL.prices.model_copy(update={"values": values}))
    assert from_json(to_json(changed)) == changed


def test_a_damaged_release_is_refused() -> None:
    damaged = to_json(REAL).replace('"kind": "sozialraum"', '"kind": "kiez"', 1)
    with pytest.raises(CatalogueError, match="Katalog des Datenstands, flaechen „bockum-hoevel“"):
        from_json(damaged)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_an_indicator_reads_well(indicator: Indicator) -> None:
    assert re.match(r"(Der|Die|Das) \w", indicator.subject)
    assert not indicator.subject.endswith((".", ","))
    assert indicator.question.endswith("?")
    assert all(note.endswith((".", "“)")) or note.endswith(")") for note in indicator.notes)
    assert indicator.processing.endswith(".")
    assert len(indicator.short_title) <= 36
    assert indicator.comparison == (indicator.kind if indicator.sampling else "none")


PHRASED = [indicator for indicator in INDICATORS if indicator.phrase]


@pytest.mark.parametrize("indicator", PHRASED, ids=lambda indicator: indicator.id)
def test_phrases_fill_to_a_sentence(indicator: Indicator) -> None:
    assert indicator.phrase is not None
    said = indicator.phrase.per_hundred.format(n=22)
    compared = indicator.phrase.compared.format(factor="mehr als doppelt", other="in Hamm-Norden")
    assert "22 von 100 " in said
    assert said[0].islower()
    assert compared[0].islower()
    assert compared.endswith(" wie in Hamm-Norden")
    assert "mehr als doppelt so viel" in compared


def test_shares_that_are_tested_have_a_phrase_unless_they_are_only_a_distribution() -> None:
    bare = {i.id for i in INDICATORS if i.kind == "share" and i.sampling and not i.phrase}
    shared = {i.id for i in INDICATORS if i.kind == "share" and i.breakdowns}
    assert bare == shared - {"eingliederungshilfe-systemisch"}  # each of its categories is a share of its own


#: Keys of a dump whose text nobody is shown.
TECHNICAL = {
    "id", "url", "part", "whole", "group", "indicator", "source", "sources", "areas", "successor", "kind",
    "side", "period", "population", "life_phase", "perspective", "polarity", "comparison", "direction",
    "setting", "cases",
}  # fmt: skip


def shown(value: object, key: str = "") -> Iterator[str]:
    if key in TECHNICAL:
        return
    if isinstance(value, str) and key != "aliases":
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from shown(item, name)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from shown(item, key)


FORBIDDEN = re.compile(
    r"fuer|ueber|schueler|moegl|koenn|muess|massnahme|aussen|foerder|hoeh|gross|praev|maenn|faell|laend|"
    r"erklaer|zaehl|naeher|haeuf|staedt|\bwaere|buerger|gehoer|einfuehr|jaehr|bevoelk|flaech",
    re.IGNORECASE,
)


def test_shown_texts_are_written_in_german() -> None:
    tables = [
        *REAL.indicators.values(),
        *REAL.areas.values(),
        *REAL.targets.values(),
        *REAL.measures.values(),
    ]
    tables += [*REAL.sources.values(), *REAL.cost_kinds.values(), *REAL.goals.values()]
    texts = [text for entry in tables for text in shown(entry.model_dump())]
    assert len(texts) > 1000
    assert [text for text in texts if FORBIDDEN.search(text)] == []
    assert [text for text in texts if '"' in text or " - " in text or re.search(r"\d%", text)] == []


def test_presets_are_documented_and_criteria_say_which_side_is_need() -> None:
    assert [preset.title for preset in REAL.presets.values()][:2] == [
        "Kinderarmut und Sprache",
        "Schulsozialindex",
    ]
    assert REAL.presets["gleich"].equal
    for preset in REAL.presets.values():
        assert len(preset.reason) > 80
        assert preset.source in REAL.sources
    for name, criterion in REAL.criteria.items():
        polarity = REAL.indicators[name].polarity
        assert (polarity, criterion.need) in {("low", "high"), ("high", "low"), ("none", "high")}
    assert {each.kind for each in REAL.distributions.values()} == {"posts", "euros"}
    assert REAL.distributions["budget"].demo


def test_a_release_from_before_the_presets_stays_readable() -> None:
    raw = json.loads(to_json(REAL))
    for table in ("kriterien", "bezugsgruppen", "vorlagen", "verteilungen"):
        assert raw.pop(table)
    old = from_json(json.dumps(raw))
    assert (dict(old.criteria), dict(old.presets), dict(old.populations)) == ({}, {}, {})
