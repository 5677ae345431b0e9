"""Schools of a whole release: exact sums, one protected database, nothing in the public one."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from math import gcd
from pathlib import Path

import numpy as np
import pytest
from access_world import RELEASE, staff
from deliveries_world import deliver
from demo_world import FOLDER, drawn, shipped

from dashboard.__main__ import main
from dashboard.analysis.segregation import dissimilarity
from dashboard.catalogue.load import load
from dashboard.model import CITY, Observation
from dashboard.prepare.build import Built, build_release
from dashboard.prepare.demo import generate_all
from dashboard.prepare.demo.reading import CalibrationError
from dashboard.prepare.demo.schools import draw_schools
from dashboard.prepare.facilities import all_facilities
from dashboard.prepare.reading import Folders
from dashboard.prepare.school_level import SchoolLevel
from dashboard.settings import ROOT, Settings
from dashboard.store.protected import ProtectedDatabase, ProtectedStore
from dashboard.store.protected_write import write_facilities
from dashboard.store.read import Store
from dashboard.store.write import write_release

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "deliveries"
DIRECTORY = "itnrw_schulverzeichnis_2024_25_mit_sozialindex_auszug.csv"
GYMNASIUM, INDEX = "uebergang-gymnasium", "segregation-gymnasium"
DESCRIPTION = f"""
id = "schulen-2024"
titel = "Schulverzeichnis"
lieferant = "IT.NRW"
ansprechstelle = "Schulstatistik"
eingegangen = 2026-03-02
quelle = "itnrw-schulverzeichnis"

