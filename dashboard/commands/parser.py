"""The command line in German."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import NoReturn

REPORTS = ("text", "json", "csv", "html")


class GermanParser(argparse.ArgumentParser):
    """argparse with German headings and a German word for what it cannot understand."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **settings)  # type: ignore[arg-type]
        self._positionals.title, self._optionals.title = "Argumente", "Optionen"
        self.add_argument("-h", "--hilfe", "--help", action="help", help="diese Hilfe zeigen")

    def error(self, message: str) -> NoReturn:
        """Say that the call is not understood, and how it should be; exit code 2."""
        self.exit(
            2, f"Dieser Aufruf ist nicht zu verstehen.\n{self.format_usage()}Hilfe: {self.prog} --hilfe\n"
        )


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
    release = verbs.add_parser("release", help="einen neuen Datenstand erstellen und veröffentlichen")
    for verb in (check, release):
        verb.add_argument("--akzeptiere", action="store_true", help="Hinweise annehmen (Fehler nie)")
    verbs.add_parser("prepare", help="einen Datenstand erstellen, wenn noch keiner vorhanden ist")
    verbs.add_parser("serve", help="die Anwendung starten")
    return top
