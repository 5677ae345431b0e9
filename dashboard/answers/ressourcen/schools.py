"""The schools of the area in focus, for those who may see them: social index and a proposal by the same "
"rule."""

from __future__ import annotations

from dashboard.analysis.allocation import Criteria, allocate
from dashboard.answers.ressourcen.parts import School, Schools
from dashboard.answers.ressourcen.result import Result
from dashboard.model import CITY
from dashboard.store.protected_facts import FacilityFact
from dashboard.wording.numbers import number, with_unit

PUPILS, LEVEL = "schueler-je-schule", "schulsozialindex"
PROTECTED = (
    "Geschützte Ebene: Sozialindex und Vorschlag je Schule sehen nur Fachkräfte der Planung, mit einem "
    "Zugangslink "
    "oder nach Anmeldung. Die Verteilung auf die Sozialräume ist öffentlich."
)
CHOOSE = "Wählen Sie einen Sozialraum: Dann stehen hier seine Schulen mit Sozialindex und einem Vorschlag."
NONE_KNOWN = "Für diesen Sozialraum sind keine Schulen geliefert."
_RULE = (
    "Innerhalb des Raums nach derselben Art von Regel: Schülerzahl × (1 + {} × standardisierter "
    "Schulsozialindex der "
    "gezeigten Schulen). Schulen ohne Schülerzahl oder Index gehen nicht ein."
)


def schools(result: Result) -> Schools:
    """Rows only where the reader may see facilities and an area is in focus."""
    asking, raum = result.asking, result.rule.view.raum
    found = asking.facilities
    title = "Schulen"
    if found is None:
        return Schools(f"{title}: geschützt", "", (), PROTECTED)
    if raum == CITY:
        return Schools(title, "", (), CHOOSE)
    if not found:
        return Schools(title, "", (), NONE_KNOWN)
    place = next(at for at, area in enumerate(result.areas) if area.id == raum)
    area = result.areas[place]
    steps = result.amount(place) if result.allocation else 0
    shares = _shares(result, found, steps)
    rows = tuple(_row(result, fact, shares.get(fact.number)) for fact in found)
    subtitle = f"{result.rule.unit.spoken(steps)} {area.locative}, nur für Fachkräfte der Planung"
    spread = with_unit(result.rule.spread, "%")
    return Schools(f"{title} {area.locative}", subtitle, rows, _RULE.format(spread))


def _shares(result: Result, found: tuple[FacilityFact, ...], steps: int) -> dict[str, int]:
    """The area's steps among the schools whose pupils and level are known; nothing without such a school."""
    known = [(fact, _latest(fact, PUPILS), _latest(fact, LEVEL)) for fact in found]
    usable = [(fact, pupils, level) for fact, pupils, level in known if pupils and level is not None]
    if not usable:
        return {}
    pupils = [count for _fact, count, _level in usable]
    criteria = Criteria([[level] for _fact, _count, level in usable], [1.0], [True])
    units = allocate(steps, pupils, criteria, result.rule.spread).units
    return {fact.number: int(unit) for (fact, _count, _level), unit in zip(usable, units, strict=True)}


def _latest(fact: FacilityFact, indicator: str) -> float | None:
    years = fact.years(indicator)
    return years[max(years)].value if years else None


def _row(result: Result, fact: FacilityFact, steps: int | None) -> School:
    pupils, level = _latest(fact, PUPILS), _latest(fact, LEVEL)
    return School(
        fact.name,
        fact.form,
        number(pupils) if pupils is not None else ".",
        f"Stufe {number(level)}" if level is not None else ".",
        result.rule.unit.fixed(steps) if steps is not None else "nicht berechenbar",
    )
