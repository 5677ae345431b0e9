"""The first load in a fresh browser: bytes, requests, first readable figure, first chart."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page

RUNS = 7
#: Chrome's own profiles: latency in ms, bytes per second, CPU slowdown.
PROFILES = {
    "unthrottled": (0, -1, 1),
    "4× CPU, fast 4G": (60, 9_000_000 // 8, 4),
    "slow 4G": (150, 1_600_000 // 8, 1),
}


@dataclass(frozen=True)
class FirstLoad:
    """Medians over the runs; times in ms from navigation."""

    profile: str
    bytes: float
    requests: float
    readable: float
    taken_over: float
    chart: float


def measure(browser: Browser, base: str) -> list[FirstLoad]:
    """Every profile, ``RUNS`` times each with an empty cache."""
    return [_profile(browser, base, name) for name in PROFILES]


def _profile(browser: Browser, base: str, name: str) -> FirstLoad:
    runs = [_once(browser, base, name) for _ in range(RUNS)]
    return FirstLoad(name, *(median(column) for column in zip(*runs, strict=True)))


def _once(browser: Browser, base: str, name: str) -> tuple[float, float, float, float, float]:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    _throttle(page, *PROFILES[name])
    page.goto(base + "/", wait_until="commit")
    page.wait_for_selector("#punktdiagramm .main-svg", timeout=120_000)
    chart = float(page.evaluate("performance.now()"))
    readable = float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
    taken_over = float(page.evaluate("performance.getEntriesByName('dash-ready')[0].startTime"))
    entries = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
    size = float(page.evaluate(f"{entries}.reduce((sum, entry) => sum + entry.transferSize, 0)"))
    requests = float(page.evaluate(f"{entries}.length"))
    context.close()
    return size, requests, readable, taken_over, chart


def _throttle(page: Page, latency: int, throughput: int, slowdown: int) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    conditions = {
        "offline": False,
        "latency": latency,
        "downloadThroughput": throughput,
        "uploadThroughput": throughput,
    }
    session.send("Network.emulateNetworkConditions", conditions)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
