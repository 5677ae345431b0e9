"""Every case of the texts of an indicator's and an area's page, as (name, text) for snapshot and rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from wording_world import AREAS, COUNT, EURO, GYMNASIUM, INDEX, PLAIN_SHARE, area_value, indicator
from wording_world import RATE as RATE_OF_CHILDREN

from dashboard.catalogue.models import Break, Indicator, Measure, Target
from dashboard.display import Sign
from dashboard.model import (
    CITY,
    Comparison,
    ComparisonLabel,
    Gap,
    Inequality,
    Observation,
    Status,
    TargetResult,
    TargetStatus,
    Trend,
    TrendLabel,
)
from dashboard.wording import (
    gaps,
    index,
    leads,
    measures,
    overview,
    people,
    profile,
    profile_sections,
    slopes,
    tiles,
)
from dashboard.wording.histories import History, HistoryPoint, history_note, history_title
from dashboard.wording.signs import sign

NORTH = AREAS["hamm-norden"]
LOW = indicator(
    id="sprachfoerderbedarf-delfin4",
    short_title="Sprachförderbedarf mit 4 Jahren",
    polarity="low",
    period="year",
    breaks=(Break(year=2015, reason="Verfahrenswechsel"),),
)
RATE = RATE_OF_CHILDREN.model_copy(update={"people": "Hilfen"})
KEY_DATE = indicator(id="u3-betreuung", short_title="U3-Betreuung", period="key_date", phrase=None)
POLARITIES = (GYMNASIUM, LOW, PLAIN_SHARE)
TRENDS: tuple[TrendLabel, ...] = ("rising", "falling", "no_trend", "not_computable")
LABELS: tuple[ComparisonLabel, ...] = ("higher", "lower", "same", "none")
MISSING: tuple[Status, ...] = ("hidden", "unknown", "later", "uncertain", "nothing", "senseless")
Case = tuple[str, str]


def both(*texts: str) -> str:
    """Texts that stand together, those that are there."""
    return " | ".join(text for text in texts if text)


def observed(kind: Indicator, value: float | None, n: float | None = 199, **more: Any) -> Observation:
    """Hamm-Norden in 2024."""
    fields: dict[str, Any] = {"status": "valid", "origin": "demo", "source": "s", "cents": None} | more
    return Observation(kind.id, NORTH.id, 2024, "", value, None, n, **fields)


def compared(kind: Indicator, rest: float | None, label: ComparisonLabel, **more: Any) -> Comparison:
    """Hamm-Norden against the rest in 2024."""
    fields: dict[str, Any] = {"p": 0.004, "p_holm": 0.03, "single_label": label} | more
    return Comparison(kind.id, NORTH.id, 2024, "", rest, None, label=label, **fields)


def trend_of(kind: Indicator, label: TrendLabel, area: str = NORTH.id, **more: Any) -> Trend:
    """Five periods up to 2024; a slope of the label's direction."""
    slope = {"rising": 1.3, "falling": -1.3, "no_trend": 0.2}.get(label)
    fields: dict[str, Any] = {"slope": slope, "p": None if slope is None else 0.17, "periods": 5}
    if label in ("rising", "falling"):
        fields["p"] = 0.0004
    fields |= {"year": 2024, "first_year": 2020} | more
    return Trend(kind.id, area, breakdown="", label=label, **fields)


def points(values: tuple[float | None, ...], label: ComparisonLabel = "none") -> tuple[HistoryPoint, ...]:
    """Periods up to 2024; None is hidden."""
    first = 2025 - len(values)
    return tuple(
        HistoryPoint(first + at, value, "valid" if value is not None else "hidden", label)
        for at, value in enumerate(values)
    )


UP = (32.6, 36.0, 39.1, 41.0, 45.3)
FLAT = (31.0, 31.2, 30.0, 31.8, 31.1)
CITY_LINE = (30.0, 30.5, 31.0, 31.2, 31.5)


