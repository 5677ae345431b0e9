"""No question of a page scans a table: both databases are asked for their plan."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from sqlalchemy import Connection, Select, create_engine, text
from world import AREAS, share_row, tiny_areas, tiny_catalogue, tiny_contents, tiny_indicator

from dashboard.model import Inequality, Pooled, Trend
from dashboard.store import queries, queries_computed
from dashboard.store.contents import ReleaseContents
from dashboard.store.write import write_release

R, SHARE = "2026-2", "kennzahl-7"
QUESTIONS: dict[str, tuple[Any, ...]] = {
    "current_release": (),
    "all_releases": (),
    "catalogue": (R,),
    "shapes": (R, "sozialraum"),
    "observations": (R,),
    "every_fact": (R,),
    "indicator_facts": (R, SHARE, "", AREAS),
    "every_category": (R, SHARE, AREAS),
    "year_by_category": (R, (SHARE, "kennzahl-8"), AREAS, 2023),
    "area_facts": (R, AREAS, "", 2023),
    "area_history": (R, "mitte", ""),
    "years_of_area": (R, "mitte", ""),
    "facts_of_years": (R, AREAS, "", [(f"kennzahl-{number}", 2010 + number % 15) for number in range(20)]),
    "gaps": (R,),
    "inequalities": (R,),
    "pooled_values": (R,),
    "convergences": (R,),
    "target_results": (R,),
    "coverage_of": (R,),
    "corrections": (R,),
    "audit_of": (R,),
}
#: May be read from end to end: the table of a single row, and a list inside the statement.
NO_TABLE = ("SCAN current", "CONSTANT ROWS")
#: What the plan must look up, beyond the release: the reason why the index is there.
LOOKED_UP = {
    "indicator_facts": ("indicator", "breakdown", "area"),
    "every_category": ("indicator",),
    "year_by_category": ("indicator",),
    "area_facts": ("area", "breakdown", "year"),
    "area_history": ("area", "breakdown"),
    "years_of_area": ("area", "breakdown"),
    "facts_of_years": ("area", "breakdown"),
}


def _public() -> dict[str, Callable[..., Select[*tuple[Any, ...]]]]:
    return {
        name: function
        for module in (queries, queries_computed)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


def test_every_question_is_listed_here() -> None:
    assert set(_public()) == set(QUESTIONS)


@pytest.fixture
def sqlite_connection(sqlite_url: str) -> Iterator[Connection]:
    yield from _connection(sqlite_url)


@pytest.fixture
def postgres_connection(postgres_url: str) -> Iterator[Connection]:
    yield from _connection(postgres_url)


def _connection(url: str) -> Iterator[Connection]:
    """Two releases of a realistic size: with a handful of rows every plan is as good as any other."""
    for seed in (1, 2):
        write_release(url, _large(seed))
    engine = create_engine(url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _large(seed: int) -> ReleaseContents:
    indicators = [tiny_indicator(f"kennzahl-{number}") for number in range(20)]
    areas = [area.id for area in tiny_areas()]
    rows = tuple(
        replace(share_row(area, year, seed + year % 50, 190), indicator=indicator.id)
        for indicator, area, year in product(indicators, areas, range(2010, 2025))
    )
    trends = tuple(
        Trend(row.indicator, row.area, row.year, "", "no_trend", 0.1, 0.5, 5, row.year - 4, "demo")
        for row in rows
    )
    pooled = tuple(_pooled(row.indicator, row.area, row.year) for row in rows)
    unequal = tuple(_inequality(i.id, year) for i, year in product(indicators, range(2010, 2025)))
    return tiny_contents(
        catalogue=tiny_catalogue(*indicators),
        observations=rows,
        trends=trends,
        pooled=pooled,
        inequalities=unequal,
    )


def _pooled(indicator: str, area: str, year: int) -> Pooled:
    (_, example) = tiny_contents().pooled
    return replace(example, indicator=indicator, area=area, year=year)


def _inequality(indicator: str, year: int) -> Inequality:
    (example,) = tiny_contents().inequalities
    return replace(example, indicator=indicator, year=year)


def test_sqlite_searches_and_never_scans(sqlite_connection: Connection) -> None:
    for name, arguments in QUESTIONS.items():
        statement = _public()[name](*arguments)
        sql = statement.compile(sqlite_connection, compile_kwargs={"literal_binds": True})
        steps = [row[3] for row in sqlite_connection.execute(text(f"EXPLAIN QUERY PLAN {sql}"))]
        tables = [step for step in steps if step.startswith(("SCAN", "SEARCH"))]
        assert tables, name
        assert not [
            s for s in tables if (s.startswith("SCAN") and not s.endswith(NO_TABLE)) or "AUTOMATIC" in s
        ], (name, steps)
        _assert_looked_up(name, " ".join(steps))


def test_postgresql_uses_an_index_for_every_table(postgres_connection: Connection) -> None:
    # Tables of a page or two are always faster to scan; priced out, a scan remains only without an index.
    postgres_connection.execute(text("SET LOCAL enable_seqscan = off"))
    for name, arguments in QUESTIONS.items():
        statement = _public()[name](*arguments)
        sql = statement.compile(postgres_connection, compile_kwargs={"literal_binds": True})
        plan = postgres_connection.scalar(text(f"EXPLAIN (FORMAT JSON) {sql}"))
        nodes = list(_nodes(plan[0]["Plan"]))
        assert not [node for node in nodes if node["Node Type"] == "Seq Scan"], (name, plan)
        scans = [node for node in nodes if "Index" in node["Node Type"]]
        assert scans, name
        _assert_looked_up(name, " ".join(node.get("Index Cond", "") for node in scans))


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", []):
        yield from _nodes(part)


def _assert_looked_up(name: str, conditions: str) -> None:
    for column in LOOKED_UP.get(name, ()):
        assert f"{column}=" in conditions or f"{column} =" in conditions, (name, column, conditions)
