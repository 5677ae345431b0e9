"""The command line in German."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

REPORTS = ("text", "json", "csv", "html")
#: What argparse says is wrong, and how we say it; what is not listed is shown as the usage alone.
_WRONG = (
    (r"argument (?P<name>.+?): invalid .+?: '(?P<value>.*?)'.*", "„{value}“ ist nicht möglich für {name}."),
    (r"the following arguments are required: (?P<name>.+)", "Es fehlt: {name}."),
    (r"one of the arguments (?P<name>.+) is required", "Es fehlt eine dieser Angaben: {name}."),
    (r"unrecognized arguments: (?P<name>.+)", "Nicht vorgesehen: {name}."),
    (r"argument (?P<name>.+?): expected .+", "Zu {name} fehlt die Angabe."),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<value>.+)",
        "{name} und {value} schließen sich aus.",
    ),
    (r"argument (?P<name>[^:]+): (?P<value>\S+)", "„{value}“ ist nicht möglich für {name}."),
)


class GermanParser(argparse.ArgumentParser):
    """argparse with German headings and a German word for what it cannot understand."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **settings)  # type: ignore[arg-type]
        self._positionals.title, self._optionals.title = "Argumente", "Optionen"
        self.add_argument("-h", "--hilfe", "--help", action="help", help="diese Hilfe zeigen")

    def error(self, message: str) -> NoReturn:
        """Say that the call is not understood, and how it should be; exit code 2."""
        found = ((re.fullmatch(pattern, message, re.DOTALL), words) for pattern, words in _WRONG)
        reason = next((f" {words.format(**match.groupdict())}" for match, words in found if match), "")
        said = f"Dieser Aufruf ist nicht zu verstehen.{reason}"
        self.exit(2, f"{said}\n{self.format_usage()}Hilfe: {self.prog} --hilfe\n")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


def parser() -> argparse.ArgumentParser:
    """All verbs with their options."""
    top = GermanParser(prog="python -m dashboard", description="Sozialraum-Monitor Hamm")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="BEFEHL", title="Befehle")
    check = verbs.add_parser("check", help="eine Lieferung prüfen, ohne etwas zu ändern")
    check.add_argument("folder", metavar="ORDNER", help="Ordner der Lieferung mit lieferung.toml")
    check.add_argument(
        "--report", choices=REPORTS, default="text", metavar="FORM", help="text (üblich), json, csv oder html"
    )
    template = verbs.add_parser("template", help="Vorlagen zum Ausfüllen für Lieferanten schreiben")
    template.add_argument(
        "indicators", nargs="*", metavar="KENNZAHL", help="Kürzel der Kennzahl; ohne Angabe alle"
    )
    template.add_argument(
        "--out", default="vorlagen", metavar="ORDNER", help="wohin, je Kennzahl ein Ordner (üblich: vorlagen)"
    )
    release = verbs.add_parser("release", help="einen neuen Datenstand erstellen und veröffentlichen")
    for verb in (check, release):
        verb.add_argument("--akzeptiere", action="store_true", help="Hinweise annehmen (Fehler nie)")
    verbs.add_parser("prepare", help="einen Datenstand erstellen, wenn noch keiner vorhanden ist")
    verbs.add_parser("serve", help="die Anwendung starten")
    _add_link(
        verbs.add_parser("link", help="Zugangslinks zu den Einrichtungen vergeben, zeigen, zurückziehen")
    )
    return top


def _add_link(link: argparse.ArgumentParser) -> None:
    verbs = link.add_subparsers(dest="link_verb", required=True, metavar="BEFEHL", title="Befehle")
    create = verbs.add_parser("create", help="einen Link vergeben; er wird nur dieses eine Mal gezeigt")
    rooms = create.add_mutually_exclusive_group(required=True)
    rooms.add_argument(
        "--raum",
        action="append",
        metavar="RAUM",
        help="Sozialraum, dessen Einrichtungen zu sehen sind; mehrfach",
    )
    rooms.add_argument("--alle", action="store_true", help="die Einrichtungen aller Sozialräume")
    create.add_argument(
        "--tage", type=_days, required=True, metavar="ZAHL", help="Gültigkeit, 1 bis 366 Tage"
    )
    create.add_argument("--fuer", required=True, metavar="ZWECK", help="wofür, ohne Namen von Personen")
    create.add_argument(
        "--adresse", default="/", metavar="ADRESSE", help="Ansicht, die sich öffnet (üblich: /)"
    )
    verbs.add_parser("list", help="alle vergebenen Links mit Zweck und Gültigkeit")
    withdraw = verbs.add_parser("withdraw", help="einen Link zurückziehen; das gilt sofort")
    withdraw.add_argument("link", metavar="KENNUNG", help="Kennung des Links, wie „list“ sie zeigt")


def _days(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 366:
        raise argparse.ArgumentTypeError(text)
    return int(text)
