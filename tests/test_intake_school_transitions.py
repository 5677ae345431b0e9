"""Transitions per primary school: read whole or refused with file, row, column, value and expectation."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake_world import HEAD, errors, folder_of, warnings
from intake_world import SHARED as DELIVERIES

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import load
from dashboard.intake import Check, Facility, Finding, check_folder
from dashboard.intake.facility import Beside
from dashboard.intake.report import as_dict, summary
from dashboard.model import Observation
from dashboard.prepare.beside import invented
from dashboard.settings import ROOT

FORMS = (
    "Hauptschule", "Realschule", "Sekundarschule", "Gesamtschule", "Gymnasium", "Förderschule", "sonstige",
)  # fmt: skip
HEADER = "Schulnummer;Schuljahr;Zielschulform;Kinder"
FILE = '[[datei]]\nname = "zahlen.csv"\nform = "uebergaenge-schulen"\n'
SCHOOLS = tuple(
    Facility(number, name, form, 200, 5, "59065", area, 2024)
    for number, name, form, area in (
        ("120001", "Talschule", "Grundschule", "mitte"),
        ("120002", "Bergschule", "Grundschule", "mitte"),
        ("120003", "Bergschule", "Grundschule", "heessen"),
        ("120004", "Parkschule", "Förderschule", "heessen"),
    )
)


@pytest.fixture(scope="module")
def real() -> Catalogue:
    """The product's catalogue."""
    return load(ROOT / "data" / "catalogue")


def rows(*schools: str, year: str = "2024/25", forms: tuple[str, ...] = FORMS, children: int = 5) -> str:
    """Rows of some schools, every form with the same number of children."""
    return "".join(f"{school};{year};{form};{children}\n" for school in schools for form in forms)


ALL = rows("120001", "120002", "120003")


def checked(
    path: Path, catalogue: Catalogue, text: str, more: str = "", header: str = HEADER, **beside: object
) -> Check:
    """The check of a file with these rows; the schools above are known unless ``beside`` says otherwise."""
    toml = HEAD.replace('"statistik"', '"melderegister-hamm"') + FILE + more
    folder = folder_of(path / "lieferung", toml, zahlen_csv=f"{header}\n{text}")
    known = Beside(**{"schools": SCHOOLS, **beside})  # type: ignore[arg-type]
    return check_folder(folder, catalogue, beside=known)


def only(check: Check) -> Finding:
    """The one error of a refused delivery."""
    assert check.delivery is None
    (found,) = [each for each in check.findings if each.severity == "error"]
    return found


# what is accepted -------------------------------------------------------------------------------


def test_every_row_becomes_children_of_a_school(tmp_path: Path, real: Catalogue) -> None:
    check = checked(tmp_path, real, ALL)
    assert check.findings == ()
    assert check.delivery is not None
    assert check.delivery.observations == ()  # nothing of it is publishable as it is
    assert len(check.delivery.transitions) == 21
    first = check.delivery.transitions[0]
    assert (first.school, first.year, first.form) == (SCHOOLS[0], 2024, "uebergang-hauptschule")
    assert (first.children, first.recommended, first.source) == (5, None, "melderegister-hamm")
    assert "21 Zahlen einzelner Schulen (bleiben geschützt)" in summary(check)
    assert as_dict(check)["transitions"] == 21


def test_a_school_may_be_called_by_its_name_where_only_one_has_it(tmp_path: Path, real: Catalogue) -> None:
    named = checked(tmp_path, real, ALL.replace("120001", "  talschule "))
    assert named.findings == ()
    assert named.delivery is not None
    assert named.delivery.transitions[0].school.number == "120001"


