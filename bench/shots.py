"""``make shots``: pictures of the start page at the three screen sizes, for README and review."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.running import CHROMIUM, FLAGS, running

SIZES = {"projektor": (1920, 1080), "laptop": (1366, 768), "telefon": (390, 844)}
VIEWS = {"start": "/", "raum": "/?raum=hamm-norden"}
FOLDER = Path(__file__).parent.parent / "shots"


def main() -> None:
    """Write ``shots/<view>-<size>.png``."""
    FOLDER.mkdir(exist_ok=True)
    with running() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for size, (width, height) in SIZES.items():
            for view, address in VIEWS.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(server.base + address)
                page.wait_for_selector("html.dash-ready", state="attached")
                page.wait_for_selector("#punktdiagramm .main-svg")
                page.wait_for_timeout(500)  # the charts' first frame
                page.screenshot(path=FOLDER / f"{view}-{size}.png")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
