"""An expected failure of a command that no other room has a name for."""

from __future__ import annotations


class Failure(Exception):
    """Ends a command with its German text and exit code 1."""
