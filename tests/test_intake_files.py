"""Files as they arrive: encodings, CSV, workbooks, and what must not be opened."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from intake_world import HEAD, catalogue, errors, folder_of

from dashboard.intake import Check, Finding, Limits, check_folder
from dashboard.intake.files import archive

SIMPLE = (
    HEAD
    + """
[[datei]]
name = "{name}"
form = "lang"
kennzahl = "bevoelkerung"
ebene = "sozialraum"
{extra}
[datei.spalten]
raum = "Raum"
zeitraum = "Jahr"
wert = "wert"
"""
)
LIMITS = Limits()
TEXT = "Raum;Jahr;wert\nHamm;2020;12\n"


def check(
    folder: Path, content: str | bytes | None, name: str = "z.csv", extra: str = "", limits: Limits = LIMITS
) -> Check:
    """The check of one simple file."""
    folder_of(folder, SIMPLE.format(name=name, extra=extra))
    if content is not None:
        raw = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(raw)
    return check_folder(folder, catalogue(), limits=limits)


def refused(result: Check) -> Finding:
    """The single error of a refused delivery."""
    assert result.delivery is None
    (finding,) = [each for each in result.findings if each.severity == "error"]
    return finding


def value(result: Check) -> float | None:
    """The single value of an accepted delivery."""
    assert errors(result) == []
    assert result.delivery is not None
    (observation,) = result.delivery.observations
    return observation.value


@pytest.mark.parametrize(
    ("encoding", "described"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("iso-8859-1", "iso-8859-1"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, described: str) -> None:
    text = "Raum;Jahr;wert;Größe\nHamm;2020;12;ä\n".encode(encoding)
    extra = f'zeichensatz = "{described}"' if described else ""
    assert value(check(tmp_path, text, extra=extra)) == 12


def test_a_wrong_encoding_names_offset_line_and_a_way_out(tmp_path: Path) -> None:
    raw = "Raum;Jahr;wert\nHamm;2020;12\nBockum-Hövel;2020;1\n".encode("cp1252")
    finding = refused(check(tmp_path, raw))
    assert f"Byte {raw.index(0xF6)} ist nicht lesbar" in finding.message
    assert (finding.row, finding.value) == (3, "0xf6")
    assert 'zeichensatz = "cp1252"' in finding.expectation


@pytest.mark.parametrize("encoding", ["cp1252", "iso-8859-1"])
def test_utf8_described_as_something_else_is_refused(tmp_path: Path, encoding: str) -> None:
    finding = refused(check(tmp_path, TEXT + "Höhe;2020;1\n", extra=f'zeichensatz = "{encoding}"'))
    assert "ist aber in UTF-8" in finding.message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "leer"),
        (b"\n \n;;\n", "keine Zeilen"),
        (b"Raum;Jahr;wert\n", "keine Datenzeile"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04rest", "Arbeitsmappe"),
        (b"Raum;Jahr;wert\nHamm;20\x0020;1\n", "Nullzeichen (Byte 22)"),
        (b'Raum;Jahr;wert\nHamm;2020;1\n"Hamm;2021;2\n', "Anführungszeichen"),
        (b"Raum;Jahr;wert\nHamm;2020;1\nHamm;2021\n", "andere Zahl von Feldern"),
        (b"Raum;Jahr;wert\nHamm;2020;1;9\n", "andere Zahl von Feldern als die Kopfzeile; überzählig: „9“"),
        (b"Raum;Jahr;wert\nHamm;2020;" + b"1" * 200_000 + b"\n", "länger als 131"),
    ],
)
def test_unusable_files(tmp_path: Path, content: bytes, message: str) -> None:
    assert message in refused(check(tmp_path, content)).message


def test_the_line_of_broken_quotes_is_named(tmp_path: Path) -> None:
    assert refused(check(tmp_path, 'Raum;Jahr;wert\nHamm;2020;1\nHamm;"20"21;2\n')).row == 3


def test_rows_are_physical_lines(tmp_path: Path) -> None:
    text = 'Raum;Jahr;wert\r\n\r\nHamm;2020;1\r\n"Ham\r\nm";2021;2\r\nHamm;2022;?\r\n'
    found = [(each.row, each.value) for each in check(tmp_path, text).findings if each.severity == "error"]
    assert found == [(4, "Ham\r\nm"), (6, "?")]


def test_titles_above_and_notes_below_are_not_data(tmp_path: Path) -> None:
    text = 'Ein "Titel; mit\nzwei Zeilen\n' + TEXT + '__________\nQuelle: "Amt\n'
    result = check(tmp_path, text, extra='kopfzeile = 3\nfusszeichen = "__________"')
    assert value(result) == 12
    assert (
        refused(check(tmp_path, "\n" + TEXT)).expectation
        == "Spaltennamen; die erste gefüllte Zeile ist Zeile 2"
    )


def test_surplus_empty_columns_are_ignored(tmp_path: Path) -> None:
    assert value(check(tmp_path, "Raum;Jahr;wert;;\nHamm;2020;12;;\n")) == 12


def test_a_missing_column_lists_the_columns_found(tmp_path: Path) -> None:
    finding = refused(check(tmp_path, "Raum;Jahr;Werte\nHamm;2020;12\n"))
    assert "Die Spalte „wert“ fehlt in der Kopfzeile. Gemeint vielleicht: „Werte“?" in finding.message
    assert finding.expectation == "genau einmal; gefunden: „Raum“, „Jahr“, „Werte“"


def test_a_doubled_column_is_refused(tmp_path: Path) -> None:
    assert "mehrfach" in refused(check(tmp_path, "Raum;Jahr;wert;wert\nHamm;2020;12;13\n")).message


def test_another_delimiter_is_suggested(tmp_path: Path) -> None:
    messages = errors(check(tmp_path, TEXT.replace(";", ",")))
    assert 'trennzeichen = ","' in messages[0]
    assert value(check(tmp_path, TEXT.replace(";", "|"), extra='trennzeichen = "|"')) == 12
    assert value(check(tmp_path, TEXT.replace(";", "\t"), extra='trennzeichen = "\\t"')) == 12


def test_a_missing_file_lists_what_is_there(tmp_path: Path) -> None:
    assert refused(check(tmp_path, None)).message == "Die Datei fehlt. Im Ordner liegt: lieferung.toml"


@pytest.mark.parametrize(
    "name", ["../geheim.csv", "/etc/passwd", "unter/z.csv", "..", "C:z.csv", "..\\\\z.csv", "z.csv\\u0000"]
)
def test_names_that_lead_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "geheim.csv").write_text(TEXT)
    assert "führt aus dem Ordner" in refused(check(tmp_path / "lieferung", None, name=name)).message


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim.csv").write_text(TEXT)
    folder = tmp_path / "lieferung"
    folder.mkdir()
    (folder / "z.csv").symlink_to(tmp_path / "geheim.csv")
    assert "Verknüpfung" in refused(check(folder, None)).message


def test_a_pipe_or_folder_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "z.csv")
    assert "keine gewöhnliche Datei" in refused(check(tmp_path, None)).message


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "z.csv").open("wb") as stream:
        stream.truncate(200_000_000)  # sparse: 200 MB without a byte on the disk
    finding = refused(check(tmp_path, None))
    assert "zu groß und wurde nicht gelesen" in finding.message
    assert (finding.value, finding.expectation) == ("200 MB", "höchstens 50 MB")


def test_other_kinds_of_files(tmp_path: Path) -> None:
    assert "Dateiart" in refused(check(tmp_path, b"%PDF", name="z.pdf")).message


def workbook(rows: list[list[object]], first_row: int = 1, sheets: tuple[str, ...] = ("Tabelle1",)) -> bytes:
    """An XLSX file with these rows on every sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title in sheets:
        sheet = book.create_sheet(title)
        for number, cells in enumerate(rows, start=first_row):
            for column, cell in enumerate(cells, start=1):
                sheet.cell(number, column, cell)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


