"""Files that are opened in a spreadsheet: text stays text, numbers stay numbers."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.answers.rows import Row
from dashboard.export import figures_csv

DANGEROUS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "\t=1+1", "\r=1+1",
    "\n=1+1", "\0=1+1", " =1+1", "\u00a0=1+1", "\ufeff=1+1", "\u3000＝1+1", "＝1+1", "＋1+1", "－1+1",
    "＠SUM(A1)", "\tSumme", "\rSumme", "|calc", "%0A=1", '=HYPERLINK("http://a.example";"x")', '=1+1";=1+1',
)  # fmt: skip
HARMLESS = (
    "Hamm-Norden", "2015/16", "Öffentliche Träger", "–", "Grundschule = Primarstufe", "1=1", "'Zitat'", "",
    "a\tb",
)  # fmt: skip


def row(text: str = "x", number: float | Decimal | None = 1.0) -> Row:
    """A row with this text in every text column and this number in every number column."""
    return Row(
        kennzahl=text, raum=text, raum_name=text, zeitraum=text, merkmal=text, wert=number,
        zaehler=float(number) if number is not None else None, nenner=None, untergrenze=None, obergrenze=None,
        vergleich=text, trend=text, status=text, herkunft=text, quelle=text, stand=text,
    )  # fmt: skip


def read(body: bytes, machine: bool) -> list[list[str]]:
    text = body.decode("utf-8" if machine else "utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="," if machine else ";"))


@pytest.mark.parametrize("machine", [False, True])
@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_could_be_a_formula_is_marked_as_text(text: str, machine: bool) -> None:
    header, cells = read(figures_csv.write([row(text)], machine=machine), machine)
    assert len(cells) == len(header) == len(figures_csv.COLUMNS)
    assert {cell for cell, name in zip(cells, header, strict=True) if name in TEXTS} == {f"'{text}"}


TEXTS = {
    "kennzahl", "raum", "raum_name", "zeitraum", "merkmal", "vergleich", "trend", "status", "herkunft",
    "quelle", "stand",
}  # fmt: skip


@pytest.mark.parametrize("machine", [False, True])
@pytest.mark.parametrize("text", HARMLESS)
def test_any_other_text_is_written_as_it_is(text: str, machine: bool) -> None:
    assert read(figures_csv.write([row(text)], machine=machine), machine)[1][0] == text


@given(st.text(max_size=20), st.booleans())
def test_no_cell_begins_like_a_formula_and_no_text_leaves_its_cell(text: str, machine: bool) -> None:
    cells = read(figures_csv.write([row(text)], machine=machine), machine)[1]
    assert len(cells) == len(figures_csv.COLUMNS)
    assert cells[0] in (text, f"'{text}")
    assert not re.match(r"[\s\0\ufeff\u200b\u2060]*[=+\-@＝＋－＠]", cells[0])


@pytest.mark.parametrize(
    ("number", "german", "machine"),
    [
        (-1.5, "-1,5", "-1.5"),
        (0.1, "0,1", "0.1"),
        (-0.0, "0", "0"),
        (-1e-9, "0", "0"),
        (1_234_567.25, "1234567,25", "1234567.25"),
        (1e15, "1000000000000000", "1000000000000000"),
        (Decimal("-12.30"), "-12,30", "-12.30"),
        (None, "", ""),
    ],
)
def test_numbers_stay_numbers(number: float | Decimal | None, german: str, machine: str) -> None:
    place = figures_csv.COLUMNS.index("wert")
    assert read(figures_csv.write([row("x", number)]), machine=False)[1][place] == german
    assert read(figures_csv.write([row("x", number)], machine=True), machine=True)[1][place] == machine


@given(st.floats(-1e12, 1e12))
def test_a_number_is_read_back_as_what_it_was(number: float) -> None:
    place = figures_csv.COLUMNS.index("wert")
    cell = read(figures_csv.write([row("x", number)], machine=True), machine=True)[1][place]
    assert float(cell) == pytest.approx(number, abs=1e-6)
