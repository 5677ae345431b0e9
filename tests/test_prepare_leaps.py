"""Amounts of two deliveries that cannot both be in euros."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.prepare.build import build
from dashboard.prepare.reading import Folders
from dashboard.prepare.refused import ReleaseRefused

DESCRIPTION = """
id = "jugendamt-{year}"
titel = "Hilfen zur Erziehung"
lieferant = "Jugendamt"
ansprechstelle = "Controlling"
eingegangen = 2026-03-02
quelle = "melderegister-hamm"

[[datei]]
name = "zahlen.csv"
form = "lang"
kennzahl = "hze-aufwendungen"

[datei.spalten]
raum = "Raum"
zeitraum = "Jahr"
betrag = "Euro"
"""


def deliver(root: Path, year: int, amount: str) -> None:
    folder = root / "data" / "deliveries" / f"jugendamt-{year}"
    folder.mkdir(parents=True)
    (folder / "lieferung.toml").write_text(DESCRIPTION.format(year=year), encoding="utf-8")
    (folder / "zahlen.csv").write_text(f"Raum;Jahr;Euro\nHamm;{year};{amount}\n", encoding="utf-8")


@pytest.mark.parametrize(("amount", "is_refused"), [("64000", True), ("64000000", False)])
def test_a_year_in_thousands_is_refused_against_the_delivery_before(
    small_root: Path, amount: str, is_refused: bool
) -> None:
    deliver(small_root, 2024, "61000000")
    deliver(small_root, 2025, amount)
    folders = Folders.below(small_root / "data", small_root / "geodata")
    if not is_refused:
        rows = [row for row in build(folders).observations if row.indicator == "hze-aufwendungen"]
        assert {row.cents for row in rows if row.origin == "delivered"} == {6_100_000_000, 6_400_000_000}
        return
    with pytest.raises(ReleaseRefused) as refused:
        build(folders)
    (problem,) = refused.value.problems
    for part in ("jugendamt-2024", "jugendamt-2025", "61.000.000 €", "64.000 €", "Einheit"):
        assert part in problem
