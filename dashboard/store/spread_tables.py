"""What is computed over all areas of a partition: gaps, convergence, inequality, three-year values."""

from __future__ import annotations

from sqlalchemy import Column, Named, Table

from dashboard.store.tables import KEY, metadata, of_cell, of_indicator


class gap_columns(of_indicator):
    """See :class:`dashboard.model.Gap`."""

    partition: Named[str] = Column(KEY, primary_key=True)
    year: Named[int] = Column(primary_key=True)
    origin: Named[str] = Column(KEY, primary_key=True)
    lowest: Named[str]
    highest: Named[str]
    gap: Named[float]
    chance_mean: Named[float | None]
    chance_p95: Named[float | None]
    areas: Named[int]


class convergence_columns(of_indicator):
    """See :class:`dashboard.model.Convergence`."""

    partition: Named[str] = Column(KEY, primary_key=True)
    origin: Named[str] = Column(KEY, primary_key=True)
    label: Named[str]
    p: Named[float | None]
    first_year: Named[int | None]
    last_year: Named[int | None]
    first_spread: Named[float | None]
    last_spread: Named[float | None]


class pooled_columns(of_cell):
    """See :class:`dashboard.model.Pooled`."""

    origin: Named[str] = Column(KEY, primary_key=True)
    value: Named[float]
    numerator: Named[float]
    denominator: Named[float]
    lower: Named[float | None]
    upper: Named[float | None]
    rest: Named[float | None]
    difference: Named[float | None]
    p: Named[float | None]
    p_holm: Named[float | None]
    label: Named[str]
    single_label: Named[str]


class inequality_columns(of_indicator):
    """See :class:`dashboard.model.Inequality`."""

    partition: Named[str] = Column(KEY, primary_key=True)
    year: Named[int] = Column(primary_key=True)
    origin: Named[str] = Column(KEY, primary_key=True)
    bgsd: Named[float]
    cov: Named[float | None]
    idisp: Named[float | None]
    theil: Named[float | None]
    mld: Named[float | None]
    mdmw: Named[float]
    bgv: Named[float]
    sii: Named[float | None]
    sii_lower: Named[float | None]
    sii_upper: Named[float | None]
    rii: Named[float | None]
    deprivation_year: Named[int | None]
    true_spread: Named[float | None]
    true_spread_lower: Named[float | None]
    true_spread_upper: Named[float | None]
    areas: Named[int]


gap = Table("gap", metadata, gap_columns, sqlite_with_rowid=False)
convergence = Table("convergence", metadata, convergence_columns, sqlite_with_rowid=False)
pooled = Table("pooled", metadata, pooled_columns, sqlite_with_rowid=False)
inequality = Table("inequality", metadata, inequality_columns, sqlite_with_rowid=False)
