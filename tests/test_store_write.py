"""Writing a release: atomic, verified, never half; on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, text
from sqlalchemy.engine import make_url
from world import SHARE, share_row, tiny_contents, tiny_release

from dashboard.store import tables
from dashboard.store.connection import ReadOnlyDatabase
from dashboard.store.contents import ReleaseContents
from dashboard.store.errors import NoRelease, StoreError, Unreachable, WriteRefused
from dashboard.store.read import Store
from dashboard.store.rows import verify, write_rows
from dashboard.store.write import write_release

Opener = Callable[[str], Store]
ROOT = Path(__file__).resolve().parents[1]

#: Writes a second release and waits for ever at the given step; the test kills it there.
BLOCKED_WRITER = """
import sys, time
from dataclasses import replace
from world import share_row, tiny_contents
from dashboard.store.write import write_release

url, step, when = sys.argv[1:]
def progress(name, done, total):
    if name == step and (done == total) == (when == "after"):
        print("blocked", flush=True)
        time.sleep(600)

row = share_row("mitte", 2024, 70, 190)
contents = tiny_contents()
write_release(url, replace(contents, observations=(*contents.observations, row)), progress)
"""


def _kill_at(url: str, step: str, when: str) -> None:
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    command = [sys.executable, "-c", BLOCKED_WRITER, url, step, when]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "blocked\n"
        process.send_signal(signal.SIGKILL)
        assert process.wait(timeout=30) == -signal.SIGKILL


@pytest.mark.parametrize(
    ("step", "when"),
    [("Datenbank kopieren", "before"), ("Datenbank kopieren", "after"), ("Werte schreiben", "after"),
     ("Datenstand prüfen", "before"), ("Datenstand prüfen", "after"), ("Umschalten", "before")],
)  # fmt: skip
def test_killed_while_writing_leaves_the_old_release(
    database_url: str, step: str, when: str, open_store: Opener
) -> None:
    if step == "Datenbank kopieren" and database_url.startswith("postgresql"):
        pytest.skip("a database server has nothing to copy")
    tiny_release(database_url)
    store = open_store(database_url)
    before = store.current()
    _kill_at(database_url, step, when)
    for reader in (store, open_store(database_url)):
        assert reader.current() == before
        assert [info.id for info in reader.releases()] == ["2026-1"]
        assert set(reader.observations("2026-1")) == set(tiny_contents().observations)
        assert reader.observations("2026-2") == ()


def test_killed_after_the_switch_shows_the_new_release(database_url: str, open_store: Opener) -> None:
    tiny_release(database_url)
    _kill_at(database_url, "Umschalten", "after")
    assert open_store(database_url).current().id == "2026-2"


def test_the_next_writer_clears_up_after_a_killed_one(sqlite_url: str) -> None:
    tiny_release(sqlite_url)
    folder = Path(make_url(sqlite_url).database or "").parent
    _kill_at(sqlite_url, "Datenstand prüfen", "before")
    assert list(folder.glob(".monitor.sqlite.neu-*"))
    assert write_release(sqlite_url, _with_row()).release == "2026-2"
    assert not list(folder.glob(".monitor.sqlite.neu-*"))


def test_identical_contents_write_nothing(database_url: str, open_store: Opener) -> None:
    first, second = tiny_release(database_url), tiny_release(database_url)
    assert (first.release, first.new) == ("2026-1", True)
    assert (second.release, second.new) == ("2026-1", False)
    assert len(open_store(database_url).releases()) == 1


def test_ids_count_within_a_year(database_url: str, open_store: Opener) -> None:
    tiny_release(database_url)
    assert write_release(database_url, _with_row()).release == "2026-2"
    assert write_release(database_url, tiny_contents(year=2027)).release == "2027-1"
    assert [info.id for info in open_store(database_url).releases()] == ["2026-1", "2026-2", "2027-1"]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"area": "dortmund"}, "Fläche „dortmund“"),
        ({"indicator": "erfunden"}, "Kennzahl „erfunden“"),
        ({"source": "hörensagen"}, "Quelle „hörensagen“"),
        ({"breakdown": "jungen"}, "Merkmal „jungen“"),
    ],
)
def test_ids_without_entry_are_refused(
    database_url: str, changes: dict[str, Any], named: str, open_store: Opener
) -> None:
    tiny_release(database_url)
    row = replace(share_row("mitte", 2020, 1, 9), **changes)
    contents = tiny_contents(observations=(row,))
    with pytest.raises(WriteRefused, match=named):
        write_release(database_url, contents)
    assert len(open_store(database_url).releases()) == 1


def test_the_same_cell_twice_is_refused(database_url: str, open_store: Opener) -> None:
    row = share_row("mitte", 2020, 1, 9)
    with pytest.raises(WriteRefused):
        write_release(database_url, tiny_contents(observations=(row, row)))
    with pytest.raises(NoRelease):
        open_store(database_url).current()


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("DELETE FROM trend", "Zeilen in „trend“"),
        ("UPDATE observation SET cents = cents + 1 WHERE cents IS NOT NULL", "Summe von „cents“"),
        ("UPDATE observation SET value = value + 0.1 WHERE value = 50", "Summe von „value“"),
        ("UPDATE observation SET numerator = 0 WHERE numerator = 62", "Summe von „numerator“"),
        ("UPDATE observation SET area = 'dortmund' WHERE numerator = 62", "Kennungen in „area“"),
    ],
)
def test_verification_notices_what_differs(database_url: str, damage: str, named: str) -> None:
    tiny_release(database_url)
    engine = create_engine(database_url)
    with engine.connect() as connection:
        verify(connection, "2026-1", tiny_contents())
        connection.execute(text(damage))
        with pytest.raises(WriteRefused, match=named):
            verify(connection, "2026-1", tiny_contents())
    engine.dispose()


def test_a_database_of_another_format_is_left_alone(database_url: str, open_store: Opener) -> None:
    tiny_release(database_url)
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE current SET format = 99"))
    engine.dispose()
    with pytest.raises(WriteRefused, match="Format 99"):
        write_release(database_url, _with_row())
    with pytest.raises(NoRelease, match="Format 99"):
        open_store(database_url).current()


def test_a_store_cannot_write(database_url: str) -> None:
    tiny_release(database_url)
    database = ReadOnlyDatabase(database_url, lambda: None)
    with pytest.raises(NoRelease, match="read-?only"), database.connection() as connection:
        connection.execute(insert(tables.current).values(id=2, release="2026-1", format=1))
    database.close()


@pytest.mark.parametrize("content", [b"", b"keine Datenbank " * 100, None])
def test_a_broken_file_is_no_release(sqlite_url: str, content: bytes | None, open_store: Opener) -> None:
    tiny_release(sqlite_url)
    file = Path(make_url(sqlite_url).database or "")
    file.write_bytes(file.read_bytes()[:5000] if content is None else content)
    with pytest.raises(NoRelease):
        open_store(sqlite_url).current()


def test_a_current_row_without_its_release_is_no_release(database_url: str, open_store: Opener) -> None:
    tiny_release(database_url)
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM release"))
    engine.dispose()
    with pytest.raises(NoRelease):
        open_store(database_url).current()


def test_a_server_that_does_not_answer_is_unreachable(open_store: Opener) -> None:
    url = "postgresql://niemand@127.0.0.1:9/nichts"
    with pytest.raises(Unreachable):
        open_store(url).current()
    with pytest.raises(Unreachable):
        tiny_release(url)


def test_a_full_disk_leaves_the_old_release(sqlite_url: str, open_store: Opener) -> None:
    tiny_release(sqlite_url)
    file = Path(make_url(sqlite_url).database or "")
    contents = tiny_contents()
    larger = replace(
        contents, observations=tuple(replace(row, note="x" * 900) for row in contents.observations)
    )
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size, hard))
    try:
        with pytest.raises(StoreError, match="Die Datenbank kann nicht geschrieben werden"):
            write_release(sqlite_url, larger)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [path.name for path in file.parent.glob(".*.neu-*")] == []
    assert open_store(sqlite_url).current().id == "2026-1"


@pytest.mark.parametrize(
    "url",
    ["mysql://localhost/x", "sqlite://", "kein Ort", "sqlite://data/monitor.sqlite", "postgresql://h:port/x"],
)
def test_other_addresses_are_refused(url: str, open_store: Opener) -> None:
    with pytest.raises(StoreError, match="Datenbankadresse"):
        open_store(url)


def test_a_second_writer_of_the_same_file_is_refused(sqlite_url: str) -> None:
    def write_meanwhile(step: str, done: int, total: int) -> None:
        if step == "Datenstand prüfen":
            with pytest.raises(WriteRefused, match="anderer Vorgang"):
                write_release(sqlite_url, _with_row())

    assert write_release(sqlite_url, tiny_contents(), write_meanwhile).release == "2026-1"


def test_the_file_keeps_its_permissions(sqlite_url: str) -> None:
    tiny_release(sqlite_url)
    file = Path(make_url(sqlite_url).database or "")
    file.chmod(0o640)
    write_release(sqlite_url, _with_row())
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_progress_tells_every_step_to_its_end(database_url: str) -> None:
    told: list[tuple[str, int, int]] = []
    write_release(database_url, tiny_contents(), lambda *step: told.append(step))
    ends = [name for name, done, total in told if done == total]
    assert ends[-3:] == ["Werte schreiben", "Datenstand prüfen", "Umschalten"]


def test_readers_in_threads_see_whole_releases_only(database_url: str, open_store: Opener) -> None:
    tiny_release(database_url)
    store, seen = open_store(database_url), set[tuple[str, int]]()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            release = store.current().id
            seen.add((release, len(store.indicator_facts(release, SHARE).facts)))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    write_release(database_url, _with_row())
    stop.set()
    for thread in threads:
        thread.join()
    before = len([r for r in tiny_contents().observations if r.indicator == SHARE and "sb-" not in r.area])
    assert seen <= {("2026-1", before), ("2026-2", before + 1)}
    assert seen


@given(st.randoms(use_true_random=False))
def test_content_hash_ignores_the_order_of_rows(random: object) -> None:
    contents = tiny_contents()
    rows = list(contents.observations)
    random.shuffle(rows)  # type: ignore[attr-defined]
    assert replace(contents, observations=tuple(rows)).content_hash() == contents.content_hash()


def test_content_hash_notices_every_field() -> None:
    contents = tiny_contents()
    first, *others = contents.observations
    different = [
        replace(contents, deliveries=()),
        replace(contents, shapes=contents.shapes[1:]),
        replace(contents, gaps=contents.gaps[1:]),
        replace(contents, trends=()),
        replace(contents, pooled=()),
        replace(contents, inequalities=()),
        _with_row(),
        replace(contents, observations=(replace(first, note="neu"), *others)),
    ]
    assert len({c.content_hash() for c in (contents, *different)}) == 1 + len(different)
    assert replace(contents, corrections=(), year=2030).content_hash() == contents.content_hash()


def test_a_large_release_is_written_in_chunks(sqlite_url: str) -> None:
    rows = tuple(share_row("mitte", year, 1, 2) for year in range(12_000))
    engine = create_engine("sqlite://")
    told: list[tuple[str, int, int]] = []
    with engine.begin() as connection:
        tables.metadata.create_all(connection)
        contents = tiny_contents(observations=rows)
        write_rows(connection, "2026-1", contents, lambda *step: told.append(step))
    engine.dispose()
    assert [done for _, done, _ in told] == sorted({done for _, done, _ in told})
    assert len([step for step in told if step[1] - 3 <= 10_000]) >= 2
    assert told[-1][1] == told[-1][2] > 12_000


def _with_row() -> ReleaseContents:
    contents = tiny_contents()
    return replace(contents, observations=(*contents.observations, share_row("mitte", 2024, 70, 190)))
