"""With the Content-Security-Policy active everything works, and what is smuggled in does not run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server
from window import LAPTOP, Visit, until

from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

Open = Callable[..., Visit]

_LISTEN = """window.violations = []; document.addEventListener('securitypolicyviolation',
  event => window.violations.push(event.effectiveDirective + ' ' + event.blockedURI));"""
_SMUGGLED = (
    "<script>window.smuggled = 1</script>",
    '"><img src=x onerror="window.smuggled = 1">',
    "</title><script>window.smuggled = 1</script>",
    "</script><script>window.smuggled = 1</script>",
    "<svg onload=window.smuggled=1>",
    "javascript:window.smuggled=1",
)


def guarded(window: Visit, address: str) -> Page:
    """A page whose violations are collected from its first byte."""
    window.page.add_init_script(_LISTEN)
    page = window.open(address)
    page.wait_for_selector("#punktdiagramm .main-svg")
    return page


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.violations")
    return found


def test_map_charts_tabs_copy_play_and_back_work_under_the_policy(visit: Open) -> None:
    page = guarded(visit(LAPTOP, permissions=["clipboard-read", "clipboard-write"]), "/?jahr=2019")
    assert page.locator("svg.city-map a.area").count() == 9
    page.click("svg.city-map a[data-raum=rhynern]")
    page.wait_for_selector(".rows a.on[data-raum=rhynern]")
    page.wait_for_selector("#entwicklung-neun .main-svg")
    assert page.locator("#entwicklung-neun .main-svg").first.bounding_box() is not None
    page.locator("[data-card=vergleich] [role=tab]").nth(1).click()
    expect(page.locator("[data-card=vergleich] table")).to_be_visible()
    page.locator("[data-copy]").first.click()
    expect(page.locator("[data-copy]").first).to_have_text("Kopiert")
    assert "Rhynern" in page.evaluate("navigator.clipboard.readText()")
    page.click("[data-play]")
    until(page, "location.search.includes('jahr=2020')")
    page.keyboard.press("Escape")
    page.go_back()
    until(page, "location.search.includes('raum=rhynern') && location.search.includes('jahr=2019')")
    page.go_back()
    until(page, "!location.search.includes('raum=')")
    assert violations(page) == []


def test_plotly_saves_a_picture_under_the_policy(visit: Open) -> None:
    page = guarded(visit(), "/")
    made = page.evaluate(
        "Plotly.toImage(document.querySelector('#punktdiagramm .js-plotly-plot'), {format: 'png'})"
        ".then(picture => picture.slice(0, 22))"
    )
    assert made == "data:image/png;base64,"
    assert violations(page) == []


@pytest.mark.parametrize("smuggled", _SMUGGLED)
def test_a_script_in_the_address_is_shown_as_text(visit: Open, smuggled: str) -> None:
    page = guarded(visit(), f"/?kennzahl={quote(smuggled)}&{quote(smuggled)}=1&raum={quote(smuggled)}")
    expect(page.locator(".notice").first).to_contain_text(smuggled[:20])
    page.wait_for_timeout(200)
    assert page.evaluate("window.smuggled") is None
    assert violations(page) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<script>window.smuggled = 1</script>",
        "<img src=/assets/nichts.png onerror='window.smuggled = 1'>",
        "<script src='data:text/javascript,window.smuggled = 1'></script>",
        "<object data='data:text/html,<script>parent.smuggled = 1</script>'></object>",
    ],
)
def test_markup_that_got_in_all_the_same_does_not_run(visit: Open, markup: str) -> None:
    """The second line of defence, tried on a page that is broken on purpose."""
    window = visit()

    def broken(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        route.fulfill(response=answer, body=answer.text().replace("<main", f"{markup}<main", 1))  # type: ignore[attr-defined]

    window.page.route(f"{window.base}/?kaputt", broken)
    window.page.add_init_script(_LISTEN)
    page = window.open("/?kaputt")
    until(page, "window.violations.length > 0")
    assert page.evaluate("window.smuggled") is None
    assert {found.split()[0] for found in violations(page)} <= {
        "script-src-elem",
        "script-src-attr",
        "object-src",
    }
    assert window.complaints
    window.complaints.clear()


def test_a_script_behind_a_link_is_not_run(visit: Open) -> None:
    window = visit()
    page = guarded(window, "/")
    link = '<a id="x" href="javascript:window.smuggled=1">x</a>'
    page.evaluate("link => document.body.insertAdjacentHTML('beforeend', link)", link)
    page.evaluate("document.getElementById('x').click()")
    until(page, "window.violations.length > 0")
    assert page.evaluate("window.smuggled") is None
    window.complaints.clear()


@contextmanager
def serving(application: WSGIApplication) -> Iterator[str]:
    """The address of a WSGI application while it is served."""
    listening = make_server("127.0.0.1", 0, application, threaded=True)
    thread = Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.port}"
    listening.shutdown()
    thread.join()
    listening.server_close()


@pytest.mark.parametrize("is_named", [False, True])
def test_only_named_sites_can_put_the_page_into_a_frame(
    browser: Browser, release_url: str, is_named: bool
) -> None:
    other_site = Flask("other-site")
    with serving(other_site) as elsewhere, closing(browser.new_page()) as page:
        allowed = elsewhere if is_named else "'none'"
        app = create_app(Settings(release_url, ROOT, frame_ancestors=allowed))
        with serving(app.server) as base:
            other_site.add_url_rule("/", view_func=lambda: f"<iframe src='{base}/'></iframe>")
            page.goto(f"{elsewhere}/")
            framed = page.frames[-1]
            framed.wait_for_load_state()
            assert (framed.locator("#erster-anblick, #inhalt").count() > 0) == is_named
        app.close()
