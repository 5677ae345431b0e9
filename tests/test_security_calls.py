"""Forged calls of callbacks are refused with 4xx before Dash believes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from dash import ALL, Dash, Input, Output
from flask.testing import FlaskClient
from security_world import CALLBACKS, as_json, view_call

from dashboard.factory import create_app
from dashboard.security.calls import known_calls
from dashboard.settings import ROOT, Settings
from dashboard.share.document import Document
from dashboard.state.asked import LONGEST_ADDRESS, MOST_PARAMETERS, Asked, NotAsked

Body = dict[str, Any]
GENUINE = {"query": {}}


@pytest.fixture(scope="module")
def app(release_url: str) -> Iterator[Document]:
    found = create_app(Settings(release_url, ROOT))
    yield found
    found.close()


@pytest.fixture
def client(app: Document) -> FlaskClient:
    return app.server.test_client()


def status(client: FlaskClient, body: object) -> int:
    response = client.post(CALLBACKS, data=as_json(body), content_type="application/json")
    if response.status_code != 200:
        assert set(response.get_json()) == {"status", "grund"}
    return response.status_code


def test_genuine_calls_are_answered(client: FlaskClient, app: Document) -> None:
    assert status(client, view_call(app, {"query": {"jahr": ""}, "path": "/"})) == 200
    assert status(client, view_call(app, {"query": {}, "path": "/gibt-es-nicht"})) == 200
    assert status(client, view_call(app, {"query": {"raum": "uentrop"}, "replace": False})) == 200
    assert status(client, view_call(app, {"query": {}, "replace": True, "by": "jahr"})) == 200


def deep(levels: int) -> object:
    found: object = "x"
    for _ in range(levels):
        found = [found]
    return found


ASKED: list[object] = [
    None, [], 7, "raum=uentrop", True, {}, {"query": None}, {"query": []}, {"query": "raum"},
    {"query": {"raum": 7}}, {"query": {"raum": ["uentrop"]}}, {"query": {"raum": {"a": "b"}}},
    {"query": {"raum": True}}, {"query": {"raum": "\ud800"}}, {"query": {"\udfff": "x"}},
    {"query": {"raum": "x" * (LONGEST_ADDRESS + 1)}}, {"query": {}, "by": 7}, {"query": {}, "by": ["jahr"]},
    {"query": {str(number): "x" for number in range(MOST_PARAMETERS + 1)}},
    {"query": {str(number): "x" * 100 for number in range(MOST_PARAMETERS)}},
    {"query": {"raum": deep(9)}}, {"query": {}, "more": deep(400)},
]  # fmt: skip


@pytest.mark.parametrize("asked", ASKED, ids=range(len(ASKED)))
def test_a_view_of_the_wrong_kind_is_refused(client: FlaskClient, app: Document, asked: object) -> None:
    assert status(client, view_call(app, asked)) == 400


@pytest.mark.parametrize(
    "value", [7, ["/"], {"a": 1}, True, "x" * (LONGEST_ADDRESS + 1), "/\udc80", deep(99)]
)
def test_an_address_of_the_wrong_kind_is_refused(client: FlaskClient, app: Document, value: object) -> None:
    assert status(client, view_call(app, {"query": {}, "path": value})) == 400


def without(name: str) -> Callable[[Body], object]:
    return lambda body: {key: value for key, value in body.items() if key != name}


def with_(name: str, value: object) -> Callable[[Body], object]:
    return lambda body: {**body, name: value}


FORGED: list[Callable[[Body], object]] = [
    lambda body: [], lambda body: [body], lambda body: "text", lambda body: 7, lambda body: None,
    lambda body: {}, without("output"), without("outputs"), without("inputs"),
    with_("output", "gibt.es-nicht"), with_("output", None), with_("output", ["hinweise.children"]),
    with_("output", {"a": 1}), with_("output", "seite.children@1"), with_("output", "__class__"),
    with_("output", "adresse-karte.data"), with_("outputs", None), with_("outputs", []),
    with_("outputs", {"id": "seite", "property": "hidden"}), with_("outputs", [[{"id": "x"}]]),
    with_("inputs", None), with_("inputs", []), with_("inputs", {}), with_("inputs", "x"),
    with_("inputs", [None]), with_("inputs", [[]]),
    lambda body: {**body, "inputs": body["inputs"][:-1]},
    lambda body: {**body, "inputs": body["inputs"] * 2},
    lambda body: {**body, "inputs": [[one] for one in body["inputs"]]},
    lambda body: {**body, "inputs": [{**one, "id": {"type": "x"}} for one in body["inputs"]]},
    lambda body: {**body, "inputs": [{**one, "property": "href"} for one in body["inputs"]]},
    lambda body: {**body, "inputs": [{**one, "more": 1} for one in body["inputs"]]},
    lambda body: {**body, "inputs": [{"value": one["value"]} for one in body["inputs"]]},
    with_("state", [{"id": "adresse-karte", "property": "data", "value": 1}]), with_("state", None),
    with_("state", 7), with_("changedPropIds", ["fremd.value"]),
    with_("changedPropIds", "ansicht-karte.hidden"),
    with_("changedPropIds", [7]), with_("changedPropIds", [["ansicht-karte.hidden"]]),
    with_("changedPropIds", None), with_("changedPropIds", {"ansicht-karte.hidden": 1}),
    with_("more", deep(500)), with_("more", "\ud83d"),
]  # fmt: skip


@pytest.mark.parametrize("forge", FORGED, ids=range(len(FORGED)))
def test_forged_calls_are_refused(
    client: FlaskClient, app: Document, forge: Callable[[Body], object]
) -> None:
    assert status(client, forge(view_call(app, GENUINE))) == 400


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"\xff\xfe", b"[" * 60_000, b'{"a":' * 10_000, b"1" * 20_000, b"NaN", b"\x00",
        "{}".encode("utf-16"), json.dumps({"output": "seite.children"}).encode()[:-1], b"PK\x03\x04",
    ],
)  # fmt: skip
def test_bodies_that_are_no_json_are_refused(client: FlaskClient, body: bytes) -> None:
    response = client.post(CALLBACKS, data=body, content_type="application/json")
    assert response.status_code == 400
    assert response.get_json()["status"] == "Anfrage nicht verstanden"


@pytest.mark.parametrize(
    "kind", [None, "", "text/plain", "application/x-www-form-urlencoded", "a/b; c", "\xff"]
)
def test_other_kinds_of_content_are_refused(client: FlaskClient, app: Document, kind: str | None) -> None:
    response = client.post(CALLBACKS, data=as_json(view_call(app, GENUINE)), content_type=kind)
    assert response.status_code == 415


@pytest.mark.parametrize(
    "query",
    [
        "endId=forged", "endId=a~b&oldJob=1~2&oldJob=3", "cacheKey=x&job=1", "endId=%ED%A0%80~",
        "cancelJob=1", "endId=\xe4~\xe4",
    ],
)  # fmt: skip
def test_forged_handles_of_background_jobs_change_nothing(
    client: FlaskClient, app: Document, query: str
) -> None:
    response = client.post(f"{CALLBACKS}?{query}", json=view_call(app, GENUINE))
    assert response.status_code == 200
    assert response.get_json()["response"]["hinweise"]["children"]


def test_what_the_script_writes_is_read() -> None:
    assert Asked.read({"query": {"raum": "mitte"}, "by": "jahr", "replace": True}) == Asked(
        {"raum": "mitte"}, "jahr"
    )
    assert Asked.read({"query": {}}).by == ""
    with pytest.raises(NotAsked):
        Asked.read("raum=mitte")


def test_a_callback_the_check_cannot_judge_stops_the_start() -> None:
    app = Dash("other", server=False)

    @app.callback(Output("a", "children"), Input({"kind": ALL}, "value"))
    def draw(_values: object) -> str:
        return ""

    @app.callback(Output({"kind": "a"}, "children"), Input("b", "value"))
    def draw_other(_values: object) -> str:
        return ""

    with pytest.raises(TypeError, match="pattern-matching"):
        known_calls(app)
