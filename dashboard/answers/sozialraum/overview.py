"""The answer of ``/sozialraum``: the nine side by side, without a ranking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from dashboard.answers import file_names
from dashboard.answers.desk import Asking
from dashboard.answers.figures_of import page_figures
from dashboard.answers.parts import Figures, Said, Table
from dashboard.answers.rows import row_of
from dashboard.answers.sozialraum import method
from dashboard.answers.sozialraum.entry import entry
from dashboard.answers.sozialraum.found import Found, found_in
from dashboard.answers.sozialraum.parts import Card, OverviewAnswer
from dashboard.answers.sozialraum.population import inhabitants
from dashboard.answers.sozialraum.reading import by_evidence, matrix
from dashboard.catalogue.models import Area
from dashboard.display import Sign
from dashboard.model import TOTAL
from dashboard.state import KENNZAHL, SOZIALRAUM
from dashboard.wording.overview import AreaCount, area_line, overview_title
from dashboard.wording.signs import DISTINCT

Counted = tuple[Area, tuple[Found, ...]]  # strongest evidence first
NAMED = 2  # findings per card
_ORDER: tuple[tuple[Sign, str], ...] = (
    ("worse", "schlechter"),
    ("higher", "abweichend, ohne Wertung"),
    ("same", "nicht unterscheidbar"),
    ("better", "besser"),
    ("hidden", "geschützt"),
)
_LEAD = (
    "Jede Karte zählt, bei wie vielen Kennzahlen ein Sozialraum nachweisbar schlechter oder besser dasteht "
    "als die übrige Stadt. Das ist keine Rangliste: Die Kennzahlen sind verschieden wichtig, hängen "
    "zusammen, und in großen Räumen ist ein gleich großer Unterschied leichter nachzuweisen."
)


def answer(asking: Asking) -> OverviewAnswer:
    """Put the overview together: same release, same answer."""
    counted = _counted(asking)
    every = tuple(found for _area, entries in counted for found in entries)
    cards = tuple(_card(area, found, asking) for area, found in counted)
    return OverviewAnswer(
        key=(asking.release, asking.view, asking.view.notices),
        view=asking.view,
        address=asking.view.address(asking.choices),
        demo=method.origin_of(every) == "demo",
        said=_said(asking, counted),
        lead=_LEAD,
        cards=cards,
        shapes=asking.store.shapes(asking.release, "sozialraum"),
        table=_table(cards),
        methods=method.STATISTICS,
        foot=method.foot(asking, every),
        others=tuple(
            (area.name, _profile(asking, area)) for area in asking.catalogue.partition("stadtbezirk")
        ),
    )


def figures(asking: Asking) -> Figures:
    """Every indicator of the nine and the city, each in the latest year of its line, for files."""
    counted = _counted(asking)
    said = _said(asking, counted)
    foot = method.foot(asking, [found for _area, entries in counted for found in entries])
    facts = matrix(asking, "sozialraum")
    return page_figures(
        asking,
        said,
        title="Die neun Sozialräume über alle Kennzahlen",
        unit="",
        origin=foot.origin,
        source=foot.source,
        filters=(("Gliederung", "Sozialräume"),),
        notes=(_LEAD,),
        rows=tuple(row_of(fact, asking.catalogue, asking.release) for fact in facts),
    )


def count_of(area: Area, found: Sequence[Found]) -> AreaCount:
    """What the sentences count of one area."""
    signs = Counter(entry.sign for entry in found)
    return AreaCount(
        area=area,
        compared=sum(signs[sign] for sign in (*DISTINCT, "same")),
        worse=signs["worse"],
        better=signs["better"],
        hidden=signs["hidden"],
        neutral=signs["higher"] + signs["lower"],
    )


def _counted(asking: Asking) -> list[Counted]:
    def count() -> list[Counted]:
        facts = matrix(asking, "sozialraum")
        areas = asking.catalogue.partition("sozialraum")
        latest = asking.choices.latest
        return [(area, by_evidence(found_in(area, facts, asking.catalogue, latest))) for area in areas]

    return asking.lines.get(("all areas", asking.release), count)


def _card(area: Area, found: tuple[Found, ...], asking: Asking) -> Card:
    count = count_of(area, found)
    distinct = (entry for entry in found if entry.sign in ("better", "worse"))
    return Card(
        area=area.id,
        name=area.name,
        href=_profile(asking, area),
        row=area.row,
        column=area.column,
        population=inhabitants(found),
        compared=count.compared,
        counts=tuple(_sizes(count)),
        line=area_line(count),
        findings=tuple(
            entry(one, asking.catalogue, lambda name: _indicator(asking, area, name))
            for one in islice(distinct, NAMED)
        ),
    )


def _sizes(count: AreaCount) -> Iterator[tuple[Sign, int, str]]:
    same = count.compared - count.worse - count.better - count.neutral
    sizes = {
        "worse": count.worse, "higher": count.neutral, "same": same, "better": count.better,
        "hidden": count.hidden,
    }  # fmt: skip
    return ((sign, sizes[sign], word) for sign, word in _ORDER if sizes[sign])


def _profile(asking: Asking, area: Area) -> str:
    return asking.view.at(SOZIALRAUM, raum=area.id).address(asking.choices)


def _indicator(asking: Asking, area: Area, name: str) -> str:
    view = asking.view.at(KENNZAHL, raum=area.id, kennzahl=name, merkmal=TOTAL)
    return view.address(asking.choices)


def _said(asking: Asking, counted: list[Counted]) -> Said:
    headline = overview_title([count_of(area, found) for area, found in counted])
    years = {found.year for _area, entries in counted for found in entries if found.fact is not None}
    return Said(
        title=f"{headline} – Sozialraum-Monitor Hamm",
        headline=headline,
        subtitle="Die neun Sozialräume über alle Kennzahlen",
        detail="Gezählt wird nur, was nach der Holm-Korrektur nachweisbar ist.",
        copy_text=f"{headline}. Datenstand {asking.release}.",
        period="letzter Zeitraum jeder Kennzahl",
        notices=asking.view.notices,
        file=file_names.stem("Sozialräume", file_names.CITY_NAME, file_names.span(years), asking.release),
    )


def _table(cards: Sequence[Card]) -> Table:
    header = ("Sozialraum", "Bevölkerung", "Verglichen", *(word for _sign, word in _ORDER), "Am deutlichsten")
    return Table("Kennzahlen je Sozialraum nach Vergleich mit der übrigen Stadt", header,
                 tuple(_row(card) for card in cards))  # fmt: skip


def _row(card: Card) -> tuple[str, ...]:
    sizes = {sign: size for sign, size, _word in card.counts}
    strongest = "; ".join(f"{found.title} {found.text} ({found.sign_word})" for found in card.findings)
    counts = (str(sizes.get(sign, 0)) for sign, _word in _ORDER)
    return (card.name, card.population or "–", str(card.compared), *counts, strongest or "–")
