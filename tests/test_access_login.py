"""Login at a real provider over HTTP: what it opens, and everything that must not."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import pytest
import requests
from access_world import KEY, settings_of
from flask import jsonify, request
from joserfc.jwk import OctKey
from oidc_provider import CLIENT_ID, CLIENT_SECRET, Provider, application, new_key, served
from world import tiny_release

from dashboard.access.groups import parse_groups
from dashboard.access.scope import StaffScope
from dashboard.access.seal import Seal
from dashboard.access.session import scope_of
from dashboard.access.settings import OidcSettings
from dashboard.factory import create_app
from dashboard.settings import ROOT
from dashboard.share.document import Document

GROUPS = "jugendhilfeplanung=fachkräfte;norden=fachkräfte:hamm-norden;mitte=fachkräfte:mitte"


@dataclass
class World:
    """A provider and the application, both served on this machine."""

    provider: Provider
    app: Document
    address: str

    def browser(self) -> Browser:
        """A new browser without cookies."""
        return Browser(self, requests.Session())


@dataclass
class Browser:
    """Follows redirects and keeps cookies, as a reader's browser does."""

    world: World
    session: requests.Session

    def get(self, path: str, **more: Any) -> requests.Response:
        """A page of the application; redirects are not followed."""
        return self.session.get(f"{self.world.address}{path}", allow_redirects=False, timeout=10, **more)

    def to_provider(self, path: str = "/anmelden") -> str:
        """Begin a login; the address at the provider."""
        response = self.get(path)
        assert response.status_code == 303
        assert self.session.get(response.headers["Location"], timeout=10).status_code == 200
        return response.headers["Location"]

    def give_name(self, at_provider: str, user: str) -> str:
        """Say to the provider who we are; the address it sends us back to."""
        data = {"user": user}
        response = self.session.post(at_provider, data=data, allow_redirects=False, timeout=10)
        assert response.status_code == 302
        return response.headers["Location"]

    def log_in(self, user: str, path: str = "/anmelden") -> requests.Response:
        """The whole way; the application's answer to the way back."""
        back = self.give_name(self.to_provider(path), user)
        return self.session.get(back, allow_redirects=False, timeout=10)

    def scope(self) -> Mapping[str, Any]:
        """What the application grants this browser."""
        found: Mapping[str, Any] = self.get("/probe").json()
        return found


@pytest.fixture(scope="module")
def served_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder: Path = tmp_path_factory.mktemp("anmeldung")
    url = f"sqlite:///{folder / 'monitor.sqlite'}"
    tiny_release(url)
    provider = Provider()
    with ExitStack() as running:
        provider.issuer = running.enter_context(served(application(provider)))
        oidc = OidcSettings(provider.issuer, CLIENT_ID, CLIENT_SECRET, parse_groups(GROUPS))
        settings = replace(settings_of(url, ROOT, oidc=oidc), calls_per_minute=0, files_per_minute=0)
        app = create_app(settings)
        running.callback(app.close)

        @app.server.get("/probe")
        def probe() -> Any:
            scope = scope_of(request)
            if not isinstance(scope, StaffScope):
                return jsonify(level="public")
            areas = None if scope.areas is None else sorted(scope.areas)
            return jsonify(level="staff", areas=areas, via=scope.via, expires=scope.expires.isoformat())

        address = running.enter_context(served(app.server))
        provider.client.redirect_uri = f"{address}/anmelden/zurueck"
        yield World(provider, app, address)


@pytest.fixture
def world(served_world: World) -> Iterator[World]:
    """The world with a provider that behaves; what a test changed is put right after it."""
    provider = served_world.provider
    before = dict(vars(provider))
    yield served_world
    vars(provider).update(before)


def refused(response: requests.Response) -> bool:
    """A readable page with 403, without a session."""
    assert "Die Anmeldung wurde nicht angenommen." in response.text
    return response.status_code == 403 and not response.headers.get("Set-Cookie", "").startswith("zugang=")


def test_a_member_of_a_group_sees_every_facility(world: World) -> None:
    browser = world.browser()
    assert browser.scope() == {"level": "public"}
    response = browser.log_in("anna")
    assert (response.status_code, response.headers["Location"]) == (303, "/")
    scope = browser.scope()
    assert (scope["level"], scope["areas"], scope["via"]) == ("staff", None, "anmeldung")
    left = datetime.fromisoformat(scope["expires"]) - datetime.now(UTC)
    assert timedelta(hours=7.9) < left <= timedelta(hours=8)
    assert browser.get("/abmelden").status_code == 303
    assert browser.scope() == {"level": "public"}


def test_limits_of_several_groups_add_up(world: World) -> None:
    browser = world.browser()
    browser.log_in("bert")
    assert browser.scope()["areas"] == ["hamm-norden", "mitte"]


