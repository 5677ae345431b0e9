"""The overview of the Sozialräume on a plate: nine cards in the places of the city."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from markupsafe import Markup

from dashboard.answers.sozialraum.parts import Card, OverviewAnswer
from dashboard.display import Sign
from dashboard.export.plate.canvas import Box, canvas
from dashboard.export.plate.fitting import SMALLEST, wide
from dashboard.export.plate.lettering import line
from dashboard.export.plate.parts import Chart, Course, Key, Picture, Plate
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.signs_svg import sign_mark
from dashboard.figures.svg import element
from dashboard.figures.theme import CONTEXT, FADED, GREY_TEXT, ORANGE, PETROL, SIGN_TEXT
from dashboard.wording.profile_sections import SECTIONS

_TITLE: Final = "Die neun Sozialräume, angeordnet wie in der Stadt"
_GAP: Final = 18.0  # px between two cards
#: Colour of the bar's pieces; their words stand beside them with the sign.
_FILL: Final[dict[Sign, str]] = {
    "worse": ORANGE, "higher": INK, "same": FADED, "better": PETROL, "hidden": WHITE,
}  # fmt: skip
_WORDS: Final[dict[Sign, str]] = {
    "worse": "schlechter", "higher": "abweichend", "same": "nicht unterscheidbar", "better": "besser",
    "hidden": "geschützt",
}  # fmt: skip
_AIR: Final = 34.0  # px: a sign with the room before the next one
_PARTS: Final[tuple[Sign, ...]] = ("worse", "higher", "same", "better", "hidden")


def plate(answer: OverviewAnswer) -> Plate:
    """The plate of the overview. It is no ranking: the cards stand where the areas lie."""
    said = answer.said
    lines = "; ".join(f"{card.name}: {card.line}" for card in answer.cards)
    return Plate.of(
        replace(said, detail=f"{said.detail} Das ist keine Rangliste."),
        answer.foot,
        kicker="Sozialräume in Hamm",
        body=(Picture(partial(_draw, answer.cards), f"{_TITLE}. {lines}.", _TITLE),),
        chart=_chart(answer),
        tables=(answer.table,),
        address=answer.address,
        keys=tuple(_keys(answer.cards)),
        legend=tuple(_legend(answer.cards)),
        notes=(answer.lead, SECTIONS["all"][1], *answer.methods),
    )


def _chart(answer: OverviewAnswer) -> Chart:
    """How many indicators compare how, by area: counts that the page itself shows, not values of the files.

    The indicators have many units; what the page compares is their number. Each count is the number of
    rows of the area with this comparison (column ``vergleich``), the protected ones at the end: so the
    bars of all areas are of one length.
    """
    sizes = [{sign: size for sign, size, _word in card.counts} for card in answer.cards]
    courses = tuple(
        Course(_WORDS[sign], tuple(float(size.get(sign, 0)) for size in sizes), sign=sign)
        for sign in _PARTS
        if any(size.get(sign) for size in sizes)
    )
    names = tuple(card.name for card in answer.cards)
    return Chart("shares", "Kennzahlen je Sozialraum nach Vergleich mit der übrigen Stadt", names,
                 courses, "Kennzahlen", 0)  # fmt: skip


def _keys(cards: Sequence[Card]) -> Iterator[Key]:
    for sign in ("worse", "better"):
        total = sum(size for card in cards for kind, size, _word in card.counts if kind == sign)
        yield Key(f"{_WORDS[sign]} als die übrige Stadt", str(total), ("über alle neun Räume",), sign)


def _legend(cards: Sequence[Card]) -> Iterator[tuple[Sign, str]]:
    """The words with which the cards count; the pair without a good direction has one sign."""
    words = {sign: word for card in cards for sign, _count, word in card.counts}
    return ((sign, words[sign]) for sign in _PARTS if sign in words)


def _draw(cards: Sequence[Card], width: float, height: float) -> Markup:
    columns = max((card.column or 1 for card in cards), default=1)
    rows = max((card.row or 1 for card in cards), default=1)
    gap = _GAP if width > 700 else 10.0
    wide_, high = (width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows
    drawn: list[Markup] = []
    for card in cards:
        x, y = ((card.column or 1) - 1) * (wide_ + gap), ((card.row or 1) - 1) * (high + gap)
        drawn += _card(card, Box(x, y, wide_, min(high, 220.0)))
    return canvas(width, height, *drawn)


def _card(card: Card, room: Box) -> Iterator[Markup]:
    """Name, bar of all counts, the counts with their signs, and what stands out most."""
    yield element("rect", x=room.x, y=room.y, width=room.width, height=room.height, rx=4, fill="none",
                  stroke=CONTEXT, stroke_width=1)  # fmt: skip
    edge = 14.0 if room.width > 220 else 9.0
    left, inner = room.x + edge, room.width - 2 * edge
    size, step = (20.0, 24.0) if room.width > 220 else (16.0, 22.0)
    step = min(34.0, max(step, room.height / 6.4))
    y = room.y + edge * 0.6
    yield line(card.name, Box(left, y, inner, 1.4 * size), size, bold=True)
    if inner > wide(card.name, size, True) + wide(card.population, 16.0) + 12:
        yield line(card.population, Box(left, y, inner, 1.4 * size), 16.0, GREY_TEXT, "end")
    elif room.height > 130:
        y += step
        yield line(card.population, Box(left, y, inner, step), SMALLEST, GREY_TEXT)
    y += 1.55 * size
    high = min(24.0, 0.6 * step)
    yield from _bar(card, Box(left, y, inner, high))
    yield from _counts(card, Box(left, y + high + 4, inner, step))
    lower = Box(left, y + high + 4 + step, inner, room.y + room.height - y - high - 8 - step)
    yield from _findings(card, lower, step)


def _findings(card: Card, room: Box, step: float) -> Iterator[Markup]:
    """What stands out most, as many as there is room for."""
    if room.width < 200:
        return
    for at, found in enumerate(card.findings[: int(room.height / step)]):
        y = room.y + at * step
        yield sign_mark(found.sign, room.x + 7, y + step / 2, 13)
        words = f"{found.title} {found.text}"
        both = f"{words} (Stadt {found.city_text})"
        words = both if wide(both, 16.0) <= room.width - 20 else words
        yield line(words, Box(room.x + 20, y, room.width - 20, step), 16.0)


def _bar(card: Card, room: Box) -> Iterator[Markup]:
    whole = sum(size for _sign, size, _word in card.counts) or 1
    x = room.x
    for sign, size, _word in card.counts:
        part = size / whole * room.width
        edge = CONTEXT if sign == "hidden" else WHITE
        yield element("rect", x=x, y=room.y, width=part, height=room.height, fill=_FILL[sign], stroke=edge)
        x += part


def _counts(card: Card, room: Box) -> Iterator[Markup]:
    """Sign, number and as much of the word as there is room for, for everything but the protected."""
    found = [(sign, size) for sign, size, _word in card.counts if sign != "hidden"]
    size = 17.0 if room.width > 220 else SMALLEST
    spelled = [(sign, f"{count} {'' if sign == 'same' else _WORDS[sign]}".strip()) for sign, count in found]
    bare = [(sign, str(count)) for sign, count in found]
    few = [(sign, words) for sign, words in bare if sign != "same"]
    choices = (spelled, bare) if room.width > 160 else ()
    shown = next((one for one in choices if _width(one, size) <= room.width), few)
    x, middle = room.x, room.y + room.height / 2
    for sign, words in shown:
        yield sign_mark(sign, x + 8, middle, 14)
        yield line(words, Box(x + 20, room.y, room.width, room.height), size, SIGN_TEXT[sign])
        x += _AIR + wide(words, size)


def _width(entries: Sequence[tuple[Sign, str]], size: float) -> float:
    return sum(wide(words, size) + _AIR for _sign, words in entries) - 12
