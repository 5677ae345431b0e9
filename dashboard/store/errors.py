"""What can go wrong with the database, each with a German message for people."""

from __future__ import annotations


class StoreError(RuntimeError):
    """Base of all errors of this room; its text can be shown to people."""


class NoRelease(StoreError):
    """There is no release that can be read: nothing built yet, or the database is broken."""


class UnknownRelease(NoRelease):
    """The release that was asked for is not in this database."""


class Unreachable(NoRelease):
    """The database server does not answer."""


class WriteRefused(StoreError):
    """A release was not written; what readers see is unchanged."""