def history_cases() -> Iterator[Case]:
    """Trend × level × what is missing."""
    for kind, trend in product((GYMNASIUM, LOW, PLAIN_SHARE, RATE, KEY_DATE), TRENDS):
        values = UP if trend != "falling" else UP[::-1]
        history = History(kind, NORTH, points(values), points(CITY_LINE), trend_of(kind, trend), 9.2)
        yield f"verlauf {kind.id} {trend}", both(history_title(history), history_note(history))
        city = History(kind, None, (), points(CITY_LINE), trend_of(kind, trend, CITY), 2.1)
        yield f"verlauf stadt {kind.id} {trend}", history_title(city)
    shapes: dict[str, tuple[tuple[float | None, ...], tuple[float | None, ...]]] = {
        "drunter": ((20.0, 21.0, 22.0, 21.0, 20.5), CITY_LINE),
        "gemischt": (FLAT, CITY_LINE),
        "hälfte": ((31.0, 30.0, 32.0, 30.0), (30.5, 30.5, 30.5, 30.5)),
        "gleich": ((30.0, 30.0), (30.0, 30.0)),
        "zwei": ((31.0, 32.0), (30.0, 30.0)),
        "eins": ((31.0,), (30.0,)),
        "verborgen": ((None, None, None), (30.0, 30.0, 30.0)),
        "lücke": ((31.0, None, 32.0, 33.0, 34.0), CITY_LINE),
        "ohne stadt": (FLAT, ()),
        "leer": ((), ()),
    }
    for name, (own, city_values) in shapes.items():
        found = trend_of(GYMNASIUM, "no_trend" if len(own) == 5 and None not in own else "not_computable")
        history = History(GYMNASIUM, NORTH, points(own), points(city_values), found, 9.2)
        yield f"verlauf {name}", both(history_title(history), history_note(history))
    every = History(
        GYMNASIUM, NORTH, points(UP, "higher"), points(CITY_LINE), trend_of(GYMNASIUM, "no_trend")
    )
    yield "verlauf nachweisbar", history_title(every)
    earlier = trend_of(GYMNASIUM, "rising", year=2023, first_year=2019)
    yield "verlauf früher", history_title(History(GYMNASIUM, NORTH, points(UP), points(CITY_LINE), earlier))
    longer = points((30.0, *UP))
    yield "verlauf bis zum vorjahr", history_title(History(GYMNASIUM, NORTH, longer, (), earlier))
    against = History(GYMNASIUM, NORTH, points(UP[::-1]), points(CITY_LINE), trend_of(GYMNASIUM, "rising"))
    yield "verlauf enden widersprechen", history_title(against)
    broken = History(
        LOW, NORTH, points((40.0,) * 5 + (44.0,) * 7), points((30.0,) * 12), trend_of(LOW, "not_computable")
    )
    yield "verlauf bruch", both(history_title(broken), history_note(broken))
    for kind, size in ((COUNT, 1000.0), (EURO, 1e5), (INDEX, 1.0)):
        own = points(tuple(value * size for value in UP))
        no = trend_of(kind, "not_computable", periods=5)
        yield f"verlauf {kind.kind}", history_title(History(kind, NORTH, own, points(CITY_LINE), no))
        yield f"verlauf stadt {kind.kind}", history_title(History(kind, None, (), own, None))


def _tile(found: tiles.TileText) -> str:
    return both(found.label, found.value, found.detail)


