"""The command line: what it prints, and with which code it ends."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from deliveries_world import COUNTS, deliver
from world import tiny_release

from dashboard.__main__ import main
from dashboard.commands.prepare import ensure_release
from dashboard.settings import ROOT, Settings
from dashboard.store.read import Store

THIS_YEAR = date.today().year
Output = pytest.CaptureFixture[str]


@pytest.fixture
def settings(small_root: Path) -> Settings:
    return Settings(f"sqlite:///{small_root / 'data' / 'releases' / 'monitor.sqlite'}", small_root)


def run(settings: Settings, capsys: Output, *arguments: str) -> tuple[int, str, str]:
    code = main(arguments, settings)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_release_publishes_once_and_then_has_nothing_new(settings: Settings, capsys: Output) -> None:
    code, out, _ = run(settings, capsys, "release")
    assert code == 0
    assert f"Datenstand {THIS_YEAR}-1 ist veröffentlicht: " in out
    assert "angenommene Hinweise zu veroeffentlicht-uebergaenge: 9" in out
    code, out, _ = run(settings, capsys, "release")
    assert (code, "Nichts Neues" in out) == (0, True)
    deliver(settings.root)
    code, out, _ = run(settings, capsys, "release")
    assert code == 0
    assert "10 Änderungen" in out
    with Store(settings.database_url) as store:
        assert len(store.releases()) == 2
        assert len(store.corrections(store.current().id)) == 10


def test_a_release_is_prepared_only_where_there_is_none(settings: Settings, capsys: Output) -> None:
    assert ensure_release(settings) == 0
    assert "ist veröffentlicht" in capsys.readouterr().out
    assert ensure_release(settings) == 0
    assert capsys.readouterr().out == f"Datenstand {THIS_YEAR}-1 ist vorhanden.\n"


def test_a_refused_release_leaves_the_old_one(settings: Settings, capsys: Output) -> None:
    tiny_release(settings.database_url)
    deliver(settings.root, **(dict.fromkeys(COUNTS, "x") | {"Mitte": "1"}))
    code, out, err = run(settings, capsys, "release", "--akzeptiere")
    assert (code, out) == (1, "")
    assert "Geheimhaltung: Die Tabelle „Übergangsquote zum Gymnasium“ 2025 lässt sich nicht schützen" in err
    with Store(settings.database_url) as store:
        assert [info.id for info in store.releases()] == ["2026-1"]


def test_release_needs_the_word_to_accept_warnings(settings: Settings, capsys: Output) -> None:
    csv = deliver(settings.root) / "zahlen.csv"
    csv.write_text(csv.read_text(encoding="utf-8").replace("Pelkum;2025/26;40;200\n", ""), encoding="utf-8")
    assert run(settings, capsys, "release")[0] == 1
    assert run(settings, capsys, "release", "--akzeptiere")[0] == 0


def test_check_of_a_clean_delivery(settings: Settings, capsys: Output) -> None:
    folder = deliver(settings.root)
    code, out, _ = run(settings, capsys, "check", str(folder))
    assert (code, out) == (0, "Lieferung schulamt-2026: in Ordnung, 9 Werte.\n")


def test_check_names_every_fault_and_changes_nothing(settings: Settings, capsys: Output) -> None:
    folder = deliver(settings.root, Mitte="achtzig", Dortmund="7")
    code, out, err = run(settings, capsys, "check", str(folder))
    assert (code, err) == (1, "")
    assert "achtzig" in out
    assert "Dortmund" in out
    assert not (settings.data / "releases").exists()


def test_check_accepts_warnings_by_the_word_only(settings: Settings, capsys: Output) -> None:
    folder = str(settings.data / "published" / "uebergaenge")
    assert run(settings, capsys, "check", folder)[0] == 1
    assert run(settings, capsys, "check", folder, "--akzeptiere")[0] == 0


@pytest.mark.parametrize("form", ["json", "csv", "html"])
def test_check_reports_for_programs(settings: Settings, capsys: Output, form: str) -> None:
    folder = deliver(settings.root, Mitte="achtzig")
    code, out, _ = run(settings, capsys, "check", str(folder), "--report", form)
    assert (code, "achtzig" in out) == (1, True)
    if form == "json":
        assert json.loads(out)["accepted"] is False
    else:
        assert out.startswith("<!DOCTYPE html>" if form == "html" else "Art;Datei;")


def test_check_of_a_folder_that_is_none(settings: Settings, capsys: Output) -> None:
    code, out, err = run(settings, capsys, "check", str(settings.root / "gibt-es-nicht"))
    assert (code, out) == (1, "")
    assert err.startswith("Den Ordner ")


def test_a_broken_catalogue_is_told_in_german(settings: Settings, capsys: Output) -> None:
    (settings.data / "catalogue" / "quellen.toml").write_text("[[quellen]]\nid = 7\n", encoding="utf-8")
    code, _, err = run(settings, capsys, "release")
    assert code == 1
    assert err.startswith("Der Katalog enthält")


def test_broken_boundaries_are_told_in_german(settings: Settings, capsys: Output) -> None:
    (settings.geodata / "grenznetz.toml").write_text("kanten = 3\n", encoding="utf-8")
    code, _, err = run(settings, capsys, "release")
    assert (code, "grenznetz.toml" in err, "Traceback" in err) == (1, True, False)


@pytest.mark.parametrize("verb", ["release", "prepare"])
def test_an_unreachable_database_is_told_in_german(small_root: Path, capsys: Output, verb: str) -> None:
    settings = Settings("postgresql://niemand@127.0.0.1:9/nichts", small_root)
    code, _, err = run(settings, capsys, verb)
    assert code == 1
    assert err.startswith("Die Datenbank ist nicht erreichbar: ")


def test_a_file_that_is_no_database_is_not_overwritten(settings: Settings, capsys: Output) -> None:
    file = settings.data / "releases" / "monitor.sqlite"
    file.parent.mkdir()
    file.write_bytes(b"Das ist ein Brief. " * 100)
    code, _, err = run(settings, capsys, "prepare")
    assert (code, err.startswith("Die Datenbank")) == (1, True)
    assert file.read_bytes().startswith(b"Das ist ein Brief.")


def test_release_works_on_postgresql(small_root: Path, postgres_url: str, capsys: Output) -> None:
    settings = Settings(postgres_url, small_root)
    assert run(settings, capsys, "release")[0] == 0
    assert ensure_release(settings) == 0
    assert capsys.readouterr().out == f"Datenstand {THIS_YEAR}-1 ist vorhanden.\n"


def _module(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def test_help_is_german() -> None:
    result = _module("-m", "dashboard", "--hilfe")
    assert result.returncode == 0
    for word in ("Aufruf: ", "Befehle:", "Optionen:", "check", "release", "prepare", "serve"):
        assert word in result.stdout
    assert "usage" not in result.stdout


@pytest.mark.parametrize("arguments", [(), ("veröffentliche",), ("check",), ("release", "--schnell")])
def test_a_call_that_is_not_understood_ends_with_2(arguments: tuple[str, ...]) -> None:
    result = _module("-m", "dashboard", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("Dieser Aufruf ist nicht zu verstehen.")
    assert "Aufruf: python -m dashboard" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["check"], "Es fehlt: ORDNER."),
        (["check", ".", "--report", "pdf"], "„pdf“ ist nicht möglich für --report."),
        (["prepare", "--akzeptiere"], "Nicht vorgesehen: --akzeptiere."),
        (["template", "--out"], "Zu --out fehlt die Angabe."),
        (["link", "create", "--tage", "3", "--fuer", "x"], "Es fehlt eine dieser Angaben: --raum --alle."),
        (["link", "create", "--alle", "--raum", "x"], "--raum und --alle schließen sich aus."),
        (["link", "create", "--alle", "--tage", "0"], "„0“ ist nicht möglich für --tage."),
    ],
)
def test_a_call_that_is_not_understood_says_why(
    arguments: list[str], reason: str, settings: Settings, capsys: Output
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments, settings)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(f"Dieser Aufruf ist nicht zu verstehen. {reason}\n")


def test_whoever_has_read_enough_gets_no_traceback() -> None:
    command = f"{sys.executable} -m dashboard check data/deliveries/beispiel | true; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (result.stdout, result.stderr) == ("1\n", "")


def test_a_terminal_without_umlauts_gets_the_report_all_the_same() -> None:
    result = _module("-m", "dashboard", "check", "data/deliveries/beispiel", PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Lieferung beispiel: in Ordnung")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DASHBOARD_DATABASE_URL", "mysql://rechner/monitor"),
        ("DASHBOARD_DATABASE_URL", "kein Ort"),
        ("DASHBOARD_DATABASE_URL", "postgresql://rechner:port/monitor"),
        ("DASHBOARD_DATABASE_URL", "sqlite://data/monitor.sqlite"),
        ("DASHBOARD_PROTECTED_DATABASE_URL", "mysql://rechner/monitor"),
    ],
)
def test_a_database_address_that_is_none_stops_the_server(name: str, value: str) -> None:
    result = _module("-m", "dashboard", "serve", **{name: value})
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr.startswith(f"{name} ist nicht zu verwenden. Die Datenbankadresse muss ")


def test_a_taken_port_is_told_in_german() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = _module("-m", "dashboard", "serve", HOST="127.0.0.1", PORT=str(taken.getsockname()[1]))
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "Dort läuft schon etwas; mit PORT eine andere Nummer wählen" in result.stderr


@pytest.mark.parametrize(("host", "reason"), [("192.0.2.1", "Diese Adresse hat der Rechner nicht"),
                                             ("kein Name", "HOST ist weder eine IP-Adresse")])  # fmt: skip
def test_a_host_that_is_none_is_told_in_german(host: str, reason: str) -> None:
    result = _module("-m", "dashboard", "serve", HOST=host)
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert reason in result.stderr


def test_a_setting_that_is_none_is_told_in_german() -> None:
    result = _module("-m", "dashboard", "prepare", PORT="achttausend")
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert "PORT" in result.stderr


def test_prepare_of_a_ready_database_loads_neither_geography_nor_statistics(sqlite_url: str) -> None:
    tiny_release(sqlite_url)
    program = (
        "import sys; from dashboard.__main__ import main; assert main(['prepare']) == 0;"
        "sys.exit(bool({'shapely', 'scipy', 'pandas', 'statsmodels'} & set(sys.modules)))"
    )
    result = _module("-c", program, DASHBOARD_DATABASE_URL=sqlite_url)
    assert (result.returncode, result.stdout) == (0, "Datenstand 2026-1 ist vorhanden.\n")
