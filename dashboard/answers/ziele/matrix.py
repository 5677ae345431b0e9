"""Areas × targets: who stands where, sorted as asked."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers.desk import Asking
from dashboard.answers.parts import Table
from dashboard.answers.ziele.cells import cell, counted, indicator_href
from dashboard.answers.ziele.chosen import ORDER, focused
from dashboard.answers.ziele.reading import Book, Judged
from dashboard.answers.ziele.table_parts import Cell, Column, Matrix, MatrixRow
from dashboard.catalogue.catalogue import PERSPECTIVES
from dashboard.catalogue.models import Area
from dashboard.model import CITY, TargetStatus
from dashboard.wording import goals
from dashboard.wording.units import typeset

#: Sorted by need: what is missed first, what was never judged last.
_NEED: dict[TargetStatus | None, int] = {
    "missed": 0, "off_track": 1, "open": 2, "on_track": 3, "reached": 4, None: 5,
}  # fmt: skip
_SUBTITLE = (
    "Je Feld: Status im Zieljahr oder auf dem Weg dorthin, darunter der beurteilte Wert. Ein Feld führt zur "
    "Kennzahl in diesem Raum, ein Spaltenkopf sortiert nach ihm."
)


def matrix(book: Book, shown: Sequence[Judged], asking: Asking) -> Matrix:
    """``shown``: the targets that the filters leave."""
    places = (asking.catalogue.city, *book.areas)
    key, falling = order_of(asking, places)
    rows = _sorted([matrix_row(one, places, asking) for one in shown], shown, key, falling)
    return Matrix(
        title=_title(rows),
        subtitle=_SUBTITLE,
        columns=tuple(_column(place, key, falling, asking) for place in places),
        target_href=asking.view.with_more(ORDER, "").address(asking.choices),
        target_sorted="" if key else "ascending",
        rows=tuple(rows),
        totals=tuple(_total([row.cells[at] for row in rows]) for at in range(len(places))),
        grouped=not key,
        left=f"{len(rows)} von {len(book.judged)} Zielen",
        table=_table(rows, places),
    )  # fmt: skip


def order_of(asking: Asking, places: Sequence[Area]) -> tuple[str, bool]:
    """The place by which rows are sorted ("" for the scorecard's order), and whether best come first."""
    asked = asking.view.get(ORDER)
    key = asked.removeprefix("-")
    return (key, asked.startswith("-")) if key in {place.id for place in places} else ("", False)


def matrix_row(one: Judged, places: Sequence[Area], asking: Asking) -> MatrixRow:
    """One target over the city and the areas."""
    target = one.target
    return MatrixRow(
        id=target.id,
        title=typeset(target.title),
        href=indicator_href(one, asking),
        goal=goals.asked_of_each(target, one.city, one.indicator),
        example=target.example,
        group=PERSPECTIVES[target.perspective],
        cells=tuple(cell(one, place, asking) for place in places),
        unit=one.indicator.unit,
        decimals=one.indicator.decimals,
        year=target.target_year,
    )


def _sorted(rows: list[MatrixRow], shown: Sequence[Judged], key: str, falling: bool) -> list[MatrixRow]:
    if not key:
        order = list(PERSPECTIVES)
        at = {one.target.id: order.index(one.target.perspective) for one in shown}
        return sorted(rows, key=lambda row: at[row.id])
    at_place = [entry.area for entry in rows[0].cells].index(key) if rows else 0

    def need(row: MatrixRow) -> tuple[bool, int]:
        status = row.cells[at_place].status
        return status is None, -_NEED[status] if falling else _NEED[status]

    return sorted(rows, key=need)


def _column(place: Area, key: str, falling: bool, asking: Asking) -> Column:
    here = place.id == key
    value = f"-{place.id}" if here and not falling else place.id
    view = asking.view
    chosen = view if place.id == view.raum else view.focused_on(place.id)
    if place.id == CITY:
        chosen = view if view.raum == CITY else view.focused_on(view.raum)
    return Column(
        area=place.id,
        name=place.name if place.id == CITY else place.short_name,
        href=view.with_more(ORDER, value).address(asking.choices),
        sorted=("descending" if falling else "ascending") if here else "",
        choose=chosen.address(asking.choices),
        focused=place.id == focused(asking).id,
    )


def _title(rows: Sequence[MatrixRow]) -> str:
    cells = [entry for row in rows for entry in row.cells[1:]]
    found = counted(cells)
    judged = sum(found.values()) - found["open"]
    return f"In {goals.favourable(found)} von {judged} bewerteten Feldern ist das Ziel erreicht oder auf Kurs"


def _total(cells: Sequence[Cell]) -> str:
    """ "3 von 10": reached or on track among what can be judged."""
    found = counted(cells)
    judged = sum(found.values()) - found["open"]
    return f"{goals.favourable(found)} von {judged}" if judged else "–"


def _table(rows: Sequence[MatrixRow], places: Sequence[Area]) -> Table:
    header = ("Ziel", "Zielwert", *(place.name for place in places))
    caption = "Status der Ziele nach Sozialräumen, mit dem beurteilten Wert"
    return Table(caption, header, tuple(_table_row(row) for row in rows))


def _table_row(row: MatrixRow) -> tuple[str, ...]:
    example = " (Beispielziel)" if row.example else ""
    texts = (f"{entry.word}{f' ({entry.text})' if entry.text else ''}" for entry in row.cells)
    return (f"{row.title}{example}", row.goal, *texts)
