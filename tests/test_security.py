"""Headers, limits and refusals of the whole application."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from dashboard.factory import create_app
from dashboard.security.allowance import Allowance, client_of
from dashboard.security.headers import ONE_YEAR
from dashboard.security.limits import LARGEST_BODY
from dashboard.settings import ROOT, Settings, SettingsError
from dashboard.share.document import Document
from dashboard.state.asked import LONGEST_ADDRESS, MOST_PARAMETERS

#: Every address there is. A new one belongs here on purpose, not by the update of a package.
PICTURES = ("png", "svg", "pdf", "pptx")
ROUTES = {
    "/": {"GET"},
    "/<path:path>": {"GET"},
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": {"GET"},
    "/_dash-dependencies": {"GET"},
    "/_dash-layout": {"GET"},
    "/_dash-update-component": {"POST"},
    "/assets/<path:filename>": {"GET"},
    "/<page>.csv": {"GET"},
    "/<page>.json": {"GET"},
    "/<page>.xlsx": {"GET"},
    **{f"/<page>{part}.{ending}": {"GET"} for part in ("", "/<ident>") for ending in PICTURES},
    "/mappe.html": {"GET"},
    "/mappe.json": {"GET"},
    "/mappe.pdf": {"GET"},
    "/mappe.png": {"GET"},
    "/mappe.pptx": {"GET"},
    "/<page>/<ident>.csv": {"GET"},
    "/<page>/<ident>.json": {"GET"},
    "/<page>/<ident>.xlsx": {"GET"},
    "/daten.csv": {"GET"},
    "/daten.json": {"GET"},
    "/daten.xlsx": {"GET"},
    "/daten/datenstand.csv": {"GET"},
    "/daten/datenstand.json": {"GET"},
    "/daten/datenstand.parquet": {"GET"},
    "/daten/datenstand.xlsx": {"GET"},
    "/daten/datenstand.zip": {"GET"},
    "/daten/katalog.jsonld": {"GET"},
    "/daten/openapi.json": {"GET"},
    "/daten/sozialraeume.geojson": {"GET"},
    "/daten/stadtbezirke.geojson": {"GET"},
    "/healthz": {"GET"},
    "/sozialraum/<ident>.pdf": {"GET"},
    "/readyz": {"GET"},
    **{f"/daten/vorlage/<kennzahl>.{ending}": {"GET"} for ending in ("xlsx", "toml")},
    "/diagramme/": {"GET"},
    "/diagramme/<path:path>": {"GET"},
    "/einbetten/": {"GET"},
    "/einbetten/<path:path>": {"GET"},
    "/l/<code>": {"GET"},
    "/l/<code>/": {"GET"},
    "/qr.svg": {"GET"},
    "/robots.txt": {"GET"},
    "/teilen": {"GET"},
    "/static/<digest>/<name>": {"GET"},
}
#: One address of each kind, with the status it has.
ANSWERS = [
    ("/", 200),
    ("/?raum=uentrop", 200),
    ("/gibt-es-nicht", 404),
    ("/diagramme/?raum=uentrop", 200),
    ("/diagramme/kosten", 404),
    ("/daten/vorlage/uebergang-gymnasium.xlsx", 200),
    ("/daten/vorlage/gibt-es-nicht.toml", 404),
    ("/karte.csv", 200),
    ("/karte.json", 200),
    ("/karte.xlsx", 200),
    ("/karte.png", 200),
    ("/karte.svg?format=quadrat", 200),
    ("/karte.pptx", 200),
    ("/ziele/wirkung.pdf", 200),
    ("/mappe", 200),
    ("/mappe.json", 200),
    ("/mappe.pdf", 404),
    ("/sozialraum/hamm-norden.pdf", 200),
    ("/sozialraum/gibt-es-nicht.pdf", 404),
    ("/gibt-es-nicht.csv", 404),
    ("/kennzahl/gibt-es-nicht.json", 404),
    ("/l/ps881", 308),
    ("/l/gibt-es-nicht", 404),
    ("/qr.svg?ziel=/", 200),
    ("/qr.svg?ziel=//evil.example", 400),
    ("/teilen?ziel=/", 200),
    ("/einbetten/", 200),
    ("/robots.txt", 200),
    ("/healthz", 200),
    ("/readyz", 200),
    ("/assets/style.css", 200),
    ("/assets/gibt-es-nicht.css", 404),
    ("/_dash-layout", 200),
    ("/_dash-dependencies", 200),
    ("/_dash-component-suites/dash/geheim.js", 404),
    ("/_dash-component-suites/os/path.py", 404),
]
OUTSIDE = {"REMOTE_ADDR": "203.0.113.7"}


@pytest.fixture(scope="module")
def settings(release_url: str) -> Settings:
    return Settings(release_url, ROOT, secret_key="only for this test run")


@pytest.fixture(scope="module")
def app(settings: Settings) -> Iterator[Document]:
    found = create_app(settings)
    yield found
    found.close()


@pytest.fixture
def client(app: Document) -> FlaskClient:
    return app.server.test_client()


def directives(policy: str) -> dict[str, list[str]]:
    return {part.split()[0]: part.split()[1:] for part in policy.split(";")}


@pytest.mark.parametrize(("address", "status"), ANSWERS)
def test_every_answer_carries_the_headers_and_no_cookie(
    client: FlaskClient, address: str, status: int
) -> None:
    response = client.get(address, buffered=True)
    assert response.status_code == status
    sent = response.headers
    assert directives(sent["Content-Security-Policy"])["default-src"] == ["'self'"]
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Referrer-Policy"] == "same-origin"
    assert sent["Cross-Origin-Opener-Policy"] == "same-origin"
    is_picture = address.startswith(("/karte.png", "/karte.svg"))  # what anybody may see, shown elsewhere too
    assert sent["Cross-Origin-Resource-Policy"] == ("cross-origin" if is_picture else "same-origin")
    assert "camera=()" in sent["Permissions-Policy"]
    assert {"Set-Cookie", "Strict-Transport-Security", "X-Powered-By"}.isdisjoint(sent.keys())


def test_scripts_run_from_our_files_and_one_named_inline_script_only(
    client: FlaskClient, app: Document
) -> None:
    response = client.get("/")
    policy = directives(response.headers["Content-Security-Policy"])
    assert policy["script-src"] == ["'self'", *app.csp_hashes()]
    assert len(policy["script-src"]) == 2
    for name, sources in policy.items():
        assert "'unsafe-eval'" not in sources
        assert name == "style-src" or "'unsafe-inline'" not in sources
        assert not [source for source in sources if source.startswith(("http", "*"))]
    for name in ("object-src", "base-uri", "frame-src", "frame-ancestors"):
        assert policy[name] == ["'none'"]
    inline = re.findall(r"<script(?![^>]* src=)([^>]*)>", response.get_data(as_text=True))
    assert [re.findall(r'type="([^"]+)"', attributes) for attributes in inline] == [
        ["application/json"],
        ["application/javascript"],
    ]


def test_the_document_names_no_version_of_the_machine(client: FlaskClient) -> None:
    document = client.get("/").get_data(as_text=True)
    assert f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}" not in document
    assert "dash-version.plotly.com" not in document


@pytest.mark.parametrize(
    ("environment", "expected", "frame_options"),
    [
        ({}, ["'none'"], "DENY"),
        ({"DASHBOARD_FRAME_ANCESTORS": "'self'"}, ["'self'"], "SAMEORIGIN"),
        (
            {"DASHBOARD_FRAME_ANCESTORS": "'self'  https://www.hamm.de *.hamm.de:8443"},
            ["'self'", "https://www.hamm.de", "*.hamm.de:8443"],
            None,
        ),
    ],
)
def test_who_may_show_the_pages_in_a_frame(
    settings: Settings, environment: dict[str, str], expected: list[str], frame_options: str | None
) -> None:
    read = Settings.from_env(environment)
    app = create_app(replace(settings, frame_ancestors=read.frame_ancestors))
    sent = app.server.test_client().get("/").headers
    assert directives(sent["Content-Security-Policy"])["frame-ancestors"] == expected
    assert sent.get("X-Frame-Options") == frame_options
    app.close()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DASHBOARD_FRAME_ANCESTORS", "https://a.de; script-src *"),
        ("DASHBOARD_FRAME_ANCESTORS", "'none' https://a.de"),
        ("DASHBOARD_FRAME_ANCESTORS", "*"),
        ("DASHBOARD_FRAME_ANCESTORS", "https://"),
        ("DASHBOARD_BEHIND_PROXY", "ja"),
        ("DASHBOARD_BEHIND_PROXY", "99"),
        ("DASHBOARD_CALLS_PER_MINUTE", "-1"),
        ("DASHBOARD_FILES_PER_MINUTE", "viele"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_env({name: value})


def test_the_addresses_are_these_and_no_others(app: Document) -> None:
    found = {
        rule.rule: (rule.methods or set()) - {"HEAD", "OPTIONS"} for rule in app.server.url_map.iter_rules()
    }
    assert found == ROUTES


@pytest.mark.parametrize(
    "name", ["DASH_MCP_ENABLED", "DASH_DEBUG", "DASH_HOT_RELOAD", "DASH_UI", "FLASK_DEBUG"]
)
def test_no_variable_of_the_environment_opens_another_address(name: str) -> None:
    """A process of its own: Dash reads its variables when it is imported."""
    code = (
        "from dashboard.factory import create_app; from dashboard.settings import ROOT, Settings;"
        "app = create_app(Settings('sqlite:////nirgends/monitor.sqlite', ROOT));"
        "print(sorted(rule.rule for rule in app.server.url_map.iter_rules()));"
        "tools = app._dev_tools;"
        "print(tools.ui, tools.hot_reload, tools.serve_dev_bundles, app.server.testing)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], env={name: "true", "PATH": "/usr/bin"}, cwd=ROOT, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    routes, developing = result.stdout.splitlines()
    assert routes == str(sorted(ROUTES))
    assert developing == "False False False False"


@pytest.mark.parametrize("path", ["/_reload-hash", "/_favicon.ico", "/_mcp", "/_alive_x", "/console"])
def test_addresses_for_developers_are_pages_that_do_not_exist(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "reloadHash" not in response.get_data(as_text=True)


def test_transport_security_is_asked_for_only_over_tls(settings: Settings) -> None:
    alone = create_app(settings)
    behind = create_app(replace(settings, proxies=1))
    forwarded = {"X-Forwarded-Proto": "https"}
    header = "Strict-Transport-Security"
    assert header not in alone.server.test_client().get("/healthz", headers=forwarded).headers
    assert header not in behind.server.test_client().get("/healthz").headers
    sent = behind.server.test_client().get("/healthz", headers=forwarded).headers
    assert sent[header] == f"max-age={ONE_YEAR}"
    sent = alone.server.test_client().get("/healthz", base_url="https://monitor.hamm.de").headers
    assert sent[header] == f"max-age={ONE_YEAR}"
    alone.close()
    behind.close()


def test_a_body_that_is_too_large_is_refused_in_german(client: FlaskClient) -> None:
    body = b'{"output": "' + b"x" * LARGEST_BODY + b'"}'
    response = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert response.status_code == 413
    assert response.get_json()["status"] == "Anfrage zu groß"
    chunked = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    response = client.post(
        "/_dash-update-component", data=body, content_type="application/json", environ_overrides=chunked
    )  # fmt: skip
    assert response.status_code == 400  # read up to the limit, and then it is no JSON


def test_an_address_that_is_too_long_is_refused_in_german(client: FlaskClient) -> None:
    allowed = "/?raum=" + "x" * (LONGEST_ADDRESS - len("/raum="))
    assert client.get(allowed).status_code == 200
    response = client.get(allowed + "x", headers={"Accept": "text/html"})
    assert response.status_code == 414
    assert "Adresse zu lang" in response.get_data(as_text=True)


def test_page_and_router_refuse_too_many_parameters_alike(client: FlaskClient) -> None:
    fields = [f"utm_{number}=1" for number in range(MOST_PARAMETERS + 1)]
    assert client.get("/?" + "&".join(fields[:-1])).status_code == 200
    assert client.get("/?" + "&".join(fields)).status_code == 400


def test_too_many_calls_have_to_wait_and_scripts_never(settings: Settings) -> None:
    app = create_app(replace(settings, calls_per_minute=3, files_per_minute=2))
    client = app.server.test_client()

    def status(address: str, **environ: str) -> int:
        return client.get(address, environ_overrides={**OUTSIDE, **environ}, buffered=True).status_code

    assert [status("/gibt-es-nicht") for _ in range(4)] == [404, 404, 404, 429]
    assert [status("/karte.csv") for _ in range(3)] == [200, 200, 429]
    assert {status(f"/{path}") for path in ("assets/style.css", "healthz", "readyz") for _ in range(5)} == {
        200
    }
    assert status("/", REMOTE_ADDR="203.0.113.8") == 200
    assert {status("/gibt-es-nicht", REMOTE_ADDR="127.0.0.1") for _ in range(9)} == {404}
    refused = client.post("/_dash-update-component", json={}, environ_overrides=OUTSIDE)
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["Retry-After"]) <= 20
    assert refused.get_json()["status"] == "Zu viele Anfragen"
    app.close()


def test_behind_a_proxy_the_address_it_saw_is_counted(settings: Settings) -> None:
    app = create_app(replace(settings, files_per_minute=1, proxies=1))
    client = app.server.test_client()
    forged = [f"198.51.100.{number}, 203.0.113.7" for number in range(3)]
    found = [client.get("/karte.csv", headers={"X-Forwarded-For": said}).status_code for said in forged]
    assert found == [200, 429, 429]
    assert client.get("/karte.csv", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 200
    app.close()


def test_an_allowance_is_used_up_and_comes_back() -> None:
    now = [0.0]
    allowance = Allowance(60, clock=lambda: now[0])
    assert [allowance.wait("203.0.113.7") for _ in range(61)] == [0.0] * 60 + [1.0]
    now[0] = 0.5
    assert allowance.wait("203.0.113.7") == pytest.approx(0.5)
    now[0] = 2.0
    assert [allowance.wait("203.0.113.7") > 0 for _ in range(3)] == [False, False, True]
    now[0] = 10_000.0
    assert [allowance.wait("203.0.113.7") for _ in range(60)] == [0.0] * 60


@given(st.integers(1, 600), st.lists(st.floats(0, 5), max_size=200))
def test_never_more_than_the_store_and_what_came_back(per_minute: int, pauses: list[float]) -> None:
    now = [0.0]
    allowance = Allowance(per_minute, clock=lambda: now[0])
    allowed = 0
    for pause in pauses:
        now[0] += pause
        allowed += allowance.wait("203.0.113.7") == 0
        assert allowed <= per_minute + now[0] * per_minute / 60 + 1e-6


def test_zero_is_no_limit_and_the_memory_is_bounded() -> None:
    assert {Allowance(0).wait("203.0.113.7") for _ in range(1000)} == {0.0}
    allowance = Allowance(1, clock=lambda: 0.0, most_clients=10)
    for number in range(100):
        assert allowance.wait(f"203.0.113.{number}") == 0
    assert len(allowance._left) == 10


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("127.0.0.1", ""),
        ("::1", ""),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_whom_an_address_stands_for(address: str, client: str) -> None:
    assert client_of(address) == client


@pytest.mark.parametrize("path", ["/", "/karte.csv", "/_dash-layout", "/assets/style.css", "/healthz"])
def test_other_methods_are_refused_with_the_allowed_ones(client: FlaskClient, path: str) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"):
        response = client.open(path, method=method)
        assert response.status_code == 405
        assert "GET" in response.headers["Allow"]
        assert response.get_json()["status"] == "Nicht vorgesehen"


def test_an_error_nobody_foresaw_is_logged_and_not_shown(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(settings)

    @app.server.get("/kaputt")
    def broken() -> str:
        raise RuntimeError("geheime Einzelheit")

    response = app.server.test_client().get("/kaputt", headers={"Accept": "text/html"})
    assert response.status_code == 500
    text = response.get_data(as_text=True)
    assert "Der Fehler wurde aufgezeichnet" in text
    assert "geheime Einzelheit" not in text
    assert "geheime Einzelheit" in caplog.text
    app.close()


def test_the_settings_are_documented() -> None:
    documented = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    source = Path(ROOT / "dashboard" / "settings.py").read_text(encoding="utf-8")
    names = set(re.findall(r'"(DASHBOARD_[A-Z_]+|HOST|PORT|WEB_CONCURRENCY)"', source))
    assert len(names) >= 8
    assert [name for name in names if f"`{name}`" not in documented] == []