def tile_cases() -> Iterator[Case]:
    """Polarity × comparison, trend, goal, gap, with every reason for having none."""
    for kind, label in product((*POLARITIES, RATE), LABELS):
        value = 21.4 if label == "lower" else 37.2
        city = 26.8 if label != "none" else None
        found = tiles.against_city(kind, 2024, observed(kind, value), compared(kind, 25.3, label), city, 21)
        yield f"gegen die stadt {kind.id} {label}", _tile(found)
    noted = compared(LOW, 25.3, "same", single_label="higher", p_holm=0.061)
    yield (
        "gegen die stadt einzeln",
        _tile(tiles.against_city(LOW, 2024, observed(LOW, 33.0), noted, 26.8, 12)),
    )
    yield (
        "gegen die stadt ohne n",
        _tile(tiles.against_city(LOW, 2024, observed(LOW, 37.2, None), compared(LOW, 25.3, "higher"), 26.8)),
    )
    one = tiles.against_city(LOW, 2024, observed(LOW, 37.2, 10), compared(LOW, 25.3, "higher"), 26.8, 1)
    yield "gegen die stadt eins", _tile(one)
    for status in MISSING:
        found = tiles.against_city(LOW, 2024, observed(LOW, None, None, status=status), None, 26.8)
        yield f"gegen die stadt {status}", _tile(found)
    yield "gegen die stadt fehlt", _tile(tiles.against_city(LOW, 2024, None, None, None))
    for kind in (COUNT, INDEX):
        yield (
            f"gegen die stadt {kind.kind}",
            _tile(tiles.against_city(kind, 2024, observed(kind, 9.0), None, 8.0)),
        )
    signs: dict[str, tuple[Sign, ...]] = {
        "drei": ("worse", "worse", "better", "same", "same", "hidden"),
        "einer": ("higher", "same"),
        "keiner": ("same", "same"),
        "verborgen": ("hidden", "hidden"),
        "ohne": ("none", "none"),
    }
    for name, row in signs.items():
        yield f"räume gegen die stadt {name}", _tile(tiles.areas_against_city(LOW, row, 26.8))
    for kind, trend in product((GYMNASIUM, LOW, PLAIN_SHARE, RATE), TRENDS):
        found = tiles.trend_tile(kind, trend_of(kind, trend), "cochran-armitage", 9.2)
        yield f"trend {kind.id} {trend}", _tile(found)
    yield "trend stadt", _tile(tiles.trend_tile(RATE, trend_of(RATE, "no_trend", CITY), "regression", 0.4))
    yield from _trend_gaps()
    yield from _target_cases()
    yield from _gap_tiles()


def _trend_gaps() -> Iterator[Case]:
    for name, more in (
        ("bruch", {"periods": 2, "first_year": 2015, "year": 2016}),
        ("lücke", {"periods": 3, "first_year": 2022}),
        ("eins", {"periods": 1, "first_year": 2024}),
        ("letzter fehlt", {"periods": 0, "first_year": 2024}),
    ):
        found = tiles.trend_tile(LOW, trend_of(LOW, "not_computable", **more), "regression")
        yield f"trend {name}", _tile(found)
    yield "trend fehlt", _tile(tiles.trend_tile(LOW, None, "regression"))
    for size in (0.0, 0.6, 1.4, 9.2, None):
        yield f"trend erkennbar {size}", tiles.detectable_text(LOW, size)


def goal(**changes: Any) -> Target:
    """22 % until 2030, an example."""
    fields: dict[str, Any] = {
        "id": "z",
        "title": "Sprache",
        "indicator": LOW.id,
        "life_phase": "kita",
        "perspective": "adressaten",
        "strategic_goal": 1,
        "direction": "fall",
        "kind": "absolute",
        "value": 22.0,
        "baseline_year": 2012,
        "target_year": 2030,
        "source": "s",
    }
    return Target(**(fields | changes))


def result(status: TargetStatus, **changes: Any) -> TargetResult:
    """Hamm-Norden against it."""
    fields: dict[str, Any] = {
        "target": "z",
        "indicator": LOW.id,
        "area": NORTH.id,
        "year": 2024,
        "value": 37.2,
        "baseline": 40.0,
        "goal": 22.0,
        "target_year": 2030,
        "probability": 0.004,
        "projected": 34.9,
        "projected_lower": 25.0,
        "projected_upper": 46.5,
    }
    return TargetResult(status=status, **(fields | changes))


