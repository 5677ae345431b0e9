"""A database of the schema before: a file is brought up to date and kept, a server is left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from world import SHARE, share_row, tiny_contents, tiny_release

from dashboard.commands.failure import Failure
from dashboard.commands.prepare import ensure_release
from dashboard.settings import Settings
from dashboard.store.errors import OldFormat, StoreError, WriteRefused
from dashboard.store.read import Store
from dashboard.store.tables import FORMAT
from dashboard.store.upgrade import upgrade
from dashboard.store.write import write_release

Opener = Callable[[str], Store]


def make_old(url: str, *without: str) -> None:
    """The tiny release as the schema before had it; ``without``: tables that came in its course."""
    tiny_release(url)
    engine = create_engine(url)
    with engine.begin() as connection:
        for table in ("pooled", "inequality", *without):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("ALTER TABLE trend DROP COLUMN detectable"))
        connection.execute(text("UPDATE current SET format = 1"))
    engine.dispose()


def file_of(url: str) -> Path:
    return Path(make_url(url).database or "")


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_an_old_database_says_so(database_url: str, open_store: Opener) -> None:
    make_old(database_url)
    with pytest.raises(OldFormat, match=f"Format 1, erwartet wird {FORMAT}.*python -m dashboard prepare"):
        open_store(database_url).current()
    with pytest.raises(WriteRefused, match=r"Format 1.*python -m dashboard prepare"):
        write_release(database_url, tiny_contents(pooled=()))


@pytest.mark.parametrize("without", [(), ("audit",)])
def test_the_old_file_is_kept_and_its_releases_stay_readable(
    sqlite_url: str, without: tuple[str, ...], open_store: Opener
) -> None:
    make_old(sqlite_url, *without)
    file = file_of(sqlite_url)
    before = digest(file)
    kept = upgrade(sqlite_url, 1)
    assert kept == file.with_name("monitor-format1.sqlite")
    assert digest(kept) == before
    store = open_store(sqlite_url)
    assert store.current().id == "2026-1"
    assert set(store.observations("2026-1")) == set(tiny_contents().observations)
    found = store.indicator_facts("2026-1", SHARE)
    assert [fact.slope for fact in found.facts if fact.trend is not None] == [1.3]
    assert (found.pooled, found.inequalities, store.audit("2026-1")) == ((), (), ())
    assert not list(file.parent.glob(".*.neu-*"))


def test_the_next_release_has_everything(sqlite_url: str, open_store: Opener) -> None:
    make_old(sqlite_url)
    upgrade(sqlite_url, 1)
    row = share_row("mitte", 2024, 70, 190)
    contents = tiny_contents(observations=(*tiny_contents().observations, row))
    assert write_release(sqlite_url, contents).release == "2026-2"
    assert open_store(sqlite_url).indicator_facts("2026-2", SHARE).pooled == contents.pooled


def test_nothing_that_was_kept_is_overwritten(sqlite_url: str) -> None:
    make_old(sqlite_url)
    earlier = file_of(sqlite_url).with_name("monitor-format1.sqlite")
    earlier.write_text("von früher", encoding="utf-8")
    assert upgrade(sqlite_url, 1).name == "monitor-format1-2.sqlite"
    assert earlier.read_text(encoding="utf-8") == "von früher"


def test_a_schema_without_a_way_here_is_left_alone(sqlite_url: str) -> None:
    make_old(sqlite_url)
    before = digest(file_of(sqlite_url))
    with pytest.raises(WriteRefused, match="Format 0"):
        upgrade(sqlite_url, 0)
    assert digest(file_of(sqlite_url)) == before


def test_a_database_that_does_not_fit_its_number_is_left_alone(sqlite_url: str) -> None:
    tiny_release(sqlite_url)
    before = digest(file_of(sqlite_url))
    with pytest.raises(StoreError, match="lässt sich nicht umstellen"):
        upgrade(sqlite_url, 1)
    assert digest(file_of(sqlite_url)) == before
    assert not list(file_of(sqlite_url).parent.glob("*format1*"))


def test_prepare_brings_a_file_up_to_date_and_builds(
    small_root: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str], open_store: Opener
) -> None:
    make_old(sqlite_url)
    settings = Settings(sqlite_url, small_root)
    assert ensure_release(settings) == 0
    told = capsys.readouterr().out
    assert "das ältere Format 1" in told
    assert "monitor-format1.sqlite" in told
    assert "ist veröffentlicht" in told
    store = open_store(sqlite_url)
    current = store.current().id
    assert [info.id for info in store.releases()] == ["2026-1", current]
    assert store.indicator_facts(current, "uebergang-gymnasium").inequalities
    assert ensure_release(settings) == 0
    assert capsys.readouterr().out == f"Datenstand {current} ist vorhanden.\n"


def test_prepare_leaves_a_server_alone_and_says_what_to_do(small_root: Path, postgres_url: str) -> None:
    make_old(postgres_url)
    with pytest.raises(Failure, match=r"bleibt unverändert.*DASHBOARD_DATABASE_URL.*dashboard release"):
        ensure_release(Settings(postgres_url, small_root))
    with Store(postgres_url) as store, pytest.raises(OldFormat):
        store.current()
