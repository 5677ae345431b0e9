"""What differs between installations, read once from the environment."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class SettingsError(ValueError):
    """An environment variable has a value that cannot be used (German message)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``database_url`` is a SQLAlchemy URL; all paths are absolute."""

    database_url: str
    root: Path
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2
    secret_key: str = ""

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

        Raises :class:`SettingsError` for a port or number of workers that is none.
        """
        default_url = f"sqlite:///{root / 'data' / 'releases' / 'monitor.sqlite'}"
        return cls(
            database_url=env.get("DASHBOARD_DATABASE_URL") or default_url,
            root=root,
            host=env.get("HOST") or "127.0.0.1",
            port=_whole_number(env, "PORT", 8050, 65535),
            workers=_whole_number(env, "WEB_CONCURRENCY", 2, 64),
            secret_key=env.get("DASHBOARD_SECRET_KEY") or secrets.token_hex(32),
        )


def _whole_number(env: Mapping[str, str], name: str, default: int, highest: int) -> int:
    text = env.get(name) or str(default)
    if not text.isdecimal() or not 1 <= int(text) <= highest:
        raise SettingsError(
            f"{name} hat den Wert „{text}“, erwartet wird eine ganze Zahl von 1 bis {highest}."
        )
    return int(text)
