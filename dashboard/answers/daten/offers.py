"""Names, kinds and addresses of the files of a release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PREFIX: Final = "Sozialraum-Monitor-Hamm"
_TYPES: Final = "http://publications.europa.eu/resource/authority/file-type"


@dataclass(frozen=True, slots=True)
class Offer:
    """One file. ``media`` is its registered type, ``format`` its name for portals; ``query``: parameters."""

    id: str
    path: str
    ending: str
    title: str
    note: str
    media: str
    format: str
    query: str = ""
    mark: str = ""  # in the file's name
    charset: str = ""

    def name(self, release: str) -> str:
        """The file's name, "Sozialraum-Monitor-Hamm_2026-1.csv"."""
        return f"{PREFIX}{self.mark}_{release}.{self.ending}"

    def address(self, stand: str = "") -> str:
        """The address below the application's; ``stand`` pins it to one release."""
        query = "&".join(part for part in (self.query, f"stand={stand}" if stand else "") if part)
        return f"{self.path}?{query}" if query else self.path

    @property
    def content_type(self) -> str:
        """The type as a response names it."""
        return f"{self.media}; charset={self.charset}" if self.charset else self.media


CSV: Final = Offer(
    "csv", "/daten/datenstand.csv", "csv", "CSV für Excel (deutsch)",
    "alle Werte in einer Tabelle; Semikolon, Dezimalkomma", "text/csv", f"{_TYPES}/CSV", charset="utf-8",
)  # fmt: skip
MACHINE: Final = Offer(
    "csv-maschine", "/daten/datenstand.csv", "csv", "CSV für Programme",
    "alle Werte in einer Tabelle; Komma, Dezimalpunkt", "text/csv", f"{_TYPES}/CSV", "format=maschine",
    "-maschinenlesbar", "utf-8",
)  # fmt: skip
XLSX: Final = Offer(
    "xlsx", "/daten/datenstand.xlsx", "xlsx", "Excel-Arbeitsmappe",
    "Werte als Zahlen, dazu Definitionen, Quellen, Lieferungen und Zeichenerklärung",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", f"{_TYPES}/XLSX",
)  # fmt: skip
PARQUET: Final = Offer(
    "parquet", "/daten/datenstand.parquet", "parquet", "Parquet",
    "alle Werte mit Datentypen, für R, Python und Datenbanken", "application/vnd.apache.parquet",
    f"{_TYPES}/PARQUET",
)  # fmt: skip
PACKAGE: Final = Offer(
    "datenpaket", "/daten/datenstand.zip", "zip", "Datenpaket (Frictionless)",
    "alle Tabellen als CSV mit beschriebenen Spalten, Einheiten, Quellen und Lizenzen", "application/zip",
    f"{_TYPES}/ZIP",
)  # fmt: skip
JSON: Final = Offer(
    "json", "/daten/datenstand.json", "json", "JSON",
    "alle Werte in der Form, in der jede Seite ihre Werte herausgibt", "application/json",
    f"{_TYPES}/JSON",
)  # fmt: skip
AREAS: Final = Offer(
    "sozialraeume", "/daten/sozialraeume.geojson", "geojson", "Grenzen der Sozialräume (GeoJSON)",
    "generalisiert, nicht amtlich, WGS 84", "application/geo+json", f"{_TYPES}/GEOJSON",
    mark="_Sozialräume",
)  # fmt: skip
DISTRICTS: Final = Offer(
    "stadtbezirke", "/daten/stadtbezirke.geojson", "geojson", "Grenzen der Stadtbezirke (GeoJSON)",
    "generalisiert, nicht amtlich, WGS 84", "application/geo+json", f"{_TYPES}/GEOJSON",
    mark="_Stadtbezirke",
)  # fmt: skip
RELEASE: Final = (CSV, MACHINE, XLSX, JSON, PARQUET, PACKAGE)
#: The page's own address with an ending, as every page has it: the same files.
PAGE_CSV: Final = "/daten.csv"
PAGE_JSON: Final = "/daten.json"
PAGE_XLSX: Final = "/daten.xlsx"
BOUNDARIES: Final = (AREAS, DISTRICTS)
CATALOGUE: Final = "/daten/katalog.jsonld"
DESCRIPTION: Final = "/daten/openapi.json"