def _target_cases() -> Iterator[Case]:
    example, course = goal(example=True), goal(kind="direction", value=None, target_year=2015)
    relative = goal(kind="relative", value=10.0, direction="rise")
    together = goal(kind="convergence", value=None)
    open_result = result("open", value=None, year=None, baseline=None, goal=None)
    rows: dict[str, tuple[Target | None, TargetResult | None]] = {
        "nicht auf kurs": (example, result("off_track")),
        "auf kurs": (goal(), result("on_track", probability=0.62)),
        "erreicht": (goal(), result("reached", value=21.0)),
        "verfehlt": (goal(), result("missed")),
        "offen ohne wert": (goal(), result("open", value=None, year=None)),
        "offen ohne basis": (relative, open_result),
        "offen ohne projektion": (goal(), result("open")),
        "keine fläche": (relative, None),
        "keins": (None, None),
        "richtung erreicht": (course, result("reached", goal=40.0)),
        "richtung unbewiesen": (course, result("missed", goal=40.0)),
        "richtung verfehlt": (course, result("missed", goal=33.0)),
        "richtung noch offen": (course, result("open", goal=40.0, year=2012)),
        "annäherung": (together, result("missed", value=4.1, baseline=5.0, goal=None)),
        "annäherung offen": (together, open_result),
    }
    for name, (target, found) in rows.items():
        yield f"ziel {name}", _tile(tiles.target_tile(LOW, target, found, 30))
    yield "ziel geschützt", _tile(tiles.target_tile(LOW, goal(), result("off_track"), hidden=True))
    yield "ziel ohne n", _tile(tiles.target_tile(LOW, goal(), result("off_track")))


def gap_of(kind: Indicator, size: float, p95: float | None, year: int = 2024) -> Gap:
    """Between Hamm-Norden and Uentrop."""
    return Gap(kind.id, "sozialraum", year, "", "hamm-norden", "uentrop", size, None, p95, 9)


def _gap_tiles() -> Iterator[Case]:
    for name, p95 in (("größer", 15.2), ("zufall", 22.0), ("genau", 20.2), ("ohne band", None)):
        yield f"abstand {name}", _tile(tiles.gap_tile(LOW, gap_of(LOW, 20.2, p95)))
        yield f"abstand titel {name}", gaps.gap_title(gap_of(LOW, 20.2, p95), LOW, "sozialraum")
    yield "abstand rate", _tile(tiles.gap_tile(RATE, gap_of(RATE, 20.2, 9.0)))
    yield "abstand zahl", _tile(tiles.gap_tile(COUNT, None))
    yield "abstand fehlt", _tile(tiles.gap_tile(LOW, None))
    yield "abstand verborgen", _tile(tiles.gap_tile(LOW, None, (area_value(LOW, "mitte", None),)))


def inequality(sii: float | None, low: float | None = None, high: float | None = None) -> Inequality:
    """The nine in 2024 with this slope index, ordered by the values of 2023."""
    return Inequality(
        indicator=LOW.id, partition="sozialraum", year=2024, breakdown="", bgsd=1.0, cov=None, idisp=None,
        theil=None, mld=None, mdmw=1.0, bgv=1.0, sii=sii, sii_lower=low, sii_upper=high, rii=0.62,
        deprivation_year=2023, true_spread=None, true_spread_lower=None, true_spread_upper=None, areas=9,
    )  # fmt: skip


