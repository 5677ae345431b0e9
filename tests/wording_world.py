"""Builders of indicators, areas and stories for the tests of the wording room."""

from __future__ import annotations

from typing import Any

from dashboard.catalogue.models import Area, Indicator, Phrase, Source
from dashboard.display import AreaValue, CityLine
from dashboard.model import Comparison, ComparisonLabel, Gap, Observation
from dashboard.wording.numbers import interval_text, value_text
from dashboard.wording.signs import sign, sign_word
from dashboard.wording.statements import CityStory, FocusStory

AREAS = {
    slug: Area(id=slug, name=name, short_name=name, kind="sozialraum", locative=f"in {name}")
    for slug, name in (
        ("bockum-hoevel", "Bockum-Hövel"),
        ("hamm-norden", "Hamm-Norden"),
        ("heessen", "Heessen"),
        ("hamm-westen", "Hamm-Westen"),
        ("mitte", "Mitte"),
        ("uentrop", "Uentrop"),
        ("herringen", "Herringen"),
        ("pelkum", "Pelkum"),
        ("rhynern", "Rhynern"),
    )
}
SLUGS = tuple(AREAS)
SOURCE = Source(id="schulstatistik", title="Übergänge nach Wohnort", publisher="Schulverwaltungsamt")


def indicator(**changes: Any) -> Indicator:
    """Übergangsquote Gymnasium, unless told otherwise."""
    fields: dict[str, Any] = {
        "id": "uebergang-gymnasium",
        "title": "Übergangsquote von der Grundschule zum Gymnasium",
        "short_title": "Übergangsquote Gymnasium",
        "subject": "Die Übergangsquote zum Gymnasium",
        "question": "Wie viele Kinder wechseln aufs Gymnasium?",
        "unit": "%",
        "kind": "share",
        "polarity": "high",
        "life_phase": "uebergang-sek1",
        "perspective": "adressaten",
        "numerator": "Übergänge zum Gymnasium",
        "period": "school_year",
        "comparison": "share",
        "phrase": Phrase(
            per_hundred="wechseln {n} von 100 Kindern aufs Gymnasium",
            compared="gehen anteilig {factor} so viele Kinder aufs Gymnasium wie in {other}",
        ),
        "notes": ("Eine Anmerkung.", "Noch eine."),
        "processing": "Zähler durch Nenner.",
        "sources": ("schulstatistik",),
    }
    return Indicator(**(fields | changes))


RATE = indicator(
    id="hze-faelle",
    title="Hilfen zur Erziehung",
    short_title="Hilfen zur Erziehung",
    subject="Die Zahl der Hilfen zur Erziehung",
    unit="Hilfen je 1.000 unter 21",
    kind="rate",
    per=1000,
    polarity="low",
    period="year",
    comparison="rate",
    phrase=None,
)
COUNT = indicator(
    id="bevoelkerung",
    title="Bevölkerung",
    short_title="Bevölkerung",
    subject="Die Einwohnerzahl",
    unit="Personen",
    kind="count",
    decimals=0,
    polarity="none",
    period="key_date",
    comparison="none",
    sampling=False,
    phrase=None,
)
EURO = indicator(
    id="hze-aufwendungen",
    title="Aufwendungen",
    short_title="HzE-Aufwendungen",
    plural=True,
    subject="Die Aufwendungen für Hilfen zur Erziehung",
    unit="€",
    kind="euro",
    decimals=0,
    polarity="low",
    period="year",
    comparison="none",
    sampling=False,
    phrase=None,
)
MEAN = indicator(
    id="flaeche",
    title="Fläche",
    short_title="Fläche",
    subject="Die Fläche",
    unit="km²",
    kind="mean",
    polarity="none",
    period="key_date",
    comparison="none",
    sampling=False,
    phrase=None,
)
INDEX = indicator(
    id="lernatlas-gesamt",
    title="Lernatlas",
    short_title="Deutscher Lernatlas",
    decimals=2,
    subject="Der Gesamtwert im Deutschen Lernatlas",
    unit="Indexpunkte",
    kind="index",
    period="year",
    comparison="none",
    sampling=False,
    phrase=None,
)
STEP = indicator(
    id="schulsozialindex",
    title="Schulsozialindex",
    short_title="Schulsozialindex",
    subject="Der Schulsozialindex",
    unit="Stufe (1–9)",
    kind="index",
    polarity="none",
    comparison="none",
    sampling=False,
    phrase=None,
)
CHANGE = indicator(
    id="hze-veraenderung",
    title="Veränderung",
    short_title="Veränderung der HzE-Aufwendungen",
    subject="Die Veränderung der Aufwendungen zum Vorjahr",
    unit="%",
    kind="index",
    polarity="low",
    period="year",
    comparison="none",
    sampling=False,
    phrase=None,
)
PLAIN_SHARE = indicator(id="anteil", subject="Der Anteil der Kinder", polarity="none", phrase=None)
GYMNASIUM = indicator()
ALL_KINDS = (GYMNASIUM, PLAIN_SHARE, RATE, COUNT, EURO, MEAN, INDEX, STEP, CHANGE)


