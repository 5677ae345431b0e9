"""A delivery is accepted whole or refused with every reason; nothing is guessed."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from intake_world import HEAD, catalogue, check_lang, errors, folder_of, lang_toml, warnings

from dashboard.intake import Check, DeliveryError, check_folder, delivery_folders, read_delivery
from dashboard.model import Observation

GOOD = [
    "Hamm-Mitte;2010/11;uebergang-gymnasium;;21,9;42;192",
    "Heessen;2010/11;uebergang-gymnasium;;;35;100",
    "Hammer Norden;2010/11;uebergang-gymnasium;;40,0;;",
]
TAIL = '[datei.zeichen]\n\'-\' = "nicht-verfuegbar"\nx = "geheim"\n'


def only(check: Check) -> Observation:
    """The single observation of an accepted delivery."""
    assert errors(check) == []
    assert check.delivery is not None
    (observation,) = check.delivery.observations
    return observation


def test_a_good_delivery_becomes_observations(tmp_path: Path) -> None:
    check = check_lang(tmp_path, *GOOD)
    assert check.findings == ()
    delivery = check.delivery
    assert delivery is not None
    assert (delivery.id, delivery.supplier, delivery.received) == (
        "2026-probe", "Amt für Proben", date(2026, 2, 1),
    )  # fmt: skip
    mitte, heessen, norden = delivery.observations
    assert (mitte.area, mitte.year, mitte.value, mitte.numerator, mitte.denominator) == (
        "mitte", 2010, 21.9, 42, 192,
    )  # fmt: skip
    assert (heessen.value, heessen.status, heessen.source) == (35.0, "valid", "statistik")
    assert (norden.area, norden.value, norden.numerator) == ("hamm-norden", 40.0, None)
    assert {each.delivery for each in delivery.observations} == {"2026-probe"}
    assert {each.origin for each in delivery.observations} == {"delivered"}


def test_every_file_is_hashed(tmp_path: Path) -> None:
    check = check_lang(tmp_path, *GOOD)
    assert check.delivery is not None
    for name, digest in check.delivery.files:
        assert digest == sha256((tmp_path / name).read_bytes()).hexdigest()
    assert [name for name, _ in check.delivery.files] == ["lieferung.toml", "zahlen.csv"]


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    check = check_lang(
        tmp_path,
        "Hesen;2010/11;uebergang-gymnasium;;21,9;;",
        "Mitte;2010;uebergang-gymnasium;;viele;;",
        "Mitte;2010/11;uebergang-gymnasien;;1;;",
        "Heessen;2010/11;bevoelkerung;;1;;",
    )
    assert check.delivery is None
    found = [(each.row, each.column) for each in check.findings if each.severity == "error"]
    assert found == [(2, "Gebiet"), (3, "Zeit"), (3, "Wert"), (4, "Kennzahl"), (5, "Zeit")]


def test_near_names_are_suggested_never_taken(tmp_path: Path) -> None:
    messages = errors(check_lang(tmp_path, "Hesen;2010/11;uebergang-gymnasien;;21,9;;"))
    assert (
        "Unbekannte Kennzahl „uebergang-gymnasien“. Gemeint vielleicht: „uebergang-gymnasium“" in messages[0]
    )
    assert "Unbekannter Raum „Hesen“. Gemeint vielleicht: „Heessen“" in messages[1]


REFUSED = [
    ("Mitte;2010/11;uebergang-gymnasium;;30,0;42;192", "passen nicht zusammen"),
    ("Mitte;2010/11;uebergang-gymnasium;;;200;192", "Zähler ist größer als der Nenner: 200 von 192"),
    ("Mitte;2010/11;uebergang-gymnasium;;101;;", "unmöglich"),
    ("Mitte;2010/11;uebergang-gymnasium;;-1;;", "unmöglich"),
    ("Mitte;2010/11;uebergang-gymnasium;;;-4;192", "negativ"),
    ("Mitte;2010/11;uebergang-gymnasium;;;4,5;192", "keine Nachkommastellen"),
    ("Mitte;2010/11;uebergang-gymnasium;;;4;0", "Zähler ist größer als der Nenner: 4 von 0"),
    ("Mitte;2020;hze-faelle;;;4;0", "Nenner ist 0"),
    ("Mitte;2010/11;uebergang-gymnasium;;12;0;0", "Nenner ist 0"),
    ("Mitte;2010/11;uebergang-gymnasium;;;4;", "fehlt und lässt sich nicht berechnen"),
    ("Mitte;2010/11;uebergang-gymnasium;;;;", "was ein leeres Feld bedeutet"),
    ("Mitte;2010/11;uebergang-gymnasium;;x;4;192", "durch ein Zeichen ersetzt"),
    ("Mitte;2010/11;uebergang-gymnasium;;.;;", "nicht erklärt"),
    ("Mitte;2010/11;uebergang-gymnasium;;k. A.;;", "keine Zahl"),
    ("Mitte;2004/05;uebergang-gymnasium;;12;;", "gilt in diesem Zeitraum nicht"),
    ("Mitte;2010/11;uebergang-gymnasium;weiblich;12;;", "hat kein Merkmal"),
    (
        "Mitte;31.12.2020;bevoelkerung;unter-19;12;;",
        "hat kein Merkmal „unter-19“. Gemeint vielleicht: „unter-18“",
    ),
    ("Mitte;31.12.2020;bevoelkerung;;12,5;;", "keine Nachkommastellen"),
    ("Mitte;31.12.2020;bevoelkerung;;-12;;", "negativ"),
    ("Mitte;31.12.2020;bevoelkerung;;12;13;", "wert und zaehler sind verschieden"),
    ("Mitte;2020;hze-aufwendungen;;12,345;;", "mehr als zwei Nachkommastellen"),
    ("Mitte;2020;hze-aufwendungen;;12,34;1;", "weder Zähler noch Nenner"),
    ("Mitte;2020;hze-faelle;;-1;;", "negativ"),
    ("Mitte;2020;hze-faelle;;99;1;100", "passen nicht zusammen"),
    ("Mitte;31.12.2020;flaeche;;;1;2", "fehlt und lässt sich nicht berechnen"),
]


@pytest.mark.parametrize(("row", "message"), REFUSED)
def test_impossible_rows_are_refused(tmp_path: Path, row: str, message: str) -> None:
    check = check_lang(tmp_path, row, tail=TAIL)
    assert check.delivery is None
    assert [message in each for each in errors(check)] == [True]
    assert all(each.row == 2 for each in check.findings if each.severity == "error")


ACCEPTED = [
    ("Mitte;2010/11;uebergang-gymnasium;;21,875;42;192", (21.875, 42, 192, None, "valid")),
    ("Mitte;2010/11;uebergang-gymnasium;;21,9 %;42;192", (21.9, 42, 192, None, "valid")),
    ("Mitte;2010/11;uebergang-gymnasium;;22;42;192", (22.0, 42, 192, None, "valid")),
    ("Mitte;2010/11;uebergang-gymnasium;;(21,9);;", (21.9, None, None, None, "limited")),
    ("Mitte;2010/11;uebergang-gymnasium;;x;x;192", (None, None, 192, None, "hidden")),
    ("Mitte;2010/11;uebergang-gymnasium;;;x;192", (None, None, 192, None, "hidden")),
    ("Mitte;2010/11;uebergang-gymnasium;;-;;", (None, None, None, None, "unknown")),
    ("Mitte;2010/11;uebergang-gymnasium;;;0;0", (None, 0, 0, None, "nothing")),
    ("Mitte;2010/11;uebergang-gymnasium;;;0;192", (0.0, 0, 192, None, "valid")),
    ("Mitte;31.12.2020;bevoelkerung;insgesamt;12.345;;", (12345.0, None, None, None, "valid")),
    ("Mitte;2020;hze-aufwendungen;;27.140.000,01 €;;", (27140000.01, None, None, 2714000001, "valid")),
    ("Mitte;2020;hze-faelle;;;3,5;1000", (3.5, 3.5, 1000, None, "valid")),
    ("Hamm;31.12.2020;flaeche;;226,43;;", (226.43, None, None, None, "valid")),
]


@pytest.mark.parametrize(("row", "expected"), ACCEPTED)
def test_rows_that_are_right(tmp_path: Path, row: str, expected: tuple[object, ...]) -> None:
    found = only(check_lang(tmp_path, row, extra='tausenderzeichen = "."', tail=TAIL))
    assert (found.value, found.numerator, found.denominator, found.cents, found.status) == expected


@pytest.mark.parametrize(
    ("unit", "text", "cents"),
    [("Mio. EUR", "27,14", 2714000000), ("Tsd. EUR", "87,6", 8760000), ("EUR", "912313,90", 91231390)],
)
def test_euro_units_are_exact(tmp_path: Path, unit: str, text: str, cents: int) -> None:
    row = f"Hamm;2010;hze-aufwendungen;;{text};;"
    assert only(check_lang(tmp_path, row, extra=f'einheit = "{unit}"')).cents == cents


def test_a_fraction_becomes_percent_and_still_agrees_with_its_counts(tmp_path: Path) -> None:
    row = "Mitte;2010/11;uebergang-gymnasium;;0,219;42;192"
    assert only(check_lang(tmp_path, row, extra='einheit = "Anteil"')).value == 21.9


@pytest.mark.parametrize(
    ("unit", "row"),
    [
        ("Anteil", "Mitte;2010/11;uebergang-gymnasium;;0,4 %;;"),
        ("Tsd. EUR", "Hamm;2010;hze-aufwendungen;;12,5 €;;"),
    ],
)
def test_a_sign_that_contradicts_the_described_unit_is_an_error(tmp_path: Path, unit: str, row: str) -> None:
    """„0,4 %“ would have become 40 %, „12,5 €“ 12.500 €."""
    (message,) = errors(check_lang(tmp_path, row, extra=f'einheit = "{unit}"'))
    assert message.endswith("ist keine Zahl")
    assert only(check_lang(tmp_path, row)).value in (0.4, 12.5)


def test_a_dash_becomes_zero_only_by_description(tmp_path: Path) -> None:
    row = "Mitte;31.12.2020;bevoelkerung;;-;;"
    assert check_lang(tmp_path, row).delivery is None
    found = only(check_lang(tmp_path, row, tail="[datei.zeichen]\n'-' = \"null\"\n"))
    assert (found.value, found.status) == (0.0, "valid")
    found = only(check_lang(tmp_path, row, tail="[datei.zeichen]\n'-' = \"nichts\"\n"))
    assert (found.value, found.status) == (None, "nothing")


def test_trailing_letters_only_by_description(tmp_path: Path) -> None:
    row = "Mitte;31.12.2020;bevoelkerung;;120p;;"
    assert check_lang(tmp_path, row).delivery is None
    found = only(check_lang(tmp_path, row, tail='[datei.nachzeichen]\np = "vorlaeufig"\n'))
    assert (found.value, found.status) == (120.0, "provisional")


def test_a_duplicate_names_both_rows(tmp_path: Path) -> None:
    check = check_lang(tmp_path, GOOD[0], "", "Stadtmitte;2010/2011;Titel uebergang-gymnasium;gesamt;3;;")
    (finding,) = [each for each in check.findings if each.severity == "error"]
    assert finding.row == 4
    assert "steht schon in zahlen.csv, Zeile 2" in finding.message


def test_a_missing_area_is_a_warning_that_must_be_accepted(tmp_path: Path) -> None:
    check = check_lang(tmp_path, *GOOD[:2])
    (message,) = warnings(check)
    assert "2010 (insgesamt): es fehlen Hamm-Norden" in message
    with pytest.raises(DeliveryError, match="0 Fehler, 1 Hinweise"):
        read_delivery(tmp_path, catalogue())
    delivery = read_delivery(tmp_path, catalogue(), accept_warnings=True)
    assert len(delivery.observations) == 2
    assert delivery.warnings == check.findings


def test_a_refused_figure_is_not_also_a_missing_area(tmp_path: Path) -> None:
    check = check_lang(tmp_path, *GOOD[:2], "Hamm-Norden;2010/11;uebergang-gymnasium;;?;;")
    assert warnings(check) == []


def test_errors_refuse_even_accepted_deliveries(tmp_path: Path) -> None:
    check_lang(tmp_path, "Mitte;2010/11;uebergang-gymnasium;;101;;")
    with pytest.raises(DeliveryError) as refusal:
        read_delivery(tmp_path, catalogue(), accept_warnings=True)
    assert refusal.value.findings[0].severity == "error"


def test_a_name_of_both_partitions_needs_its_partition(tmp_path: Path) -> None:
    text = "Raum;Wert\nHeessen;12\n"
    toml = HEAD + (
        '[[datei]]\nname = "z.csv"\nform = "lang"\nkennzahl = "bevoelkerung"\nzeitraum = "2020"\n{}'
        '[datei.spalten]\nraum = "Raum"\nwert = "Wert"\n'
    )
    assert "ist Sozialraum und Stadtbezirk" in errors(_checked(tmp_path, toml.format(""), z_csv=text))[0]
    check = _checked(tmp_path, toml.format('ebene = "stadtbezirk"\n'), z_csv=text)
    assert only(check).area == "stadtbezirk-heessen"
    explicit = _checked(tmp_path, toml.format(""), z_csv="Raum;Wert\nStadtbezirk Heessen;12\n")
    assert only(explicit).area == "stadtbezirk-heessen"


def test_own_names_and_left_out_rows_are_described(tmp_path: Path) -> None:
    check = check_lang(
        tmp_path, "Nord;2020;bevoelkerung;;5;;", "keine Angabe;2020;bevoelkerung;;9;;",
        extra='auslassen = ["keine Angabe"]', tail='[datei.raeume]\nNord = "hamm-norden"\n',
    )  # fmt: skip
    assert only(check).area == "hamm-norden"


def test_wrong_fixed_values_are_reported_once(tmp_path: Path) -> None:
    toml = HEAD + (
        '[[datei]]\nname = "z.csv"\nform = "lang"\nkennzahl = "einwohner"\nzeitraum = "2020"\n'
        'ebene = "sozialraum"\n[datei.spalten]\nraum = "Raum"\nwert = "Wert"\n'
    )
    check = _checked(tmp_path, toml, z_csv="Raum;Wert\nHeessen;12\nMitte;13\n")
    assert [each.row for each in check.findings] == [None]


def test_key_dates_other_than_the_indicators_are_said(tmp_path: Path) -> None:
    for written, told in (("30.06.2021", "30.06.2021"), ("2021-06-30", "30.06.2021"), ("6/2021", "06/2021")):
        check = check_lang(tmp_path, f"Hamm;{written};bevoelkerung;;5;;")
        assert only(check).note == f"Stichtag {told}"
    assert "ein anderer als der der Kennzahl" in warnings(check)[0]
    assert warnings(check_lang(tmp_path, "Hamm;06/2021;beschaeftigte;;5;;")) == []


def test_about_a_year_keeps_its_note(tmp_path: Path) -> None:
    found = only(check_lang(tmp_path, "Hamm;um 2012;uebergang-gymnasium;;2,3;;"))
    assert (found.year, found.note) == (2012, "um 2012")


def test_the_future_is_a_warning(tmp_path: Path) -> None:
    assert "liegt nach dem Eingang" in warnings(check_lang(tmp_path, "Hamm;2030;hze-aufwendungen;;5;;"))[0]


ROW_FIELDS = (
    HEAD.replace('quelle = "statistik"\n', 'herkunft = "published"\n')
    + """
