"""Reads ``lieferung.toml``: every slip of the pen becomes a German finding with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dashboard.intake.description.models import Description, FileDescription
from dashboard.intake.files.encoding import decoded
from dashboard.intake.files.guard import Limits, content
from dashboard.intake.finding import Findings, Place
from dashboard.intake.vocabulary import suggestion

NAME = "lieferung.toml"
MAX_BYTES = 1_000_000
#: What a template says where only a person knows the answer, by key.
_SUGGESTED = (
    ("lieferant", "bitte eintragen"), ("ansprechstelle", "bitte eintragen"), ("quelle", "beispieldaten"),
)  # fmt: skip
_REAL = {
    "lieferant": "ein Amt oder Träger",
    "ansprechstelle": "eine Stelle",
    "quelle": "eine Quelle des Katalogs",
}
_MESSAGES = {
    "missing": "Der Schlüssel fehlt",
    "extra_forbidden": "Unbekannter Schlüssel",
    "literal_error": "Dieser Wert ist nicht vorgesehen",
    "string_pattern_mismatch": "Erlaubt sind kleine Buchstaben, Ziffern und einzelne Bindestriche",
    "string_too_short": "Der Text ist leer",
    "string_type": "Hier steht ein Text in Anführungszeichen",
    "bool_type": "Hier steht true oder false",
    "bool_parsing": "Hier steht true oder false",
    "too_short": "Hier fehlt mindestens ein Eintrag",
    "tuple_type": "Hier steht eine Liste in eckigen Klammern",
    "dict_type": "Hier steht eine Tabelle",
    "model_type": "Hier steht eine Tabelle",
}


def load_description(folder: Path, findings: Findings) -> tuple[Description | None, bytes]:
    """The checked description of a delivery folder and its raw bytes; None if anything is wrong."""
    place = Place(NAME)
    raw = content(folder, NAME, findings, Limits(file_bytes=MAX_BYTES))
    text = None if raw is None else decoded(raw, None, place, findings)
    table = None if text is None else _parsed(text, findings)
    if raw is None or text is None or table is None:
        return None, raw or b""
    try:
        described = Description.model_validate(table)
    except ValidationError as error:
        for detail in _own(error.errors()):
            _note(detail, text, findings)
        return None, raw
    _note_unfilled(described, text, findings)
    return described, raw


def _note_unfilled(described: Description, text: str, findings: Findings) -> None:
    """Readers of a release are told who delivered, and the source: what a template suggests is neither."""
    for key, suggested in () if described.beispiel else _SUGGESTED:
        told = str(getattr(described, key))
        if told.strip().casefold() == suggested:
            findings.error(
                Place(NAME, _row(text, [key])),
                f"Noch nicht eingetragen: {key}",
                column=key,
                value=told,
                expectation=f"{_REAL[key]}; bis das feststeht, beispiel = true",
            )


def _parsed(text: str, findings: Findings) -> Mapping[str, object] | None:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        row = int(found[1]) if found else text.count("\n") + 1
        at = f" (Zeichen {found[2]})" if found else ""
        findings.error(
            Place(NAME, row),
            f"{NAME} ist keine gültige TOML-Datei{at}",
            value=_line(text, row),
            expectation='je Zeile schlüssel = "wert" oder [tabelle]',
        )
        return None


def _note(detail: ErrorDetails, text: str, findings: Findings) -> None:
    path = [part for part in detail["loc"] if part not in ("tuple[str,...]", "str")]
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    value = "" if detail["type"] in ("missing", "model_type") else _short(detail["input"])
    findings.error(
        Place(NAME, _row(text, path)),
        _message(detail, key),
        column=key,
        value=value if detail["type"] != "value_error" else "",
        expectation=_expectation(detail),
    )


def _message(detail: ErrorDetails, key: str) -> str:
    if detail["type"] == "value_error":
        return f"{key}: {detail['ctx']['error']}"
    hint = ""
    if detail["type"] == "extra_forbidden":
        model = Description if len(detail["loc"]) == 1 else FileDescription
        hint = suggestion(str(detail["loc"][-1]), model.model_fields).replace(" ", ". ", 1)
    return f"{_MESSAGES.get(detail['type'], 'Der Wert passt nicht')}: {key}{hint}"


def _own(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without "too short" lists that are short only because their one entry was refused."""
    refused = {detail["loc"][: depth + 1] for detail in errors for depth in range(len(detail["loc"]) - 1)}
    return [detail for detail in errors if detail["type"] != "too_short" or detail["loc"] not in refused]


def _expectation(detail: ErrorDetails) -> str:
    if detail["type"] == "literal_error":
        return str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", " oder ")
    if detail["type"].startswith("date"):
        return "ein Datum wie 2026-01-31 (ohne Anführungszeichen)"
    if detail["type"].startswith(("int", "float", "decimal", "greater")):
        return "eine Zahl, nicht kleiner als vorgesehen"
    return ""


def _row(text: str, path: list[str | int]) -> int | None:
    """The line of the last named key: searched from the table's start, as tomllib keeps no lines."""
    lines = text.splitlines()
    start, found = 0, None
    for part, following in zip(path, [*path[1:], None], strict=True):
        if isinstance(part, int):
            continue
        count = following if isinstance(following, int) else 0
        pattern = rf"\s*(\[\[?\s*([\w-]+\.)*\"?{re.escape(part)}\"?\s*\]|\"?{re.escape(part)}\"?\s*=)"
        rows = [row for row in range(start, len(lines)) if re.match(pattern, lines[row])]
        if not rows:
            break
        start = found = rows[min(count, len(rows) - 1)]
    return None if found is None else found + 1


def _line(text: str, row: int) -> str:
    lines = text.splitlines()
    return _short(lines[row - 1].strip()) if 0 < row <= len(lines) else ""


def _short(value: object) -> str:
    return str(value)[:80]
