"""Facilities live in a database of their own, and only a planner's scope gets them out."""

from __future__ import annotations

import stat
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from access_world import BERGSCHULE, HAFENSCHULE, RELEASE, SCHOOLS, TALSCHULE, WALDSCHULE, school, staff
from sqlalchemy import create_engine, text
from world import tiny_contents, tiny_release

from dashboard.access.scope import PUBLIC, StaffScope
from dashboard.store import protected_tables, tables
from dashboard.store.errors import NoRelease, WriteRefused
from dashboard.store.protected import ProtectedDatabase, ProtectedStore, ScopeOver, facilities_query
from dashboard.store.protected_facts import FacilityFact, FacilityValue, LinkRecord
from dashboard.store.protected_write import write_facilities
from dashboard.store.read import Store
from dashboard.store.write import write_release

Opener = Callable[[str], ProtectedStore]


@pytest.fixture
def opened() -> Iterator[Opener]:
    """Opens protected databases that are closed after the test."""
    found: list[ProtectedDatabase] = []

    def open_url(url: str) -> ProtectedStore:
        found.append(ProtectedDatabase(url))
        return ProtectedStore(found[-1])

    yield open_url
    for database in found:
        database.close()


@pytest.fixture
def protected(database_url: str, opened: Opener) -> ProtectedStore:
    """A protected database with four schools of one release, on both kinds of database."""
    assert write_facilities(database_url, RELEASE, SCHOOLS) == 4
    return opened(database_url)


def test_a_scope_without_limits_sees_every_facility(protected: ProtectedStore) -> None:
    assert protected.facilities(staff(), RELEASE) == SCHOOLS
    assert protected.facilities(staff(), RELEASE, "hamm-norden") == (TALSCHULE, BERGSCHULE)
    assert protected.facilities(staff(), "2025-1") == ()


def test_a_limited_scope_sees_its_areas_only(protected: ProtectedStore) -> None:
    assert protected.facilities(staff("mitte"), RELEASE) == (HAFENSCHULE,)
    assert protected.facilities(staff("mitte"), RELEASE, "hamm-norden") == ()
    assert protected.facilities(staff("mitte", "hamm-norden"), RELEASE) == SCHOOLS[:3]
    assert protected.facilities(staff("uentrop"), RELEASE) == ()
    assert WALDSCHULE not in protected.facilities(staff("mitte", "hamm-norden", "uentrop"), RELEASE)


def test_a_scope_of_no_area_sees_nothing(protected: ProtectedStore) -> None:
    nothing = StaffScope(frozenset(), staff().expires, "test")
    assert protected.facilities(nothing, RELEASE) == ()


def test_the_limit_is_part_of_the_statement() -> None:
    statement = facilities_query(staff("mitte"), RELEASE, None).compile()
    assert "facility.area IN" in str(statement)
    assert ["mitte"] in statement.params.values()
    assert "area IN" not in str(facilities_query(staff(), RELEASE, None))


@pytest.mark.parametrize("scope", [PUBLIC, None, object(), {"areas": None}])
def test_no_other_scope_is_accepted(protected: ProtectedStore, scope: Any) -> None:
    with pytest.raises(TypeError, match="StaffScope"):
        protected.facilities(scope, RELEASE)


def test_a_scope_ends(protected: ProtectedStore) -> None:
    with pytest.raises(ScopeOver, match="abgelaufen"):
        protected.facilities(staff(hours=-1), RELEASE)


def test_the_type_checker_refuses_the_public_scope(tmp_path: Path) -> None:
    program = tmp_path / "asks.py"
    program.write_text(
        "from dashboard.access.scope import PUBLIC, StaffScope\n"
        "from dashboard.store.protected import ProtectedStore\n"
        "def allowed(store: ProtectedStore, scope: StaffScope) -> None:\n"
        "    store.facilities(scope, '2026-1')\n"
        "def refused(store: ProtectedStore) -> None:\n"
        "    store.facilities(PUBLIC, '2026-1')\n",
        encoding="utf-8",
    )
    root = Path(__file__).resolve().parents[1]
    command = [Path(sys.executable).parent / "mypy", "--config-file", root / "pyproject.toml", program]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout
    assert 'asks.py:6: error: Argument 1 to "facilities" of "ProtectedStore"' in told
    assert "Found 1 error" in told


