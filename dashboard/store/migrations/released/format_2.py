"""Three-year values, measures of inequality, the smallest trend that could be noticed; the audit.

Old releases have no rows in the new tables and no number in the new column: they are not computed anew.
"""

from __future__ import annotations

from alembic import op

from dashboard.store.migrations.columns import cell_keys, keys, numbers, texts, whole, year_key

revision = "format_2"
down_revision = "format_1"


def upgrade() -> None:
    """Add what is new. ``audit`` came in the course of format 1: some databases have it already."""
    op.create_table(
        "audit", *keys("release", "indicator", "breakdown", "kind"), year_key(), *keys("origin"),
        *whole("cells", "primary", "secondary"), *numbers("narrowest"), sqlite_with_rowid=False,
        if_not_exists=True,
    )  # fmt: skip
    op.create_table(
        "pooled", *cell_keys(), *keys("origin"),
        *numbers("value", "numerator", "denominator", nullable=False),
        *numbers("lower", "upper", "rest", "difference", "p", "p_holm"), *texts("label", "single_label"),
        sqlite_with_rowid=False, if_not_exists=True,
    )  # fmt: skip
    _create_inequality()
    # Last but one: on a server nobody can read trends from here to the end of the transaction.
    op.add_column("trend", *numbers("detectable"))
    op.execute("UPDATE current SET format = 2")


def _create_inequality() -> None:
    op.create_table(
        "inequality", *keys("release", "indicator", "breakdown", "partition"), year_key(), *keys("origin"),
        *numbers("bgsd", nullable=False), *numbers("cov", "idisp", "theil", "mld"),
        *numbers("mdmw", "bgv", nullable=False), *numbers("sii", "sii_lower", "sii_upper", "rii"),
        *whole("deprivation_year", nullable=True),
        *numbers("true_spread", "true_spread_lower", "true_spread_upper"), *whole("areas"),
        sqlite_with_rowid=False, if_not_exists=True,
    )  # fmt: skip
