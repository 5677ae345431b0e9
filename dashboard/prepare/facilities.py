"""The facilities of the deliveries that feed a release, for the protected database only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from dashboard.intake.delivery import Delivery, check_folder, delivery_folders
from dashboard.intake.description.load import load_description
from dashboard.intake.facility import Facility
from dashboard.intake.finding import Findings
from dashboard.prepare.beside import beside_folder
from dashboard.prepare.build import Built
from dashboard.prepare.geography import read_geography
from dashboard.prepare.reading import Folders
from dashboard.prepare.refused import ReleaseRefused
from dashboard.prepare.school_level import value_order
from dashboard.store.contents import ReleaseContents
from dashboard.store.protected_facts import FacilityFact, FacilityValue

#: Indicators under which the figures of a school are kept.
PUPILS, SOCIAL_INDEX = "schueler-je-schule", "schulsozialindex"


def all_facilities(folders: Folders, built: Built) -> tuple[FacilityFact, ...]:
    """Delivered facilities, and the schools that were protected with the release. Errors as below.

    A school of both has the figures of both, and is told as its directory tells it.
    """
    found = {fact.number: fact for fact in facilities(folders, built.contents)}
    for school in built.schools:
        listed = found.get(school.number)
        values = (*listed.values, *school.values) if listed else school.values
        found[school.number] = replace(listed or school, values=tuple(sorted(values, key=value_order)))
    return tuple(found.values())


def facilities(folders: Folders, contents: ReleaseContents) -> tuple[FacilityFact, ...]:
    """Every facility once, with the values of all years. Raises :class:`ReleaseRefused`.

    Only folders with a directory are read again; what they hold must be what the release was built
    from, else nothing is published.
    """
    paths = [path for path in _all_folders(folders) if _has_directory(path)]
    if not paths:
        return ()
    geography = read_geography(folders.geodata, contents.catalogue)
    feeding = {info.id: info.files for info in contents.deliveries}
    found = []
    for path in paths:
        near = beside_folder(path, _all_folders(folders), folders.demo, contents.catalogue, geography)
        delivery = check_folder(
            path, contents.catalogue, geography.inside_city, geography.locate, beside=near
        ).delivery
        if delivery is None or (not delivery.example and feeding.get(delivery.id) != delivery.files):
            raise ReleaseRefused(
                [f"{path.name}: Die Lieferung hat sich geändert, während sie gelesen wurde."]
            )
        found += [] if delivery.example else [delivery]
    return merged(found)


def merged(deliveries: Iterable[Delivery]) -> tuple[FacilityFact, ...]:
    """The facilities of all deliveries by number; name and place are those of the latest year.

    Raises :class:`ReleaseRefused` where two deliveries give different values for one year.
    """
    entries: dict[str, list[tuple[Facility, str]]] = {}
    for delivery in sorted(deliveries, key=lambda each: each.received):
        for facility in delivery.facilities:
            entries.setdefault(facility.number, []).append((facility, delivery.id))
    return tuple(_fact(entries[number]) for number in sorted(entries))


def _fact(entries: list[tuple[Facility, str]]) -> FacilityFact:
    values: dict[tuple[str, int], FacilityValue] = {}
    for facility, delivery in entries:
        for value in _values(facility, delivery):
            known = values.setdefault((value.indicator, value.year), value)
            if known.value != value.value:
                raise ReleaseRefused(
                    [
                        f"Die Lieferungen {known.delivery} und {value.delivery} nennen für die Einrichtung "
                        f"{facility.number} und das Jahr {value.year} verschiedene Werte ({value.indicator})."
                    ]
                )
    latest, _ = max(entries, key=lambda entry: entry[0].year or 0)
    about = (latest.number, latest.name, latest.form, latest.postcode, latest.area)
    return FacilityFact(*about, tuple(values[key] for key in sorted(values)))


def _values(facility: Facility, delivery: str) -> list[FacilityValue]:
    figures = ((PUPILS, facility.pupils), (SOCIAL_INDEX, facility.social_index))
    if facility.year is None:
        return []
    return [
        FacilityValue(indicator, facility.year, float(figure), delivery)
        for indicator, figure in figures
        if figure is not None
    ]


def _all_folders(folders: Folders) -> list[Path]:
    return [*delivery_folders(folders.published), *delivery_folders(folders.deliveries)]


def _has_directory(path: Path) -> bool:
    description, _ = load_description(path, Findings())
    return description is not None and any(file.form == "schulverzeichnis" for file in description.datei)
