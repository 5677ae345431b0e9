"""``serve``: the application for readers, until it is stopped."""

from __future__ import annotations

from dashboard.commands.failure import Failure
from dashboard.serve import AddressRefused
from dashboard.serve import serve as serve_until_stopped
from dashboard.settings import Settings
from dashboard.store.connection import parsed
from dashboard.store.errors import StoreError


def serve(settings: Settings) -> int:
    """Run the server; 0 when it was stopped. What is wrong with its settings is said before it starts."""
    _refuse_database("DASHBOARD_DATABASE_URL", settings.database_url)
    if settings.access.protected_url:
        _refuse_database("DASHBOARD_PROTECTED_DATABASE_URL", settings.access.protected_url)
    try:
        serve_until_stopped(settings)
    except (StoreError, AddressRefused) as error:
        raise Failure(str(error)) from error
    return 0


def _refuse_database(name: str, url: str) -> None:
    """An address that is none; whether there is a release to read may change while the server runs."""
    try:
        parsed(url)
    except StoreError as error:
        raise Failure(f"{name} ist nicht zu verwenden. {error}") from error
