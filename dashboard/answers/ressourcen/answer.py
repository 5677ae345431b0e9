"""The page's answer: one rule applied to one release."""

from __future__ import annotations

from dashboard.answers.desk import Asking
from dashboard.answers.parts import Figures
from dashboard.answers.ressourcen import controls as fields
from dashboard.answers.ressourcen import documents, said
from dashboard.answers.ressourcen.compared import compared, compared_card
from dashboard.answers.ressourcen.made import made, made_card
from dashboard.answers.ressourcen.main import main, main_card
from dashboard.answers.ressourcen.parts import RessourcenAnswer
from dashboard.answers.ressourcen.result import Result
from dashboard.answers.ressourcen.rows import rows
from dashboard.answers.ressourcen.schools import schools
from dashboard.answers.ressourcen.tiles import tiles
from dashboard.wording.signs import origin_word


def answer(asking: Asking) -> RessourcenAnswer:
    """Put the page's answer together: same view of the same release, same answer."""
    result = Result.of(asking)
    view, foot = result.rule.view, documents.foot(result)
    shown, stacks, today = main(result), made(result), compared(result)
    strength, strength_text = fields.strength(result)
    with_schools = asking.facilities is not None
    return RessourcenAnswer(
        key=None if with_schools else (asking.release, view, view.notices),
        view=view,
        address=view.address(asking.choices),
        demo=result.origin == "demo",
        said=said.said(result, foot.source),
        controls=fields.controls(result),
        amounts=fields.amounts(result),
        strength=strength,
        strength_text=strength_text,
        weights=fields.weights(result),
        weights_title=fields.weights_title(result),
        weights_open=result.rule.preset is None,
        tiles=tiles(result),
        main=shown,
        main_card=main_card(result, shown),
        made=stacks,
        made_card=made_card(result, stacks),
        compared=today,
        compared_card=compared_card(result, today),
        sentences=said.sentences(result),
        presets=documents.presets(result),
        limits=documents.LIMITS,
        schools=schools(result),
        method=documents.method(result),
        foot=foot,
    )


def figures(asking: Asking) -> Figures:
    """The view's figures for files."""
    result = Result.of(asking)
    foot, view = documents.foot(result), result.rule.view
    words = said.said(result, foot.source)
    return Figures(
        name=words.file,
        title=f"Verteilung: {words.headline}",
        statement=words.headline,
        detail=words.detail,
        period=words.period,
        unit=result.rule.unit.name,
        origin=result.origin,
        source=foot.source,
        release=asking.release,
        address=view.address(asking.choices),
        filters=_filters(result),
        notices=words.notices,
        notes=documents.LIMITS,
        rows=rows(result),
    )


def _filters(result: Result) -> tuple[tuple[str, str], ...]:
    rule = result.rule
    found = (
        ("Regel", rule.preset.title if rule.preset else "Eigene Gewichte"),
        *((f"Gewicht: {column.indicator.title}", str(column.weight)) for column in result.used),
        ("Für wen", rule.population.title if rule.population and not rule.equal else ""),
        ("Menge", rule.unit.spoken(rule.total)),
        ("Minimum je Raum", rule.unit.spoken(rule.floor)),
        ("Stärke je Indexpunkt", f"{rule.spread:g} %"),
        ("Datenstand", result.asking.release),
        ("Herkunft", origin_word(result.origin)),
    )
    return tuple((term, text) for term, text in found if text)
