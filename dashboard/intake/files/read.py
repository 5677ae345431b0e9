"""Which reader a file gets."""

from __future__ import annotations

from pathlib import PurePath

from dashboard.intake.description.models import FileDescription
from dashboard.intake.files.guard import Limits
from dashboard.intake.files.table import Table
from dashboard.intake.files.text import read_text
from dashboard.intake.files.workbook import SUFFIXES, read_workbook
from dashboard.intake.finding import Findings, Place

TEXT_SUFFIXES = (".csv", ".txt", ".dat", ".tsv")


def read_table(raw: bytes, file: FileDescription, findings: Findings, limits: Limits) -> Table | None:
    """The table in a file's bytes, or None and findings."""
    suffix = PurePath(file.name).suffix.lower()
    if suffix in SUFFIXES:
        return read_workbook(raw, file, findings, limits)
    if suffix in TEXT_SUFFIXES:
        return read_text(raw, file, findings)
    findings.error(
        Place(file.name),
        "Diese Dateiart wird nicht gelesen",
        value=suffix or "ohne Endung",
        expectation=", ".join((*TEXT_SUFFIXES, *SUFFIXES)),
    )
    return None
