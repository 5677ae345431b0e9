"""The first paint writes the same tree that Dash draws."""

from __future__ import annotations

import re

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup as Safe

from dashboard.components.markup import Markup
from dashboard.components.shell import shell
from dashboard.share.html import to_html


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (html.P("Größe"), "<p>Größe</p>"),
        (html.P(["a", html.Br(), 3]), "<p>a<br>3</p>"),
        (html.A("x", href="/?a=1&b=2", className="c"), '<a class="c" href="/?a=1&amp;b=2">x</a>'),
        (html.Div(id="karte"), '<div id="erst-karte"></div>'),
        (html.Div(style={"minHeight": 30, "--row": "3px"}), '<div style="min-height:30px;--row:3px"></div>'),
        (html.Div(style={"gridRow": 3}), '<div style="grid-row:3"></div>'),
        (html.Td("x", colSpan=2), '<td colspan="2">x</td>'),
        (html.Button("x", disabled=True, title="y"), '<button disabled title="y">x</button>'),
        (html.Div(hidden=False), "<div></div>"),
        (
            Markup(Safe("<svg/>"), id="b", className="m"),
            '<div data-dash="markup" class="m" id="erst-b"><svg/></div>',
        ),
        (Markup(Safe("<svg/>"), inline=True), '<span data-dash="markup"><svg/></span>'),
        (dcc.Graph(id="g", figure={}), '<div data-dash="graph" id="erst-g"></div>'),
        (
            dbc.Input(id="j", name="jahr", type="range", min=1, max=3, step=1, value=2),
            '<input type="range" name="jahr" value="2" min="1" max="3" step="1" id="erst-j">',
        ),
        (
            dbc.Select(id="k", name="kennzahl", value="b", options=[{"value": "b", "label": "B & C"}]),
            '<select class="form-select " name="kennzahl" id="erst-k">'
            '<option value="b" selected>B &amp; C</option></select>',
        ),
    ],
)
def test_components_are_written_as_html(node: object, expected: str) -> None:
    assert to_html(node) == expected


def test_ids_that_are_referred_to_keep_their_target() -> None:
    tree = html.Div([html.Label("Jahr", htmlFor="j"), html.Div(id="p", **{"aria-labelledby": "t"})])
    assert 'for="erst-j"' in to_html(tree)
    assert 'aria-labelledby="erst-t"' in to_html(tree)


@pytest.mark.parametrize(
    ("href", "written"), [("#inhalt", "#erst-inhalt"), ("/daten#x", "/daten#x"), ("#", "#erst-")]
)
def test_a_link_inside_the_page_finds_its_target_before_any_script(href: str, written: str) -> None:
    assert to_html(html.A("x", href=href)) == f'<a href="{written}">x</a>'


def test_the_way_to_the_content_works_without_scripts() -> None:
    page = to_html(shell([html.P("x")], "2026-1"))
    target = re.search(r'<a class="skip" href="#([^"]+)"', page)
    assert target is not None
    assert f'id="{target[1]}"' in page


@given(st.text())
def test_text_never_becomes_markup(text: str) -> None:
    written = to_html(html.P(text, title=text))
    assert written.count("<") == 2
    assert written.count('"') == 2


@pytest.mark.parametrize("node", [dcc.Markdown("x"), dcc.Store(id="s"), object(), {"a": 1}])
def test_what_cannot_be_written_is_an_error(node: object) -> None:
    with pytest.raises(TypeError, match="nicht darstellbar"):
        to_html(node)


def test_only_safe_markup_is_inserted() -> None:
    with pytest.raises(TypeError, match=r"markupsafe\.Markup"):
        Markup("<b>")  # type: ignore[arg-type]