def _types_in(annotation: object, met: set[object]) -> set[object]:
    """Every type that a value of this annotation can hold, fields of dataclasses included."""
    if annotation not in met:
        met.add(annotation)
        ours = str(getattr(annotation, "__module__", "")).startswith("dashboard.")
        fields = typing.get_type_hints(annotation) if ours and isinstance(annotation, type) else {}
        for inner in (*typing.get_args(annotation), *fields.values()):
            _types_in(inner, met)
    return met


def test_no_function_of_the_public_store_gives_facilities() -> None:
    public = [getattr(Store, name) for name in dir(Store) if not name.startswith("_")]
    met: set[object] = set()
    for function in public:
        _types_in(typing.get_type_hints(function)["return"], met)
    assert len(met) > 20
    assert met & {FacilityFact, FacilityValue, LinkRecord} == set()
    asked = ProtectedStore.facilities
    assert FacilityFact in _types_in(typing.get_type_hints(asked)["return"], set())


def test_the_two_schemas_share_no_table() -> None:
    assert set(tables.metadata.tables) & set(protected_tables.metadata.tables) == set()
    assert "facility" in protected_tables.metadata.tables


def test_writing_replaces_the_facilities_of_that_release_alone(
    database_url: str, protected: ProtectedStore
) -> None:
    moved = school("120001", "Talschule", "mitte", 210)
    write_facilities(database_url, "2026-2", [moved])
    assert protected.facilities(staff(), "2026-2") == (moved,)
    assert protected.facilities(staff(), RELEASE) == SCHOOLS
    write_facilities(database_url, RELEASE, [moved])
    assert protected.facilities(staff(), RELEASE) == (moved,)


def test_what_cannot_be_written_whole_changes_nothing(database_url: str, protected: ProtectedStore) -> None:
    with pytest.raises(WriteRefused, match="abgewiesen"):
        write_facilities(database_url, RELEASE, [HAFENSCHULE, HAFENSCHULE])
    assert protected.facilities(staff(), RELEASE) == SCHOOLS


def test_a_database_of_another_format_is_refused(database_url: str, protected: ProtectedStore) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET search_path TO geschuetzt"))
        connection.execute(text("UPDATE schema_format SET format = 9"))
    engine.dispose()
    with pytest.raises(WriteRefused, match="Format 9"):
        write_facilities(database_url, RELEASE, SCHOOLS)


FORMAT_1 = """
CREATE TABLE schema_format (id INTEGER PRIMARY KEY, format INTEGER NOT NULL);
CREATE TABLE facility (release TEXT, number TEXT, name TEXT NOT NULL, form TEXT NOT NULL,
    postcode TEXT NOT NULL, area TEXT, PRIMARY KEY (release, number));
CREATE TABLE facility_observation (release TEXT, number TEXT, indicator TEXT, year INTEGER,
    value FLOAT NOT NULL, delivery TEXT NOT NULL, PRIMARY KEY (release, number, indicator, year));
CREATE TABLE access_link (id TEXT PRIMARY KEY, purpose TEXT NOT NULL, areas TEXT, address TEXT NOT NULL,
    created TEXT NOT NULL, expires TEXT NOT NULL, withdrawn TEXT);
INSERT INTO schema_format VALUES (1, 1);
INSERT INTO facility VALUES ('2025-9', '120003', 'Hafenschule', 'Grundschule', '59065', 'mitte');
INSERT INTO facility_observation VALUES ('2025-9', '120003', 'schueler-je-schule', 2024, 200, 'schulen-2024');
INSERT INTO facility_observation VALUES ('2025-9', '120003', 'schulsozialindex', 2024, 5, 'schulen-2024');
INSERT INTO access_link VALUES ('3f', 'Planung', NULL, '/karte', '2026-01-01', '2027-01-01', NULL)
"""


