"""Delivered transitions per school in a release: schools for planners, one index for everybody."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from access_world import RELEASE, staff
from demo_world import FOLDER

from dashboard.__main__ import main
from dashboard.analysis.segregation import against_chance
from dashboard.catalogue.load import load
from dashboard.intake import Delivery, Facility, check_folder
from dashboard.intake.facility import Beside, Transition
from dashboard.model import CITY
from dashboard.prepare.beside import invented
from dashboard.prepare.build import Built, build_release
from dashboard.prepare.facilities import all_facilities
from dashboard.prepare.reading import Folders
from dashboard.prepare.refused import ReleaseRefused
from dashboard.prepare.school_choice import compared, step
from dashboard.prepare.school_rows import delivered_level
from dashboard.prepare.schools_city import uneven
from dashboard.settings import ROOT, Settings
from dashboard.store.protected import ProtectedDatabase, ProtectedStore
from dashboard.store.protected_facts import FacilityFact
from dashboard.store.protected_write import write_facilities
from dashboard.store.write import write_release

EXAMPLE = ROOT / "data" / "deliveries" / "beispiel-uebergaenge-schulen"
SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "deliveries"
DIRECTORY = "itnrw_schulverzeichnis_2024_25_mit_sozialindex_auszug.csv"
GYMNASIUM, INDEX = "uebergang-gymnasium", "segregation-gymnasium"


def project(folder: Path) -> Path:
    """Catalogue, boundaries, transitions and invented schools of two years."""
    for name in ("data/catalogue", "data/published/uebergaenge", "geodata"):
        shutil.copytree(ROOT / name, folder / name)
    demo = folder / "data" / "demo"
    demo.mkdir()
    for name in ("raeume", "bevoelkerung"):
        shutil.copy(FOLDER / f"{name}.toml", demo)
    for name, table in (("uebergang", "[[group]]"), ("schulen", "[[schools]]")):
        text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
        (demo / f"{name}.toml").write_text(
            text.replace(f"{table}\n", f"{table}\nfirst = 2024\n"), encoding="utf-8"
        )
    return folder


def deliver(root: Path, text: str | None = None, name: str = "schulen-2024") -> Path:
    """The example, delivered in earnest; ``text`` replaces its rows."""
    folder = root / "data" / "deliveries" / name
    shutil.copytree(EXAMPLE, folder)
    described = (
        (EXAMPLE / "lieferung.toml")
        .read_text(encoding="utf-8")
        .replace(EXAMPLE.name, name)
        .replace("beispieldaten", "melderegister-hamm")
    )
    kept = [line for line in described.splitlines() if not line.startswith("beispiel =")]
    (folder / "lieferung.toml").write_text("\n".join(kept), encoding="utf-8")
    if text is not None:
        (folder / "uebergaenge.csv").write_text(text, encoding="utf-8")
    return folder


def built(root: Path, accept: bool = True) -> Built:
    return build_release(_folders(root), accept_warnings=accept, today=date.today())


def _folders(root: Path) -> Folders:
    return Folders.below(root / "data", root / "geodata")


@dataclass(frozen=True)
class World:
    """A release with delivered schools in its two databases."""

    root: Path
    built: Built
    facts: tuple[FacilityFact, ...]
    public: Path
    protected: Path


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    root = project(tmp_path_factory.mktemp("projekt"))
    deliver(root)
    found = built(root)
    facts = all_facilities(_folders(root), found)
    public, protected = (root / f"{name}.sqlite" for name in ("offen", "geschuetzt"))
    write_release(f"sqlite:///{public}", found.contents)
    write_facilities(f"sqlite:///{protected}", RELEASE, facts)
    return World(root, found, facts, public, protected)


def test_the_index_is_delivered_with_chance_and_p_and_nothing_invented_is_left(world: World) -> None:
    rows = [row for row in world.built.contents.observations if row.indicator == INDEX]
    assert {(row.area, row.year, row.origin) for row in rows} == {(CITY, 2024, "delivered")}
    said = {row.breakdown: row.value for row in rows}
    text = (EXAMPLE / "uebergaenge.csv").read_text(encoding="utf-8").splitlines()[1:]
    counts: dict[str, list[int]] = {}
    for line in text:
        school, _, form, children = line.split(";")
        both = counts.setdefault(school, [0, 0])
        both[form != "Gymnasium"] += int(children)
    found = against_chance(*np.array(list(counts.values())).T)
    assert found is not None
    expected = (found.d, found.chance_mean, found.chance_p95, found.p)
    names = ("", "zufall-mittel", "zufall-95", "zufall-p")
    assert said == pytest.approx(dict(zip(names, (100 * part for part in expected), strict=True)))
    assert {row.note for row in rows} == {"27 Grundschulen"}


def test_schools_have_their_delivered_figures_and_small_ones_are_hidden(world: World) -> None:
    database = ProtectedDatabase(f"sqlite:///{world.protected}")
    facts = ProtectedStore(database).facilities(staff(), RELEASE)
    database.close()
    assert len(facts) == 27
    assert {value.origin for fact in facts for value in fact.values} == {"delivered"}
    assert {value.delivery for fact in facts for value in fact.values} == {"schulen-2024"}
    assert {value.year for fact in facts for value in fact.values} == {2024}
    first = facts[0].years(GYMNASIUM)[2024]
    assert (first.value, first.numerator, first.denominator) == (pytest.approx(100 * 30 / 68), 30, 68)
    hidden = [value for fact in facts for value in fact.values if value.status == "hidden"]
    assert hidden
    assert {(each.value, each.numerator, each.denominator, each.lower) for each in hidden} == {(None,) * 4}
    shown = [value for fact in facts for value in fact.values if value.status != "hidden"]
    assert not [each for each in shown if 0 < (each.numerator or 0) < 3]


def test_no_school_is_in_the_public_database(world: World) -> None:
    with closing(sqlite3.connect(world.public)) as connection:
        dump = "\n".join(connection.iterdump())
    for word in ("Beispielgrundschule", "beispielschule"):
        assert word not in dump
    (info,) = [each for each in world.built.contents.deliveries if each.id == "schulen-2024"]
    assert info.rows == 4
    assert all("zu lesen mit „check“" in warning for warning in info.warnings)


def test_the_areas_stay_what_they_were(world: World) -> None:
    rows = [row for row in world.built.contents.observations if row.indicator == GYMNASIUM]
    assert {row.origin for row in rows if row.area == "mitte"} == {"demo"}  # counted at home, not at school


def test_warnings_have_to_be_accepted_and_errors_refuse_the_release(tmp_path: Path) -> None:
    root = project(tmp_path)
    text = (EXAMPLE / "uebergaenge.csv").read_text(encoding="utf-8")
    folder = deliver(root)
    with pytest.raises(ReleaseRefused, match="die erfundenen der Beispieldaten"):
        built(root, accept=False)
    (folder / "uebergaenge.csv").write_text(text.replace("Gymnasium;", "Gymnasion;", 1), encoding="utf-8")
    with pytest.raises(
        ReleaseRefused, match=r"Zeile 6, Spalte Zielschulform: Unbekannte Schulform „Gymnasion“"
    ):
        built(root)


def test_the_command_checks_against_what_lies_beside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    folder = deliver(root)
    settings = Settings(f"sqlite:///{tmp_path / 'm.sqlite'}", root)
    assert main(["check", str(folder)], settings) == 1  # a warning is not accepted by itself
    assert main(["check", str(folder), "--akzeptiere"], settings) == 0
    assert "189 Zahlen einzelner Schulen" in capsys.readouterr().out


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/deliveries is not there")
def test_a_school_of_a_directory_keeps_its_pupils_beside_its_transitions(tmp_path: Path) -> None:
    root = project(tmp_path)
    rows = [
        f"{school};2024/25;{form};20"
        for school in (120674, 120686, 120698)
        for form in ("Gymnasium", "Realschule")
    ]
    folder = deliver(root, "\n".join(["Schule;Schuljahr;Zielschulform;Kinder", *rows]))
    shutil.copyfile(SHARED / DIRECTORY, folder / DIRECTORY)
    text = (folder / "lieferung.toml").read_text(encoding="utf-8")
    directory = (
        f'\n[[datei]]\nname = "{DIRECTORY}"\nform = "schulverzeichnis"\ntrennzeichen = ","\n'
        'dezimalzeichen = "."\nauszug = true\n'
    )
    (folder / "lieferung.toml").write_text(text + directory, encoding="utf-8")
    found = built(root)
    facts = {fact.number: fact for fact in all_facilities(_folders(root), found)}
    assert len(facts) == 6
    indicators = {value.indicator for value in facts["120674"].values}
    assert {"schueler-je-schule", GYMNASIUM} <= indicators
    assert facts["120674"].name == "Stephanusschule Städt. Gem. Grundschule"
    (d,) = [row for row in found.contents.observations if row.indicator == INDEX and not row.breakdown]
    assert d.value == 0  # the same share everywhere


# the parts --------------------------------------------------------------------------------------


def school(number: int) -> Facility:
    return Facility(str(number), f"Schule {number}", "Grundschule", None, None, "", "mitte")


def given(school_number: int, form: str, children: int, recommended: str | None = None) -> Transition:
    return Transition(
        school(school_number), 2024, f"uebergang-{form}", children, recommended, "melderegister-hamm"
    )


def test_there_is_no_index_without_both_groups() -> None:
    assert list(uneven([given(1, "gymnasium", 5), given(2, "gymnasium", 4)], 2024, "x")) == []
    assert len(list(uneven([given(1, "gymnasium", 5), given(2, "realschule", 4)], 2024, "x"))) == 4


@pytest.mark.parametrize(
    ("recommended", "form", "expected"),
    [
        ("hauptschule", "uebergang-gymnasium", "hoeher"),
        ("gymnasium-eingeschraenkt", "uebergang-realschule", "niedriger"),
        ("realschule-eingeschraenkt", "uebergang-realschule", "wie-empfohlen"),
        ("hauptschule", "uebergang-gesamtschule", "wie-empfohlen"),
    ],
)
def test_steps_against_the_recommendation(recommended: str, form: str, expected: str) -> None:
    assert step(recommended, form) == expected


def test_the_city_is_compared_only_where_all_is_told_and_no_school_is_tiny() -> None:
    catalogue = load(ROOT / "data" / "catalogue")
    rows = [
        given(1, "gymnasium", 6, "gymnasium"), given(1, "realschule", 4, "gymnasium"),
        given(2, "gymnasium", 5, "realschule"), given(2, "foerderschule", 3, ""),
    ]  # fmt: skip
    found = list(compared(rows, 2024, "x", catalogue))
    assert {row.breakdown: (row.numerator, row.denominator) for row in found} == {
        "niedriger": (4, 15), "wie-empfohlen": (6, 15), "hoeher": (5, 15),
    }  # fmt: skip
    assert {(row.area, row.origin) for row in found} == {(CITY, "delivered")}
    assert list(compared([*rows, given(3, "gymnasium", 5)], 2024, "x", catalogue)) == []
    assert list(compared([*rows, given(3, "gymnasium", 2, "gymnasium")], 2024, "x", catalogue)) == []


def test_a_school_without_children_has_rows_without_a_share(world: World) -> None:
    catalogue = load(ROOT / "data" / "catalogue")
    delivery = replace(_delivery(world), transitions=(given(1, "gymnasium", 0), given(2, "gymnasium", 9)))
    level = delivered_level([delivery], catalogue)
    rows = {(row.area, row.indicator): row for row in level.rows}
    assert (rows["1", GYMNASIUM].value, rows["1", GYMNASIUM].status) == (None, "nothing")
    assert rows["2", GYMNASIUM].value == 100
    assert len(level.rows) == 14


def _delivery(world: World) -> Delivery:
    beside = Beside(invented(world.root / "data" / "demo"))
    folder = world.root / "data" / "deliveries" / "schulen-2024"
    delivery = check_folder(folder, load(ROOT / "data" / "catalogue"), beside=beside).delivery
    assert delivery is not None
    return delivery
