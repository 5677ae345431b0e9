"""Presentation: large enough for the back row, stepped through by keys, gone with Escape."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from window import LAPTOP, PROJECTOR, Visit, until

Open = Callable[..., Visit]
SIZE = """selector => {
    const found = document.querySelector(selector);
    return parseFloat(getComputedStyle(found).fontSize) * found.currentCSSZoom;
}"""


def begin(page: Page) -> None:
    page.keyboard.press("p")
    page.wait_for_selector("html.present", state="attached")


def address_is(page: Page, address: str) -> None:
    until(page, "to => location.pathname + location.search === to", arg=address)


def fits(page: Page, *parts: str) -> bool:
    boxes = [page.locator(part).first.bounding_box() for part in parts]
    return all(box is not None and box["height"] > 0 and box["y"] >= 0 and
               box["y"] + box["height"] <= PROJECTOR[1] for box in boxes)  # fmt: skip


def test_the_start_page_is_one_slide_and_keys_step_through_areas_and_years(visit: Open) -> None:
    page = visit(PROJECTOR).open("/")
    page.wait_for_selector("#punktdiagramm .main-svg")
    areas = page.eval_on_selector_all(".rows a[data-raum]", "all => all.map(link => link.dataset.raum)")
    begin(page)
    expect(page.locator("#vorlesen")).to_contain_text("Escape beendet")
    expect(page.locator("header.top")).to_be_hidden()
    expect(page.locator("form.controls")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollHeight") <= PROJECTOR[1]
    assert fits(page, "h1", "svg.city-map", ".rows", ".legend")
    assert page.evaluate(SIZE, "h1") >= 40
    assert all(
        page.evaluate(SIZE, part) >= 24 for part in (".subtitle", ".detail", ".rows .name", ".rows .value")
    )
    page.keyboard.press("ArrowRight")
    address_is(page, f"/?raum={areas[0]}")
    page.wait_for_selector(f".rows a.on[data-raum={areas[0]}]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")  # at once: no step is lost
    address_is(page, f"/?raum={areas[2]}")
    page.wait_for_selector(f".rows a.on[data-raum={areas[2]}]")
    page.keyboard.press("ArrowDown")
    address_is(page, f"/?raum={areas[2]}&jahr=2024")
    page.keyboard.press("ArrowUp")
    address_is(page, f"/?raum={areas[2]}")
    page.go_back()
    address_is(page, f"/?raum={areas[2]}&jahr=2024")
    page.keyboard.press("Escape")
    expect(page.locator("header.top")).to_be_visible()
    page.keyboard.press("ArrowRight")  # an ordinary key again
    page.focus("#feld-kennzahl")
    page.keyboard.press("p")  # somebody chooses in a field
    assert not page.locator("html.present").count()
    address_is(page, f"/?raum={areas[2]}&jahr=2024")


def test_other_pages_keep_presenting_and_their_charts_answer_the_mouse(visit: Open) -> None:
    page = visit(PROJECTOR).open("/kennzahl/uebergang-gymnasium?raum=hamm-norden")
    page.wait_for_selector("#verlauf .main-svg")
    page.click("header [data-present]")
    page.wait_for_selector("html.present", state="attached")
    until(page, "document.documentElement.scrollHeight <= innerHeight")
    assert fits(page, "h1", "#verlauf .chart", "#verlauf .entries")
    expect(page.locator("#verlauf .main-svg").first).to_be_visible()
    page.wait_for_timeout(500)  # Plotly draws at its new size
    hovered = hover_labels(page)
    assert hovered
    assert all(hovered), hovered

    page.goto(page.url.split("/kennzahl")[0] + "/sozialraum/hamm-norden")
    page.wait_for_selector("html.dash-ready.present", state="attached")
    assert fits(page, "h1", ".needs h2", ".strengths h2")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: "/sozialraum/" in url and not url.endswith("/hamm-norden"))
    page.wait_for_selector("html.dash-ready.present", state="attached")
    page.go_back()
    page.wait_for_selector("html.dash-ready.present", state="attached")
    assert page.url.endswith("/sozialraum/hamm-norden")
    page.keyboard.press("Escape")
    page.reload()
    page.wait_for_selector("html.dash-ready", state="attached")
    expect(page.locator("header.top")).to_be_visible()


def test_the_letter_can_be_switched_off(visit: Open) -> None:
    """WCAG 2.1.4: no shortcut of a single letter that cannot be turned off."""
    page = visit(LAPTOP).open("/sozialraum")
    begin(page)
    page.click("[data-present-bar=key]")
    page.click("[data-present-bar=end]")
    page.keyboard.press("p")
    assert not page.locator("html.present").count()
    page.click("header [data-present]")
    page.wait_for_selector("html.present", state="attached")


def hover_labels(page: Page) -> list[bool]:
    """For some marks of the big chart: whether the label of the mark under the mouse appears at it."""
    marks = page.locator("#verlauf .scatterlayer .points path").all()
    found = []
    for mark in (marks[0], marks[len(marks) // 2], marks[-1]):
        box = mark.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.wait_for_timeout(250)
        label = page.locator("#verlauf .hoverlayer .hovertext")
        place = label.first.bounding_box() if label.count() else None
        near = place is not None and place["x"] - 60 <= x <= place["x"] + place["width"] + 60
        found.append(near and abs(place["y"] + place["height"] / 2 - y) < 120)  # type: ignore[index]
        page.mouse.move(5, 5)
    return found
