"""The steps of a map's colours with their limits: beside the map, below it, or as a strip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from dashboard.display import AreaValue, Scale
from dashboard.export.plate.fitting import wide
from dashboard.figures.city_map.fill import hatching
from dashboard.figures.city_map.legend import without_number
from dashboard.figures.contrast import INK
from dashboard.figures.svg import element, text
from dashboard.figures.theme import CONTEXT_STRONG, classes

Box = tuple[float, float, float, float]  # x, y, width, height in px
_HATCHED: Final = "url(#stufen-schraffur)"
_TYPE, _SWATCH, _ROW, _GAP = 16.0, 24.0, 28.0, 18.0  # px
_STEP: Final = 28.0  # px of a step in a strip
_BROAD: Final = 1.9  # width by height from which there is room beside the map


@dataclass(frozen=True, slots=True)
class Steps:
    """Colours with their words. ``brief``: all limits in one line, for a strip; ``missing``: what hatching
    stands for, empty where no area is hatched."""

    entries: tuple[tuple[str, str], ...]
    brief: str = ""
    missing: str = ""

    @classmethod
    def of(cls, scale: Scale | None, values: Sequence[AreaValue], palette: tuple[str, ...]) -> Steps:
        """The steps of a scale, and the hatching where an area has no value; none without a scale."""
        if scale is None:
            return cls(())
        colours = classes(len(scale.edges) + 1, palette)
        entries = tuple(zip(colours, scale.labels, strict=False))
        return cls(entries, scale.legend, without_number(values))

    def placed(self, width: float, height: float) -> tuple[list[Markup], Box]:
        """The drawn steps, and the box that is left for the map."""
        if not self.entries:
            return [], (0.0, 0.0, width, height)
        if width > _BROAD * height:
            taken = max(wide(words, _TYPE) for _, words in self._all()) + _SWATCH + 34
            return self._column(height), (taken, 0.0, width - taken, height)
        if wide(self.brief, _TYPE) + _STEP * len(self.entries) + 12 <= width or self._rows(width) > 2:
            drawn, rows = self._strip(width, height)
            return drawn, (0.0, 0.0, width, height - _ROW * rows - 8)
        rows = self._rows(width)
        return self._below(width, height - _ROW * rows + 6), (0.0, 0.0, width, height - _ROW * rows - 8)

    def _all(self) -> Iterator[tuple[str, str]]:
        yield from self.entries
        if self.missing:
            yield _HATCHED, self.missing

    def _column(self, height: float) -> list[Markup]:
        top = height - _ROW * len(list(self._all()))
        places = [(0.0, top + _ROW * row) for row in range(len(list(self._all())))]
        return self._drawn(places)

    def _rows(self, width: float) -> int:
        return 1 + round(max(y for _, y in self._flow(width)) / _ROW)

    def _flow(self, width: float) -> list[tuple[float, float]]:
        """One after the other, in as many rows as they need."""
        places, x, y = [], 0.0, 0.0
        for _, words in self._all():
            needed = _SWATCH + 8 + wide(words, _TYPE)
            if x and x + needed > width:
                x, y = 0.0, y + _ROW
            places.append((x, y))
            x += needed + _GAP
        return places

    def _below(self, width: float, top: float) -> list[Markup]:
        return self._drawn([(x, y + top) for x, y in self._flow(width)])

    def _strip(self, width: float, height: float) -> tuple[list[Markup], int]:
        """All colours in a row, their limits in one line behind or below them."""
        long = _STEP * len(self.entries) + 12
        behind = long + wide(self.brief, _TYPE) <= width
        top = height - _ROW * (1 if behind else 2) + 6
        drawn = [
            element("rect", x=_STEP * place, y=top, width=_STEP, height=15, fill=colour)
            for place, (colour, _) in enumerate(self.entries)
        ]
        x, y = (long, top + 13) if behind else (0.0, top + 13 + _ROW)
        return [*drawn, text(self.brief, x, y, _TYPE, fill=INK)], 1 if behind else 2

    def _drawn(self, places: Sequence[tuple[float, float]]) -> list[Markup]:
        drawn = [element("defs", hatching("stufen"))]
        for (paint, words), (x, y) in zip(self._all(), places, strict=True):
            box = element("rect", x=x + 0.5, y=y + 0.5, width=_SWATCH, height=15, fill=paint)
            drawn += [element("g", box, stroke=CONTEXT_STRONG)]
            drawn += [text(words, x + _SWATCH + 8, y + 13, _TYPE, fill=INK)]
        return drawn
