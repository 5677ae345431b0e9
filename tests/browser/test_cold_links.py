"""Sixty links, each opened cold: the first answer already says what the page says once it is alive."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

import pytest
from window import LAPTOP, Visit, until

from dashboard.pages.book import SHEETS
from dashboard.share.bundles import STATIC
from dashboard.share.head import CHARTS
from dashboard.store.read import Store

Open = Callable[..., Visit]

#: Statement, figures, tables and words in the main part, in order; pictures are compared elsewhere.
_WORDS = """main => {
  const copy = main.cloneNode(true);
  copy.querySelectorAll('svg, script, style, .js-plotly-plot, option').forEach(one => one.remove());
  return copy.textContent.split(/\\s+/).filter(Boolean).join(' ');
}"""
#: Whether there are a statement and figures that can be read, not only drawn.
_SAYS = "main.querySelector('h1').textContent.trim().length > 10"
_FIGURES = "main.querySelector('table td, table th, dl dd, .index h3') !== null"
_FIRST = f"""text => {{
  const page = new DOMParser().parseFromString(text, 'text/html');
  const main = page.querySelector('#erster-anblick main');
  const ids = [...page.querySelectorAll('[id]')].map(one => one.id);
  return [({_WORDS})(main), {_SAYS} && {_FIGURES} && new Set(ids).size === ids.length];
}}"""
_ALIVE = f"() => ({_WORDS})(document.querySelector('#inhalt'))"
_OF_EVERY_PAGE = (*STATIC, "/_dash-dependencies", "/_dash-layout")
_SHIFT = (
    "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => "
    "window.shift += entry.value)).observe({type: 'layout-shift', buffered: true});"
)
_SOME_INDICATORS = ("uebergang-gymnasium", "hze-aufwendungen", "lernatlas-gesamt", "bevoelkerung")


def sixty(store: Store) -> list[str]:
    """Every page and view, every area, indicators of every kind, pinned and not."""
    release = store.current().id
    catalogue = store.catalogue(release)
    areas = [area.id for area in catalogue.areas.values() if area.kind in ("sozialraum", "stadtbezirk")]
    plain = [sheet.place for sheet in SHEETS if "{" not in sheet.place.pattern]
    pages = [place.pattern for place in plain]
    views = [f"{place.pattern}?ansicht={view}" for place in plain for view in place.views]
    indicators = [
        f"/kennzahl/{name}{view}"
        for name in _SOME_INDICATORS
        for view in ("", "?ansicht=abstand", "?ansicht=vergleich")
    ]
    pinned = [f"{page}?stand={release}" for page in ("/", "/kosten", "/kennzahl/uebergang-gymnasium")]
    focused = [
        "/?raum=uentrop&jahr=2015",
        "/uebergaenge?raum=heessen",
        "/kosten?raum=mitte&ansicht=ursachen",
        "/ressourcen?stellen=12",
        "/?ebene=stadtbezirk",
        "/ziele?ansicht=matrix&raum=pelkum",
        "/ziele/wirkung?kennzahl=uebergang-hauptschule",
        "/kosten?ansicht=szenario&faelle=-1",
    ]
    profiles = [f"/sozialraum/{area}" for area in areas]
    return list(chain(pages, views, indicators, profiles, pinned, focused))


@pytest.fixture(scope="module")
def links(release_url: str) -> list[str]:
    with Store(release_url) as store:
        return sixty(store)


def test_there_are_sixty(links: list[str]) -> None:
    assert len(set(links)) == len(links) >= 60


def test_the_first_answer_says_what_the_living_page_says(visit: Open, links: list[str]) -> None:
    window = visit(LAPTOP)
    page = window.page
    page.add_init_script(_SHIFT)
    for link in links:
        response = page.goto(window.base + link)
        assert response is not None
        assert response.status == 200, link
        first, is_sound = page.evaluate(_FIRST, response.text())
        page.wait_for_selector("html.dash-ready", state="attached")
        assert is_sound, link
        assert len(first) > 200, link
        assert page.evaluate(_ALIVE) == first, link
        assert page.evaluate("window.shift") < 0.02, link


def test_a_page_that_comes_alive_fetches_only_its_charts(visit: Open, links: list[str]) -> None:
    window = visit(LAPTOP)
    asked: list[str] = []
    window.page.on("request", lambda request: asked.append(request.url.removeprefix(window.base)))
    for link in [*links[::9], "/", "/kosten", "/sozialraum/mitte"]:
        asked.clear()
        window.open(link)
        until(window.page, "() => document.querySelector('#inhalt') !== null")
        content = [url for url in asked if not url.startswith(_OF_EVERY_PAGE)]
        charts = [url for url in content if url.startswith(CHARTS)]
        assert len(charts) == min(1, window.page.locator(".live").count()), link
        assert [url for url in content if url not in charts] == [link], link


def test_without_scripts_every_link_says_statement_figures_and_table(visit: Open, links: list[str]) -> None:
    window = visit(LAPTOP, scripts=False)
    for link in links[::6]:  # of every link the text is compared above
        page = window.page
        page.goto(window.base + link, wait_until="domcontentloaded")
        main = page.locator("#erster-anblick main")
        assert len(main.locator("h1").first.inner_text()) > 10, link
        assert main.locator("table td, table th, dl dd, .index h3").count() > 0, link
