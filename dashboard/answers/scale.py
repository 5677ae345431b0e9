"""The map's colour classes: round limits, evenly spaced, said in words."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.analysis.scales import nice_edges
from dashboard.catalogue.models import Indicator
from dashboard.display import AreaValue, Scale
from dashboard.wording import numbers

CLASSES = 6


def map_scale(values: Iterable[AreaValue], indicator: Indicator) -> Scale | None:
    """Classes for the shown values; None where fewer than two areas have one."""
    shown = [value.value for value in values if value.value is not None]
    if len(shown) < 2 or min(shown) == max(shown):
        return None
    edges = tuple(nice_edges(shown, CLASSES))
    if not edges:
        return None
    printed = [_printed(edge, edges, indicator) for edge in edges]
    between = [f"{low} bis unter {high}" for low, high in zip(printed, printed[1:], strict=False)]
    labels = (f"unter {printed[0]}", *between, f"{printed[-1]} und mehr")
    return Scale(edges, labels, f"unter {' · '.join(printed)} und mehr")


def _printed(edge: float, edges: tuple[float, ...], indicator: Indicator) -> str:
    """With as few decimals as the limits need: "25 %", not "25,0 %"."""
    if indicator.kind == "euro":
        return numbers.figure(edge, indicator)
    decimals = next(places for places in range(7) if all(_has_at_most(value, places) for value in edges))
    unit = indicator.unit if indicator.unit == "%" else ""
    return numbers.with_unit(edge, unit, decimals) if unit else numbers.number(edge, decimals)


def _has_at_most(value: float, places: int) -> bool:
    return places == 6 or abs(round(value, places) - value) < 1e-9
