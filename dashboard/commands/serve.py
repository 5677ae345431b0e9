"""``serve``: the application for readers, until it is stopped."""

from __future__ import annotations

from dashboard.commands.failure import Failure
from dashboard.serve import serve as serve_until_stopped
from dashboard.settings import Settings
from dashboard.store.errors import StoreError


def serve(settings: Settings) -> int:
    """Run the server; 0 when it was stopped."""
    try:
        serve_until_stopped(settings)
    except StoreError as error:
        raise Failure(str(error)) from error
    return 0