ROWS: list[list[object]] = [["Raum", "Jahr", "wert"], ["Hamm", 2020, 12]]


def test_a_workbook(tmp_path: Path) -> None:
    assert value(check(tmp_path, workbook(ROWS), name="z.xlsx")) == 12


def test_places_in_a_workbook(tmp_path: Path) -> None:
    rows = [*ROWS, ["Mitte", 2020, "viele"]]
    result = check(tmp_path, workbook(rows, first_row=5), name="z.xlsx", extra="kopfzeile = 5")
    assert refused(result).where == "z.xlsx, Tabelle1, Zeile 7, Spalte wert"


def test_numbers_of_a_workbook_are_what_it_shows(tmp_path: Path) -> None:
    toml = SIMPLE.replace('"bevoelkerung"', '"hze-aufwendungen"').format(name="z.xlsx", extra="")
    rows: list[list[object]] = [
        ["Raum", "Jahr", "wert"],
        ["Hamm", 2020.0, 0.1 + 0.2],
        ["Mitte", 2020, "1,25"],
    ]
    result = check_folder(folder_of(tmp_path, toml, z_xlsx=workbook(rows)), catalogue())
    assert errors(result) == []
    assert result.delivery is not None
    assert [each.cents for each in result.delivery.observations] == [30, 125]


def test_what_a_table_program_makes_of_a_school_year_is_refused(tmp_path: Path) -> None:
    toml = SIMPLE.replace('"bevoelkerung"', '"uebergang-gymnasium"').format(name="z.xlsx", extra="")
    rows: list[list[object]] = [["Raum", "Jahr", "wert"], ["Hamm", datetime(2010, 11, 1), 12]]
    finding = refused(check_folder(folder_of(tmp_path, toml, z_xlsx=workbook(rows)), catalogue()))
    assert (finding.value, finding.expectation) == ("2010-11-01", "Schuljahr wie 2010/11")