[[datei]]
name = "z.csv"
form = "lang"
kennzahl = "bevoelkerung"
zeitraum = "2020"
[datei.spalten]
raum = "Raum"
wert = "Wert"
quelle = "Quelle"
sicherheit = "Sicherheit"
anmerkung = "Anmerkung"
lesart = "Lesart"
untergrenze = "Von"
obergrenze = "Bis"
"""
)
ROW_HEADER = "Raum;Wert;Quelle;Sicherheit;Anmerkung;Lesart;Von;Bis\n"


def test_source_certainty_note_reading_and_bounds_per_row(tmp_path: Path) -> None:
    text = ROW_HEADER + "Hamm;70;statistik;mittel;geschätzt;1;60;80\nHamm;;statistik;;;0;60;80\n"
    check = _checked(tmp_path, ROW_FIELDS, z_csv=text)
    assert check.delivery is not None
    first, second = check.delivery.observations
    assert (first.certainty, first.note, first.reading, first.lower, first.upper, first.origin) == (
        "mittel", "geschätzt", 1, 60.0, 80.0, "published",
    )  # fmt: skip
    assert (second.value, second.status, second.lower) == (None, "uncertain", 60.0)


def test_wrong_row_fields_are_refused(tmp_path: Path) -> None:
    text = ROW_HEADER + "Hamm;70;statistk;sicher;;zwei;60;80\nHamm;90;;;;0;60;80\n"
    messages = errors(_checked(tmp_path, ROW_FIELDS, z_csv=text))
    assert "Unbekannte Quelle „statistk“. Gemeint vielleicht: „statistik“?" in messages[0]
    assert messages[1:] == [
        "Unbekannte Angabe zur Sicherheit", "Die Lesart ist keine Ziffer", "Die Quelle fehlt",
        "Wert und Grenzen sind nicht geordnet",
    ]  # fmt: skip


BREIT = (
    HEAD
    + """
