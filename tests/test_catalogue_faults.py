"""A catalogue with faults is refused, with every fault named in German."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.catalogue.load import load
from dashboard.catalogue.problem import CatalogueError, Problem

REAL = Path(__file__).resolve().parents[1] / "data" / "catalogue"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real catalogue that a test may spoil."""
    return Path(shutil.copytree(REAL, tmp_path / "catalogue"))


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} steht nicht in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(CatalogueError) as caught:
        load(folder)
    return caught.value.problems


GYMNASIUM = 'id = "uebergang-gymnasium"\n'
U = "kennzahlen_uebergang_sek1.toml"
Z = "ziele.toml"
F = "flaechen.toml"
P = "preise.toml"
V = "verteilung.toml"

#: file, what stands there, what is put in its place, and the message's parts: table, key, found, expected.
FAULTS = {
    "unknown key": (
        U, GYMNASIUM, GYMNASIUM + 'titel = "x"\n',
        ("kennzahlen „uebergang-gymnasium“", "titel", "„x“", "nur bekannte Schlüssel"),
    ),
    "missing key": (
        "kostenarten.toml", 'short_title = "Beratung"\n', "",
        ("kostenarten „erziehungsberatung“", "short_title", "nichts", "eine Angabe (Pflichtfeld)"),
    ),
    "unknown word": (
        U, 'polarity = "high"', 'polarity = "up"',
        ("kennzahlen „sprachstand-sek1-eintritt“", "polarity", "„up“", "eines von: high, low, none"),
    ),
    "no number": (
        P, "base = 2020", 'base = "gestern"',
        ("preise Nr. 1", "base", "„gestern“", "eine ganze Zahl"),
    ),
    "broken id": (
        "quellen.toml", 'id = "destatis-vpi"', 'id = "Destatis VPI"',
        ("quellen „Destatis VPI“", "id", "„Destatis VPI“", "Kleinbuchstaben, Ziffern und Bindestrichen"),
    ),
    "empty text": (
        F, 'name = "Stadt Herne"', 'name = " "',
        ("flaechen „herne“", "name", "„ “", "einen Text, der nicht leer ist"),
    ),
    "no text": (
        F, 'name = "Stadt Herne"', "name = 7",
        ("flaechen „herne“", "name", "7", "einen Text"),
    ),
    "number out of range": (
        F, "weight = 1\n", "weight = 1.5\n",
        ("zugehoerigkeiten „bockum-hoevel in hamm“", "weight", "1,5", "eine Zahl bis 1"),
    ),
    "negative number": (
        F, "weight = 1\n", "weight = -1\n",
        ("zugehoerigkeiten „bockum-hoevel in hamm“", "weight", "-1", "eine Zahl ab 0"),
    ),
    "zero price": (
        P, "index = 84.7", "index = 0",
        ("preise Nr. 1", "values.1.index", "0", "eine Zahl über 0"),
    ),
    "no yes or no": (
        "massnahmen.toml", "\ndemo = true", '\ndemo = "vielleicht"',
        ("massnahmen „guter-start“", "demo", "„vielleicht“", "true oder false"),
    ),
    "unknown table": (
        P, "[preise]", "[kosten]\nid = 1\n[preise]",
        ("Datei", "", "„kosten“", "eine der Tabellen quellen, flaechen"),
    ),
    "goal number twice": (
        "strategische_ziele.toml", "number = 4", "number = 5",
        ("strategische_ziele „5“", "number", "5", "nur einmal vorkommt"),
    ),
    "target id twice": (
        Z, 'id = "programm-vera-kompetenzniveau"', 'id = "programm-verbleibquote-sek1"',
        ("ziele „programm-verbleibquote-sek1“", "id", "„programm-verbleibquote-sek1“", "schon in ziele.toml"),
    ),
    "unknown source": (
        U, '"wa-2018-bildungsgefaelle"', '"wa-2081"',
        ("kennzahlen „uebergang-hauptschule“", "sources", "„wa-2081“", "eine vorhandene Quelle"),
    ),
    "unknown indicator": (
        Z, 'indicator = "vera-kompetenzniveau"', 'indicator = "vera"',
        ("ziele „programm-vera-kompetenzniveau“", "indicator", "„vera“", "eine vorhandene Kennzahl"),
    ),
    "unknown area": (
        "massnahmen.toml", 'areas = ["hamm-westen", "mitte"]', 'areas = ["hamm-westen", "city"]',
        ("massnahmen „zusammen-im-quartier“", "areas", "„city“", "eine vorhandene Fläche"),
    ),
    "unknown member": (
        F, 'part = "bezirk-mitte"', 'part = "bezirk-city"',
        ("zugehoerigkeiten „bezirk-city in hamm“", "part", "„bezirk-city“", "eine vorhandene Fläche"),
    ),
    "unknown cost kind": (
        "kennzahlen_alle.toml", '{ id = "spfh", ', '{ id = "familienhilfe", ',
        ("kennzahlen „hze-faelle“", "breakdowns", "„familienhilfe“", "eine vorhandene Kostenart"),
    ),
    "unknown successor": (
        U, "valid_from = 2012", 'successor = "uebergang-neu"',
        ("kennzahlen „uebergang-sekundarschule“", "successor", "„uebergang-neu“", "eine vorhandene Kennzahl"),
    ),
    "own successor": (
        U, "valid_from = 2012", 'successor = "uebergang-sekundarschule"',
        ("kennzahlen „uebergang-sekundarschule“", "successor", "sekundarschule", "eine andere Kennzahl"),
    ),
    "goal that is not there": (
        "strategische_ziele.toml", "number = 4", "number = 5",
        ("strategische_ziele", "number", "1, 2, 3, 5, 6", "die sechs strategischen Ziele 1 bis 6"),
    ),
    "category twice": (
        "kennzahlen_alle.toml", '{ id = "a2", ', '{ id = "a1", ',
        ("kennzahlen „integration-sprachniveau“", "breakdowns", "„a1“", "jede Ausprägung nur einmal"),
    ),
    "eight sozialraeume": (
        F, 'kind = "sozialraum"', 'kind = "einrichtung"',
        ("flaechen", "kind", "8", "genau 9 Flächen der Art „sozialraum“"),
    ),
    "six stadtbezirke": (
        F, 'kind = "stadtbezirk"', 'kind = "vergleich"',
        ("flaechen", "kind", "6", "genau 7 Flächen der Art „stadtbezirk“"),
    ),
    "place taken": (
        F, "row = 3\ncolumn = 3", "row = 3\ncolumn = 2",
        ("flaechen „rhynern“", "row", "„3/2“", "dort liegt schon pelkum"),
    ),
    "place outside": (
        F, "row = 3\ncolumn = 3", "row = 4\ncolumn = 3",
        ("flaechen „rhynern“", "row", "„4/3“", "row und column je 1 bis 3"),
    ),
    "place without need": (
        F, 'kind = "spanne"\n', 'kind = "spanne"\nrow = 1\n',
        ("flaechen „stadtbezirk-minimum“", "row", "1", "nur Sozialräume haben einen"),
    ),
    "shared name": (
        F, '"Hammer Westen"', '"Hammer Norden"',
        ("flaechen „hamm-westen“", "aliases", "„hammer norden“", "nicht auch „hamm-norden“"),
    ),
    "city under another id": (
        F, 'id = "hamm"', 'id = "stadt-hamm"',
        ("flaechen „stadt-hamm“", "id", "„stadt-hamm“", "„hamm“ als Kennung der Stadt"),
    ),
    "relative target without value": (
        Z, "value = 10\n", "",
        ("ziele „programm-verbleibquote-sek1“", "value", "nichts", "einen Zielwert (Zielart „relative“)"),
    ),
    "direction with value": (
        Z, 'kind = "direction"\n', 'kind = "direction"\nvalue = 3\n',
        ("ziele „programm-sprachfoerderbedarf-delfin4“", "value", "3", "keinen Zielwert"),
    ),
    "target against polarity": (
        Z, 'direction = "fall"', 'direction = "rise"',
        ("ziele „programm-sprachfoerderbedarf-delfin4“", "direction", "„rise“", "die Richtung, die bei"),
    ),
    "target before baseline": (
        Z, "target_year = 2015", "target_year = 2011",
        ("ziele „programm-sprachfoerderbedarf-delfin4“", "target_year", "2011", "ein Jahr nach 2012"),
    ),
    "measure ends too early": (
        "massnahmen.toml", "end = 2015", "end = 2001",
        ("massnahmen „praeventionsketten“", "end", "2001", "ein Jahr ab start (2012)"),
    ),
    "lonely group": (
        "kennzahlen_sek2.toml", 'period = "school_year"', 'period = "school_year"\ngroup = "allein"',
        ("kennzahlen „uebergang-sek2“", "group", "„allein“", "mindestens zwei Kennzahlen"),
    ),
    "uneven group": (
        U, 'group = "uebergang-sek1"', 'group = "uebergang-sek1"\nkey_date = "01.08."\nper = 1000',
        ("kennzahlen „uebergang-realschule“", "group", "„uebergang-sek1“", "wie bei „uebergang-hauptschule“"),
    ),
    "share without denominator": (
        "kennzahlen_sek2.toml", 'denominator = "Jugendliche, die die Sek I abschließen"\n', "",
        ("kennzahlen „uebergang-sek2“", "denominator", "nichts", "den Nenner in Worten"),
    ),
    "share in points": (
        "kennzahlen_sek2.toml", 'unit = "%"', 'unit = "Punkte"',
        ("kennzahlen „uebergang-sek2“", "unit", "„Punkte je 100“", "„%“ je 100"),
    ),
    "test of another kind": (
        "kennzahlen_sek2.toml", 'comparison = "share"', 'comparison = "rate"',
        ("kennzahlen „uebergang-sek2“", "comparison", "„rate“", "„share“ oder „none“"),
    ),
    "test without sampling": (
        "kennzahlen_sek2.toml", 'comparison = "share"', 'comparison = "share"\nsampling = false',
        ("kennzahlen „uebergang-sek2“", "comparison", "„share“", "ohne Zufallsbereich kein Test"),
    ),
    "days without their most": (
        "kennzahlen_alle.toml", "most_per_case = 366\n", "",
        ("kennzahlen „hze-hilfetage“", "most_per_case", "nichts", "die Höchstzahl je Fall"),
    ),
    "cases behind a sample": (
        "kennzahlen_sek2.toml", 'comparison = "share"', 'comparison = "share"\ncases = "hze-faelle"',
        ("kennzahlen „uebergang-sek2“", "cases", "„hze-faelle“", "sampling = false"),
    ),
    "key date": (
        "kennzahlen_start.toml", 'key_date = "01.03."', 'key_date = "1. März"',
        ("kennzahlen „u3-betreuung“", "key_date", "„1. März“", "„31.12.“"),
    ),
    "phrase without number": (
        "kennzahlen_sek2.toml", "gehen {n} von 100", "gehen viele von 100",
        ("kennzahlen „uebergang-sek2“", "phrase.per_hundred", "gehen viele", "{n}"),
    ),
    "phrase with broken brace": (
        "kennzahlen_sek2.toml", "wie {other}", "wie {other",
        ("kennzahlen „uebergang-sek2“", "phrase.compared", "gehen anteilig", "{factor}, {other}"),
    ),
    "validity backwards": (
        U, "valid_from = 2012", "valid_from = 2012\nvalid_until = 2011",
        ("kennzahlen „uebergang-sekundarschule“", "valid_until", "2011", "ein Jahr ab valid_from (2012)"),
    ),
    "break before the start": (
        U, "valid_from = 2012", 'valid_from = 2012\nbreaks = [{ year = 2010, reason = "x" }]',
        ("kennzahlen „uebergang-sekundarschule“", "breaks", "2010", "innerhalb der Gültigkeit"),
    ),
    "too few notes": (
        "kennzahlen_sek2.toml", "notes = [", 'notes = ["Nur einer."]\nbreaks = [',
        ("kennzahlen „uebergang-sek2“", "notes", "Nur einer.", "mindestens 2 Einträge"),
    ),
    "price twice": (
        P, "year = 2008", "year = 2007",
        ("preise Nr. 1", "values", "2007", "jedes Jahr nur einmal"),
    ),
    "base is not 100": (
        P, "base = 2020", "base = 2021",
        ("preise Nr. 1", "values", "103,1", "den Wert 100 im Basisjahr 2021"),
    ),
    "unknown criterion": (
        V, 'weights = [{ indicator = "schulsozialindex"', 'weights = [{ indicator = "ogs-quote"',
        ("vorlagen „schulsozialindex“", "weights", "ogs-quote", "eine Kennzahl der Tabelle kriterien"),
    ),
    "good side as need": (
        V, 'indicator = "sgb2-unter-18"\nneed = "high"', 'indicator = "sgb2-unter-18"\nneed = "low"',
        ("kriterien Nr. 1", "need", "low", "die ungünstige Seite von „sgb2-unter-18“"),
    ),
    "criterion twice": (
        V, 'indicator = "sprachstand-kita-eintritt"', 'indicator = "schulabsentismus"',
        ("kriterien Nr. 3", "id", "schulabsentismus", "nur einmal"),
    ),
    "weights of an equal share": (
        V, "equal = true", 'equal = true\nweights = [{ indicator = "hze-faelle", weight = 1 }]',
        ("vorlagen „gleich“", "weights", "1", "keine Gewichte, weil equal = true"),
    ),
    "an area without its share": (
        V, '  { area = "rhynern", amount = 37000 },\n', "",
        ("verteilungen „budget“", "shares", "rhynern", "jeden Sozialraum genau einmal"),
    ),
    "no whole cents": (
        V, "amount = 72000", "amount = 72000.001",
        ("verteilungen „budget“", "shares", "72000,001", "ein Vielfaches von 0,01"),
    ),
    "population of nothing": (
        V, 'indicator = "anteil-unter-18"', 'indicator = "anteil-unter-19"',
        ("bezugsgruppen „unter-18“", "indicator", "anteil-unter-19", "eine vorhandene Kennzahl"),
    ),
    "broken toml": (
        P, "[preise]", "[preise",
        ("Datei", "", "", "lesbares TOML in UTF-8"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named(folder: Path, name: str) -> None:
    file, old, new, (table, key, found, expected) = FAULTS[name]
    spoil(folder, file, old, new)
    hits = [
        problem
        for problem in problems(folder)
        if (problem.file, problem.table, problem.key) == (file, table, key)
        and found in problem.found
        and expected in problem.expected
    ]
    assert len(hits) == 1, "\n".join(map(str, problems(folder)))


@pytest.mark.parametrize(
    "name", ["unknown key", "unknown word", "number out of range", "empty text", "broken toml"]
)
def test_one_slip_is_blamed_once(folder: Path, name: str) -> None:
    file, old, new, _ = FAULTS[name]
    spoil(folder, file, old, new)
    assert len(problems(folder)) == 1


def test_all_faults_are_listed_at_once(folder: Path) -> None:
    spoil(folder, P, "base = 2020", "base = 2021")
    spoil(folder, U, 'polarity = "high"', 'polarity = "up"')
    spoil(folder, F, '"Hammer Westen"', '"Hammer Norden"')
    found = problems(folder)
    assert {problem.file for problem in found} == {P, U, F}
    message = str(CatalogueError(found))
    assert message.startswith("Der Katalog enthält 3 Fehler:\n")
    assert (
        "kennzahlen_uebergang_sek1.toml, kennzahlen „sprachstand-sek1-eintritt“, Schlüssel „polarity“: "
        "gefunden „up“, erwartet eines von: high, low, none"
    ) in message


def test_one_fault_is_said_in_the_singular() -> None:
    only = Problem("a.toml", "quellen „x“", "", "nichts", "etwas")
    assert str(CatalogueError([only])) == "Der Katalog enthält einen Fehler:\n  " + str(only)


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    path = folder / "strategische_ziele.toml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))
    assert any(problem.file == path.name and "UTF-8" in problem.expected for problem in problems(folder))


def test_an_empty_folder_is_no_catalogue(tmp_path: Path) -> None:
    assert any("TOML-Dateien des Katalogs" in problem.expected for problem in problems(tmp_path))


def test_a_table_given_as_text_is_named(folder: Path) -> None:
    (folder / "zusatz.toml").write_text('quellen = "keine"\n', encoding="utf-8")
    assert [str(problem) for problem in problems(folder)] == [
        "zusatz.toml, quellen Nr. 1: gefunden „keine“, erwartet eine Tabelle mit Schlüsseln"
    ]


def test_a_new_indicator_is_a_table_and_no_code(folder: Path) -> None:
    text = (folder / "kennzahlen_sek2.toml").read_text(encoding="utf-8")
    (folder / "kennzahlen_zusatz.toml").write_text(
        text.replace("uebergang-sek2", "studium"), encoding="utf-8"
    )
    assert load(folder).indicator("studium").life_phase == "sek2"