def test_a_date_cell_is_a_key_date(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Raum", "Jahr", "wert"], ["Hamm", datetime(2020, 12, 31), 12]]
    assert value(check(tmp_path, workbook(rows), name="z.xlsx")) == 12


@pytest.mark.parametrize(
    ("extra", "message"),
    [("", "fehlt die Angabe blatt"), ('blatt = "Drei"', "Tabellenblatt fehlt"), ('blatt = "Zwei"', "")],
)
def test_sheets_are_named(tmp_path: Path, extra: str, message: str) -> None:
    result = check(tmp_path, workbook(ROWS, sheets=("Eins", "Zwei")), name="z.xlsx", extra=extra)
    if message:
        assert refused(result).expectation == "eines von: Eins, Zwei"
        assert message in refused(result).message
    else:
        assert value(result) == 12


@pytest.mark.parametrize(
    "raw", [b"kein zip", b"PK\x03\x04", workbook(ROWS)[:-200], b"PK\x05\x06" + b"\0" * 18]
)
def test_broken_workbooks(tmp_path: Path, raw: bytes) -> None:
    assert refused(check(tmp_path, raw, name="z.xlsx")).message.startswith("Die Arbeitsmappe")


def changed(raw: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The workbook with ``old`` replaced by ``new`` in one entry."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.namelist():
            content = source.read(entry)
            target.writestr(entry, content.replace(old, new, 1) if entry == name else content)
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = changed(workbook(ROWS), SHEET, b"</worksheet>", b" " * 4_000_000 + b"</worksheet>")
    assert len(bomb) < 50_000
    result = check(tmp_path, bomb, name="z.xlsx", limits=Limits(unpacked_bytes=1_000_000))
    assert "wäre ausgepackt 4 MB groß" in refused(result).message


def test_a_zip_that_lies_about_its_size_is_broken(tmp_path: Path) -> None:
    bomb = bytearray(changed(workbook(ROWS), SHEET, b"</worksheet>", b" " * 4_000_000 + b"</worksheet>"))
    with zipfile.ZipFile(io.BytesIO(bytes(bomb))) as source:
        size = source.getinfo(SHEET).file_size.to_bytes(4, "little")
    assert bomb.count(size) == 2
    lying = bytes(bomb).replace(size, (100).to_bytes(4, "little"))
    assert "beschädigt" in refused(check(tmp_path, lying, name="z.xlsx", limits=Limits())).message


@pytest.mark.parametrize("head", [b'<!DOCTYPE a [<!ENTITY x "y">]>', b"<!DOCTYPE worksheet>"])
def test_xml_entities_are_refused(tmp_path: Path, head: bytes) -> None:
    raw = changed(workbook(ROWS), SHEET, b"<worksheet", head + b"<worksheet")
    assert "Entitäten" in refused(check(tmp_path, raw, name="z.xlsx")).message


def test_a_lonely_cell_at_the_end_of_the_world_is_not_opened(tmp_path: Path) -> None:
    raw = changed(workbook(ROWS), SHEET, b'r="C2"', b'r="XFD1048576"')
    assert "17.179.869.184 Zellen" in refused(check(tmp_path, raw, name="z.xlsx")).message


def test_too_many_entries(tmp_path: Path) -> None:
    result = check(tmp_path, workbook(ROWS), name="z.xlsx", limits=Limits(entries=3))
    assert "Einträge" in refused(result).message


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>
<office:spreadsheet><table:table table:name="Tabelle1">{rows}</table:table></office:spreadsheet>
</office:body></office:document-content>"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def ods(rows: str) -> bytes:
    """A minimal ODS file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        target.writestr("META-INF/manifest.xml", MANIFEST)
        target.writestr("content.xml", ODS.format(rows=rows))
    return stream.getvalue()


def _text(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def _number(number: str) -> str:
    return f'<table:table-cell office:value-type="float" office:value="{number}"/>'


def _row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


EMPTY = _row('<table:table-cell table:number-columns-repeated="16384"/>', repeated=1_000_000)
ODS_ROWS = _row(_text("Raum"), _text("Jahr"), _text("wert")) + _row(
    _text("Hamm"), _number("2020"), _number("12")
)


def test_an_ods_sheet_with_a_million_empty_rows_behind(tmp_path: Path) -> None:
    assert value(check(tmp_path, ods(ODS_ROWS + EMPTY), name="z.ods")) == 12


def test_an_ods_bomb_is_not_opened(tmp_path: Path) -> None:
    filled = _row(
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" '
        'office:value="1"/>',
        repeated=1_000_000,
    )
    assert "Zellen" in refused(check(tmp_path, ods(ODS_ROWS + filled), name="z.ods")).message


def test_columns_are_counted_as_the_sheet_names_them() -> None:
    assert [archive._column(name) for name in (b"A", b"Z", b"AA", b"XFD")] == [1, 26, 27, 16384]
