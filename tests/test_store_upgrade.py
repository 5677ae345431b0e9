"""A database of the schema before: all it holds stays, on files and servers; a file is kept as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from old_world import connected, digest, file_of, make_old, make_old_protected, rows_of, schema_of
from sqlalchemy import text
from world import SHARE, share_row, tiny_contents, tiny_release

from dashboard.access.settings import AccessSettings
from dashboard.commands.failure import Failure
from dashboard.commands.prepare import ensure_release
from dashboard.commands.release import release
from dashboard.settings import Settings
from dashboard.store.errors import NewFormat, OldFormat, StoreError, WriteRefused
from dashboard.store.migrations.steps import VERSION_TABLE
from dashboard.store.protected_write import upgrade_protected
from dashboard.store.read import Store
from dashboard.store.tables import FORMAT
from dashboard.store.upgrade import Upgraded, upgrade
from dashboard.store.write import write_release

Opener = Callable[[str], Store]


def test_an_old_database_says_so(database_url: str, open_store: Opener) -> None:
    make_old(database_url)
    told = f"muss umgestellt werden: .*Format 1, erwartet wird {FORMAT}.*python -m dashboard prepare"
    with pytest.raises(OldFormat, match=told):
        open_store(database_url).current()
    with pytest.raises(WriteRefused, match=r"Format 1.*python -m dashboard prepare"):
        write_release(database_url, tiny_contents(pooled=()))


@pytest.mark.parametrize("without", [(), ("audit",)])
def test_everything_that_was_there_stays(
    database_url: str, without: tuple[str, ...], open_store: Opener
) -> None:
    make_old(database_url, *without)
    with connected(database_url) as connection:
        before = rows_of(connection)
    assert upgrade(database_url) is not None
    with connected(database_url) as connection:
        after = rows_of(connection)
    assert after["current"] == ["(1, '2026-2', 2)"]
    assert after["trend"] == [row.replace(")", ", None)") for row in before["trend"]]
    assert before.pop("current") == ["(1, '2026-2', 1)"]
    assert len(before.pop("trend")) == 2
    assert {name: after[name] for name in before} == before
    assert len(before) > 8
    assert sum(map(len, before.values())) > 40
    store = open_store(database_url)
    assert [info.id for info in store.releases()] == ["2026-1", "2026-2"]
    assert store.releases()[0].content_hash == tiny_contents().content_hash()
    found = store.indicator_facts("2026-1", SHARE)
    assert [fact.slope for fact in found.facts if fact.trend is not None] == [1.3]
    assert (found.pooled, found.inequalities) == ((), ())


def test_the_old_file_is_kept(sqlite_url: str) -> None:
    make_old(sqlite_url)
    file = file_of(sqlite_url)
    before = digest(file)
    kept = file.with_name("monitor-format1.sqlite")
    assert upgrade(sqlite_url) == Upgraded(1, kept)
    assert digest(kept) == before
    assert not list(file.parent.glob(".*.neu-*"))


def test_an_upgraded_database_is_left_alone(database_url: str) -> None:
    make_old(database_url)
    assert upgrade(database_url) is not None
    with connected(database_url) as connection:
        before = rows_of(connection)
    assert upgrade(database_url) is None
    with connected(database_url) as connection:
        assert rows_of(connection) == before


def test_where_there_is_nothing_nothing_is_upgraded(database_url: str) -> None:
    assert upgrade(database_url) is None
    assert upgrade_protected(database_url) is None
    assert not database_url.startswith("sqlite") or not file_of(database_url).exists()


def test_the_next_release_has_everything(database_url: str, open_store: Opener) -> None:
    make_old(database_url)
    upgrade(database_url)
    row = share_row("mitte", 2025, 71, 190)
    contents = tiny_contents(observations=(*tiny_contents().observations, row))
    assert write_release(database_url, contents).release == "2026-3"
    assert open_store(database_url).indicator_facts("2026-3", SHARE).pooled == contents.pooled


def test_nothing_that_was_kept_is_overwritten(sqlite_url: str) -> None:
    make_old(sqlite_url)
    earlier = file_of(sqlite_url).with_name("monitor-format1.sqlite")
    earlier.write_text("von früher", encoding="utf-8")
    done = upgrade(sqlite_url)
    assert done is not None
    assert done.kept == earlier.with_name("monitor-format1-2.sqlite")
    assert earlier.read_text(encoding="utf-8") == "von früher"


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (
            "ALTER TABLE trend ADD COLUMN detectable DOUBLE PRECISION",
            r"lässt sich nicht von Format 1 umstellen\. Fehler beim Schritt auf Format 2, Anweisung "
            r"„ALTER TABLE trend ADD COLUMN detectable.*“: .*detectable.*Es ist nichts verändert\. "
            r"Bitte die Ursache beheben.*dashboard prepare.*DASHBOARD_DATABASE_URL.*dashboard release",
        ),
        (
            "CREATE TABLE pooled (release TEXT)",
            r"entspricht nicht dem Format 1.*fehlt noch: .*pooled\.value.*bleibt unverändert.*Sicherung",
        ),
        ("DROP INDEX observation_area", r"entspricht nicht dem Format 1.*fehlt noch: observation_area\."),
    ],
)
def test_a_database_that_does_not_fit_its_number_is_left_alone(
    database_url: str, damage: str, told: str, open_store: Opener
) -> None:
    """Some statements have taken effect when the one fails; on a server all of them are taken back."""
    make_old(database_url)
    with connected(database_url) as connection:
        connection.execute(text(damage))
        before = (schema_of(connection), rows_of(connection))
    with pytest.raises(StoreError, match=told):
        upgrade(database_url)
    with connected(database_url) as connection:
        assert (schema_of(connection), rows_of(connection)) == before
        assert VERSION_TABLE not in before[1]
    with pytest.raises(OldFormat):
        open_store(database_url).current()
    if database_url.startswith("sqlite"):
        assert [path.name for path in file_of(database_url).parent.glob("*.sqlite")] == ["monitor.sqlite"]


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        (ensure_release, "sqlite_url"),
        (ensure_release, "postgres_url"),
        (lambda settings: release(settings, False), "postgres_url"),
    ],
)
def test_prepare_and_release_bring_it_up_to_date_and_build(
    small_root: Path,
    verb: Any,
    kind: str,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
    open_store: Opener,
) -> None:
    database_url: str = request.getfixturevalue(kind)
    make_old(database_url)
    settings = Settings(database_url, small_root)
    assert verb(settings) == 0
    told = capsys.readouterr().out
    assert "das ältere Format 1. Sie ist umgestellt, alle Datenstände sind erhalten" in told
    assert ("monitor-format1.sqlite" in told) == database_url.startswith("sqlite")
    assert "ist veröffentlicht" in told
    store = open_store(database_url)
    current = store.current().id
    assert [info.id for info in store.releases()] == ["2026-1", "2026-2", current]
    assert store.indicator_facts(current, "uebergang-gymnasium").inequalities
    assert ensure_release(settings) == 0
    assert capsys.readouterr().out == f"Datenstand {current} ist vorhanden.\n"


def test_both_databases_are_brought_up_to_date(
    small_root: Path, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_release(database_url)
    server = database_url.startswith("postgresql")
    protected = database_url if server else f"sqlite:///{tmp_path / 'geschuetzt.sqlite'}"
    make_old_protected(protected)
    settings = Settings(database_url, small_root, access=AccessSettings(protected))
    assert ensure_release(settings) == 0
    told = "Die geschützte Datenbank hatte das ältere Format 1. Sie ist umgestellt.\n"
    assert capsys.readouterr().out == f"{told}Datenstand 2026-1 ist vorhanden.\n"
    with connected(protected) as connection:
        rows = rows_of(connection, "geschuetzt")
    assert rows["access_link"] == [
        "('3f', 'Planung', None, '/karte', '2026-01-01', '2027-01-01', None)"
    ]  # fmt: skip
    assert rows["facility"][0].endswith("'59065', 'mitte', 'delivered')")
    assert ensure_release(settings) == 0
    assert capsys.readouterr().out == "Datenstand 2026-1 ist vorhanden.\n"


@pytest.mark.parametrize("verb", [ensure_release, lambda settings: release(settings, False)])
def test_a_database_of_a_newer_program_is_refused_before_anything_is_built(
    small_root: Path, database_url: str, verb: Any, open_store: Opener
) -> None:
    tiny_release(database_url)
    with connected(database_url) as connection:
        connection.execute(text("UPDATE current SET format = 99"))
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = 'format_99'"))
        before = (schema_of(connection), rows_of(connection))
    with pytest.raises(NewFormat, match="Format 99 .*neuer als dieses Programm"):
        open_store(database_url).current()
    with pytest.raises(Failure, match="Format 99 .*Programm auf den neuen Stand bringen"):
        verb(Settings(database_url, small_root))
    with connected(database_url) as connection:
        assert (schema_of(connection), rows_of(connection)) == before