def test_a_login_leads_to_the_view_it_began_at(world: World) -> None:
    browser = world.browser()
    response = browser.log_in("anna", "/anmelden?nach=%2Fkarte%3Fraum%3Dmitte")
    assert response.headers["Location"] == "/karte?raum=mitte"
    response = world.browser().log_in("anna", "/anmelden?nach=%2F%2Fevil.example")
    assert response.headers["Location"] == "/"


@pytest.mark.parametrize("user", ["cem", "dora"])
def test_without_a_group_there_are_the_public_figures(world: World, user: str) -> None:
    browser = world.browser()
    response = browser.log_in(user)
    assert response.status_code == 403
    assert "Ihr Konto gehört zu keiner Gruppe" in response.text
    assert browser.scope() == {"level": "public"}
    assert "zugang" not in browser.session.cookies


def test_the_cookie_comes_with_the_login_only(world: World) -> None:
    browser = world.browser()
    for path in ("/", "/karte.json", "/healthz", "/probe"):
        assert "Set-Cookie" not in browser.get(path).headers
    begun = browser.get("/anmelden")
    flow = begun.headers["Set-Cookie"]
    assert flow.startswith("anmeldung=")
    for flag in ("HttpOnly", "SameSite=Lax", "Max-Age=600", "Path=/anmelden"):
        assert flag in flow
    assert "zugang" not in browser.session.cookies
    back = browser.give_name(begun.headers["Location"], "anna")
    done = browser.session.get(back, allow_redirects=False, timeout=10)
    (kept,) = [cookie for cookie in done.raw.headers.getlist("Set-Cookie") if cookie.startswith("zugang=")]
    for flag in ("HttpOnly", "SameSite=Lax", "Path=/;", "Max-Age=287"):
        assert flag in f"{kept};"
    assert set(browser.session.cookies.keys()) == {"zugang"}
    assert done.headers["Cache-Control"] == "no-store"


def test_the_request_carries_state_nonce_and_challenge(world: World) -> None:
    asked = parse_qs(urlsplit(world.browser().to_provider()).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["scope"] == ["openid groups"]
    for name in ("state", "nonce", "code_challenge"):
        assert len(asked[name][0]) >= 20
    again = parse_qs(urlsplit(world.browser().to_provider()).query)
    assert {asked[name][0] for name in ("state", "nonce")} & {
        again[name][0] for name in ("state", "nonce")
    } == set()


def test_groups_may_come_from_userinfo(world: World) -> None:
    world.provider.groups_in_token = False
    browser = world.browser()
    browser.log_in("bert")
    assert browser.scope()["areas"] == ["hamm-norden", "mitte"]
    world.provider.userinfo_sub = "anna"
    assert refused(world.browser().log_in("bert"))


def changed(url: str, **parameters: str) -> str:
    """The address with other parameters."""
    parts = urlsplit(url)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()} | parameters
    return urlunsplit(parts._replace(query=urlencode(query)))


def test_a_forged_state_is_refused(world: World) -> None:
    for forged in ({"state": "erfunden"}, {"state": ""}):
        browser = world.browser()
        back = browser.give_name(browser.to_provider(), "anna")
        assert refused(browser.session.get(changed(back, **forged), allow_redirects=False, timeout=10))
        assert browser.scope() == {"level": "public"}


def test_the_answer_to_another_browser_is_refused(world: World) -> None:
    attacker, victim, stranger = world.browser(), world.browser(), world.browser()
    back = attacker.give_name(attacker.to_provider(), "anna")
    victim.to_provider()
    assert refused(victim.session.get(back, allow_redirects=False, timeout=10))
    assert refused(stranger.session.get(back, allow_redirects=False, timeout=10))


