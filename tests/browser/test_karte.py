"""The start page in a browser: what people see, touch and send to each other."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from window import LAPTOP, PHONE, PROJECTOR, Visit, until

Open = Callable[..., Visit]


def address(page: Page) -> str:
    found: str = page.evaluate("location.pathname + location.search")
    return found


def shown(page: Page) -> tuple[str, str, str]:
    """What a reader would call "the view": sentence, year, focused area."""
    focused = page.locator(".rows .row.on .name")
    return (
        page.locator("h1").inner_text(),
        page.locator("#feld-jahr").input_value(),
        focused.inner_text() if focused.count() else "",
    )


def choose(page: Page, field: str, value: str) -> None:
    """Change a select and wait until the page has answered."""
    before = page.locator("h1").inner_text()
    page.select_option(f"#feld-{field}", value)
    until(page, "before => document.querySelector('h1').innerText !== before", arg=before)


def focus(page: Page, area: str) -> None:
    """Click an area in the list and wait until it is marked."""
    page.click(f".rows a[data-raum={area}]")
    page.wait_for_selector(f".rows a.on[data-raum={area}]")


@pytest.mark.parametrize("size", [PROJECTOR, LAPTOP, PHONE])
def test_the_page_is_painted_whole_and_asks_nobody_else(visit: Open, size: tuple[int, int]) -> None:
    page = visit(size).open("/")
    page.wait_for_selector("#punktdiagramm .main-svg")
    assert page.locator("svg.city-map a.area").count() == 9
    assert page.locator(".rows .row").count() == 9
    assert page.locator(".tile").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_laptop_statement_map_and_order_are_above_the_fold(visit: Open) -> None:
    page = visit(LAPTOP).open("/")
    boxes = [page.locator(part).first.bounding_box() for part in ("h1", "svg.city-map", ".rows")]
    assert all(box is not None and box["y"] + box["height"] <= LAPTOP[1] + 1 for box in boxes), boxes


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
@pytest.mark.parametrize("query", ["/", "/?raum=hamm-norden", "/?kennzahl=lernatlas-gesamt"])
def test_axe_finds_nothing(visit: Open, size: tuple[int, int], query: str) -> None:
    page = visit(size).open(query)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_the_open_sheet_of_controls_is_accessible_on_a_phone(visit: Open) -> None:
    page = visit(PHONE).open("/")
    page.click("[data-sheet]")
    expect(page.locator("#feld-kennzahl")).to_be_visible()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.click(".picker a:has-text('Hamm-Norden')")
    expect(page.locator("#feld-kennzahl")).to_be_hidden()
    expect(page.locator(".bar .chosen")).to_contain_text("Hamm-Norden")


def test_without_scripts_the_page_still_says_it_all(visit: Open) -> None:
    window = visit(LAPTOP, scripts=False)
    page = window.page
    page.goto(window.base + "/?raum=hamm-norden&jahr=2018")
    assert "Hamm-Norden" in page.locator("h1").inner_text()
    assert "2018/19" in page.locator(".subtitle").first.inner_text()
    assert page.locator("svg.city-map a.area").count() == 9
    assert page.locator("table").first.is_visible()
    page.click("svg.city-map a[data-raum=uentrop]", position={"x": 60, "y": 30})
    assert "Uentrop" in page.locator("h1").inner_text()
    page.select_option("select[name=lebensphase]", "kita")
    page.click("button[type=submit]")
    assert "lebensphase=kita" in page.url
    assert page.locator("select[name=lebensphase]").input_value() == "kita"


def test_dash_takes_over_without_a_jump(visit: Open) -> None:
    window = visit(LAPTOP)
    window.page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => "
        "window.shift += entry.value)).observe({type: 'layout-shift', buffered: true});"
    )
    page = window.open("/")
    page.wait_for_selector("#punktdiagramm .main-svg")
    page.wait_for_timeout(500)
    assert page.evaluate("window.shift") < 0.02


def test_three_changes_and_three_backs_return_the_same_views(visit: Open) -> None:
    page = visit().open("/")
    seen = [(address(page), shown(page))]
    choose(page, "lebensphase", "kita")
    seen.append((address(page), shown(page)))
    focus(page, "hamm-norden")
    seen.append((address(page), shown(page)))
    choose(page, "kennzahl", "risikokinder-entwicklungsbeobachtung")
    last = (address(page), shown(page))
    assert len({where for where, _ in [*seen, last]}) == 4
    for where, what in reversed(seen):
        page.go_back()
        until(page, "to => location.pathname + location.search === to", arg=where)
        expect(page.locator("h1")).to_have_text(what[0])
        assert shown(page) == what
    page.go_forward()
    expect(page.locator("h1")).to_have_text(seen[1][1][0])


def test_one_change_and_one_back_from_a_bare_address(visit: Open) -> None:
    page = visit().open("/")
    before = shown(page)
    focus(page, "rhynern")
    assert address(page) == "/?raum=rhynern"
    page.go_back()
    expect(page.locator("h1")).to_have_text(before[0])
    assert address(page) == "/"


def test_reloading_and_sharing_give_the_same_view(visit: Open) -> None:
    page = visit().open("/?jahr=2015")
    focus(page, "uentrop")
    choose(page, "lebensphase", "sek1")
    there = (address(page), shown(page))
    page.reload()
    page.wait_for_selector("html.dash-ready", state="attached")
    assert (address(page), shown(page)) == there
    assert shown(visit(PHONE).open(there[0])) == there[1]


def test_click_enter_and_tap_focus_an_area_everywhere(visit: Open) -> None:
    page = visit().open("/")
    page.locator("svg.city-map a[data-raum=pelkum]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".rows a.on[data-raum=pelkum]")
    expect(page.locator("svg.city-map a.is-focused")).to_have_attribute("data-raum", "pelkum")
    assert address(page) == "/?raum=pelkum"
    page.click("svg.city-map a[data-raum=rhynern]")
    page.wait_for_selector(".rows a.on[data-raum=rhynern]")
    expect(page.locator("h1")).to_contain_text("Rhynern")
    page.click(".rows a[data-raum=rhynern]")
    until(page, "location.search === ''")


def test_a_drag_of_the_year_is_one_step_back(visit: Open) -> None:
    page = visit().open("/")
    slider = page.locator("#feld-jahr")
    box = slider.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 8, middle)
    page.mouse.down()
    for part in (0.9, 0.7, 0.5, 0.3):
        page.mouse.move(box["x"] + box["width"] * part, middle)
        page.wait_for_timeout(150)
    page.mouse.up()
    until(page, "location.search.includes('jahr=')")
    page.wait_for_timeout(400)
    year = slider.input_value()
    assert address(page) == f"/?jahr={year}"
    assert page.locator("output").inner_text().startswith(year)
    page.go_back()
    until(page, "location.search === ''")


def test_play_moves_the_years_until_it_is_stopped(visit: Open) -> None:
    page = visit().open("/?jahr=2019")
    page.click("[data-play]")
    until(page, "location.search.includes('jahr=2020')")
    expect(page.locator("[data-play]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(page.locator("[data-play]")).to_have_attribute("aria-pressed", "false")


def test_the_new_sentence_is_read_aloud_and_the_title_follows(visit: Open) -> None:
    page = visit().open("/")
    focus(page, "herringen")
    expect(page.locator("#vorlesen")).to_have_text(page.locator("h1").inner_text())
    assert page.title().startswith(page.locator("h1").inner_text())


def test_what_an_address_cannot_mean_is_said_quietly(visit: Open) -> None:
    page = visit().open("/?kennzahl=mondphase&jahr=1066&farbe=gr%C3%BCn")
    notice = page.locator(".notice")
    for word in ("mondphase", "1066", "farbe"):
        expect(notice).to_contain_text(word)
    assert page.locator(".rows .row").count() == 9


def test_tabs_show_table_and_method_by_keyboard(visit: Open) -> None:
    page = visit().open("/")
    card = page.locator("[data-card=vergleich]")
    card.locator("[role=tab]").first.focus()
    page.keyboard.press("ArrowRight")
    expect(card.locator("table")).to_be_visible()
    expect(card.locator(".rows")).to_be_hidden()
    assert card.locator("tbody tr").count() == 10
    page.keyboard.press("End")
    expect(card.get_by_text("Was man wissen sollte")).to_be_visible()


def test_the_keyboard_stays_where_it_was_after_a_change(visit: Open) -> None:
    page = visit().open("/")
    page.locator("#feld-kennzahl").focus()
    choose(page, "kennzahl", "uebergang-hauptschule")
    assert page.evaluate("document.activeElement.id") == "feld-kennzahl"


def test_demo_values_are_marked_in_view_sentence_and_file(visit: Open) -> None:
    page = visit().open("/")
    expect(page.locator("p.demo")).to_contain_text("Beispieldaten")
    copied = page.locator("[data-copy-text]").get_attribute("data-copy-text")
    assert copied is not None
    assert copied.startswith("Beispieldaten")
    with page.expect_download() as download:
        page.locator("[data-card=vergleich] .files summary").click()
        page.locator("[data-card=vergleich] a:has-text('CSV')").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert len(re.findall(r";demo;", text)) >= 10
