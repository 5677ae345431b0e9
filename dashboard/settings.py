"""What differs between installations, read once from the environment."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.access.groups import AccessSettingsError
from dashboard.access.settings import AccessSettings
from dashboard.publishing import Publishing, PublishingError

#: A place that may show our pages in a frame: 'self', 'none' or a host, with * for its first label.
_ANCESTOR = re.compile(r"'self'|'none'|(https?://)?(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?")
ROOT = Path(__file__).resolve().parent.parent


class SettingsError(ValueError):
    """An environment variable has a value that cannot be used (German message)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``database_url`` is a SQLAlchemy URL; all paths are absolute.

    ``frame_ancestors`` is a list of CSP sources, ``proxies`` the number of trusted reverse proxies in
    front; requests per minute hold for one client address and one process, 0 is no limit. ``indexed``:
    search engines may keep what holds today.
    """

    database_url: str
    root: Path
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2
    secret_key: str = ""
    frame_ancestors: str = "'none'"
    proxies: int = 0
    calls_per_minute: int = 1200
    files_per_minute: int = 120
    access: AccessSettings = field(default_factory=AccessSettings)
    indexed: bool = True
    publishing: Publishing = field(default_factory=Publishing)

    @property
    def data(self) -> Path:
        """Folder of catalogue, published figures, deliveries, demo calibration and releases."""
        return self.root / "data"

    @property
    def geodata(self) -> Path:
        """Folder of the boundary network."""
        return self.root / "geodata"

    @property
    def build(self) -> Path:
        """Folder of files made at set-up: compressed scripts and styles."""
        return self.root / "build"

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ, root: Path = ROOT) -> Settings:
        """Read DASHBOARD_DATABASE_URL, DASHBOARD_SECRET_KEY, HOST, PORT and WEB_CONCURRENCY.

        Who may see what is read by :class:`AccessSettings`, who publishes by :class:`Publishing`. Raises
        :class:`SettingsError` for a port or number of workers that is none, and for what those cannot use.
        """
        default_url = f"sqlite:///{root / 'data' / 'releases' / 'monitor.sqlite'}"
        return cls(
            database_url=env.get("DASHBOARD_DATABASE_URL") or default_url,
            root=root,
            host=env.get("HOST") or "127.0.0.1",
            port=_whole_number(env, "PORT", 8050, 65535),
            workers=_whole_number(env, "WEB_CONCURRENCY", 2, 64),
            secret_key=env.get("DASHBOARD_SECRET_KEY") or secrets.token_hex(32),
            access=_access(env),
            publishing=_publishing(env),
            frame_ancestors=_frame_ancestors(env.get("DASHBOARD_FRAME_ANCESTORS") or "'none'"),
            proxies=_whole_number(env, "DASHBOARD_BEHIND_PROXY", 0, 5, lowest=0),
            calls_per_minute=_whole_number(env, "DASHBOARD_CALLS_PER_MINUTE", 1200, 10**6, lowest=0),
            files_per_minute=_whole_number(env, "DASHBOARD_FILES_PER_MINUTE", 120, 10**6, lowest=0),
            indexed=_indexed(env.get("DASHBOARD_ROBOTS") or "noindex"),
        )


def _access(env: Mapping[str, str]) -> AccessSettings:
    try:
        return AccessSettings.from_env(env)
    except AccessSettingsError as error:
        raise SettingsError(str(error)) from error


def _publishing(env: Mapping[str, str]) -> Publishing:
    try:
        return Publishing.from_env(env)
    except PublishingError as error:
        raise SettingsError(str(error)) from error


def _indexed(text: str) -> bool:
    if text not in ("index", "noindex"):
        raise SettingsError(f"DASHBOARD_ROBOTS hat den Wert „{text}“, erwartet wird index oder noindex.")
    return text == "index"


def _whole_number(env: Mapping[str, str], name: str, default: int, highest: int, lowest: int = 1) -> int:
    text = env.get(name) or str(default)
    if not text.isdecimal() or not lowest <= int(text) <= highest:
        raise SettingsError(
            f"{name} hat den Wert „{text}“, erwartet wird eine ganze Zahl von {lowest} bis {highest}."
        )
    return int(text)


def _frame_ancestors(text: str) -> str:
    sources = text.split()
    if all(_ANCESTOR.fullmatch(source) for source in sources) and (
        "'none'" not in sources or len(sources) == 1
    ):
        return " ".join(sources)
    raise SettingsError(
        f"DASHBOARD_FRAME_ANCESTORS hat den Wert „{text}“, erwartet wird 'none', 'self' oder eine Liste "
        "von Adressen wie https://www.hamm.de, durch Leerzeichen getrennt."
    )
