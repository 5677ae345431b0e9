"""The ``lieferung.toml`` that reads a filled template."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from dashboard.export.template.parts import ALSO_WRITTEN, HEADER_ROW, SHEET, SIGNS, Template

_ADDS_UP = ("count", "euro")


def describe(template: Template, received: date) -> str:
    """The description as TOML. Everything is set but who delivers, which only a person knows."""
    return "\n".join([*_head(template, received), "", *_file(template), "", *_tables(template)]) + "\n"


def _head(template: Template, received: date) -> Iterator[str]:
    indicator = template.indicator
    yield f"# Liest die ausgefüllte Vorlage „{indicator.title}“: beide Dateien in einen Ordner legen, dann"
    yield "#     python -m dashboard check ORDNER"
    yield "# Vor der Übernahme anpassen: id, lieferant, ansprechstelle, eingegangen, quelle, beispiel."
    yield ""
    yield f"id = {_text(f'{received.year}-{indicator.id}')}"
    yield f"titel = {_text(indicator.title)}"
    yield 'lieferant = "bitte eintragen"          # Amt oder Träger'
    yield 'ansprechstelle = "bitte eintragen"     # eine Stelle, keine Person'
    yield f"eingegangen = {received.isoformat()}"
    yield 'herkunft = "delivered"'
    yield f"quelle = {_text(template.source)}   # id aus data/catalogue/quellen.toml; steht an jeder Zahl"
    yield "beispiel = true   # erst mit false wird die Lieferung in einen Datenstand übernommen"


def _file(template: Template) -> Iterator[str]:
    yield "[[datei]]"
    yield f"name = {_text(template.file)}"
    yield 'form = "lang"'
    yield f"blatt = {_text(SHEET)}"
    yield f"kopfzeile = {HEADER_ROW}"
    yield 'ebene = "sozialraum"'
    yield f"kennzahl = {_text(template.indicator.id)}"


def _tables(template: Template) -> Iterator[str]:
    yield "[datei.spalten]"
    yield from (f"{column.field} = {_text(column.head)}" for column in template.columns)
    yield ""
    yield "[datei.zeichen]"
    meanings = {sign.mark: sign.meaning for sign in SIGNS} | ALSO_WRITTEN
    yield from (f"{_text(mark)} = {_text(meaning)}" for mark, meaning in meanings.items())
    indicator = template.indicator
    if indicator.kind in _ADDS_UP and any(dimension.additive for dimension in indicator.breakdowns):
        yield ""
        yield "[datei.pruefung]"
        yield "merkmale_summe = true      # die Ausprägungen ergeben den Wert „insgesamt“"


def _text(text: str) -> str:
    """A basic string of TOML; JSON writes the same, with all umlauts as they are."""
    return json.dumps(text, ensure_ascii=False)
