"""A real release, a real server, a real Chromium: once per session; each test gets a fresh page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from werkzeug.serving import make_server
from window import LAPTOP, Visit

from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def server(release_url: str) -> Iterator[str]:
    """Base address of the running application."""
    settings = Settings(release_url, ROOT, secret_key="only for this test run")
    app = create_app(settings)
    listening = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.port}"
    listening.shutdown()
    thread.join()
    listening.server_close()
    app.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium of the distribution."""
    path = shutil.which("chromium") or "/usr/bin/chromium"
    assert Path(path).exists(), "Chromium fehlt: make test installiert es"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Callable[..., Visit]]:
    """Opens browser windows; afterwards none may have complained or asked a foreign host."""
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def start(size: tuple[int, int] = LAPTOP, *, scripts: bool = True, **options: object) -> Visit:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=scripts, **options  # type: ignore[arg-type]
        )  # fmt: skip
        context.set_default_timeout(15_000)
        visit = Visit(context.new_page(), server)
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.on("console", lambda line: _listen(visit, line.type, line.text))
        visit.page.on("request", lambda request: _watch(visit, request.url))
        contexts.append(context)
        visits.append(visit)
        return visit

    yield start
    for context in contexts:
        context.close()
    assert [complaint for visit in visits for complaint in visit.complaints] == []
    assert [url for visit in visits for url in visit.foreign] == []


def _listen(visit: Visit, kind: str, text: str) -> None:
    if kind in ("error", "warning"):
        visit.complaints.append(f"{kind}: {text}")


def _watch(visit: Visit, url: str) -> None:
    if not url.startswith((visit.base, "data:", "blob:")):
        visit.foreign.append(url)
