"""The start page as a plate: map and order of the areas, or the areas over time (``ansicht=verlauf``)."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.answers.parts import KarteAnswer, Table
from dashboard.display import Sign
from dashboard.export.plate import words
from dashboard.export.plate.courses import courses
from dashboard.export.plate.mapped import mapped
from dashboard.export.plate.over_time import series_chart, trend_history
from dashboard.export.plate.parts import Block, Chart, Picture, Plate
from dashboard.export.plate.ranked import ranked, rows_of

_DIAMOND = " (Raute: veröffentlichter Wert)"
_DOTS = "Punkt: Wert; Linie: 95-%-Vertrauensbereich."


def plate(answer: KarteAnswer) -> Plate:
    """What the view says, its pictures and its tables."""
    over_time = _is_over_time(answer)
    place = next((area.name for area in answer.compared.areas if area.focused), words.CITY_NAME)
    return Plate.of(
        answer.said,
        answer.foot,
        kicker=words.kicker(answer.indicator, place),
        body=tuple(_over_time(answer) if over_time else _compared(answer)),
        chart=_chart(answer, over_time),
        tables=tuple(_tables(answer)),
        address=answer.address,
        keys=tuple(words.key(tile) for tile in answer.tiles[:4]),
        legend=words.legend(_signs(answer, over_time)),
        notes=words.notes(answer.method, answer.trend.subtitle if over_time else _DOTS),
    )


def _is_over_time(answer: KarteAnswer) -> bool:
    """Without values per area there is no map to be looked at."""
    return answer.view.ansicht == "verlauf" or not answer.has_areas


def _compared(answer: KarteAnswer) -> Iterator[Block]:
    shown = answer.compared
    drawn = mapped(shown.shapes, shown.areas, shown.scale, answer.indicator.unit)
    yield Picture(drawn, f"Karte: {answer.said.headline}", shown.map_title)
    rows = ranked(rows_of(shown.areas), shown.limits, city=shown.city, unit=answer.indicator.unit)
    alt = f"{shown.list_title}: {'; '.join(f'{area.name} {area.text}' for area in shown.areas)}"
    yield Picture(rows, alt, shown.list_title)


def _over_time(answer: KarteAnswer) -> Iterator[Block]:
    if answer.trend.years:
        alt = f"{answer.trend.title}. Alle Werte stehen in der Tabelle."
        title = f"{answer.trend.title}{_DIAMOND if answer.trend.published else ''}"
        yield Picture(courses(trend_history(answer.trend, answer.indicator)), alt, title)


def _chart(answer: KarteAnswer, over_time: bool) -> Chart:
    unit, decimals = answer.indicator.unit, answer.indicator.decimals
    if over_time:
        trend = answer.trend
        return series_chart(answer.indicator.title, trend.series, trend.city, trend.years, unit, decimals)
    shown = answer.compared
    return words.areas_chart(answer.said.subtitle, shown.areas, shown.city, unit, decimals)


def _tables(answer: KarteAnswer) -> Iterator[Table]:
    """The compared period first; of the city alone only what happened over time."""
    if answer.has_areas:
        yield answer.compared.table
    if answer.trend.years:
        yield answer.trend.table


def _signs(answer: KarteAnswer, over_time: bool) -> Iterator[Sign]:
    if not over_time:
        yield from (area.sign for area in answer.compared.areas)
    else:
        yield from (point.sign for each in answer.trend.series if each.focused for point in each.points)