[[datei]]
name = "z.csv"
form = "breit"
ebene = "sozialraum"
kennzahl = "uebergang-gymnasium"
[datei.spalten]
raum = "Raum"
[[datei.werte]]
spalte = "2019 Anzahl"
zeitraum = "2019/20"
rolle = "zaehler"
[[datei.werte]]
spalte = "2020 Anteil"
zeitraum = "2020/21"
[[datei.werte]]
spalte = "2019 alle"
zeitraum = "2019/20"
rolle = "nenner"
[[datei.werte]]
spalte = "Einw."
zeitraum = "2020"
kennzahl = "bevoelkerung"
einheit = "Tsd. Personen"
"""
)


def test_the_wide_shape_joins_columns_of_one_cell(tmp_path: Path) -> None:
    text = "Raum;2019 Anzahl;2019 alle;2020 Anteil;Einw.\nMitte;20;80;30,5;1,5\n"
    check = _checked(tmp_path, BREIT, z_csv=text)
    assert errors(check) == []
    assert check.delivery is not None
    found = {(each.indicator, each.year): each for each in check.delivery.observations}
    assert found["uebergang-gymnasium", 2019].value == 25.0
    assert found["uebergang-gymnasium", 2019].denominator == 80
    assert found["uebergang-gymnasium", 2020].value == 30.5
    assert found["bevoelkerung", 2020].value == 1500.0


def test_the_wide_shape_names_the_column_of_an_error(tmp_path: Path) -> None:
    text = "Raum;2019 Anzahl;2019 alle;2020 Anteil;Einw.\nMitte;20;80;30.5;1,5\n"
    check = _checked(tmp_path, BREIT, z_csv=text)
    assert [(each.row, each.column, each.value) for each in check.findings if each.severity == "error"] == [
        (2, "2020 Anteil", "30.5")
    ]


def test_several_files_feed_one_delivery(tmp_path: Path) -> None:
    second = (
        '[[datei]]\nname = "mehr.csv"\nform = "lang"\nraum = "hamm"\nkennzahl = "bevoelkerung"\n'
        '[datei.spalten]\nzeitraum = "Jahr"\nwert = "Wert"\n'
    )
    text = "\n".join(["Gebiet;Zeit;Kennzahl;Merkmal;Wert;Zähler;Nenner", *GOOD])
    folder = folder_of(
        tmp_path, lang_toml() + second, zahlen_csv=text, mehr_csv="Jahr;Wert\n2020;7\n2020;8\n"
    )
    check = check_folder(folder, catalogue())
    assert "steht schon in mehr.csv, Zeile 2" in errors(check)[0]


def test_folders_in_order(tmp_path: Path) -> None:
    for name in ("b", "a", ".verborgen"):
        (tmp_path / name).mkdir()
    (tmp_path / "notiz.txt").write_text("x")
    assert [path.name for path in delivery_folders(tmp_path)] == ["a", "b"]
    assert delivery_folders(tmp_path / "fehlt") == ()


def _checked(path: Path, toml: str, **files: str) -> Check:
    return check_folder(folder_of(path, toml, **files), catalogue())


@pytest.mark.parametrize(("origin", "accepted"), [("published", True), ("delivered", False)])
def test_a_count_without_its_denominator_is_kept_only_as_published(
    tmp_path: Path, origin: str, accepted: bool
) -> None:
    toml = f'herkunft = "{origin}"\n' + lang_toml()
    text = "Gebiet;Zeit;Kennzahl;Merkmal;Wert;Zähler;Nenner\nHamm;2010/11;uebergang-gymnasium;;;42;\n"
    check = _checked(tmp_path, toml, zahlen_csv=text)
    assert (check.delivery is not None) is accepted
    if accepted:
        found = only(check)
        assert (found.value, found.numerator, found.status) == (None, 42.0, "unknown")
