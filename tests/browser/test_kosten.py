"""The page on costs in a real browser: one round trip per level, Back, sliders, and axe."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from window import LAPTOP, PHONE, Visit, until

Open = Callable[..., Visit]

CELL = "#react-entry-point svg.money a.cell[data-raum=feld-{}]"


def test_one_level_deeper_is_one_round_trip_and_back_undoes_it(visit: Open) -> None:
    opened = visit(LAPTOP)
    page = opened.open("/kosten?ansicht=raeume")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "_dash-update" in request.url else None)
    top = page.inner_text("h1")
    page.locator(CELL.format("heimerziehung")).click()
    until(page, "location.search.includes('merkmal=heimerziehung')")
    assert len(asked) == 1
    assert "Heimerziehung" in page.inner_text("h1")
    page.locator("#react-entry-point table.ledger a[data-raum=mitte]").first.press("Enter")
    until(page, "location.search.includes('raum=mitte')")
    assert len(asked) == 2
    until(page, "document.activeElement.dataset.raum === 'mitte'")  # the keyboard follows
    page.go_back()
    page.go_back()
    until(page, "top => document.querySelector('h1').innerText === top", top)


def test_a_slider_moves_the_sentence_and_stays_in_the_hand(visit: Open) -> None:
    page = visit(LAPTOP).open("/kosten?ansicht=szenario")
    assert "endet der Anstieg" in page.inner_text("h1")
    slider = page.locator("#react-entry-point #feld-faelle")
    for _ in range(12):
        slider.press("PageUp")
    until(page, "document.querySelector('#react-entry-point h1').innerText.includes('steigen die Kosten')")
    until(page, "location.search.includes('faelle=6')")
    assert slider.input_value() == "6"


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_axe_finds_nothing_in_any_view(visit: Open, size: tuple[int, int]) -> None:
    opened = visit(size)
    for query in ("", "?ansicht=raeume&merkmal=tagesgruppe&raum=mitte", "?ansicht=szenario"):
        page = opened.open(f"/kosten{query}")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_a_choice_on_a_slider_is_one_step_of_the_history(visit: Open) -> None:
    page = visit(LAPTOP).open("/kosten?ansicht=szenario")
    slider = page.locator("#react-entry-point #feld-faelle")
    seen = [(page.url, page.inner_text("h1"))]
    for key, times in (("PageUp", 3), ("ArrowRight", 5), ("ArrowLeft", 4)):
        for _ in range(times):
            slider.press(key)
        wanted = slider.input_value()
        until(page, "value => new URL(location.href).searchParams.get('faelle') === value", wanted)
        page.wait_for_timeout(900)  # the slider rests: the choice is made
        seen.append((page.url, page.inner_text("h1")))
    assert len({url for url, _ in seen}) == 4
    for url, sentence in reversed(seen[:-1]):
        page.go_back()
        until(page, "url => location.href === url", url)
        until(page, "said => document.querySelector('#react-entry-point h1').innerText === said", sentence)
    until(page, "document.querySelector('#react-entry-point #feld-faelle').value === '-2'")


def test_without_scripts_every_tab_says_draws_and_lists_what_it_promises(visit: Open) -> None:
    opened = visit(LAPTOP, scripts=False)
    page = opened.page
    page.goto(f"{opened.base}/kosten")
    tabs = page.locator(".money-tabs a")
    links = [tabs.nth(number).get_attribute("href") for number in range(tabs.count())]
    said = set()
    for link in links:
        page.goto(f"{opened.base}{link}")
        said.add(page.locator("h1").inner_text())
        cards = page.locator(".money-cards > .card:visible")
        assert cards.count() >= 2
        for number in range(cards.count()):
            card = cards.nth(number)
            assert card.locator(".panel.tabelle table tbody tr").first.is_visible()
            assert card.locator(
                ".panel.diagramm svg:visible, .panel.diagramm table:visible"
            ).first.is_visible()
    assert len(links) == len(said) == 6
