"""The report on protected small numbers: a bar per life phase, tables, and how it is done."""

from __future__ import annotations

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.answers.geheimhaltung.parts import Family, GeheimhaltungAnswer, Tally
from dashboard.components import card as cards
from dashboard.components import html
from dashboard.components.card import Texts
from dashboard.components.markup import Markup
from dashboard.components.statement import notices, statement
from dashboard.components.tiles import tiles
from dashboard.figures.shares import Kind, Segment, share_bar, swatch
from dashboard.figures.svg import element
from dashboard.wording import numbers

CARD = "schutz"
#: Count of a tally, its words, and how its part of the bar looks (kind and place in the hue).
STATES: tuple[tuple[str, str, Kind, int], ...] = (
    ("shown", "gezeigt", "form", 4),
    ("primary", "selbst klein (verdeckt)", "other", 0),
    ("secondary", "zum Schutz anderer (verdeckt)", "hidden", 0),
    ("unknown", "ohne bekannte Zahl", "missing", 0),
)


def content(answer: GeheimhaltungAnswer) -> list[Component]:
    """Everything between header and footer."""
    texts = Texts(answer.picture_title, answer.picture_subtitle, answer.by_family, answer.method, answer.foot)
    drawn: list[Component] = [Markup(_picture(answer))]
    rules = html.Details(
        [html.Summary("Regeln nach Kennzahl: ab wann eine Zahl klein ist"), cards.table(answer.rules)],
        className="protection-rules",
    )
    return [
        html.Div(notices(answer.said, answer.demo, answer.release), id=ids.NOTICES),
        html.Div(statement(answer.said, answer.demo), id=ids.STATEMENT, className="statement"),
        html.Dl(tiles(answer.tiles), id=ids.TILES, className="tiles"),
        html.Div([cards.card(CARD, texts, drawn), _how(answer)], className="columns"),
        _section("Wo etwas verdeckt ist", _concerned(answer), rules),
        html.P(html.A("Zu Daten und Downloads", href=answer.data_href), className="small"),
    ]


def _how(answer: GeheimhaltungAnswer) -> Component:
    return _section("So wird geschützt", html.Ol([html.Li(text) for text in answer.how], className="methods"))


def _concerned(answer: GeheimhaltungAnswer) -> Component:
    if answer.by_indicator.rows:
        return cards.table(answer.by_indicator)
    return html.P("Keine Kennzahl hat in diesem Datenstand verdeckte Werte.")


def _section(title: str, *content: Component) -> Component:
    return html.Section([html.H2(title), *content], className="card protection")


def _picture(answer: GeheimhaltungAnswer) -> Safe:
    """A row per life phase that has values; the table beside it says the same in numbers."""
    if not answer.families:
        return element("p", "Der Datenstand enthält keine Werte.")
    rows = [_row(family) for family in answer.families]
    return _legend(answer.total) + element("ul", *rows, class_="protection-rows")


def _legend(total: Tally) -> Safe:
    entries = [
        element("span", swatch(kind, place, f"schutz-{name}"), words)
        for name, words, kind, place in STATES
        if getattr(total, name)
    ]
    return element("p", *entries, class_="legend")


def _row(family: Family) -> Safe:
    tally = family.tally
    bar = share_bar(_segments(tally), ident=f"schutz-{family.phase}", height=24)
    share = numbers.with_unit(tally.share(tally.hidden), "%", 1)
    value = element("span", element("strong", share), f" von {numbers.number(tally.cells)}", class_="value")
    spoken = element("span", " verdeckt", class_="visually-hidden")
    return element("li", element("span", family.title, class_="name"), bar, value, spoken)


def _segments(tally: Tally) -> list[Segment]:
    """Only what is shown has its share printed: the parts that are hidden are often thin."""
    found = []
    for name, words, kind, place in STATES:
        count: int = getattr(tally, name)
        share = tally.share(count)
        spoken = f"{numbers.number(count)} ({numbers.with_unit(share, '%', 1)})"
        text = numbers.number(share, 1) if name == "shown" else ""
        if count:
            found.append(Segment(words, share, text, kind, place, spoken))
    return found
