"""What is written around the big picture: legend, figures below the years, areas beside it."""

from __future__ import annotations

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard.answers.kennzahl.cards import Developing, Entry
from dashboard.components import html
from dashboard.components.markup import Markup
from dashboard.components.wild import wild
from dashboard.display import History, Series, Sign
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.history.scene import Frame
from dashboard.figures.signs_svg import note_svg, published_svg, sign_svg
from dashboard.figures.svg import document, element
from dashboard.figures.theme import CONTEXT, ORANGE, PETROL

_FILLED: tuple[tuple[Sign, str, str], ...] = (
    ("better", PETROL, "besser als die übrige Stadt"),
    ("worse", ORANGE, "schlechter als die übrige Stadt"),
    ("higher", INK, "höher als die übrige Stadt"),
    ("lower", INK, "niedriger als die übrige Stadt"),
)


def legend(shown: History) -> list[Component]:
    """What the marks of the picture mean, only those that are in it."""
    focus = next((series for series in shown.series if series.focused), None)
    entries = _of_focus(focus) if focus is not None else []
    if shown.city.points:
        entries.append((_dashes(), "Stadt Hamm"))
    if len(shown.series) > 1:
        entries.append((_line(CONTEXT), "übrige Räume" if focus else "Räume"))
    if _has_band(shown):
        entries.append((_band(), "95-%-Bereich"))
    if shown.published:
        entries.append((published_svg(size=12), "veröffentlichter Wert"))
    return [html.Span([Markup(drawn, inline=True), f" {words}"]) for drawn, words in entries]


def _of_focus(focus: Series) -> list[tuple[Safe, str]]:
    """Filled and hollow points, where they are compared."""
    signs = {point.sign for point in focus.points}
    found = [(_dot(colour), words) for sign, colour, words in _FILLED if sign in signs]
    return [*found, *([(_dot(None), "nicht unterscheidbar")] if "same" in signs else [])]


def numbers(card: Developing, frame: Frame) -> list[Component]:
    """Rows of figures, each below its year; the same is in the table."""
    if not card.history.years or not card.numbers:
        return []
    name = {"left": _percent(frame.x(card.history.years[-1] + 0.65))}
    return [
        html.Div(
            [
                *[html.Span(text, style={"left": _percent(frame.x(year))}) for year, text in row.cells],
                html.Span(row.name, className="row-name", style=name),
            ],
            className="numbers-row strong" if row.strong else "numbers-row",
        )
        for row in card.numbers
    ]


def areas(entries: tuple[Entry, ...]) -> list[Component]:
    """One row per area: a link that focuses it, or gives the city back."""
    return [html.Li(_row(entry)) for entry in entries]


def _row(entry: Entry) -> Component:
    marks = [Markup(sign_svg(entry.sign, 13), inline=True)] if entry.sign != "none" else []
    marks += [Markup(note_svg(9), inline=True)] if entry.noted else []
    cells = [
        html.Span(entry.name, className="name"),
        html.Span(entry.text, className="value"),
        html.Span(marks, className="marks", **wild(aria_hidden="true")),
        html.Span(entry.spoken, className="visually-hidden"),
    ]
    if not entry.href:
        return html.Span(cells, className="entry city")
    return html.A(
        cells,
        href=entry.href,
        title=entry.spoken,
        className="entry on" if entry.focused else "entry",
        **wild(data_view="1", data_raum=entry.area, aria_current="true" if entry.focused else "false"),
    )


def _has_band(shown: History) -> bool:
    focus = next((series for series in shown.series if series.focused), shown.city)
    return any(point.lower is not None and point.upper is not None for point in focus.points)


def _percent(share: float) -> str:
    return f"{share * 100:.2f}%"


def _line(colour: str) -> Safe:
    return _sample(element("line", x1=0, x2=24, y1=7, y2=7, stroke=colour, stroke_width=2))


def _dashes() -> Safe:
    return _sample(
        element("line", x1=0, x2=24, y1=7, y2=7, stroke=INK, stroke_width=2, stroke_dasharray="5 4")
    )


def _band() -> Safe:
    return _sample(element("rect", x=0, y=1, width=24, height=12, fill=INK, fill_opacity=0.14))


def _sample(drawn: Safe) -> Safe:
    return document(drawn, view=(0, 0, 24, 14), width=24, height=14, aria_hidden="true", focusable="false")


def _dot(colour: str | None) -> Safe:
    """A point as the picture draws it: filled in its colour, or hollow."""
    style = {"fill": colour or WHITE, "stroke": colour or INK}
    return _sample(element("circle", cx=12, cy=7, r=4.2, stroke_width=1.8, **style))
