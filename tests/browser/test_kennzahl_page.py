"""The page of one indicator in a browser: views, areas and years, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from window import LAPTOP, PHONE, Visit, until

Open = Callable[..., Visit]
PAGE = "/kennzahl/uebergang-gymnasium"


def address(page: Page) -> str:
    found: str = page.evaluate("location.pathname + location.search")
    return found


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
@pytest.mark.parametrize("path", [f"{PAGE}?raum=hamm-norden", "/kennzahl/hze-faelle?ansicht=abstand"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    visit: Open, size: tuple[int, int], path: str
) -> None:
    page = visit(size).open(path)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_laptop_shows_statement_and_the_lines_without_scrolling(visit: Open) -> None:
    page = visit(LAPTOP).open(f"{PAGE}?raum=hamm-norden")
    page.wait_for_selector("#verlauf-diagramm-gross .main-svg")
    for part in ("h1", "#verlauf-raeume"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= LAPTOP[1]
    picture = page.locator("#verlauf-diagramm-gross").bounding_box()
    assert picture is not None
    assert picture["y"] <= LAPTOP[1] / 2 + 20


def test_views_areas_and_back(visit: Open) -> None:
    page = visit(LAPTOP).open(PAGE)
    first = page.locator("h1").inner_text()
    page.locator("#zur-abstand").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Der Abstand zwischen den Sozialräumen")
    expect(page.locator("#verlauf")).to_be_hidden()
    expect(page.locator("#abstand-diagramm-gross .main-svg").first).to_be_visible()
    expect(page.locator(".ansichten a[aria-current=page]")).to_have_text("Abstand")
    wide = page.locator("#abstand-diagramm-gross").bounding_box()
    drawn = page.locator("#abstand-diagramm-gross .main-svg").first.bounding_box()
    assert wide is not None
    assert drawn is not None
    assert abs(wide["width"] - drawn["width"]) < 2
    assert page.evaluate("document.activeElement.id") == "zur-abstand"
    page.click("#zur-vergleich")
    expect(page.locator("#feld-seit")).to_be_visible()
    page.select_option("#feld-seit", "2015")
    until(page, "location.search.includes('seit=2015')")
    page.locator("#feld-raum").focus()
    page.select_option("#feld-raum", "uentrop")
    until(page, "location.search.includes('raum=uentrop')")
    assert page.evaluate("document.activeElement.id") == "feld-raum"
    assert "ansicht=vergleich" in address(page)
    for _ in range(4):
        before = address(page)
        page.go_back()
        until(page, "before => location.pathname + location.search !== before", arg=before)
    expect(page.locator("h1")).to_have_text(first)
    assert address(page) == PAGE


def test_an_area_is_focused_by_list_and_keyboard_and_the_indicator_by_select(visit: Open) -> None:
    page = visit(LAPTOP).open(f"{PAGE}?ansicht=vergleich")
    page.locator(".zweijahre .wide-picture a[data-raum=pelkum] text").first.click()
    until(page, "location.search.includes('raum=pelkum')")
    page.goto(page.url.split("/kennzahl")[0] + PAGE)
    page.wait_for_selector("html.dash-ready", state="attached")
    page.locator("#verlauf-raeume a[data-raum=mitte]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#verlauf-raeume a.on[data-raum=mitte]")
    until(page, "document.activeElement.dataset.raum === 'mitte'")
    page.select_option("#feld-kennzahl", "uebergang-realschule")
    until(page, "location.pathname === '/kennzahl/uebergang-realschule'")
    expect(page.locator("h1")).to_contain_text("Realschule")
    assert address(page).endswith("?raum=mitte")


def test_without_scripts_all_views_stand_below_each_other(visit: Open) -> None:
    window = visit(LAPTOP, scripts=False)
    page = window.page
    page.goto(f"{window.base}{PAGE}?raum=hamm-norden&ansicht=abstand")
    for card in ("abstand", "verlauf", "zweijahre"):
        expect(page.locator(f".card.{card} > .diagramm svg").first).to_be_visible()
        expect(page.locator(f".card.{card} table")).to_be_visible()
    assert page.locator(".views > section").first.get_attribute("data-card") == "abstand"
    page.select_option("select[name=raum]", "rhynern")
    page.click("button[type=submit]")
    assert "Rhynern" in page.locator(".pfad").inner_text()
    page.click("#erst-verlauf-raeume a[data-raum=mitte]")
    assert "Mitte" in page.locator(".pfad").inner_text()
