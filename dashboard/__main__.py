"""``python -m dashboard check | template | release | prepare | serve | link``."""

from __future__ import annotations

import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from dashboard.commands.failure import Failure
from dashboard.commands.parser import parser
from dashboard.settings import Settings, SettingsError


def main(arguments: Sequence[str] | None = None, settings: Settings | None = None) -> int:
    """Run one command; 0 done, 1 refused or failed, 2 not understood, 130 interrupted."""
    told = parser().parse_args(arguments)
    try:
        code = _run(told, settings or Settings.from_env())
        sys.stdout.flush()
        return code
    except (Failure, SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Abgebrochen. Was Leserinnen und Leser sehen, ist unverändert.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever reads has seen enough: „… check ORDNER | head“
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(told: Namespace, settings: Settings) -> int:
    """Each verb imports only what it needs: the serving process knows no geography."""
    if told.verb == "check":
        from dashboard.commands.check import check

        return check(settings, Path(told.folder), told.report, told.akzeptiere)
    if told.verb == "template":
        from dashboard.commands.template import template

        return template(settings, told.indicators, Path(told.out))
    if told.verb == "release":
        from dashboard.commands.release import release

        return release(settings, told.akzeptiere)
    if told.verb == "prepare":
        from dashboard.commands.prepare import prepare

        return prepare(settings)
    if told.verb == "link":
        return _run_link(told, settings)
    from dashboard.commands.serve import serve

    return serve(settings)


def _run_link(told: Namespace, settings: Settings) -> int:
    from dashboard.commands import link

    if told.link_verb == "create":
        return link.create(settings, told.raum, told.tage, told.fuer, told.adresse)
    if told.link_verb == "withdraw":
        return link.withdraw(settings, told.link)
    return link.show(settings)


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal without „ and “ is no reason to stop
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main())