def gap_cases() -> Iterator[Case]:
    """Over time and along deprivation."""
    yield "abstand titel fehlt", gaps.gap_title(None, LOW, "stadtbezirk")
    sizes = ((2012, 25.6), (2013, 22.0), (2016, 22.6), (2020, 17.0), (2024, 20.2))
    row = [gap_of(LOW, size, 18.0, year) for year, size in sizes]
    yield "abstand verlauf", gaps.gap_over_time(row, LOW)
    yield "abstand verlauf alle", gaps.gap_over_time([gap_of(LOW, 20.0, 9.0, y) for y in (2020, 2024)], LOW)
    yield "abstand verlauf keiner", gaps.gap_over_time([gap_of(LOW, 5.0, 9.0, y) for y in (2020, 2024)], LOW)
    yield (
        "abstand verlauf ohne band",
        gaps.gap_over_time([gap_of(LOW, 5, None, y) for y in (2020, 2024)], LOW),
    )
    yield "abstand verlauf eins", gaps.gap_over_time(row[-1:], LOW)
    deprivation = indicator(id="sgb2-unter-18", short_title="Kinder im SGB II")
    for name, sii, low, high in (
        ("ärmer höher", -14.2, -19.3, -9.1),
        ("reicher höher", 14.2, 9.1, 19.3),
        ("nicht nachweisbar", 2.1, -3.0, 7.2),
        ("ohne bereich", 14.2, None, None),
    ):
        yield f"sii {name}", gaps.sii_sentence(inequality(sii, low, high), LOW)
    yield "sii fehlt", gaps.sii_sentence(inequality(None), LOW)
    yield "sii definition", gaps.sii_note(inequality(1.0), LOW, deprivation)


def lines(spec: str) -> tuple[slopes.SlopeLine, ...]:
    """Nine areas by letter: U/u up (proven or not), D/d down, e equal, x hidden."""
    ends = {"u": (30.0, 35.0), "d": (35.0, 30.0), "e": (30.0, 30.0), "x": (None, 30.0)}
    words: dict[str, ComparisonLabel] = {"U": "higher", "D": "lower", "x": "none", "n": "none"}
    return tuple(
        slopes.SlopeLine(
            area.name, area.locative, *ends["d" if c == "n" else c.lower()], words.get(c, "same")
        )
        for c, area in zip(spec, AREAS.values(), strict=False)
    )


def slope_cases() -> Iterator[Case]:
    """All, most, none, proven or not, with hidden areas and breaks."""
    down, up = (slopes.SlopeLine("Stadt Hamm", "in der Stadt Hamm", 33.4, 26.8, w) for w in ("lower", "same"))
    for spec in (
        "ddddddddd",
        "uuuuuuddd",
        "UuUuuuddd",
        "UUUUuuDdd",
        "DDDDDDDDD",
        "ddddddddx",
        "uddxxxxxx",
        "eeeeeeeee",
        "eeeeuuddd",
        "xxxxxxxxx",
        "nnnnnnnnn",
        "Dxxxxxxxx",
        "dxxxxxxxx",
        "DDxxxxxxx",
        "eeeeeeeeu",
        "uDDxxxxxx",
    ):
        for name, city in (("stadt gesichert", down), ("", up)):
            found = slopes.Slopes(GYMNASIUM, 2015, 2024, lines(spec), city)
            yield (
                f"zwei jahre {spec} {name}".strip(),
                both(slopes.slope_title(found), slopes.slope_note(found)),
            )
    over = slopes.Slopes(LOW, 2013, 2024, lines("ddddddddd"), None)
    yield "zwei jahre bruch", both(slopes.slope_title(over), slopes.slope_note(over))
    dates = slopes.Slopes(KEY_DATE, 2015, 2024, lines("ddddddddd"), None)
    yield "zwei jahre stichtag", slopes.slope_title(dates)
    yield "zwei jahre eins", slopes.slope_title(slopes.Slopes(LOW, 2024, 2024, lines("ddd"), None))


