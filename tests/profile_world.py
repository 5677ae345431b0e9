"""Profiles of an area as the tests need them: real outlines, plausible numbers, invented on purpose.

``profile()`` has nineteen indicators; ``profile(90)`` the longest list there may be, ``profile(1)`` the
shortest. Every keyword of :func:`entry` and :func:`profile` replaces a field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from dashboard.answers.parts import Foot, Said, Table
from dashboard.answers.sozialraum.parts import Entry, Fact, MeasureEntry, Section, SozialraumAnswer
from dashboard.catalogue.models import Area
from dashboard.display import Point, Shape, Sign
from dashboard.geo.network import polygons, read_network
from dashboard.geo.shapes import shapes
from dashboard.model import TargetStatus, TrendLabel
from dashboard.state import View
from dashboard.wording.numbers import number
from dashboard.wording.signs import SIGN_SHORT, TARGET_WORDS, TREND_WORDS

PHASES = {
    "start": "−9 Monate bis 3 Jahre",
    "kita": "Kita",
    "grundschule": "Grundschule",
    "sek1": "Sekundarstufe I",
    "uebergang-beruf": "Übergang Schule–Beruf",
    "sek2": "Sekundarstufe II und Studium",
    "eltern": "Eltern und Hilfen",
    "alle": "Rahmen",
}
NAMES = {
    "bockum-hoevel": "Bockum-Hövel",
    "hamm-norden": "Hamm-Norden",
    "heessen": "Heessen",
    "hamm-westen": "Hamm-Westen",
    "mitte": "Mitte",
    "uentrop": "Uentrop",
    "herringen": "Herringen",
    "pelkum": "Pelkum",
    "rhynern": "Rhynern",
}
AREA = Area(
    id="hamm-norden",
    name="Hamm-Norden",
    short_name="Norden",
    kind="sozialraum",
    locative="in Hamm-Norden",
    row=1,
    column=2,
)
OTHERS = (-0.31, -0.22, -0.12, -0.05, 0.03, 0.11, 0.24, 0.36)  # of the city's value


@dataclass(frozen=True, slots=True)
class Sketch:
    """The part of an entry that differs between indicators."""

    title: str
    phase: str
    value: float
    city: float
    n: int
    sign: Sign
    trend: TrendLabel
    target: TargetStatus | None
    less: bool = False
    behind: int | None = None
    unit: str = "Kinder"


SKETCHES = (
    Sketch("Willkommensbesuch angenommen", "start", 67.4, 71.9, 193, "same", "rising", "on_track"),
    Sketch(
        "Früherkennung U7 wahrgenommen", "start", 87.2, 93.1, 187, "worse", "no_trend", "missed", behind=11
    ),
    Sketch("Betreuung unter drei Jahren", "start", 35.2, 38.4, 383, "same", "rising", "on_track"),
    Sketch(
        "Sprachförderbedarf vor Einschulung",
        "kita",
        41.5,
        29.2,
        193,
        "worse",
        "rising",
        "off_track",
        True,
        24,
    ),
    Sketch("Drei Jahre Kita-Besuch", "kita", 62.7, 69.9, 193, "same", "no_trend", "off_track"),
    Sketch("Übergewicht bei der Einschulung", "kita", 14.5, 11.0, 193, "same", "no_trend", "open", True),
    Sketch("Offener Ganztag besucht", "grundschule", 56.5, 47.4, 741, "better", "rising", "reached"),
    Sketch(
        "Mindeststandard Lesen verfehlt",
        "grundschule",
        45.3,
        31.5,
        181,
        "worse",
        "rising",
        "off_track",
        True,
        25,
    ),
    Sketch("Drei Jahre Eingangsphase", "grundschule", 11.2, 8.4, 187, "same", "no_trend", "off_track", True),
    Sketch("Übergang zum Gymnasium", "sek1", 21.9, 31.9, 187, "worse", "no_trend", "off_track", behind=19),
    Sketch(
        "Mehr als 20 Fehltage im Schuljahr",
        "sek1",
        11.6,
        7.3,
        542,
        "worse",
        "rising",
        "off_track",
        True,
        24,
        "Jugendliche",
    ),
    Sketch("Abgang vom Gymnasium", "sek1", 4.1, 4.8, 187, "hidden", "not_computable", None, True),
    Sketch("Ohne Schulabschluss", "uebergang-beruf", 8.7, 5.8, 172, "same", "no_trend", "off_track", True),
    Sketch("Anschluss nach Klasse 10", "uebergang-beruf", 83.7, 87.0, 172, "same", "not_computable", "open"),
    Sketch(
        "Hochschulreife erreicht",
        "sek2",
        33.9,
        44.1,
        168,
        "worse",
        "rising",
        "on_track",
        False,
        17,
        "Jugendliche",
    ),
    Sketch("Familien in der Elternschule", "eltern", 27.3, 17.8, 411, "better", "rising", "reached"),
    Sketch("Bildung und Teilhabe genutzt", "eltern", 66.8, 57.2, 1309, "better", "rising", "on_track"),
    Sketch(
        "Hilfen zur Erziehung",
        "eltern",
        57.0,
        38.7,
        3927,
        "worse",
        "rising",
        "off_track",
        True,
        72,
        "Hilfefälle",
    ),
    Sketch("Familiensprache nicht Deutsch", "alle", 52.8, 35.2, 193, "higher", "rising", None),
)


@cache
def outlines() -> tuple[Shape, ...]:
    """The nine as they are drawn, from the digitised network."""
    return tuple(shapes(polygons(read_network(), "sozialraum")).values())


def per_cent(value: float) -> str:
    """ "21,9 %" with a narrow no-break space."""
    return f"{number(value, 1)}\u202f%"


def entry(sketch: Sketch, **changes: Any) -> Entry:
    """One indicator of the area; hidden ones carry nothing, as the contract says."""
    given = {**_words(sketch), **(_nothing() if sketch.sign == "hidden" else _numbers(sketch))}
    return Entry(**(given | changes))


def _words(sketch: Sketch) -> dict[str, Any]:
    slug = sketch.title.lower().replace(" ", "-")
    return {
        "indicator": slug, "title": sketch.title, "who": sketch.unit, "period": "2024/25",
        "href": f"/kennzahl/{slug}?raum=hamm-norden", "life_phase": sketch.phase,
        "less_is_right": sketch.less, "neutral": sketch.sign in ("higher", "lower"), "sign": sketch.sign,
        "sign_word": SIGN_SHORT[sketch.sign], "noted": False, "trend": sketch.trend,
        "trend_word": TREND_WORDS[sketch.trend], "trend_judgement": _judged(sketch), "trend_note": "",
        "target": sketch.target, "target_word": TARGET_WORDS[sketch.target] if sketch.target else "",
        "target_detail": "≥ 75 % bis 2030" if sketch.target else "", "behind": sketch.behind,
        "behind_unit": sketch.unit, "origin": "demo", "source": "Beispieldaten (erzeugt)",
    }  # fmt: skip


def _judged(sketch: Sketch) -> str:
    if sketch.trend not in ("rising", "falling") or sketch.sign in ("higher", "lower"):
        return ""
    return "ungünstig" if (sketch.trend == "rising") == sketch.less else "günstig"


def _numbers(sketch: Sketch) -> dict[str, Any]:
    value, city = sketch.value, sketch.city
    others = tuple(min(99.0, round(city * (1 + part), 1)) for part in OTHERS)
    low, high = min(value, *others), max(value, *others)
    worst, best = (high, low) if sketch.less else (low, high)
    half = 140 / sketch.n**0.5 * (value / 100 * (1 - value / 100)) ** 0.5 + 2
    return {
        "text": per_cent(value), "n_text": number(sketch.n),
        "counts_text": f"{number(value * sketch.n / 100)} von {number(sketch.n)}",
        "interval_text": f"{number(value - half, 1)} bis {per_cent(value + half)}",
        "city_text": per_cent(city), "value": value, "lower": value - half, "upper": value + half,
        "city": city, "others": others, "worst": worst, "best": best, "worst_text": number(worst, 1),
        "best_text": number(best, 1), "p": 0.002, "history": _history(sketch, value - 8, value, half),
        "city_history": _history(sketch, city - 1, city, 0.8),
    }  # fmt: skip


def _nothing() -> dict[str, Any]:
    numbers = dict.fromkeys(("value", "lower", "upper", "city", "worst", "best", "p", "behind", "target"))
    words = dict.fromkeys(
        ("worst_text", "best_text", "n_text", "counts_text", "interval_text", "target_word"), ""
    )
    marks = {"text": "x", "city_text": "4,8\u202f%", "others": (), "history": (), "city_history": ()}
    return {**numbers, **words, **marks, "target_detail": "", "trend_word": "x"}


def _history(sketch: Sketch, first: float, last: float, half: float) -> tuple[Point, ...]:
    steps = (0, 0.2, 0.5, 0.6, 1)
    values = [first + (last - first) * share for share in steps]
    return tuple(
        Point(
            2020 + place, f"{2020 + place}/{21 + place}", value, value - half, value + half,
            per_cent(value), sketch.sign, "demo",
        )
        for place, value in enumerate(values)
    )  # fmt: skip


def entries(count: int = 19) -> tuple[Entry, ...]:
    """``count`` indicators; beyond nineteen they repeat with a number behind the title."""
    made = []
    for place in range(count):
        sketch = SKETCHES[place % len(SKETCHES)]
        lap = place // len(SKETCHES)
        title = f"{sketch.title} {lap + 1}" if lap else sketch.title
        made.append(entry(sketch, title=title, indicator=f"kennzahl-{place}"))
    return tuple(made)


def section(title: str, found: Sequence[Entry], subtitle: str = "") -> Section:
    """A list under a title."""
    return Section(title, subtitle, tuple(found))


def lists(given: Sequence[Entry]) -> dict[str, Section]:
    """The lists of the profile, sorted as the answer sorts them."""
    worse = [one for one in given if one.sign == "worse"]
    bad = [one for one in worse if one.trend_judgement == "ungünstig"]
    good = [one for one in worse if one.trend_judgement == "günstig"]
    rest = [one for one in worse if one not in bad and one not in good]
    better = [one for one in given if one.sign == "better"]
    same = [one for one in given if one.sign == "same"]
    hidden = [one for one in given if one.sign == "hidden"]
    return {
        "worsening": section("Auffällig und sich verschlechternd", bad),
        "worse": section("Auffällig, kein Trend nachweisbar", rest),
        "catching_up": section("Auffällig, holt auf", good),
        "strengths": section("Stärken", better),
        "same": section("Nicht von der übrigen Stadt zu unterscheiden", same),
        "hidden": section("Geschützt", hidden),
    }


def phases(given: Sequence[Entry]) -> tuple[Section, ...]:
    """All entries by life phase, in the order of the phases."""
    return tuple(
        section(title, [one for one in given if one.life_phase == phase])
        for phase, title in PHASES.items()
        if any(one.life_phase == phase for one in given)
    )


def facts() -> tuple[Fact, ...]:
    """Population and its change."""
    return (
        Fact("Bevölkerung", "16.240", ("+6,1\u202f% seit 2015", "Stadt +2,0\u202f%"), "demo"),
        Fact("Unter 18 Jahren", "3.412", ("+9,4\u202f% seit 2015", "Stadt +3,1\u202f%"), "demo"),
        Fact("Anteil unter 18", "21,0\u202f%", ("+0,6 Punkte seit 2015", "Stadt 17,6\u202f%"), "demo"),
        Fact("Unter 18 im SGB II", "38,6\u202f%", ("1.317 von 3.412", "Stadt 24,4\u202f%"), "demo"),
    )


def profile(count: int | Sequence[Entry] = 19, **changes: Any) -> SozialraumAnswer:
    """The answer for Hamm-Norden with so many indicators, or with exactly these."""
    given = entries(count) if isinstance(count, int) else tuple(count)
    fields: dict[str, Any] = {
        **_frame(), **lists(given), "shapes": outlines(), "facts": facts(), "phases": phases(given),
        "table": _table(given),
    }  # fmt: skip
    return SozialraumAnswer(**(fields | changes))


def _table(given: Sequence[Entry]) -> Table:
    rows = tuple((one.title, one.text, one.n_text, one.city_text, one.sign_word) for one in given)
    return Table("Alle Kennzahlen", ("Kennzahl", "Wert", "n", "Stadt", "Vergleich"), rows)


def _frame() -> dict[str, Any]:
    path, pinned = "/sozialraum/hamm-norden", "/sozialraum/hamm-norden?stand=2026-1"
    headline = (
        "Erziehungshilfen, Lesen, Fehlzeiten und Sprache sind in Hamm-Norden auffällig und verschlechtern "
        "sich"
    )
    source = "Beispieldaten (erzeugt) (Sozialraum-Monitor Hamm)"
    return {
        "key": ("2026-1", "hamm-norden"), "view": View("uebergang-gymnasium", raum="hamm-norden"),
        "address": path, "pinned": pinned, "area": AREA, "demo": True,
        "said": Said(f"{headline} – Sozialraum-Monitor Hamm", headline, "", "", headline, "2024/25", ()),
        "lead": (
            "Vier von 19 Kennzahlen sind schlechter als in der übrigen Stadt und verschlechtern sich. Drei "
            "weitere liegen zurück, eine davon holt auf. Bei drei Kennzahlen steht Hamm-Norden besser da als "
            "die übrige Stadt."
        ),
        "place": (
            "Hamm-Norden liegt in den Stadtbezirken Bockum-Hövel und Heessen und ist kein eigener "
            "Stadtbezirk."
        ),
        "neighbours": tuple((name, f"/sozialraum/{slug}", slug == AREA.id) for slug, name in NAMES.items()),
        "measures": (MeasureEntry("Elternschule Hamm", "seit 2009", "ganze Stadt", "Kurse", False),),
        "facilities": (), "facilities_note": "Einrichtungen sehen Angemeldete mit diesem Bereich.",
        "footnotes": (
            "Hilfen zur Erziehung: Fälle je 1.000 unter 21 Jahren.",
            "Anschluss nach Klasse 10: Bruch in der Zeitreihe 2023/24.",
        ),
        "methods": (
            "Wilson- und Byar-Intervalle, 95\u202f%.",
            "Vergleich mit der Stadt ohne Hamm-Norden, 5-%-Niveau, nach Holm abgesichert.",
            "Trend über fünf Zeiträume, 95-%-Niveau.",
        ),
        "sources": (source, "Vorlage 0908/11 (Stadt Hamm)", "Statistikstelle der Stadt Hamm"),
        "foot": Foot(source, "demo", "Beispieldaten", "2026-1", (("PDF", f"{path}.pdf"),)),
        "released": date(2026, 11, 21),
    }  # fmt: skip
