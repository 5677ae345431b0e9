"""The door of the intake room: a delivery folder becomes checked rows, or is refused with reasons."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dashboard.intake.checks.amounts import check_leaps
from dashboard.intake.checks.completeness import check_completeness
from dashboard.intake.checks.days import check_days
from dashboard.intake.checks.duplicates import check_duplicates
from dashboard.intake.checks.plausibility import check_change, check_fraction, check_range
from dashboard.intake.checks.school_sums import check_school_sums
from dashboard.intake.checks.totals import check_area_totals, check_category_totals
from dashboard.intake.context import Cell, Context
from dashboard.intake.description.load import NAME, load_description
from dashboard.intake.description.models import Description, FileDescription
from dashboard.intake.facility import NOTHING_BESIDE, Beside, Facility, Transition
from dashboard.intake.files.guard import Limits, content
from dashboard.intake.files.read import read_table
from dashboard.intake.files.table import Table
from dashboard.intake.finding import DeliveryError, Finding, Findings, Place
from dashboard.intake.observe import Placed, observe
from dashboard.intake.shapes.records import records
from dashboard.intake.shapes.schulverzeichnis.read import Geography, read_schools
from dashboard.intake.shapes.uebergaenge_schulen.read import read_transitions
from dashboard.intake.vocabulary import Vocabulary
from dashboard.model import Observation, Origin

InsideCity = Callable[[float, float], bool]  #: (longitude, latitude) → whether it lies in the city
Locate = Callable[[float, float], str | None]  #: (longitude, latitude) → id of the Sozialraum
_DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery that may become part of a release.

    ``files`` are (name, sha256) of everything read, the description first. ``example`` deliveries
    show the format; a release leaves them out. ``facilities`` and ``transitions`` are not publishable.
    """

    id: str
    title: str
    supplier: str
    received: date
    origin: Origin
    files: tuple[tuple[str, str], ...]
    observations: tuple[Observation, ...]
    warnings: tuple[Finding, ...]
    facilities: tuple[Facility, ...] = ()
    example: bool = False
    transitions: tuple[Transition, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """What reading a folder brought: the delivery (None with errors) and every finding, errors first."""

    folder: str
    delivery: Delivery | None
    findings: tuple[Finding, ...]


def delivery_folders(root: Path) -> tuple[Path, ...]:
    """The delivery folders below ``root`` by name, without those starting with a dot."""
    if not root.is_dir():
        return ()
    found = (path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    return tuple(sorted(found))


def read_delivery(
    folder: Path,
    catalogue: Vocabulary,
    inside_city: InsideCity | None = None,
    locate: Locate | None = None,
    *,
    accept_warnings: bool = False,
    limits: Limits = _DEFAULT_LIMITS,
) -> Delivery:
    """The checked delivery. Raises DeliveryError with all findings: errors, or warnings not accepted."""
    check = check_folder(folder, catalogue, inside_city, locate, limits=limits)
    if check.delivery is None or (check.findings and not accept_warnings):
        raise DeliveryError(check.findings)
    return check.delivery


def check_folder(
    folder: Path,
    catalogue: Vocabulary,
    inside_city: InsideCity | None = None,
    locate: Locate | None = None,
    *,
    limits: Limits = _DEFAULT_LIMITS,
    beside: Beside = NOTHING_BESIDE,
) -> Check:
    """Reads and judges a delivery folder without raising and without changing anything.

    ``beside``: schools and figures of other folders, for deliveries about single schools.
    """
    findings = Findings()
    description, raw = load_description(folder, findings)
    delivery = None
    if description is not None:
        geography = Geography(inside_city, locate)
        reading = _Reading(folder, catalogue, geography, findings, limits, description, beside)
        delivery = reading.delivery(raw)
    refused = findings.has_errors
    return Check(folder.name, None if refused else delivery, findings.all())


@dataclass(frozen=True, slots=True)
class _Reading:
    """One run over the files of a delivery."""

    folder: Path
    catalogue: Vocabulary
    geography: Geography
    findings: Findings
    limits: Limits
    description: Description
    beside: Beside
    met: set[Cell] = field(default_factory=set)
    facilities: list[Facility] = field(default_factory=list)
    transitions: list[Transition] = field(default_factory=list)

    def delivery(self, raw_description: bytes) -> Delivery:
        """The delivery as read; whether it is refused is up to the findings."""
        hashes, placed = {NAME: _sha256(raw_description)}, list[Placed]()
        # transitions come last: they are read against the schools and figures of the other files
        for file in sorted(self.description.datei, key=lambda each: each.form == "uebergaenge-schulen"):
            placed += self._file(file, hashes, placed)
        check_duplicates(placed, self.findings)
        check_completeness(placed, self.met, self.catalogue, self.findings)
        check_days(placed, self.catalogue, self.findings)
        if not (placed or self.transitions or self.findings.has_errors):
            self.findings.error(Place(NAME), "Die Lieferung enthält keinen einzigen Wert")
        return self._assembled(hashes, placed)

    def _assembled(self, hashes: dict[str, str], placed: list[Placed]) -> Delivery:
        about = self.description
        return Delivery(
            id=about.id,
            title=about.titel,
            supplier=about.lieferant,
            received=about.eingegangen,
            origin=about.herkunft,
            files=tuple(hashes.items()),
            observations=tuple(each.observation for each in placed),
            warnings=tuple(each for each in self.findings.all() if each.severity == "warning"),
            facilities=tuple(self.facilities),
            example=about.beispiel,
            transitions=tuple(self.transitions),
        )

    def _file(self, file: FileDescription, hashes: dict[str, str], before: list[Placed]) -> list[Placed]:
        raw = content(self.folder, file.name, self.findings, self.limits)
        table = None if raw is None else read_table(raw, file, self.findings, self.limits)
        if raw is None or table is None:
            return []
        hashes[file.name] = _sha256(raw)
        context = Context(self.description, file, self.catalogue, self.findings, self.met)
        if file.form == "schulverzeichnis":
            means, schools = read_schools(table, context, self.geography)
            self.facilities.extend(schools)
            return means
        if file.form == "uebergaenge-schulen":
            self._transitions(table, context, before)
            return []
        placed = _observations(table, context)
        for check in (
            check_area_totals, check_category_totals, check_range, check_change, check_fraction, check_leaps
        ):  # fmt: skip
            check(placed, context)
        return placed

    def _transitions(self, table: Table, context: Context, before: list[Placed]) -> None:
        """Transitions per school, and whether they make the areas' figures of this and other deliveries."""
        schools = (*self.beside.schools, *self.facilities)
        found = read_transitions(table, context, schools, self.transitions)
        figures = (*self.beside.figures, *(each.observation for each in before))
        check_school_sums(found, figures, context)
        self.transitions.extend(found)


def _observations(table: Table, context: Context) -> list[Placed]:
    found = records(table, context)
    return [placed for record in found if (placed := observe(record, context)) is not None]


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
