"""What can go wrong with the database, each with a German message for people."""

from __future__ import annotations


class StoreError(RuntimeError):
    """Base of all errors of this room; its text can be shown to people."""


class NoRelease(StoreError):
    """There is no release that can be read: nothing built yet, or the database is broken."""


class UnknownRelease(NoRelease):
    """The release that was asked for is not in this database."""


class OldFormat(NoRelease):
    """The database carries the number of an older schema, ``found``."""

    def __init__(self, found: int, expected: int) -> None:
        self.found = found
        super().__init__(
            f"Die Datenbank muss umgestellt werden: Sie hat das Format {found}, erwartet wird {expected}. "
            "„python -m dashboard prepare“ stellt sie um; alle Datenstände und feste Links bleiben erhalten."
        )


class NewFormat(NoRelease):
    """The database carries the number of a later schema, ``found``."""

    def __init__(self, found: int, expected: int) -> None:
        self.found = found
        super().__init__(
            f"Die Datenbank hat das Format {found} und ist damit neuer als dieses Programm, erwartet wird "
            f"{expected}. Bitte das Programm auf den neuen Stand bringen oder, nach einer Umstellung, neu "
            "starten."
        )


class Unreachable(NoRelease):
    """The database server does not answer."""


class WriteRefused(StoreError):
    """A release was not written; what readers see is unchanged."""
