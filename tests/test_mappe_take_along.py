"""Views to take along: what stays of a page's HTML and of the style sheets."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.export.take_along import About, Taken, write
from dashboard.export.take_along.offline import settle
from dashboard.export.take_along.styles import Used, used_rules
from dashboard.export.take_along.tree import Element, read
from dashboard.export.take_along.tree import write as written

ROUND_TRIP = [
    '<p class="a">Größe &amp; „Maß“ &lt; 5</p>',
    '<svg viewbox="0 0 1 1"><path d="M0 0"></path></svg>',
    '<img src="data:," alt=""><br>',
    "<table><tr><td>1</td></tr></table>",
    '<input required value="&quot;">',
]


@pytest.mark.parametrize("html", ROUND_TRIP)
def test_a_tree_is_written_as_it_was_read(html: str) -> None:
    assert written(read(html)) == html


def test_whitespace_shrinks_and_nothing_else() -> None:
    assert written(read("<p>  a\n\t b\u00a0 c </p>\n\n<p></p>")) == "<p> a b\u00a0 c </p> <p></p>"
    assert written(read("<svg><style>a > b {}</style></svg>")) == "<svg><style>a > b {}</style></svg>"


@given(st.text(max_size=60))
def test_text_comes_through(text: str) -> None:
    plain = " ".join(re.split(r"[ \t\r\n\f]+", text))
    found = read(written(Element("p", {"title": text}, [text]))).children[0]
    assert isinstance(found, Element)
    assert "".join(str(child) for child in found.children).replace("\r", "\n") == plain.replace("\r", "\n")


@pytest.mark.parametrize("html", ["<p><b></p>", "<p>", "</p>"])
def test_a_tree_that_does_not_close_is_an_error(html: str) -> None:
    with pytest.raises(ValueError, match=r"<"):
        read(html)


SETTLED = [
    ('<form action="/x"><input></form><p>a</p>', "<p>a</p>"),
    ('<p><button>Los</button>a</p><nav><a href="/">x</a></nav>', "<p>a</p>"),
    ('<div class="card files">x</div><div class="filesystem">y</div>', '<div class="filesystem">y</div>'),
    ("<script>alert(1)</script><noscript>x</noscript>", ""),
    ("<div hidden>x</div>", ""),
    ('<div role="tablist"><span>x</span></div>', ""),
    ('<a href="/kennzahl/x">Weg</a>', "<a>Weg</a>"),
    ('<a href="/x" aria-label="Weg"><b>1</b></a>', '<a aria-label="Weg" role="group"><b>1</b></a>'),
    ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
    ('<a href="//evil.example/">x</a>', "<a>x</a>"),
    ('<a href="https://hamm.de">x</a>', '<a href="https://hamm.de" rel="noopener noreferrer">x</a>'),
    ('<p id="a"></p><a href="#a">x</a><a href="#b">y</a>', '<p id="b1-a"></p><a href="#b1-a">x</a><a>y</a>'),
    ('<svg><a xlink:href="/x"><path></path></a></svg>', "<svg><a><path></path></a></svg>"),
    ('<p id="a"/><b aria-labelledby="a c" for="c"/>', '<p id="b1-a"></p><b aria-labelledby="b1-a"></b>'),
    ('<rect id="m" fill="url(#m)"></rect>', '<rect id="b1-m" fill="url(#b1-m)"></rect>'),
    ("<p style=\"mask:url('#m')\"></p>", '<p style="mask:url(#b1-m)"></p>'),
    ('<p onclick="x()" data-copy-text="lang" data-card="a">x</p>', '<p data-card="a">x</p>'),
    ('<img src="/a.png"><img src="https://x/a.png"><img src="data:,">', '<img src="data:,">'),
    ('<main tabindex="-1" data-page="karte">x</main>', '<blatt-inhalt data-page="karte">x</blatt-inhalt>'),
    (
        '<div class="panel tabelle" role="tabpanel"><table></table></div>',
        '<details class="panel tabelle"><summary>Tabelle</summary><table></table></details>',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("html", "offline"), SETTLED)
def test_what_needs_the_application_goes(html: str, offline: str) -> None:
    assert written(settle(read(html), "b1-")) == offline


CSS = """
@charset "utf-8"; @import url(https://evil.example/x.css);
@font-face { font-family: x; src: url(x.woff) }
@keyframes turn { from { opacity: 0 } to { opacity: 1 } }
:root { --a: 1 } /* .gone { } */
.card, .gone, p.card:not(.gone) { color: red }
main > .card { margin: 0 } .main, #main { margin: 1px }
.gone .card { margin: 2px } #card { margin: 3px } ul.card { margin: 4px }
.card::before { content: "{"; } [data-x="main"] p { margin: 5px }
:is(.card, .gone) p { margin: 6px }
@media print { .gone { color: blue } .card { color: black } }
@media screen { .gone { color: blue } }
""".replace('content: "{"; ', "")
KEPT = (
    ":root{--a: 1}.card,p.card:not(.gone){color: red}blatt-inhalt > .card{margin: 0}"
    '[data-x="main"] p{margin: 5px}:is(.card, .gone) p{margin: 6px}@media print{.card{color: black}}'
)


def test_only_rules_that_can_meet_an_element_stay() -> None:
    used = Used(frozenset({"card"}), frozenset({"p", "blatt-inhalt"}))
    assert used_rules(CSS, used) == KEPT


def taken(html: str, **changes: str) -> Taken:
    parts = {
        "kind": "Karte",
        "headline": "Aussage <1>",
        "release": "2026-1",
        "online": "https://m.example/?a=1&b=2",
    }
    return Taken(demo=True, html=html, **(parts | changes))


def test_the_file_lists_its_pages_and_asks_for_nothing() -> None:
    pages = [
        taken('<main><h1 id="h">A</h1></main>'),
        taken('<main><h1 id="h">B</h1></main>', headline="Zwei"),
    ]
    about = About(
        "Rat & Tat", "Alle fest.", "https://m.example/mappe?blaetter=a.b", ("Blatt 3 fehlt: kaputt",)
    )
    document = write(pages, about, CSS).decode()
    assert document == write(pages, about, CSS).decode()
    ids = re.findall(r'\bid="([^"]+)"', document)
    assert len(ids) == len(set(ids))
    assert {"b1-h", "b2-h", "blatt-1", "blatt-2"} <= set(ids)
    targets = re.findall(r'href="#([^"]+)"', document)
    assert targets
    assert set(targets) <= set(ids)
    assert "<title>Rat &amp; Tat – Sozialraum-Monitor Hamm</title>" in document
    assert (
        '<a href="#blatt-1">Aussage &lt;1&gt;</a> <span>Karte · Datenstand 2026-1 · Beispieldaten' in document
    )
    assert "Blatt 3 fehlt: kaputt" in document
    assert document.count("braucht Internet") == 3
    assert "<script" not in document
    assert not re.findall(r'(?:src|action)="', document)
    assert "default-src 'none'" in unescape(document)
