"""The forms with several header rows: classic tables of GENESIS, small areas of the Bundesagentur."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_world import HEAD, SHARED, catalogue, errors, folder_of, warnings
from test_intake_files import workbook

from dashboard.intake import Check, check_folder
from dashboard.intake.description.models import FileDescription
from dashboard.intake.files.header import column_names
from dashboard.intake.shapes.ba_kleinraeumig import month

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/deliveries is not there")

CLASSIC = """
[[datei]]
name = "tabelle.csv"
form = "genesis-klassisch"
zeichensatz = "iso-8859-1"
kopfzeile = 4
kopfzeilen = 2
kennzahl = "bevoelkerung-fortschreibung"
{more}
[datei.spalten]
zeitraum = "Spalte 1"
[datei.regionen."Spalte 2"]
"05915" = "hamm"
[[datei.werte]]
spalte = "Bevölkerung / Insgesamt"
[[datei.werte]]
spalte = "Bevölkerung / weiblich"
merkmal = "weiblich"
[[datei.werte]]
spalte = "Bevölkerung / männlich"
merkmal = "maennlich"
[datei.zeichen]
"-" = "nicht-verfuegbar"
"." = "unbekannt"
"..." = "spaeter"
"/" = "unsicher"
"x" = "sinnlos"
{tail}
"""
TITLES = 'GENESIS-Tabelle: 12411-01\nBevölkerung: Kreise; Stichtag "neu;;;;;\nFortschreibung;;;;;\n'
HEADER = ";;;Bevölkerung;;\n;;;Insgesamt;männlich;weiblich\n"
HAMM = "31.12.2024;05915;Hamm, kreisfreie Stadt;300;140;160\n"
OTHER = "31.12.2024;05911;   Bochum, kreisfreie Stadt;9;4;5\n"
FOOTER = "__________\n(C)opyright Landesamt, 2025\nStand: 20.06.2025 / 10:11:12\n"


def classic(folder: Path, rows: str = HAMM, header: str = HEADER, more: str = "", tail: str = "") -> Check:
    text = TITLES + header + OTHER + rows + FOOTER
    toml = HEAD + CLASSIC.format(more=more, tail=tail)
    return check_folder(folder_of(folder, toml, tabelle_csv=text.encode("iso-8859-1")), catalogue())


def test_a_mapped_key_that_is_nowhere_is_a_slip(tmp_path: Path) -> None:
    """A workbook that cut the zero off would lose one area of two, and nobody would know."""
    text = TITLES + HEADER + HAMM + FOOTER
    toml = (HEAD + CLASSIC.format(more="", tail="")).replace(
        '"05915" = "hamm"', '"05915" = "hamm"\n"5" = "mitte"'
    )
    check = check_folder(folder_of(tmp_path, toml, tabelle_csv=text.encode("iso-8859-1")), catalogue())
    assert errors(check) == ["„5“ aus [datei.regionen.Spalte 2] kommt in keiner übernommenen Zeile vor"]


def cells(check: Check) -> dict[tuple[str, int, str], tuple[float | None, str]]:
    assert check.delivery is not None, check.findings
    return {(o.area, o.year, o.breakdown): (o.value, o.status) for o in check.delivery.observations}


def test_titles_merged_headers_other_areas_and_the_footer(tmp_path: Path) -> None:
    check = classic(tmp_path, tail="[datei.pruefung]\nmerkmale_summe = true\n")
    assert check.findings == ()
    assert cells(check) == {
        ("hamm", 2024, ""): (300, "valid"),
        ("hamm", 2024, "weiblich"): (160, "valid"),
        ("hamm", 2024, "maennlich"): (140, "valid"),
    }


def test_repeated_labels_are_read_like_merged_ones(tmp_path: Path) -> None:
    repeated = HEADER.replace("Bevölkerung;;", "Bevölkerung;Bevölkerung;Bevölkerung")
    assert cells(classic(tmp_path, header=repeated)) == cells(classic(tmp_path))


@pytest.mark.parametrize(
    ("sign", "status"),
    [("-", "unknown"), (".", "unknown"), ("...", "later"), ("/", "uncertain"), ("x", "senseless")],
)
def test_signs_are_no_numbers(tmp_path: Path, sign: str, status: str) -> None:
    found = cells(classic(tmp_path, HAMM.replace("140", sign)))
    assert found["hamm", 2024, "maennlich"] == (None, status)


def test_a_sign_nobody_explained_is_named_with_its_place(tmp_path: Path) -> None:
    check = classic(tmp_path, HAMM.replace("140", "?"))
    (finding,) = check.findings
    assert (finding.row, finding.column, finding.value) == (7, "Bevölkerung / männlich", "?")


def test_a_table_in_utf8_is_not_taken_for_latin(tmp_path: Path) -> None:
    toml = HEAD + CLASSIC.format(more="", tail="")
    folder = folder_of(tmp_path, toml, tabelle_csv=TITLES + HEADER + HAMM)
    assert "die Datei ist aber in UTF-8 geschrieben" in errors(check_folder(folder, catalogue()))[0]


def test_a_missing_column_names_those_that_are_there(tmp_path: Path) -> None:
    check = classic(tmp_path, header=HEADER.replace("weiblich", "Frauen"))
    (finding,) = check.findings
    assert "Die Spalte „Bevölkerung / weiblich“ fehlt" in finding.message
    assert "„Spalte 3“" in finding.expectation
    assert "„Bevölkerung / Frauen“" in finding.expectation


def test_no_row_of_ours(tmp_path: Path) -> None:
    check = classic(tmp_path, "31.12.2024;05913;Dortmund;1;2;3\n")
    assert errors(check) == ["Keine Zeile passt zu regionen und filter"]


ROWS = "01.01.2024;05915;Hamm;{};1;2\n;;;{};3;4\n"
BY_ROW = """
[[datei]]
name = "tabelle.csv"
form = "genesis-klassisch"
kopfzeile = 1
kennzahl = "bevoelkerung-fortschreibung"
auffuellen = ["Spalte 1", "Spalte 2"]
[datei.spalten]
zeitraum = "Spalte 1"
[datei.regionen."Spalte 2"]
"05915" = "hamm"
{more}
[[datei.werte]]
spalte = "Anzahl [Spalte 5]"
{value}
"""
SEXES = '[datei.merkmale."Spalte 4"]\n"Männer" = "maennlich"\n"Zusammen" = ""\n'


def by_row(folder: Path, first: str, second: str, more: str = SEXES, value: str = "") -> Check:
    text = ";;;;Anzahl;Anzahl\n" + ROWS.format(first, second)
    toml = HEAD + BY_ROW.format(more=more, value=value)
    return check_folder(folder_of(folder, toml, tabelle_csv=text), catalogue())


def test_a_breakdown_beside_the_columns_and_cells_that_are_filled_down(tmp_path: Path) -> None:
    check = by_row(tmp_path, "Zusammen", "Männer")
    assert len(warnings(check)) == 1  # 1 January is not the key date of the indicator
    assert cells(check) == {("hamm", 2024, ""): (1, "valid"), ("hamm", 2024, "maennlich"): (3, "valid")}


def test_a_category_that_is_neither_filtered_nor_mapped(tmp_path: Path) -> None:
    check = by_row(tmp_path, "Zusammen", "Frauen")
    found = [each for each in check.findings if each.severity == "error"]
    assert [(each.row, each.column, each.value) for each in found] == [(3, "Spalte 4", "Frauen")]
    free = by_row(tmp_path, "Zusammen", "Frauen", '[datei.filter]\n"Spalte 4" = ["Zusammen"]\n')
    assert cells(free) == {("hamm", 2024, ""): (1, "valid")}


def test_two_breakdowns_at_once_are_refused(tmp_path: Path) -> None:
    check = by_row(tmp_path, "Zusammen", "Männer", value='merkmal = "weiblich"')
    assert errors(check) == ["Die Zeile gehört zu zwei Merkmalen zugleich: „maennlich“ und „weiblich“"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('[datei.regionen."Spalte 2"]\n"05915" = "hamm"\n', "", "fehlt: raum (als Spalte oder fest)"),
        ('zeitraum = "Spalte 1"', 'zeitraum = "Spalte 1"\nraum = "Spalte 3"', "beide den Raum"),
        ('zeitraum = "Spalte 1"', 'wert = "Spalte 1"', "Nicht vorgesehen"),
        ('form = "genesis-klassisch"', 'form = "lang"', "auffuellen"),
    ],
)
def test_slips_in_the_description(tmp_path: Path, old: str, new: str, message: str) -> None:
    toml = HEAD + BY_ROW.format(more="", value="").replace(old, new)
    check = check_folder(folder_of(tmp_path, toml, tabelle_csv="x;y\n1;2\n"), catalogue())
    assert any(message in each for each in errors(check))


@needs_shared
def test_a_genuine_table(tmp_path: Path) -> None:
    name = "genesis_klassisch_46251-0021_auszug.csv"
    columns = "\n".join(
        f'[[datei.werte]]\nspalte = "Benzin / Euro {euro}"\nmerkmal = "{category}"'
        for euro, category in ((1, "weiblich"), (4, "maennlich"))
    )
    toml = f"""{HEAD}
