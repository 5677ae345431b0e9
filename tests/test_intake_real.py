"""Real files of statistical offices: what is in them comes out, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from intake_world import HEAD, SHARED, catalogue, errors, folder_of, warnings

from dashboard.intake import Check, check_folder

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/deliveries is not there")

POPULATION = """
[[datei]]
name = "regionalstatistik_12411-01-01-4_flat_auszug.csv"
form = "genesis-flat"
[datei.kennzahlen]
BEVSTD = "bevoelkerung-fortschreibung"
[datei.regionen.KREISE]
"05915" = "hamm"
[datei.merkmale.GES]
GESW = "weiblich"
GESM = "maennlich"
"""
EMPLOYED = """
[[datei]]
name = "regionalstatistik_13111-01-03-4_flat_auszug_strich.csv"
form = "genesis-flat"
[datei.filter]
NAT = ""
[datei.kennzahlen]
ERW032 = "beschaeftigte"
[datei.regionen.KREISE]
"05915" = "hamm"
[datei.merkmale.GES]
GESW = "weiblich"
GESM = "maennlich"
"""
DASH = '[datei.zeichen]\n"-" = "nicht-verfuegbar"\n'
LIVING = """
[[datei]]
name = "regionalstatistik_12211-Z-11_flat_auszug_value_q.csv"
form = "genesis-flat"
[datei.kennzahlen]
LBFMZ01 = "lebensformen"
[datei.regionen.KREISE]
"05915" = "hamm"
{more}
[datei.merkmale.LBFORM01]
LB-INS = ""
PAAROK = "paare"
ALLEINST = "alleinstehende"
FAMILIEN = "familien"
[datei.pruefung]
merkmale_summe = true
"""
ABORTIONS = """
[[datei]]
name = "genesis_23311-0010_flat_auszug_schraegstrich_punkte.csv"
form = "genesis-flat"
[datei.filter]
QUARTG = "{quarter}"
HERKLD = "{origin}"
FAMSTD = "{status}"
[datei.kennzahlen]
GESABB = "schwangerschaftsabbrueche"
[datei.regionen.DLAND]
"05" = "hamm"
"""
SIGNS = '[datei.zeichen]\n"/" = "unsicher"\n"..." = "spaeter"\n"." = "unbekannt"\n'


def real(folder: Path, toml: str, *names: str) -> Check:
    """The check of a delivery with copies of the named real files."""
    folder_of(folder, HEAD + toml)
    for name in names:
        shutil.copyfile(SHARED / name, folder / name)
    return check_folder(folder, catalogue())


@needs_shared
def test_population_of_hamm_and_of_nobody_else(tmp_path: Path) -> None:
    check = real(tmp_path, POPULATION, "regionalstatistik_12411-01-01-4_flat_auszug.csv")
    assert check.findings == ()
    assert check.delivery is not None
    found = {(each.area, each.year, each.breakdown): each.value for each in check.delivery.observations}
    assert found == {
        ("hamm", 2024, ""): 179968, ("hamm", 2024, "weiblich"): 90826, ("hamm", 2024, "maennlich"): 89142,
    }  # fmt: skip


@needs_shared
def test_population_adds_up(tmp_path: Path) -> None:
    toml = POPULATION + "[datei.pruefung]\nmerkmale_summe = true\n"
    assert real(tmp_path, toml, "regionalstatistik_12411-01-01-4_flat_auszug.csv").findings == ()


@needs_shared
def test_a_dash_in_every_row_of_hamm_never_becomes_a_number(tmp_path: Path) -> None:
    name = "regionalstatistik_13111-01-03-4_flat_auszug_strich.csv"
    check = real(tmp_path, EMPLOYED + DASH, name)
    assert check.findings == ()
    assert check.delivery is not None
    assert len(check.delivery.observations) == 3
    assert {(each.area, each.value, each.status) for each in check.delivery.observations} == {
        ("hamm", None, "unknown")
    }


@needs_shared
def test_a_dash_that_nobody_explained_refuses_the_table(tmp_path: Path) -> None:
    check = real(tmp_path, EMPLOYED, "regionalstatistik_13111-01-03-4_flat_auszug_strich.csv")
    assert check.delivery is None
    assert len(errors(check)) == 3
    assert all("Das Zeichen „-“ ist in lieferung.toml nicht erklärt" in message for message in errors(check))


@needs_shared
def test_attributes_that_are_neither_filtered_nor_mapped_are_errors(tmp_path: Path) -> None:
    toml = EMPLOYED.replace('[datei.filter]\nNAT = ""\n', "") + DASH
    check = real(tmp_path, toml, "regionalstatistik_13111-01-03-4_flat_auszug_strich.csv")
    assert len(errors(check)) == 3
    assert all("„NATA“ der Variablen NAT ist weder gefiltert noch" in message for message in errors(check))


@needs_shared
def test_thousands_and_final_values_of_the_microcensus(tmp_path: Path) -> None:
    check = real(tmp_path, LIVING.format(more=""), "regionalstatistik_12211-Z-11_flat_auszug_value_q.csv")
    assert check.delivery is None, "85 is not 35 + 28 + 21: rounded thousands do not add up"
    assert "ist 84.000, angegeben ist 85.000" in errors(check)[0]
    free = LIVING.format(more="").replace("merkmale_summe = true", "")
    found = real(tmp_path, free, "regionalstatistik_12211-Z-11_flat_auszug_value_q.csv").delivery
    assert found is not None
    assert {(each.breakdown, each.value, each.status) for each in found.observations} == {
        ("", 85000.0, "valid"), ("paare", 21000.0, "valid"), ("alleinstehende", 35000.0, "valid"),
        ("familien", 28000.0, "valid"),
    }  # fmt: skip


@needs_shared
def test_slashes_with_an_empty_quality(tmp_path: Path) -> None:
    toml = LIVING.format(more='"03457" = "mitte"').replace("merkmale_summe = true", "") + SIGNS
    check = real(tmp_path, toml, "regionalstatistik_12211-Z-11_flat_auszug_value_q.csv")
    assert errors(check) == []
    assert check.delivery is not None
    leer = [each for each in check.delivery.observations if each.area == "mitte"]
    assert {(each.value, each.status) for each in leer} == {(None, "uncertain")}
    assert len(leer) == 3
    assert "es fehlen Heessen, Hamm-Norden" in warnings(check)[0]


@needs_shared
@pytest.mark.parametrize(
    ("quarter", "origin", "status", "expected"),
    [("QUART1", "14", "VERW", "uncertain"), ("QUART4", "06", "LEDIG", "later")],
)
def test_slash_and_dots_among_regions_with_equal_codes(
    tmp_path: Path, quarter: str, origin: str, status: str, expected: str
) -> None:
    toml = ABORTIONS.format(quarter=quarter, origin=origin, status=status) + SIGNS
    check = real(tmp_path, toml, "genesis_23311-0010_flat_auszug_schraegstrich_punkte.csv")
    assert errors(check) == []
    assert check.delivery is not None
    assert [(each.value, each.status) for each in check.delivery.observations] == [(None, expected)]


@needs_shared
def test_a_point_is_unknown(tmp_path: Path) -> None:
    toml = """
