"""A supplier's folder for tests: transitions to the Gymnasium by Sozialraum, from the office of schools."""

from __future__ import annotations

from pathlib import Path

DESCRIPTION = """
id = "{id}"
titel = "Übergänge zum Gymnasium"
lieferant = "Schulamt"
ansprechstelle = "Schulentwicklungsplanung"
eingegangen = 2026-03-02
quelle = "melderegister-hamm"
{more}

[[datei]]
name = "zahlen.csv"
form = "lang"
ebene = "sozialraum"
kennzahl = "uebergang-gymnasium"

[datei.spalten]
raum = "Raum"
zeitraum = "Schuljahr"
zaehler = "Gymnasium"
nenner = "alle"

[datei.zeichen]
"x" = "geheim"
"""
COUNTS = {
    "Bockum-Hövel": "60",
    "Hamm-Norden": "40",
    "Heessen": "55",
    "Hamm-Westen": "45",
    "Mitte": "80",
    "Uentrop": "90",
    "Herringen": "35",
    "Pelkum": "40",
    "Rhynern": "70",
}


def deliver(
    root: Path, id_: str = "schulamt-2026", more: str = "", year: str = "2025/26", **counts: str
) -> Path:
    """Write a delivery below ``root``; ``counts`` replace the children of single areas."""
    folder = root / "data" / "deliveries" / id_
    folder.mkdir(parents=True)
    (folder / "lieferung.toml").write_text(DESCRIPTION.format(id=id_, more=more), encoding="utf-8")
    rows = [f"{area};{year};{count};200" for area, count in (COUNTS | counts).items()]
    text = "\n".join(["Raum;Schuljahr;Gymnasium;alle", *rows])
    (folder / "zahlen.csv").write_text(text + "\n", encoding="utf-8")
    return folder
