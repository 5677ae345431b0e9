"""The page on transitions in a browser: one level deeper, Back, the open tab, the phone, without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from window import LAPTOP, PHONE, Visit, until

Open = Callable[..., Visit]


def test_a_click_goes_one_level_deeper_and_back_undoes_it(visit: Open) -> None:
    page = visit(LAPTOP).open("/uebergaenge")
    page.click("#uebergang [data-tab=tabelle]")
    page.click("#ansichten a:has-text('Schulen')")
    until(page, "location.search === '?ansicht=schulen'")
    assert page.get_attribute("#uebergang", "data-open") == "tabelle"  # the card is the same one
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.click("#uebergang-weiter [data-raum=heessen]")
    until(page, "location.search === '?raum=heessen&ansicht=schulen'")
    assert len([url for url in asked if "_dash-update-component" in url]) == 1
    expect(page.locator("#pfad")).to_contain_text("Heessen")
    expect(page.locator("#uebergang-weiter-bild")).to_contain_text("angemeldete Fachkräfte")
    page.go_back()
    until(page, "!document.querySelector('#pfad').innerText.includes('Heessen')")
    page.go_back()
    until(page, "location.search === ''")
    expect(page.locator("#uebergang-bild .ue-share-row")).to_have_count(10)


@pytest.mark.parametrize(
    ("size", "view"), [(LAPTOP, ""), (PHONE, "abstand"), ((320, 640), "kette"), (PHONE, "empfehlung")]
)
def test_the_page_is_accessible_and_fits_the_screen(visit: Open, size: tuple[int, int], view: str) -> None:
    page = visit(size).open(f"/uebergaenge?raum=hamm-norden&ansicht={view or 'quoten'}")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_without_scripts_the_form_and_the_links_lead_on(visit: Open) -> None:
    window = visit(LAPTOP, scripts=False)
    page = window.page
    page.goto(window.base + "/uebergaenge")
    page.click(".ue-share-row:has-text('Rhynern')")
    assert page.url.endswith("/uebergaenge?raum=rhynern")
    page.click("nav[aria-label=Ansicht] a:has-text('Kette')")
    expect(page.locator("h1")).to_contain_text("Rhynern")


def test_the_keyboard_stays_at_the_view_and_at_the_category_that_was_chosen(visit: Open) -> None:
    page = visit(LAPTOP).open("/uebergaenge")
    page.focus("#ansichten a:has-text('Empfehlung')")
    page.keyboard.press("Enter")
    until(page, "location.search === '?ansicht=empfehlung'")
    expect(page.locator(".ue-cross tbody tr")).to_have_count(3)
    assert page.evaluate("document.activeElement.id") == "zur-empfehlung"
    page = visit(LAPTOP).open("/kennzahl/empfehlung-schulform")
    page.focus("#aufteilung a[data-keep='Realschule']")
    page.keyboard.press("Enter")
    until(page, "location.search.includes('merkmal=realschule')")
    until(page, "document.activeElement.dataset.keep === 'Realschule'")


@pytest.mark.parametrize("view", ["Quoten", "Abstand", "Empfehlung", "Schulen", "Kette"])
def test_every_view_is_whole_without_scripts(visit: Open, view: str) -> None:
    window = visit(LAPTOP, scripts=False)
    page = window.page
    page.goto(window.base + "/uebergaenge")
    page.click(f"nav[aria-label=Ansicht] a:has-text('{view}')")
    expect(page.locator("nav[aria-label=Ansicht] a[aria-current=page]")).to_contain_text(view)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main .panel.tabelle table").first).to_be_visible()
    expect(page.locator("main .panel.diagramm svg").first).to_be_visible()
