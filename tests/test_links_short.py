"""Short links: the code holds the address, stays valid, and tells a slip of the pen."""

from __future__ import annotations

import hashlib
import string
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue.load import load
from dashboard.settings import ROOT
from dashboard.state import KARTE, KENNZAHL, KOSTEN, RESSOURCEN, SOZIALRAUM, UEBERGAENGE, ZIELE, View
from dashboard.state.short import ALPHABET, BrokenCode, address_of, code_of, short_address
from dashboard.state.short.bits import OutOfBits, Reader, Writer
from dashboard.state.short.words import NAMES, PAGES, WORDS

CATALOGUE = load(ROOT / "data" / "catalogue")
PLACES = (KARTE, KENNZAHL, SOZIALRAUM, UEBERGAENGE, KOSTEN, ZIELE, RESSOURCEN)
SLUGS = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=20)
#: Codes as they were printed. None of these may ever change or lead elsewhere.
PRINTED = {
    "p0j": "/",
    "ps881": "/?raum=hamm-norden",
    "x1gj": "/sozialraum/hamm-norden",
    "sx8jgtkwskaprgd":
        "/kennzahl/uebergang-gymnasium?raum=hamm-norden&jahr=2024&stand=2026-1&ansicht=abstand",
    "rbkmmq6dc0": "/kennzahl/hze-faelle?raum=uentrop&stand=2026-2",
    "98b7xny93jczea3vdgc": "/kosten?euro=real&faelle=-2.5&zieljahr=2035&ansicht=szenario",
    "bn9t7phzw7zpvzgzyfh7wg5rk": "/kennzahl?suche=Gr%C3%B6%C3%9Fe+x",
}  # fmt: skip


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """The address of any view: of known and unknown indicators, areas, years and releases."""
    place = draw(st.sampled_from(PLACES))
    kennzahl = draw(st.sampled_from(list(CATALOGUE.indicators)) | SLUGS)
    raum = draw(st.sampled_from(list(CATALOGUE.areas)) | SLUGS)
    more = {
        one.name: draw(st.just("") | st.sampled_from(one.allowed or ("2014", "1.5")) | st.text(max_size=9))
        for one in place.more
    }
    view = {
        "kennzahl": kennzahl, "raum": raum, "ansicht": draw(st.sampled_from(("", *place.views))),
        "jahr": draw(st.sampled_from(["", "2009", "2024", "1987"])),
        "stand": draw(st.sampled_from(["", "2026-1", "2031-12"])), **more,
    }  # fmt: skip
    return written(place.path(view), {k: v for k, v in view.items() if v and not place.in_path(k)})


def written(path: str, query: dict[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


@given(addresses())
def test_a_code_gives_its_address_back(address: str) -> None:
    code = code_of(address)
    assert address_of(code) == address
    assert address_of(code.upper()) == address
    assert set(code) <= set(ALPHABET)
    assert code_of(address) == code


@given(SLUGS, st.dictionaries(st.text(min_size=1, max_size=12), st.text(max_size=12), max_size=6))
def test_addresses_of_pages_yet_unknown_have_codes_too(page: str, query: dict[str, str]) -> None:
    address = written(f"/{page}", query)
    assert address_of(code_of(address)) == address


@pytest.mark.parametrize(("code", "address"), PRINTED.items())
def test_what_was_printed_stays_valid(code: str, address: str) -> None:
    assert code_of(address) == code
    assert address_of(code) == address


def test_the_words_are_only_ever_added_to() -> None:
    first = (PAGES[:13], NAMES[:33], WORDS[:262])
    digest = hashlib.sha256("\n".join(" ".join(part) for part in first).encode()).hexdigest()
    assert digest == "d15c6669fab0c7d87189749955b8bf5d1d07ec4abc2fce9bcb97b60b47d463f4"
    for words in (PAGES, NAMES, WORDS):
        assert len(set(words)) == len(words)


def test_usual_codes_are_short() -> None:
    views = [
        View(kennzahl, raum, jahr, ansicht=ansicht, stand="2026-1", place=KENNZAHL)
        for kennzahl in CATALOGUE.indicators
        for raum in ("mitte", "bezirk-heessen")
        for jahr, ansicht in ((2024, "abstand"), (None, "vergleich"))
    ]
    lengths = [
        len(code_of(f"/kennzahl/{v.kennzahl}?raum={v.raum}&jahr={v.jahr or 2019}&ansicht={v.ansicht}"
                    f"&stand={v.stand}"))
        for v in views
    ]  # fmt: skip
    known = [length for length, v in zip(lengths, views, strict=True) if v.kennzahl in WORDS]
    assert max(known) <= 20
    assert len(known) > 300


@given(addresses(), st.data())
def test_a_slip_of_the_pen_is_noticed(address: str, data: st.DataObject) -> None:
    code = code_of(address)
    at = data.draw(st.integers(0, len(code) - 1))
    other = data.draw(st.sampled_from([letter for letter in ALPHABET if letter != code[at]]))
    with pytest.raises(BrokenCode):
        address_of(code[:at] + other + code[at + 1 :])
    neighbours = data.draw(st.integers(0, len(code) - 2))
    swapped = code[:neighbours] + code[neighbours + 1] + code[neighbours] + code[neighbours + 2 :]
    if swapped != code:
        with pytest.raises(BrokenCode):
            address_of(swapped)


def test_letters_that_look_like_digits_are_read_as_these() -> None:
    assert address_of("PS88L") == address_of("ps88i") == address_of("ps881")
    assert address_of("pOj") == "/"


@given(st.text(ALPHABET, max_size=40) | st.text(max_size=20))
def test_any_text_is_an_address_of_ours_or_a_broken_code(text: str) -> None:
    try:
        found = address_of(text)
    except BrokenCode:
        return
    assert found.startswith("/")
    assert not found.startswith("//")
    assert "\\" not in found


@pytest.mark.parametrize("address", ["//evil.example/x", "/\\evil.example", "https://evil.example/", "/a b"])
def test_a_code_never_leads_to_another_host(address: str) -> None:
    with pytest.raises(BrokenCode):
        address_of(code_of(address))


def test_a_view_with_much_text_keeps_its_address() -> None:
    assert short_address("/?raum=mitte").startswith("/l/")
    assert short_address("/q") == "/q"


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 6)), max_size=20))
def test_open_numbers_come_back(numbers: list[tuple[int, int]]) -> None:
    writer = Writer()
    for number, order in numbers:
        writer.open(number, order)
    reader = Reader(writer.bits)
    assert [reader.open(order) for _number, order in numbers] == [number for number, _order in numbers]
    with pytest.raises(OutOfBits):
        reader.open(3)
