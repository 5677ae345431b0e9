"""Words that all plates say alike: kicker, legend of the signs in use, notes of the method."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dashboard.answers.parts import KeyFigure, Method, Tile
from dashboard.catalogue.catalogue import LIFE_PHASES
from dashboard.catalogue.models import Indicator
from dashboard.display import AreaValue, CityLine, Sign
from dashboard.export.plate.parts import Chart, Course, Key
from dashboard.wording.signs import COMPARISON_LEGEND, COMPARISON_LEGEND_NOTE, SIGN_WORDS

CITY_NAME: Final = "Stadt Hamm"


def kicker(indicator: Indicator, place: str = CITY_NAME) -> str:
    """ "Übergang in die Sekundarstufe I · Hamm-Norden"."""
    return f"{LIFE_PHASES[indicator.life_phase]} · {place}"


def legend(signs: Iterable[Sign]) -> tuple[tuple[Sign, str], ...]:
    """The signs in use with their words, in the order of the pages' legend."""
    used = set(signs)
    return tuple((sign, _word(sign)) for sign, _ in COMPARISON_LEGEND if sign in used)


def _word(sign: Sign) -> str:
    return "Geheimhaltung (x)" if sign == "hidden" else SIGN_WORDS[sign]


def notes(method: Method, *more: str) -> tuple[str, ...]:
    """Definition, what one should know, what the signs compare, and how it is computed."""
    terms = tuple(f"{term}: {text}" for term, text in method.definition)
    found = (*more, *terms, *method.notes, COMPARISON_LEGEND_NOTE, *method.statistics)
    return tuple(dict.fromkeys(note for note in found if note))


def key(tile: Tile, sign: Sign | None = None) -> Key:
    """A tile of a page."""
    return Key(tile.label, tile.value, (tile.detail,) if tile.detail else (), sign)


def key_figure(figure: KeyFigure) -> Key:
    """The one number of a view, with interval and n."""
    return Key(figure.place, figure.value, figure.lines, figure.sign)


def with_period(title: str, period: str) -> str:
    """ "Kinderarmut (2024)"; the title alone where no period is known."""
    return f"{title} ({period})" if period else title


def areas_chart(
    title: str, values: Sequence[AreaValue], city: CityLine | None, unit: str, decimals: int
) -> Chart:
    """Areas in their order and the city below them, as bars."""
    last = () if city is None or city.value is None else (city.value,)
    names = tuple(value.name for value in values) + ((CITY_NAME,) if last else ())
    course = Course(title, (*(value.value for value in values), *last))
    focused = next((value.name for value in values if value.focused), "")
    return Chart("bars", title, names, (course,), unit, decimals, focused, CITY_NAME if last else "")