[[datei]]
name = "{name}"
form = "genesis-klassisch"
kopfzeile = 6
kopfzeilen = 2
kennzahl = "bevoelkerung-fortschreibung"
[datei.spalten]
zeitraum = "Spalte 1"
[datei.regionen."Spalte 2"]
"01001" = "hamm"
{columns}
"""
    shutil.copyfile(SHARED / name, folder_of(tmp_path, toml) / name)
    check = check_folder(tmp_path, catalogue())
    assert cells(check) == {
        ("hamm", 2022, "weiblich"): (259, "valid"),
        ("hamm", 2022, "maennlich"): (7640, "valid"),
    }
    assert [finding.value for finding in check.findings] == ["01.01.2022"]  # not the indicator's key date


# header rows --------------------------------------------------------------------------------

ONE = FileDescription(
    name="a.csv", form="genesis-klassisch", kennzahl="a", raum="b", zeitraum="c",
    werte=({"spalte": "d"},),  # type: ignore[arg-type]  # pydantic reads it
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([["", "A", "", "B"], ["", "x", "y", "x"]], ("Spalte 1", "A / x", "A / y", "B / x")),
        ([["", "A", "", ""], ["", "x", "", "y"], ["", "1", "2", "1"]],
         ("Spalte 1", "A / x / 1", "A / x / 2", "A / y / 1")),
        ([["A", "", "B", ""], ["x", "", "", ""], ["1", "2", "1", "2"]],
         ("A / x / 1", "A / x / 2", "B / 1", "B / 2")),
        ([["Anzahl", "", "Anzahl", ""]], ("Anzahl [Spalte 1]", "Spalte 2", "Anzahl [Spalte 3]")),
        ([["  Ins-\n gesamt ", ""]], ("Ins- gesamt",)),
    ],
)  # fmt: skip
def test_names_of_columns(rows: list[list[str]], names: tuple[str, ...]) -> None:
    assert column_names(rows, ONE) == names


@given(st.lists(st.lists(st.sampled_from(["", "A", "B"]), min_size=1, max_size=6), min_size=1, max_size=4))
def test_no_two_columns_share_a_name(rows: list[list[str]]) -> None:
    names = column_names(rows, ONE)
    assert len(set(names)) == len(names)
    assert all(names)
    assert len(names) == max((at + 1 for row in rows for at, cell in enumerate(row) if cell), default=0)


CELL = st.sampled_from(
    ["", "05915", "hamm", "-", "*", "1", "2,5", "SUMSUMSUM", "202506", "a;b", '"', "__________"]
)


@settings(max_examples=60)
@given(st.lists(st.lists(CELL, max_size=7), max_size=8), st.sampled_from(["classic", "ba"]))
def test_whatever_stands_in_the_cells(rows: list[list[str]], form: str) -> None:
    """A delivery or findings, never another exception."""
    with tempfile.TemporaryDirectory() as name:
        if form == "ba":
            check = akg(Path(name), [*TABLE[:4], *rows])
        else:
            check = classic(Path(name), "".join(";".join(row) + "\n" for row in rows))
    assert (check.delivery is None) == any(each.severity == "error" for each in check.findings)


# Bundesagentur ------------------------------------------------------------------------------

BA = """
[[datei]]
name = "akg.xlsx"
form = "ba-kleinraeumig"
kopfzeile = 3
kopfzeilen = 2
{more}
[datei.regionen.schluessel]
"001SUMSUM" = "mitte"
"002000000" = "heessen"
"3000000" = "hamm-norden"
{city}
[[datei.werte]]
kennzahl = "beschaeftigte"
spalte = "Beschäftigte / Insgesamt"
[[datei.werte]]
kennzahl = "beschaeftigte"
spalte = "Beschäftigte / weiblich"
merkmal = "weiblich"
"""
CITY = '"SUMSUMSUM" = "hamm"'
TABLE: list[list[object]] = [
    ["Arbeitsmarktdaten in kleinräumiger Gliederung"],
    ["Gebietsgliederung: Stadt"],
    ["Berichtsmonat", "Gemeinde", "Gebiet", "Bezeichnung", "Beschäftigte", None],
    [None, None, None, None, "Insgesamt", "weiblich"],
    ["202506", "05915000", "001001001", "Mitte Nord", 11, "*"],
    ["202506", "05915000", "001SUMSUM", "Mitte", 40, 20],
    ["202506", 5915000, 2000000, "Heessen", 30, "*"],
    ["202506", "05915000", "003000000", "Norden", 0, 0],
    ["202506", "05915000", "999999999", "keine Angabe", 12, "*"],
    ["202506", None, "SUMSUMSUM", "Insgesamt", 93, 47],
    ["* Werte unter 10", None, None, None, None, None],
]


def akg(folder: Path, rows: list[list[object]], city: str = CITY, more: str = "") -> Check:
    toml = HEAD + BA.format(city=city, more=more)
    return check_folder(folder_of(folder, toml, akg_xlsx=workbook(rows)), catalogue())


def changed(row: int, column: int, value: object) -> list[list[object]]:
    rows = [list(cells) for cells in TABLE]
    rows[row - 1][column - 1] = value
    return rows


def test_small_areas_of_the_bundesagentur(tmp_path: Path) -> None:
    check = akg(tmp_path, TABLE)
    assert check.findings == ()
    assert cells(check) == {
        ("mitte", 2025, ""): (40, "valid"), ("mitte", 2025, "weiblich"): (20, "valid"),
        ("heessen", 2025, ""): (30, "valid"), ("heessen", 2025, "weiblich"): (None, "hidden"),
        ("hamm-norden", 2025, ""): (0, "valid"), ("hamm-norden", 2025, "weiblich"): (0, "valid"),
        ("hamm", 2025, ""): (93, "valid"), ("hamm", 2025, "weiblich"): (47, "valid"),
    }  # fmt: skip


def test_the_star_never_means_anything_else(tmp_path: Path) -> None:
    toml = HEAD + BA.format(city=CITY, more='zeichen = { "*" = "null" }')
    check = check_folder(folder_of(tmp_path, toml, akg_xlsx=workbook(TABLE)), catalogue())
    assert 'Das Zeichen "*" heißt in dieser Form immer geheim' in errors(check)[0]


def test_other_signs_have_to_be_explained(tmp_path: Path) -> None:
    (finding,) = akg(tmp_path, changed(6, 5, "-")).findings
    assert (finding.sheet, finding.row, finding.column) == ("Tabelle1", 6, "Beschäftigte / Insgesamt")
    assert "nicht erklärt" in finding.message


def test_another_municipality_is_refused(tmp_path: Path) -> None:
    finding, *_ = akg(tmp_path, changed(6, 2, "05913000")).findings
    assert finding.severity == "error"
    assert (finding.row, finding.column, finding.expectation) == (6, "Gemeinde", "05915000")


def test_a_mapped_key_that_is_nowhere_is_an_error(tmp_path: Path) -> None:
    check = akg(tmp_path, changed(6, 3, "007SUMSUM"))
    assert errors(check) == ["Der Schlüssel „001SUMSUM“ aus [datei.regionen.schluessel] kommt in der Datei "
                             "nicht vor"]  # fmt: skip


def test_who_leaves_the_city_row_out_has_to_know(tmp_path: Path) -> None:
    check = akg(tmp_path, TABLE, city="")
    assert [message[:37] for message in warnings(check)] == ["Die Summenzeile SUMSUMSUM ist nicht z"]


def test_several_quarters_need_a_filter(tmp_path: Path) -> None:
    march = [["202503", *row[1:]] if row[0] == "202506" else row for row in TABLE]
    rows = [*TABLE[:-1], *march[4:]]
    assert any("Dieselbe Zelle" in message for message in errors(akg(tmp_path, rows)))
    check = akg(tmp_path, rows, more='filter = { zeitraum = "Juni 2025" }')
    assert check.findings == ()
    assert len(cells(check)) == 8


@pytest.mark.parametrize(
    "text",
    ["202412", "2024-12-31", "2024-12", "31.12.2024", "12.2024", "12/2024", "Dezember 2024", "Dez. 2024"],
)
def test_ways_to_write_a_month(text: str) -> None:
    assert month(text) == "12/2024"


@pytest.mark.parametrize("text", ["", "2024", "202413", "IV/2024", "Quartal 2024", "März"])
def test_what_is_no_month_stays(text: str) -> None:
    assert month(text) == text
