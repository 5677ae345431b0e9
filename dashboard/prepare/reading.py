"""Everything a release is made of, read from files: published figures and deliveries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dashboard.catalogue.catalogue import Catalogue
from dashboard.intake.delivery import Check, Delivery, check_folder, delivery_folders
from dashboard.intake.facility import NOTHING_BESIDE
from dashboard.intake.finding import Finding
from dashboard.prepare.beside import about_schools, beside, reading_order
from dashboard.prepare.geography import Geography
from dashboard.prepare.refused import ReleaseRefused
from dashboard.store.contents import DeliveryInfo, Progress

READING = "Lieferungen lesen"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the inputs of a release lie."""

    catalogue: Path
    published: Path
    deliveries: Path
    demo: Path
    geodata: Path

    @classmethod
    def below(cls, data: Path, geodata: Path) -> Folders:
        """The usual places."""
        return cls(data / "catalogue", data / "published", data / "deliveries", data / "demo", geodata)


def read_deliveries(
    folders: Folders,
    catalogue: Catalogue,
    geography: Geography,
    accept_warnings: bool,
    progress: Progress,
) -> tuple[Delivery, ...]:
    """Published figures and deliveries, without examples. Every refused one is named at once.

    Published figures come with the product: what is remarkable about them is known and accepted.
    """
    accepted = dict.fromkeys(delivery_folders(folders.published), True)
    accepted |= dict.fromkeys(delivery_folders(folders.deliveries), accept_warnings)
    checks: dict[Path, Check] = {}
    for path in sorted(accepted, key=reading_order):
        known = (check.delivery for check in checks.values() if check.delivery is not None)
        near = beside(known, folders.demo) if about_schools(path) else NOTHING_BESIDE
        checks[path] = check_folder(path, catalogue, geography.inside_city, geography.locate, beside=near)
        progress(READING, len(checks), len(accepted))
    problems = [line for path, accept in accepted.items() for line in _refusals(checks[path], accept)]
    if problems:
        raise ReleaseRefused(problems)
    found = (checks[path].delivery for path in accepted)
    return _distinct(delivery for delivery in found if delivery and not delivery.example)


def described(delivery: Delivery) -> DeliveryInfo:
    """What the release says about a delivery."""
    return DeliveryInfo(
        id=delivery.id,
        title=delivery.title,
        supplier=delivery.supplier,
        received=delivery.received.isoformat(),
        origin=delivery.origin,
        files=delivery.files,
        rows=len(delivery.observations),
        warnings=tuple(_public(finding, delivery) for finding in delivery.warnings),
    )


def _public(finding: Finding, delivery: Delivery) -> str:
    """A warning as the release tells it: which facility it is about is nobody's business there."""
    if delivery.transitions:  # sums of few schools may stand in it
        return f"{finding.where}: Hinweis zu Zahlen von Schulen (zu lesen mit „check“)"
    names = (word for facility in delivery.facilities for word in (facility.number, facility.name))
    if any(word in finding.message for word in names):
        return f"{finding.where}: Hinweis zu einer Einrichtung (zu lesen mit „check“)"
    return f"{finding.where}: {finding.message}"


def _refusals(check: Check, accept_warnings: bool) -> list[str]:
    """One line per reason. Accepted warnings and those of examples are none."""
    accepted = accept_warnings or (check.delivery is not None and check.delivery.example)
    return [
        f"{check.folder}: {_told(finding)}"
        for finding in check.findings
        if finding.severity == "error" or not accepted
    ]


def _told(finding: Finding) -> str:
    value = f" (gefunden: {finding.value})" if finding.value else ""
    hint = "" if finding.severity == "error" else " – Hinweis, mit „release --akzeptiere“ zu übergehen"
    return f"{finding.where}: {finding.message}{value}{hint}"


def _distinct(deliveries: Iterable[Delivery]) -> tuple[Delivery, ...]:
    by_id: dict[str, Delivery] = {}
    for delivery in deliveries:
        if delivery.id in by_id:
            raise ReleaseRefused([f"Zwei Lieferungen haben dieselbe Kennung „{delivery.id}“."])
        by_id[delivery.id] = delivery
    return tuple(by_id.values())
