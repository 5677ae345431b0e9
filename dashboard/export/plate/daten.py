"""The page of data on a plate: how many values of which origin, and who delivered them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from dashboard.answers.daten.parts import DatenAnswer, DeliveryLine
from dashboard.answers.parts import Table
from dashboard.export.plate.canvas import Box, canvas
from dashboard.export.plate.cells import Cell
from dashboard.export.plate.fitting import SMALLEST
from dashboard.export.plate.grid import Column
from dashboard.export.plate.ledger import TWO_LINES, Ledger, by_width
from dashboard.export.plate.lettering import line, said
from dashboard.export.plate.parts import Block, Chart, Course, Key, Line, Listing, Picture, Plate
from dashboard.figures.svg import element
from dashboard.figures.theme import CONTEXT, GREY_TEXT, PETROL, SEQUENTIAL, SLATE
from dashboard.model import Origin
from dashboard.wording import numbers, signs

_ORIGINS: Final[tuple[Origin, ...]] = ("demo", "published", "delivered")
_FILL: Final = {"demo": CONTEXT, "published": SEQUENTIAL[2], "delivered": PETROL}
Bar = tuple[str, int, str]  # word, count, colour


def plate(answer: DatenAnswer) -> Plate:
    """The plate of a release."""
    words = answer.said
    origin: Origin = "demo" if answer.demo else "published" if answer.counts.published else "delivered"
    return Plate(
        name=words.file,
        kicker="Daten und Downloads",
        headline=words.headline,
        subtitle=words.subtitle,
        detail=words.detail,
        body=tuple(_blocks(answer)),
        chart=_chart(answer),
        tables=tuple(_tables(answer)),
        source="; ".join(dict.fromkeys(source.title for source in answer.sources)) or "keine",
        origin=origin,
        origin_word=signs.origin_word(origin),
        release=answer.release,
        address=answer.address,
        keys=tuple(_keys(answer)),
        notes=(answer.licence, *answer.methods),
        beside=tuple(_listed(answer)),
    )


def _origins(answer: DatenAnswer) -> tuple[Bar, ...]:
    counts = answer.counts
    sizes = {"demo": counts.demo, "published": counts.published, "delivered": counts.delivered}
    return tuple((signs.origin_word(name), sizes[name], _FILL[name]) for name in _ORIGINS if sizes[name])


def _states(answer: DatenAnswer) -> tuple[Bar, ...]:
    counts = answer.counts
    other = counts.cells - counts.shown - counts.hidden
    found = (("mit Zahl", counts.shown, PETROL), ("zum Schutz verdeckt", counts.hidden, SLATE),
             ("ohne bekannte Zahl", other, CONTEXT))  # fmt: skip
    return tuple(bar for bar in found if bar[1])


def _blocks(answer: DatenAnswer) -> Iterator[Block]:
    groups = (("Herkunft der Werte", _origins(answer)), ("Was von ihnen bekannt ist", _states(answer)))
    every = (bar for _title, bars in groups for bar in bars)
    spoken = "; ".join(f"{word} {numbers.number(count)}" for word, count, _fill in every)
    yield Picture(lambda width, height: _bars(groups, width, height), f"Werte: {spoken}.",
                  f"Die Werte des Datenstands {answer.release}")  # fmt: skip
    if answer.deliveries:
        rows = sorted(answer.deliveries, key=lambda one: -one.rows)
        alt = "; ".join(f"{one.title}: {one.values} Werte" for one in rows)
        yield Picture(_deliveries(rows).draw, f"Lieferungen: {alt}.", "Lieferungen", 1.25)


def _bars(groups: tuple[tuple[str, tuple[Bar, ...]], ...], width: float, height: float) -> Markup:
    """Two groups of bars on one scale, each bar below its words."""
    shown = [(title, bars) for title, bars in groups if bars]
    lines = sum(1 + len(bars) for _title, bars in shown) or 1
    pitch = min(62.0, height / lines)
    most = max((count for _title, bars in shown for _word, count, _fill in bars), default=1)
    drawn, y = [], 0.0
    for title, bars in shown:
        drawn.append(line(title, Box(0, y, width, 0.8 * pitch), 18, GREY_TEXT))
        y += 0.8 * pitch
        for bar in bars:
            drawn += _bar(bar, most, Box(0, y, width, pitch))
            y += pitch
    return canvas(width, height, *drawn)


def _bar(bar: Bar, most: int, room: Box) -> Iterator[Markup]:
    word, count, fill = bar
    size = max(SMALLEST, min(20.0, 0.34 * room.height))
    first = Box(0, room.y, room.width, 1.4 * size)
    yield line(word, first, size)
    yield line(numbers.number(count), first, size, anchor="end", bold=True)
    high = max(6.0, min(20.0, room.height - 1.4 * size - 8))
    yield element("rect", x=0, y=room.y + 1.45 * size, width=max(2.0, count / most * room.width), height=high,
                  fill=fill)  # fmt: skip


def _deliveries(rows: list[DeliveryLine]) -> Ledger:
    columns = {
        "title": Column("Lieferung", 0.0),
        "received": Column("Eingang", 6.2),
        "values": Column("Werte", 4.5, "end"),
    }
    names = by_width((520, ("title", "received", "values")), (0, ("title", "values")))
    return Ledger(columns, tuple(_delivery(row) for row in rows), names, least=TWO_LINES, rest="Lieferungen",
                  wanted=0.5)  # fmt: skip


def _delivery(row: DeliveryLine) -> dict[str, Cell]:
    return {
        "title": said(row.title, below=f"{row.supplier} · {row.origin_word}"),
        "received": said(row.received, colour=GREY_TEXT),
        "values": said(row.values, "end", strong=True),
    }


def _chart(answer: DatenAnswer) -> Chart:
    """How many values there are of each origin and state: counts that the page itself shows.

    The same values counted twice: a course each. The files of the page hold the values of all indicators;
    no chart can show them together.
    """
    origins, states = _origins(answer), _states(answer)
    first = tuple(float(count) for _word, count, _fill in origins)
    last = tuple(float(count) for _word, count, _fill in states)
    courses = (
        Course("nach Herkunft", (*first, *(None for _bar in last)), focused=True),
        Course("nach dem, was bekannt ist", (*(None for _bar in first), *last)),
    )
    names = tuple(word for word, _count, _fill in (*origins, *states))
    return Chart("bars", f"Werte des Datenstands {answer.release}", names, courses, "Werte", 0)


def _listed(answer: DatenAnswer) -> Iterator[Listing]:
    """Who delivered how many values: the most first."""
    rows = sorted(answer.deliveries, key=lambda one: -one.rows)
    if rows:
        lines = tuple(Line((one.title, one.values)) for one in rows)
        yield Listing(("Lieferung", "Werte"), lines, "Lieferungen")


def _keys(answer: DatenAnswer) -> Iterator[Key]:
    counts = answer.counts
    yield Key("Werte", numbers.number(counts.cells))
    yield Key("Kennzahlen", numbers.number(counts.indicators))
    yield Key("Lieferungen", numbers.number(counts.deliveries))
    if counts.first_year:
        yield Key("Zeiträume", f"{counts.first_year} bis {counts.last_year}")


def _tables(answer: DatenAnswer) -> Iterator[Table]:
    releases = tuple((one.id, one.created, one.deliveries, one.changes) for one in answer.releases)
    yield Table("Alle Datenstände", ("Datenstand", "Erstellt", "Lieferungen", "Änderungen"), releases)
    rows = tuple(
        (one.title, one.supplier, one.received, one.origin_word, one.values) for one in answer.deliveries
    )
    if rows:
        yield Table("Lieferungen", ("Lieferung", "Lieferant", "Eingang", "Herkunft", "Werte"), rows)
    sources = tuple((one.title, one.publisher, one.licence, one.values) for one in answer.sources)
    yield Table("Quellen der Werte", ("Quelle", "Herausgeber", "Lizenz", "Werte"), sources)
