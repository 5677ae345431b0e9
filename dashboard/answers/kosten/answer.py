"""The page's answer: one of six views of the same books."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard.answers.desk import Asking
from dashboard.answers.foot import files
from dashboard.answers.kosten import names
from dashboard.answers.kosten.book import EUROS
from dashboard.answers.kosten.controls import controls
from dashboard.answers.kosten.entwicklung import entwicklung
from dashboard.answers.kosten.method import method
from dashboard.answers.kosten.nothing import METHOD, is_missing, nothing
from dashboard.answers.kosten.outlook import sliders
from dashboard.answers.kosten.parts import KostenAnswer, Shown, Tab
from dashboard.answers.kosten.praevention import praevention
from dashboard.answers.kosten.projekt import projekt
from dashboard.answers.kosten.raeume import raeume
from dashboard.answers.kosten.rows import INDICATORS, rows
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.kosten.szenario import szenario
from dashboard.answers.kosten.ursachen import ursachen
from dashboard.answers.parts import Figures, Foot, Said
from dashboard.model import TOTAL, Origin
from dashboard.wording.signs import origin_word
from dashboard.wording.statements import origin_note

VIEWS: dict[str, tuple[str, str, Callable[[Scope], Shown]]] = {
    "": ("Entwicklung", "Was kostet es?", entwicklung),
    "ursachen": ("Ursachen", "Warum steigen die Kosten?", ursachen),
    "praevention": ("Prävention", "Wofür geben wir Geld aus?", praevention),
    "raeume": ("Räume", "Wo fällt es an?", raeume),
    "szenario": ("Szenario", "Wann endet der Anstieg?", szenario),
    "projekt": ("Projekt", "Was kostete das Programm?", projekt),
}


def answer(asking: Asking) -> KostenAnswer:
    """Put the page's answer together: same view of the same release, same answer."""
    scope = Scope.of(asking)
    view, shown = asking.view, _shown(scope)
    return KostenAnswer(
        key=(asking.release, view, view.notices),
        view=view,
        address=view.address(asking.choices),
        demo=origin_of(scope) == "demo",
        said=_said(scope, shown),
        tabs=_tabs(scope),
        controls=controls(scope),
        sliders=sliders(scope),
        tiles=shown.tiles,
        cards=shown.cards,
        published=shown.published,
        method=METHOD if is_missing(scope) else method(scope),
        foot=_foot(scope),
    )


def figures(asking: Asking) -> Figures:
    """The view's figures for files."""
    scope = Scope.of(asking)
    shown = _shown(scope)
    said, indicator = _said(scope, shown), asking.catalogue.indicators.get(_indicator(scope))
    title, question, _view = VIEWS[asking.view.ansicht]
    return Figures(
        name=said.file,
        title=f"Kosten: {title}",
        statement=said.headline,
        detail=said.detail,
        period=shown.period,
        unit=indicator.unit if indicator else "",
        origin=origin_of(scope),
        source=_foot(scope).source,
        release=asking.release,
        address=asking.view.address(asking.choices),
        filters=_filters(scope, title, question),
        notices=said.notices,
        notes=indicator.notes if indicator else (),
        rows=rows(scope),
    )


def _shown(scope: Scope) -> Shown:
    return nothing(scope) if is_missing(scope) else VIEWS[scope.view.ansicht][2](scope)


def origin_of(scope: Scope) -> Origin:
    """The origin of what is drawn: the project is published, all else is of the books."""
    return "published" if scope.view.ansicht == "projekt" else scope.book.origin


def _indicator(scope: Scope) -> str:
    return INDICATORS[scope.view.ansicht][0]


def _filters(scope: Scope, title: str, question: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Ansicht", f"{title}: {question}"),
        ("Raum", scope.area.name),
        ("Jahr", str(scope.year)),
        ("Vergleichsjahr", str(scope.since)),
        ("Preise", scope.whole().unit_words),
        ("Datenstand", scope.asking.release),
        ("Herkunft", origin_word(origin_of(scope))),
    )


def _said(scope: Scope, shown: Shown) -> Said:
    origin = origin_of(scope)
    warning = f"{origin_word('demo')} (erzeugt, kein Befund): " if origin == "demo" else ""
    parts = (
        f"{warning}{shown.headline}",
        shown.detail.rstrip("."),
        f"Quelle: {_foot(scope).source}",
        origin_note((origin,)),
        f"Datenstand {scope.asking.release}",
    )
    return Said(
        title=f"{shown.headline} – Sozialraum-Monitor Hamm",
        headline=shown.headline,
        subtitle=shown.subtitle,
        detail=shown.detail,
        copy_text=" ".join(f"{part}." for part in parts if part),
        period=shown.period,
        notices=shown.notices,
        file=names.file_of(scope, VIEWS[scope.view.ansicht][0], shown.period),
    )


def _tabs(scope: Scope) -> tuple[Tab, ...]:
    """The views as links; the way down is left behind, everything else stays."""
    view = replace(scope.view, merkmal=TOTAL).with_more("bereich", "")
    return tuple(
        Tab(title, question, replace(view, ansicht=name).address(scope.choices), name == scope.view.ansicht)
        for name, (title, question, _view) in VIEWS.items()
    )


def _foot(scope: Scope) -> Foot:
    origin = origin_of(scope)
    names = _sources(scope)
    sources = [scope.catalogue.sources[name] for name in names]
    return Foot(
        source="; ".join(f"{source.title} ({source.publisher})" for source in sources) or "keine",
        origin=origin,
        origin_word=origin_word(origin),
        release=scope.asking.release,
        files=files(scope.view, scope.choices),
    )


def _sources(scope: Scope) -> tuple[str, ...]:
    """The sources of the shown amounts, and of the price index where it is used."""
    if is_missing(scope):
        return ()
    if scope.view.ansicht == "projekt":
        return scope.catalogue.indicators[INDICATORS["projekt"][0]].sources
    prices = (scope.catalogue.prices.source,) if scope.is_real else ()
    return (*scope.asking.part(("kosten", "sources"), lambda: _booked(scope)), *prices)


def _booked(scope: Scope) -> tuple[str, ...]:
    facts = scope.asking.store.every_category(scope.asking.release, EUROS)
    return tuple(sorted({fact.source for fact in facts if fact.origin == scope.book.origin}))
