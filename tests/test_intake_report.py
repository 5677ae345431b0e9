"""Reports: complete in CSV and JSON, short in text, harmless in HTML and in table programs."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from intake_world import check_lang

from dashboard.intake import Check
from dashboard.intake.report import as_csv, as_dict, as_html, as_text, summary

MANY = [f"Atlantis {number};2020;bevoelkerung;;1;;" for number in range(250)]
NASTY = "=HYPERLINK(1)<script>alert(1)</script>;2020;bevoelkerung;;1;;"


def refused(folder: Path) -> Check:
    """A delivery with 250 errors."""
    return check_lang(folder, *MANY)


def test_the_text_is_capped_and_says_how_many_more(tmp_path: Path) -> None:
    text = as_text(refused(tmp_path))
    assert text.count("Fehler: zahlen.csv, Zeile") == 200
    assert "… und 50 weitere" in text
    assert "abgelehnt (250 Fehler, 0 Hinweise). Es wurde nichts übernommen." in text


def test_csv_and_json_are_complete(tmp_path: Path) -> None:
    check = refused(tmp_path)
    rows = list(csv.reader(io.StringIO(as_csv(check)), delimiter=";"))
    assert len(rows) == 251
    assert rows[0] == ["Art", "Datei", "Blatt", "Zeile", "Spalte", "Wert", "Erwartet", "Meldung"]
    assert rows[1][:6] == ["Fehler", "zahlen.csv", "", "2", "Gebiet", "Atlantis 0"]
    found = json.loads(json.dumps(as_dict(check)))
    assert len(found["findings"]) == 250
    assert (found["accepted"], found["observations"]) == (False, 0)
    assert found["findings"][0]["value"] == "Atlantis 0"


def test_nothing_of_a_delivery_is_run(tmp_path: Path) -> None:
    check = check_lang(tmp_path, NASTY, "Hamm;2020;bevoelkerung;;-1.5;;")
    rows = list(csv.reader(io.StringIO(as_csv(check)), delimiter=";"))
    assert rows[1][5].startswith("'=HYPERLINK")
    assert rows[2][5] == "-1.5"
    assert "<script" not in as_html(check)
    assert "&lt;script&gt;" in as_html(check)


def test_the_page_stands_alone(tmp_path: Path) -> None:
    page = as_html(refused(tmp_path))
    assert page.startswith('<!DOCTYPE html>\n<html lang="de">')
    assert page.count("<tr class=") == 250
    assert not re.search(r"src=|href=|url\(|@import|http", page)


def test_words_for_each_result(tmp_path: Path) -> None:
    good = check_lang(tmp_path, "Hamm;2020;bevoelkerung;;1;;")
    assert summary(good).endswith("in Ordnung, 1 Wert.")
    assert "Gelesene Dateien" in as_html(good)
    assert as_dict(good)["files"]
    doubtful = check_lang(tmp_path, "Mitte;2020;bevoelkerung;;1;;")
    assert "1 Wert; 0 Fehler, 1 Hinweis, die angenommen werden müssen" in summary(doubtful)
    assert as_dict(doubtful)["needs_acceptance"] is True
