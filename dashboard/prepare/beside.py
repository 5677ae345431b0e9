"""What a delivery about single schools is read against: the schools and area figures of the others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dashboard.catalogue.catalogue import Catalogue
from dashboard.intake.delivery import Delivery, check_folder
from dashboard.intake.description.load import load_description
from dashboard.intake.facility import NOTHING_BESIDE, Beside, Facility
from dashboard.intake.finding import Findings
from dashboard.prepare.demo.reading import read_calibration
from dashboard.prepare.geography import Geography
from dashboard.prepare.school_level import PRIMARY

FORM, DIRECTORY = "uebergaenge-schulen", "schulverzeichnis"


def about_schools(folder: Path) -> bool:
    """Whether a delivery folder has transitions of single schools, as far as its description tells."""
    return FORM in _forms(folder)


def reading_order(folder: Path) -> int:
    """Folders with transitions of schools come after all others, those without a directory last."""
    found = _forms(folder)
    return 0 if FORM not in found else 1 if DIRECTORY in found else 2


def beside(deliveries: Iterable[Delivery], demo: Path) -> Beside:
    """Schools and figures of these deliveries; without a delivered primary school the invented ones.

    Raises CalibrationError.
    """
    given = [delivery for delivery in deliveries if not delivery.example]
    schools = tuple(school for delivery in given for school in delivery.facilities)
    if not any(school.form == PRIMARY for school in schools):
        schools += invented(demo)
    return Beside(schools, tuple(row for delivery in given for row in delivery.observations))


def beside_folder(
    folder: Path, others: Iterable[Path], demo: Path, catalogue: Catalogue, geography: Geography
) -> Beside:
    """The same for one folder that is checked alone: everything of ``others`` that can be read."""
    if not about_schools(folder):
        return NOTHING_BESIDE
    checks = [
        check_folder(other, catalogue, geography.inside_city, geography.locate)
        for other in others
        if other.resolve() != folder.resolve()
    ]
    return beside((check.delivery for check in checks if check.delivery is not None), demo)


def invented(demo: Path) -> tuple[Facility, ...]:
    """The primary schools of the demo values."""
    return tuple(
        Facility(school.id, school.name, PRIMARY, None, None, "", school.area, invented=True)
        for school in read_calibration(demo).school
    )


def _forms(folder: Path) -> set[str]:
    description, _ = load_description(folder, Findings())
    return set() if description is None else {file.form for file in description.datei}
