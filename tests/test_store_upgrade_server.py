"""Upgrading on a real PostgreSQL: one transaction, one at a time, and the rights of who only reads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from old_world import connected, make_old, make_old_protected, rows_of, schema_of
from sqlalchemy import Connection, text
from sqlalchemy.engine import make_url
from world import SHARE

from dashboard.commands.failure import Failure
from dashboard.commands.prepare import ensure_release
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.store.errors import OldFormat, StoreError, Unreachable
from dashboard.store.protected_write import upgrade_protected
from dashboard.store.read import Store
from dashboard.store.upgrade import RELEASED, Upgraded, upgrade

#: Upgrades and says what came of it.
UPGRADER = "import sys; from dashboard.store.upgrade import upgrade; print(upgrade(sys.argv[1]))"
#: Writes the tiny release without its trends.
WRITER = "import sys; from world import *; print(write_release(sys.argv[1], tiny_contents(trends=())))"
#: Our processes that wait for a lock, by the kind of lock.
WAITING = """
SELECT l.locktype FROM pg_locks l JOIN pg_stat_activity a USING (pid)
WHERE NOT l.granted AND a.datname = current_database()
"""


def patient(url: str, limit: str = "180s") -> str:
    """The same database, where locks are waited for that long."""
    changed = make_url(url).update_query_dict({"options": f"-c lock_timeout={limit}"})
    return changed.render_as_string(hide_password=False)


def start_upgrade(url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", UPGRADER, patient(url)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def start_release(url: str) -> subprocess.Popen[str]:
    path = f"{ROOT}{os.pathsep}{ROOT / 'tests'}"
    command = [sys.executable, "-c", WRITER, url]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": path})


@contextmanager
def trends_are_read(url: str) -> Iterator[Connection]:
    """A reader in the midst of a transaction: no column can be added to its table."""
    with connected(url) as connection:
        connection.execute(text("SELECT count(*) FROM trend"))
        yield connection


def until_waiting(connection: Connection, *kinds: str) -> None:
    """Wait until exactly these locks are waited for."""
    for _ in range(600):
        if sorted(connection.scalars(text(WAITING))) == sorted(kinds):
            return
        connection.execute(text("SELECT pg_stat_clear_snapshot(), pg_sleep(0.1)"))
    raise AssertionError(f"nobody waits for {kinds}")


def whole(url: str, schema: str = "public") -> tuple[Any, ...]:
    with connected(url) as connection:
        return schema_of(connection, schema), rows_of(connection, schema)


def test_of_two_processes_one_upgrades_and_the_other_waits(postgres_url: str) -> None:
    make_old(postgres_url)
    with trends_are_read(postgres_url) as reader:
        first = start_upgrade(postgres_url)
        until_waiting(reader, "relation")
        second = start_upgrade(postgres_url)
        until_waiting(reader, "advisory", "relation")
    told = [process.communicate(timeout=60)[0] for process in (first, second)]
    assert told == [f"{Upgraded(1, None)}\n", "None\n"]
    assert (first.returncode, second.returncode) == (0, 0)
    with Store(postgres_url) as store:
        assert store.current().id == "2026-2"


def test_killed_in_its_midst_nothing_has_changed(postgres_url: str) -> None:
    make_old(postgres_url)
    before = whole(postgres_url)
    with trends_are_read(postgres_url) as reader:
        process = start_upgrade(postgres_url)
        until_waiting(reader, "relation")
        process.send_signal(signal.SIGKILL)
        assert process.wait(timeout=30) == -signal.SIGKILL
        assert process.stdout is not None
        process.stdout.close()
    assert whole(postgres_url) == before
    assert upgrade(postgres_url) == Upgraded(1, None)


def test_who_reads_too_long_is_told_of(postgres_url: str) -> None:
    make_old(postgres_url)
    before = whole(postgres_url)
    with (
        trends_are_read(postgres_url),
        pytest.raises(StoreError, match=r"ALTER TABLE trend.*nichts verändert.*Anwendung anhalten.*prepare"),
    ):
        upgrade(patient(postgres_url, "200ms"))
    assert whole(postgres_url) == before


def test_a_server_that_does_not_answer_is_unreachable() -> None:
    for each in (upgrade, upgrade_protected):
        with pytest.raises(Unreachable, match="nicht erreichbar"):
            each("postgresql://niemand@127.0.0.1:9/nichts")


@pytest.fixture
def reader_url(postgres_url: str) -> Iterator[str]:
    """URL of a user that may read whatever the owner makes, and nothing else."""
    name = f"leserin_{uuid4().hex[:8]}"
    with connected(postgres_url) as connection:
        connection.execute(text(f"CREATE ROLE {name} LOGIN PASSWORD '{name}'"))
        connection.execute(text(f"ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO {name}"))
        connection.execute(text(f"ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO {name}"))
    yield make_url(postgres_url).set(username=name, password=name).render_as_string(hide_password=False)
    with connected(postgres_url) as connection:
        connection.execute(text(f"DROP OWNED BY {name}"))
        connection.execute(text(f"DROP ROLE {name}"))


def test_who_may_only_read_is_told_who_can_upgrade(
    postgres_url: str, reader_url: str, small_root: Path
) -> None:
    make_old(postgres_url)
    before = whole(postgres_url)
    with Store(reader_url) as store, pytest.raises(OldFormat, match="muss umgestellt werden"):
        store.current()
    with pytest.raises(Failure, match=r"Die Anmeldung „leserin_.*darf das nicht.*der die Tabellen gehören"):
        ensure_release(Settings(reader_url, small_root))
    assert whole(postgres_url) == before
    upgrade(postgres_url)
    with Store(reader_url) as store:  # new tables, too
        assert store.indicator_facts("2026-2", SHARE).inequalities == ()
    assert ensure_release(Settings(reader_url, small_root)) == 0


def test_rights_on_facilities_outlast_the_upgrade(postgres_url: str, reader_url: str) -> None:
    make_old_protected(postgres_url)
    reader = make_url(reader_url).username
    with connected(postgres_url) as connection:  # no default: only for the tables that are there
        connection.execute(text(f"ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM {reader}"))
    assert upgrade_protected(postgres_url) == 1
    with connected(reader_url) as connection:
        found = connection.execute(text("SELECT breakdown, status FROM geschuetzt.facility_observation"))
        assert [tuple(row) for row in found] == [("", "valid")]


def test_running_servers_say_so_and_go_on_afterwards(postgres_url: str, reader_url: str) -> None:
    """No restart, no stack trace: readers get a German page, and pinned links work again."""
    make_old(postgres_url)
    app = create_app(Settings(reader_url, ROOT))
    client = app.server.test_client()
    pinned = f"/kennzahl/{SHARE}?stand=2026-1"
    for path in ("/readyz", "/", pinned, f"/kennzahl/{SHARE}.json?stand=2026-1"):
        response = client.get(path)
        assert response.status_code == 503
        assert "muss umgestellt werden" in (response.json or {}).get("grund", response.text)
        assert "Traceback" not in response.text
    assert client.get("/readyz").json["status"] == "Umstellung nötig"  # type: ignore[index]
    upgrade(postgres_url)
    assert client.get("/readyz").json == {"status": "bereit", "stand": "2026-2"}
    assert client.get("/").status_code == 200
    assert "Fester Datenstand 2026-1" in client.get(pinned).text
    app.close()


def test_a_release_waits_for_an_upgrade(postgres_url: str) -> None:
    make_old(postgres_url)
    with trends_are_read(postgres_url) as reader:
        process = start_upgrade(postgres_url)
        until_waiting(reader, "relation")
        release = start_release(postgres_url)
        until_waiting(reader, "advisory", "relation")
    told = [each.communicate(timeout=60)[0] for each in (process, release)]
    assert told == [f"{Upgraded(1, None)}\n", "Written(release='2026-3', new=True)\n"]


def test_two_first_releases_at_once_make_one_schema(postgres_url: str) -> None:
    with connected(postgres_url) as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": RELEASED.lock})
        both = [start_release(postgres_url) for _ in range(2)]
        until_waiting(connection, "advisory", "advisory")
    told = sorted(each.communicate(timeout=60)[0] for each in both)
    assert told == [f"Written(release='2026-1', new={new})\n" for new in (False, True)]
