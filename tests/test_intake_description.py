"""``lieferung.toml``: every slip of the pen is named with its line, none becomes a silent default."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake_world import COLUMNS, HEAD, catalogue, folder_of, lang_toml

from dashboard.intake import Finding, check_folder, read_delivery

ROW = f"{COLUMNS}\nHamm;2020;bevoelkerung;;1;;\n"


def findings(folder: Path, toml: str) -> tuple[Finding, ...]:
    """The findings of a delivery with this description and one right row."""
    return check_folder(folder_of(folder, toml, zahlen_csv=ROW), catalogue()).findings


def test_a_right_description_has_no_findings(tmp_path: Path) -> None:
    assert findings(tmp_path, lang_toml()) == ()


def test_the_example_flag_is_kept(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "beispiel = true\n" + lang_toml(), zahlen_csv=ROW)
    assert read_delivery(folder, catalogue()).example
    assert not read_delivery(folder_of(tmp_path, lang_toml()), catalogue()).example


def test_a_missing_description(tmp_path: Path) -> None:
    (finding,) = check_folder(tmp_path, catalogue()).findings
    assert (finding.file, finding.message) == ("lieferung.toml", "Die Datei fehlt. Im Ordner liegt: nichts")
    (finding,) = check_folder(tmp_path / "fehlt", catalogue()).findings
    assert "Die Datei fehlt" in finding.message


def test_broken_toml_names_its_line(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, HEAD + 'titel2 = "offen\n')
    assert "keine gültige TOML-Datei" in finding.message
    assert (finding.row, finding.value) == (7, 'titel2 = "offen')


def test_a_key_twice_is_broken_toml(tmp_path: Path) -> None:
    assert "keine gültige TOML-Datei" in findings(tmp_path, HEAD + 'titel = "noch einer"\n')[0].message


CASES = [
    (
        'lieferrant = "x"\n' + lang_toml(),
        1,
        "Unbekannter Schlüssel: lieferrant. Gemeint vielleicht: „lieferant“",
    ),
    (
        lang_toml("kopfzeille = 2"),
        12,
        "Unbekannter Schlüssel: datei.1.kopfzeille. Gemeint vielleicht: „kopfzeile“",
    ),
    (lang_toml().replace('titel = "Probe"\n', ""), None, "Der Schlüssel fehlt: titel"),
    (lang_toml().replace('"2026-probe"', '"Probe 1"'), 1, "kleine Buchstaben"),
    (lang_toml().replace("2026-02-01", '"gestern"'), 5, "passt nicht: eingegangen"),
    (lang_toml().replace('"lang"', '"long"'), 10, "nicht vorgesehen: datei.1.form"),
    (lang_toml("kopfzeile = 0"), 12, "passt nicht: datei.1.kopfzeile"),
    (lang_toml('trennzeichen = "/"'), 12, "nicht vorgesehen: datei.1.trennzeichen"),
    (lang_toml('zeichensatz = "ebcdic"'), 12, "nicht vorgesehen: datei.1.zeichensatz"),
    (
        lang_toml('dezimalzeichen = "."\ntausenderzeichen = "."'),
        8,
        "datei.1: dezimalzeichen und tausenderzeichen sind gleich",
    ),
    (lang_toml(tail='[datei.zeichen]\n"-" = "minus"'), 22, "nicht vorgesehen: datei.1.zeichen.-"),
    (lang_toml(tail='[datei.filter]\nGES = "x"'), 8, "Nicht vorgesehen bei form = „lang“: filter"),
    (lang_toml().replace('zeitraum = "Zeit"', 'zeitpunkt = "Zeit"'), 8, "spalten.zeitpunkt"),
    (lang_toml().replace('zeitraum = "Zeit"\n', ""), 8, "fehlt: zeitraum (als Spalte oder fest)"),
    (HEAD + '[[datei]]\nname = "z.csv"\nform = "genesis-flat"\n', 7, "fehlt: kennzahlen; regionen"),
    (HEAD, None, "Der Schlüssel fehlt: datei"),
    (HEAD + "datei = []\n", 7, "mindestens ein Eintrag: datei"),
    (HEAD + 'datei = "z.csv"\n', 7, "eine Liste in eckigen Klammern: datei"),
]


@pytest.mark.parametrize(("toml", "row", "message"), CASES)
def test_slips_of_the_pen(tmp_path: Path, toml: str, row: int | None, message: str) -> None:
    (finding,) = findings(tmp_path, toml)
    assert message in finding.message
    assert finding.severity == "error"
    assert row is None or finding.row == row


def test_the_value_and_the_choices_are_named(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, lang_toml().replace('"lang"', '"long"'))
    assert (finding.value, finding.expectation) == (
        "long",
        "lang, breit, genesis-flat, genesis-klassisch, ba-kleinraeumig, schulverzeichnis, kdn-sozial oder "
        "uebergaenge-schulen",
    )


def test_all_slips_at_once(tmp_path: Path) -> None:
    toml = lang_toml("kopfzeile = 0").replace('titel = "Probe"', 'titel = ""\nextra = 1')
    assert len(findings(tmp_path, toml)) == 3


def test_a_description_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "lieferung.toml").write_bytes(HEAD.encode() + "titel2 = 'Höhe'".encode("cp1252"))
    (finding,) = check_folder(tmp_path, catalogue()).findings
    assert "nicht in UTF-8" in finding.message
    (tmp_path / "lieferung.toml").write_bytes(b"#" * 1_000_001)
    (finding,) = check_folder(tmp_path, catalogue()).findings
    assert "zu groß" in finding.message


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    assert findings(tmp_path, "a = " + "[" * 50_000)[0].severity == "error"


@pytest.mark.parametrize(
    ("key", "suggested"),
    [("lieferant", "bitte eintragen"), ("ansprechstelle", "bitte eintragen"), ("quelle", "beispieldaten")],
)
def test_what_a_template_suggests_is_no_answer(tmp_path: Path, key: str, suggested: str) -> None:
    lines = [f'{key} = "{suggested}"' if line.startswith(f"{key} = ") else line
             for line in lang_toml().splitlines()]  # fmt: skip
    open_ = "\n".join(lines)
    (finding, *_) = findings(tmp_path, open_)  # the source is unknown here as well
    assert (finding.severity, finding.column, finding.value) == ("error", key, suggested)
    assert finding.message == f"Noch nicht eingetragen: {key}"
    assert finding.row == 1 + next(at for at, line in enumerate(lines) if line.startswith(key))
    examples = findings(tmp_path, "beispiel = true\n" + open_)
    assert [each.message for each in examples if "eingetragen" in each.message] == []
