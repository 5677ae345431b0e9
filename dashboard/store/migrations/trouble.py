"""What keeps a database from being brought to the present format: said in German, with the way on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

PREPARE, RELEASE = "„python -m dashboard prepare“", "„python -m dashboard release“"
_RIGHTS = ("42501", "25006")  # SQLSTATE: insufficient_privilege, read_only_sql_transaction
_LOCKED = "55P03"  # lock_not_available


@dataclass(frozen=True, slots=True)
class About:
    """What the database is called in a sentence, and the setting that holds its address."""

    name: str
    setting: str


def older(about: About, found: int, expected: int) -> str:
    """Refusal to write into a schema that is not ours yet."""
    return (
        f"{about.name} hat das Format {found}, dieses Programm schreibt Format {expected}. "
        f"{PREPARE} stellt sie um; bis dahin bleibt sie unverändert."
    )


def newer(about: About, found: int, expected: int) -> str:
    """Refusal of a schema of a later program."""
    return (
        f"{about.name} hat das Format {found} und ist damit neuer als dieses Programm, das Format {expected} "
        "kennt. Sie bleibt unverändert. Bitte das Programm auf den neuen Stand bringen."
    )


def no_way(about: About, found: int, expected: int) -> str:
    """Refusal of a number that no step leads on from."""
    return f"{about.name} hat das Format {found}, von dem kein Weg zu Format {expected} führt. {_anew(about)}"


def unknown(about: About) -> str:
    """Our tables without a number."""
    return (
        f"{about.name} enthält Tabellen dieses Programms, sagt aber nicht, welches Format sie haben. "
        f"{_anew(about)}"
    )


def contradiction(about: About, one: int, other: int) -> str:
    """The two places that say the number disagree."""
    return (
        f"{about.name} nennt zwei verschiedene Formate, {one} und {other}: Sie wurde von Hand oder nur "
        f"teilweise wiederhergestellt. {_anew(about)}"
    )


def does_not_fit(about: About, found: int, lacking: Sequence[str]) -> str:
    """All steps were taken, and still something is missing."""
    return (
        f"{about.name} lässt sich nicht umstellen: Sie entspricht nicht dem Format {found}, das sie nennt. "
        f"Danach fehlt noch: {', '.join(sorted(lacking))}. {_anew(about)}"
    )


def failed(about: About, found: int | None, number: int, url: URL, error: DBAPIError) -> str:
    """A statement of the step to ``number`` failed: what, where, and the way on."""
    what = "anlegen" if found is None else f"von Format {found} umstellen"
    statement = " ".join((error.statement or "").split())[:120]
    said = str(error.orig).strip().split("\n")[0]
    return (
        f"{about.name} {_place(url)} lässt sich nicht {what}. Fehler beim Schritt auf Format {number}, "
        f"Anweisung „{statement}“: {said}. Es ist nichts verändert. {_way(about, url, error)}"
    )


def _place(url: URL) -> str:
    if url.host is None:
        return f"„{Path(url.database or '').name}“"
    return f"„{url.database}“ auf {url.host}"


def _way(about: About, url: URL, error: DBAPIError) -> str:
    state = getattr(error.orig, "sqlstate", None)
    if state in _RIGHTS:
        return (
            f"Die Anmeldung „{url.username}“ darf das nicht: Bitte {PREPARE} mit der Anmeldung aufrufen, der "
            "die Tabellen gehören."
        )
    if state == _LOCKED:
        return (
            f"Eine andere Verbindung hält eine Tabelle fest: Bitte die Anwendung anhalten und {PREPARE} "
            "erneut aufrufen."
        )
    return (
        f"Bitte die Ursache beheben und {PREPARE} erneut aufrufen; bis dahin läuft das Programm weiter, das "
        f"sie geschrieben hat. Sonst eine leere Datenbank anlegen, ihre Adresse in {about.setting} eintragen "
        f"und {RELEASE} aufrufen."
    )


def _anew(about: About) -> str:
    return (
        "Sie bleibt unverändert. Bitte eine Sicherung einspielen, oder eine leere Datenbank anlegen, ihre "
        f"Adresse in {about.setting} eintragen und {RELEASE} aufrufen."
    )
