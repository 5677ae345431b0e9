"""The meeting folder in a browser: collected from views, put in order by keyboard, taken along offline."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server
from window import LAPTOP, PHONE, PROJECTOR, Visit, until
from world import SHARE, tiny_contents

from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.state.short import code_of
from dashboard.store.write import write_release

Open = Callable[..., Visit]
VIEWS = (f"/kennzahl/{SHARE}?raum=mitte", "/?raum=uentrop", "/sozialraum/uentrop")
CODES = [code_of(view) for view in VIEWS]
FOLDER = f"/mappe?blaetter={'.'.join(CODES)}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny city; takes the place of the whole release for the windows of this file."""
    url = f"sqlite:///{tmp_path_factory.mktemp('mappe') / 'monitor.sqlite'}"
    write_release(url, tiny_contents())
    app = create_app(Settings(url, ROOT))
    listening = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.port}"
    listening.shutdown()
    thread.join()
    listening.server_close()
    app.close()


def pages_of(page: Page) -> list[str]:
    """The codes of the folder in the address bar."""
    return dict(part.split("=") for part in urlsplit(page.url).query.split("&"))["blaetter"].split(".")


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_views_are_collected_where_they_are_seen(visit: Open, size: tuple[int, int]) -> None:
    window = visit(size)
    for number, view in enumerate(VIEWS[:2], start=1):
        page = window.open(view)
        page.locator("[data-share]:visible").first.click()
        page.locator("[data-share-folder]").click()
        expect(page.locator("[data-share-said]")).to_have_text("In die Mappe gelegt.")
        way = page.locator("[data-share-folder-to]")
        expect(way).to_have_text(f"{'1 Blatt' if number == 1 else '2 Blätter'} in der Mappe · ansehen")
    page.locator("[data-share-folder]").click()
    expect(page.locator("[data-share-said]")).to_have_text("Dieses Blatt liegt schon in der Mappe.")
    way.click()
    page.wait_for_selector("html.dash-ready", state="attached")
    assert pages_of(page) == CODES[:2]
    assert page.evaluate("JSON.stringify(localStorage)") == json.dumps(
        {"mappe": f"/mappe?blaetter={'.'.join(CODES[:2])}"}, separators=(",", ":")
    )
    assert window.page.context.cookies() == []
    if size == PHONE:
        page.locator(".menu summary").click()
    expect(page.locator("[data-mappe]:visible").first).to_have_attribute("data-anzahl", "2")


def test_the_order_changes_by_keyboard_and_is_read_out(visit: Open) -> None:
    page = visit(LAPTOP).open(FOLDER)
    third = page.locator(".leaf").nth(2).locator("h3").inner_text()
    page.locator("#hoch-3").focus()
    for place, left in (("2", "hoch-2"), ("1", "tiefer-1")):
        page.keyboard.press("Enter")
        expect(page.locator(f"#{left}")).to_be_focused()
        expect(page.locator("#vorlesen")).to_have_text(f"Jetzt an Stelle {place} von 3: {third}")
    assert pages_of(page) == [CODES[2], CODES[0], CODES[1]]
    assert "#" not in page.url
    assert page.evaluate("localStorage.mappe") == urlsplit(page.url).path + "?" + urlsplit(page.url).query
    pdf = page.get_by_role("link", name="PDF").get_attribute("href") or ""
    assert pdf == f"/mappe.pdf?blaetter={CODES[2]}.{CODES[0]}.{CODES[1]}"
    page.locator("#weg-1").click()
    expect(page.locator(".leaf")).to_have_count(2)
    assert pages_of(page) == CODES[:2]


def test_another_readers_folder_does_not_replace_ones_own(visit: Open) -> None:
    page = visit(LAPTOP).open(f"/mappe?blaetter={CODES[0]}")
    page = Visit(page, page.url.partition("/mappe")[0]).open(FOLDER)
    assert page.evaluate("localStorage.mappe") == f"/mappe?blaetter={CODES[0]}"
    expect(page.locator("[data-mappe-meine]")).to_have_text("Zu Ihrer Mappe (1 Blatt)")
    page.locator("[data-mappe-nehmen]").click()
    assert page.evaluate("localStorage.mappe") == FOLDER
    page.locator("[data-mappe-vergessen]").click()
    assert page.evaluate("localStorage.length") == 0
    expect(page.locator("[data-mappe]:visible")).to_have_attribute("href", "/mappe")


