"""Settings and groups of access, and facilities on their way from a delivery into the protected database."""

from __future__ import annotations

import ast
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from access_world import KEY, settings_of, staff
from hypothesis import given
from hypothesis import strategies as st

from dashboard.__main__ import main
from dashboard.access.groups import AccessSettingsError, Grant, grant_of, parse_groups
from dashboard.access.settings import AccessSettings
from dashboard.intake.delivery import Delivery
from dashboard.intake.facility import Facility
from dashboard.prepare.facilities import merged
from dashboard.prepare.refused import ReleaseRefused
from dashboard.settings import ROOT, Settings, SettingsError
from dashboard.store.errors import NoRelease
from dashboard.store.protected import ProtectedDatabase, ProtectedStore
from dashboard.store.read import Store

OIDC = {
    "DASHBOARD_OIDC_ISSUER": "https://anmeldung.example/realm",
    "DASHBOARD_OIDC_CLIENT_ID": "monitor",
    "DASHBOARD_OIDC_CLIENT_SECRET": "geheim",
    "DASHBOARD_OIDC_GROUPS": "planung=fachkräfte",
    "DASHBOARD_SECRET_KEY": KEY,
}
Output = pytest.CaptureFixture[str]


def test_nothing_set_is_public_only() -> None:
    access = Settings.from_env({}).access
    assert access == AccessSettings()
    assert (access.protected_url, access.key, access.oidc) == ("", "", None)


def test_groups_are_mapped_to_areas() -> None:
    found = parse_groups(
        " planung = fachkräfte ; norden=fachkraefte:hamm-norden, mitte ;cn=a,ou=b=fachkräfte;"
    )
    assert dict(found) == {
        "planung": Grant(None),
        "norden": Grant(frozenset({"hamm-norden", "mitte"})),
        "cn=a,ou=b": Grant(None),
    }


@pytest.mark.parametrize(
    "text",
    ["planung", "=fachkräfte", "planung=", "planung=leitung", "planung=öffentlich", "a=fachkräfte:",
     "a=fachkräfte:Hamm Norden", "a=fachkräfte:x,,y", "a=fachkräfte;a=fachkräfte:mitte"],
)  # fmt: skip
def test_groups_that_are_not_understood_are_named(text: str) -> None:
    with pytest.raises(AccessSettingsError, match="DASHBOARD_OIDC_GROUPS: „"):
        parse_groups(text)


AREAS = st.none() | st.frozensets(st.sampled_from(["mitte", "uentrop", "pelkum"]), min_size=1)


