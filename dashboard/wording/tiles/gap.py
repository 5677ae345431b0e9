"""Fourth tile: how far apart the areas are, and how much of that chance alone would make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.catalogue.models import Indicator
from dashboard.display import AreaValue
from dashboard.model import Gap
from dashboard.wording.gaps import exceeds, gap_size
from dashboard.wording.numbers import amount_text
from dashboard.wording.tiles.text import BY_SIZE, NOT_COMPARED, NOT_COMPUTABLE, TileText

LABEL: Final = "Abstand höchster – niedrigster"


def gap_tile(indicator: Indicator, gap: Gap | None, areas: Sequence[AreaValue] = ()) -> TileText:
    """ "20,2 Punkte", "mehr als Zufall (bis 15,2 Punkte)"; of printed values where ``areas`` has both."""
    if indicator.kind in ("count", "euro"):
        return TileText(LABEL, NOT_COMPARED, BY_SIZE)
    if gap is None:
        hidden = any(area.sign == "hidden" for area in areas)
        return TileText(LABEL, NOT_COMPUTABLE, f"weniger als zwei Flächen mit {_shown(hidden)}")
    text = amount_text(gap_size(gap, indicator, areas), indicator)
    if gap.chance_p95 is None:
        return TileText(LABEL, text, "Zufallsband nicht berechenbar")
    words = "mehr als Zufall" if exceeds(gap, indicator, areas) else "nicht mehr als Zufall"
    return TileText(LABEL, text, f"{words} (bis {amount_text(gap.chance_p95, indicator)})")


def _shown(hidden: bool) -> str:
    return "gezeigtem Wert (Geheimhaltung)" if hidden else "Wert"
