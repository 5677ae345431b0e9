"""The directory of schools: the undamaged file is accepted, the damaged one refused with reasons."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from intake_world import HEAD, SHARED, catalogue, errors, folder_of, warnings

from dashboard.geo.network import polygons, read_network
from dashboard.geo.shapes import inside, locate
from dashboard.intake import Check, check_folder

SOUND = "itnrw_schulverzeichnis_2024_25_mit_sozialindex_auszug.csv"
DAMAGED = "itnrw_schulverzeichnis_nach_pandas_beschaedigt_auszug.csv"
TOML = (
    HEAD
    + """
[[datei]]
name = "{name}"
form = "schulverzeichnis"
trennzeichen = ","
dezimalzeichen = "."
auszug = true
"""
)
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/deliveries is not there")
Inside = Callable[[float, float], bool]


def real(folder: Path, name: str, inside_city: Inside | None = None) -> Check:
    """The check of one of the two real files."""
    folder_of(folder, TOML.format(name=name))
    shutil.copyfile(SHARED / name, folder / name)
    return check_folder(folder, catalogue(), inside_city)


def in_hamm() -> Inside:
    """The product's own test whether a point lies in the city."""
    return inside(polygons(read_network(), "sozialraum"), 500)


@needs_shared
def test_the_undamaged_directory_is_accepted(tmp_path: Path) -> None:
    check = real(tmp_path, SOUND, in_hamm())
    assert check.findings == ()
    assert check.delivery is not None
    (mean,) = check.delivery.observations
    pupils, index = (190, 205, 320, 140, 200, 210), (6, 6, 4, 9, 5, 2)
    assert mean.value == pytest.approx(sum(p * i for p, i in zip(pupils, index, strict=True)) / sum(pupils))
    assert (mean.area, mean.year, mean.denominator, mean.note) == ("hamm", 2024, 1265, "Auszug, 6 Schulen")
    school = check.delivery.facilities[0]
    assert (school.number, school.name, school.form) == (
        "120674",
        "Stephanusschule Städt. Gem. Grundschule",
        "Grundschule",
    )
    assert (school.pupils, school.social_index, school.postcode, school.area) == (190, 6, "59073", None)


@needs_shared
def test_the_damaged_directory_is_refused_with_reasons(tmp_path: Path) -> None:
    check = real(tmp_path, DAMAGED, in_hamm())
    assert check.delivery is None
    (message,) = errors(check)
    assert "Overbergschule" in message
    assert "(121484)" in message
    assert "51.8402795" in message
    assert "7.8242896" in message
    assert "Sendenhorst" in message
    assert check.findings[0].row == 8
    noticed = "\n".join(warnings(check))
    assert "führende Null verloren und wurde ergänzt: 7 Zeilen (2, 3, 4, 5, 6, 7, 8)" in noticed
    assert "Ganze Zahlen stehen als Kommazahlen da und wurden zurückgesetzt: 7 Zeilen" in noticed
    assert "28 Telefon- und Faxnummern" in noticed


@needs_shared
def test_without_a_map_the_found_address_tells(tmp_path: Path) -> None:
    check = real(tmp_path, DAMAGED)
    (message,) = errors(check)
    assert "Overbergschule" in message
    assert "nicht die der Schule" in message
    assert any("nicht an den Grenzen der Stadt geprüft" in each for each in warnings(check))


@needs_shared
def test_the_repaired_directory_gives_the_same_mean(tmp_path: Path) -> None:
    lines = (SHARED / DAMAGED).read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if "Overbergschule" not in line)
    where = locate(polygons(read_network(), "sozialraum"))
    folder = folder_of(tmp_path / "b", TOML.format(name="z.csv"), z_csv=text)
    check = check_folder(folder, catalogue(), in_hamm(), where)
    assert check.delivery is not None
    sound = real(tmp_path / "a", SOUND).delivery
    assert sound is not None
    assert check.delivery.observations[0] == sound.observations[0]
    areas = {each.area for each in check.delivery.observations}
    assert areas - {"hamm"} == {
        area
        for area in {each.area for each in check.delivery.facilities}
        if sum(each.area == area for each in check.delivery.facilities) >= 3
    }


