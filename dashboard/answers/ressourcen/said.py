"""The words of a view: headline, detail, and one sentence for each area."""

from __future__ import annotations

import numpy as np

from dashboard.answers import file_names
from dashboard.answers.parts import Said
from dashboard.answers.ressourcen.parts import Sentence
from dashboard.answers.ressourcen.result import Result
from dashboard.model import CITY
from dashboard.wording import resources
from dashboard.wording.numbers import with_unit
from dashboard.wording.resources import Need, Part
from dashboard.wording.signs import origin_word
from dashboard.wording.statements import origin_note

_MAINLY = 0.6  # of what moves an index one way: from here on one criterion is named as the reason


def phrase(result: Result) -> str:
    """The rule's name as a sentence begins with it."""
    left_out = [column.indicator.short_title for column in result.left_out] if result.used else []
    preset = result.rule.preset
    if preset is not None:
        return resources.without(preset.phrase, left_out)
    titles = [column.indicator.short_title for column in result.used]
    if left_out or result.why:
        return resources.without("Nach eigenen Gewichten", left_out)
    return resources.own_phrase(titles)


def part(result: Result, place: int) -> Part:
    """What an area gets, with the range under other weights and the difference to today."""
    allocation = result.allocation
    assert allocation is not None
    return Part(
        result.areas[place].name,
        result.amount(place),
        int(allocation.low[place]),
        int(allocation.high[place]),
        result.change(place),
    )


def need(result: Result, place: int) -> Need | None:
    """The index of an area; None without weights."""
    index, allocation = result.index, result.allocation
    if index is None or allocation is None:
        return None
    score, pieces = float(index.score[place]), index.contributions[place]
    towards = np.clip(pieces if score >= 0 else -pieces, 0, None)
    strongest = int(towards.argmax())
    is_main = towards[strongest] >= _MAINLY * towards.sum() > 0
    return Need(
        score,
        float(index.low[place]),
        float(index.high[place]),
        float(allocation.factor[place]),
        result.used[strongest].indicator.short_title if is_main else "",
        len(result.used) == 1,
    )


def said(result: Result, source: str) -> Said:
    """What stands on top of the page."""
    title, detail = headline(result), _detail(result)
    parts = (
        f"{origin_word('demo')} (erzeugt, kein Befund): {title}" if result.origin == "demo" else title,
        detail.rstrip("."),
        f"Quelle: {source}",
        origin_note((result.origin,)),
        f"Datenstand {result.asking.release}",
    )
    return Said(
        title=f"{title} – Sozialraum-Monitor Hamm",
        headline=title,
        subtitle=_subtitle(result),
        detail=detail,
        copy_text=" ".join(f"{each}." for each in parts if each),
        period=str(max((column.year for column in result.used), default=result.asking.choices.latest)),
        notices=(*result.rule.view.notices, *_left_out(result)),
        file=_file(result),
    )


def _file(result: Result) -> str:
    preset, asking = result.rule.preset, result.asking
    years = {column.year for column in result.used} or {asking.choices.latest}
    place = asking.catalogue.areas[result.rule.view.raum].name
    subject = f"Ressourcen {preset.title if preset else 'Eigene Gewichte'}"
    return file_names.stem(subject, place, file_names.span(years), asking.release)


def headline(result: Result) -> str:
    """One sentence: who gets how much, or why that cannot be said."""
    rule = result.rule
    if result.allocation is None:
        return f"{phrase(result).rstrip(',')} lässt sich mit diesem Datenstand nichts verteilen"
    if rule.view.raum != CITY:
        place = next(at for at, area in enumerate(result.areas) if area.id == rule.view.raum)
        today = result.today
        return resources.headline_of_area(
            phrase(result), part(result, place), rule.unit, rule.total,
            today.unit if today else None, bool(today and today.demo),
        )  # fmt: skip
    parts = [part(result, place) for place in result.order]
    return resources.headline(phrase(result), parts, rule.unit, rule.total)


def sentences(result: Result) -> tuple[Sentence, ...]:
    """One for each area, as they lie in the city."""
    if result.allocation is None:
        return ()
    return tuple(_sentence(result, place) for place in range(len(result.areas)))


def _sentence(result: Result, place: int) -> Sentence:
    rule, today = result.rule, result.today
    text = resources.area_sentence(
        part(result, place), need(result, place), rule.unit, rule.total,
        rule.population.person if rule.population else "eine Person",
        today.unit if today else None, bool(today and today.demo),
    )  # fmt: skip
    words = f"{origin_word('demo')} (erzeugt, kein Befund): " if result.origin == "demo" else ""
    title = f"{phrase(result).rstrip(',')}, Datenstand {result.asking.release}"
    return Sentence(result.areas[place].id, text, f"{words}{title}: {text}")


def _subtitle(result: Result) -> str:
    rule = result.rule
    floor = f", mindestens {rule.unit.spoken(rule.floor)} je Raum" if rule.floor else ""
    steps = {1: "in ganzen Stellen", 4: "in Viertelstellen", 100: "auf den Cent"}[rule.unit.per_one]
    if rule.equal:
        return f"{rule.unit.spoken(rule.total)} auf {areas(result)} Sozialräume, {steps}{floor}"
    whom = f" für {rule.population.title}" if rule.population else ""
    strength = f"; Stärke {with_unit(rule.spread, '%')}" if result.used else ""
    return f"{rule.unit.spoken(rule.total)} {steps}{whom}, {areas(result)} Sozialräume{floor}{strength}"


def _detail(result: Result) -> str:
    if result.allocation is None:
        return result.why
    given = int(result.allocation.units.sum())
    return resources.detail(result.rule.unit, result.rule.total, given, len(result.used), widest(result))


def widest(result: Result) -> int:
    """The largest difference that other weights make in any area, in steps."""
    allocation = result.allocation
    assert allocation is not None
    up, down = allocation.high - allocation.units, allocation.units - allocation.low
    return int(max(up.max(initial=0), down.max(initial=0)))


def areas(result: Result) -> str:
    """How many they are: "neun"."""
    return resources.counted(len(result.areas))


def _left_out(result: Result) -> tuple[str, ...]:
    end = "Der Index wird ohne sie gerechnet." if result.used else "Ohne sie gibt es keinen Index."
    return tuple(
        f"„{column.indicator.title}“ geht nicht ein: {column.why}. {end}" for column in result.left_out
    )
