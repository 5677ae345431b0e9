"""The overview: a card per area in the place it has in the city."""

from __future__ import annotations

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard.answers.sozialraum.parts import Card, Entry, OverviewAnswer
from dashboard.components import html
from dashboard.components.markup import Markup
from dashboard.components.sozialraum import words
from dashboard.display import Sign
from dashboard.figures.signs_svg import sign_svg

#: Class of a part of the bar; the colours are in the style sheet.
PARTS: dict[Sign, str] = {"worse": "worse", "higher": "apart", "same": "same", "better": "better"}


def cards(answer: OverviewAnswer) -> Component:
    """The nine in their 3×3 places, for the keyboard row by row."""
    drawn = [
        html.Article(Markup(_inner(card)), className="area-card", style=_place(card)) for card in answer.cards
    ]
    return html.Div(drawn, className="area-cards")


def _place(card: Card) -> dict[str, int]:
    if card.row is None or card.column is None:
        return {}
    return {"gridRow": card.row, "gridColumn": card.column}


def _inner(card: Card) -> Safe:
    findings = Safe("").join(_finding(entry) for entry in card.findings)
    return Safe(
        '<h2><a href="{href}">{name}</a></h2><p class="people">{people}</p>{bar}'
        '<ul class="counts">{counts}</ul><ul class="findings">{findings}</ul>'
    ).format(
        href=card.href, name=card.name, people=card.population, bar=bar(card), counts=_counts(card),
        findings=findings or Safe('<li class="none">Nichts weicht nachweisbar ab.</li>'),
    )  # fmt: skip


def bar(card: Card) -> Safe:
    """How the compared indicators divide; decoration beside the counts."""
    if not card.compared:
        return Safe("")
    parts = Safe("").join(
        Safe('<i class="{}" style="flex-grow:{}"></i>').format(PARTS[sign], size)
        for sign, size, _word in card.counts
        if sign in PARTS
    )
    return Safe('<div class="bar-of" aria-hidden="true">{}</div>').format(parts)


def _counts(card: Card) -> Safe:
    lines = Safe("").join(
        Safe('<li class="{}">{}<b>{}</b> {}</li>').format(PARTS.get(sign, "hidden"), _sign(sign), size, word)
        for sign, size, word in card.counts
    )
    return Safe('<li class="total">{} verglichen:</li>').format(card.compared) + lines


def _sign(sign: Sign) -> Safe:
    both = sign_svg("higher", 12) + sign_svg("lower", 12)
    return both if sign == "higher" else sign_svg(sign, 13)


def _finding(entry: Entry) -> Safe:
    return Safe(
        '<li><span class="st">{}<span>{} <b>{}</b> <small>Stadt {}</small></span></span></li>'
    ).format(sign_svg(entry.sign, 13, entry.sign_word), words.name(entry), entry.text, entry.city_text)
