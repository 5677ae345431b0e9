"""The page on targets in a browser: every view is accessible and fits, and the matrix works by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from window import LAPTOP, Visit

Open = Callable[..., Visit]
VIEWS = ("", "?ansicht=matrix&raum=mitte", "?ansicht=lebensphasen", "?ansicht=annaeherung")


@pytest.mark.parametrize(("size", "views"), [(LAPTOP, VIEWS[:2]), ((320, 640), VIEWS)])
def test_views_are_accessible_and_fit_the_screen(
    visit: Open, size: tuple[int, int], views: tuple[str, ...]
) -> None:
    window = visit(size)
    for view in views:
        page = window.open(f"/ziele{view}")
        results = Axe().run(page)
        assert results.violations_count == 0, f"{view} {results.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], view


def test_the_matrix_is_sorted_filtered_and_left_by_keyboard(visit: Open) -> None:
    page = visit(LAPTOP).open("/ziele?ansicht=matrix")
    page.locator(".goal-matrix thead a", has_text="Mitte").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("html.dash-ready th[aria-sort=ascending] >> text=Mitte", state="attached")
    assert "sortierung=mitte" in page.url
    page.select_option("#ziele-perspektive", "kosten")
    page.locator(".goal-form button").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("html.dash-ready #ziele-perspektive", state="attached")
    assert "sortierung=mitte" in page.url
    assert "perspektive=kosten" in page.url
    assert 0 < page.locator(".goal-matrix tbody tr").count() < 10
    page.locator(".goal-matrix tbody td a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("main[data-page=kennzahl]", state="attached")
