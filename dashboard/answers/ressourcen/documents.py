"""The rules in words: each preset with reason and source, what the method does, and what it cannot say."""

from __future__ import annotations

from dashboard.answers.foot import files
from dashboard.answers.parts import Foot, Method
from dashboard.answers.ressourcen.parts import PresetText
from dashboard.answers.ressourcen.result import Result
from dashboard.catalogue.models import Preset
from dashboard.wording.grammar import listed
from dashboard.wording.numbers import with_unit
from dashboard.wording.signs import origin_word
from dashboard.wording.units import NARROW

LIMITS = (
    "Der Index sagt, wo Bedarf größer ist als anderswo in Hamm. Er sagt nicht, ob die Menge insgesamt "
    "reicht.",
    "Ein Durchschnitt je Sozialraum verdeckt Unterschiede darin: Auch in einem Raum mit niedrigem Index "
    "kann eine "
    "Schule viel Bedarf haben.",
    "Die Gewichte sind eine politische Entscheidung, keine statistische. Die Spanne zeigt, wie viel an "
    "ihnen hängt; "
    "der Zufall kleiner Zahlen steckt nicht darin.",
    "Ob Stellen wirken, folgt daraus nicht. Wer dort kürzt, wo Kennzahlen besser werden, bestraft Erfolg: "
    "Die Regel sollte für mehrere Jahre gelten.",
    "Ein Bedarf, den keine Kennzahl misst, zählt hier nicht. Räume nah beieinander sind nicht "
    "unterscheidbar.",
)  # fmt: skip
_NO_RANKS = (
    "Plätze werden nicht vergeben: Wo sich die Spannen überschneiden, gibt es keine sichere Reihenfolge."
)


def presets(result: Result) -> tuple[PresetText, ...]:
    """Every preset of the catalogue with the view that applies it."""
    return tuple(_preset(result, preset) for preset in result.asking.catalogue.presets.values())


def method(result: Result) -> Method:
    """What is computed, in words that can be followed by hand."""
    rule = result.rule
    spread = with_unit(rule.spread, "%")
    definition = [
        ("Frage", "Nach welcher Regel werden Stellen oder Mittel verteilt?"),
        ("Kriterien", "; ".join(_criterion(result))),
        ("Bezugsgruppe", rule.population.title if rule.population and not rule.equal else ""),
        ("Quellen", source(result)),
    ]
    floor = (
        f"Räume, deren Anteil unter {rule.unit.spoken(rule.floor)} läge, erhalten das Minimum; den Rest "
        f"teilen die "
        "übrigen nach derselben Regel."
    )
    statistics = (
        "Standardisieren: Wert minus Mittel der neun Räume, geteilt durch ihre Standardabweichung; wo ein "
        "niedriger "
        "Wert Bedarf heißt, mit umgekehrtem Vorzeichen. Der Index ist das gewichtete Mittel.",
        f"Bedarf = Personen der Bezugsgruppe × (1 + {spread} × Index), nie unter null.",
        "Verteilen: Anteil am Bedarf × Menge, abgerundet auf den Schritt; was fehlt, geht an die größten "
        "Reste "
        "(Hare–Niemeyer), bei Gleichstand in der Reihenfolge der Räume. Die Summe stimmt immer genau.",
        *((floor,) if rule.floor else ()),
        f"Spanne: jedes Gewicht einmal um 50{NARROW}% gesenkt, einmal um 50{NARROW}% erhöht, einmal "
        f"weggelassen; "
        "gezeigt sind kleinster und größter Wert. " + _NO_RANKS,
        "Eine Kennzahl, die in einem Raum geschützt oder unbekannt ist, geht nicht ein. Nichts wird "
        "geschätzt.",
        "Die XLSX-Datei rechnet alles in Formeln nach: Gewichte, Menge, Minimum und Stärke lassen sich "
        "dort ändern.",
    )  # fmt: skip
    return Method(tuple((term, text) for term, text in definition if text), LIMITS, statistics)


def source(result: Result) -> str:
    """The sources of everything that is used."""
    catalogue, rule = result.asking.catalogue, result.rule
    names = {fact.source for column in result.used for fact in column.facts.values()}
    if rule.population and not rule.equal:
        names |= {fact.source for fact in result.rows.get(rule.population.indicator, {}).values()}
    if result.today:
        names.add(result.today.distribution.source)
    found = [catalogue.sources[name] for name in sorted(names)]
    return "; ".join(f"{each.title} ({each.publisher})" for each in found) or "keine"


def foot(result: Result) -> Foot:
    """Source, origin, release and the files."""
    return Foot(
        source=source(result),
        origin=result.origin,
        origin_word=origin_word(result.origin),
        release=result.asking.release,
        files=files(result.rule.view, result.asking.choices),
    )


def _criterion(result: Result) -> list[str]:
    total = sum(column.weight for column in result.used)
    return [
        f"{column.indicator.title} ({with_unit(100 * column.weight / total, '%')}): "
        f"{column.criterion.reason.rstrip('.')}"
        for column in result.used
    ] or ["keine"]


def _preset(result: Result, preset: Preset) -> PresetText:
    catalogue, view = result.asking.catalogue, result.rule.view
    first = next(iter(catalogue.presets))
    shown = view.with_more("gewichte", "").with_more("vorlage", "" if preset.id == first else preset.id)
    return PresetText(
        preset.title,
        _weights(result, preset),
        preset.reason,
        f"{catalogue.sources[preset.source].title} ({catalogue.sources[preset.source].publisher})",
        shown.address(result.asking.choices),
        result.rule.preset == preset,
    )


def _weights(result: Result, preset: Preset) -> str:
    if preset.equal:
        return "jeder Raum gleich"
    total = sum(weight.weight for weight in preset.weights)
    indicators = result.asking.catalogue.indicators
    words = [
        f"{indicators[each.indicator].short_title} {with_unit(100 * each.weight / total, '%')}"
        for each in preset.weights
    ]
    why = {column.indicator.id: column.why for column in result.columns}
    closed = [indicators[each.indicator].short_title for each in preset.weights if why[each.indicator]]
    missing = f" – derzeit nicht verwendbar: {listed(closed)}" if closed else ""
    return f"{listed(words) if words else 'ohne Gewichte'}{missing}"