@given(st.dictionaries(st.text(max_size=5), AREAS, max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_grants_add_up_and_nothing_else_counts(mapping: dict[str, Any], groups: list[str]) -> None:
    granted = {name: Grant(areas) for name, areas in mapping.items()}
    found = grant_of(groups, granted)
    own = [mapping[group] for group in groups if group in mapping]
    if not own:
        assert found is None
    elif None in own:
        assert found == Grant(None)
    else:
        assert found == Grant(frozenset(area for areas in own for area in areas))


def test_login_settings_are_read_whole() -> None:
    oidc = Settings.from_env(OIDC).access.oidc
    assert oidc is not None
    assert (oidc.issuer, oidc.client_id, oidc.client_secret) == (
        "https://anmeldung.example/realm",
        "monitor",
        "geheim",
    )
    assert dict(oidc.groups) == {"planung": Grant(None)}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"DASHBOARD_OIDC_ISSUER": ""}, "fehlt: DASHBOARD_OIDC_ISSUER"),
        ({"DASHBOARD_OIDC_GROUPS": " "}, "fehlt: DASHBOARD_OIDC_GROUPS"),
        ({"DASHBOARD_OIDC_ISSUER": "http://anmeldung.example"}, "https://"),
        ({"DASHBOARD_OIDC_ISSUER": "anmeldung.example"}, "erwartet wird eine Adresse"),
        ({"DASHBOARD_OIDC_GROUPS": "planung=chefin"}, "„planung=chefin“"),
        ({"DASHBOARD_SECRET_KEY": ""}, "nicht gesetzt"),
        ({"DASHBOARD_SECRET_KEY": "kurz"}, "zu kurz"),
        (
            dict.fromkeys(OIDC, "")
            | {"DASHBOARD_SECRET_KEY": "kurz", "DASHBOARD_PROTECTED_DATABASE_URL": "sqlite:///b"},
            "zu kurz",
        ),
        ({"DASHBOARD_PUBLIC_URL": "monitor.hamm.de"}, "DASHBOARD_PUBLIC_URL"),
        ({"DASHBOARD_PUBLIC_URL": "https://monitor.hamm.de/?a=b"}, "DASHBOARD_PUBLIC_URL"),
        (
            {"DASHBOARD_DATABASE_URL": "sqlite:///a", "DASHBOARD_PROTECTED_DATABASE_URL": "sqlite:///a"},
            "andere Datei",
        ),
    ],
)
def test_settings_that_cannot_be_used_are_named(change: dict[str, str], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Settings.from_env(OIDC | change)


def test_a_provider_on_this_machine_needs_no_tls() -> None:
    env = OIDC | {"DASHBOARD_OIDC_ISSUER": "http://127.0.0.1:9000", "DASHBOARD_PUBLIC_URL": "https://m.de/"}
    access = Settings.from_env(env).access
    assert access.oidc is not None
    assert access.public_url == "https://m.de"


def test_secrets_are_not_printed() -> None:
    env = OIDC | {"DASHBOARD_PROTECTED_DATABASE_URL": "postgresql://anna:passwort@host/db"}
    text = repr(Settings.from_env(env).access)
    for secret in (KEY, "geheim'", "passwort"):
        assert secret not in text


def test_only_this_room_makes_scopes_of_planners() -> None:
    makers = [
        path.relative_to(ROOT / "dashboard").as_posix()
        for path in sorted((ROOT / "dashboard").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("StaffScope")
    ]
    assert makers == ["access/links.py", "access/session.py"]


def facility(year: int, **changes: Any) -> Facility:
    fields: dict[str, Any] = {
        "number": "120001", "name": "Talschule", "form": "Grundschule", "pupils": 200, "social_index": 5,
        "postcode": "59065", "area": "mitte", "year": year,
    }  # fmt: skip
    return Facility(**(fields | changes))


def delivery(id_: str, *facilities: Facility) -> Delivery:
    return Delivery(id_, id_, "IT.NRW", date(2026, 3, 1), "delivered", (), (), (), facilities)


def test_a_facility_has_the_values_of_all_years_and_the_name_of_the_last() -> None:
    new = facility(2024, name="Neue Talschule", area="uentrop", pupils=210, social_index=None)
    (fact,) = merged([delivery("a", new), delivery("b", facility(2023))])
    assert (fact.name, fact.area) == ("Neue Talschule", "uentrop")
    found = [(value.indicator, value.year, value.value, value.delivery) for value in fact.values]
    assert found == [
        ("schueler-je-schule", 2023, 200.0, "b"),
        ("schueler-je-schule", 2024, 210.0, "a"),
        ("schulsozialindex", 2023, 5.0, "b"),
    ]


def test_two_deliveries_must_not_contradict() -> None:
    assert len(merged([delivery("a", facility(2024)), delivery("b", facility(2024))])) == 1
    with pytest.raises(ReleaseRefused, match="120001 und das Jahr 2024 verschiedene Werte"):
        merged([delivery("a", facility(2024)), delivery("b", facility(2024, pupils=205))])


DESCRIPTION = """
id = "schulen-2024"
titel = "Schulverzeichnis"
lieferant = "IT.NRW"
ansprechstelle = "Schulstatistik"
eingegangen = 2026-03-02
quelle = "itnrw-schulverzeichnis"

[[datei]]
name = "schulen.csv"
form = "schulverzeichnis"
trennzeichen = ","
dezimalzeichen = "."
"""
HEADER = (
    "Schuljahr,Schulform,Amtlicher Gemeindeschlüssel,Schulnummer,Amtliche Bezeichnung 1,Postleitzahl,Anzahl,"
    "Sozialindex,latitude,longitude,found_address\n"
)
#: Number, name, postcode, pupils, index, latitude, longitude, found address.
ROWS = (
    ("129101", "Quittenbaumschule", "59065", 195, 6, 51.680, 7.815, ""),
    ("129102", "Holunderwegschule", "59065", 205, 7, 51.682, 7.817, ""),
    ("129103", "Schlehdornschule", "59065", 315, 4, 51.678, 7.813, ""),
    ("129104", "Mispelstraßenschule", "59065", 145, 3, 51.681, 7.814, "Weg 1; 48143 Münster"),
)


def deliver_schools(root: Path, header: str = HEADER) -> None:
    """A directory of four schools, one of them with an address that looks wrong (a warning)."""
    folder = root / "data" / "deliveries" / "schulen-2024"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lieferung.toml").write_text(DESCRIPTION, encoding="utf-8")
    lines = [
        f"2024/25,Grundschule,05915000,{number},{name},{plz},{pupils},{index},{lat},{lon},{found}"
        for number, name, plz, pupils, index, lat, lon, found in ROWS
    ]
    (folder / "schulen.csv").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def opened() -> Iterator[Callable[[str], ProtectedStore]]:
    found: list[ProtectedDatabase] = []

    def open_url(url: str) -> ProtectedStore:
        found.append(ProtectedDatabase(url))
        return ProtectedStore(found[-1])

    yield open_url
    for database in found:
        database.close()


@pytest.fixture
def public(small_root: Path) -> str:
    """URL of the public database of an installation that was sent a directory of schools."""
    deliver_schools(small_root)
    return f"sqlite:///{small_root / 'data' / 'releases' / 'monitor.sqlite'}"


def test_a_release_puts_facilities_into_the_protected_database_only(
    public: str, small_root: Path, sqlite_url: str, opened: Callable[[str], ProtectedStore]
) -> None:
    assert main(["release", "--akzeptiere"], settings_of(public, small_root, sqlite_url)) == 0
    with Store(public) as store:
        release = store.current().id
    found = opened(sqlite_url).facilities(staff(), release)
    assert [(fact.number, fact.name) for fact in found] == [row[:2] for row in ROWS]
    assert {fact.area for fact in found} == {"mitte"}
    assert [value.value for value in found[0].values] == [195.0, 6.0]
    assert opened(sqlite_url).facilities(staff("uentrop"), release) == ()
    file = Path(public.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file)) as connection:
        text = "\n".join(connection.iterdump())
    assert "Hinweis zu einer Einrichtung" in text
    for number, name, *_ in ROWS:
        assert number not in text
        assert name not in text
        assert name.encode() not in file.read_bytes()
    assert "48143 Münster" not in text


def test_an_installation_may_get_its_protected_database_later(
    public: str, small_root: Path, sqlite_url: str, capsys: Output, opened: Callable[[str], ProtectedStore]
) -> None:
    assert main(["release", "--akzeptiere"], Settings(public, small_root)) == 0
    names = {path.name for path in (small_root / "data" / "releases").iterdir()}
    assert names <= {"monitor.sqlite", ".monitor.sqlite.lock"}
    protected = sqlite_url.replace("monitor", "geschuetzt")
    assert main(["release", "--akzeptiere"], settings_of(public, small_root, protected)) == 0
    assert "Nichts Neues" in capsys.readouterr().out
    with Store(public) as store:
        release = store.current().id
    assert len(opened(protected).facilities(staff(), release)) == 4


def test_a_protected_database_that_fails_stops_the_release(
    public: str, small_root: Path, capsys: Output
) -> None:
    settings = settings_of(public, small_root, "postgresql://niemand@127.0.0.1:9/nichts")
    assert main(["release", "--akzeptiere"], settings) == 1
    assert capsys.readouterr().err.startswith("Die geschützte Datenbank ist nicht erreichbar: ")
    with Store(public) as store, pytest.raises(NoRelease):
        store.current()
