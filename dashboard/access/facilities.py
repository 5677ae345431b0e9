"""The facilities that the sender of the current request may see: the only way to them for a page."""

from __future__ import annotations

from collections.abc import Callable

from flask import current_app, request

from dashboard.access.scope import StaffScope
from dashboard.access.session import Access, scope_of
from dashboard.store.errors import StoreError
from dashboard.store.protected_facts import FacilityFact


def facilities_of_request(access: Access) -> Callable[[str, str], tuple[FacilityFact, ...] | None]:
    """Release and area → its facilities, None where the reader may not see them.

    Asks for the scope of the request each time; nothing is kept.
    """

    def read(release: str, area: str) -> tuple[FacilityFact, ...] | None:
        scope = scope_of(request)
        if access.facilities is None or not isinstance(scope, StaffScope) or not reaches(scope, area):
            return None
        try:
            return access.facilities.facilities(scope, release, area)
        except StoreError as error:
            # over in this moment, or the protected database cannot be read: the public page still can
            current_app.logger.warning("Einrichtungen sind nicht lesbar: %s", error)
            return None

    return read


def reaches(scope: StaffScope, area: str) -> bool:
    """Whether the right covers this area."""
    return scope.areas is None or area in scope.areas
