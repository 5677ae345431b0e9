"""The rule a view asks for: weights, amount, whom it is for. What cannot be used is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.answers.desk import Asking
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Area, Population, Preset
from dashboard.model import CITY
from dashboard.state import RESSOURCEN, View
from dashboard.state import weights as texts
from dashboard.wording.resources_units import UNITS, Unit

OWN = "eigene"  #: what the form calls weights that are no preset's
_DEFAULTS = {parameter.name: parameter.default for parameter in RESSOURCEN.more}


@dataclass(frozen=True)
class Rule:
    """``view`` is the canonical one; ``preset`` None for own weights. ``total`` and ``floor`` in steps of
    ``unit``, ``spread`` in per cent for one standard deviation."""

    view: View
    preset: Preset | None
    weights: Mapping[str, int]  # by indicator, above 0
    unit: Unit
    total: int
    floor: int
    population: Population | None
    spread: float
    areas: tuple[Area, ...]

    @property
    def equal(self) -> bool:
        """Whether every area gets the same."""
        return self.preset is not None and self.preset.equal

    @property
    def chosen(self) -> str:
        """The preset's id, or the word for own weights."""
        return self.preset.id if self.preset else OWN


def rule_of(asking: Asking) -> Rule:
    """Settle what the address leaves open."""
    view, catalogue, notices = asking.view, asking.catalogue, list(asking.view.notices)
    areas = catalogue.partition("sozialraum")
    preset, weights = _weighing(view, catalogue, notices)
    unit = UNITS[view.get("art") or "viertelstellen"]
    total = _steps(view, "stellen" if unit.posts else "euro", unit, notices)
    floor = _steps(view, "mindest-stellen" if unit.posts else "mindest-euro", unit, notices)
    most = total // len(areas) if areas else 0
    if floor > most:
        notices.append(
            f"Das Minimum {unit.spoken(floor)} je Raum übersteigt zusammen die Menge. Gerechnet wird mit "
            f"{unit.spoken(most)}."
        )
    population = _population(view, catalogue, notices)
    settled = _settled(asking, areas, preset, weights, population, tuple(notices))
    spread = float(view.get("staerke") or _DEFAULTS["staerke"])
    return Rule(settled, preset, weights, unit, total, min(floor, most), population, spread, areas)


def weights_of(preset: Preset | None) -> dict[str, int]:
    """The weights of a preset by indicator."""
    return {each.indicator: each.weight for each in preset.weights} if preset else {}


def _weighing(
    view: View, catalogue: Catalogue, notices: list[str]
) -> tuple[Preset | None, Mapping[str, int]]:
    presets, asked = catalogue.presets, view.get("vorlage")
    first = next(iter(presets.values()), None)
    if asked and asked not in presets and asked != OWN:
        notices.append(f"Die Vorlage „{asked}“ gibt es hier nicht.")
        asked = ""
    own = _own(view, catalogue, notices)
    if own is None:
        preset = presets.get(asked, first)
        return preset, weights_of(preset)
    preset = presets.get(asked)
    # The form still carries the weights of the preset shown before: another was chosen, that one counts.
    is_new = bool(view.get("gezeigt")) and asked != view.get("gezeigt")
    if preset is not None and (is_new or own == weights_of(preset)):
        return preset, weights_of(preset)
    return None, own


def _own(view: View, catalogue: Catalogue, notices: list[str]) -> dict[str, int] | None:
    """Weights of the address as far as there are such criteria; None where it names none."""
    asked = texts.read(view.get("gewichte")) if view.get("gewichte") else None
    if asked is None:
        return None
    unknown = sorted(set(asked) - set(catalogue.criteria))
    notices += [f"„{name}“ ist hier kein Kriterium und geht nicht ein." for name in unknown]
    return {name: weight for name, weight in asked.items() if name in catalogue.criteria}


def _population(view: View, catalogue: Catalogue, notices: list[str]) -> Population | None:
    asked, known = view.get("bezug"), catalogue.populations
    first = next(iter(known.values()), None)
    if asked and asked not in known and first:
        notices.append(f"Die Bezugsgruppe „{asked}“ gibt es hier nicht. Gezeigt wird „{first.title}“.")
    return known.get(asked, first)


def _steps(view: View, name: str, unit: Unit, notices: list[str]) -> int:
    """An amount of the address in whole steps, rounded down with a notice."""
    amount = Decimal(view.get(name) or _DEFAULTS[name]) * unit.per_one
    steps = int(amount)
    if steps != amount:
        notices.append(
            f"Für „{name}“ wird mit {unit.spoken(steps)} gerechnet: feiner wird hier nicht geteilt."
        )
    return steps


def _settled(
    asking: Asking, areas: tuple[Area, ...], preset: Preset | None, weights: Mapping[str, int],
    population: Population | None, notices: tuple[str, ...],
) -> View:  # fmt: skip
    """The view whose address is canonical: nothing that is the default, nothing the form alone needs."""
    view, choices, catalogue = asking.view, asking.choices, asking.catalogue
    presets, populations = list(catalogue.presets.values()), list(catalogue.populations.values())
    shown = {
        "vorlage": preset.id if preset and preset != presets[0] else "",
        "gewichte": "" if preset or not presets and not weights else texts.written(weights),
        "bezug": population.id if population and population != populations[0] else "",
        "gezeigt": "",
    }
    settled = replace(
        view,
        kennzahl=choices.default,
        raum=view.raum if view.raum in {area.id for area in areas} else CITY,
        jahr=None,
        ebene=choices.indicators[choices.default].first_partition,
        merkmal=choices.indicators[choices.default].first_category,
        notices=notices,
    )
    for name, value in shown.items():
        settled = settled.with_more(name, value)
    return settled
