"""Amounts over the years: stacked columns, the way into the future, the project."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from markupsafe import Markup

from dashboard.answers.kosten.parts import Card, KostenAnswer
from dashboard.export.plate import swatches
from dashboard.export.plate.canvas import Box, canvas, magnified, zoom_for, zoomed
from dashboard.export.plate.kosten.shown import Shown, euros, find, ledgers, listing, nothing, said
from dashboard.export.plate.parts import Chart, Course, Picture
from dashboard.figures.scenario_chart import ScenarioChart, scenario_chart
from dashboard.figures.stack import HATCHED, Stack, stack
from dashboard.wording.units import NBSP

_NARROW = 400  # px of the pages below which the names of layers do not stand beside the columns


def entwicklung(answer: KostenAnswer) -> Shown:
    """What it costs: columns by Bereich; the chart has the totals, what was planned and published."""
    found = find(answer, Stack)
    if found is None:
        return nothing(answer.said.subtitle)
    card, shown = found
    courses = [
        Course("Ergebnis", _row(shown, _totals(shown)), focused=True),
        Course("Plan (Haushaltsansatz)", _row(shown, _in_euros(shown.plan, shown.unit))),
        Course(
            "veröffentlicht",
            _row(shown, _in_euros({year: value for year, (value, _) in shown.published.items()}, shown.unit)),
        ),
    ]
    notes = tuple(text for each in answer.cards for text in said(each))
    present = tuple(course for course in courses if any(value is not None for value in course.values))
    chart = Chart("columns", answer.said.subtitle, tuple(str(year) for year in shown.years), present, "€", 0)
    return Shown((_columns(card, shown),), chart, notes=(*notes, *_published(answer)))


def szenario(answer: KostenAnswer) -> Shown:
    """When the rise ends: booked amounts, trend and scenario, and what is assumed."""
    found = find(answer, ScenarioChart)
    if found is None:
        return nothing(answer.said.subtitle)
    card, shown = found
    years = range(min(shown.observed), max(shown.trend.values) + 1)
    ways = (("gebucht", shown.observed), ("Trend", shown.trend.values), ("Szenario", shown.scenario.values))
    courses = tuple(
        Course(
            name, tuple(_in_euros(way, shown.unit).get(year) for year in years), focused=name == "Szenario"
        )
        for name, way in ways
    )
    drawn = Picture(
        magnified(partial(scenario_chart, shown)), f"{shown.name}. {card.title}.", card.title, 1.5
    )
    assumed = [listing(each, other.title) for other in answer.cards[1:] for each in ledgers(other)]
    notes = tuple(text for other in answer.cards for text in said(other))
    chart = Chart("lines", card.title, tuple(str(year) for year in years), courses, "€", 0)
    return Shown((drawn, *assumed[:1]), chart, notes=notes)


def projekt(answer: KostenAnswer) -> Shown:
    """What the programme cost and who paid: items by year as columns, the payers as a list."""
    found = find(answer, Stack)
    if found is None:
        return nothing(answer.said.subtitle)
    card, shown = found
    courses = tuple(
        Course(layer.title, _row(shown, _in_euros(layer.values, shown.unit))) for layer in shown.layers
    )
    chart = Chart("stacked", _titled(card, shown), tuple(str(year) for year in shown.years), courses, "€", 0)
    lists = [listing(each, other.title, 0.8) for other in answer.cards[1:] for each in ledgers(other)]
    return Shown((_columns(card, shown), *lists[:1]), chart, notes=said(card))


def _columns(card: Card, shown: Stack) -> Picture:
    return Picture(partial(_stack, shown), f"{shown.name}. {card.title}.", card.title)


def _stack(shown: Stack, width: float, height: float) -> Markup:
    """The columns under a legend of what has no name beside it."""
    zoom = zoom_for(width)
    narrow = width / zoom < _NARROW
    entries = [_layer(layer.colour, layer.title) for layer in shown.layers] if narrow else []
    entries += [(swatches.dash(), "Plan" if narrow else "Plan (Haushaltsansatz)")] if shown.plan else []
    entries += [(swatches.diamond(), "veröffentlicht")] if shown.published else []
    over, top = swatches.legend(entries, width)
    box = Box(0, top, width, height - top)
    return canvas(width, height, over, zoomed(stack(shown, width / zoom, box.height / zoom), box, zoom))


def _layer(colour: str, title: str) -> swatches.Entry:
    return (swatches.hatched("#1d7478") if colour == HATCHED else swatches.colour(colour), title)


def _titled(card: Card, shown: Stack) -> str:
    """What the card shows: the chart's amounts are in euros, whatever the unit of the picture."""
    return card.subtitle.replace(NBSP, " ").replace(shown.unit.replace(NBSP, " "), "€", 1)


def _totals(shown: Stack) -> dict[int, float]:
    return {year: cents / 100 for year, cents in shown.cents.items()}


def _in_euros(values: Mapping[int, float], unit: str) -> dict[int, float]:
    return {year: euros(value, unit) for year, value in values.items()}


def _row(shown: Stack, values: Mapping[int, float]) -> tuple[float | None, ...]:
    return tuple(values.get(year) for year in shown.years)


def _published(answer: KostenAnswer) -> tuple[str, ...]:
    """What was published beside the books, each with its source."""
    return tuple(
        f"Veröffentlicht, {one.place} {one.period}: {one.text} ({one.source})" for one in answer.published
    )
