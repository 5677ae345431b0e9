"""Costs over the whole release: sums of every path, protection, decompositions to the cent."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kosten_world import blocks, files, lines, nodes, scope, shown, summed

from dashboard.answers.desk import Desk
from dashboard.answers.kosten import tree
from dashboard.answers.kosten.amount import Amount, remainder
from dashboard.answers.kosten.book import Book, book_of
from dashboard.answers.kosten.parts import Words
from dashboard.answers.kosten.printing import HIDDEN, hierarchy
from dashboard.answers.kosten.sides import of as sides_of
from dashboard.answers.kosten.split import split
from dashboard.answers.kosten.tree import Node
from dashboard.answers.kosten.ursachen import Printed
from dashboard.figures.icicle import Icicle
from dashboard.model import CITY
from dashboard.state import KOSTEN

QUICK = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
AREAS = st.sampled_from(
    ["hamm", "mitte", "uentrop", "rhynern", "pelkum", "herringen", "heessen", "hamm-norden"]
)
YEARS = st.integers(2008, 2025)


@pytest.fixture(scope="module")
def book(desk: Desk) -> Book:
    return book_of(desk.asking(KOSTEN, {}))


def test_the_total_is_its_settings_and_these_are_their_kinds(book: Book) -> None:
    known = 0
    for year in book.years:
        for area in (CITY, *book.areas):
            total = book.amount(area, year)
            parts = summed(tree.settings(book, area, year))
            assert parts[:2] == (total.cents, total.cases)
            assert parts[2] in (None, total.days)  # None: a kind's days are hidden by themselves
            known += parts[2] is not None
            for setting in book.settings:
                whole = tree.amount(book, Node(setting), area, year)
                parts = summed(tree.kinds(book, setting, area, year))
                assert parts == (whole.cents or 0, whole.cases or 0, whole.days)
    assert known > 100


def test_every_node_of_the_city_is_its_areas(book: Book) -> None:
    counted = 0
    for year in book.years:
        for node in nodes(book):
            whole, children = tree.amount(book, node, CITY, year), tree.areas(book, node, year)
            if whole.cents is not None:
                counted += 1
                assert summed(children)[:2] == (whole.cents, whole.cases)
                assert summed(children)[2] in (None, whole.days)
    assert counted > 200


def test_a_remainder_never_holds_a_single_cell(book: Book) -> None:
    for year in book.years:
        for area in (CITY, *book.areas):
            cells = [book.cell(area, year, kind.id) for kind in book.kinds]
            assert sum(cell.cents is None for cell in cells) != 1
    hidden = Amount(None, None, hidden=True)
    assert remainder(Amount(7, 2), [Amount(5, 1), hidden]) is None
    assert remainder(Amount(7, 2), [Amount(5, 1), hidden, hidden]) == Amount(2, 1, hidden=True)
    assert remainder(Amount(7, 2), [Amount(5, 1)]) == Amount(2, 1)
    assert remainder(Amount(None, None), [hidden, hidden]) is None


def test_a_hidden_cell_is_an_x_in_every_cell_that_derives_from_it(desk: Desk, book: Book) -> None:
    hidden = [
        place
        for place, fact in book.euros.items()
        if fact.status == "hidden" and place[0] != CITY and book.is_counted(place[1], place[2])
    ]
    areas = desk.asking(KOSTEN, {}).catalogue.areas
    assert len(hidden) > 20
    for area, kind, year in hidden[:: len(hidden) // 6]:
        page = shown(desk, ansicht="raeume", merkmal=kind, jahr=str(year))
        own = [line for line in lines(page) if line.name == areas[area].name]
        assert len(own) == 2
        assert all(set(line.cells) == {HIDDEN} and line.bar is None for line in own)
        [drawn] = [block for block in blocks(page) if isinstance(block, Icicle)]
        assert area not in {cell.key for column in drawn.columns for cell in column.cells}
        rows = files(desk, ansicht="raeume", merkmal=kind, jahr=str(year)).rows
        cells = [row for row in rows if (row.raum, row.merkmal, row.zeitraum) == (area, kind, str(year))]
        assert cells
        assert all(
            row.wert is None and row.status == "geheim" for row in cells if row.kennzahl == "hze-aufwendungen"
        )


def test_only_a_part_is_missing_where_a_kind_is_protected(desk: Desk) -> None:
    page = shown(desk, ansicht="raeume", bereich="ambulant")
    cells = {line.name: line.cells for line in lines(page)}
    assert set(cells["Gruppenarbeit"]) == set(cells["Intensivbetreuung"]) == {HIDDEN}
    assert any("Ohne Gruppenarbeit" in block.text for block in blocks(page) if isinstance(block, Words))


@QUICK
@given(area=AREAS, years=st.lists(YEARS, min_size=2, max_size=2, unique=True), real=st.booleans())
def test_effects_sum_to_the_change_to_the_cent(desk: Desk, area: str, years: list[int], real: bool) -> None:
    first, last = sorted(years)
    query = {"ansicht": "ursachen", "raum": area, "von": str(first), "jahr": str(last)}
    asked = scope(desk, **query, **({"euro": "real"} if real else {}))
    found = split(asked)
    if asked.since == asked.year:
        assert found is None
        return
    assert found is not None
    assert sum(found.effects) == found.end - found.start
    assert (found.start, found.end) == (asked.total(asked.since), asked.total(asked.year))
    printed = Printed.of(found)
    assert printed.start + sum(printed.effects) == printed.end
    assert [printed.unit.steps(found.start), printed.unit.steps(found.end)] == [printed.start, printed.end]
    assert sum(sum(row) for row in printed.table) == printed.change


@QUICK
@given(area=AREAS, year=YEARS)
def test_printed_parts_sum_to_the_printed_total(desk: Desk, area: str, year: int) -> None:
    asked = scope(desk, raum=area, jahr=str(year))
    printed, total = hierarchy(asked, year, area), asked.total(year)
    assert total is not None
    assert printed.steps(*printed.keys) == printed.unit.steps(total)
    assert printed.share(*printed.keys) == "100,0\u202f%"


def test_prevention_and_correction_are_the_share_that_is_published_with_them(desk: Desk) -> None:
    for area in ("hamm", "mitte", "rhynern"):
        asked = scope(desk, ansicht="praevention", raum=area)
        found = sides_of(asked, 2025)
        facts = asked.asking.store.every_category(asked.asking.release, "praeventionsanteil")
        [fact] = [each for each in facts if (each.area, each.year) == (area, 2025)]
        assert found is not None
        assert fact.numerator == pytest.approx(found.prevention / 100)
        assert fact.denominator == pytest.approx((found.prevention + found.correction) / 100)


def test_per_thousand_is_the_amount_over_the_age_groups(desk: Desk, book: Book) -> None:
    people = book.under_21(CITY, 2025)
    rate = book.cases[CITY, "", 2025]
    assert people == rate.denominator  # the same people that the rate of cases is of
    assert people
    cents = scope(desk, bezug="je-1000").total(2025)
    assert cents == pytest.approx(1000 * (book.amount(CITY, 2025).cents or 0) / people, abs=0.5)