def test_columns_and_words_may_be_told(tmp_path: Path, real: Catalogue) -> None:
    more = (
        'zeitraum = "2024/25"\ntrennzeichen = ","\n[datei.spalten]\nschule = "Nr."\nanzahl = "n"\n'
        '[datei.merkmale.schulform]\n"GYM" = "Gymnasium"\n[datei.merkmale.schule]\n"Tal" = "120001"\n'
    )
    text = ALL.replace(";2024/25", "").replace(";", ",").replace("Gymnasium", "GYM").replace("120001", "Tal")
    check = checked(tmp_path, real, text, more, "Nr.,Schulform,n")
    assert check.findings == ()
    assert check.delivery is not None
    assert {(each.year, each.school.number) for each in check.delivery.transitions} == {
        (2024, "120001"), (2024, "120002"), (2024, "120003"),
    }  # fmt: skip


def test_recommendations_are_read(tmp_path: Path, real: Catalogue) -> None:
    text = "".join(
        f"120001;2024/25;{form};{told};2\n120001;2024/25;{form};keine Empfehlung;0\n"
        for form, told in zip(FORMS, ("Hauptschule", "Realschule mit Einschränkung", *5 * ["gymnasium"]),
                              strict=True)
    )  # fmt: skip
    check = checked(tmp_path, real, text, header=HEADER.replace("Kinder", "Empfehlung;Kinder"))
    assert errors(check) == []
    assert check.delivery is not None
    assert [each.recommended for each in check.delivery.transitions[:4]] == [
        "hauptschule", "", "realschule-eingeschraenkt", "",
    ]  # fmt: skip


def test_the_invented_schools_are_known_until_a_directory_is_delivered(
    tmp_path: Path, real: Catalogue
) -> None:
    demo = invented(ROOT / "data" / "demo")
    assert len(demo) == 27
    text = rows(*(school.number for school in demo))
    check = checked(tmp_path, real, text, schools=demo)
    (warning,) = warnings(check)
    assert "die erfundenen der Beispieldaten" in warning
    refused = checked(tmp_path, real, rows("beispielschule-01"), schools=(*SCHOOLS, *demo))
    assert any("Unbekannte Schule „beispielschule-01“" in message for message in errors(refused))


def test_the_example_reads_without_a_finding(real: Catalogue) -> None:
    folder = ROOT / "data" / "deliveries" / "beispiel-uebergaenge-schulen"
    check = check_folder(folder, real, beside=Beside(invented(ROOT / "data" / "demo")))
    assert check.findings == ()
    assert check.delivery is not None
    assert check.delivery.example
    assert len(check.delivery.transitions) == 27 * 7


