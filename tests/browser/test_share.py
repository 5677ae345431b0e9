"""Passing a view on, in a browser: the dialog by keyboard and on a phone, a view inside another page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from werkzeug.serving import make_server
from window import LAPTOP, PHONE, Visit, until

from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings

Open = Callable[..., Visit]
PAGE = "/kennzahl/uebergang-gymnasium?raum=hamm-norden"
HOST_PAGE = """<!DOCTYPE html><html lang="de"><meta charset="utf-8"><title>Gast</title>
<body><main><h1>Gastseite</h1>
{}<script>
addEventListener("message", (event) => {{ window.told = Object.keys(event.data).join(); }});
</script></main></body></html>"""


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_the_dialog_passes_on_what_is_seen(visit: Open, size: tuple[int, int]) -> None:
    window = visit(size, permissions=["clipboard-read", "clipboard-write"])
    page = window.open(PAGE)
    page.locator("a[data-raum=uentrop]:visible").first.click()
    until(page, "location.search.includes('raum=uentrop')")
    opener = page.locator("[data-share]:visible").first
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog.share")
    expect(dialog).to_be_visible()
    link, short = page.locator("#teilen-link"), page.locator("#teilen-kurz")
    expect(short).to_be_visible()
    expect(link).to_have_value(f"{window.base}/kennzahl/uebergang-gymnasium?raum=uentrop")
    page.keyboard.press("Shift+Tab")  # to the chosen state
    page.keyboard.press("ArrowRight")
    expect(link).to_have_value(f"{window.base}/kennzahl/uebergang-gymnasium?raum=uentrop&stand=2026-1")
    page.locator("[data-share-copy=kurz]").click()
    expect(page.locator("[data-share-said]")).to_have_text("Kopiert.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == short.input_value()
    assert len(copied.rpartition("/l/")[2]) <= 12
    expect(page.locator("[data-share-field=satz]")).to_contain_text("In Uentrop")
    assert "In%20Uentrop" in (page.locator("[data-share-mail]").get_attribute("href") or "")
    until(page, "document.querySelector('[data-share-qr] img').naturalWidth > 0")
    assert page.locator("[data-share-embed]").is_hidden()  # no site may frame this installation
    assert Axe().run(page).violations_count == 0
    box = dialog.bounding_box()
    assert box is not None
    assert box["width"] <= size[0]
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.share") == "1"
    page.goto(copied)
    page.wait_for_selector("html.dash-ready", state="attached")
    assert page.url.endswith("/kennzahl/uebergang-gymnasium?raum=uentrop&stand=2026-1")


@pytest.fixture
def host_page(release_url: str) -> Iterator[str]:
    """A page of another site that shows an embedded view; the site may frame us."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    origin = f"http://127.0.0.1:{site.server_port}"
    app = create_app(Settings(release_url, ROOT, frame_ancestors=origin))
    ours = make_server("127.0.0.1", 0, app.server, threaded=True)
    asking = app.server.test_client()
    told = asking.get(
        "/teilen", query_string={"ziel": PAGE}, base_url=f"http://127.0.0.1:{ours.port}"
    ).get_json()
    body = HOST_PAGE.format(told["aktuell"]["einbetten"].replace("height:720px", "height:300px")).encode()

    class Guest(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body if self.path == "/" else b"")

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    site.RequestHandlerClass = Guest
    threads = [Thread(target=server.serve_forever, daemon=True) for server in (site, ours)]
    for thread in threads:
        thread.start()
    yield f"{origin}/"
    for server, thread in zip((site, ours), threads, strict=True):
        server.shutdown()
        thread.join()
        server.server_close()
    app.close()


def test_an_embedded_view_resizes_itself_and_opens_the_whole(browser: Browser, host_page: str) -> None:
    page = browser.new_page(viewport={"width": 900, "height": 700})
    page.goto(host_page)
    until(page, "parseInt(document.querySelector('iframe').style.height) > 400")
    assert page.evaluate("window.told") == "typ,hoehe"
    inside = page.frames[1]
    assert inside.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
    expect(inside.locator("h1")).to_contain_text("In Hamm-Norden")
    expect(inside.locator("svg:visible").first).to_be_visible()
    assert inside.locator("header.top").count() == 0
    expect(inside.locator("form.controls")).to_be_hidden()
    assert Axe().run(page).violations_count == 0
    with page.expect_popup() as opened:
        inside.get_by_text("Im Sozialraum-Monitor öffnen").click()
    opened.value.wait_for_selector("header.top")
    assert opened.value.url.endswith(PAGE)
    page.context.close()
