"""Kinds of columns as the steps write them. A step that was once released is never changed, so is this."""

from __future__ import annotations

from sqlalchemy import Column, Double, Integer, String, Text

#: Sorts by code point on both databases.
KEY = Text().with_variant(Text(collation="C"), "postgresql")


def keys(*names: str) -> list[Column[str]]:
    """Texts of the primary key."""
    return [Column(name, KEY, primary_key=True) for name in names]


def year_key() -> Column[int]:
    """The period in a primary key."""
    return Column("year", Integer, primary_key=True, autoincrement=False)


def cell_keys() -> list[Column[str] | Column[int]]:
    """One indicator, category, area and period of one release."""
    return [*keys("release", "indicator", "breakdown", "area"), year_key()]


def texts(*names: str) -> list[Column[str]]:
    """Texts that every row has."""
    return [Column(name, String, nullable=False) for name in names]


def whole(*names: str, nullable: bool = False) -> list[Column[int]]:
    """Whole numbers."""
    return [Column(name, Integer, nullable=nullable) for name in names]


def numbers(*names: str, nullable: bool = True) -> list[Column[float]]:
    """Numbers that a row may lack, unless said otherwise."""
    return [Column(name, Double, nullable=nullable) for name in names]
