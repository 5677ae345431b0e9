"""A tiny city for tests: three Sozialräume, two Stadtbezirke, a range, three indicators, three years."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import (
    Area,
    Breakdown,
    Category,
    CostKind,
    Indicator,
    PriceIndex,
    Prices,
    Source,
    StrategicGoal,
    Target,
)
from dashboard.display import Shape
from dashboard.model import (
    Comparison,
    Convergence,
    Gap,
    Inequality,
    Observation,
    Pooled,
    TargetResult,
    Trend,
)
from dashboard.store.contents import AreaShape, Correction, DeliveryInfo, ReleaseContents
from dashboard.store.write import Written, write_release

SHARE, EURO, COUNT = "uebergang-gymnasium", "hze-aufwendungen", "bevoelkerung"
AREAS = ("hamm-norden", "mitte", "uentrop")
YEARS = (2021, 2022, 2023)
#: Children changing to a Gymnasium, by area and year; 190 children change everywhere.
GYMNASIUM = {
    "hamm-norden": (40, 42, 45),
    "mitte": (62, 65, 60),
    "uentrop": (88, 90, 95),
}


def tiny_indicator(id_: str, **changes: Any) -> Indicator:
    """A share with everything an indicator must say; ``changes`` replace fields."""
    entry: dict[str, Any] = {
        "id": id_,
        "title": f"Kennzahl {id_}",
        "short_title": id_.title(),
        "subject": f"Die Kennzahl {id_}",
        "question": "Wie viele?",
        "unit": "%",
        "kind": "share",
        "polarity": "high",
        "life_phase": "uebergang-sek1",
        "perspective": "adressaten",
        "numerator": "gezählte Kinder",
        "denominator": "alle Kinder",
        "period": "school_year",
        "comparison": "share",
        "notes": ("Erstens.", "Zweitens."),
        "processing": "Gezählt und geteilt.",
        "sources": ("statistik",),
    }
    return Indicator.model_validate(entry | changes)


def _area(id_: str, name: str, kind: str, row: int | None = None, column: int | None = None) -> Area:
    locative = f"in {name}"
    return Area.model_validate(
        {
            "id": id_,
            "name": name,
            "short_name": name,
            "kind": kind,
            "locative": locative,
            "row": row,
            "column": column,
        }  # fmt: skip
    )


def tiny_areas() -> tuple[Area, ...]:
    """The areas of the tiny city."""
    return (
        _area("hamm", "Stadt Hamm", "stadt"),
        _area("hamm-norden", "Hamm-Norden", "sozialraum", 1, 2),
        _area("mitte", "Mitte", "sozialraum", 2, 2),
        _area("uentrop", "Uentrop", "sozialraum", 2, 3),
        _area("sb-mitte", "Stadtbezirk Mitte", "stadtbezirk", 2, 2),
        _area("sb-uentrop", "Stadtbezirk Uentrop", "stadtbezirk", 2, 3),
        _area("spanne-hoechster", "Höchster Stadtbezirk", "spanne"),
        _area("schule-1", "Talschule", "einrichtung"),
    )


def tiny_catalogue(*indicators: Indicator) -> Catalogue:
    """A catalogue of three indicators, or of those given."""
    ages = Breakdown(
        id="alter",
        title="Alter",
        categories=(Category(id="u18", title="unter 18"), Category(id="ue18", title="18 und älter")),
    )
    default = (
        tiny_indicator(SHARE),
        tiny_indicator(EURO, kind="euro", unit="€", comparison="none", sampling=False, polarity="low"),
        tiny_indicator(COUNT, kind="count", unit="Personen", comparison="none", breakdowns=(ages,)),
    )
    target = Target(
        id="mehr-gymnasium", title="Mehr Übergänge", indicator=SHARE, life_phase="uebergang-sek1",
        perspective="adressaten", strategic_goal=1, direction="rise", kind="relative", value=10.0,
        baseline_year=2021, target_year=2026, source="statistik",
    )  # fmt: skip
    return Catalogue(
        indicators=_by_id(indicators or default),
        areas=_by_id(tiny_areas()),
        sources=_by_id(
            (
                Source(id="statistik", title="Schulstatistik", publisher="Stadt Hamm"),
                Source(id="demo", title="Beispieldaten", publisher="Stadt Hamm"),
            )  # fmt: skip
        ),
        targets=_by_id(() if indicators else (target,)),
        measures=MappingProxyType({}),
        cost_kinds=_by_id(
            (
                CostKind(
                    id="spfh",
                    title="Familienhilfe",
                    short_title="SPFH",
                    setting="ambulant",
                    side="correction",
                ),
            )  # fmt: skip
        ),
        goals=MappingProxyType({1: StrategicGoal(number=1, title="Chancen", source="statistik")}),
        memberships=(),
        prices=Prices(title="VPI", base=2020, source="statistik", values=(PriceIndex(year=2020, index=100),)),
    )


def share_row(area: str, year: int, x: int, n: int, **changes: Any) -> Observation:
    """An observation of the share with its counts."""
    row = Observation(
        indicator=SHARE, area=area, year=year, breakdown="", value=100 * x / n, numerator=x, denominator=n,
        cents=None, status="valid", origin="demo", source="demo",
    )  # fmt: skip
    return replace(row, **changes)


def tiny_observations() -> tuple[Observation, ...]:
    """Demo shares of all areas and the city, published Stadtbezirk figures, an amount, a count."""
    rows = [share_row(area, y, x, 190) for area in AREAS for y, x in zip(YEARS, GYMNASIUM[area], strict=True)]
    city = [share_row("hamm", y, sum(GYMNASIUM[a][i] for a in AREAS), 570) for i, y in enumerate(YEARS)]
    published = {"origin": "published", "source": "statistik", "numerator": None, "denominator": None}
    two_readings = share_row("sb-mitte", 2021, 95, 190, **published)
    amount = {"indicator": EURO, "numerator": None, "denominator": None, "cents": 2_714_000_000}
    return (
        *rows,
        *city,
        share_row("sb-uentrop", 2021, 60, 190, **published),
        two_readings,
        replace(two_readings, reading=1, value=33.3, certainty="niedrig", note="Text sagt jedes dritte Kind"),
        share_row("spanne-hoechster", 2021, 88, 190, **published),
        share_row("hamm", 2023, 1, 1, **amount, value=27_140_000.0),
        share_row("mitte", 2023, 5000, 1, indicator=COUNT, breakdown="u18", value=5000.0, denominator=None),
        share_row(
            "mitte",
            2022,
            1,
            1,
            indicator=COUNT,
            breakdown="ue18",
            value=None,
            numerator=None,
            denominator=None,
            status="hidden",
        ),  # fmt: skip
    )


def tiny_contents(**changes: Any) -> ReleaseContents:
    """A small release in which every table has a row."""
    key: dict[str, Any] = {"indicator": SHARE, "area": "hamm-norden", "year": 2023, "breakdown": ""}
    contents = ReleaseContents(
        year=2026,
        catalogue=tiny_catalogue(),
        deliveries=(
            DeliveryInfo(
                "2026-schule",
                "Übergänge",
                "Schulamt",
                "2026-03-01",
                "delivered",
                (("daten.csv", "00ff"),),
                12,
                ("Hinweis",),
            ),  # fmt: skip
        ),
        shapes=tuple(
            AreaShape(
                "sozialraum", Shape(area, "M0 0L9 0L9 9Z", 4.0, 5.0, 6.0, 100.0, 80.0), '{"type": "Polygon"}'
            )
            for area in AREAS
        ),
        observations=tiny_observations(),
        comparisons=(
            Comparison(
                **key,
                rest=41.0,
                difference=-17.0,
                p=0.001,
                p_holm=0.003,
                label="lower",
                single_label="lower",
                origin="demo",
            ),  # fmt: skip
        ),
        trends=(
            Trend(
                **key,
                label="rising",
                slope=1.3,
                p=0.04,
                periods=5,
                first_year=2019,
                origin="demo",
                detectable=9.4,
            ),
        ),
        gaps=tuple(
            Gap(SHARE, "sozialraum", year, "", "hamm-norden", "uentrop", 26.3, 10.3, 15.3, 3, "demo")
            for year in YEARS
        ),
        convergences=(
            Convergence(SHARE, "sozialraum", "", "not_shown", 0.4, 2019, 2023, 12.0, 11.0, "demo"),
            Convergence(
                SHARE, "stadtbezirk", "", "not_computable", None, None, None, None, None, "published"
            ),
        ),
        target_results=(
            TargetResult(
                "mehr-gymnasium",
                SHARE,
                "hamm",
                2023,
                "on_track",
                35.1,
                33.3,
                36.7,
                2026,
                0.6,
                36.9,
                35.0,
                38.8,
            ),  # fmt: skip
        ),
        corrections=(
            Correction(SHARE, "", "sb-mitte", 2021, "published", "statistik", "corrected", 49.0, 50.0),
        ),
        pooled=(
            Pooled(SHARE, "hamm", 2023, "", 34.3, 587, 1710, 32.1, 36.6, None, None, None, None, "none",
                   "none", "demo"),
            Pooled(SHARE, "hamm-norden", 2023, "", 22.3, 127, 570, 19.1, 25.9, 40.4, -18.1, 0.001, 0.003,
                   "lower", "lower", "demo"),
        ),
        inequalities=(
            Inequality(SHARE, "sozialraum", 2023, "", 10.8, 30.9, 24.9, 47.1, 48.3, 8.7, 116.7, 30.9, 17.0,
                       44.8, 2.6, 2022, 9.9, 6.1, 24.0, 3, "demo"),
        ),
    )  # fmt: skip
    return replace(contents, **changes)


def tiny_release(url: str) -> Written:
    """Write the tiny release into the database at ``url``."""
    return write_release(url, tiny_contents())


def _by_id(entries: Any) -> MappingProxyType[Any, Any]:
    return MappingProxyType({entry.id: entry for entry in entries})
