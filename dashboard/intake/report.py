"""A check's findings for people and programs: text, CSV, JSON and a self-contained HTML page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from html import escape

from dashboard.intake.delivery import Check
from dashboard.intake.finding import Finding

LIMIT = 200  #: findings in the text report; CSV and JSON are complete
_WORDS = {"error": "Fehler", "warning": "Hinweis"}
_COLUMNS = ("Art", "Datei", "Blatt", "Zeile", "Spalte", "Wert", "Erwartet", "Meldung")
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { border-bottom: 1px solid #888; padding: .35rem .6rem; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.error { font-weight: 600; }
"""


def summary(check: Check) -> str:
    """The result in one German sentence."""
    errors = sum(finding.severity == "error" for finding in check.findings)
    counted = f"{errors} Fehler, {_notices(len(check.findings) - errors)}"
    if check.delivery is None:
        return f"Lieferung {check.folder}: abgelehnt ({counted}). Es wurde nichts übernommen."
    values = len(check.delivery.observations)
    known = f"{values} {'Wert' if values == 1 else 'Werte'}"
    if check.delivery.transitions:
        known += f", {len(check.delivery.transitions)} Zahlen einzelner Schulen (bleiben geschützt)"
    if check.findings:
        pending = f"{counted}, die angenommen werden müssen (--akzeptiere)"
        return f"Lieferung {check.folder}: lesbar, {known}; {pending}."
    example = " beispiel = true: Sie wird in keinen Datenstand übernommen." if check.delivery.example else ""
    return f"Lieferung {check.folder}: in Ordnung, {known}.{example}"


def as_text(check: Check, limit: int = LIMIT) -> str:
    """The report for a terminal: at most ``limit`` findings, then how many more there are."""
    lines = [summary(check)]
    for finding in check.findings[:limit]:
        lines += ["", f"{_WORDS[finding.severity]}: {finding.where}", f"  {finding.message}"]
        lines += [f"  gefunden: {_one_line(finding.value)}"] if finding.value else []
        lines += [f"  erwartet: {_one_line(finding.expectation)}"] if finding.expectation else []
    if len(check.findings) > limit:
        lines += [
            "",
            f"… und {len(check.findings) - limit} weitere; vollständig in der CSV- und JSON-Fassung.",
        ]
    return "\n".join(lines) + "\n"


def as_csv(check: Check) -> str:
    """All findings as CSV with ``;``. Cells that a table program would run as a formula get an apostrophe."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_inert(cell) for cell in _cells(finding)] for finding in check.findings)
    return stream.getvalue()


def as_dict(check: Check) -> dict[str, object]:
    """All findings and the delivery's head, ready for JSON."""
    delivery = check.delivery
    return {
        "folder": check.folder,
        "accepted": delivery is not None,
        "needs_acceptance": delivery is not None and bool(check.findings),
        "observations": len(delivery.observations) if delivery else 0,
        "facilities": len(delivery.facilities) if delivery else 0,
        "transitions": len(delivery.transitions) if delivery else 0,
        "files": dict(delivery.files) if delivery else {},
        "findings": [asdict(finding) for finding in check.findings],
    }


def as_html(check: Check) -> str:
    """A page of its own without scripts, pictures or anything to load."""
    rows = "\n".join(_html_row(finding) for finding in check.findings)
    head = "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)
    table = (
        f'<div class="wide"><table><caption>Befunde</caption><thead><tr>{head}</tr></thead><tbody>\n{rows}\n'
    )
    return (
        '<!DOCTYPE html>\n<html lang="de"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Prüfbericht {escape(check.folder)}</title><style>{_STYLE}</style></head>\n<body><main>"
        f"<h1>Prüfbericht</h1><p>{escape(summary(check))}</p>\n"
        + (f"{table}</tbody></table></div>\n" if check.findings else "")
        + _html_files(dict(check.delivery.files) if check.delivery else {})
        + "</main></body></html>\n"
    )


def _html_row(finding: Finding) -> str:
    cells = _cells(finding)
    numbers = ['class="number"' if name == "Zeile" else "" for name in _COLUMNS]
    body = "".join(
        f"<td {mark}>{escape(cell)}</td>" if mark else f"<td>{escape(cell)}</td>"
        for mark, cell in zip(numbers, cells, strict=True)
    )
    return f'<tr class="{finding.severity}">{body}</tr>'


def _html_files(files: Mapping[str, str]) -> str:
    if not files:
        return ""
    items = "".join(f"<li>{escape(name)}: <code>{digest}</code></li>" for name, digest in files.items())
    return f"<h2>Gelesene Dateien (SHA-256)</h2><ul>{items}</ul>"


def _cells(finding: Finding) -> Sequence[str]:
    row = "" if finding.row is None else str(finding.row)
    place = (finding.file, finding.sheet, row, finding.column)
    return (_WORDS[finding.severity], *place, finding.value, finding.expectation, finding.message)


def _inert(cell: str) -> str:
    harmless = not cell or cell[0] not in "=+-@\t\r" or re.fullmatch(r"[-+]?[\d.,]*", cell) is not None
    return cell if harmless else f"'{cell}"


def _one_line(text: str) -> str:
    return " ".join(text.split())[:300]


def _notices(count: int) -> str:
    return f"{count} {'Hinweis' if count == 1 else 'Hinweise'}"
