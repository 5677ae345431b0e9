"""The accessibility declaration."""

from __future__ import annotations

from collections.abc import Iterable

from dash.development.base_component import Component

from dashboard.answers.daten.declaration import Block, Piece, declaration
from dashboard.components import html
from dashboard.components.shell import shell
from dashboard.publishing import Publishing

TITLE = "Erklärung zur Barrierefreiheit – Sozialraum-Monitor Hamm"
DESCRIPTION = (
    "Was am Sozialraum-Monitor Hamm barrierefrei ist und was noch nicht, wie geprüft wurde, und wohin Sie "
    "Barrieren melden."
)
_TAGS = {"title": html.H1, "heading": html.H2, "paragraph": html.P}


def layout(publishing: Publishing) -> Component:
    """The text; it needs no release."""
    content = [_block(block) for block in declaration(publishing)]
    back = html.P(html.A("Zu Daten und Downloads", href="/daten"))
    return shell([html.Article([*content, back], className="card statement declaration")], "", "daten")


def _block(block: Block) -> Component:
    if block.kind == "list":
        return html.Ul([html.Li(_pieces(line)) for line in block.lines])
    return _TAGS[block.kind](_pieces(block.lines[0]))


def _pieces(pieces: Iterable[Piece]) -> list[Component | str]:
    return [html.A(text, href=href, rel="noopener noreferrer") if href else text for text, href in pieces]