def findings(spec: str, **more: Any) -> tuple[profile.Finding, ...]:
    """w worse (W worsening, v improving), b better, s same, n neutral, x hidden, - not compared."""
    topics = (
        "hze-faelle",
        "vera-kompetenzniveau",
        "schulabsentismus",
        "sprachstand-klasse-2",
        "eigene",
        "u3-betreuung",
        "ogs-quote",
        "but-inanspruchnahme",
        "kinderarmutsquote",
    )
    rows: dict[str, tuple[ComparisonLabel, TrendLabel]] = {
        "w": ("lower", "no_trend"),
        "W": ("lower", "falling"),
        "v": ("lower", "rising"),
        "b": ("higher", "rising"),
        "s": ("same", "falling"),
        "n": ("higher", "rising"),
        "x": ("same", "no_trend"),
        "-": ("none", "no_trend"),
    }
    found = []
    for at, letter in enumerate(spec):
        kind = indicator(
            id=topics[at % len(topics)], short_title="OGS-Quote", polarity="none" if letter == "n" else "high"
        )
        label, trend = rows[letter]
        mark = sign(label, kind.polarity, "hidden" if letter == "x" else "valid")
        found.append(profile.Finding(kind, mark, trend, **more))
    return tuple(found)


PROFILES = (
    "",
    "x",
    "xxx",
    "---",
    "x-",
    "s",
    "w",
    "W",
    "v",
    "b",
    "n",
    "ss",
    "nn",
    "xs",
    "b" * 3 + "s",
    "bs",
    "WWWWwwvbbbssssssssx",
    "Wwwvvsss",
    "wwwwwwwww",
    "WWWWWW",
    "WWWWW",
    "wvss",
    "vvss",
    "vss",
    "Wvv",
    "Wv",
    "Wwn",
    "ssnx",
    "W" * 13 + "s" * 10,
)


def profile_cases() -> Iterator[Case]:
    """Every mixture of findings, with and without demo values."""
    for spec in PROFILES:
        found = profile.profile_of(NORTH, findings(spec))
        yield f"profil {spec or 'leer'}", both(profile.profile_title(found), leads.profile_lead(found))
    demo = profile.profile_of(NORTH, findings("Wwbs", origin="demo"))
    yield "profil beispiel", leads.profile_copy(demo, "2026-1")
    mixed = profile.profile_of(NORTH, findings("W", origin="demo") + findings("bs"))
    yield "profil gemischt", leads.profile_lead(mixed)
    district = NORTH.model_copy(
        update={"kind": "stadtbezirk", "name": "Stadtbezirk Mitte", "locative": "im Stadtbezirk Mitte"}
    )
    yield "profil bezirk", leads.profile_lead(profile.profile_of(district, findings("wbs")))
    yield "profil bezirk heißt", profile_sections.meaning_note(district)
    yield "profil heißt", profile_sections.meaning_note(NORTH)
    for kind, section in profile_sections.SECTIONS.items():
        yield f"liste {kind}", both(*section, profile_sections.empty_note(kind))
    for count in (1, 19):
        yield f"tabelle {count}", profile_sections.all_caption(count, NORTH)
    yield from _population()
    for count in (None, 0, 1, 25, 1234):
        for kind in (LOW, RATE):
            text = both(people.behind_text(count, kind), people.behind_spoken(count, kind))
            yield f"dahinter {count} {kind.id}", text


def _population() -> Iterator[Case]:
    change = profile_sections.Change
    more, less = change(2015, 15306, 2024, 16240), change(2015, 16240, 2024, 15306)
    same, single = change(2015, 16240, 2024, 16240), change(2024, 16240, 2024, 16240)
    city = change(2015, 178000, 2024, 181560)
    for name, own in (("mehr", more), ("weniger", less), ("gleich", same), ("eins", single)):
        for around in (city, None, change(2012, 1.0, 2024, 2.0)):
            said = profile_sections.population_sentence(COUNT, NORTH, own, around)
            note = " / ".join(profile_sections.population_lines(COUNT, own, around))
            yield f"bevölkerung {name} {around.first_year if around else 'ohne'}", both(said, note)


