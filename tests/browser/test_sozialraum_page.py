"""The profile of an area and the overview of the nine in a browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from window import LAPTOP, PHONE, Visit

Open = Callable[..., Visit]
NARROWEST = (320, 700)


def fits(page: Page) -> bool:
    """Whether nothing of the page's content reaches beyond the window."""
    found: bool = page.evaluate(
        "[...document.querySelectorAll('main *')].every(part => {"
        " const box = part.getBoundingClientRect();"
        " return box.right <= innerWidth + 1 || part.closest('.table-scroll, .visually-hidden'); })"
    )
    return found


@pytest.mark.parametrize(("address", "size"), [("/sozialraum/hamm-westen", LAPTOP), ("/sozialraum", PHONE)])
def test_axe_finds_nothing(visit: Open, address: str, size: tuple[int, int]) -> None:
    page = visit(size).open(address)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_on_a_phone_a_row_of_the_spine_loses_nothing_but_its_columns(visit: Open) -> None:
    window = visit(PHONE)
    page = window.open("/sozialraum/hamm-westen")
    row = page.locator(".spine-table tr", has_text="Sprachstand Klasse 2")
    for cell in (
        "c-name",
        "c-value",
        "c-n",
        "c-city",
        "c-worst",
        "c-strip",
        "c-best",
        "c-vs",
        "c-trend",
        "c-behind",
    ):
        expect(row.locator(f".{cell}")).to_be_visible()
    heights = page.evaluate(
        "[...document.querySelectorAll('.spine-table th.c-name')].map(cell => cell.offsetHeight)"
    )
    assert min(heights) >= 44
    assert fits(page)
    page.set_viewport_size({"width": NARROWEST[0], "height": NARROWEST[1]})
    assert fits(page)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_without_scripts_the_profile_says_it_all_and_leads_on(visit: Open) -> None:
    window = visit(LAPTOP, scripts=False)
    page = window.page
    page.goto(f"{window.base}/sozialraum/uentrop")
    expect(page.locator("h1")).to_contain_text("Uentrop")
    assert page.locator(".spine-table tbody tr:not(.phase)").count() > 40
    page.click(".areas-row a:has-text('Rhynern')")
    expect(page.locator(".areas-row [aria-current]")).to_have_text("Rhynern")
    page.go_back()
    expect(page.locator(".areas-row [aria-current]")).to_have_text("Uentrop")


def test_the_start_page_leads_to_the_profile_of_the_focused_area(visit: Open) -> None:
    page = visit(LAPTOP).open("/?raum=hamm-norden")
    page.click("a:has-text('Profil von Hamm-Norden')")
    page.wait_for_selector("html.dash-ready .spine-table", state="attached")
    assert page.url.endswith("/sozialraum/hamm-norden")
    page.click("[data-tab=tabelle]")
    expect(page.locator("#spine-tabelle table")).to_be_visible()