def test_a_stolen_code_does_not_fit_the_own_challenge(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """PKCE: the code of one login with the state of another is refused by the provider."""
    attacker, victim = world.browser(), world.browser()
    stolen = parse_qs(urlsplit(victim.give_name(victim.to_provider(), "anna")).query)["code"][0]
    own = attacker.give_name(attacker.to_provider(), "cem")
    assert refused(attacker.session.get(changed(own, code=stolen), allow_redirects=False, timeout=10))
    assert "Code challenge failed" in caplog.text
    assert all(challenge.startswith("S256:") for challenge in world.provider.challenges)


def test_an_answer_is_good_once(world: World) -> None:
    browser = world.browser()
    back = browser.give_name(browser.to_provider(), "anna")
    assert browser.session.get(back, allow_redirects=False, timeout=10).status_code == 303
    assert refused(browser.session.get(back, allow_redirects=False, timeout=10))


def test_a_refusal_by_the_provider_is_told(world: World) -> None:
    browser = world.browser()
    back = browser.give_name(browser.to_provider(), "niemand")
    assert "error=access_denied" in back
    assert refused(browser.session.get(back, allow_redirects=False, timeout=10))


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"nonce": "eine-andere"}, "Invalid claim: 'nonce'"),
        ({"nonce": None}, "Invalid claim: 'nonce'"),
        ({"aud": ["andere-anwendung"]}, "Invalid claim: 'aud'"),
        ({"aud": ["andere-anwendung"], "azp": CLIENT_ID}, "Invalid claim: 'aud'"),
        ({"aud": [CLIENT_ID, "andere-anwendung"], "azp": "andere-anwendung"}, "Invalid claim: 'azp'"),
        ({"iss": "https://anderer.example"}, "Invalid claim: 'iss'"),
        ({"exp": int(time.time()) - 120}, "The token is expired"),
        ({"exp": None}, "Claim 'exp' must be"),
        ({"nbf": int(time.time()) + 3_600}, "The token is not yet valid"),
        ({"at_hash": "falsch"}, "Invalid claim: 'at_hash'"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_an_id_token_that_does_not_fit_is_refused(
    world: World, caplog: pytest.LogCaptureFixture, claims: dict[str, Any], reason: str
) -> None:
    world.provider.claims = claims
    browser = world.browser()
    assert refused(browser.log_in("anna"))
    assert reason in caplog.text
    assert browser.scope() == {"level": "public"}


def test_an_unknown_key_is_refused(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.provider.signing = new_key("unbekannt")
    assert refused(world.browser().log_in("anna"))
    assert "No key for kid: 'unbekannt'" in caplog.text


def test_a_wrong_signature_is_refused(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.provider.signing = new_key("schluessel-1")
    assert refused(world.browser().log_in("anna"))
    assert "bad_signature" in caplog.text


def test_a_signature_by_the_client_secret_is_refused(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.provider.signing = OctKey.import_key(CLIENT_SECRET)
    world.provider.algorithm = "HS256"
    assert refused(world.browser().log_in("anna"))
    assert "Algorithm of 'HS256' is not allowed" in caplog.text


@pytest.mark.filterwarnings("ignore:JWS algorithm")  # the provider's library warns of what it does
def test_an_unsigned_token_is_refused(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.provider.algorithm = "none"
    assert refused(world.browser().log_in("anna"))
    assert "Algorithm of 'none' is not allowed" in caplog.text


def test_an_answer_without_an_id_token_is_refused(world: World) -> None:
    world.provider.with_id_token = False
    assert refused(world.browser().log_in("anna"))


def test_a_new_key_of_the_provider_is_fetched(world: World) -> None:
    assert world.browser().log_in("anna").status_code == 303
    world.provider.keys = [new_key("schluessel-2"), *world.provider.keys]
    assert world.browser().log_in("anna").status_code == 303


def test_a_forged_flow_is_refused(world: World) -> None:
    browser = world.browser()
    back = browser.give_name(browser.to_provider(), "anna")
    state = parse_qs(urlsplit(back).query)["state"][0]
    kept = {"state": state, "nonce": "n", "code_verifier": "v", "redirect_uri": "u", "nach": "/"}
    for text in (Seal(KEY[::-1], "anmeldung").close(kept), Seal(KEY, "sitzung").close(kept), "x"):
        fresh = world.browser()
        fresh.session.cookies.set("anmeldung", text)
        assert refused(fresh.session.get(back, allow_redirects=False, timeout=10))


def test_a_session_ends(world: World) -> None:
    browser = world.browser()
    over = int(time.time()) - 1
    for expires, level in ((over, "public"), (over + 60, "staff")):
        text = Seal(KEY, "sitzung").close({"areas": ["mitte"], "expires": expires})
        browser.session.cookies.set("zugang", text)
        assert browser.scope()["level"] == level


def test_links_need_the_protected_database_even_with_logins(world: World) -> None:
    assert world.browser().get("/zugang/etwas").status_code == 404


def test_a_provider_that_does_not_answer_is_told(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'monitor.sqlite'}"
    tiny_release(url)
    with served(application(Provider())) as gone:
        pass
    oidc = OidcSettings(gone, CLIENT_ID, CLIENT_SECRET, parse_groups(GROUPS))
    app = create_app(settings_of(url, ROOT, oidc=oidc))
    client = app.server.test_client()
    response = client.get("/anmelden")
    assert (response.status_code, "Der Anmeldedienst antwortet nicht." in response.text) == (502, True)
    assert client.get("/").status_code == 200
    app.close()


@pytest.mark.parametrize(
    "metadata", [{"issuer": "https://anderer.example"}, {"jwks_uri": None}, {"token_endpoint": 7}]
)
def test_a_discovery_document_of_another_is_refused(tmp_path: Path, metadata: dict[str, Any]) -> None:
    url = f"sqlite:///{tmp_path / 'monitor.sqlite'}"
    tiny_release(url)
    provider = Provider(metadata=metadata)
    with served(application(provider)) as issuer:
        provider.issuer = issuer
        oidc = OidcSettings(issuer, CLIENT_ID, CLIENT_SECRET, parse_groups(GROUPS))
        app = create_app(settings_of(url, ROOT, oidc=oidc))
        client = app.server.test_client()
        assert client.get("/anmelden").status_code == 403
        provider.metadata = {}
        assert client.get("/anmelden").status_code == 303
        app.close()
