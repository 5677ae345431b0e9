"""The four tiles: where the city stands, how far apart the areas are, whether they converge, the goal."""

from __future__ import annotations

from collections import Counter

from dashboard.answers.areas import value_text
from dashboard.answers.line import Line
from dashboard.answers.parts import Tile
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.display import AreaValue
from dashboard.model import CITY, Gap, TargetResult
from dashboard.wording import gaps, numbers, sentences, signs

_PLURAL = {"sozialraum": "Sozialräume", "stadtbezirk": "Stadtbezirke"}
_DATIVE = {"sozialraum": "Sozialräumen", "stadtbezirk": "Stadtbezirken"}
_SAME = 1e-6  # in the indicator's unit
NOT_COMPUTABLE = "nicht berechenbar"
NOT_COMPARED = "nicht verglichen"


def tiles(
    line: Line, indicator: Indicator, catalogue: Catalogue, year: int, areas: tuple[AreaValue, ...]
) -> tuple[Tile, ...]:
    """City, gap, convergence, target: always four, each says so when there is nothing to say."""
    return (
        city_tile(line, indicator, year),
        gap_tile(line, indicator, year, areas),
        convergence_tile(line, indicator),
        target_tile(line, catalogue),
    )


def city_tile(line: Line, indicator: Indicator, year: int) -> Tile:
    """The city's value and its change since the first year that can be compared."""
    now = line.city.get(year)
    first = _first_comparable(line, indicator, year)
    change = ""
    if now and now.value is not None and first is not None:
        change = sentences.city_tile_change(indicator, first, line.city[first].value or 0.0, now.value)
    interval = numbers.interval_text(now.lower, now.upper, indicator) if now else ""
    return Tile("Stadt Hamm", value_text(now, indicator), change or interval)


def _first_comparable(line: Line, indicator: Indicator, year: int) -> int | None:
    breaks = [entry.year for entry in indicator.breaks if entry.year <= year]
    earliest = max(breaks, default=0)
    found = [at for at in sorted(line.city) if earliest <= at < year and line.city[at].value is not None]
    return found[0] if found else None


def gap_tile(line: Line, indicator: Indicator, year: int, areas: tuple[AreaValue, ...]) -> Tile:
    """Highest minus lowest area, and how much of that chance alone would make."""
    label = "Abstand höchster – niedrigster"
    if indicator.kind in ("count", "euro"):
        return Tile(label, NOT_COMPARED, "hängt von der Größe ab")
    gap = gap_of(line, year)
    if gap is None:
        return Tile(label, NOT_COMPUTABLE, "kein Wert aus mindestens zwei Räumen")
    text = sentences.gap_text(gap, indicator, areas)
    if gap.chance_p95 is None:
        ends = f"{_name(areas, gap.highest)} – {_name(areas, gap.lowest)}"
        return Tile(label, text, gaps.ALL_EQUAL if gap.highest == gap.lowest else ends)
    chance = f"Zufall allein: bis {numbers.amount_text(gap.chance_p95, indicator)}"
    return Tile(label, text, chance)


def gap_of(line: Line, year: int) -> Gap | None:
    """The gap of the line's own origin in one year."""
    return next((gap for gap in line.facts.gaps if gap.year == year and gap.origin == line.origin), None)


def _name(areas: tuple[AreaValue, ...], area: str) -> str:
    return next((entry.name for entry in areas if entry.area == area), area)


def convergence_tile(line: Line, indicator: Indicator) -> Tile:
    """Whether the areas approached each other, with p."""
    label = f"Annäherung der {_PLURAL[line.facts.partition]}"
    if indicator.kind in ("count", "euro"):
        return Tile(label, NOT_COMPARED, "hängt von der Größe ab")
    found = line.facts.convergence
    if found is None or found.label == "not_computable" or found.origin != line.origin:
        return Tile(label, NOT_COMPUTABLE, "braucht mindestens fünf Zeiträume ohne Bruch")
    words = {
        "converging": "nachweisbar",
        "diverging": "Räume gehen auseinander",
        "not_shown": "nicht nachweisbar",
    }[found.label]
    return Tile(label, words, numbers.p_text(found.p) if found.p is not None else "")


def target_tile(line: Line, catalogue: Catalogue) -> Tile:
    """How many areas have reached the goal or are on their way to it."""
    results = [result for result in line.facts.target_results if result.target in catalogue.targets]
    if not results:
        return Tile("Ziel", "kein Ziel", "für diese Kennzahl ist keines gesetzt")
    target = catalogue.targets[max(results, key=lambda result: result.target_year).target]
    own = [result for result in results if result.target == target.id and _judges(result, line)]
    label = f"Ziel {target.target_year}{' (Beispielziel)' if target.example else ''}"
    here = {area.id for area in line.areas}  # Sozialräume and Stadtbezirke are judged by the same target
    of_areas = [result for result in own if result.area in here and result.status != "open"]
    if not of_areas:
        return Tile(label, *_city_target(own))
    counts = Counter(result.status for result in of_areas)
    good = counts["reached"] + counts["on_track"]
    word = "erreicht" if not counts["on_track"] and not counts["off_track"] else "erreicht oder auf Kurs"
    judged = "bewerteten " if len(of_areas) < len(here) else ""
    return Tile(label, f"{good} von {len(of_areas)}", f"{judged}{_DATIVE[line.facts.partition]} {word}")


def _judges(result: TargetResult, line: Line) -> bool:
    """Whether the result judges what is drawn: a published line is not judged by example values."""
    if result.year is None or result.value is None:
        return True
    facts = line.city if result.area == CITY else line.by_area.get(result.area, {})
    fact = facts.get(result.year)
    return fact is not None and fact.value is not None and abs(fact.value - result.value) < _SAME


def _city_target(results: list[TargetResult]) -> tuple[str, str]:
    city = next((result for result in results if result.area == CITY), None)
    status = city.status if city else "open"
    reason = "es fehlt ein Ausgangswert oder ein aktueller Wert" if status == "open" else "Stadt Hamm"
    return signs.target_status_word(status), reason
