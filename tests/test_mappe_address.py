"""The meeting folder's address: read, ordered, added to, and what becomes of bad input."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.answers.mappe import preview
from dashboard.state.folder import LONGEST_ADDRESS, LONGEST_TITLE, MOST_PAGES, Folder, parts_of, read
from dashboard.state.pasted import pasted
from dashboard.state.short import ALPHABET, PREFIX, address_of, code_of, short_address

BASE = "https://monitor.example"
CODES = st.lists(st.text(ALPHABET, min_size=2, max_size=30), unique=True, max_size=MOST_PAGES)
TITLES = st.text(max_size=200)
FOLDERS = st.builds(
    lambda codes, title, release: read({"blaetter": ".".join(codes), "titel": title, "stand": release})[0],
    CODES, TITLES, st.sampled_from(["", "2026-1", "2031-12"]),
)  # fmt: skip


@given(FOLDERS)
def test_the_address_holds_the_whole_folder(folder: Folder) -> None:
    path, query = parts_of(folder.address())
    assert path == "/mappe"
    assert read(query) == (folder, ())
    assert parts_of(folder.address("/mappe.pdf")) == ("/mappe.pdf", query)


@given(FOLDERS, st.data())
def test_a_page_moves_as_far_as_asked_and_the_others_keep_their_order(
    folder: Folder, data: st.DataObject
) -> None:
    if not folder.codes:
        return
    code, steps = data.draw(st.sampled_from(folder.codes)), data.draw(st.integers(-50, 50))
    moved = folder.moved(code, steps)
    place = folder.codes.index(code) + steps
    assert moved.codes.index(code) == min(max(place, 0), len(folder.codes) - 1)
    assert moved.without(code) == folder.without(code)
    assert len(moved.codes) == len(folder.codes)


@given(FOLDERS, st.text(ALPHABET, min_size=2, max_size=30))
def test_a_page_is_in_a_folder_once_or_not(folder: Folder, code: str) -> None:
    longer = folder.added(code)
    assert longer.codes.count(code) == 1
    assert longer.added(code) == longer
    assert code not in longer.without(code).codes
    assert folder.pinned("2026-1").pinned("") == folder.pinned("")


@given(st.lists(st.text(ALPHABET, min_size=2, max_size=90), unique=True, max_size=250), st.text(max_size=120))
def test_too_many_pages_fit_into_several_folders(codes: list[str], title: str) -> None:
    whole = Folder(tuple(codes), read({"titel": title})[0].title)
    parts = whole.parts()
    assert [code for part in parts for code in part.codes] == codes
    assert all(len(part.codes) <= MOST_PAGES for part in parts)
    assert all(len(part.address()) <= LONGEST_ADDRESS or len(part.codes) == 1 for part in parts)
    assert {part.title for part in parts} == {whole.title}


NOTED = [
    ({"blaetter": "ps881.p0j.PS881"}, Folder(("ps881", "p0j")), "doppelt"),
    ({"blaetter": "ps881.ps88i.ps88l.p0j"}, Folder(("ps881", "p0j")), "2 Blätter waren doppelt"),
    ({"blaetter": "..p0j..", "titel": "  Ausschuss \n 3 "}, Folder(("p0j",), "Ausschuss 3"), ""),
    ({"titel": "x" * 200}, Folder(title="x" * LONGEST_TITLE), "gekürzt"),
    ({"titel": "a\x00b\u202ec"}, Folder(title="a b c"), "gekürzt"),
    ({"stand": "gestern"}, Folder(), "kein Datenstand"),
    ({"stand": " 2026-1 "}, Folder(release="2026-1"), ""),
    ({}, Folder(), ""),
]


@pytest.mark.parametrize(("query", "folder", "notice"), NOTED)
def test_what_is_not_taken_as_it_stands_is_said(query: dict[str, str], folder: Folder, notice: str) -> None:
    found, notices = read(query)
    assert found == folder
    assert len(notices) == bool(notice)
    assert notice in "".join(notices)


@given(st.dictionaries(st.sampled_from(["blaetter", "titel", "stand"]), st.text(max_size=300)))
def test_any_address_is_a_folder(query: dict[str, str]) -> None:
    folder, _notices = read(query)
    assert len(folder.title) <= LONGEST_TITLE
    assert len(set(folder.codes)) == len(folder.codes)
    assert all(character.isprintable() for character in folder.title)
    assert read(parts_of(folder.address())[1])[0] == folder


@given(CODES, st.text(max_size=40))
def test_the_short_link_of_a_folder_gives_its_address_back(codes: list[str], title: str) -> None:
    right = tuple(code_of(f"/kennzahl/{code}") for code in codes)
    for folder in (Folder(right, read({"titel": title})[0].title), Folder(tuple(codes))):
        assert address_of(code_of(folder.address())) == folder.address()
    if len(right) > 1:
        assert len(short_address(Folder(right).address())) < len(Folder(right).address())


VIEW = "/kennzahl/uebergang-gymnasium?raum=uentrop&stand=2026-1"
PASTED = [
    (VIEW, VIEW),
    (f"  {BASE}{VIEW}#diagramm ", VIEW),
    (f"http://MONITOR.example{VIEW}", VIEW),
    (f"monitor.example{VIEW}", VIEW),
    (f"{BASE}/einbetten{VIEW}", VIEW),
    (f"{BASE}{PREFIX}{code_of(VIEW)}", VIEW),
    (PREFIX + code_of(VIEW).upper(), VIEW),
    (code_of(VIEW), VIEW),
    (f"{BASE}/", "/"),
    (BASE, "/"),
    ("https://evil.example/kennzahl", None),
    ("https://monitor.example.evil.example/", None),
    ("https://monitor.example@evil.example/", None),
    ("//evil.example/", None),
    ("/\\evil.example", None),
    ("ftp://monitor.example/", None),
    ("javascript:alert(1)", None),
    (f"{PREFIX}ps882", None),
    ("", None),
    ("/a b", None),
]


@pytest.mark.parametrize(("text", "address"), PASTED)
def test_a_link_of_ours_is_known_in_every_form(text: str, address: str | None) -> None:
    assert pasted(text, BASE) == address


@given(st.text(max_size=60) | st.text(string.printable, max_size=60).map(lambda text: f"https://{text}"))
def test_nothing_pasted_leads_to_another_host(text: str) -> None:
    found = pasted(text, BASE)
    assert found is None or (found.startswith("/") and not found.startswith(("//", "/\\")))


@pytest.mark.parametrize(
    ("address", "picture"),
    [
        ("/", "/karte.png?format=vorschau"),
        ("/?raum=mitte", "/karte.png?raum=mitte&format=vorschau"),
        ("/kennzahl/x", "/kennzahl/x.png?format=vorschau"),
    ],
)
def test_a_page_has_the_preview_picture_of_its_view(address: str, picture: str) -> None:
    assert preview(address) == picture
