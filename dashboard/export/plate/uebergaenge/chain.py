"""The chain from Kita to Sek II: stations one below the other on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers.uebergaenge.contents import Chain, Station
from dashboard.answers.uebergaenge.parts import UebergaengeAnswer
from dashboard.export.plate.cells import em, signed, words
from dashboard.export.plate.grid import Column, Grid, Row
from dashboard.export.plate.parts import Chart, Course, Key, Picture
from dashboard.export.plate.uebergaenge.shown import Shown, scale, strip
from dashboard.export.plate.words import CITY_NAME
from dashboard.wording import signs
from dashboard.wording.people import NOTHING

_MOST = 4


def kette(answer: UebergaengeAnswer, content: Chain) -> Shown:
    """All stations: the area against the rest of the city, or how far the areas lie apart."""
    main = answer.main
    drawn = Picture(
        _grid(content).draw, f"{main.subtitle}. {main.title}.", f"{main.subtitle}{_dots(content)}"
    )
    shown = tuple(one.apart.sign for one in content.stations if one.text)
    return Shown((drawn,), _chart(answer, content), shown, _keys(content), (content.note,))


def _dots(content: Chain) -> str:
    """What the grey dots are."""
    return "; grau: die anderen Räume" if content.focused else "; jeder Punkt ein Raum"


def _grid(content: Chain) -> Grid:
    stations, focus = content.stations, content.focused
    beside = (
        (
            Column(focus, em([focus, *(one.value_text for one in stations)]) * 0.9, "end", spare=1),
            Column("Punkte", 5.6, "end", spare=1),
            Column("", em([one.sign_word for one in stations]) + 1.4, spare=3),
        )
        if focus
        else ()
    )
    columns = (
        Column("Station", em([one.name for one in stations]) * 0.95),
        Column("", head=scale(content.limits)),
        *beside,
        Column(CITY_NAME, em([CITY_NAME]) * 0.9, "end", spare=1),
    )
    return Grid(columns, tuple(_row(one, content) for one in stations), wanted=0.3)


def _row(one: Station, content: Chain) -> Row:
    beside = (
        words(one.value_text or "k. A.", "end"),
        words(one.text or NOTHING, "end", below=one.range_text),
        signed(one.apart.sign, one.sign_word) if one.text else words(""),
    )
    cells = (
        words(one.name, below=one.phase),
        strip(one.apart, content.limits, others=one.others, path=one.path),
        *(beside if content.focused else ()),
        words(one.city_text, "end"),
    )
    return Row(cells)


def _chart(answer: UebergaengeAnswer, content: Chain) -> Chart:
    """The values of the area and the city, or of the city alone."""
    stations: Sequence[Station] = content.stations
    city = Course(CITY_NAME, tuple(one.city for one in stations), city=True)
    own = Course(content.focused, tuple(one.value for one in stations), focused=True)
    courses = (own, city) if content.focused else (city,)
    return Chart("bars", answer.main.title, tuple(one.name for one in stations), courses, "%")


def _keys(content: Chain) -> tuple[Key, ...]:
    """The stations at which the area differs, the largest differences first."""
    found = [
        one for one in content.stations if one.apart.sign in signs.DISTINCT and one.apart.value is not None
    ]
    found.sort(key=lambda one: -abs(one.apart.value or 0))
    return tuple(
        Key(
            one.name,
            one.value_text,
            (f"Stadt {one.city_text}", f"{one.text} Punkte ({one.range_text})"),
            one.apart.sign,
        )
        for one in found[:_MOST]
    )
