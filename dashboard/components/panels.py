"""Nine small panels over time in the places of the city; their titles are links."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.parts import KarteAnswer
from dashboard.components import chart, html
from dashboard.components.wild import wild
from dashboard.figures import spark
from dashboard.figures.geofacet import geofacet, measures
from dashboard.figures.geofacet.grid import PLACES
from dashboard.figures.geofacet.panel import GAP, GAP_SHARE, PANEL
from dashboard.figures.theme import Figure

KEYS = (*chart.keys(ids.GEOFACET), ids.prop(ids.PANEL_LINKS), ids.prop(ids.PANEL_LINKS, "style"))


def panels(answer: KarteAnswer) -> Component:
    """The chart, and over it the links."""
    height, margin = measures(answer.trend.series, answer.trend.limits, answer.trend.years)
    still = spark.geofacet_svg(**_shown(answer))
    drawn = chart.chart(ids.GEOFACET, partial(_figure, answer), height, still, answer.trend.subtitle)
    links = html.Div(_links(answer), id=ids.PANEL_LINKS, className="facet-links", style=_places(margin))
    return html.Div([drawn, links], className="facet")


def changes(answer: KarteAnswer) -> dict[str, Any]:
    """New figure, still picture and links."""
    figure = _figure(answer)
    drawn = chart.changes(ids.GEOFACET, figure, spark.geofacet_svg(**_shown(answer)))
    return drawn | dict(zip(KEYS[-2:], (_links(answer), _places(figure["layout"]["margin"])), strict=True))


def _figure(answer: KarteAnswer) -> Figure:
    return geofacet(**_shown(answer))


def _shown(answer: KarteAnswer) -> dict[str, Any]:
    return {
        "series": answer.trend.series,
        "city": answer.trend.city,
        "limits": answer.trend.limits,
        "years": answer.trend.years,
        "shown_year": answer.trend.year,
        "breaks": answer.trend.breaks,
    }


def _links(answer: KarteAnswer) -> list[Component]:
    """The same gesture as on map and list: click or Enter focuses the area."""
    return [
        html.A(
            href=entry.href,
            title=f"{entry.name} in den Mittelpunkt stellen",
            style={"gridRow": entry.row, "gridColumn": entry.column},
            **wild(data_view="1", data_raum=entry.area, aria_label=f"{entry.name}, {entry.text}"),
        )
        for entry in answer.trend.series
        if entry.row is not None
    ]


def _places(margin: Mapping[str, Any]) -> dict[str, str]:
    return {
        "padding": f"{margin['t']}px {margin['r']}px 0 {margin['l']}px",
        "gridTemplate": f"repeat({PLACES}, {PANEL}px) / repeat({PLACES}, 1fr)",
        "gap": f"{GAP}px {GAP_SHARE:.1%}",
    }
