"""Where a school lies: coordinates are judged, never repaired."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.intake.context import Context
from dashboard.intake.facility import Facility
from dashboard.intake.finding import Place, quoted
from dashboard.intake.number import NumberError, parse_number
from dashboard.intake.shapes.schulverzeichnis.columns import SchoolRow


@dataclass(frozen=True, slots=True)
class Geography:
    """Questions to the map; both take (longitude, latitude) in degrees, both may be unknown."""

    inside_city: Callable[[float, float], bool] | None = None
    locate: Callable[[float, float], str | None] | None = None


def has_place(row: SchoolRow) -> bool:
    """Whether the row carries coordinates at all."""
    return bool(row["breite"] or row["laenge"])


def area_of(
    row: SchoolRow, school: Facility, place: Place, geography: Geography, context: Context
) -> str | None:
    """The id of the Sozialraum the school lies in; None without coordinates, map, or after a finding."""
    if not has_place(row):
        return None
    try:
        longitude, latitude = _degrees(row["laenge"]), _degrees(row["breite"])
    except NumberError as error:
        _error(row, school, place, f"Die Koordinaten sind keine Zahlen: {error}", context)
        return None
    if misplaced := _misplaced(row, school, longitude, latitude, geography):
        _error(row, school, place, misplaced, context)
        return None
    if geography.inside_city is not None and _other_postcode(row, school):
        _warn(row, school, place, context)
    return None if geography.locate is None else geography.locate(longitude, latitude)


def _degrees(text: str) -> float:
    """Degrees with point or comma: coordinates come from map services, not from the supplier's table."""
    return float(parse_number(text.replace(",", "."), decimal=".", thousands=""))


def _misplaced(
    row: SchoolRow, school: Facility, longitude: float, latitude: float, geography: Geography
) -> str:
    if geography.inside_city is not None:
        return (
            "" if geography.inside_city(longitude, latitude) else "Die Koordinaten liegen nicht in der Stadt"
        )
    # without a map the address that was found still tells on a wrong place
    return "Die gefundene Adresse ist nicht die der Schule" if _other_postcode(row, school) else ""


def _other_postcode(row: SchoolRow, school: Facility) -> bool:
    found = re.findall(r"\b\d{5}\b", row["gefundene_adresse"])
    return bool(found) and school.postcode not in found


def _described(row: SchoolRow) -> str:
    address = (
        f", gefundene Adresse {quoted(row['gefundene_adresse'], 120)}" if row["gefundene_adresse"] else ""
    )
    return f"Breite {row['breite']}, Länge {row['laenge']}{address}"


def _error(row: SchoolRow, school: Facility, place: Place, message: str, context: Context) -> None:
    context.findings.error(
        place.at(row.number),
        f"{school.name} ({school.number}): {message} ({_described(row)})",
        column="Koordinaten",
        value=f"{row['breite']} / {row['laenge']}",
        expectation=f"ein Ort in der Stadt, Postleitzahl {school.postcode}",
    )


def _warn(row: SchoolRow, school: Facility, place: Place, context: Context) -> None:
    context.findings.warning(
        place.at(row.number),
        f"{school.name} ({school.number}): Die gefundene Adresse hat eine andere Postleitzahl "
        f"({_described(row)})",
        column="Koordinaten",
        value=row["gefundene_adresse"],
        expectation=school.postcode,
    )
