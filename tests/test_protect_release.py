"""Protection of a whole release: which figures are small, what hangs together, and that nothing is stored."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from deliveries_world import COUNTS, deliver
from hypothesis import given
from hypothesis import strategies as st
from test_prepare_build import built
from world import AREAS, COUNT, EURO, SHARE, share_row, tiny_catalogue, tiny_contents, tiny_indicator

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Breakdown, Category, Membership, SmallNumbers
from dashboard.model import Observation
from dashboard.prepare.protection import WITHHELD, hide_small_numbers, without_wording
from dashboard.prepare.refused import ReleaseRefused
from dashboard.protect.primary import is_small
from dashboard.protect.release import protected
from dashboard.store.read import Store
from dashboard.store.write import silent, write_release

DELIVERED: dict[str, Any] = {"origin": "delivered", "source": "statistik", "delivery": "schule-2026"}


def shares(counts: Sequence[int], n: int = 190, year: int = 2024, **changes: Any) -> list[Observation]:
    """The three Sozialräume and the city as their sum."""
    rows = [share_row(a, year, x, n, **DELIVERED | changes) for a, x in zip(AREAS, counts, strict=True)]
    return [*rows, share_row("hamm", year, sum(counts), n * len(counts), **DELIVERED | changes)]


def hidden(
    rows: Sequence[Observation], catalogue: Catalogue | None = None, earlier: Sequence[Observation] = ()
) -> set[str]:
    """Areas that are hidden, with the category or indicator where that is not the usual one."""
    outcome = protected(rows, catalogue or tiny_catalogue(), earlier)
    gone = [row for row in outcome.observations if row.status == "hidden"]
    for row in gone:
        numbers = (row.value, row.numerator, row.denominator, row.cents, row.lower, row.upper)
        assert numbers == (None,) * 6
    return {
        " ".join(filter(None, ("" if r.indicator == SHARE else r.indicator, r.breakdown, r.area)))
        for r in gone
    }


# primary rules ------------------------------------------------------------------------------


@given(
    x=st.integers(0, 60),
    n=st.integers(1, 60),
    k=st.integers(0, 12),
    n_min=st.integers(0, 40),
    zero=st.booleans(),
)
def test_a_share_is_small_exactly_if_a_side_its_base_or_a_forbidden_end_is(
    x: int, n: int, k: int, n_min: int, zero: bool
) -> None:
    x = min(x, n)
    indicator = tiny_indicator(SHARE, small_numbers=SmallNumbers(k=k, n_min=n_min, hide_zero=zero))
    small = 0 < x < k or 0 < n - x < k or n < n_min or n < k or zero and x in (0, n)
    assert is_small(share_row("mitte", 2024, x, n), indicator) == small


def test_a_count_is_found_behind_a_printed_share() -> None:
    indicator = tiny_indicator(SHARE)
    assert is_small(share_row("mitte", 2024, 2, 190, numerator=None), indicator)
    assert not is_small(share_row("mitte", 2024, 3, 190, numerator=None), indicator)


def test_money_is_small_if_few_cases_were_paid() -> None:
    euro = tiny_indicator(EURO, kind="euro", comparison="none", sampling=False, unit="€")
    row = share_row("mitte", 2024, 1, 1, indicator=EURO, numerator=None, denominator=None, cents=500)
    assert [cases for cases in (None, 0.0, 1.0, 2.0, 3.0) if is_small(row, euro, cases)] == [1.0, 2.0]


# sums ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "gone"),
    [
        (shares((40, 2, 60)), {"hamm-norden", "mitte"}),
        (shares((40, 188, 60)), {"hamm-norden", "mitte"}),
        (shares((40, 2, 1)), {"mitte", "uentrop"}),
        (shares((40, 2, 60))[:3], {"mitte"}),
        (shares((40, 0, 60)), set()),
        (shares((40, 3, 60)), set()),
        (shares((40, 2, 60), origin="demo"), {"hamm-norden", "mitte"}),
        (shares((40, 2, 60), origin="published"), set()),
    ],
    ids=["one", "complement", "two", "no city", "zero", "threshold", "demo as if real", "published"],
)
def test_areas_of_a_city(rows: list[Observation], gone: set[str]) -> None:
    assert hidden(rows) == gone


def test_a_cell_delivered_hidden_gets_company() -> None:
    norden, mitte, uentrop, city = shares((40, 2, 60))
    sealed = replace(mitte, status="hidden", value=None, numerator=None)  # the denominator was left in
    assert hidden([norden, sealed, uentrop, city]) == {"hamm-norden", "mitte"}
    assert hidden([norden, sealed, uentrop]) == {"mitte"}


def test_every_reading_of_a_hidden_cell_goes() -> None:
    norden, mitte, uentrop, city = shares((40, 2, 60))
    second = replace(mitte, reading=1, numerator=50, value=26.3)
    outcome = protected([norden, mitte, second, uentrop, city], tiny_catalogue())
    assert {row.value for row in outcome.observations if row.area == "mitte"} == {None}


def test_categories_and_their_total() -> None:
    def count(breakdown: str, value: float) -> Observation:
        changes = {"indicator": COUNT, "breakdown": breakdown, "value": value, "denominator": None}
        return share_row("mitte", 2024, int(value), 1, **DELIVERED | changes)

    rows = [count("", 902), count("u18", 2), count("ue18", 900)]
    assert hidden(rows) == {f"{COUNT} u18 mitte", f"{COUNT} ue18 mitte"}
    assert hidden(rows[1:]) == {f"{COUNT} u18 mitte"}


def test_groups_that_share_a_cohort_add_up_to_it() -> None:
    names = ("gymnasium", "realschule", "hauptschule")
    catalogue = tiny_catalogue(*(tiny_indicator(name, group="uebergang") for name in names))
    rows = [
        share_row(area, 2024, x, 190, **DELIVERED, indicator=name)
        for area, counts in (("mitte", (100, 88, 2)), ("uentrop", (60, 70, 60)))
        for name, x in zip(names, counts, strict=True)
    ]
    assert hidden(rows, catalogue) == {"hauptschule mitte", "realschule mitte"}


def test_facilities_add_up_to_their_area() -> None:
    member = Membership(part="schule-1", whole="mitte", weight=1)
    catalogue = replace(tiny_catalogue(), memberships=(member,))
    rows = [share_row(area, 2024, 2, 190, **DELIVERED) for area in ("schule-1",)]
    whole = share_row("mitte", 2024, 2, 190, **DELIVERED)
    other = share_row("uentrop", 2024, 50, 190, **DELIVERED)
    assert hidden([*rows, whole, other], catalogue) == {"schule-1", "mitte"}


def test_both_partitions_are_one_problem() -> None:
    districts = [share_row(a, 2024, x, 285, **DELIVERED) for a, x in (("sb-mitte", 2), ("sb-uentrop", 100))]
    assert hidden([*shares((40, 2, 60)), *districts]) == {"hamm-norden", "mitte", "sb-mitte", "sb-uentrop"}


def test_a_sozialraum_inside_a_stadtbezirk_bounds_it() -> None:
    inside = Membership(part="uentrop", whole="sb-uentrop")
    catalogue = replace(tiny_catalogue(), memberships=(inside,))
    # The only Sozialraum of its Stadtbezirk has the same children: shown there, hidden here is no use.
    rows = [*shares((40, 50, 2)), share_row("sb-uentrop", 2024, 2, 190, **DELIVERED),
            share_row("sb-mitte", 2024, 90, 380, **DELIVERED)]  # fmt: skip
    assert hidden(rows, catalogue) == {"hamm-norden", "uentrop", "sb-uentrop", "sb-mitte"}


def test_the_count_of_one_indicator_is_the_denominator_of_another() -> None:
    catalogue = tiny_catalogue(tiny_indicator("bedarf"), tiny_indicator("hilfe"))
    rows = []
    for year, counts in ((2023, (41, 52, 63)), (2024, (40, 2, 60))):
        rows += [replace(row, indicator="bedarf") for row in shares(counts, year=year)]
        rows += [
            share_row(area, year, x // 2, x, **DELIVERED, indicator="hilfe")
            for area, x in zip((*AREAS, "hamm"), (*counts, sum(counts)), strict=True)
        ]
    gone = hidden(rows, catalogue)
    assert {area for area in gone if area.startswith("bedarf")} == {"bedarf hamm-norden", "bedarf mitte"}
    assert gone >= {"hilfe hamm-norden", "hilfe mitte"}  # they would print the hidden denominators


def test_amounts_go_with_their_cases() -> None:
    kinds = Breakdown(
        id="art", title="Art", categories=(Category(id="a", title="A"), Category(id="b", title="B"))
    )
    cases = tiny_indicator("faelle", kind="count", comparison="none", sampling=False, breakdowns=(kinds,))
    euro = tiny_indicator(
        "kosten", kind="euro", comparison="none", sampling=False, breakdowns=(kinds,), cases="faelle"
    )
    rows = []
    for breakdown, x in (("a", 2), ("b", 50), ("", 52)):
        row = share_row(
            "mitte", 2024, x, 1, **DELIVERED, indicator="faelle", breakdown=breakdown, denominator=None
        )
        rows += [
            replace(row, value=float(x)),
            replace(row, indicator="kosten", numerator=None, value=1000.0 * x, cents=100_000 * x),
        ]
    assert hidden(rows, tiny_catalogue(cases, euro)) == {
        f"{name} {kind} mitte" for name in ("faelle", "kosten") for kind in ("a", "b")
    }


# what is public anyway ------------------------------------------------------------------------


def test_a_cell_that_an_earlier_release_showed_protects_nothing() -> None:
    before = shares((40, 50, 60))
    now = shares((40, 2, 60))  # Mitte was corrected; the others are known
    assert hidden(now) == {"hamm-norden", "mitte"}
    assert hidden(now, earlier=before) == {"mitte", "hamm"}
    assert hidden(now, earlier=[replace(row, origin="demo") for row in before]) == {"hamm-norden", "mitte"}


def test_a_published_city_total_counts_although_none_was_delivered() -> None:
    *areas, city = shares((40, 2, 60))
    assert hidden(areas) == {"mitte"}
    published = replace(city, origin="published", denominator=None, value=None, status="unknown")
    assert hidden([*areas, published]) == {"hamm-norden", "mitte"}


def test_a_published_share_and_its_denominator_are_a_count() -> None:
    rows = shares((40, 2, 60))
    public = share_row("hamm-norden", 2024, 40, 190, origin="published", source="statistik", value=21.1,
                       numerator=None, denominator=None)  # fmt: skip
    assert hidden([*rows, public]) == {"mitte", "uentrop"}


def test_a_table_of_which_nothing_is_left_is_refused_by_name() -> None:
    everything = tiny_catalogue(tiny_indicator(SHARE, small_numbers=SmallNumbers(k=300)))
    with pytest.raises(ReleaseRefused, match=rf"Die Tabelle „Kennzahl {SHARE}“ 2024 lässt sich nicht"):
        hide_small_numbers(shares((40, 50, 60)), everything, (), silent)


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = [*shares((40, 2, 60)), *shares((7, 1, 9), year=2023)]
    assert hidden(rows) == hidden(rows[::-1])


# the stored release ---------------------------------------------------------------------------


def test_remarks_that_quote_figures_are_not_stored() -> None:
    (info,) = tiny_contents().deliveries
    rows = protected(shares((40, 2, 60)), tiny_catalogue()).observations
    assert without_wording(info, []).warnings == info.warnings
    assert without_wording(replace(info, id="schule-2026"), rows).warnings == (WITHHELD,)


@pytest.fixture
def sealed(small_root: Path, tmp_path: Path) -> tuple[Path, list[Observation]]:
    """A database with a delivery that has small numbers, and the figures that must not be in it."""
    folder = deliver(small_root, Mitte="2", Pelkum="196")
    csv = folder / "zahlen.csv"
    csv.write_text(csv.read_text(encoding="utf-8").replace(";200", ";197"), encoding="utf-8")
    contents = built(small_root)
    counts = {**COUNTS, "Mitte": "2", "Pelkum": "196"}
    ids = {area.name: area.id for area in contents.catalogue.partition("sozialraum")}
    secret = {
        row.area for row in contents.observations if row.origin == "delivered" and row.status == "hidden"
    }
    assert {"mitte", "pelkum"} <= secret
    file = tmp_path / "monitor.sqlite"
    write_release(f"sqlite:///{file}", contents)
    raw = [
        share_row(ids[name], 2025, int(count), 197) for name, count in counts.items() if ids[name] in secret
    ]
    return file, raw


def test_no_row_of_the_database_holds_a_hidden_number(sealed: tuple[Path, list[Observation]]) -> None:
    file, secret = sealed
    connection = sqlite3.connect(file)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    seen = 0
    for table in tables:
        columns = [entry[1] for entry in connection.execute(f"PRAGMA table_info({table})")]
        if not {"indicator", "area", "year"} <= set(columns):
            continue
        for row in secret:
            where = "indicator = ? AND area = ? AND year = ? AND origin = 'delivered'"
            if "origin" not in columns:
                continue
            found = connection.execute(
                f"SELECT * FROM {table} WHERE {where}", (row.indicator, row.area, row.year)
            )
            for record in found:
                cells = dict(zip(columns, record, strict=True))
                numbers = {
                    v for k, v in cells.items() if isinstance(v, float | int) and k not in ("year", "reading")
                }
                seen += 1
                rest = (row.denominator or 0) - (row.numerator or 0)
                assert not numbers & {row.value, row.numerator, row.denominator, rest}, (table, cells)
    connection.close()
    assert seen >= 3 * len(secret)  # observation, comparison and trend have a row for each


def test_no_byte_of_the_database_spells_a_hidden_share(sealed: tuple[Path, list[Observation]]) -> None:
    file, secret = sealed
    content = file.read_bytes()
    for row in secret:
        assert row.value is not None
        assert struct.pack(">d", row.value) not in content  # as SQLite stores a number
        for text in (repr(row.value), f"{row.numerator:g};197", f"{row.numerator:g} von 197"):
            assert text.encode() not in content


def test_the_audit_can_be_read_and_names_no_cell(sealed: tuple[Path, list[Observation]]) -> None:
    file, secret = sealed
    with Store(f"sqlite:///{file}") as store:
        rows = [row for row in store.audit(store.current().id) if row.origin == "delivered"]
        observed = store.observations(store.current().id)
    assert [(row.kind, row.cells, row.primary + row.secondary) for row in rows] == [
        ("sozialraum", 9, len(secret))
    ]
    assert {row.value for row in observed if row.status == "hidden"} == {None}


def test_the_start_page_keeps_its_values(release_url: str) -> None:
    with Store(release_url) as store:
        facts = store.indicator_facts(store.current().id, "uebergang-gymnasium").facts
        audit = store.audit(store.current().id)
    assert not [fact for fact in facts if fact.status == "hidden"]
    assert len(audit) > 100
    assert all(row.primary + row.secondary <= row.cells for row in audit)


def test_the_same_delivery_after_its_own_release_hides_the_same(small_root: Path) -> None:
    deliver(small_root, Mitte="2", Pelkum="1", Uentrop="199")
    first = built(small_root)
    assert built(small_root, first.observations).content_hash() == first.content_hash()
