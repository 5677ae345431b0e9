"""The tree that the browser reads from the document is the tree that the document was written from."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import chain
from typing import Any

import pytest
from dash.development.base_component import Component
from test_cold_links import sixty
from window import LAPTOP, Visit, until

from dashboard.answers.desk import Desk
from dashboard.components.chart import Graph
from dashboard.pages.book import open_page
from dashboard.state.folder import parts_of
from dashboard.store.read import Store

Open = Callable[..., Visit]
#: Another document's content in the place of this one's, then the tree that is made of it.
_READ = """async link => {
  const other = new DOMParser().parseFromString(await (await fetch(link)).text(), 'text/html');
  for (const part of ['#erster-anblick', 'link[as=fetch]']) {
    document.querySelector(part)?.remove();
    if (other.querySelector(part)) document.body.append(document.adoptNode(other.querySelector(part)));
  }
  return JSON.stringify(await dash_clientside.page.read());
}"""
#: Markup as the browser itself would write it: its parser may order and quote differently.
_WRITTEN = """texts => texts.map(text => {
  const box = document.createElement('template'); box.innerHTML = text; return box.innerHTML;
})"""
_LENGTHS = ("width", "height", "minHeight", "maxHeight", "left", "top", "bottom", "right")


def plain(node: Any) -> Any:
    """A tree in its barest form: what makes no difference to the browser is left out."""
    if isinstance(node, Component):
        if isinstance(node, Graph):
            return json.loads(json.dumps(node.to_plotly_json()))
        return plain(
            {"type": node._type, "namespace": node._namespace, "props": node.to_plotly_json()["props"]}
        )
    if isinstance(node, dict) and "namespace" in node:
        if node["type"] == "Graph":
            return node
        children = _children(node["props"].get("children"))
        props = {name: _value(name, value) for name, value in node["props"].items() if name != "children"}
        if node["type"] == "Select" and not props["options"]:
            del props["value"]  # there is nothing that could be chosen
        bare = {name: value for name, value in props.items() if value not in (None, False, "", [], {})}
        return {"type": node["type"], "props": bare, "children": children}
    return str(node)


def _children(given: Any) -> list[Any]:
    flat: list[Any] = []
    pending = [given]
    while pending:
        node = pending.pop(0)
        if isinstance(node, list | tuple):
            pending[:0] = node
        elif isinstance(node, str | int | float) and flat and isinstance(flat[-1], str):
            flat[-1] += str(node)
        elif node is not None and node != "":
            flat.append(plain(node))
    return flat


def _value(name: str, value: Any) -> Any:
    if name == "style":
        return {key: _length(key, item) for key, item in value.items()}
    if isinstance(value, bool) or value is None or isinstance(value, list):
        return value
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _length(name: str, value: Any) -> str:
    return f"{value}px" if name in _LENGTHS and isinstance(value, int | float) else str(value)


def markups(node: Any) -> list[str]:
    """The prepared markup in a tree, in its order."""
    if not isinstance(node, dict) or "children" not in node:
        return []
    own = [node["props"].pop("html", "")] if node["type"] == "Markup" else []
    return own + [text for child in node["children"] for text in markups(child)]


@pytest.fixture(scope="module")
def links(release_url: str) -> list[str]:
    with Store(release_url) as store:
        return [*sixty(store), "/mappe", "/daten/geheimhaltung", "/daten/barrierefreiheit", "/nirgends"]


def test_the_document_is_read_back_whole(visit: Open, links: list[str], desk: Desk) -> None:
    window = visit(LAPTOP)
    page = window.open("/daten/barrierefreiheit")
    for link in links:
        read = _children(json.loads(page.evaluate(_READ, link)))
        expected = [plain(open_page(*parts_of(link), desk).layout())]
        drawn, given = (list(chain.from_iterable(map(markups, tree))) for tree in (read, expected))
        assert read == expected, link
        assert drawn == page.evaluate(_WRITTEN, given), link
    window.complaints.clear()  # of the page that is not there


def test_what_the_reader_did_meanwhile_stays(visit: Open) -> None:
    window = visit(LAPTOP)
    page = window.page
    held: list[Any] = []
    page.route("**/dash_renderer*", lambda route: held.append(route))
    page.goto(f"{window.base}/ressourcen", wait_until="commit")
    opened = page.locator("#erster-anblick details.files summary").first
    opened.click()
    until(page, "() => document.querySelectorAll('#erster-anblick details.files[open]').length === 1")
    held[0].continue_()
    page.wait_for_selector("html.dash-ready", state="attached")
    assert page.locator("#inhalt details.files[open]").count() == 1
