"""A new view asks the database once at most, and what is kept for others of its kind says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from dashboard.answers.desk import Desk
from dashboard.answers.line import line_of
from dashboard.figures.history.labels import Wish, placed, ranked, serve
from dashboard.figures.history.scene import FULL, Frame
from dashboard.figures.svg import element, escaped
from dashboard.pages.book import open_page
from dashboard.share.html import to_html
from dashboard.state import KARTE
from dashboard.store.facts import Fact
from dashboard.store.read import Store
from tests.world import AREAS, COUNT, SHARE, tiny_release

Open = Callable[[str], Store]
RELEASE = "2026-1"
FRAME = Frame(FULL, 0.1, 0.9, 20.0, 400.0, (2014.4, 2024.6), (0.0, 100.0))


@contextmanager
def queries() -> Iterator[list[str]]:
    """Every statement that is sent meanwhile."""
    sent: list[str] = []

    def note(*given: object) -> None:
        sent.append(str(given[2]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def by_place(facts: tuple[Fact, ...]) -> list[tuple[str, str, str, int]]:
    return [(fact.indicator, fact.breakdown, fact.area, fact.year) for fact in facts]


def test_another_indicator_needs_one_query(release_url: str) -> None:
    with Store(release_url) as store:
        desk = Desk(store)
        open_page("/kennzahl/uebergang-gymnasium", {}, desk).layout()
        for name in ("bevoelkerung", "hze-faelle", "sgb2-unter-18", "empfehlung-schulform"):
            with queries() as sent:
                to_html(open_page(f"/kennzahl/{name}", {"raum": "mitte"}, desk).layout())
            assert len(sent) == 1, name


def test_another_year_of_the_cross_table_needs_one_query(release_url: str) -> None:
    with Store(release_url) as store:
        desk = Desk(store)
        open_page("/uebergaenge", {"ansicht": "empfehlung"}, desk).layout()
        with queries() as sent:
            open_page("/uebergaenge", {"ansicht": "empfehlung", "jahr": "2022"}, desk).layout()
        assert len(sent) == 1


@pytest.mark.parametrize("category", ["u18", "ue18"])
def test_one_category_is_the_same_alone_and_out_of_all(
    database_url: str, open_store: Open, category: str
) -> None:
    tiny_release(database_url)
    alone = open_store(database_url).indicator_facts(RELEASE, COUNT, category)
    store = open_store(database_url)
    store.every_category(RELEASE, COUNT)
    assert alone.facts
    assert store.indicator_facts(RELEASE, COUNT, category) == alone


def test_a_year_by_category_is_that_of_each_category(database_url: str, open_store: Open) -> None:
    tiny_release(database_url)
    store = open_store(database_url)
    found = store.year_by_category(RELEASE, (COUNT, SHARE), "sozialraum", 2023)
    expected = [
        fact
        for category in ("", "u18", "ue18")
        for fact in store.matrix_facts(RELEASE, "sozialraum", category, 2023)
        if fact.indicator in (COUNT, SHARE)
    ]
    assert expected
    assert sorted(by_place(found)) == sorted(by_place(tuple(expected)))


def test_what_is_made_of_a_line_is_made_once(database_url: str, open_store: Open) -> None:
    tiny_release(database_url)
    store = open_store(database_url)
    line = line_of(store.indicator_facts(RELEASE, SHARE), store.catalogue(RELEASE))
    assert line.part("one", lambda: [1]) is line.part("one", lambda: [2])
    assert line.part(("two", AREAS[0]), lambda: [2]) == [2]


def test_areas_of_one_indicator_share_its_line(database_url: str, open_store: Open) -> None:
    tiny_release(database_url)
    desk = Desk(open_store(database_url))
    first, second = (desk.asking(KARTE, {"kennzahl": SHARE, "raum": area}).question for area in AREAS[:2])
    assert first.line is second.line
    points = [{each.area: each.points for each in one.series()} for one in (first, second)]
    assert points[0] == points[1]
    assert [each.area for each in second.series() if each.focused] == [AREAS[1]]


@given(st.lists(st.lists(st.floats(30, 340), min_size=1, max_size=3), min_size=1, max_size=4))
def test_the_places_of_labels_are_the_best_of_all_orders(wanted: list[list[float]]) -> None:
    wishes = [Wish(("Ein Name", "12,3"), 0.9, 4, "start", tuple(each)) for each in wanted]
    choices = [ranked(wish, FRAME, ()) for wish in wishes]
    every = [serve(choices, order, ()) for order in permutations(range(len(wishes)))]
    assert placed(wishes, FRAME) == min(every, key=lambda each: each[0])[1]


@given(st.text())
def test_what_is_written_is_escaped(text: str) -> None:
    drawn = element("a", text, title=text)
    assert drawn == f'<a title="{escaped(text)}">{escaped(text)}</a>'
    assert not set(escaped(text)) & set("<>\"'")
    assert escaped(element("a")) == "<a/>"
