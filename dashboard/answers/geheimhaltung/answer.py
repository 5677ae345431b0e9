"""Puts the report on protected small numbers together."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers import file_names
from dashboard.answers.desk import Asking
from dashboard.answers.foot import files
from dashboard.answers.geheimhaltung import tables, words
from dashboard.answers.geheimhaltung.counted import counted, families, origin_of, span, total
from dashboard.answers.geheimhaltung.parts import GeheimhaltungAnswer, Protected, Tally
from dashboard.answers.parts import Foot, Said
from dashboard.catalogue.catalogue import Catalogue
from dashboard.state import DATEN
from dashboard.wording import signs
from dashboard.wording.statements import origin_note


def answer(asking: Asking) -> GeheimhaltungAnswer:
    """The report on the release that the view shows: same release, same answer."""
    view, found = asking.view, counted(asking)
    phases = families(found)
    every = total(entry.tally for entry in found)
    return GeheimhaltungAnswer(
        key=(asking.release, view, view.notices),
        view=view,
        address=view.address(asking.choices),
        said=said(asking, found, every),
        demo=origin_of(found) == "demo",
        release=asking.release,
        tiles=words.tiles(every, found),
        picture_title=words.PICTURE,
        picture_subtitle=f"Anteil an allen Werten in %, {words.years_text(span(found)) or 'keine Zeiträume'}",
        families=phases,
        total=every,
        by_family=tables.by_family(phases, every),
        by_indicator=tables.by_indicator(found),
        rules=tables.rules(asking.catalogue),
        how=words.HOW,
        method=words.method(),
        foot=foot(asking, found),
        data_href=view.at(DATEN).address(asking.choices),
    )


def said(asking: Asking, found: Sequence[Protected], every: Tally) -> Said:
    """Statement, numbers below it, and what is copied."""
    period = words.years_text(span(found))
    headline, detail = words.headline(every), words.detail(every, found)
    origin = origin_of(found)
    warning = f"{signs.origin_word('demo')} (erzeugt, kein Befund): " if origin == "demo" else ""
    parts = (f"{warning}{headline}", detail.rstrip("."), f"Quelle: {source(asking.release)}",
             origin_note((origin,)), f"Datenstand {asking.release}")  # fmt: skip
    return Said(
        title=f"{words.SUBJECT}: {headline} – Sozialraum-Monitor Hamm",
        headline=headline,
        subtitle=words.subtitle(period),
        detail=detail,
        copy_text=" ".join(f"{part}." for part in parts),
        period=period,
        notices=asking.view.notices,
        file=file_names.stem(
            words.SUBJECT,
            asking.catalogue.city.name,
            file_names.span(span(found)) or "ohne-Werte",
            asking.release,
        ),
    )


def source(release: str) -> str:
    """Who counted what."""
    return f"Prüfbericht und Auszählung des Datenstands {release} (Stadt Hamm)"


def foot(asking: Asking, found: Sequence[Protected]) -> Foot:
    """The count's own source, and those of the values that were hidden."""
    origin = origin_of(found)
    hidden = hidden_sources(found, asking.catalogue)
    return Foot(
        source="; ".join((source(asking.release), *hidden)),
        origin=origin,
        origin_word=signs.origin_word(origin),
        release=asking.release,
        files=files(asking.view, asking.choices),
    )


def hidden_sources(found: Sequence[Protected], catalogue: Catalogue) -> tuple[str, ...]:
    """The sources of indicators that have hidden values, each once."""
    names = dict.fromkeys(name for entry in found if entry.tally.hidden for name in entry.sources)
    every = (catalogue.sources[name] for name in names)
    return tuple(f"{one.title} ({one.publisher})" for one in every)