# what is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "column", "value", "message", "expectation"),
    [
        ("120009;2024/25;Gymnasium;5", "Schulnummer", "120009", "Unbekannte Schule „120009“. Gemeint",
         "Schulnummer oder Name einer Grundschule aus: Schulverzeichnis"),
        ("Talschul;2024/25;Gymnasium;5", "Schulnummer", "Talschul", "vielleicht: „Talschule“?", "Name"),
        ("Bergschule;2024/25;Gymnasium;5", "Schulnummer", "Bergschule",
         "Den Namen „Bergschule“ haben mehrere Schulen (120002, 120003)", "die Schulnummer"),
        ("Parkschule;2024/25;Gymnasium;5", "Schulnummer", "Parkschule",
         "„Parkschule“ ist keine Grundschule, sondern: Förderschule", "einer Grundschule"),
        (";2024/25;Gymnasium;5", "Schulnummer", "", "Die Schule fehlt", "Schulnummer"),
        ("120001;2023/24;Gymnasum;5", "Zielschulform", "Gymnasum",
         "Unbekannte Schulform „Gymnasum“. Gemeint vielleicht: „Gymnasium“", "Hauptschule, Realschule"),
        ("120001;2011/12;Sekundarschule;5", "Schuljahr", "2011/12", "gilt in diesem Zeitraum nicht",
         "von 2012 bis"),
        ("120001;2024;Gymnasium;5", "Schuljahr", "2024", "ist kein Schuljahr", "2010/11"),
        ("120001;2023/24;Gymnasium;-5", "Kinder", "-5", "negativ", "eine ganze Zahl, 0 oder mehr"),
        ("120001;2023/24;Gymnasium;5,5", "Kinder", "5,5", "keine Nachkommastellen", "eine ganze Zahl"),
        ("120001;2023/24;Gymnasium;1.5", "Kinder", "1.5", "passt nicht zur beschriebenen", "eine ganze"),
        ("120001;2023/24;Gymnasium;", "Kinder", "", "Die Zahl der Kinder fehlt", "eine ganze Zahl"),
        ("120001;2023/24;Gymnasium;viele", "Kinder", "viele", "ist keine Zahl", "eine ganze Zahl"),
        ("120001;2024/25;Gymnasium;6", "Schulnummer", "120001", "steht schon in Zeile 6", "einmal"),
        ("Talschule;2024/25;Gymnasium;6", "Schulnummer", "Talschule", "steht schon in Zeile 6", "einmal"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_named(
    tmp_path: Path, real: Catalogue, row: str, column: str, value: str, message: str, expectation: str
) -> None:
    found = only(checked(tmp_path, real, ALL + row + "\n"))
    assert (found.file, found.row, found.column, found.value) == ("zahlen.csv", 23, column, value)
    assert message in found.message
    assert expectation in found.expectation


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path, real: Catalogue) -> None:
    check = checked(tmp_path, real, ALL + "120009;2024;Gymnasum;-1\n120001;2024/25;Abendschule;0,5\n")
    assert check.delivery is None
    assert len(errors(check)) == 5  # school, form, number; form, number: the period needs a form


def test_a_sign_is_no_number_of_children(tmp_path: Path, real: Catalogue) -> None:
    check = checked(tmp_path, real, ALL.replace(";5", ";x", 1), '[datei.zeichen]\n"x" = "geheim"\n')
    assert "kleine Zahlen werden erst im Datenstand geschützt" in only(check).message


def test_an_unknown_recommendation_is_refused(tmp_path: Path, real: Catalogue) -> None:
    header = HEADER.replace("Kinder", "Empfehlung;Kinder")
    check = checked(tmp_path, real, "120001;2024/25;Gymnasium;Gymnasiun;5\n", header=header)
    assert "Gemeint vielleicht: „Gymnasium“" in only(check).message
    empty = checked(tmp_path, real, "120001;2024/25;Gymnasium;;5\n", header=header)
    assert "ohne Empfehlung" not in only(empty).message
    assert "keine Empfehlung" in only(empty).expectation or "ohne Empfehlung" in only(empty).expectation


def test_without_any_school_nothing_is_read(tmp_path: Path, real: Catalogue) -> None:
    found = only(checked(tmp_path, real, ALL, schools=()))
    assert "Es ist keine Grundschule bekannt" in found.message
    assert "schulverzeichnis" in found.expectation


def test_a_missing_column_and_a_wrong_key_are_told(tmp_path: Path, real: Catalogue) -> None:
    found = only(checked(tmp_path, real, ALL, header=HEADER.replace("Kinder", "Menge")))
    assert "Die Spalte „Kinder“ fehlt" in found.message
    described = checked(
        tmp_path, real, ALL, '[datei.merkmale.raum]\n"a" = "b"\n[datei.spalten]\nort = "Ort"\n'
    )
    assert "merkmale.raum, spalten.ort" in only(described).message


def test_school_figures_are_never_published_ones(tmp_path: Path, real: Catalogue) -> None:
    toml = HEAD.replace('"statistik"', '"melderegister-hamm"') + 'herkunft = "published"\n' + FILE
    folder = folder_of(tmp_path / "lieferung", toml, zahlen_csv=f"{HEADER}\n{ALL}")
    found = only(check_folder(folder, real, beside=Beside(SCHOOLS)))
    assert "keine veröffentlichten Angaben" in found.message


def test_two_files_may_not_tell_the_same_cell(tmp_path: Path, real: Catalogue) -> None:
    toml = HEAD.replace('"statistik"', '"melderegister-hamm"') + FILE + FILE.replace("zahlen", "mehr")
    text = f"{HEADER}\n{ALL}"
    folder = folder_of(tmp_path / "lieferung", toml, zahlen_csv=text, mehr_csv=text)
    check = check_folder(folder, real, beside=Beside(SCHOOLS))
    assert len(errors(check)) == 21
    assert "steht schon in einer anderen Datei der Lieferung" in errors(check)[0]


# what somebody has to look at -------------------------------------------------------------------


def test_schools_and_rows_that_are_not_there_are_named(tmp_path: Path, real: Catalogue) -> None:
    text = rows("120001") + rows("120002", forms=FORMS[:5])
    missing_school, missing_rows = warnings(checked(tmp_path, real, text))
    assert "2024/25: Es fehlen Bergschule (120003)" in missing_school
    assert "Für 2 Paare aus Schule und Schulform gibt es keine Zeile" in missing_rows
    assert "Bergschule, Übergang Förderschule; sie gelten als 0" in missing_rows


def test_before_2012_no_sekundarschule_is_missing(tmp_path: Path, real: Catalogue) -> None:
    forms = tuple(form for form in FORMS if form != "Sekundarschule")
    assert (
        warnings(checked(tmp_path, real, rows("120001", "120002", "120003", year="2010/11", forms=forms)))
        == []
    )


def test_a_school_without_a_place_counts_for_the_city_alone(tmp_path: Path, real: Catalogue) -> None:
    nowhere = (*SCHOOLS[:2], Facility("120003", "Bergschule", "Grundschule", 1, 1, "59065", None, 2024))
    (message,) = warnings(checked(tmp_path, real, ALL, schools=nowhere))
    assert "Ohne Lage im Schulverzeichnis: Bergschule (120003)" in message


def figure(area: str, children: float, form: str = "uebergang-gymnasium") -> Observation:
    return Observation(
        indicator=form, area=area, year=2024, breakdown="", value=10.0, numerator=children, denominator=100.0,
        cents=None, status="valid", origin="delivered", source="melderegister-hamm", delivery="andere",
    )  # fmt: skip


def test_sums_of_an_area_that_do_not_make_its_figure_are_named(tmp_path: Path, real: Catalogue) -> None:
    figures = (figure("mitte", 12), figure("heessen", 5), figure("hamm", 17), figure("uentrop", 9))
    (message,) = warnings(checked(tmp_path, real, ALL, figures=figures))
    assert "„Übergangsquote zum Gymnasium“ 2024/25" in message
    assert "Mitte 10 statt 12" in message
    assert "Stadt Hamm 15 statt 17" in message or "Hamm 15 statt 17" in message
    assert "Heessen" not in message
    assert warnings(checked(tmp_path, real, ALL, figures=figures[1:2])) == []


@pytest.mark.skipif(not DELIVERIES.is_dir(), reason="../shared/deliveries is not there")
def test_against_a_delivered_directory_in_the_same_folder(tmp_path: Path, real: Catalogue) -> None:
    name = "itnrw_schulverzeichnis_2024_25_mit_sozialindex_auszug.csv"
    directory = (
        f'\n[[datei]]\nname = "{name}"\nform = "schulverzeichnis"\ntrennzeichen = ","\ndezimalzeichen = "."\n'
        "auszug = true\n"
    )
    toml = HEAD.replace('"statistik"', '"itnrw-schulverzeichnis"') + FILE + directory
    text = f"{HEADER}\n" + rows("120674", "Josefschule Städt. Gem. Grundschule")
    folder = folder_of(tmp_path / "lieferung", toml, zahlen_csv=text)
    (folder / name).write_bytes((DELIVERIES / name).read_bytes())
    check = check_folder(folder, real)
    assert errors(check) == []
    assert any("Es fehlen" in message for message in warnings(check))
    assert check.delivery is not None
    assert {each.school.number for each in check.delivery.transitions} == {"120674", "120686"}