def test_everything_works_without_scripts(visit: Open) -> None:
    window = visit(LAPTOP, scripts=False)
    page = window.page
    page.goto(f"{window.base}/mappe?dazu={quote(VIEWS[0])}")  # the link of a page without scripts
    page.get_by_label("Link einer Ansicht").fill(window.base + VIEWS[1])
    page.get_by_role("button", name="In die Mappe legen").click()
    assert pages_of(page) == CODES[:2]
    page.get_by_label("Titel der Mappe").fill("Rat & Ausschuss")
    page.get_by_role("button", name="Titel setzen").click()
    expect(page.locator("h1")).to_have_text("Die Mappe „Rat & Ausschuss“ hat 2 Blätter")
    page.get_by_role("link", name="Blatt 2 nach oben").click()
    assert pages_of(page) == [CODES[1], CODES[0]]
    page.get_by_role("link", name="festhalten").click()
    assert "stand=" in page.url
    page.get_by_role("link", name="Blatt 1 entfernen").click()
    assert pages_of(page) == [CODES[0]]
    page.get_by_label("Link einer Ansicht").fill("https://www.hamm.de/")
    with page.expect_response(lambda response: response.status == 400):
        page.get_by_role("button", name="In die Mappe legen").click()
    expect(page.locator("[role=alert]")).to_contain_text("ist keine Ansicht dieser Anwendung")
    window.complaints.clear()  # of the browser, about the status of the last answer


@pytest.mark.parametrize("size", [PROJECTOR, LAPTOP, PHONE, (320, 640)])
def test_the_page_is_accessible_and_fits_the_screen(visit: Open, size: tuple[int, int]) -> None:
    page = visit(size).open(f"{FOLDER}.ps882&titel=Jugendhilfeausschuss")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if size[0] > 640:  # nothing of the header is pushed out
        assert page.evaluate(
            "(nav => nav.scrollWidth <= nav.clientWidth)(document.querySelector('.top > .pages'))"
        )
        return
    ways = [way.bounding_box() for way in page.locator(".leaf-ways a, .folder .button").all()]
    assert all(box is not None and box["height"] >= 44 for box in ways), ways


@pytest.mark.parametrize("size", [PROJECTOR, LAPTOP, PHONE])
def test_the_report_on_protection_is_accessible_and_can_be_collected(
    visit: Open, size: tuple[int, int]
) -> None:
    window = visit(size)
    page = window.open("/daten/geheimhaltung")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if size == LAPTOP:
        page.locator("[data-share]:visible").first.click()
        page.locator("[data-share-folder]").click()
        expect(page.locator("[data-share-said]")).to_have_text("In die Mappe gelegt.")


SHOWN = """root => ({
  headline: root.querySelector("h1").textContent.trim(),
  figures: [...root.querySelectorAll("svg text")].map(text => text.textContent.trim()),
  cells: [...root.querySelectorAll("td, tbody th, dd strong")].map(cell => cell.textContent.trim()),
  demo: root.querySelectorAll(".demo").length,
})"""


def test_the_file_to_take_along_needs_nobody(browser: Browser, server: str, tmp_path: Path) -> None:
    online = browser.new_context(java_script_enabled=False)
    body = online.request.get(f"{server}{FOLDER.replace('/mappe', '/mappe.html')}").body()
    file = tmp_path / "Mappe.html"
    file.write_bytes(body)
    offline = browser.new_context(offline=True, viewport={"width": 1366, "height": 768})
    page = offline.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: complaints.append(line.text))
    page.goto(file.as_uri())
    taken = [part.evaluate(SHOWN) for part in page.locator("blatt-inhalt").all()]
    first = online.new_page()
    for view, found in zip(VIEWS, taken, strict=True):
        first.goto(server + view)
        there = first.locator("main").evaluate(SHOWN)
        assert found == there
        assert found["figures"]
        assert found["cells"]
        assert found["demo"]
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
    assert len(body) < 600_000
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.get_by_role("link", name="nächstes").first.click()
    until(page, "Math.abs(document.getElementById('blatt-2').getBoundingClientRect().top) < 2")
    page.locator("#blatt-2 summary").first.click()
    expect(page.locator("#blatt-2 table").first).to_be_visible()
    offline.close()
    online.close()