[[datei]]
name = "{DIRECTORY}"
form = "schulverzeichnis"
trennzeichen = ","
dezimalzeichen = "."
auszug = true
"""


# the invented schools ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def demo() -> tuple[list[Observation], SchoolLevel]:
    """All demo rows, before anything is hidden."""
    return generate_all(load(ROOT / "data" / "catalogue").indicators, FOLDER)


def test_there_are_27_schools_that_nobody_takes_for_real(demo: tuple[list[Observation], SchoolLevel]) -> None:
    schools = demo[1].schools
    assert [school.name for school in schools] == [f"Beispielgrundschule {n}" for n in range(1, 28)]
    assert {school.origin for school in schools} == {"demo"}
    per_area = Counter(school.area for school in schools)
    assert len(per_area) == 9
    assert set(per_area.values()) <= {2, 3, 4}


def test_schools_and_forms_add_up_to_the_areas_exactly(demo: tuple[list[Observation], SchoolLevel]) -> None:
    rows, level = demo
    places, forms = level.places(), {row.indicator for row in level.rows}
    assert len(forms) == 7
    made: dict[tuple[str, str | None, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    of_school: dict[tuple[str, int], list[Observation]] = defaultdict(list)
    for row in level.rows:
        assert row.numerator is not None
        assert row.denominator is not None
        total = made[row.indicator, places[row.area], row.year]
        total[0] += row.numerator
        total[1] += row.denominator
        of_school[row.area, row.year].append(row)
    areas = {(r.indicator, r.area, r.year): r for r in rows if r.indicator in forms and r.area != CITY}
    assert set(made) == set(areas)
    assert all([areas[key].numerator, areas[key].denominator] == total for key, total in made.items())
    for found in of_school.values():
        assert {row.denominator for row in found} == {sum(row.numerator or 0 for row in found)}


def test_the_index_is_that_of_these_schools(demo: tuple[list[Observation], SchoolLevel]) -> None:
    rows, level = demo
    said = {row.year: row.value for row in rows if row.indicator == INDEX and not row.breakdown}
    chance = {row.year: row.value for row in rows if row.indicator == INDEX and row.breakdown == "zufall-95"}
    assert len(said) == 18
    for year, value in said.items():
        found = [row for row in level.rows if row.indicator == GYMNASIUM and row.year == year]
        x, n = (np.array([getattr(row, name) for row in found]) for name in ("numerator", "denominator"))
        assert value == pytest.approx(100 * dissimilarity(x, n - x))
        assert (chance[year] or 0) < (value or 0) < 40


def test_schools_that_do_not_fit_the_areas_are_told() -> None:
    (spec,), schools = shipped().schools, shipped().school
    with pytest.raises(CalibrationError, match="rhynern"):
        draw_schools(spec, [school for school in schools if school.area != "rhynern"], drawn())
    fewer = spec.model_copy(update={"lean": {spec.form: 1.0}})
    with pytest.raises(CalibrationError, match="nicht alle Wechsel"):
        draw_schools(fewer, schools, drawn())


# a release --------------------------------------------------------------------------------------


def few_years(small_root: Path) -> Path:
    """A small project with transitions and invented schools in two years."""
    for name, table in (("uebergang", "[[group]]"), ("schulen", "[[schools]]")):
        text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
        changed = text.replace(f"{table}\n", f"{table}\nfirst = 2024\n")
        (small_root / "data" / "demo" / f"{name}.toml").write_text(changed, encoding="utf-8")
    return small_root


def small_project(folder: Path) -> Path:
    """Catalogue, boundaries and few figures; as the fixture of the same purpose, but for a whole module."""
    for name in ("data/catalogue", "data/published/uebergaenge", "geodata"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "data" / "demo").mkdir()
    for name in ("raeume", "bevoelkerung"):
        shutil.copy(FOLDER / f"{name}.toml", folder / "data" / "demo")
    return few_years(folder)


def built(root: Path) -> Built:
    return build_release(
        Folders.below(root / "data", root / "geodata"), accept_warnings=True, today=date.today()
    )


@dataclass(frozen=True)
class World:
    """A release as it was built and as it lies in its two databases, and its schools before protection."""

    root: Path
    built: Built
    true: dict[tuple[str, str, int], Observation]
    public: Path
    protected: Path


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    root = small_project(tmp_path_factory.mktemp("projekt"))
    found, (public, protected) = built(root), (root / f"{name}.sqlite" for name in ("offen", "geschuetzt"))
    write_release(f"sqlite:///{public}", found.contents)
    write_facilities(f"sqlite:///{protected}", RELEASE, found.schools)
    level = generate_all(load(root / "data" / "catalogue").indicators, root / "data" / "demo")[1]
    true = {(row.area, row.indicator, row.year): row for row in level.rows}
    return World(root, found, true, public, protected)


@pytest.fixture
def opened() -> Iterator[Callable[[str], ProtectedStore]]:
    found: list[ProtectedDatabase] = []

    def open_url(url: str) -> ProtectedStore:
        found.append(ProtectedDatabase(url))
        return ProtectedStore(found[-1])

    yield open_url
    for database in found:
        database.close()


def test_hidden_numbers_of_schools_are_not_in_the_protected_database(
    world: World, opened: Callable[[str], ProtectedStore]
) -> None:
    facts = opened(f"sqlite:///{world.protected}").facilities(staff(), RELEASE)
    assert facts == tuple(sorted(world.built.schools, key=lambda fact: fact.number))
    values = {(fact.number, value.indicator, value.year): value for fact in facts for value in fact.values}
    assert set(values) == set(world.true)
    hidden = {key for key, value in values.items() if value.status == "hidden"}
    assert {key for key, row in world.true.items() if 0 < (row.numerator or 0) < 3} < hidden
    for value in (values[key] for key in hidden):
        numbers = (value.value, value.numerator, value.denominator, value.lower, value.upper)
        assert numbers == (None,) * 5
    shown = [values[key] for key in set(values) - hidden]
    assert all(each.value == world.true[key].value for key, each in values.items() if key not in hidden)
    known = {number for each in shown for number in (each.value, each.lower, each.upper)}
    secret = {world.true[key].value for key in hidden} - known
    content = world.protected.read_bytes()
    assert len(secret) > 30
    assert [value for value in secret if value and struct.pack(">d", value) in content] == []


def test_nothing_of_a_school_is_in_the_public_database(world: World) -> None:
    content = world.public.read_bytes()
    with closing(sqlite3.connect(world.public)) as connection:
        dump = "\n".join(connection.iterdump())
    for word in ("Beispielgrundschule", *(fact.number for fact in world.built.schools)):
        assert word not in dump
        assert word.encode() not in content
    public = {row.value for row in world.built.contents.observations}
    # A share like 50 % or 1 ÷ 13 is also some other number; one of 37 children is hardly any.
    own = {row.value for row in world.true.values() if _lowest_terms(row) > 30} - public
    own = {value for value in own if value and value * 1000 % 1}  # nor one that is written with few digits
    assert len(own) > 100
    assert [value for value in own if value and struct.pack(">d", value) in content] == []


def _lowest_terms(row: Observation) -> int:
    x, n = int(row.numerator or 0), int(row.denominator or 1)
    return n // gcd(x, n)


def test_a_limited_scope_gets_the_schools_of_its_areas(
    world: World, database_url: str, opened: Callable[[str], ProtectedStore]
) -> None:
    write_facilities(database_url, RELEASE, world.built.schools)
    store = opened(database_url)
    found = store.facilities(staff("mitte"), RELEASE)
    assert {fact.area for fact in found} == {"mitte"}
    assert len(found) == 3
    assert store.facilities(staff("mitte"), RELEASE, "pelkum") == ()
    first = store.facilities(staff(), RELEASE, "mitte")[0]
    assert first == found[0]
    years = first.years(GYMNASIUM)
    assert sorted(years) == [2024, 2025]
    assert {first.origin, *(value.origin for value in years.values())} == {"demo"}
    shown = [value for value in years.values() if value.value is not None]
    assert all(each.value == 100 * (each.numerator or 0) / (each.denominator or 1) for each in shown)


def test_without_a_protected_database_there_is_no_school_and_the_same_release(
    world: World, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'allein' / 'monitor.sqlite'}"
    assert main(["release", "--akzeptiere"], Settings(url, world.root)) == 0
    with Store(url) as store:
        assert store.current().content_hash == world.built.contents.content_hash()
        facts = store.indicator_facts(store.current().id, INDEX).facts
    assert {(fact.year, fact.area, fact.origin) for fact in facts} == {
        (year, CITY, "demo") for year in (2024, 2025)
    }
    assert [each.name for each in (tmp_path / "allein").iterdir() if each.suffix == ".sqlite"] == [
        "monitor.sqlite"
    ]


def test_public_figures_are_the_same_with_and_without_schools(world: World, small_root: Path) -> None:
    (few_years(small_root) / "data" / "demo" / "schulen.toml").unlink()
    without = built(small_root)
    assert without.schools == ()
    rows = [row for row in world.built.contents.observations if row.indicator != INDEX]
    assert sorted(map(repr, rows)) == sorted(map(repr, without.contents.observations))
    assert world.built.contents.audit == without.contents.audit


# what is delivered takes the place of what is invented ---------------------------------------------


def test_delivered_transitions_take_the_invented_schools_and_their_index(small_root: Path) -> None:
    root = few_years(small_root)
    deliver(root)
    found = built(root)
    assert found.schools == ()
    assert INDEX not in {row.indicator for row in found.contents.observations}


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/deliveries is not there")
def test_a_delivered_directory_takes_the_invented_schools_alone(small_root: Path) -> None:
    root = few_years(small_root)
    folder = root / "data" / "deliveries" / "schulen-2024"
    folder.mkdir(parents=True)
    shutil.copyfile(SHARED / DIRECTORY, folder / DIRECTORY)
    (folder / "lieferung.toml").write_text(DESCRIPTION, encoding="utf-8")
    found = built(root)
    facts = all_facilities(Folders.below(root / "data", root / "geodata"), found)
    assert len(facts) == 6
    assert {fact.origin for fact in facts} == {"delivered"}
    assert {value.indicator for fact in facts for value in fact.values} == {
        "schueler-je-schule",
        "schulsozialindex",
    }
    assert INDEX in {row.indicator for row in found.contents.observations}
