"""The page of data in a browser: accessible at every width, and a download arrives with its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from window import LAPTOP, PHONE, Visit

Open = Callable[..., Visit]


@pytest.mark.parametrize("size", [LAPTOP, PHONE, (320, 640)])
def test_the_pages_are_accessible_and_fit_the_screen(visit: Open, size: tuple[int, int]) -> None:
    window = visit(size)
    for address in ("/daten", "/daten/barrierefreiheit"):
        page = window.open(address)
        page.evaluate(
            "document.querySelectorAll('details').forEach(part => part.open = part.closest('main'))"
        )
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    if size[0] < 640:
        page = window.open("/daten")
        for link in page.locator(".downloads a, .pointers a, .data-lieferungen summary").all():
            box = link.bounding_box()
            assert box is not None
            assert box["height"] >= 44


def test_a_download_keeps_its_umlauts(visit: Open, tmp_path: Path) -> None:
    page = visit(LAPTOP).open("/daten")
    with page.expect_download() as waiting:
        page.click("text=Grenzen der Sozialräume")
    file = waiting.value
    assert file.suggested_filename == "Sozialraum-Monitor-Hamm_Sozialräume_2026-1.geojson"
    file.save_as(tmp_path / "grenzen.geojson")
    assert (
        (tmp_path / "grenzen.geojson").read_text(encoding="utf-8").startswith('{"type":"FeatureCollection"')
    )
