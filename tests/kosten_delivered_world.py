"""Deliveries on costs as offices would send them: cases and euros in rows, days from KDN.sozial."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dashboard.settings import ROOT

AREAS = (
    "Bockum-Hövel", "Hamm-Norden", "Heessen", "Hamm-Westen", "Mitte", "Uentrop", "Herringen", "Pelkum",
    "Rhynern",
)  # fmt: skip
KINDS = (
    "spfh",
    "einzelbetreuung",
    "heimerziehung",
    "vollzeitpflege",
    "tagesgruppe",
    "eingliederungshilfe-35a",
)
YEARS = (2020, 2022, 2024)  # nobody delivered the years between
MEAN_CASES, MEAN_CENTS = (
    (40, 25, 30, 30, 4, 12),
    (1_200_000, 900_000, 7_000_000, 2_000_000, 3_500_000, 1_800_000),
)
HEAD = """
id = "{id}"
titel = "Hilfen zur Erziehung"
lieferant = "Jugendamt"
ansprechstelle = "Controlling"
eingegangen = 2026-03-02
quelle = "melderegister-hamm"

[[datei]]
name = "zahlen.csv"
ebene = "sozialraum"
"""
LANG = """form = "lang"
kennzahl = "{indicator}"

[datei.spalten]
raum = "Raum"
zeitraum = "Jahr"
merkmal = "Hilfeart"
"""
KDN = """form = "kdn-sozial"

[datei.kennzahlen]
"Hilfetage" = "hze-hilfetage"

[datei.merkmale."Hilfetage"]
"""

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Figures:
    """Area × year × kind: cases, days, cents. ``unsplit``: cents of an area without kind; ``unplaced``:
    cents of a kind in the city that belong to no area."""

    cases: Whole
    days: Whole
    cents: Whole
    unsplit: Whole
    unplaced: Whole


def drawn(seed: int) -> Figures:
    """Few cases in some cells, corrections below zero in others, and money that nobody could assign."""
    rng = np.random.default_rng(seed)
    shape = (len(AREAS), len(YEARS), len(KINDS))
    cases = rng.poisson(np.array(MEAN_CASES), shape)
    days = np.floor(cases * 366 * rng.uniform(0.3, 0.95, shape)).astype(np.int64)
    cents = np.floor(cases * np.array(MEAN_CENTS) * rng.uniform(0.8, 1.2, shape)).astype(np.int64)
    cents = np.where(rng.random(shape) < 0.03, -rng.integers(1, 500_000, shape), cents)
    unsplit = rng.integers(-200_000, 900_000, shape[:2])
    return Figures(cases, days, cents, unsplit, rng.integers(-300_000, 2_000_000, shape[1:]))


def deliver(root: Path, figures: Figures) -> None:
    """Three deliveries on costs, and the example of the integration case management as a real one."""
    tables = {"hze-faelle": _cases(figures), "hze-aufwendungen": _euros(figures)}
    columns = {
        "hze-faelle": 'zaehler = "Fälle"\nnenner = "unter 21"\n',
        "hze-aufwendungen": 'betrag = "Euro"\n',
    }
    header = {"hze-faelle": "Fälle;unter 21", "hze-aufwendungen": "Euro"}
    for indicator, rows in tables.items():
        toml = LANG.format(indicator=indicator) + columns[indicator]
        _write(root, indicator, toml, f"Raum;Jahr;Hilfeart;{header[indicator]}", rows)
    named = "".join(f'"{kind}" = "{kind}"\n' for kind in KINDS)
    days = "Jahr;Sozialraum;Merkmal;Ausprägung;Anzahl;Gesamt"
    _write(root, "hilfetage", KDN + named, days, _days(figures))
    example = root / "data" / "deliveries" / "kdn-sozial"
    shutil.copytree(ROOT / "data" / "deliveries" / "beispiel-kdn-sozial", example)
    about = example / "lieferung.toml"
    text = about.read_text(encoding="utf-8").replace("beispiel = true", "beispiel = false")
    about.write_text(text, encoding="utf-8")


def _write(root: Path, id_: str, toml: str, header: str, rows: Iterator[str]) -> None:
    folder = root / "data" / "deliveries" / f"2026-{id_}"
    folder.mkdir(parents=True)
    (folder / "lieferung.toml").write_text(HEAD.format(id=f"2026-{id_}") + toml, encoding="utf-8")
    (folder / "zahlen.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


def _cases(figures: Figures) -> Iterator[str]:
    for area, year, where in _places():
        own = figures.cases[where]
        yield f"{area};{year};;{own.sum()};{3000 + 100 * where[0]}"
        yield from (
            f"{area};{year};{kind};{count};{3000 + 100 * where[0]}"
            for kind, count in zip(KINDS, own, strict=True)
        )


def _euros(figures: Figures) -> Iterator[str]:
    for area, year, where in _places():
        own = figures.cents[where]
        yield f"{area};{year};;{_euro(int(own.sum() + figures.unsplit[where]))}"
        yield from (f"{area};{year};{kind};{_euro(int(each))}" for kind, each in zip(KINDS, own, strict=True))
    for index, year in enumerate(YEARS):
        kinds = figures.cents[:, index].sum(axis=0) + figures.unplaced[index]
        total = int(kinds.sum() + figures.unsplit[:, index].sum())
        yield f"Hamm;{year};;{_euro(total)}"
        yield from (f"Hamm;{year};{kind};{_euro(int(each))}" for kind, each in zip(KINDS, kinds, strict=True))


def _days(figures: Figures) -> Iterator[str]:
    for area, year, where in _places():
        own = figures.days[where]
        yield from (
            f"{year};{area};Hilfetage;{kind};{count};{own.sum()}"
            for kind, count in zip(KINDS, own, strict=True)
        )


def _places() -> Iterator[tuple[str, int, tuple[int, int]]]:
    for number, area in enumerate(AREAS):
        for index, year in enumerate(YEARS):
            yield area, year, (number, index)


def _euro(cents: int) -> str:
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole},{rest:02d}"