def area_value(
    kind: Indicator,
    slug: str,
    value: float | None,
    label: ComparisonLabel = "none",
    status: Any = "valid",
    interval: tuple[float, float] | None = None,
    n: float | None = None,
) -> AreaValue:
    """One area as the answers would prepare it; without value hidden, unless ``status`` says more."""
    status = "hidden" if value is None and status == "valid" else status
    mark = sign(label, kind.polarity, status)
    lower, upper = interval or (None, None)
    return AreaValue(
        area=slug,
        name=AREAS[slug].name,
        short_name=AREAS[slug].name,
        value=value,
        lower=lower,
        upper=upper,
        numerator=None,
        denominator=n,
        text=value_text(kind, value, status),
        interval_text=interval_text(lower, upper, kind),
        sign=mark,
        sign_word=sign_word(mark),
        noted=False,
        trend="no_trend",
        trend_word="",
        origin="demo",
        href="",
        focused=False,
        row=None,
        column=None,
    )


def city_line(kind: Indicator, value: float | None) -> CityLine:
    """The city's line."""
    text = value_text(kind, value, "valid")
    return CityLine(value=value, lower=None, upper=None, text=text, label=f"Stadt Hamm {text}")


def gap(areas: tuple[AreaValue, ...], p95: float | None, kind: Indicator = GYMNASIUM) -> Gap:
    """The gap of the shown areas with the given chance band."""
    shown = [(area.value, area.area) for area in areas if area.value is not None]
    low, high = min(shown), max(shown)
    return Gap(kind.id, "sozialraum", 2024, "", low[1], high[1], high[0] - low[0], None, p95, len(shown))


def city_story(kind: Indicator, areas: tuple[AreaValue, ...], city: float | None, **more: Any) -> CityStory:
    """A story of the nine in 2024; ``p95`` adds a chance band."""
    p95 = more.pop("p95", None)
    shown = any(area.value is not None for area in areas)
    fields: dict[str, Any] = {
        "gap": gap(areas, p95, kind) if shown else None,
        "origin": "demo",
        "city_origin": None,
        "sources": (SOURCE,),
        "release": "2026-1",
    }
    return CityStory(
        indicator=kind,
        year=2024,
        partition="sozialraum",
        areas=areas,
        locatives={slug: area.locative for slug, area in AREAS.items()},
        city=city_line(kind, city) if city is not None else None,
        **(fields | more),
    )


def focus_story(
    kind: Indicator,
    value: float | None,
    rest: float | None = None,
    label: ComparisonLabel = "none",
    single: ComparisonLabel | None = None,
    **more: Any,
) -> FocusStory:
    """Hamm-Norden in 2024; ``more``: lower, upper, denominator, cents, status, origin, certainty, area."""
    area = more.pop("area", AREAS["hamm-norden"])
    fields: dict[str, Any] = {
        "numerator": None,
        "denominator": None,
        "cents": None,
        "status": "valid",
        "origin": "demo",
        "source": "s",
    }
    fields |= more
    observation = Observation(kind.id, area.id, 2024, "", value, **fields)
    difference = value - rest if value is not None and rest is not None else None
    comparison = Comparison(kind.id, area.id, 2024, "", rest, difference, 0.004, 0.03, label, single or label)
    return FocusStory(
        indicator=kind,
        year=2024,
        area=area,
        observation=observation,
        comparison=comparison,
        city=city_line(kind, 31.9),
        origin=observation.origin,
        sources=(SOURCE,),
        release="2026-1",
    )


def nine(
    kind: Indicator, values: tuple[float | None, ...], labels: str = "ooooooooo"
) -> tuple[AreaValue, ...]:
    """Nine areas; ``labels``: "h" higher, "l" lower, "o" same, "-" not compared."""
    words: dict[str, ComparisonLabel] = {"h": "higher", "l": "lower", "o": "same", "-": "none"}
    return tuple(
        area_value(kind, slug, value, "none" if value is None else words[label])
        for slug, value, label in zip(SLUGS, values, labels, strict=True)
    )


def plain(text: str) -> str:
    """The text with ordinary spaces, for tables that people read."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
