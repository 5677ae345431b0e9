"""Nine areas, their outlines as a 3 × 3 of unequal tiles, and builders for the tests of the figures room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.display import AreaValue, CityLine, Point, Scale, Series, Shape, Sign

NAMES = {
    "bockum-hoevel": "Bockum-Hövel",
    "hamm-norden": "Hamm-Norden",
    "heessen": "Heessen",
    "hamm-westen": "Hamm-Westen",
    "mitte": "Mitte",
    "uentrop": "Uentrop",
    "herringen": "Herringen",
    "pelkum": "Pelkum",
    "rhynern": "Rhynern",
}
VALUES = (29.6, 21.9, 25.0, 23.4, 36.8, 46.3, 27.1, 34.0, 41.2)
SIGNS: tuple[Sign, ...] = (
    "same", "worse", "same", "worse", "same", "better", "higher", "lower", "better",
)  # fmt: skip
YEARS = tuple(range(2015, 2025))
SCALE = Scale(
    (25, 30, 35, 40, 45),
    (
        "unter 25 %", "25 bis unter 30 %", "30 bis unter 35 %", "35 bis unter 40 %", "40 bis unter 45 %",
        "45 % und mehr",
    ),
    "unter 25 · 30 · 35 · 40 · 45 % und mehr",
)  # fmt: skip
CITY = CityLine(31.9, 29.7, 34.1, "31,9\u202f%", "Stadt Hamm 31,9\u202f%")


def german(value: float) -> str:
    """ "21,9 %"."""
    return f"{value:.1f}\u202f%".replace(".", ",")


def area(slug: str, **changes: Any) -> AreaValue:
    """One of the nine as it is drawn; any field can be replaced."""
    place = list(NAMES).index(slug)
    value = VALUES[place]
    given: dict[str, Any] = {
        "area": slug, "name": NAMES[slug], "short_name": NAMES[slug],
        "value": value, "lower": value - 6, "upper": value + 6.5, "numerator": 41, "denominator": 1187,
        "text": german(value), "interval_text": f"{german(value - 6)} bis {german(value + 6.5)}",
        "sign": SIGNS[place], "sign_word": "nicht unterscheidbar", "noted": False,
        "trend": "no_trend", "trend_word": "kein Trend nachweisbar", "origin": "delivered",
        "href": f"/?raum={slug}", "focused": False, "row": place // 3 + 1, "column": place % 3 + 1,
    }  # fmt: skip
    return AreaValue(**(given | changes))


def hidden(slug: str, **changes: Any) -> AreaValue:
    """The same area under Geheimhaltung."""
    none = dict.fromkeys(("value", "lower", "upper", "numerator", "denominator"))
    return area(slug, **none, text="x", interval_text="", sign="hidden", sign_word="Geheimhaltung", **changes)


def areas(**changed: AreaValue) -> dict[str, AreaValue]:
    """All nine; keyword arguments (hyphens as underscores) replace single ones."""
    values = {slug: area(slug) for slug in NAMES}
    return values | {slug.replace("_", "-"): value for slug, value in changed.items()}


def ordered(values: Mapping[str, AreaValue]) -> list[AreaValue]:
    """Highest first, areas without a value last."""
    return sorted(values.values(), key=lambda one: -(one.value or 0))


def shapes(tile: float = 180, small: str = "hamm-norden") -> list[Shape]:
    """Nine squares in their places; the ``small`` one shrinks to a sliver its label cannot fit into."""
    drawn = []
    for place, slug in enumerate(NAMES):
        x, y = place % 3 * tile + 10, place // 3 * tile + 120
        size = 14 if slug == small else tile
        path = f"M{x} {y}l{size} 0 0 {size}-{size} 0z"
        drawn.append(Shape(slug, path, x + size / 2, y + size / 2, size, 3 * tile + 20, 3 * tile + 130))
    return drawn


def point(year: int, value: float | None, **changes: Any) -> Point:
    """One year of a school-year series with an interval of ±5."""
    given: dict[str, Any] = {
        "year": year, "label": f"{year}/{(year + 1) % 100:02d}", "value": value,
        "lower": None if value is None else value - 5, "upper": None if value is None else value + 5,
        "text": "x" if value is None else german(value), "sign": "same", "origin": "delivered",
    }  # fmt: skip
    return Point(**(given | changes))


def line(slug: str, missing: tuple[int, ...] = (), **changes: Any) -> Series:
    """One area over all years, rising by half a point a year."""
    place = list(NAMES).index(slug)
    points = tuple(
        point(year, None if year in missing else VALUES[place] - (2024 - year) / 2, sign=SIGNS[place])
        for year in YEARS
    )
    given: dict[str, Any] = {
        "area": slug, "name": NAMES[slug], "points": points, "text": german(VALUES[place]),
        "sign": SIGNS[place], "focused": False, "row": place // 3 + 1, "column": place % 3 + 1,
        "href": f"/?raum={slug}",
    }  # fmt: skip
    return Series(**(given | changes))


def lines() -> tuple[Series, ...]:
    """All nine over time."""
    return tuple(line(slug) for slug in NAMES)


def city_series() -> Series:
    """The city over time, all published."""
    points = tuple(point(year, 30 + (year - 2015) / 5, sign="none", origin="published") for year in YEARS)
    return Series("hamm", "Stadt Hamm", points, "31,9\u202f%", "none", False, None, None, "/")


def numbers(part: object) -> Iterator[float]:
    """Every number anywhere in a figure."""
    if isinstance(part, dict):
        for each in part.values():
            yield from numbers(each)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from numbers(each)
    elif isinstance(part, float | int):
        yield part
