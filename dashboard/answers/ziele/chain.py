"""The prevention chain: whom each phase reaches, what comes of it, and where nothing is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.answers import areas
from dashboard.answers.desk import Asking
from dashboard.answers.parts import Table
from dashboard.answers.ziele.cells import counted
from dashboard.answers.ziele.chosen import focused
from dashboard.answers.ziele.matrix import matrix_row
from dashboard.answers.ziele.reading import Book, Judged, Past
from dashboard.answers.ziele.table_parts import Chain, Phase, Reach
from dashboard.catalogue.catalogue import LIFE_PHASES
from dashboard.catalogue.models import Area, LifePhase
from dashboard.model import CITY, TOTAL
from dashboard.state import KENNZAHL
from dashboard.wording import goals, periods

#: What measures whom a measure reaches, by phase. A phase without one has a gap, and the page says so.
REACH: Mapping[LifePhase, tuple[str, ...]] = {
    "start": ("guter-start-screening", "guter-start-anschluss"),
    "kita": ("stark-weiter-begleitung",),
    "grundschule": ("but-inanspruchnahme", "ogs-quote"),
    "uebergang-beruf": ("berufsorientierung-ab-8",),
    "eltern": ("elternschule-teilnahme", "elternschule-risikoeltern"),
    "fachkraefte": ("fachkraefte-weitergebildet", "kitas-entwicklungsbeobachtung"),
}
LINKS: tuple[LifePhase, ...] = (
    "start", "kita", "grundschule", "uebergang-sek1", "sek1", "uebergang-beruf", "sek2",
)  # fmt: skip
ACROSS: tuple[LifePhase, ...] = ("eltern", "fachkraefte")
_NO_REACH = "Keine Kennzahl sagt, wen die Angebote hier erreichen"
_NO_VALUE = "Für die Reichweite gibt es eine Kennzahl, aber noch keinen Wert"
_NO_TARGET = "Kein Ziel vereinbart"
_SUBTITLE = (
    "Reichweite: Anteil der Zielgruppe, den ein Angebot erreicht. Ergebnis: Status der Ziele dieser "
    "Lebensphase; hat eine Kennzahl mehrere Ziele, gilt das mit dem spätesten Zieljahr."
)


def chain(book: Book, shown: Sequence[Judged], asking: Asking) -> Chain:
    """``shown``: the targets that the filters leave; of each indicator the one that reaches furthest."""
    latest = furthest(shown)
    places = (asking.catalogue.city, *book.areas)
    phases = tuple(_phase(name, latest, places, book, asking) for name in (*LINKS, *ACROSS))
    return Chain(
        title="Reichweite und Ergebnis entlang der Kette",
        subtitle=_SUBTITLE,
        areas=tuple(_place(place, asking) for place in places),
        phases=phases,
        table=_table(phases, places),
    )  # fmt: skip


def furthest(judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """Of each indicator the target with the latest year."""
    found: dict[str, Judged] = {}
    for one in sorted(judged, key=lambda entry: entry.target.target_year):
        found[one.indicator.id] = one
    return tuple(one for one in judged if found[one.indicator.id] is one)


def gaps(chain: Chain) -> tuple[list[str], list[str]]:
    """Titles of the links without a known reach, and of those without a target."""
    links = [phase for phase in chain.phases if not phase.across]
    return (
        [phase.title for phase in links if not phase.reach],
        [phase.title for phase in links if not phase.targets],
    )


def _phase(
    name: LifePhase, judged: Sequence[Judged], places: Sequence[Area], book: Book, asking: Asking
) -> Phase:
    wanted = [found for found in REACH.get(name, ()) if found in asking.catalogue.indicators]
    reach = [_reach(found, places, book.pasts[found], asking) for found in wanted if found in book.pasts]
    own = [one for one in judged if one.target.life_phase == name]
    rows = tuple(matrix_row(one, places, asking) for one in own)
    found = counted(row.cells[0] for row in rows)
    summary = f"{goals.favourable(found)} von {len(rows)} erreicht oder auf Kurs" if rows else ""
    return Phase(
        id=name,
        title=LIFE_PHASES[name],
        across=name in ACROSS,
        reach=tuple(reach),
        reach_gap="" if reach else _NO_VALUE if wanted else _NO_REACH,
        targets=rows,
        result_gap="" if rows else _NO_TARGET,
        summary=summary,
    )


def _reach(name: str, places: Sequence[Area], pasts: Mapping[str, Past], asking: Asking) -> Reach:
    """All places in the same period: the latest of any of them."""
    indicator = asking.catalogue.indicators[name]
    year = max((max(past) for past in pasts.values() if past), default=0)
    facts = {place.id: pasts.get(place.id, {}).get(year) for place in places}
    page = asking.view.at(KENNZAHL, kennzahl=name, merkmal=TOTAL, ebene="sozialraum", raum=CITY)
    return Reach(
        title=indicator.title,
        href=page.address(asking.choices),
        period=periods.axis_label(indicator, year),
        values=tuple(
            (area, areas.shown_value(fact), areas.value_text(fact, indicator)) for area, fact in facts.items()
        ),
    )


def _place(place: Area, asking: Asking) -> tuple[str, str, str, bool]:
    view, here = asking.view, focused(asking).id == place.id
    other = view.focused_on(view.raum) if place.id == CITY and view.raum != CITY else (
        view if here else view.focused_on(place.id)
    )  # fmt: skip
    name = place.name if place.id == CITY else place.short_name
    return place.id, name, other.address(asking.choices), here


def _table(phases: Sequence[Phase], places: Sequence[Area]) -> Table:
    header = ("Lebensphase", "Größe", *(place.name for place in places))
    rows: list[tuple[str, ...]] = []
    for phase in phases:
        rows += [(phase.title, f"Reichweite: {reach.title} ({reach.period})",
                  *(text for _area, _share, text in reach.values)) for reach in phase.reach]  # fmt: skip
        rows += [(phase.title, f"Ergebnis: {row.title}", *(entry.word for entry in row.cells))
                 for row in phase.targets]  # fmt: skip
        empty = tuple("–" for _place in places)
        rows += [(phase.title, gap, *empty) for gap in (phase.reach_gap, phase.result_gap) if gap]
    return Table("Reichweite und Ergebnis je Lebensphase und Raum", header, tuple(rows))
