"""Links to the facilities: given out by command, opened in a browser, withdrawn, forged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from access_world import KEY, RELEASE, SCHOOLS, settings_of
from flask import request
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse
from world import tiny_release

from dashboard.__main__ import main
from dashboard.access.address import local_address
from dashboard.access.links import LinkDesk, LinkRefused, new_link, token_of
from dashboard.access.scope import PUBLIC, StaffScope
from dashboard.access.seal import Forged, Seal
from dashboard.access.session import scope_of
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.share.document import Document
from dashboard.store.links import LinkRegister, UnknownLink, add_link, links, withdraw_link
from dashboard.store.protected import ProtectedDatabase
from dashboard.store.protected_facts import LinkRecord
from dashboard.store.protected_write import write_facilities

Output = pytest.CaptureFixture[str]


def install(protected_url: str, folder: Path) -> Settings:
    """A small public release, and schools in the protected database."""
    public = f"sqlite:///{folder / 'public' / 'monitor.sqlite'}"
    tiny_release(public)
    write_facilities(protected_url, RELEASE, SCHOOLS)
    return settings_of(public, ROOT, protected_url)


@pytest.fixture
def installed(database_url: str, tmp_path: Path) -> Settings:
    """An installation with a protected database of each kind."""
    return install(database_url, tmp_path)


@pytest.fixture
def on_file(sqlite_url: str, tmp_path: Path) -> Settings:
    """An installation whose protected database is a file."""
    return install(sqlite_url, tmp_path)


@pytest.fixture
def app(installed: Settings) -> Iterator[Document]:
    found = create_app(installed)
    yield found
    found.close()


@pytest.fixture
def phone(app: Document) -> FlaskClient:
    """A browser without any cookie."""
    return app.server.test_client()


def create(settings: Settings, capsys: Output, *more: str) -> tuple[str, str]:
    """Address (path) and id of a link made by command."""
    chosen = more or ("--raum", "hamm-norden")
    told = ("link", "create", "--tage", "30", "--fuer", "Sozialraumgruppe Norden", *chosen)
    assert main(told, settings) == 0
    url, said = capsys.readouterr().out.splitlines()
    found = re.match(r"Zugangslink ([0-9a-f]{10}) für Sozialraumgruppe Norden: ", said)
    assert found
    return urlsplit(url).path, found[1]


def scope_in(app: Document, client: FlaskClient) -> object:
    """What this browser may see now."""
    with client:
        client.get("/healthz")
        return scope_of(request)


def cookies(response: TestResponse) -> list[str]:
    return response.headers.getlist("Set-Cookie")


def test_a_link_lives_from_its_making_to_its_withdrawal(
    installed: Settings, app: Document, phone: FlaskClient, capsys: Output
) -> None:
    path, link = create(installed, capsys)
    assert scope_in(app, phone) == PUBLIC
    opened = phone.get(path)
    assert (opened.status_code, opened.location) == (303, "/")
    scope = scope_in(app, phone)
    assert isinstance(scope, StaffScope)
    assert (scope.areas, scope.via) == (frozenset({"hamm-norden"}), f"link:{link}")
    assert timedelta(days=29) < scope.expires - datetime.now(UTC) <= timedelta(days=30)
    assert main(["link", "withdraw", link], installed) == 0
    assert capsys.readouterr().out == f"Zugangslink {link} (Sozialraumgruppe Norden) ist zurückgezogen.\n"
    assert scope_in(app, phone) == PUBLIC
    refused = phone.get(path)
    assert refused.status_code == 403
    assert "Dieser Link wurde zurückgezogen." in refused.text
    assert main(["link", "withdraw", link], installed) == 0
    assert "war seit" in capsys.readouterr().out


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(
    installed: Settings, phone: FlaskClient, capsys: Output
) -> None:
    path, _ = create(installed, capsys)
    (cookie,) = cookies(phone.get(path, base_url="https://monitor.example"))
    assert cookie.startswith("zugang=")
    for flag in ("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/", "; Expires="):
        assert flag in cookie
    assert 29 * 86_400 < int(re.findall(r"Max-Age=(\d+)", cookie)[0]) <= 30 * 86_400
    (plain,) = cookies(phone.get(path, base_url="http://monitor.example"))
    assert "; Secure" in plain
    (local,) = cookies(phone.get(path, base_url="http://localhost:8050"))
    assert "; Secure" not in local


def test_nothing_of_the_token_is_passed_on(installed: Settings, phone: FlaskClient, capsys: Output) -> None:
    path, _ = create(installed, capsys, "--alle", "--adresse", "/karte?raum=mitte")
    response = phone.get(path)
    assert response.location == "/karte?raum=mitte"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.data == b""


def test_there_is_no_cookie_without_a_link(app: Document, phone: FlaskClient) -> None:
    for address in ("/", "/karte.json", "/healthz", "/zugang/erfunden", "/abmelden"):
        kept = [cookie for cookie in cookies(phone.get(address)) if not cookie.startswith("zugang=;")]
        assert kept == []


def test_leaving_forgets_the_link(
    installed: Settings, app: Document, phone: FlaskClient, capsys: Output
) -> None:
    path, _ = create(installed, capsys)
    phone.get(path)
    assert isinstance(scope_in(app, phone), StaffScope)
    left = phone.get("/abmelden")
    assert (left.status_code, left.location) == (303, "/")
    assert scope_in(app, phone) == PUBLIC


def test_what_a_planner_sees_is_kept_by_nobody_between(
    installed: Settings, app: Document, phone: FlaskClient, capsys: Output
) -> None:
    @app.server.get("/probe")
    def probe() -> str:
        return type(scope_of(request)).__name__

    assert phone.get("/probe").headers.get("Cache-Control") != "private, no-store"
    path, _ = create(installed, capsys)
    phone.get(path)
    seen = phone.get("/probe")
    assert (seen.text, seen.headers["Cache-Control"]) == ("StaffScope", "private, no-store")
    assert "Cookie" in seen.headers["Vary"]


def test_a_link_that_has_ended_opens_nothing(installed: Settings, phone: FlaskClient) -> None:
    url = installed.access.protected_url
    record = new_link(["mitte"], 1, "Sitzung", "/")
    over = replace(record, expires=datetime(2026, 3, 1, 12, tzinfo=UTC))
    add_link(url, over)
    response = phone.get(f"/zugang/{token_of(over, KEY)}")
    assert (response.status_code, cookies(response)) == (403, [])
    assert "Dieser Link war bis 01.03.2026 gültig." in response.text


def test_foreign_keys_and_foreign_databases_open_nothing(installed: Settings, phone: FlaskClient) -> None:
    record = new_link(None, 1, "Sitzung", "/")
    unknown = phone.get(f"/zugang/{token_of(record, KEY)}")
    add_link(installed.access.protected_url, record)
    foreign = phone.get(f"/zugang/{token_of(record, KEY[::-1])}")
    wider = phone.get(f"/zugang/{token_of(replace(record, areas=frozenset({'mitte'})), KEY)}")
    other_purpose = phone.get(f"/zugang/{Seal(KEY, 'sitzung').close({'link': record.id})}")
    for response in (unknown, foreign, wider, other_purpose):
        assert (response.status_code, cookies(response)) == (403, [])
        assert "Dieser Link ist nicht gültig." in response.text
        assert "<script" not in response.text
    assert phone.get(f"/zugang/{token_of(record, KEY)}").status_code == 303


def test_a_forged_cookie_is_public(installed: Settings, app: Document, phone: FlaskClient) -> None:
    record = new_link(None, 1, "Sitzung", "/")
    add_link(installed.access.protected_url, record)
    good = Seal(KEY, "sitzung").close({"link": record.id})
    login = Seal(KEY, "sitzung").close({"areas": None, "expires": 4_000_000_000})
    foreign = Seal(KEY[::-1], "sitzung").close({"link": record.id})
    phone.set_cookie("zugang", good)
    assert isinstance(scope_in(app, phone), StaffScope)
    for text in (good[:-1], foreign, token_of(record, KEY), login, "x" * 4_050, "%C3%A4"):
        phone.set_cookie("zugang", text)
        assert scope_in(app, phone) == PUBLIC


class _Register(LinkRegister):
    """A register of one link that needs no database, for thousands of tries."""

    def __init__(self, record: LinkRecord) -> None:
        self._only = record

    def find(self, link: str) -> LinkRecord | None:
        return self._only if link == self._only.id else None


@cache
def known_link() -> tuple[LinkDesk, str]:
    record = new_link(["mitte", "hamm-norden"], 30, "Sitzung", "/")
    return LinkDesk(KEY, _Register(record)), token_of(record, KEY)


@given(position=st.integers(0, 10_000), character=st.characters(codec="utf-8"))
@settings(max_examples=1500, deadline=None)
def test_every_changed_character_is_refused(position: int, character: str) -> None:
    desk, token = known_link()
    at = position % len(token)
    changed = token[:at] + character + token[at + 1 :]
    if changed == token:
        assert desk.open(token).purpose == "Sitzung"
        return
    with pytest.raises(LinkRefused):
        desk.open(changed)


@given(st.integers(0, 10_000), st.text(min_size=1, max_size=20))
@settings(max_examples=500, deadline=None)
def test_every_inserted_or_missing_piece_is_refused(position: int, piece: str) -> None:
    desk, token = known_link()
    at = position % len(token)
    for changed in (token[:at] + piece + token[at:], token[:at], token[:at] + token[at + len(piece) :]):
        with pytest.raises(LinkRefused):
            desk.open(changed)


def test_every_last_character_but_the_right_one_is_refused() -> None:
    """The last character of base64 has bits that decoding ignores."""
    desk, token = known_link()
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_="
    for character in set(alphabet) - {token[-1]}:
        with pytest.raises(LinkRefused):
            desk.open(token[:-1] + character)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_seal(text: str) -> None:
    with pytest.raises(Forged):
        Seal(KEY, "link").open(text)


def test_a_seal_ages() -> None:
    text = Seal(KEY, "anmeldung").close({"state": "a"})
    assert Seal(KEY, "anmeldung").open(text, max_age=600) == {"state": "a"}
    with pytest.raises(Forged):
        Seal(KEY, "anmeldung").open(text, max_age=-1)


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "https://evil.example", "/\\evil.example", "karte", "", "/\t/evil.example", "/" * 3,
     "/a\nb", "/" + "a" * 4_000, "javascript:alert(1)", "/ /evil.example"],
)  # fmt: skip
def test_a_link_leads_into_the_application_only(address: str) -> None:
    assert local_address(address) is None
    with pytest.raises(LinkRefused, match="Adresse"):
        new_link(None, 1, "Sitzung", address)


@given(st.text(max_size=40).map(lambda text: f"/{text}"))
def test_no_local_address_names_a_host(address: str) -> None:
    if local_address(address) is not None:
        assert urlsplit(address).netloc == ""
        assert urlsplit("https://monitor.example" + address).netloc == "monitor.example"


def test_the_list_names_every_link_and_no_token(installed: Settings, capsys: Output) -> None:
    assert main(["link", "list"], installed) == 0
    assert capsys.readouterr().out == "Es wurde noch kein Zugangslink vergeben.\n"
    path, first = create(installed, capsys)
    _, second = create(installed, capsys, "--raum", "Mitte", "--raum", "Uentrop")
    _, third = create(installed, capsys, "--alle")
    main(["link", "withdraw", second], installed)
    capsys.readouterr()
    assert main(["link", "list"], installed) == 0
    out = capsys.readouterr().out
    lines = {line.split()[0]: line for line in out.splitlines()[1:]}
    assert lines.keys() == {first, second, third}
    assert re.search(r" gültig .* hamm-norden +Sozialraumgruppe Norden$", lines[first])
    assert re.search(r" zurückgezogen .* mitte, uentrop +Sozialraumgruppe Norden$", lines[second])
    assert re.search(r" gültig .* alle +Sozialraumgruppe Norden$", lines[third])
    assert path.removeprefix("/zugang/") not in out


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (("--raum", "Dortmund"), "Den Sozialraum „Dortmund“ gibt es nicht."),
        (("--raum", "sb-mitte"), "Den Sozialraum „sb-mitte“ gibt es nicht."),
        (("--alle", "--adresse", "//evil.example"), "keine Adresse dieser Anwendung"),
        (("--alle", "--fuer", "  "), "Zweck"),
        (("--alle", "--fuer", "a" * 201), "Zweck"),
    ],
)
def test_links_that_are_not_made(
    on_file: Settings, capsys: Output, more: tuple[str, ...], message: str
) -> None:
    assert main(["link", "create", "--tage", "30", "--fuer", "Zweck", *more], on_file) == 1
    told = capsys.readouterr()
    assert (told.out, message in told.err) == ("", True)
    assert links(on_file.access.protected_url) == ()


@pytest.mark.parametrize("days", ["0", "367", "-1", "bald", "1.5"])
def test_a_link_has_an_end(on_file: Settings, days: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["link", "create", "--alle", "--fuer", "Zweck", "--tage", days], on_file)
    assert ended.value.code == 2


def test_somebody_must_say_for_which_areas(on_file: Settings) -> None:
    with pytest.raises(SystemExit):
        main(["link", "create", "--tage", "3", "--fuer", "Zweck"], on_file)


def test_links_need_a_key_and_a_database(on_file: Settings, capsys: Output) -> None:
    told = ("link", "create", "--alle", "--tage", "3", "--fuer", "Zweck")
    url = on_file.access.protected_url
    for key, message in (("", "nicht gesetzt"), ("kurz", "zu kurz")):
        assert main(told, settings_of(on_file.database_url, ROOT, url, key=key)) == 1
        assert f"DASHBOARD_SECRET_KEY ist {message}" in capsys.readouterr().err
    assert main(told, settings_of(on_file.database_url, ROOT)) == 1
    assert "DASHBOARD_PROTECTED_DATABASE_URL ist nicht gesetzt" in capsys.readouterr().err
    assert main(["link", "withdraw", "0123456789"], on_file) == 1
    assert "Einen Zugangslink „0123456789“ gibt es nicht." in capsys.readouterr().err


def test_the_register_keeps_every_field(database_url: str) -> None:
    limited = new_link(["uentrop", "mitte"], 7, " Runder \n Tisch ", "/karte?raum=mitte")
    everywhere = new_link(None, 7, "Planergruppe", "/")
    for record in (limited, everywhere):
        add_link(database_url, record)
    assert set(links(database_url)) == {limited, everywhere}
    assert limited.purpose == "Runder Tisch"
    assert withdraw_link(database_url, limited.id, datetime.now(UTC)) == limited
    with pytest.raises(UnknownLink):
        withdraw_link(database_url, "ffffffffff", datetime.now(UTC))
    database = ProtectedDatabase(database_url)
    found = LinkRegister(database).find(limited.id)
    assert found is not None
    assert found.withdrawn is not None
    database.close()


def test_a_process_without_the_protected_database_is_public_only(installed: Settings, capsys: Output) -> None:
    path, _ = create(installed, capsys)
    bare = create_app(replace(installed, access=replace(installed.access, protected_url="")))
    client = bare.server.test_client()
    assert client.get("/").status_code == 200
    for address in (path, "/abmelden", "/anmelden", "/anmelden/zurueck"):
        assert client.get(address).status_code == 404
    client.set_cookie("zugang", Seal(KEY, "sitzung").close({"areas": None, "expires": 4_000_000_000}))
    assert scope_in(bare, client) == PUBLIC
    bare.close()


def test_without_its_register_no_link_is_believed(on_file: Settings) -> None:
    app, sqlite_url = create_app(on_file), on_file.access.protected_url
    client = app.server.test_client()
    record = new_link(None, 3, "Zweck", "/")
    add_link(sqlite_url, record)
    path = f"/zugang/{token_of(record, KEY)}"
    assert client.get(path).status_code == 303
    assert isinstance(scope_in(app, client), StaffScope)
    Path(sqlite_url.removeprefix("sqlite:///")).unlink()
    assert scope_in(app, client) == PUBLIC
    told = client.get(path)
    assert (told.status_code, "nicht geprüft werden" in told.text) == (503, True)
    assert client.get("/").status_code == 200
    app.close()


def test_two_processes_agree_at_once(installed: Settings, app: Document, capsys: Output) -> None:
    other = create_app(installed)
    here, there = app.server.test_client(), other.server.test_client()
    path, link = create(installed, capsys)
    for client in (here, there):
        assert client.get(path).status_code == 303
    withdraw_link(installed.access.protected_url, link, datetime.now(UTC))
    assert (scope_in(app, here), scope_in(other, there)) == (PUBLIC, PUBLIC)
    other.close()
