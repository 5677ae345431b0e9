"""The table ``audit``: how small numbers are protected in each table of figures, without any figure."""

from __future__ import annotations

from sqlalchemy import Column, Named, Table

from dashboard.store.tables import KEY, metadata, of_indicator


class audit_columns(of_indicator):
    """See :class:`dashboard.store.contents.Audit`."""

    kind: Named[str] = Column(KEY, primary_key=True)
    year: Named[int] = Column(primary_key=True)
    origin: Named[str] = Column(KEY, primary_key=True)
    cells: Named[int]
    primary: Named[int]
    secondary: Named[int]
    narrowest: Named[float | None]


audit = Table("audit", metadata, audit_columns, sqlite_with_rowid=False)
