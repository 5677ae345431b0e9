"""What a picture or a list is given: numbers of one area together with their words.

Made by ``answers``, drawn by ``figures`` and ``components``. Pure data, no Dash, no store.
"""

from __future__ import annotations

from dashboard.display.areas import AreaValue, CityLine, Point, Scale, Series, Shape, Sign
from dashboard.display.over_time import (
    BreakMark,
    GapPoint,
    History,
    MeasureBar,
    Projection,
    SlopeRow,
    SpreadPoint,
    TargetLine,
)
from dashboard.model import Origin, TrendLabel

__all__ = [
    "AreaValue",
    "BreakMark",
    "CityLine",
    "GapPoint",
    "History",
    "MeasureBar",
    "Origin",
    "Point",
    "Projection",
    "Scale",
    "Series",
    "Shape",
    "Sign",
    "SlopeRow",
    "SpreadPoint",
    "TargetLine",
    "TrendLabel",
]
