"""The aggregated export of KDN.sozial: read into shares and counts, refused with single people in it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_world import errors, folder_of
from openpyxl import Workbook

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import load
from dashboard.intake import Check, Finding, check_folder
from dashboard.model import Observation
from dashboard.prepare.build import build
from dashboard.prepare.reading import Folders
from dashboard.settings import ROOT
from dashboard.store.read import Store
from dashboard.store.write import write_release

HEADER = "Jahr;Sozialraum;Merkmal;Ausprägung;Anzahl;Gesamt"
TOML = """\
id = "2026-kdn"
titel = "Fallmanagement"
lieferant = "Amt für Proben"
ansprechstelle = "Integration"
eingegangen = 2026-02-01
quelle = "kdn-sozial-bericht"

[[datei]]
name = "{name}"
form = "kdn-sozial"
ebene = "sozialraum"
{more}
[datei.zeichen]
"x" = "geheim"
{tail}
"""
AREAS = ("Bockum-Hövel", "Hamm-Norden", "Heessen", "Hamm-Westen", "Mitte", "Uentrop", "Herringen", "Pelkum",
         "Rhynern")  # fmt: skip
CLUB = ("2025;Mitte;Vereinsmitgliedschaft;ja;20;100", "2025;Mitte;Vereinsmitgliedschaft;nein;80;100")
LEVELS = ("ohne Nachweis", "A1", "A2", "B1", "B2", "C1", "C2")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT / "data" / "catalogue")


@pytest.fixture
def check(tmp_path: Path, catalogue: Catalogue) -> Callable[..., Check]:
    def checked(*rows: str, header: str = HEADER, more: str = "", tail: str = "") -> Check:
        toml = TOML.format(name="zahlen.csv", more=more, tail=tail)
        text = "\n".join([header, *rows]) + "\n"
        return check_folder(folder_of(tmp_path / "lieferung", toml, zahlen_csv=text), catalogue)

    return checked


def values(found: Check) -> dict[tuple[str, str, str], Observation]:
    assert found.delivery is not None, [finding.message for finding in found.findings]
    return {(row.indicator, row.area, row.breakdown): row for row in found.delivery.observations}


def error(found: Check) -> Finding:
    (only,) = [finding for finding in found.findings if finding.severity == "error"]
    return only


def levels(*counts: int, whole: int, area: str = "Mitte") -> list[str]:
    names = [*LEVELS, "keine Angabe"]
    return [
        f"2025;{area};Sprachniveau;{name};{count};{whole}" for name, count in zip(names, counts, strict=False)
    ]


def test_a_yes_is_a_share_of_all(check: Callable[..., Check]) -> None:
    row = values(check(*CLUB))["integration-vereinsmitgliedschaft", "mitte", ""]
    assert (row.numerator, row.denominator, row.value, row.year) == (20, 100, 20.0, 2025)
    assert row.source == "kdn-sozial-bericht"


def test_levels_are_joined_and_silent_people_are_no_part_of_the_whole(check: Callable[..., Check]) -> None:
    found = values(check(*levels(10, 20, 30, 15, 8, 4, 3, 10, whole=100)))
    shares = {category: found["integration-sprachniveau", "mitte", category] for category in
              ("ohne", "a1", "a2", "b1", "b2-plus")}  # fmt: skip
    assert [row.numerator for row in shares.values()] == [10, 20, 30, 15, 15]
    assert {row.denominator for row in shares.values()} == {90}
    assert sum(row.value or 0 for row in shares.values()) == pytest.approx(100)


def test_who_is_accompanied_is_counted_with_its_total_once(check: Callable[..., Check]) -> None:
    found = values(
        check(
            "2025;Mitte;Geschlecht;weiblich;60;110",
            "2025;Mitte;Geschlecht;männlich;46;110",
            "2025;Mitte;Geschlecht;divers oder ohne Angabe;4;110",
            "2025;Mitte;Altersgruppe;unter 18 Jahre;50;110",
            "2025;Mitte;Altersgruppe;18 bis 26 Jahre;60;110",
            "2025;Mitte;Aufenthaltsstatusgruppe;Duldung;9;110",
        )
    )
    counts = {key[2]: row.value for key, row in found.items()}
    assert counts == {
        "": 110, "weiblich": 60, "maennlich": 46, "divers-ohne-angabe": 4, "unter-18": 50, "18-26": 60,
        "duldung": 9,
    }  # fmt: skip


@pytest.mark.parametrize("written", ["30.06.2025", "2025-06-30", "2025-06-30 00:00:00"])
def test_a_key_date_is_kept_as_a_remark(check: Callable[..., Check], written: str) -> None:
    rows = [row.replace("2025;", f"{written};") for row in CLUB]
    row = values(check(*rows, header=HEADER.replace("Jahr", "Stichtag")))[
        "integration-vereinsmitgliedschaft", "mitte", ""
    ]
    assert (row.year, row.note) == (2025, "Stichtag 30.06.2025")


def test_a_key_date_that_no_calendar_knows_is_an_error(check: Callable[..., Check]) -> None:
    found = check(*[row.replace("2025;", "31.06.2025;") for row in CLUB])
    assert found.delivery is None
    assert "„31.06.2025“ ist kein Kalenderjahr" in found.findings[0].message


def test_a_workbook_is_read_like_a_text(tmp_path: Path, catalogue: Catalogue) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER.split(";"))
    for row in CLUB:
        year, *texts, count, whole = row.split(";")
        sheet.append([int(year), *texts, int(count), int(whole)])
    raw = BytesIO()
    book.save(raw)
    folder = folder_of(tmp_path / "buch", TOML.format(name="zahlen.xlsx", more="", tail=""),
                       zahlen_xlsx=raw.getvalue())  # fmt: skip
    row = values(check_folder(folder, catalogue))["integration-vereinsmitgliedschaft", "mitte", ""]
    assert (row.numerator, row.denominator) == (20, 100)


def test_own_words_are_mapped_in_the_description(check: Callable[..., Check]) -> None:
    tail = """
