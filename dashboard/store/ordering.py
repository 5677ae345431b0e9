"""Rows of a computed table in the order of its primary key."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select


def ordered(table: Any) -> Select[*tuple[Any, ...]]:
    """All columns but the release; what is not ordered comes from PostgreSQL in any order."""
    columns = [column for column in table.columns if column.name != "release"]
    return select(*columns).order_by(*table.primary_key.columns)