def index_cases() -> Iterator[Case]:
    """Counts of the whole list and the line of one indicator."""
    for total, areas in ((89, 61), (89, 0), (1, 1), (1, 0), (2, 2), (0, 0), (3, 1)):
        yield f"kennzahlen {total} {areas}", index.index_title(total, areas)
    rows: dict[str, tuple[Sign, ...]] = {
        "drei": ("worse", "worse", "better", "same", "same", "same", "same", "same", "same"),
        "einer": ("worse", "same"),
        "keiner": ("same", "same"),
        "verborgen": ("hidden", "hidden"),
        "teils": ("worse", "same", "hidden"),
        "allein": ("same",),
        "ohne": ("none",),
        "stadt": (),
    }
    for name, row in rows.items():
        yield f"stand {name}", index.state_line(index.IndexState(GYMNASIUM, 2024, row))
    goals: dict[str, tuple[TargetResult, ...]] = {
        "kurs": tuple(result(s) for s in ("reached", "on_track", "off_track")),
        "fertig": tuple(result(s) for s in ("reached", "missed")),
        "keiner": tuple(result(s) for s in ("missed", "missed")),
        "einer": (result("on_track"), result("reached", area=CITY)),
        "stadt": (result("on_track", area=CITY), result("open")),
        "stadt offen": (result("open", area=CITY),),
    }
    for name, found in goals.items():
        yield f"stand ziel {name}", index.state_line(index.IndexState(GYMNASIUM, 2024, rows["drei"], found))
    yield "stand leer", index.state_line(index.IndexState(GYMNASIUM, None))


def counts(*worse: int, compared: int = 40) -> tuple[overview.AreaCount, ...]:
    """One entry per area; -1: nothing compared."""
    return tuple(
        overview.AreaCount(area, compared if w >= 0 else 0, max(w, 0), 3 if compared > 20 else 0)
        for w, area in zip(worse, AREAS.values(), strict=False)
    )


def overview_cases() -> Iterator[Case]:
    """The nine in one sentence, and each in a line."""
    rows = {
        "üblich": counts(3, 12, 4, 9, 5, 2, 7, 6, 0),
        "gleichstand": counts(12, 12, 4, 9, 5, 2, 7, 6, 0),
        "viele oben": counts(5, 5, 5, 5, 0, 0, 0, 0, 0),
        "einer": counts(0, 1, 0, 0, 0, 0, 0, 0, 0),
        "zwei": counts(1, 1, 0, 0, 0, 0, 0, 0, 0),
        "alle gleich": counts(2, 2, 2, 2, 2, 2, 2, 2, 2),
        "alle eine": counts(1, 1, 1),
        "keine": counts(0, 0, 0, 0, 0, 0, 0, 0, 0),
        "nichts": counts(-1, -1, -1),
        "am wenigsten": counts(3, 12, 4, 9, 5, 2, 7, 6, 4),
        "wenigste mehrere": counts(3, 12, 3),
        "nur ein raum": counts(4, -1, -1),
        "teils": counts(0, 0, -1),
        "eine kennzahl": counts(1, 0, 0, compared=1),
    }
    for name, row in rows.items():
        yield f"überblick {name}", overview.overview_title(row)
    yield "überblick bezirk", overview.overview_title(counts(3, 12, 0), "stadtbezirk")
    yield "raum", overview.area_line(overview.AreaCount(NORTH, 40, 12, 3, hidden=2, neutral=1))
    yield "raum leer", overview.area_line(overview.AreaCount(NORTH, 0, 0, 0))


def measure_cases() -> Iterator[Case]:
    """Measures beside a line."""
    for name, start, end, demo in (
        ("läuft", 2012, None, True),
        ("beendet", 2012, 2015, False),
        ("ein jahr", 2012, 2012, False),
    ):
        found = Measure(
            id="m",
            title="STARK",
            life_phase="kita",
            start=start,
            end=end,
            areas=("hamm",),
            description="Begleitet.",
            source="s",
            demo=demo,
        )
        yield f"maßnahme {name}", measures.measure_text(found)


FILES = {
    "massnahmen": measure_cases,
    "verlauf": history_cases,
    "kacheln": tile_cases,
    "abstand": gap_cases,
    "zwei-jahre": slope_cases,
    "profil": profile_cases,
    "kennzahlen": index_cases,
    "ueberblick": overview_cases,
}