[[datei]]
name = "regionalstatistik_11111-02-01-4_flat_auszug.csv"
form = "genesis-flat"
[datei.kennzahlen]
GEM001 = "bevoelkerung"
[datei.regionen.KREISE]
"05334002" = "mitte"
"05915" = "hamm"
"""
    check = real(tmp_path, toml + SIGNS, "regionalstatistik_11111-02-01-4_flat_auszug.csv")
    assert errors(check) == []
    assert check.delivery is not None
    assert {(each.area, each.value, each.status) for each in check.delivery.observations} == {
        ("hamm", 1.0, "valid"), ("mitte", None, "unknown"),
    }  # fmt: skip


@needs_shared
def test_a_flat_file_of_which_nothing_is_taken_is_refused(tmp_path: Path) -> None:
    toml = POPULATION.replace("05915", "09999")
    check = real(tmp_path, toml, "regionalstatistik_12411-01-01-4_flat_auszug.csv")
    assert errors(check) == ["Keine Zeile passt zu kennzahlen, regionen und filter"]


FLAT = (
    "time;1_variable_code;1_variable_attribute_code;2_variable_code;2_variable_attribute_code;"
    "value;value_unit;value_variable_code;value_q\n"
)
SMALL = (
    HEAD
    + """
[[datei]]
name = "z.csv"
form = "genesis-flat"
[datei.kennzahlen]
BEVSTD = "bevoelkerung-fortschreibung"
[datei.regionen.KREISE]
"05915" = "hamm"
[datei.merkmale.GES]
GESW = "weiblich"
[datei.merkmale.ALT]
GESM = "maennlich"
"""
)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("2024-12-31;KREISE;05915;GES;GESW;5;Stück;BEVSTD;e", "Einheit „Stück“ passt nicht"),
        ("2024-12-31;KREISE;05915;GES;GESW;5;Anzahl;BEVSTD;z", "Qualitätskennzeichen „z“"),
        ("2024/25;KREISE;05915;GES;GESW;5;Anzahl;BEVSTD;e", "ist kein Stichtag"),
        ("2024-12-31;KREISE;05915;GES;GESX;5;Anzahl;BEVSTD;e", "weder gefiltert noch zugeordnet"),
    ],
)
def test_flat_rows_that_are_refused(tmp_path: Path, row: str, message: str) -> None:
    check = check_folder(folder_of(tmp_path, SMALL, z_csv=FLAT + row + "\n"), catalogue())
    assert [message in each for each in errors(check)] == [True]


def test_provisional_values_of_a_flat_file(tmp_path: Path) -> None:
    row = "2024-12-31;KREISE;05915;GES;GESW;5;Anzahl;BEVSTD;p\n"
    check = check_folder(folder_of(tmp_path, SMALL, z_csv=FLAT + row), catalogue())
    assert check.delivery is not None
    assert [each.status for each in check.delivery.observations] == ["provisional"]


def test_a_row_of_two_categories_is_refused(tmp_path: Path) -> None:
    header = FLAT.replace(
        "2_variable_attribute_code;", "2_variable_attribute_code;3_variable_code;3_variable_attribute_code;"
    )
    row = "2024-12-31;KREISE;05915;GES;GESW;ALT;GESM;5;Anzahl;BEVSTD;e\n"
    check = check_folder(folder_of(tmp_path, SMALL, z_csv=header + row), catalogue())
    assert "zu zwei Merkmalen zugleich: „weiblich“ und „maennlich“" in errors(check)[0]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ('[datei.kennzahlen]\nBEVSTD = "bevoelkerung-fortschreibung"\nBEVSTT = "bevoelkerung"\n',
         "„BEVSTT“ aus [datei.kennzahlen]"),
        ('[datei.regionen.KREISE]\n"05915" = "hamm"\n"5911" = "mitte"\n',
         "„5911“ aus [datei.regionen.KREISE]"),
    ],
)  # fmt: skip
def test_a_mapped_key_of_a_flat_file_that_is_nowhere_is_a_slip(tmp_path: Path, more: str, told: str) -> None:
    table, right, _ = more.split("\n", 2)
    toml = SMALL.replace(f"{table}\n{right}\n", more)
    row = "2024-12-31;KREISE;05915;GES;GESW;5;Anzahl;BEVSTD;e\n"
    (finding,) = check_folder(folder_of(tmp_path, toml, z_csv=FLAT + row), catalogue()).findings
    assert finding.severity == "error"
    assert finding.message == f"{told} kommt in keiner übernommenen Zeile vor"
