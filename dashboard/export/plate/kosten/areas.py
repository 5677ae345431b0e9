"""The areas of a view on costs: bars against the city, the share of prevention, the way down."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from markupsafe import Markup

from dashboard.answers.kosten.parts import Card, KostenAnswer, Ledger, Line, Map
from dashboard.display import AreaValue, History
from dashboard.export.plate.canvas import magnified
from dashboard.export.plate.cells import Cell, Spot, em, words
from dashboard.export.plate.courses import courses
from dashboard.export.plate.grid import Column, Grid, Row
from dashboard.export.plate.kosten.shown import MOST_KEYS, Shown, euros, find, keys, ledgers, nothing, said
from dashboard.export.plate.over_time import series_chart
from dashboard.export.plate.parts import Chart, Course, Key, Picture
from dashboard.export.plate.words import CITY_NAME
from dashboard.figures.contrast import INK
from dashboard.figures.icicle import Icicle, icicle
from dashboard.figures.svg import Attribute, element
from dashboard.figures.theme import PETROL
from dashboard.model import CITY

_SHARE = 0.62  # of a row's height is its bar
_ZOOM = 1.4  # of the icicle: its cells are labelled as far as they are high enough


def praevention(answer: KostenAnswer) -> Shown:
    """The share over the years with its goal, and the areas in order."""
    found = find(answer, History)
    if found is None:
        return nothing(answer.said.subtitle)
    card, shown = found
    line = Picture(courses(shown), f"{card.subtitle}. {answer.said.headline}.", card.title, 1.25)
    others = [(each, ledger) for each in answer.cards[1:2] for ledger in ledgers(each)]
    chart = series_chart(card.subtitle, shown.series, shown.city, shown.years, shown.unit, 1)
    notes = tuple(text for each in answer.cards for text in said(each))
    return Shown((line, *(bars(each, ledger) for each, ledger in others[:1])), chart, keys(answer), notes)


def raeume(answer: KostenAnswer) -> Shown:
    """Areas per 1,000 below 21 in order, and the way down from the total as an icicle."""
    found, tree = find(answer, Map), find(answer, Icicle)
    if found is None or tree is None:
        return nothing(answer.said.subtitle)
    (card, areas), (above, down) = found, tree
    ledger = next(iter(ledgers(card)), Ledger(("", ""), ()))
    ranked = replace(bars(card, ledger), title=f"{areas.title}; gestrichelt: {CITY_NAME}")
    title = above.title if answer.view.raum == CITY else down.name  # in an area the card is about its years
    drawn = Picture(magnified(_still(down), _ZOOM), f"{down.name}. {above.title}.", title, 1.2)
    notes = (*said(card), *said(above))
    return Shown((ranked, drawn), _per_head(areas, ledger), _extremes(ledger), notes)


def bars(card: Card, ledger: Ledger) -> Picture:
    """The rows of a ledger with their bars and the dashed line across them."""
    header = ledger.header
    columns = (
        Column(header[0], em([line.name for line in ledger.lines]) + 0.4),
        Column(""),
        *(
            Column(title, _wide(ledger, place), "end", spare=min(place, 2))
            for place, title in enumerate(header[1:])
        ),
    )
    rows = tuple(_row(line, ledger.mark) for line in ledger.lines)
    dashed = [
        text.rstrip(".").replace("Gestrichelt", "gestrichelt") for text in said(card) if "estrichelt" in text
    ]
    return Picture(
        Grid(columns, rows).draw, f"{card.subtitle}. {card.title}.", "; ".join((card.title, *dashed))
    )


def _wide(ledger: Ledger, place: int) -> float:
    cells = [line.cells[place] for line in ledger.lines if place < len(line.cells)]
    return em(cells)


def _row(line: Line, mark: float | None) -> Row:
    cells: tuple[Cell, ...] = (words(line.name), partial(_bar, line.bar, mark))
    cells += tuple(words(cell, "end") for cell in line.cells)
    return Row(cells, strong=line.role == "sum", focused=line.chosen)


def _bar(share: float | None, mark: float | None, spot: Spot) -> Markup:
    """The bar from the left, and the dashed line over the whole row."""
    box, high = spot.box, _SHARE * spot.box.height
    drawn = Markup("")
    if share is not None:
        wide, top = max(1.0, share * box.width), box.y + (box.height - high) / 2
        drawn += element("rect", x=box.x, y=top, width=wide, height=high, fill=PETROL)
    if mark is not None:
        x = box.x + mark * box.width
        style: dict[str, Attribute] = {"stroke": INK, "stroke_width": 1.8, "stroke_dasharray": "5 4"}
        drawn += element("line", x1=x, x2=x, y1=box.y, y2=box.y + box.height, **style)
    return drawn


def _still(shown: Icicle) -> partial[Markup]:
    """The icicle as a picture: no cell leads anywhere."""
    columns = tuple(
        replace(column, cells=tuple(replace(cell, href="") for cell in column.cells))
        for column in shown.columns
    )
    return partial(icicle, replace(shown, columns=columns))


def _per_head(areas: Map, ledger: Ledger) -> Chart:
    """The areas in their order and the city last, in euros per 1,000."""
    unit = areas.unit.split(" je ")[0]
    order = sorted(areas.values, key=lambda each: (each.value is None, -(each.value or 0)))
    values = [None if each.value is None else euros(each.value, unit) for each in order]
    city = _city(areas.values, ledger)
    if city is not None:
        values.append(euros(city, unit))
    names = (*(each.name for each in order), *([CITY_NAME] if city is not None else []))
    return Chart("bars", areas.title, names, (Course(areas.title, tuple(values)),), "€", 0)


def _city(values: tuple[AreaValue, ...], ledger: Ledger) -> float | None:
    """The city on the scale of the areas: where its dashed line crosses the bars."""
    shares = {line.key: line.bar for line in ledger.lines if line.bar}
    whole = next(
        (each.value / shares[each.area] for each in values if each.value and each.area in shares), None
    )
    return None if whole is None or ledger.mark is None else whole * ledger.mark


def _extremes(ledger: Ledger) -> tuple[Key, ...]:
    """The highest and the lowest area, the one in focus, and the city."""
    drawn = [line for line in ledger.lines if line.bar is not None]
    sums = [line for line in ledger.lines if line.role == "sum"]
    chosen = [line for line in drawn if line.chosen]
    shown = {line.name: line for line in (*drawn[:1], *drawn[-1:], *chosen, *sums)}
    return tuple(Key(line.name, line.cells[0], (ledger.header[1],)) for line in shown.values())[:MOST_KEYS]
