"""Bytes to text in the described encoding; what does not fit is named with its place."""

from __future__ import annotations

from dashboard.intake.description.fields import Encoding
from dashboard.intake.finding import Findings, Place

_TITLES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "iso-8859-1": "ISO-8859-1"}


def decoded(raw: bytes, encoding: Encoding | None, place: Place, findings: Findings) -> str | None:
    """The text of a file (without byte order mark), or None and a finding with the byte offset."""
    if foreign := _foreign(raw):
        findings.error(place, f"Die Datei ist keine Textdatei in der beschriebenen Form: {foreign}")
        return None
    chosen = "utf-8-sig" if encoding in (None, "utf-8") else str(encoding)
    if chosen in ("cp1252", "iso-8859-1") and _is_utf8(raw):
        findings.error(
            place,
            f"Beschrieben ist {_TITLES[chosen]}, die Datei ist aber in UTF-8 geschrieben",
            value=chosen,
            expectation='zeichensatz = "utf-8"',
        )
        return None
    try:
        return raw.decode(chosen)
    except UnicodeDecodeError as error:
        _undecodable(raw, error, chosen, place, findings)
        return None


def _foreign(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "Sie ist in UTF-16 geschrieben; bitte als „CSV UTF-8“ speichern"
    if raw.startswith(b"PK\x03\x04"):
        return "Sie ist eine Arbeitsmappe oder ein ZIP-Archiv"
    if b"\x00" in raw:
        return f"Sie enthält ein Nullzeichen (Byte {raw.index(0)})"
    return ""


def _is_utf8(raw: bytes) -> bool:
    """Whether the bytes are UTF-8 with at least one letter that the other encodings write differently."""
    try:
        return not raw.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _undecodable(
    raw: bytes, error: UnicodeDecodeError, encoding: str, place: Place, findings: Findings
) -> None:
    # utf-8-sig counts from behind the byte order mark
    skipped = 3 if encoding == "utf-8-sig" and raw.startswith(b"\xef\xbb\xbf") else 0
    offset = error.start + skipped
    line = raw.count(b"\n", 0, offset) + 1
    hint = 'zeichensatz = "cp1252"' if encoding.startswith("utf") else 'zeichensatz = "iso-8859-1"'
    findings.error(
        place.at(line),
        f"Die Datei ist nicht in {_TITLES[encoding]} geschrieben: Byte {offset} ist nicht lesbar",
        value=f"0x{raw[offset]:02x}",
        expectation=f"{_TITLES[encoding]}, oder in lieferung.toml {hint}",
    )