[datei.kennzahlen]
"Deutsch" = "integration-sprachniveau"
[datei.merkmale."Deutsch"]
"kein Kurs" = "ohne"
"A1/A2" = "a1"
"übrige" = "nur-gesamt"
"offen" = "ohne-angabe"
[datei.spalten]
anzahl = "Köpfe"
"""
    rows = [
        f"2025;Mitte;Deutsch;{name};{count};50"
        for name, count in (("kein Kurs", 10), ("A1/A2", 20), ("übrige", 15), ("offen", 5))
    ]
    found = values(check(*rows, header=HEADER.replace("Anzahl", "Köpfe"), tail=tail))
    assert {key[2]: (row.numerator, row.denominator) for key, row in found.items()} == {
        "ohne": (10, 45), "a1": (20, 45),
    }  # fmt: skip


PERSONAL = (
    "Name", "Vorname", "Nachname", "Name, Vorname", "Geburtsdatum", "geb. am", "Fallnummer", "Fall-Nr.",
    "Aktenzeichen", "Personennummer", "AZR-Nummer", "Straße", "Anschrift", "Telefon", "E-Mail", "Klient",
    "ID",
)  # fmt: skip


@pytest.mark.parametrize("column", PERSONAL)
def test_a_column_of_single_people_refuses_the_delivery(check: Callable[..., Check], column: str) -> None:
    found = check(*[f"{row};Muster" for row in CLUB], header=f"{HEADER};{column}")
    assert found.delivery is None
    refused = error(found)
    assert "Personenbezogene Angaben werden nicht angenommen" in refused.message
    assert f"„{column}“" in refused.message
    assert (refused.column, refused.row) == (column, 1)
    assert not any("Muster" in f"{finding.message}{finding.value}" for finding in found.findings)


@pytest.mark.parametrize("column", ["Programmname", "Bemerkung", "Quartier", "Prozent", "Statusgruppe"])
def test_other_columns_are_left_aside(check: Callable[..., Check], column: str) -> None:
    assert values(check(*[f"{row};egal" for row in CLUB], header=f"{HEADER};{column}"))


@pytest.mark.parametrize("text", ["12.03.1991", "geb. 1991-03-12", "Fall 2024117"])
def test_dates_and_numbers_of_single_people_are_refused_and_never_repeated(
    check: Callable[..., Check], text: str
) -> None:
    found = check(*CLUB, f"2025;Mitte;Sprachniveau;{text};5;100")
    refused = error(found)
    assert (refused.row, refused.column) == (4, "Ausprägung")
    assert "Datum oder eine Nummer" in refused.message
    assert text not in f"{refused.message}{refused.value}{refused.expectation}"


def test_a_row_per_person_is_refused(check: Callable[..., Check]) -> None:
    found = check("2025;Mitte;Sprachniveau;A1;1;1", "2025;Uentrop;Sprachniveau;B1;1;1")
    assert "ist also eine Person" in error(found).message
    assert error(found).column == "Gesamt"


@pytest.mark.parametrize(
    ("rows", "row", "column", "value", "message", "expectation"),
    [
        (("2025;Mitte;Vereinsmitgliedschaft;ja;20;100", "2025;Mitte;Vereinsmitgliedschaft;nein;79;100"),
         3, "Anzahl", "79", "ergeben 99, das Gesamt ist 100", "zusammen genau 100"),
        (("2025;Mitte;Vereinsmitgliedschaft;ja;20;100", "2025;Mitte;Vereinsmitgliedschaft;nein;81;100"),
         3, "Anzahl", "81", "ergeben 101, das Gesamt ist 100", "zusammen genau 100"),
        (("2025;Mitte;Sprachniveau;A1;60;100", "2025;Mitte;Sprachniveau;A2;41;100"),
         3, "Anzahl", "41", "ergeben 101, das Gesamt ist 100", "zusammen höchstens 100"),
        (("2025;Mitte;Vereinsmitgliedschaft;ja;20;100", "2025;Mitte;Vereinsmitgliedschaft;nein;80;101"),
         3, "Gesamt", "101", "Das Gesamt ist ein anderes als in Zeile 2", "100"),
        ((*CLUB, "2025;Mitte;Vereinsmitgliedschaft;ja;20;100"),
         4, "Ausprägung", "ja", "steht schon in Zeile 2", "jede Ausprägung einmal"),
        (("2025;Mitte;Geschlecht;weiblich;60;110", "2025;Mitte;Altersgruppe;unter 18 Jahre;50;111"),
         3, "Gesamt", "111", "beim Merkmal „Geschlecht“ (Zeile 2)", "110"),
        (("2025;Mitte;Sprachnivo;A1;60;100",),
         2, "Merkmal", "Sprachnivo", "Gemeint vielleicht: „Sprachniveau“", "Sprachniveau"),
        (("2025;Mitte;Sprachniveau;D1;60;100",), 2, "Ausprägung", "D1", "Unbekannt: „D1“", "ohne Nachweis"),
        (("2025;Mitte;Sprachniveau;A1;viele;100",), 2, "Anzahl", "viele", "viele", "eine Zahl"),
        (("2025;Mitte;Sprachniveau;A1;1,5;100",), 2, "Anzahl", "1,5", "ganze Zahl", "eine Zahl"),
        (("2025;Mitte;Sprachniveau;A1;;100",), 2, "Anzahl", "", "leer", "eine Zahl"),
        (("2025;Dortmund;Sprachniveau;A1;6;100",), 2, "Sozialraum", "Dortmund", "Unbekannter Raum", "Raum"),
    ],
)  # fmt: skip
def test_what_does_not_agree_is_named_with_its_place(
    check: Callable[..., Check], rows: tuple[str, ...], row: int, column: str, value: str, message: str,
    expectation: str,
) -> None:  # fmt: skip
    refused = error(check(*rows))
    assert (refused.file, refused.row, refused.column, refused.value) == ("zahlen.csv", row, column, value)
    assert message in refused.message
    assert expectation in refused.expectation


def test_an_incomplete_feature_may_stay_below_its_total(check: Callable[..., Check]) -> None:
    found = values(check("2025;Mitte;Sprachniveau;A1;40;100", "2025;Mitte;Sprachniveau;A2;30;100"))
    assert {row.numerator for row in found.values()} == {40, 30}


def test_a_value_that_only_other_areas_have_makes_no_false_alarm(check: Callable[..., Check]) -> None:
    counts = {"ja": 10, "nein": 40, "keine Angabe": 10}
    rows = [*CLUB, *[f"2025;Uentrop;Vereinsmitgliedschaft;{name};{n};60" for name, n in counts.items()]]
    assert len(values(check(*rows))) == 2


def test_a_sign_stays_a_sign(check: Callable[..., Check]) -> None:
    found = values(check(*levels(10, 20, 30, 15, 8, 4, whole=100)[:5], "2025;Mitte;Sprachniveau;C1;x;100"))
    assert found["integration-sprachniveau", "mitte", "b2-plus"].status == "hidden"
    assert found["integration-sprachniveau", "mitte", "a1"].numerator == 20


def test_tables_of_other_forms_are_refused(check: Callable[..., Check]) -> None:
    found = check(*CLUB, tail="[datei.regionen.KREISE]\n'05915' = 'hamm'\n")
    assert "Nicht vorgesehen bei form = „kdn-sozial“: regionen" in errors(found)[0]


@settings(max_examples=40, deadline=None)
@given(counts=st.lists(st.integers(0, 60), min_size=7, max_size=7), change=st.sampled_from([-1, 0, 1]))
def test_only_exact_totals_are_accepted(
    tmp_path_factory: pytest.TempPathFactory, counts: list[int], change: int
) -> None:
    whole = sum(counts) + change
    if whole < 2:
        return
    rows = levels(*counts, whole=whole)
    text = "\n".join([HEADER, *rows]) + "\n"
    folder = folder_of(tmp_path_factory.mktemp("genau"), TOML.format(name="zahlen.csv", more="", tail=""),
                       zahlen_csv=text)  # fmt: skip
    found = check_folder(folder, load(ROOT / "data" / "catalogue"))
    assert (found.delivery is not None) == (change == 0)


def test_the_shipped_example_is_right_and_left_out_of_releases(catalogue: Catalogue) -> None:
    found = check_folder(ROOT / "data" / "deliveries" / "beispiel-kdn-sozial", catalogue)
    assert found.findings == ()
    assert found.delivery is not None
    assert found.delivery.example
    assert len(found.delivery.observations) == 90


def test_small_groups_are_hidden_in_a_release(small_root: Path) -> None:
    """Two people of a status in one area are written into no table a reader can ask."""
    folder = small_root / "data" / "deliveries" / "kdn"
    rows = [HEADER]
    for position, area in enumerate(AREAS):
        few = 2 if area == "Pelkum" else 20 + position
        women, men, others = (97, 2, 1) if area == "Pelkum" else (60, 36, 4)
        rows += [
            f"2025;{area};Vereinsmitgliedschaft;ja;{few};100",
            f"2025;{area};Vereinsmitgliedschaft;nein;{100 - few};100",
            f"2025;{area};Geschlecht;weiblich;{women};100",
            f"2025;{area};Geschlecht;männlich;{men};100",
            f"2025;{area};Geschlecht;divers oder ohne Angabe;{others};100",
        ]
    city = {"weiblich": 60 * 8 + 97, "männlich": 36 * 8 + 2, "divers oder ohne Angabe": 4 * 8 + 1}
    rows += [f"2025;Hamm;Geschlecht;{name};{count};900" for name, count in city.items()]
    folder.mkdir(parents=True)
    folder_of(folder, TOML.format(name="zahlen.csv", more="", tail=""), zahlen_csv="\n".join(rows) + "\n")
    contents = build(Folders.below(small_root / "data", small_root / "geodata"), accept_warnings=True)
    url = f"sqlite:///{small_root / 'monitor.sqlite'}"
    written = write_release(url, contents)
    with Store(url) as store:
        for indicator, category in (("integration-vereinsmitgliedschaft", ""),
                                    ("integration-begleitete", "maennlich"),
                                    ("integration-begleitete", "divers-ohne-angabe")):  # fmt: skip
            facts = store.indicator_facts(written.release, indicator, category, "sozialraum").facts
            by_area = {fact.area: fact for fact in facts}
            small = by_area["pelkum"]
            assert (small.status, small.value, small.numerator) == ("hidden", None, None)
            hidden = [area for area, fact in by_area.items() if fact.status == "hidden"]
            assert len(hidden) >= 2, indicator  # alone it could be computed from the others and the city
            assert any(fact.status == "valid" for fact in by_area.values())
