"""The four tiles of an indicator's page: label, value and the line below, each true when nothing is there."""

from dashboard.wording.tiles.against import against_city, areas_against_city
from dashboard.wording.tiles.gap import gap_tile
from dashboard.wording.tiles.target import target_tile
from dashboard.wording.tiles.text import NOT_COMPARED, NOT_COMPUTABLE, PROTECTED, TileText
from dashboard.wording.tiles.trend import TrendMethod, detectable_text, trend_tile

__all__ = [
    "NOT_COMPARED",
    "NOT_COMPUTABLE",
    "PROTECTED",
    "TileText",
    "TrendMethod",
    "against_city",
    "areas_against_city",
    "detectable_text",
    "gap_tile",
    "target_tile",
    "trend_tile",
]
