"""A release as a Frictionless data package: all tables as CSV, and one file that describes them.

Data Package standard 2.0: https://datapackage.org/standard/data-package/
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from typing import Any, Final

from dashboard.answers.daten.licences import MIXED
from dashboard.answers.daten.tables import Column, DataTable, Whole
from dashboard.export import figures_csv
from dashboard.publishing import Licence

_PROFILES: Final = "https://datapackage.org/profiles/2.0"
#: Part of every file: two runs give the same bytes.
_WRITTEN: Final = (2000, 1, 1, 0, 0, 0)
_README: Final = "LIESMICH.txt"


def write(whole: Whole, licences: Iterable[Licence], address: str) -> bytes:
    """A ZIP with ``datapackage.json`` first. ``address``: of the page of data; ``licences``: of sources."""
    bodies = {table: figures_csv.table(table.names, table.rows, machine=True) for table in whole.tables}
    described = descriptor(whole, bodies, licences, address)
    text = json.dumps(described, ensure_ascii=False, indent=2)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        _add(package, "datapackage.json", text.encode())
        _add(package, _README, _readme(whole, address).encode())
        for table, body in bodies.items():
            _add(package, _path(table), body)
    return target.getvalue()


def descriptor(
    whole: Whole, bodies: dict[DataTable, bytes], licences: Iterable[Licence], address: str
) -> dict[str, Any]:
    """The content of ``datapackage.json``."""
    found = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "sozialraum-monitor-hamm",
        "id": f"urn:sha256:{whole.content_hash}",
        "title": f"{whole.title}, Datenstand {whole.release}",
        "description": f"{whole.statement}. {whole.detail} {MIXED}",
        "homepage": address,
        "version": whole.release,
        "created": whole.created.isoformat().replace("+00:00", "Z"),
        "keywords": ["Hamm", "Sozialräume", "Kinder und Jugendliche", "Präventionskette"],
        "licenses": [
            {"name": _licence_name(licence), "path": licence.address, "title": licence.title}
            for licence in licences
        ],
        "sources": [
            {"title": f"{title} ({publisher})", **({"path": url} if url else {})}
            for _id, title, publisher, _date, _licence, url in whole.table("quellen").rows
        ],
        "resources": [_resource(table, body) for table, body in bodies.items()],
    }
    return {name: value for name, value in found.items() if value}


def _resource(table: DataTable, body: bytes) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "title": table.title,
        "path": _path(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": _schema(table),
    }


def _schema(table: DataTable) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [column]}}
            for column, other in table.refers
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    field = {
        "name": column.name,
        "type": column.kind,
        "title": column.title,
        "description": column.description,
    }
    return {**field, "constraints": constraints} if constraints else field


def _licence_name(licence: Licence) -> str:
    return licence.id.replace("/", "-").upper()


def _path(table: DataTable) -> str:
    return f"{table.name}.csv"


def _readme(whole: Whole, address: str) -> str:
    lines = [
        *(f"{term}: {text}" for term, text in whole.about),
        f"Verweis: {address}",
        "",
        *(f"{term}: {text}" for term, text in whole.signs),
        "",
        *(f"{_path(table)}: {table.title} ({len(table.rows)} Zeilen)" for table in whole.tables),
    ]
    return "\r\n".join(lines) + "\r\n"


def _add(package: zipfile.ZipFile, name: str, body: bytes) -> None:
    entry = zipfile.ZipInfo(name, _WRITTEN)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    package.writestr(entry, body)
