"""What this room reads from the environment. Nothing set: there is nothing but the public figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from dashboard.access.groups import AccessSettingsError, Grant, parse_groups

SHORTEST_KEY = 32
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
_OIDC = ("ISSUER", "CLIENT_ID", "CLIENT_SECRET", "GROUPS")


@dataclass(frozen=True, slots=True)
class OidcSettings:
    """An OpenID Connect provider, our account there, and what its groups may see."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    groups: Mapping[str, Grant]


@dataclass(frozen=True, slots=True)
class AccessSettings:
    """``protected_url`` is the database of facilities and links, ``key`` what links are signed with.

    ``public_url`` is the address under which readers reach the application, without slash at the end.
    All are empty where they are not set.
    """

    protected_url: str = field(default="", repr=False)
    key: str = field(default="", repr=False)
    public_url: str = ""
    oidc: OidcSettings | None = None

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> AccessSettings:
        """Read DASHBOARD_PROTECTED_DATABASE_URL, _SECRET_KEY, _PUBLIC_URL and DASHBOARD_OIDC_*.

        Raises :class:`AccessSettingsError` for what cannot be used or is only half there.
        """
        found = cls(
            protected_url=env.get("DASHBOARD_PROTECTED_DATABASE_URL", ""),
            key=env.get("DASHBOARD_SECRET_KEY", ""),
            public_url=_web_address("DASHBOARD_PUBLIC_URL", env.get("DASHBOARD_PUBLIC_URL", "")),
            oidc=_oidc(env),
        )
        if found.oidc is not None or (found.protected_url and found.key):
            found.signing_key()
        if found.protected_url and found.protected_url == env.get("DASHBOARD_DATABASE_URL"):
            _refuse_same_file(found.protected_url)
        return found

    def signing_key(self) -> str:
        """The key. Raises :class:`AccessSettingsError` if it is not set or can be guessed."""
        if len(self.key) < SHORTEST_KEY:
            state = "zu kurz" if self.key else "nicht gesetzt"
            raise AccessSettingsError(
                f"DASHBOARD_SECRET_KEY ist {state}. Zugangslinks und Anmeldung brauchen einen festen "
                f"Schlüssel mit mindestens {SHORTEST_KEY} Zeichen, derselbe für alle Prozesse."
            )
        return self.key


def _oidc(env: Mapping[str, str]) -> OidcSettings | None:
    told = {name: env.get(f"DASHBOARD_OIDC_{name}", "").strip() for name in _OIDC}
    if not any(told.values()):
        return None
    if missing := [f"DASHBOARD_OIDC_{name}" for name, value in told.items() if not value]:
        raise AccessSettingsError(f"Für die Anmeldung fehlt: {', '.join(missing)}.")
    issuer = told["ISSUER"]
    parts = urlsplit(_web_address("DASHBOARD_OIDC_ISSUER", issuer))
    if parts.scheme != "https" and parts.hostname not in LOCAL_HOSTS:
        raise AccessSettingsError("DASHBOARD_OIDC_ISSUER muss mit https:// beginnen.")
    return OidcSettings(issuer, told["CLIENT_ID"], told["CLIENT_SECRET"], parse_groups(told["GROUPS"]))


def _web_address(name: str, text: str) -> str:
    """The address without its last slash."""
    parts = urlsplit(text)
    if text and (
        parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment
    ):
        raise AccessSettingsError(f"{name} hat den Wert „{text}“, erwartet wird eine Adresse wie https://….")
    return text.rstrip("/")


def _refuse_same_file(url: str) -> None:
    if url.startswith("sqlite"):
        raise AccessSettingsError(
            "DASHBOARD_PROTECTED_DATABASE_URL muss eine andere Datei nennen als DASHBOARD_DATABASE_URL: "
            "die öffentliche Datenbank enthält keine Einrichtungen."
        )
