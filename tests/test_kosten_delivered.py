"""A delivered line of costs on every way down: parts sum to their whole, also with corrections and gaps."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kosten_delivered_world import YEARS, deliver, drawn
from kosten_world import VIEWS, nodes, scope, shown, summed

from dashboard.answers.desk import Desk
from dashboard.answers.kosten import tree
from dashboard.answers.kosten.book import Book, book_of
from dashboard.answers.kosten.printing import hierarchy
from dashboard.answers.kosten.split import FOUR, split
from dashboard.answers.kosten.tree import Node
from dashboard.model import CITY
from dashboard.prepare.build import build
from dashboard.prepare.reading import Folders
from dashboard.state import KOSTEN
from dashboard.store.read import Store
from dashboard.store.write import write_release

FEW = settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))


@contextmanager
def delivered(small_root: Path, seed: int) -> Iterator[Desk]:
    """A release with these deliveries, and a desk over it."""
    shutil.rmtree(small_root / "data" / "deliveries", ignore_errors=True)
    deliver(small_root, drawn(seed))
    file = small_root / "monitor.sqlite"
    file.unlink(missing_ok=True)
    folders = Folders.below(small_root / "data", small_root / "geodata")
    contents = build(folders, accept_warnings=True, today=date(2026, 11, 21))
    write_release(f"sqlite:///{file}", contents)
    with Store(f"sqlite:///{file}") as store:
        yield Desk(store)


@FEW
@given(seed=st.integers(0, 10**6))
def test_every_path_of_a_delivered_line_sums_to_its_parent(small_root: Path, seed: int) -> None:
    with delivered(small_root, seed) as desk:
        book = book_of(desk.asking(KOSTEN, {}))
        assert (book.origin, book.years) == ("delivered", YEARS)
        _down(book)
        _across(book)
        for year in YEARS:
            asked = scope(desk, jahr=str(year))
            printed, total = hierarchy(asked, year, CITY), asked.total(year)
            assert total is not None
            assert printed.steps(*printed.keys) == printed.unit.steps(total)
        _pages(desk)


def _down(book: Book) -> None:
    """Total → settings → kinds, in the city and in every area."""
    for year in book.years:
        for area in (CITY, *book.areas):
            total, settings_ = book.amount(area, year), tree.settings(book, area, year)
            assert total.cents is not None
            if not any(child.amount.cents is None for child in settings_):
                assert summed(settings_)[:2] == (total.cents, total.cases)
                assert summed(settings_)[2] in (None, total.days)
            for setting in book.settings:
                whole = tree.amount(book, Node(setting), area, year)
                parts = summed(tree.kinds(book, setting, area, year))
                assert parts == (whole.cents or 0, whole.cases or 0, whole.days)


def _across(book: Book) -> None:
    """Every node of the city → its areas; the years of a node are its amounts, without the missing one."""
    counted = 0
    for node in nodes(book):
        for area in (CITY, *book.areas):
            found = {child.key: child.amount for child in tree.years(book, node, area)}
            assert found == {str(year): tree.amount(book, node, area, year) for year in YEARS}
        for year in book.years:
            whole, children = tree.amount(book, node, CITY, year), tree.areas(book, node, year)
            if whole.cents is not None:
                counted += 1
                assert summed(children)[:2] == (whole.cents, whole.cases)
                assert summed(children)[2] in (None, whole.days)
    assert counted >= 3 * len(YEARS)


def _pages(desk: Desk) -> None:
    """The pages say it too: every view, and the decomposition to the cent."""
    for view in VIEWS:
        assert shown(desk, **({"ansicht": view} if view else {})).said.headline
    asked = scope(desk, ansicht="ursachen", von="2020", jahr="2022", faktoren="tage")
    found = split(asked)
    if found is not None:  # not with negative amounts
        assert sum(found.effects) == found.end - found.start
        assert (found.start, found.end) == (asked.total(2020), asked.total(2022))
        plain = split(scope(desk, ansicht="ursachen", von="2020", jahr="2022"))
        assert plain is not None
        assert plain.end - plain.start == sum(found.effects)
        assert len(found.effects) == (4 if found.factors == FOUR else 3)
