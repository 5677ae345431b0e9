"""The list of indicators in a browser: it filters as one types, and works without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from window import LAPTOP, PHONE, Visit, until

Open = Callable[..., Visit]
ROWS = ".index li:not([hidden]) h3"


def titles(page: Page) -> list[str]:
    return page.locator(ROWS).all_inner_texts()


def test_typing_filters_like_the_server_and_keeps_the_address(visit: Open) -> None:
    window = visit(LAPTOP)
    page = window.open("/kennzahl?stand=2026-1")
    plain = visit(LAPTOP, scripts=False).page
    for words in ("übergang GYMNASIUM", "sgb ii", "xyzzy", "IT.NRW"):
        page.fill("#suche", words)
        plain.goto(window.base + "/kennzahl")
        plain.fill("#suche", words)
        plain.click("button[type=submit]")
        assert titles(page) == titles(plain), words
        expect(page.locator(".hits")).to_have_text(plain.locator(".hits").inner_text())
    page.fill("#suche", "gymnasium")
    page.select_option("#wahl-perspektive", "adressaten")
    assert page.evaluate("location.search") == "?stand=2026-1&suche=gymnasium&perspektive=adressaten"
    search = page.evaluate("location.search")
    files = [link.get_attribute("href") for link in page.locator("[data-file]").all()]
    assert files[0] == "/kennzahl.png" + search
    assert files[1] == f"/kennzahl.png{search}&format=quadrat"
    assert "/kennzahl.csv" + search in files
    kept = titles(page)
    page.reload()
    page.wait_for_selector("html.dash-ready", state="attached")
    assert titles(page) == kept
    page.click("[data-reset]")
    assert page.evaluate("location.search + document.activeElement.id") == "?stand=2026-1suche"
    until(page, "document.querySelectorAll('.index li[hidden]').length === 0")


@pytest.mark.parametrize("size", [LAPTOP, PHONE, (320, 640)])
def test_the_list_is_accessible_and_fits_the_screen(visit: Open, size: tuple[int, int]) -> None:
    page = visit(size).open("/kennzahl?perspektive=kosten")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    wide = page.evaluate("Math.max(...[...document.querySelectorAll('main *')]"
                         ".map(part => part.getBoundingClientRect().right))")  # fmt: skip
    assert wide <= size[0]
    if size[0] < 640:
        targets = page.locator(".index h3 a, .phases a, .index-foot .files a, .index-form select").all()
        boxes = [target.bounding_box() for target in targets if target.is_visible()]
        assert boxes
        assert all(box is not None and box["height"] >= 44 for box in boxes), boxes
