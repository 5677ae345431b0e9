"""The page on resources in a browser: a weight is moved and everything follows, on every screen."""

from __future__ import annotations

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from window import LAPTOP, PHONE, Visit

Open = Callable[..., Visit]
SUM = "#verteilung tfoot .c-amount"


def test_a_weight_is_moved_and_the_link_holds_it(visit: Open) -> None:
    window = visit(LAPTOP)
    page = window.open("/ressourcen")
    assert Axe().run(page).violations_count == 0
    page.click(".weight-list summary")
    slider = page.locator("input[name=gewicht-sgb2-unter-18]")
    slider.focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    window.settle("location.search === '?gewichte=sgb2-unter-18:5,sprachstand-schuleingang:3'")
    expect(slider).to_be_focused()
    expect(page.locator("#feld-vorlage")).to_have_value("eigene")
    expect(page.locator("h1")).to_contain_text("Nach eigenen Gewichten")
    page.select_option("#feld-vorlage", "gleich")
    window.settle("location.search === '?vorlage=gleich'")
    expect(slider).to_have_value("0")
    page.click("#verteilung a:has-text('Rhynern')")
    window.settle("location.search === '?raum=rhynern&vorlage=gleich'")
    page.fill("#feld-stellen", "16.5")
    page.keyboard.press("Enter")
    window.settle("location.search.includes('stellen=16.5')")
    expect(page.locator(SUM)).to_have_text("16,50")
    page.go_back()
    expect(page.locator(SUM)).to_have_text("20,00")
    page.go_back()
    page.go_back()
    expect(slider).to_have_value("5")
    assert Axe().run(page).violations_count == 0


def test_a_phone_loses_nothing_and_scripts_are_not_needed(visit: Open) -> None:
    page = visit(PHONE).open("/ressourcen?art=euro&raum=mitte")
    for width in (PHONE[0], 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("#verteilung tbody tr .c-amount").count() == 9
    assert Axe().run(page).violations_count == 0
    plain = visit(LAPTOP, scripts=False)
    plain.page.goto(f"{plain.base}/ressourcen")
    plain.page.click(".weight-list summary")
    plain.page.locator("input[name=gewicht-schulabsentismus]").fill("3")
    plain.page.click("button[type=submit]")
    expect(plain.page.locator("h1")).to_contain_text("Nach eigenen Gewichten")
    expect(plain.page.locator("input[name=gewicht-schulabsentismus]")).to_have_value("3")
