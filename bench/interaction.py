"""Changing the view, in the browser and at the server, against an endpoint that does nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import quantiles

from flask.testing import FlaskClient
from playwright.sync_api import Browser

from dashboard import ids
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings

CLICKS = 40
CALLS = 300
AREAS = ("hamm-norden", "uentrop", "pelkum", "rhynern", "mitte", "herringen", "heessen")


@dataclass(frozen=True)
class Spread:
    """Median and 95th percentile in ms."""

    p50: float
    p95: float


def in_browser(browser: Browser, base: str) -> Spread:
    """From the click on an area to the row that is marked, in ms."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(base + "/")
    page.wait_for_selector("html.dash-ready", state="attached")
    page.wait_for_selector("#punktdiagramm .main-svg")
    taken = [float(page.evaluate(_CLICK, AREAS[turn % len(AREAS)])) for turn in range(CLICKS)]
    page.close()
    return _spread(taken)


_CLICK = """area => new Promise(done => {
  const started = performance.now();
  const marked = () => document.querySelector(`.rows a.on[data-raum=${area}]`);
  const look = () => marked() ? done(performance.now() - started) : requestAnimationFrame(look);
  document.querySelector(`.rows a[data-raum=${area}]`).click();
  look();
})"""


def at_the_server(database_url: str) -> dict[str, Spread]:
    """Whole requests in process: nothing, first paint and callback, with the answer kept and not."""
    app = create_app(Settings(database_url, ROOT))
    client = app.server.test_client()
    asked, years = _asking(client), iter(range(10**9))
    spreads = {
        "empty endpoint": _calls(lambda: client.get("/healthz")),
        "document, answer kept": _calls(lambda: client.get("/?raum=uentrop")),
        "document, new answer": _calls(lambda: client.get(f"/?raum=uentrop&merkmal=x{next(years)}")),
        "callback, answer kept": _calls(
            lambda: client.post("/_dash-update-component", json=asked({"raum": "mitte"}))
        ),
        "callback, new answer": _calls(
            lambda: client.post("/_dash-update-component", json=asked({"merkmal": f"x{next(years)}"}))
        ),
    }
    app.close()
    return spreads


def _asking(client: FlaskClient) -> Callable[[dict[str, str]], dict[str, object]]:
    """What the browser sends for a changed view, made from what the server says of its callbacks."""
    known = client.get("/_dash-dependencies").get_json()
    output = next(
        entry["output"]
        for entry in known
        if entry["inputs"] == [{"id": ids.view("karte"), "property": "data"}]
    )
    parts = [part.rsplit(".", 1) for part in output.strip(".").split("...")]
    outputs = [{"id": component, "property": name} for component, name in parts]

    def asked(query: dict[str, str]) -> dict[str, object]:
        value = {"query": query, "replace": False}
        return {
            "output": output,
            "outputs": outputs,
            "inputs": [{"id": ids.view("karte"), "property": "data", "value": value}],
            "changedPropIds": [f"{ids.view('karte')}.data"],
        }

    return asked


def _calls(call: Callable[[], object]) -> Spread:
    taken = []
    for _ in range(CALLS):
        started = time.perf_counter()
        answer = call()
        taken.append((time.perf_counter() - started) * 1000)
        if getattr(answer, "status_code", 0) != 200:
            raise RuntimeError(
                f"status {getattr(answer, 'status_code', 0)}: {getattr(answer, 'text', '')[:300]}"
            )
    return _spread(taken)


def _spread(taken: list[float]) -> Spread:
    cuts = quantiles(taken, n=20)
    return Spread(cuts[9], cuts[18])