def test_a_database_of_the_first_format_keeps_what_it_has(database_url: str, opened: Opener) -> None:
    Path(database_url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(database_url)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("CREATE SCHEMA geschuetzt"))
            connection.execute(text("SET search_path TO geschuetzt"))
        for statement in FORMAT_1.split(";"):
            connection.execute(text(statement))
    engine.dispose()  # the file is about to be replaced
    with pytest.raises(NoRelease):
        opened(database_url).facilities(staff(), "2025-9")
    write_facilities(database_url, RELEASE, SCHOOLS)
    store = opened(database_url)
    assert store.facilities(staff(), "2025-9") == (HAFENSCHULE,)
    assert store.facilities(staff(), RELEASE) == SCHOOLS
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET search_path TO geschuetzt"))
        assert connection.scalar(text("SELECT purpose FROM access_link")) == "Planung"
        assert connection.scalar(text("SELECT format FROM schema_format")) == protected_tables.FORMAT
    engine.dispose()


def test_every_part_of_a_figure_comes_back(database_url: str, opened: Opener) -> None:
    seen = FacilityValue("anteil", 2025, 25.0, "", "gymnasium", 10.0, 40.0, "valid", "demo", 14.2, 40.2)
    gone = FacilityValue("anteil", 2025, None, "", "hauptschule", status="hidden", origin="demo")
    fact = FacilityFact("b-1", "Beispiel", "Grundschule", "", "mitte", (seen, gone), "demo")
    write_facilities(database_url, RELEASE, [fact])
    (found,) = opened(database_url).facilities(staff("mitte"), RELEASE)
    assert found == fact
    assert found.years("anteil", "gymnasium") == {2025: seen}
    assert found.years("anteil") == {}


def test_a_database_that_is_not_there_is_told(tmp_path: Path, postgres_url: str, opened: Opener) -> None:
    for url in (f"sqlite:///{tmp_path / 'fehlt.sqlite'}", postgres_url):
        with pytest.raises(NoRelease):
            opened(url).facilities(staff(), RELEASE)
    assert not (tmp_path / "fehlt.sqlite").exists()


def test_the_file_is_readable_by_its_owner_only(sqlite_url: str) -> None:
    write_facilities(sqlite_url, RELEASE, SCHOOLS)
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o640)
    write_facilities(sqlite_url, "2026-2", SCHOOLS)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_both_live_in_one_server_without_meeting(postgres_url: str, opened: Opener) -> None:
    tiny_release(postgres_url)
    write_facilities(postgres_url, RELEASE, SCHOOLS)
    assert opened(postgres_url).facilities(staff("mitte"), RELEASE) == (HAFENSCHULE,)
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE ROLE leserin_oeffentlich"))
        connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO leserin_oeffentlich"))
        connection.execute(text("SET LOCAL ROLE leserin_oeffentlich"))
        assert connection.scalar(text("SELECT count(*) FROM observation")) > 0
        allowed = text("SELECT has_schema_privilege('leserin_oeffentlich', 'geschuetzt', 'USAGE')")
        assert connection.scalar(allowed) is False
        connection.rollback()
    engine.dispose()


def test_facilities_are_written_before_readers_see_their_release(database_url: str, tmp_path: Path) -> None:
    aside, seen = f"sqlite:///{tmp_path / 'geschuetzt.sqlite'}", []

    def beside(release: str) -> None:
        with Store(database_url) as store, pytest.raises(NoRelease):
            store.current()
        seen.append(write_facilities(aside, release, SCHOOLS))

    assert write_release(database_url, tiny_contents(), beside=beside).new
    assert not write_release(
        database_url, tiny_contents(), beside=lambda release: seen.append(len(release))
    ).new
    assert seen == [4, len(RELEASE)]


def test_a_release_whose_facilities_fail_is_not_published(database_url: str) -> None:
    def beside(release: str) -> None:
        raise WriteRefused(f"{release}: kein Platz")

    with pytest.raises(WriteRefused, match="2026-1: kein Platz"):
        write_release(database_url, tiny_contents(), beside=beside)
    with Store(database_url) as store, pytest.raises(NoRelease):
        store.current()


def test_scopes_compare_moments() -> None:
    scope = staff()
    assert not scope.is_over(datetime.now(UTC))
    assert scope.is_over(scope.expires)