HEADER = (
    "Schuljahr,Schulform,Amtlicher Gemeindeschlüssel,Schulnummer,Amtliche Bezeichnung 1,Postleitzahl,Anzahl,"
    "Sozialindex,latitude,longitude\n"
)


def row(school: int = 1, **changes: str) -> str:
    """One row of a small directory."""
    fields = {
        "year": "2024/25",
        "form": "Grundschule",
        "ags": "05915000",
        "number": f"12000{school}",
        "name": f"Schule {school}",
        "plz": "59065",
        "pupils": "100",
        "index": "5",
        "lat": "51.68",
        "lon": "7.81",
    }
    return ",".join((fields | changes).values()) + "\n"


def small(folder: Path, *rows: str, where: str | None = "mitte") -> Check:
    """The check of a small directory; every school lies in ``where``."""
    made = folder_of(folder, TOML.format(name="z.csv"), z_csv=HEADER + "".join(rows))
    return check_folder(
        made, catalogue(), lambda lon, lat: 7 < lon < 8 and 51 < lat < 52, lambda lon, lat: where
    )


def test_a_sozialraum_gets_a_mean_from_three_schools_on(tmp_path: Path) -> None:
    two = small(tmp_path, row(1), row(2, index="7"))
    assert two.delivery is not None
    assert [each.area for each in two.delivery.observations] == ["hamm"]
    three = small(tmp_path, row(1), row(2, index="7", pupils="300"), row(3, index=""), row(4))
    assert three.delivery is not None
    assert [(each.area, each.value, each.denominator) for each in three.delivery.observations] == [
        ("hamm", 6.2, 500.0),
        ("mitte", 6.2, 500.0),
    ]
    assert len(three.delivery.facilities) == 4


def test_only_primary_schools_of_hamm_count(tmp_path: Path) -> None:
    check = small(tmp_path, row(1), row(2, ags="05978020", index="9"), row(3, form="Gymnasium", index="1"))
    assert check.delivery is not None
    assert [each.value for each in check.delivery.observations] == [5.0]
    assert [each.number for each in check.delivery.facilities] == ["120001", "120003"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"index": "10"}, "Stufe des Sozialindex gibt es nicht"),
        ({"index": "0"}, "Stufe des Sozialindex"),
        ({"index": "5.5"}, "keine Anzahl"),
        ({"pupils": "viele"}, "keine Zahl"),
        ({"pupils": "-5"}, "keine Anzahl"),
        ({"number": "12"}, "Schulnummer „12“ ist ungültig"),
        ({"plz": "5906"}, "Postleitzahl „5906“ ist ungültig"),
        ({"ags": "Hamm"}, "kein Gemeindeschlüssel"),
        ({"year": "2024"}, "ist kein Schuljahr"),
        ({"lat": "48.1"}, "liegen nicht in der Stadt"),
        ({"lon": "Hamm"}, "Koordinaten sind keine Zahlen"),
        ({"lat": ""}, "Koordinaten sind keine Zahlen"),
    ],
)
def test_rows_that_are_refused(tmp_path: Path, changes: dict[str, str], message: str) -> None:
    check = small(tmp_path, row(1), row(2, **changes))
    assert check.delivery is None
    assert [message in each for each in errors(check)] == [True]
    assert check.findings[0].row == 3


def test_a_school_twice_is_refused(tmp_path: Path) -> None:
    check = small(tmp_path, row(1), row(2), row(1, name="Andere"))
    assert errors(check) == ["Die Schule „120001“ steht schon in Zeile 2"]
    assert small(tmp_path, row(1), row(1, year="2023/24")).delivery is not None


def test_a_directory_without_hamm_is_refused(tmp_path: Path) -> None:
    assert errors(small(tmp_path, row(1, ags="05978020"))) == ["Das Verzeichnis enthält keine Schule in Hamm"]


def test_a_directory_without_usable_primary_schools_is_refused(tmp_path: Path) -> None:
    assert "Keine Grundschule mit Schülerzahl und Sozialindex" in errors(small(tmp_path, row(1, index="")))


def test_missing_columns_of_the_directory(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path, TOML.format(name="z.csv"), z_csv="Schuljahr,Schulform\n2024/25,Grundschule\n"
    )
    assert len(errors(check_folder(folder, catalogue()))) >= 6
