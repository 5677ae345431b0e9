"""A browser window of a test, and the three screen sizes the product is made for."""

from __future__ import annotations

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
        self.page.wait_for_function(expression)
