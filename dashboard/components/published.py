"""Published figures in their own slot: each with place, period, source and certainty."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.answers.parts import PublishedValue
from dashboard.components import html


def published(values: tuple[PublishedValue, ...]) -> list[Component]:
    """A card with a list; nothing where there is no such figure."""
    if not values:
        return []
    entries = html.Ul([_entry(value) for value in values])
    return [html.Div([html.H2("Veröffentlichte Werte"), entries], className="card")]


def _entry(value: PublishedValue) -> Component:
    source = html.A(value.source, href=value.url, rel="noopener") if value.url else html.Span(value.source)
    return html.Li(
        [
            html.Strong(f"{value.place}, {value.period}: {value.text}"),
            html.Span([" ", source, f" · {value.certainty}"]),
            html.Span(f" · {value.note}" if value.note else "", className="note"),
        ]
    )
