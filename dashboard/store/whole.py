"""What every view of a release needs: its catalogue, and what there is of each indicator."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import from_json
from dashboard.store import queries
from dashboard.store.errors import UnknownRelease
from dashboard.store.facts import IndicatorOverview, Overview


def read_catalogue(connection: Connection, release: str) -> Catalogue:
    """The catalogue as it was when the release was made. Raises UnknownRelease."""
    text = connection.execute(queries.catalogue(release)).scalar_one_or_none()
    if text is None:
        raise UnknownRelease(f"Den Datenstand „{release}“ gibt es in dieser Datenbank nicht.")
    return from_json(text)


def read_overview(connection: Connection, release: str) -> Overview:
    """Years, kinds of area, categories and origins of every indicator."""
    rows = connection.execute(queries.coverage_of(release)).all()
    return {
        key: IndicatorOverview.of_rows(key, tuple(group))
        for key, group in groupby(rows, attrgetter("indicator"))
    }
