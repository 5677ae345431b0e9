"""The distribution by a rule on a plate: index, amount and difference to today, area by area."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from dashboard.answers.parts import Table
from dashboard.answers.ressourcen.parts import RessourcenAnswer
from dashboard.answers.ressourcen.pictures import Difference, Main, Row
from dashboard.export.plate.canvas import Box
from dashboard.export.plate.cells import Cell, Spot
from dashboard.export.plate.grid import Column
from dashboard.export.plate.ledger import Columns, Ledger, by_width, still
from dashboard.export.plate.lettering import line, said
from dashboard.export.plate.parts import Block, Chart, Course, Line, Listing, Picture, Plate
from dashboard.export.plate.words import key, notes
from dashboard.figures.index_bars import amount_bar, index_strip, index_ticks
from dashboard.figures.theme import GREY_TEXT

_HIGH = 30.0  # px: a row of the page


def plate(answer: RessourcenAnswer) -> Plate:
    """The plate of one rule. Schools are never on it."""
    return Plate.of(
        answer.said,
        answer.foot,
        kicker=f"Ressourcen · {answer.controls.title}",
        body=tuple(_blocks(answer)),
        chart=_chart(answer),
        tables=tuple(_tables(answer)),
        address=answer.address,
        keys=tuple(key(tile) for tile in answer.tiles[:4]),
        notes=notes(answer.method, answer.main_card.subtitle),
    )


def _blocks(answer: RessourcenAnswer) -> Iterator[Block]:
    """The areas; where nothing can be shared out, the rules that there are."""
    shown = answer.main
    if not shown.rows:
        lines = tuple(Line((each.title, each.weights), focused=each.here) for each in answer.presets)
        yield Listing(("Regel", "Gewichte"), lines, "Dokumentierte Regeln", text_columns=2)
        return
    today = {row.area: row for row in answer.compared.rows}
    ledger = Ledger(
        _columns(answer),
        (*(_cells(row, shown, today.get(row.area)) for row in shown.rows), _sums(shown, answer)),
        _names(any(row.index for row in shown.rows), bool(today)),
        focused=next((at for at, row in enumerate(shown.rows) if row.focused), None),
    )
    spoken = "; ".join(f"{row.name} {row.amount} {shown.unit}" for row in shown.rows)
    yield Picture(ledger.draw, f"{answer.main_card.title}: {spoken}.", answer.main_card.title)


def _names(index: bool, today: bool) -> Columns:
    ours = ("index", "score") if index else ()
    span = ("range",) if index else ()
    beside = ("today", "change") if today else ()
    wide = ("name", *ours, "bar", "amount", *span, "head", *beside)
    return by_width(
        (1200, wide),
        (800, ("name", *ours, "bar", "amount", *beside)),
        (0, ("name", "bar", "amount")),
    )


def _columns(answer: RessourcenAnswer) -> dict[str, Column]:
    shown, euros = answer.main, answer.main.unit != "Stellen"
    wide = 8.0 if euros else 4.6
    return {
        "name": Column("Sozialraum", 7.4),
        "index": Column("Index", 0.0, head=_axis(shown)),
        "score": Column("Index", 3.6, "end"),
        "bar": Column("", 0.0),
        "amount": Column(shown.unit, wide, "end"),
        "range": Column("andere Gewichte", wide + (5.4 if euros else 3.2), "end"),
        "head": Column(shown.per_head, 8.6, "end"),
        "today": Column("heute (Beispiel)" if _is_example(answer) else "heute", wide + 2.2, "end"),
        "change": Column("Unterschied", wide + 1.4, "end"),
    }


def _is_example(answer: RessourcenAnswer) -> bool:
    return "(Beispiel)" in answer.compared_card.title


def _axis(shown: Main) -> Cell:
    """The marks of the index; its mean is zero."""

    def write(spot: Spot) -> Markup:
        room, drawn = spot.box, []
        for tick in index_ticks(shown.limits):
            middle = room.x + tick.share * room.width
            drawn.append(line(tick.text, _around(spot, middle), 15.0, GREY_TEXT, "middle"))
        return Markup("").join(drawn)

    return write


def _around(spot: Spot, middle: float) -> Box:
    return Box(middle - 40, spot.box.y, 80, spot.box.height)


def _cells(row: Row, shown: Main, today: Difference | None) -> dict[str, Cell]:
    bar = partial(_bar, row)
    return {
        "name": said(row.name),
        "index": still(partial(_strip, row, shown), _HIGH),
        "score": said(row.index.text if row.index else "–", "end"),
        "bar": still(bar, _HIGH),
        "amount": said(row.amount, "end", strong=True),
        "range": said(row.range_text, "end", colour=GREY_TEXT),
        "head": said(row.per_head, "end", colour=GREY_TEXT),
        "today": said(today.today if today else "–", "end"),
        "change": said(today.change if today else "–", "end", strong=True),
    }


def _strip(row: Row, shown: Main, width: float) -> Markup:
    index = row.index
    if index is None:
        return Markup("")
    return index_strip(index.score, index.low, index.high, shown.limits, row.focused)


def _bar(row: Row, width: float) -> Markup:
    return amount_bar(row.bar, row.bar_low, row.bar_high, row.focused)


def _sums(shown: Main, answer: RessourcenAnswer) -> dict[str, Cell]:
    _people, amount, _share, per_head = shown.sums
    today, _then, change = answer.compared.sums
    texts = {"amount": amount, "head": per_head, "today": today, "change": change}
    empty = dict.fromkeys(("index", "score", "bar", "range"), "")
    last = {name: said(text, "end", strong=True) for name, text in (texts | empty).items()}
    return {"name": said("Summe, genau", strong=True), **last}


def _chart(answer: RessourcenAnswer) -> Chart:
    """What each area gets and has today (column ``wert`` of the files)."""
    rows = answer.main.rows
    today = {row.area: row.size for row in answer.compared.rows}
    unit = answer.main.unit
    courses = [Course("nach dieser Regel", tuple(row.size for row in rows), focused=True)]
    if today and answer.compared.unit == unit:
        word = "heute (Beispiel)" if _is_example(answer) else "heute"
        courses.append(Course(word, tuple(today.get(row.area) for row in rows)))
    title = f"{unit} je Sozialraum"
    return Chart("bars", title, tuple(row.name for row in rows), tuple(courses), unit, 2)


def _tables(answer: RessourcenAnswer) -> Iterator[Table]:
    for card in (answer.main_card, answer.made_card, answer.compared_card):
        if card.title and card.table.rows:
            yield card.table
