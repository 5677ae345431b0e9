"""Opens nothing that should not be opened: names that lead out of the folder, files that are too big."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from dashboard.intake.finding import Findings, Place, quoted

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes above which a file is refused before it is read (bytes, table cells, zip entries)."""

    file_bytes: int = 50 * MEGABYTE
    unpacked_bytes: int = 300 * MEGABYTE
    cells: int = 5_000_000
    entries: int = 10_000


def content(folder: Path, name: str, findings: Findings, limits: Limits) -> bytes | None:
    """The bytes of the file ``name`` directly inside ``folder``, or None and a finding."""
    place = Place(name)
    if not _plain(name):
        findings.error(
            place,
            f"Der Dateiname {quoted(name)} führt aus dem Ordner der Lieferung heraus",
            value=name,
            expectation="ein Dateiname ohne Ordner",
        )
        return None
    path = folder / name
    try:
        return _read(path, place, findings, limits)
    except FileNotFoundError:
        present = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
        found = ", ".join(present[:20]) or "nichts"
        findings.error(place, f"Die Datei fehlt. Im Ordner liegt: {found}", expectation=name)
    except OSError as error:
        findings.error(place, f"Die Datei lässt sich nicht lesen: {error.strerror or 'Ein-/Ausgabefehler'}")
    return None


def _plain(name: str) -> bool:
    return not (set(name) & set("/\\:\0") or name in (".", "..") or name != name.strip())


def _read(path: Path, place: Place, findings: Findings, limits: Limits) -> bytes | None:
    info = path.lstat()
    if stat.S_ISLNK(info.st_mode):
        findings.error(
            place, "Die Datei ist eine Verknüpfung; gelesen werden nur Dateien der Lieferung selbst"
        )
    elif not stat.S_ISREG(info.st_mode):
        findings.error(place, "Unter diesem Namen liegt keine gewöhnliche Datei")
    elif info.st_size > limits.file_bytes:
        _too_big(info.st_size, place, findings, limits)
    elif info.st_size == 0:
        findings.error(place, "Die Datei ist leer", value="0 Byte", expectation="Kopfzeile und Datenzeilen")
    else:
        with path.open("rb") as stream:
            raw = stream.read(limits.file_bytes + 1)
        if len(raw) <= limits.file_bytes:
            return raw
        _too_big(len(raw), place, findings, limits)
    return None


def _too_big(size: int, place: Place, findings: Findings, limits: Limits) -> None:
    findings.error(
        place,
        "Die Datei ist zu groß und wurde nicht gelesen",
        value=f"{-(-size // MEGABYTE)} MB",
        expectation=f"höchstens {limits.file_bytes // MEGABYTE or 1} MB",
    )
