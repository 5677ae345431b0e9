"""Second tile: the trend, its test, and what it could have found."""

from __future__ import annotations

from typing import Final, Literal

from dashboard.catalogue.models import Indicator
from dashboard.model import CITY, Trend
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import printed
from dashboard.wording.numbers import amount_text, number, p_text, percent_points
from dashboard.wording.periods import axis_label, period_label
from dashboard.wording.signs import TREND_LEGEND_TITLE, trend_judgement, trend_word
from dashboard.wording.tiles.text import NOT_COMPUTABLE, TileText, parts
from dashboard.wording.units import NARROW, joined

TrendMethod = Literal["cochran-armitage", "regression"]
METHOD_WORDS: Final[dict[TrendMethod, str]] = {
    "cochran-armitage": "Cochran-Armitage",
    "regression": "gewichtete Regression",
}
PERIODS: Final = 5  #: consecutive periods a trend is tested over
_CITY_LEVEL: Final = f"Niveau 99,8{NARROW}%"


def trend_tile(
    indicator: Indicator, trend: Trend | None, method: TrendMethod, detectable: float | None = None
) -> TileText:
    """ "Trend 2021 bis 2025": "kein Trend nachweisbar", "Cochran-Armitage, p = 0,17; erkennbar erst …".

    ``detectable``: the smallest change over the tested periods that the test would find (80 %),
    in the indicator's unit, that of ``trend`` where not given. ``method``: which test was used.
    """
    if trend is None or trend.label == "not_computable":
        return TileText(TREND_LEGEND_TITLE, NOT_COMPUTABLE, trend_reason(indicator, trend))
    span = [axis_label(indicator, year) for year in (trend.first_year, trend.year)]
    judgement = trend_judgement(trend.label, indicator.polarity)
    size = trend.detectable if detectable is None else detectable
    found = detectable_text(indicator, size) if trend.label == "no_trend" else ""
    detail = parts(judgement, _test(trend, method), found)
    return TileText(f"Trend {' bis '.join(span)}", trend_word(trend.label), detail)


def trend_reason(indicator: Indicator, trend: Trend | None) -> str:
    """Why no trend could be tested: too few periods, a break, a gap, no interval."""
    if trend is None:
        return "keine Werte"
    if trend.periods >= PERIODS:
        return "in diesen Zeiträumen lässt sich der Zufall nicht bemessen"
    if not trend.periods:
        return f"kein Wert für {period_label(indicator, trend.year)}"
    periods = f"erst {'ein Zeitraum' if trend.periods == 1 else f'{count_word(trend.periods)} Zeiträume'}"
    broken = any(entry.year == trend.first_year for entry in indicator.breaks)
    since = f"seit dem Bruch {axis_label(indicator, trend.first_year)}" if broken else "ohne Lücke"
    return f"{periods} {since}, nötig sind fünf"


def detectable_text(indicator: Indicator, size: float | None) -> str:
    """ "erkennbar erst ab etwa 9 Punkten"; empty where it is not known or prints as nothing."""
    if size is None or printed(abs(size), indicator) == 0:
        return ""
    if not percent_points(indicator):
        return f"kleinste erkennbare Änderung etwa {amount_text(abs(size), indicator)}"
    digits = number(abs(size), 0 if abs(size) >= 2 else 1)
    return f"erkennbar erst ab etwa {joined(digits, 'Punkten')}"


def _test(trend: Trend, method: TrendMethod) -> str:
    words = [METHOD_WORDS[method], p_text(trend.p) if trend.p is not None else ""]
    words.append(_CITY_LEVEL if trend.area == CITY else "")
    return ", ".join(word for word in words if word)
