"""10,000 forged requests, the same in every run: never a 5xx, never a word about our insides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from security_world import CALLBACKS, as_json, view_call
from werkzeug.test import TestResponse

from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.share.document import Document
from dashboard.state import PARAMETERS

BATCH = 10  # requests of one example
INSIDES = ("Traceback", 'File "', "site-packages", "sqlalchemy", "werkzeug.")


@dataclass(frozen=True)
class World:
    """The application and a client that keeps no cookies."""

    app: Document
    client: FlaskClient

    def send(self, **request: Any) -> TestResponse:
        """One request, judged."""
        response = self.client.open(buffered=True, **request)
        assert 200 <= response.status_code < 500, (response.status_code, request)
        if response.mimetype in ("application/json", "text/html", "text/csv"):
            text = response.get_data().decode("utf-8") if "Content-Encoding" not in response.headers else ""
            assert [word for word in INSIDES if word in text] == []
        assert "Content-Security-Policy" in response.headers
        return response


@pytest.fixture(scope="module")
def world(release_url: str) -> Iterator[World]:
    app = create_app(Settings(release_url, ROOT, calls_per_minute=0, files_per_minute=0))
    yield World(app, app.server.test_client(use_cookies=False))
    app.close()


def examples(requests: int) -> settings:
    """So many requests in all, the same ones in every run."""
    return settings(
        max_examples=requests // BATCH, derandomize=True, deadline=None, database=None,
        phases=(Phase.generate,),  # a failing batch is small enough to be read; shrinking it takes minutes
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
    )  # fmt: skip


def batch(part: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(part, min_size=BATCH, max_size=BATCH)


NASTY = st.sampled_from([
    "", "%", "%00", "\x00", "..", "../../etc/passwd", "<script>alert(1)</script>", "' OR 1=1 --", "{{7*7}}",
    "${jndi:ldap://x}", "=1+1", "\r\nSet-Cookie: a=b", "x" * 300, "٣٤٥٦", "２０２０", "²", "-1", "1e9", "NaN",
    "\u202e", "\ufeff", "I\u0307", "🏫", "%ED%A0%80", "%ff%fe", ";", "&", "=", "maschine",
])  # fmt: skip
KNOWN = st.sampled_from([
    "uebergang-gymnasium", "bevoelkerung", "hze-aufwendungen", "lernatlas-gesamt", "flaeche", "uentrop",
    "hamm", "bezirk-mitte", "hamm-norden", "2015", "1066", "9999", "sozialraum", "stadtbezirk", "insgesamt",
    "verlauf", "kita", "sek1",
])  # fmt: skip
WORDS = st.one_of(NASTY, KNOWN, st.text(max_size=30))
NAMES = st.one_of(st.sampled_from(PARAMETERS), st.sampled_from(["utm_x", "endId", "m", "stand"]), WORDS)
PAIRS = st.lists(st.tuples(NAMES, WORDS), max_size=8)
ENCODED = PAIRS.map(lambda pairs: urlencode(pairs, errors="replace"))
RAW = st.text("%&=+;?#/\\.0123456789abcdefABCDEF\xe4\xff\x01 ", max_size=80)
QUERIES = st.one_of(ENCODED, RAW)
HEADERS = st.dictionaries(
    st.sampled_from([
        "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cache-Control", "Content-Length",
        "Content-Type", "Cookie", "Host", "If-Modified-Since", "If-None-Match", "If-Range", "Origin", "Range",
        "Referer", "Transfer-Encoding", "User-Agent", "X-Forwarded-For", "X-Forwarded-Host",
        "X-Forwarded-Proto", "X-HTTP-Method-Override",
    ]),
    st.one_of(
        st.sampled_from([
            "*", "*/*", "br", "gzip", "text/html", "application/json", "bytes=0-10", "bytes=9-1,a", "bytes=-",
            "W/\"x\"", "a=b; c", "chunked", "-1", "99999999999999999999", "0", "a.de:x", "[::1",
            "Thu, 99 Foo 9999 99:99:99 GMT", "br;q=x, gzip;q=nan", "Basic =", "Digest a=\"",
        ]),
        st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=40),
    ),
    max_size=4,
)  # fmt: skip


def environ(headers: dict[str, str], query: str = "", path: str | None = None) -> dict[str, Any]:
    """The headers, query string and path as they would come from the network, unchecked."""
    own = ("Content-Type", "Content-Length")
    prefixed = {
        ("" if name in own else "HTTP_") + name.upper().replace("-", "_"): value
        for name, value in headers.items()
    }
    where = {} if path is None else {"PATH_INFO": path.encode("utf-8", "replace").decode("latin-1")}
    return {"environ_overrides": {**prefixed, **where, "QUERY_STRING": query}}


@examples(100)
@given(requests=batch(st.tuples(st.sampled_from(["/", "/karte"]), QUERIES, HEADERS)))
def test_documents(world: World, requests: list[tuple[str, str, dict[str, str]]]) -> None:
    for path, query, headers in requests:
        world.send(**environ(headers, query, path))


@examples(1650)
@given(requests=batch(st.tuples(st.sampled_from(["/karte.csv", "/karte.json", "/readyz"]), QUERIES, HEADERS)))
def test_files(world: World, requests: list[tuple[str, str, dict[str, str]]]) -> None:
    for path, query, headers in requests:
        world.send(**environ(headers, query, path))


PLACES = st.sampled_from([
    "/x", "/static/", "/assets/", "/assets/style.css", "/_dash-component-suites/", "/healthz", "/static/0/",
    "/_dash-component-suites/dash/", "/_dash-component-suites/dash/dcc/", "/_dash-layout",
    "/_dash-dependencies", "//x",
])  # fmt: skip
METHODS = st.sampled_from(
    ["GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "TRACE", "get", "X"]
)


@examples(3200)
@given(requests=batch(st.tuples(METHODS, st.tuples(PLACES, WORDS).map("".join), QUERIES, HEADERS)))
def test_any_path_and_method(world: World, requests: list[tuple[str, str, str, dict[str, str]]]) -> None:
    for method, path, query, headers in requests:
        world.send(method=method, **environ(headers, query, path))


HALVES = st.characters(categories=["Cs"])
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), WORDS, st.text(HALVES, min_size=1, max_size=2)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(WORDS, inner, max_size=4)),
    max_leaves=12,
)
ASKED = st.one_of(
    VALUES,
    st.fixed_dictionaries(
        {
            "query": st.one_of(
                VALUES, st.dictionaries(NAMES, WORDS, max_size=6), st.dictionaries(NAMES, VALUES)
            )
        },
        optional={"by": VALUES, "replace": VALUES, "path": VALUES},
    ),
)


@examples(700)
@given(values=batch(ASKED))
def test_callbacks_with_any_values(world: World, values: list[object]) -> None:
    for asked in values:
        body = view_call(world.app, asked)
        world.send(method="POST", path=CALLBACKS, data=as_json(body), content_type="application/json")


KEYS = ("output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds", "endId", "x")
#: A genuine call costs a hundred times more than a refused one: the last change is one that matters.
FORGERIES = st.tuples(
    st.tuples(st.sampled_from(KEYS), st.booleans(), VALUES),
    st.tuples(st.sampled_from(KEYS[:3]), st.booleans(), VALUES),
)


@examples(2600)
@given(forgeries=batch(st.tuples(FORGERIES, QUERIES)))
def test_callbacks_with_any_parts(
    world: World, forgeries: list[tuple[tuple[tuple[str, bool, object], ...], str]]
) -> None:
    for changes, query in forgeries:
        body = view_call(world.app, {"query": {}})
        for key, is_removed, value in changes:
            body = {name: old for name, old in body.items() if name != key} | (
                {} if is_removed else {key: value}
            )
        sent = {"data": as_json(body), "content_type": "application/json", **environ({}, query)}
        world.send(method="POST", path=CALLBACKS, **sent)


BODIES = st.one_of(
    st.binary(max_size=200),
    VALUES.map(as_json),
    st.text(max_size=60).map(lambda text: text.encode("utf-16")),
    st.tuples(st.sampled_from([b"[", b'{"a":', b"1", b"-", b'"', b"[{}"]), st.integers(1, 9000)).map(
        lambda part: part[0] * part[1]
    ),
)


@examples(1750)
@given(requests=batch(st.tuples(BODIES, HEADERS, st.booleans())))
def test_callbacks_with_any_body(world: World, requests: list[tuple[bytes, dict[str, str], bool]]) -> None:
    for body, headers, is_json in requests:
        kind = {"Content-Type": "application/json"} if is_json else {}
        world.send(method="POST", path=CALLBACKS, data=body, **environ({**headers, **kind}))


def test_the_fuzz_reaches_what_it_is_meant_to_reach(world: World) -> None:
    """The very same senders get real pages, files and answers when they ask for something real."""
    assert world.send(**environ({}, "raum=uentrop", "/")).status_code == 200
    assert world.send(**environ({}, urlencode({"jahr": "2015"}), "/karte.csv")).status_code == 200
    assert world.send(**environ({}, "", "/" + quote("ü"))).status_code == 404
    body = json.dumps(view_call(world.app, {"query": {"raum": "uentrop"}})).encode()
    sent = world.send(
        method="POST", path=CALLBACKS, data=body, **environ({"Content-Type": "application/json"})
    )
    assert sent.status_code == 200
