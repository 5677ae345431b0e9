"""``link``: give out a link to the facilities, list the links, withdraw one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from dashboard.access.groups import AccessSettingsError
from dashboard.access.links import LinkRefused, new_link, token_of
from dashboard.catalogue.catalogue import Catalogue
from dashboard.commands.failure import Failure
from dashboard.settings import Settings
from dashboard.store.errors import StoreError
from dashboard.store.links import add_link, links, withdraw_link
from dashboard.store.protected_facts import LinkRecord
from dashboard.store.read import Store

_NO_DATABASE = (
    "Für Zugangslinks braucht es die geschützte Datenbank: DASHBOARD_PROTECTED_DATABASE_URL ist nicht "
    "gesetzt (zum Beispiel sqlite:////pfad/zu/data/releases/geschuetzt.sqlite)."
)


def create(settings: Settings, rooms: Sequence[str] | None, days: int, purpose: str, address: str) -> int:
    """Print a new link to the facilities of ``rooms`` (ids or names, ``None`` = all), valid for ``days``."""
    url = _register(settings)
    try:
        key = settings.access.signing_key()
        record = new_link(_areas(settings, rooms), days, purpose, address)
        add_link(url, record)
    except (AccessSettingsError, LinkRefused, StoreError) as error:
        raise Failure(str(error)) from error
    base = settings.access.public_url or f"http://{settings.host}:{settings.port}"
    print(f"{base}/zugang/{token_of(record, key)}")
    print(
        f"Zugangslink {record.id} für {record.purpose}: {_rooms(record)}, gültig bis {_day(record.expires)}."
    )
    return 0


def show(settings: Settings) -> int:
    """Print every link that was given out; the links themselves are kept nowhere."""
    url = _register(settings)
    try:
        found = links(url)
    except StoreError as error:
        raise Failure(str(error)) from error
    now = datetime.now(UTC)
    rows = [(each.id, _state(each, now), _day(each.expires), _rooms(each), each.purpose) for each in found]
    for row in [("Kennung", "Zustand", "gültig bis", "Räume", "Zweck"), *rows] if rows else []:
        print("{:<11} {:<13} {:<11} {:<24} {}".format(*row))
    if not rows:
        print("Es wurde noch kein Zugangslink vergeben.")
    return 0


def withdraw(settings: Settings, link: str) -> int:
    """Withdraw a link: whoever uses it sees the public figures only, from the next click on."""
    url = _register(settings)
    try:
        before = withdraw_link(url, link, datetime.now(UTC))
    except StoreError as error:
        raise Failure(str(error)) from error
    if before.withdrawn is None:
        print(f"Zugangslink {link} ({before.purpose}) ist zurückgezogen.")
    else:
        print(f"Zugangslink {link} ({before.purpose}) war seit {_day(before.withdrawn)} zurückgezogen.")
    return 0


def _register(settings: Settings) -> str:
    if not settings.access.protected_url:
        raise Failure(_NO_DATABASE)
    return settings.access.protected_url


def _areas(settings: Settings, rooms: Sequence[str] | None) -> list[str] | None:
    if rooms is None:
        return None
    with Store(settings.database_url) as store:
        catalogue = store.catalogue(store.current().id)
    return [_area(room, catalogue) for room in rooms]


def _area(room: str, catalogue: Catalogue) -> str:
    known = {area.id for area in catalogue.partition("sozialraum")}
    found = catalogue.resolve_area(room, "sozialraum")
    if found is None or found.id not in known:
        raise Failure(f"Den Sozialraum „{room}“ gibt es nicht. Es gibt: {', '.join(sorted(known))}.")
    return found.id


def _rooms(record: LinkRecord) -> str:
    return "alle" if record.areas is None else ", ".join(sorted(record.areas))


def _state(record: LinkRecord, now: datetime) -> str:
    if record.withdrawn is not None:
        return "zurückgezogen"
    return "gültig" if now < record.expires else "abgelaufen"


def _day(time: datetime) -> str:
    return f"{time:%d.%m.%Y}"
