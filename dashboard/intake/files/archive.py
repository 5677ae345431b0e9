"""Looks into a workbook's ZIP before anybody unpacks it: bombs, entities, absurd dimensions."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from dashboard.intake.files.guard import MEGABYTE, Limits
from dashboard.intake.finding import Findings, Place

_CHUNK = 1 << 20
_OVERLAP = 64
_CELL = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def harmless(raw: bytes, place: Place, findings: Findings, limits: Limits) -> bool:
    """Whether the workbook may be opened; otherwise a finding says why not."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            problem = _oversized(archive, limits) or _poisoned(archive, limits) or _sprawling(archive, limits)
    except (*BROKEN, ElementTree.ParseError):
        problem = "Die Arbeitsmappe ist beschädigt, verschlüsselt oder keine XLSX-/ODS-Datei"
    if problem:
        findings.error(place, problem, expectation="eine unbeschädigte XLSX- oder ODS-Datei ohne Kennwort")
    return not problem


def _oversized(archive: zipfile.ZipFile, limits: Limits) -> str:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        return f"Die Arbeitsmappe enthält {len(entries)} Einträge und wurde nicht geöffnet"
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        return f"Die Arbeitsmappe wäre ausgepackt {unpacked // MEGABYTE} MB groß und wurde nicht geöffnet"
    return ""


def _poisoned(archive: zipfile.ZipFile, limits: Limits) -> str:
    """Reads every entry once: the stated sizes and checksums must be true, and no XML may declare a DTD.

    Workbooks never need entities; some old ODS files carry a harmless DOCTYPE in their manifest.
    """
    for entry in archive.infolist():
        forbidden = (b"<!ENTITY",) if entry.filename.endswith("manifest.xml") else (b"<!ENTITY", b"<!DOCTYPE")
        for chunk in _chunks(archive, entry):
            plain = chunk.replace(b"\x00", b"")  # UTF-16 would hide the words
            if entry.filename.endswith((".xml", ".rels")) and any(word in plain for word in forbidden):
                return (
                    f"Die Arbeitsmappe enthält XML-Entitäten oder eine Dokumenttyp-Angabe ({entry.filename})"
                )
    return ""


def _sprawling(archive: zipfile.ZipFile, limits: Limits) -> str:
    """One cell at the far corner of a sheet would make the reader hold billions of empty ones."""
    for entry in archive.infolist():
        if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
            cells = _xlsx_extent(archive, entry)
        elif entry.filename == "content.xml":
            cells = _ods_extent(archive, entry)
        else:
            continue
        if cells > limits.cells:
            return f"Ein Tabellenblatt hätte {cells:,} Zellen und wurde nicht geöffnet".replace(",", ".")
    return ""


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    tail = b""
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            yield tail + chunk
            tail = chunk[-_OVERLAP:]


def _xlsx_extent(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    rows = columns = 0
    for chunk in _chunks(archive, entry):
        for letters, number in _CELL.findall(chunk.replace(b"\x00", b"")):
            rows, columns = max(rows, int(number)), max(columns, _column(letters))
    return rows * columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _ods_extent(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """Rows × columns up to the last filled cell, repetitions counted."""
    rows = filled_rows = columns = 0
    with archive.open(entry) as stream:
        for _, element in ElementTree.iterparse(stream):
            if element.tag == f"{_TABLE}table-row":
                rows += int(element.get(f"{_TABLE}number-rows-repeated", "1"))
                width = _filled_width(element)
                filled_rows = rows if width else filled_rows
                columns = max(columns, width)
                element.clear()
    return filled_rows * columns


def _filled_width(row: ElementTree.Element) -> int:
    width = filled = 0
    for cell in row:
        width += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        if cell.get(f"{_OFFICE}value-type") or len(cell):
            filled = width
    return filled
