"""A tiny catalogue and a folder builder for the tests of the intake room."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Any

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Area, Indicator, Prices, Source
from dashboard.intake import Check, check_folder

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "deliveries"

HEAD = """\
id = "2026-probe"
titel = "Probe"
lieferant = "Amt für Proben"
ansprechstelle = "Planung"
eingegangen = 2026-02-01
quelle = "statistik"
"""

LANG = """
[[datei]]
name = "zahlen.csv"
form = "lang"
ebene = "sozialraum"
{extra}
[datei.spalten]
raum = "Gebiet"
zeitraum = "Zeit"
kennzahl = "Kennzahl"
merkmal = "Merkmal"
wert = "Wert"
zaehler = "Zähler"
nenner = "Nenner"
{tail}
"""
COLUMNS = "Gebiet;Zeit;Kennzahl;Merkmal;Wert;Zähler;Nenner"


def lang_toml(extra: str = "", tail: str = "") -> str:
    """A description of one file in the form ``lang``; ``extra`` keys of the file, ``tail`` tables behind."""
    return HEAD + LANG.format(extra=extra, tail=tail)


def folder_of(path: Path, toml: str, **files: str | bytes) -> Path:
    """A delivery folder with these files; ``zahlen_csv`` becomes ``zahlen.csv``."""
    path.mkdir(exist_ok=True)
    (path / "lieferung.toml").write_text(toml, encoding="utf-8")
    for key, content in files.items():
        raw = content.encode("utf-8") if isinstance(content, str) else content
        (path / ".".join(key.rsplit("_", 1))).write_bytes(raw)
    return path


def check_lang(path: Path, *rows: str, extra: str = "", tail: str = "") -> Check:
    """The check of a ``lang`` delivery with these rows under the usual header."""
    text = "\n".join([COLUMNS, *rows]) + "\n"
    return check_folder(folder_of(path, lang_toml(extra, tail), zahlen_csv=text), catalogue())


def errors(check: Check) -> list[str]:
    """The messages of all errors."""
    return [finding.message for finding in check.findings if finding.severity == "error"]


def warnings(check: Check) -> list[str]:
    """The messages of all warnings."""
    return [finding.message for finding in check.findings if finding.severity == "warning"]


def catalogue() -> Catalogue:
    """Three Sozialräume, two Stadtbezirke, the city; one indicator of each kind."""
    indicators = (
        _indicator("bevoelkerung", "count", "key_date", "Personen", breakdowns=[_AGES]),
        _indicator("bevoelkerung-fortschreibung", "count", "key_date", "Personen", breakdowns=[_SEX]),
        _indicator("beschaeftigte", "count", "key_date", "Personen", breakdowns=[_SEX], key_date="30.06."),
        _indicator("lebensformen", "count", "year", "Lebensformen", breakdowns=[_LIVING]),
        _indicator("schwangerschaftsabbrueche", "count", "year", "Fälle"),
        _indicator("uebergang-gymnasium", "share", "school_year", "%", valid_from=2005),
        _indicator("empfehlung-schulform", "share", "school_year", "%", breakdowns=[_FORMS]),
        _indicator("hze-aufwendungen", "euro", "year", "€"),
        _indicator("hze-faelle", "rate", "year", "Hilfen je 1.000 unter 21", per=1000),
        _indicator("flaeche", "mean", "key_date", "km²"),
        _indicator("schulsozialindex", "index", "school_year", "Stufe (1–9)"),
    )
    areas = (
        _area("hamm", "Stadt Hamm", "Hamm", "stadt", key="05915000"),
        _area("mitte", "Mitte", "Mitte", "sozialraum", aliases=("Hamm-Mitte", "Stadtmitte")),
        _area("heessen", "Heessen", "Heessen", "sozialraum"),
        _area("hamm-norden", "Hamm-Norden", "Hamm-Norden", "sozialraum", aliases=("Hammer Norden",)),
        _area("stadtbezirk-mitte", "Stadtbezirk Mitte", "Mitte", "stadtbezirk"),
        _area("stadtbezirk-heessen", "Stadtbezirk Heessen", "Heessen", "stadtbezirk"),
    )
    source = Source(id="statistik", title="Statistik", publisher="Stadt Hamm")
    return Catalogue(
        indicators={each.id: each for each in indicators},
        areas={each.id: each for each in areas},
        sources=MappingProxyType({source.id: source}),
        targets={},
        measures={},
        cost_kinds={},
        goals={},
        memberships=(),
        prices=Prices(title="Preise", base=2020, source="statistik", values=()),
    )


def _breakdown(id_: str, *categories: str) -> dict[str, Any]:
    entries = [{"id": category, "title": category.title()} for category in categories]
    return {"id": id_, "title": id_.title(), "categories": entries}


_SEX = _breakdown("geschlecht", "weiblich", "maennlich")
_AGES = _breakdown("altersgruppe", "unter-18", "ab-18")
_LIVING = _breakdown("lebensform", "alleinstehende", "familien", "paare")
_FORMS = _breakdown("empfehlung", "hauptschule", "realschule", "gymnasium")


def _indicator(id_: str, kind: str, period: str, unit: str, **more: Any) -> Indicator:
    entry = {
        "id": id_, "title": f"Titel {id_}", "short_title": id_, "subject": f"Die Kennzahl {id_}",
        "question": "Wie viele?", "unit": unit, "kind": kind, "polarity": "none", "life_phase": "alle",
        "perspective": "adressaten", "numerator": "Gezählte", "period": period, "comparison": "none",
        "notes": ["Erstens.", "Zweitens."], "processing": "Gezählt.", "sources": ["statistik"],
    }  # fmt: skip
    return Indicator.model_validate(entry | more)


def _area(id_: str, name: str, short: str, kind: str, **more: Any) -> Area:
    entry = {"id": id_, "name": name, "short_name": short, "kind": kind, "locative": f"in {name}"}
    return Area.model_validate(entry | more)
