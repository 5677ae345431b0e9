"""The first schema: releases with what was observed, and what was computed from it."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Integer

from dashboard.store.migrations.columns import KEY, cell_keys, keys, numbers, texts, whole, year_key

revision = "format_1"
down_revision = None


def upgrade() -> None:
    """Create all tables. Who writes the first release says in ``current`` which format this is."""
    identity = Column("id", Integer, primary_key=True, autoincrement=False)
    op.create_table("current", identity, Column("release", KEY, nullable=False), *whole("format"))
    _create_releases()
    _create_observed()
    _create_computed()
    _create_spread()


def _create_releases() -> None:
    stored = texts("created", "content_hash", "catalogue", "deliveries")
    op.create_table("release", *keys("id"), *whole("sequence"), *stored, sqlite_with_rowid=False)
    op.create_index("release_sequence", "release", ["sequence"])
    op.create_table(
        "shape", *keys("release", "partition", "area"), *whole("position"), *texts("path"),
        *numbers("label_x", "label_y", "label_width", "width", "height", nullable=False), *texts("geojson"),
        sqlite_with_rowid=False,
    )  # fmt: skip


def _create_observed() -> None:
    op.create_table(
        "observation", *cell_keys(), *keys("origin", "source"),
        Column("reading", Integer, primary_key=True, autoincrement=False),
        *numbers("value", "numerator", "denominator"), Column("cents", BigInteger),
        *texts("status", "certainty", "note", "delivery"), *numbers("lower", "upper"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("observation_area", "observation", ["release", "area", "breakdown", "year", "indicator"])
    op.create_table(
        "coverage", *keys("release", "indicator", "breakdown", "kind"), year_key(), *keys("origin"),
        *whole("cells"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "correction", *cell_keys(), *keys("origin", "source"), *texts("kind"), *numbers("old", "new"),
        sqlite_with_rowid=False,
    )  # fmt: skip


def _create_computed() -> None:
    op.create_table(
        "comparison", *cell_keys(), *keys("origin"), *numbers("rest", "difference", "p", "p_holm"),
        *texts("label", "single_label"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "trend", *cell_keys(), *keys("origin"), *texts("label"), *numbers("slope", "p"),
        *whole("periods", "first_year"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "target_result", *keys("release", "indicator", "target", "area"), *whole("year", nullable=True),
        *texts("status"), *numbers("value", "baseline", "goal"), *whole("target_year"),
        *numbers("probability", "projected", "projected_lower", "projected_upper"), sqlite_with_rowid=False,
    )  # fmt: skip


def _create_spread() -> None:
    op.create_table(
        "gap", *keys("release", "indicator", "breakdown", "partition"), year_key(), *keys("origin"),
        *texts("lowest", "highest"), *numbers("gap", nullable=False), *numbers("chance_mean", "chance_p95"),
        *whole("areas"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "convergence", *keys("release", "indicator", "breakdown", "partition", "origin"), *texts("label"),
        *numbers("p"), *whole("first_year", "last_year", nullable=True),
        *numbers("first_spread", "last_spread"), sqlite_with_rowid=False,
    )  # fmt: skip
