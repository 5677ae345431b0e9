"""The first schema: facilities with their delivered figures, and the register of links."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Double, Integer, Text

from dashboard.store.migrations.columns import KEY, keys, texts, whole, year_key

revision = "format_1"
down_revision = None


def upgrade() -> None:
    """Create all tables, and the row that says which format this is."""
    schema = op.get_context().version_table_schema
    identity = Column("id", Integer, primary_key=True, autoincrement=False)
    marker = op.create_table("schema_format", identity, *whole("format"), schema=schema)
    op.bulk_insert(marker, [{"id": 1, "format": 1}])
    op.create_table(
        "facility", *keys("release", "number"), *texts("name", "form", "postcode"), Column("area", KEY),
        sqlite_with_rowid=False, schema=schema,
    )  # fmt: skip
    op.create_table(
        "facility_observation", *keys("release", "number", "indicator"), year_key(),
        Column("value", Double, nullable=False), *texts("delivery"), sqlite_with_rowid=False, schema=schema,
    )  # fmt: skip
    op.create_table(
        "access_link", *keys("id"), *texts("purpose"), Column("areas", Text),
        *texts("address", "created", "expires"), Column("withdrawn", Text), sqlite_with_rowid=False,
        schema=schema,
    )  # fmt: skip
