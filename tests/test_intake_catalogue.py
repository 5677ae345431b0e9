"""The intake room with the product's own catalogue: published figures, the example, a real table."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from intake_world import HEAD, SHARED, folder_of
from test_intake_real import POPULATION
from test_intake_schools import SOUND, TOML

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import load
from dashboard.intake import Check, check_folder, delivery_folders, read_delivery
from dashboard.intake.description.models import FileDescription
from dashboard.intake.report import as_text

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "data" / "deliveries" / "beispiel"
PUBLISHED = delivery_folders(ROOT / "data" / "published")
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/deliveries is not there")


@pytest.fixture(scope="module")
def real() -> Catalogue:
    """The product's catalogue."""
    return load(ROOT / "data" / "catalogue")


@pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)
def test_published_figures_have_no_errors(folder: Path, real: Catalogue) -> None:
    check = check_folder(folder, real)
    assert check.delivery is not None, as_text(check)
    assert {each.origin for each in check.delivery.observations} == {"published"}
    assert {each.source for each in check.delivery.observations} <= set(real.sources)


def test_no_published_district_figure_is_a_sozialraum_figure(real: Catalogue) -> None:
    """The range of the council paper belongs to districts; nobody named them."""
    delivery = read_delivery(ROOT / "data" / "published" / "vorlage-0908-11", real, accept_warnings=True)
    kinds = {real.areas[each.area].kind for each in delivery.observations}
    assert "sozialraum" not in kinds


def test_the_example_reads_without_a_finding_and_stays_an_example(real: Catalogue) -> None:
    delivery = read_delivery(EXAMPLE, real)
    assert delivery.example
    assert {each.source for each in delivery.observations} == {"beispieldaten"}
    hidden = [each for each in delivery.observations if each.status == "hidden"]
    assert [(each.area, each.breakdown, each.value) for each in hidden] == [("herringen", "0-2", None)]
    city = next(each for each in delivery.observations if (each.area, each.denominator) == ("hamm", 1650))
    assert city.value == pytest.approx(515 / 1650 * 100)


def changed_example(folder: Path, name: str, old: str, new: str, catalogue: Catalogue) -> Check:
    """The check of the example with one text in one file replaced."""
    shutil.copytree(EXAMPLE, folder / "beispiel")
    file = folder / "beispiel" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return check_folder(folder / "beispiel", catalogue)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("einwohner.csv", "Heessen;20.000", "Heessen;20.001", "Unterschied 1 (Wert)"),
        ("einwohner.csv", "Heessen;20.000", "Hessen;20.000", "Unbekannter Raum „Hessen“"),
        ("einwohner.csv", ";x", ";-", "Das Zeichen „-“ ist in lieferung.toml nicht erklärt"),
        ("uebergaenge.csv", "30,6;55;180", "33,6;55;180", "passen nicht zusammen"),
        ("uebergaenge.csv", "alle Wechsel", "alle Kinder", "Die Spalte „alle Wechsel“ fehlt"),
    ],
)  # fmt: skip
def test_slips_in_the_example_are_found(
    tmp_path: Path, real: Catalogue, name: str, old: str, new: str, message: str
) -> None:
    check = changed_example(tmp_path, name, old, new, real)
    assert check.delivery is None
    assert any(message in each.message for each in check.findings)


@needs_shared
def test_population_with_the_real_catalogue(tmp_path: Path, real: Catalogue) -> None:
    name = "regionalstatistik_12411-01-01-4_flat_auszug.csv"
    toml = HEAD.replace('"statistik"', '"regionalstatistik-12411"') + POPULATION
    folder = folder_of(tmp_path, toml)
    shutil.copyfile(SHARED / name, folder / name)
    delivery = read_delivery(folder, real)
    assert {(each.breakdown, each.value) for each in delivery.observations} == {
        ("", 179968.0), ("weiblich", 90826.0), ("maennlich", 89142.0),
    }  # fmt: skip


@needs_shared
def test_schools_with_the_real_catalogue(tmp_path: Path, real: Catalogue) -> None:
    toml = TOML.format(name=SOUND).replace('"statistik"', '"itnrw-schulverzeichnis"')
    folder = folder_of(tmp_path, toml)
    shutil.copyfile(SHARED / SOUND, folder / SOUND)
    (mean,) = read_delivery(folder, real).observations
    assert (mean.indicator, mean.area, mean.denominator) == ("schulsozialindex", "hamm", 1265.0)


def test_the_format_is_described_key_by_key() -> None:
    text = (ROOT / "docs" / "lieferung.md").read_text(encoding="utf-8")
    missing = [
        key for key in FileDescription.model_fields if f"`{key}`" not in text and f"datei.{key}" not in text
    ]
    assert missing == []
