"""The page on measures in a browser: another measure, another answer, one address."""

from __future__ import annotations

from collections.abc import Callable

from window import PHONE, Visit, until


def test_another_measure_changes_the_page_and_its_address(visit: Callable[..., Visit]) -> None:
    shown = visit()
    page = shown.open("/ziele/wirkung?massnahme=familiengrundschulzentren")
    assert page.locator("#ereignis svg[role=img]").first.is_visible()
    page.select_option("#feld-massnahme", "stark")
    until(page, "location.search === '?massnahme=stark'")
    until(page, "document.querySelector('h1').textContent.includes('nicht berechenbar')")
    assert not page.locator("#ereignis").is_visible()
    page.locator("#massnahmen a", has_text="Zusammen im Quartier").click()
    until(page, "location.search === ''")
    until(page, "document.querySelector('h1').textContent.includes('Zusammen im Quartier')")
    assert page.locator("#ereignis").is_visible()
    phone = visit(PHONE)
    page = phone.open("/ziele/wirkung?massnahme=familiengrundschulzentren")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
