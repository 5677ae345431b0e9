"""Whatever bytes arrive: a delivery, or findings. Never another exception."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_world import COLUMNS, catalogue, folder_of, lang_toml
from test_intake_files import ROWS, SHEET, SIMPLE, workbook

from dashboard.intake import DeliveryError, Finding, read_delivery

ROW = f"{COLUMNS}\nHamm;2020;bevoelkerung;;1;;\nMitte;2010/11;uebergang-gymnasium;;21,9;42;192\n".encode()


def read(toml: str | bytes, **files: bytes) -> None:
    """Reads a delivery; only a DeliveryError with at least one finding may come of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = folder_of(Path(name), "", **files)
        (folder / "lieferung.toml").write_bytes(toml if isinstance(toml, bytes) else toml.encode())
        problems: tuple[Finding, ...] | None = None
        try:
            read_delivery(folder, catalogue(), accept_warnings=True)
        except DeliveryError as refusal:
            problems = refusal.findings
        assert problems is None or problems


def spoilt(raw: bytes, cuts: list[tuple[int, bytes]]) -> bytes:
    """The bytes with pieces overwritten at places taken modulo the length."""
    changed = bytearray(raw)
    for place, piece in cuts:
        start = place % (len(changed) + 1)
        changed[start : start + len(piece)] = piece
    return bytes(changed)


CUTS = st.lists(st.tuples(st.integers(0, 5000), st.binary(min_size=1, max_size=6)), max_size=4)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_as_text(raw: bytes) -> None:
    read(lang_toml(), zahlen_csv=raw)


@settings(max_examples=60, deadline=None)
@given(CUTS)
def test_spoilt_text(cuts: list[tuple[int, bytes]]) -> None:
    read(lang_toml(), zahlen_csv=spoilt(ROW, cuts))


@settings(max_examples=60, deadline=None)
@given(CUTS)
def test_spoilt_descriptions(cuts: list[tuple[int, bytes]]) -> None:
    read(spoilt(lang_toml(tail="[datei.pruefung]\nmerkmale_summe = true\n").encode(), cuts), zahlen_csv=ROW)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=12), st.text(max_size=8), st.text(max_size=12))
def test_any_cells(area: str, period: str, number: str) -> None:
    cells = [f'"{cell}"' for cell in (part.replace('"', '""') for part in (area, period, number))]
    row = f"{cells[0]};{cells[1]};bevoelkerung;;{cells[2]};;\n"
    read(lang_toml(), zahlen_csv=(f"{COLUMNS}\n{row}").encode("utf-8", "surrogatepass"))


XLSX = workbook(ROWS)


@settings(max_examples=60, deadline=None)
@given(CUTS)
def test_spoilt_workbooks(cuts: list[tuple[int, bytes]]) -> None:
    read(SIMPLE.format(name="z.xlsx", extra=""), z_xlsx=spoilt(XLSX, cuts))


@settings(max_examples=100, deadline=None)
@given(CUTS, st.sampled_from([SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]))
def test_spoilt_xml_inside_a_sound_archive(cuts: list[tuple[int, bytes]], entry: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(XLSX)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, spoilt(content, cuts) if name == entry else content)
    read(SIMPLE.format(name="z.xlsx", extra=""), z_xlsx=stream.getvalue())


@pytest.mark.parametrize("raw", [b"\r", b"\xef\xbb\xbf", b'"', b"\x00", b";;;\n;;;\n", b"\r\r\r;\r", b"\x1a"])
def test_curious_files(raw: bytes) -> None:
    read(lang_toml(), zahlen_csv=raw)
