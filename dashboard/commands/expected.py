"""What can go wrong in the rooms without being a fault of the program: told in German, no traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.catalogue.problem import CatalogueError
from dashboard.commands.failure import Failure
from dashboard.geo.models import GeoError
from dashboard.intake.finding import DeliveryError
from dashboard.prepare.refused import ReleaseRefused
from dashboard.store.errors import StoreError


@contextmanager
def failures() -> Iterator[None]:
    """Turn every expected error into a :class:`Failure` with its text."""
    try:
        yield
    except (CatalogueError, GeoError, DeliveryError, ReleaseRefused, StoreError) as error:
        raise Failure(str(error)) from error
