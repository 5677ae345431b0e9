"""A browser window of a test, and the three screen sizes the product is made for."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from playwright.sync_api import Page

PHONE, LAPTOP, PROJECTOR = (390, 844), (1366, 768), (1920, 1080)


@dataclass
class Visit:
    """An open page and what the browser complained about while it was open."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def open(self, address: str = "/") -> Page:
        """Open an address and wait until Dash has taken the page over."""
        self.page.goto(self.base + address)
        self.page.wait_for_selector("html.dash-ready", state="attached")
        return self.page

    def settle(self, expression: str) -> None:
        """Wait until a JavaScript expression is true."""
        until(self.page, expression)


def until(page: Page, expression: str, arg: object = None, seconds: float = 15) -> None:
    """Wait until an expression or function is true in the page.

    Playwright's own ``wait_for_function`` evaluates text inside the page, which our
    Content-Security-Policy forbids; asking from outside is not touched by it.
    """
    deadline = time.monotonic() + seconds
    while not page.evaluate(expression, arg):
        assert time.monotonic() < deadline, f"never came true: {expression}"
        page.wait_for_timeout(30)
