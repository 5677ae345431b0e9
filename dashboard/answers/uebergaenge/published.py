"""Published rates in their own slot: the city, Stadtbezirke and ranges over them, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.answers.areas import value_text
from dashboard.answers.desk import Asking
from dashboard.answers.parts import Table
from dashboard.answers.uebergaenge.parts import Rates
from dashboard.answers.uebergaenge.year import indicators
from dashboard.catalogue.models import Indicator
from dashboard.model import CITY, TOTAL
from dashboard.state import SCHOOL_FORMS
from dashboard.store.facts import Fact
from dashboard.wording import periods
from dashboard.wording.transitions import form_name

_LEAD = (
    "Ein Stadtbezirk ist nicht der Sozialraum gleichen Namens: Diese Werte sind mit den Sozialräumen nicht "
    "vergleichbar. Ein Strich heißt: nicht veröffentlicht. * Angabe in der Quelle gerundet oder nicht aus "
    "erster Hand."
)
_NOTHING = "–"
_DISTRICTS = ("stadtbezirk", "spanne")
Cells = dict[str, Fact]  # by indicator


def rates(asking: Asking) -> Rates | None:
    """City and Stadtbezirke by year; none where nothing was published."""
    forms = indicators(asking, SCHOOL_FORMS)
    facts = {form.id: _published(asking, form) for form in forms}
    shown = tuple(form for form in forms if facts[form.id])
    every = [fact for form in shown for fact in facts[form.id]]
    sources = tuple(dict.fromkeys(fact.source for fact in sorted(every, key=lambda fact: -fact.year)))
    kinds = {area.id: area.kind for area in asking.catalogue.areas.values()}
    city = [fact for fact in every if fact.area == CITY]
    districts = [fact for fact in every if kinds[fact.area] in _DISTRICTS]
    tables = [
        _table(asking, "Stadt Hamm: veröffentlichte Quoten in Prozent", shown, city, sources),
        _table(asking, "Stadtbezirke: veröffentlichte Quoten in Prozent", shown, districts, sources),
    ]
    cited = tuple(_cited(asking, number, name) for number, name in enumerate(sources, 1))
    found = tuple(table for table in tables if table.rows)
    return Rates(_LEAD, found, cited) if found else None


def _published(asking: Asking, form: Indicator) -> list[Fact]:
    """Published facts of city and districts; of both partitions the areas that are no Sozialraum."""
    facts = asking.store.indicator_facts(asking.release, form.id, TOTAL, "stadtbezirk").facts
    return [fact for fact in facts if fact.origin == "published" and fact.value is not None]


def _table(
    asking: Asking, caption: str, forms: Iterable[Indicator], facts: list[Fact], sources: tuple[str, ...]
) -> Table:
    columns = tuple(forms)
    lines: dict[tuple[int, str, int], Cells] = {}
    for fact in facts:
        area = asking.catalogue.areas[fact.area]
        # A range has two ends as two readings; of anything else the first reading counts.
        if fact.reading == 0 or area.kind == "spanne":
            lines.setdefault((-fact.year, area.name, fact.reading), {})[fact.indicator] = fact
    rows = tuple(_row(asking, key, lines[key], columns, sources) for key in sorted(lines))
    return Table(caption, ("Schuljahr", "Raum", *(form_name(form) for form in columns), "Quelle"), rows)


def _row(
    asking: Asking,
    key: tuple[int, str, int],
    cells: Cells,
    columns: tuple[Indicator, ...],
    sources: tuple[str, ...],
) -> tuple[str, ...]:
    year, place, _reading = key
    numbers = sorted({sources.index(fact.source) + 1 for fact in cells.values()})
    return (
        periods.period_label(columns[0], -year),
        place,
        *(_text(cells.get(form.id), form) for form in columns),
        ", ".join(f"[{number}]" for number in numbers),
    )


def _text(fact: Fact | None, form: Indicator) -> str:
    """The rate; starred where the source rounds it or is not the first hand."""
    if fact is None:
        return _NOTHING
    text = value_text(fact, form)
    return text if fact.certainty == "hoch" else f"{text} *"


def _cited(asking: Asking, number: int, name: str) -> tuple[str, str]:
    source = asking.catalogue.sources[name]
    return f"[{number}] {source.title} ({source.publisher}, {source.date})", source.url
