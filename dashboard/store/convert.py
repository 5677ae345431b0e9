"""From rows of the database to the types that other rooms know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Row

from dashboard.model import LINE_ORIGINS, Convergence, Origin
from dashboard.store.contents import ReleaseInfo, deliveries_from_json
from dashboard.store.errors import NewFormat, NoRelease, OldFormat
from dashboard.store.facts import Fact
from dashboard.store.tables import FORMAT

T = TypeVar("T")


def release_info(release: str, created: str, content_hash: str, deliveries: str) -> ReleaseInfo:
    """A row of the table ``release``."""
    return ReleaseInfo(
        release, datetime.fromisoformat(created), content_hash, deliveries_from_json(deliveries)
    )


def current_info(row: Sequence[Any] | None) -> ReleaseInfo:
    """What ``queries.current_release`` found. Raises NoRelease, OldFormat or NewFormat for another schema."""
    if row is None:
        raise NoRelease("Die Datenbank enthält noch keinen Datenstand.")
    if row[1] < FORMAT:
        raise OldFormat(row[1], FORMAT)
    if row[1] != FORMAT:
        raise NewFormat(row[1], FORMAT)
    return release_info(row[0], *row[2:])


def facts_of(connection: Connection, statement: Any) -> tuple[Fact, ...]:
    """The rows of a statement over facts, ordered by indicator, area, year and origin."""
    texts: dict[str, str] = {}  # each is held once: the same few stand in every row, and rows are kept
    rows = [
        Fact._make(texts.setdefault(item, item) if type(item) is str else item for item in row)
        for row in connection.execute(statement)
    ]
    return tuple(sorted(rows, key=attrgetter("indicator", "area", "year", "origin", "source", "reading")))


def latest_of_line(rows: Iterable[tuple[str, Origin, int]]) -> list[tuple[str, int]]:
    """Indicator and latest year of the origin that its line is drawn from."""
    best: dict[str, tuple[int, int]] = {}
    for indicator, origin, year in rows:
        candidate = (-LINE_ORIGINS.index(origin), year)
        best[indicator] = max(best.get(indicator, candidate), candidate)
    return [(indicator, year) for indicator, (_, year) in best.items()]


def rows_as(kind: type[T], rows: Iterable[Row[*tuple[Any, ...]]]) -> tuple[T, ...]:
    """Rows whose columns are the fields of ``kind``."""
    return tuple(kind(**row._mapping) for row in rows)


def leading(found: Sequence[Convergence]) -> Convergence | None:
    """The one of the line that is drawn."""
    return min(found, key=lambda entry: LINE_ORIGINS.index(entry.origin), default=None)
