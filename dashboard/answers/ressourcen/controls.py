"""What can be set: preset, kind, amount, minimum, people, strength, and the weight of each criterion."""

from __future__ import annotations

from dashboard.answers.parts import Cell, Controls, Select
from dashboard.answers.ressourcen.ground import Column
from dashboard.answers.ressourcen.parts import Amount, Weight
from dashboard.answers.ressourcen.result import Result
from dashboard.answers.ressourcen.rule import OWN
from dashboard.model import CITY
from dashboard.state import RESSOURCEN, View
from dashboard.wording.numbers import with_unit
from dashboard.wording.periods import axis_label

SELECTS = ("vorlage", "bezug", "art")
HIDDEN = ("raum", "stand", "gezeigt")
AMOUNTS = ("stellen", "mindest-stellen", "euro", "mindest-euro")
STRENGTH = "staerke"
_KINDS = (
    ("viertelstellen", "Stellen, in Vierteln"),
    ("ganze-stellen", "Stellen, ganze"),
    ("euro", "Euro"),
)
_LABELS = {
    "stellen": "Stellen",
    "mindest-stellen": "Mindestens je Raum",
    "euro": "Euro",
    "mindest-euro": "Mindestens je Raum",
}
_PARAMETERS = {parameter.name: parameter for parameter in RESSOURCEN.more}


def controls(result: Result) -> Controls:
    """The shared fields, the phone's picker, and what the form carries along."""
    rule, view = result.rule, result.rule.view
    place = next((area.name for area in result.areas if area.id == view.raum), "Ganze Stadt")
    return Controls(
        selects=_selects(result),
        hidden=(
            ("raum", view.raum if view.raum != CITY else ""),
            ("stand", view.stand),
            ("gezeigt", rule.chosen),
        ),
        cells=_cells(result),
        city_href=_without_focus(view).address(result.asking.choices),
        title=rule.preset.title if rule.preset else "Eigene Gewichte",
        chosen=f"{place} · {rule.unit.spoken(rule.total)}",
    )


def amounts(result: Result) -> tuple[Amount, ...]:
    """Total and minimum of posts and of euros; the kind that is not shown keeps its value."""
    posts = result.rule.unit.posts
    step = {1: "1", 4: "0.25", 100: "0.01"}[result.rule.unit.per_one]
    return tuple(
        Amount(
            name,
            _LABELS[name],
            setting(result.rule.view, name),
            step if name.endswith("stellen") == posts else "any",
            _PARAMETERS[name].high,
            name.endswith("stellen") != posts,
        )
        for name in AMOUNTS
    )


def strength(result: Result) -> tuple[Amount, str]:
    """The slider, and what it means in words."""
    rule = result.rule
    value = setting(rule.view, STRENGTH)
    words = f"+{with_unit(rule.spread, '%')} je Indexpunkt"
    hidden = not result.used
    return Amount(STRENGTH, "Stärke", value, "5", _PARAMETERS[STRENGTH].high, hidden), words


def weights(result: Result) -> tuple[Weight, ...]:
    """Every criterion of the catalogue."""
    return tuple(
        Weight(
            f"{_PARAMETERS['gewichte'].prefix}{column.indicator.id}",
            column.indicator.short_title,
            column.weight,
            _note(column),
            not column.why,
        )
        for column in result.columns
    )


def weights_title(result: Result) -> str:
    """What the closed list of weights says."""
    count = sum(1 for column in result.columns if column.weight)
    return f"Gewichte einstellen ({count} von {len(result.columns)} Kriterien zählen)"


def setting(view: View, name: str) -> str:
    """A parameter as written in the address, or its default."""
    return view.get(name) or _PARAMETERS[name].default


def _selects(result: Result) -> tuple[Select, ...]:
    rule, catalogue = result.rule, result.asking.catalogue
    presets = [(preset.id, preset.title) for preset in catalogue.presets.values()]
    people = tuple((each.id, each.people) for each in catalogue.populations.values())
    return (
        Select("vorlage", "Regel", (*presets, (OWN, "Eigene Gewichte")), rule.chosen),
        Select("bezug", "Für wen", people, rule.population.id if rule.population else ""),
        Select("art", "Was", _KINDS, rule.view.get("art") or _KINDS[0][0]),
    )


def _note(column: Column) -> str:
    if column.why:
        return column.why
    side = "hoher" if column.more_is_need else "niedriger"
    return f"{axis_label(column.indicator, column.year)} · {side} Wert = Bedarf"


def _cells(result: Result) -> tuple[Cell, ...]:
    view = result.rule.view
    return tuple(
        Cell(area.short_name, view.focused_on(area.id).address(result.asking.choices), area.row, area.column,
             area.id == view.raum)
        for area in result.areas
        if area.row is not None and area.column is not None
    )  # fmt: skip


def _without_focus(view: View) -> View:
    return view if view.raum == CITY else view.focused_on(view.raum)
