"""One schema, three ways to it: as the tables say, made anew by the steps, and upgraded from format 1."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from old_world import connected, file_of, make_old, make_old_protected, schema_of, two_tiny_releases
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.schema import CreateSchema
from world import tiny_release

from dashboard.settings import ROOT
from dashboard.store.errors import WriteRefused
from dashboard.store.migrations.steps import (
    VERSION_TABLE,
    Steps,
    bring_to_present,
    found_format,
    missing,
    options,
)
from dashboard.store.protected_upgrade import PROTECTED, ready_to_change
from dashboard.store.protected_write import upgrade_protected
from dashboard.store.upgrade import RELEASED, ready_to_write, upgrade

BOTH = pytest.mark.parametrize("steps", [RELEASED, PROTECTED], ids=["released", "protected"])


def place(steps: Steps) -> str:
    return steps.schema or "public"


def differences(connection: Connection, steps: Steps) -> list[Any]:
    """What ``alembic check`` would find."""
    context = MigrationContext.configure(connection, opts=options(connection, steps))
    return list(compare_metadata(context, steps.tables_on(connection)))


def as_the_tables_say(url: str, steps: Steps) -> set[tuple[Any, ...]]:
    """The schema without any step; nothing of it stays."""
    engine = create_engine("sqlite://" if url.startswith("sqlite") else url)
    with engine.connect() as connection:
        if (schema := steps.schema_on(connection)) is not None:
            connection.execute(CreateSchema(schema))
        steps.tables_on(connection).create_all(connection)
        found = schema_of(connection, place(steps))
    engine.dispose()
    return found


def make_anew(url: str, steps: Steps) -> None:
    if url.startswith("sqlite"):
        file_of(url).parent.mkdir(parents=True)
    with connected(url) as connection:
        (ready_to_write if steps is RELEASED else ready_to_change)(connection)


def make_old_and_upgrade(url: str, steps: Steps) -> None:
    if steps is RELEASED:
        make_old(url)
        assert upgrade(url) is not None
    else:
        make_old_protected(url)
        assert upgrade_protected(url) == 1


@BOTH
@pytest.mark.parametrize("made", [make_anew, make_old_and_upgrade])
def test_every_way_leads_to_the_same_schema(database_url: str, steps: Steps, made: Any) -> None:
    wanted = as_the_tables_say(database_url, steps)
    made(database_url, steps)
    with connected(database_url) as connection:
        assert found_format(connection, steps) == steps.format
        assert schema_of(connection, place(steps)) == wanted
        assert differences(connection, steps) == []
        assert len(wanted) > 20


@BOTH
def test_the_first_step_makes_what_the_program_of_that_time_made(database_url: str, steps: Steps) -> None:
    """Else upgraded databases and those made anew would differ from the second step on."""
    (make_old if steps is RELEASED else make_old_protected)(database_url)
    with connected(database_url) as connection:
        if steps is RELEASED:
            connection.execute(text("DROP TABLE audit"))  # came in the course of format 1
        wanted = schema_of(connection, place(steps))
    engine = create_engine("sqlite://" if database_url.startswith("sqlite") else database_url)
    with engine.begin() as connection:
        _drop_all(connection, steps)
        first = Steps(
            steps.about, steps.folder, 1, steps.metadata, steps.marker, steps.lock, steps.schema
        )  # fmt: skip
        bring_to_present(connection, first, None)
        assert schema_of(connection, place(steps)) == wanted
    engine.dispose()


def _drop_all(connection: Connection, steps: Steps) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"DROP SCHEMA {place(steps)} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {place(steps)}"))


@BOTH
def test_what_the_tables_have_and_the_steps_lack_is_noticed(database_url: str, steps: Steps) -> None:
    """The comparison above can fail: a column, an index and a table are missed by name."""
    make_anew(database_url, steps)
    table = "observation" if steps is RELEASED else "facility"
    prefix = f"{steps.schema}." if steps.schema and database_url.startswith("postgresql") else ""
    with connected(database_url) as connection:
        connection.execute(text(f"ALTER TABLE {prefix}{table} RENAME COLUMN origin TO herkunft"))
        if steps is RELEASED:
            connection.execute(text("DROP INDEX release_sequence"))
            connection.execute(text("DROP TABLE pooled"))
        assert set(missing(connection, steps)) == {
            f"{table}.origin", *(("release_sequence", "pooled") if steps is RELEASED else ())
        }  # fmt: skip


def test_tables_of_others_are_no_difference(postgres_url: str) -> None:
    tiny_release(postgres_url)
    with connected(postgres_url) as connection:
        connection.execute(text("CREATE TABLE spatial_ref_sys (srid INTEGER)"))
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('8c1f0a')"))
        assert differences(connection, RELEASED) == []
    two_tiny_releases(postgres_url)


def test_a_database_from_before_there_were_steps_is_marked(database_url: str) -> None:
    tiny_release(database_url)
    with connected(database_url) as connection:
        connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))
        assert found_format(connection, RELEASED) == RELEASED.format
    two_tiny_releases(database_url)
    with connected(database_url) as connection:
        assert connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) == "format_2"


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("UPDATE current SET format = 99", "Format 99 .*neuer als dieses Programm.*Format 2"),
        (f"UPDATE {VERSION_TABLE} SET version_num = 'format_3'", "Format 3 .*neuer als dieses Programm"),
        ("UPDATE current SET format = 1", "zwei verschiedene Formate, 1 und 2"),
        (f"DELETE FROM current; DROP TABLE {VERSION_TABLE}", "sagt aber nicht, welches Format"),
        (f"UPDATE current SET format = 0; DROP TABLE {VERSION_TABLE}", "Format 0, von dem kein Weg"),
    ],
)
def test_what_is_not_ours_to_change_is_refused(database_url: str, damage: str, named: str) -> None:
    tiny_release(database_url)
    with connected(database_url) as connection:
        for statement in damage.split(";"):
            connection.execute(text(statement))
        before = schema_of(connection)
    with pytest.raises(WriteRefused, match=named):
        upgrade(database_url)
    with connected(database_url) as connection:
        assert schema_of(connection) == before


def test_the_serving_process_does_not_load_alembic() -> None:
    program = (
        "import sys, dashboard.store.read, dashboard.store.links, dashboard.store.protected;"
        "print('alembic' in sys.modules)"
    )
    run = [sys.executable, "-c", program]
    assert subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout == "False\n"
