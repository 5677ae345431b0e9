"""The JSON of a view's figures as JSON Schema: made from the classes that are written."""

from __future__ import annotations

from dataclasses import Field, fields
from typing import Any, Final

from dashboard.answers.daten.columns import ORIGINS, VALUES
from dashboard.answers.rows import Described, Row

Node = dict[str, Any]
_MEANINGS: Final = {column.name: column.description for column in VALUES}
_TEXT: Final[Node] = {"type": "string"}
_TEXTS: Final[Node] = {"type": "array", "items": {"type": "string"}}


def all_schemas() -> Node:
    """The schemas by name."""
    return {
        "Werte": _figures(),
        "Wert": _object(Row),
        "Kennzahl": _object(Described),
        "Ablehnung": {
            "type": "object",
            "properties": {"status": _TEXT, "grund": _TEXT},
            "required": ["status", "grund"],
        },
    }


def _figures() -> Node:
    """See :mod:`dashboard.export.figures_json`."""
    texts = (
        "titel", "aussage", "einzelheiten", "zeitraum", "einheit", "quelle", "stand", "adresse",
    )  # fmt: skip
    properties: Node = dict.fromkeys(texts, _TEXT)
    properties["herkunft"] = {"type": "string", "enum": [*ORIGINS]}
    properties |= dict.fromkeys(("hinweise", "was_man_wissen_sollte"), _TEXTS)
    properties["werte"] = {"type": "array", "items": {"$ref": "#/components/schemas/Wert"}}
    required = [*properties]
    properties["kennzahlen"] = {"type": "array", "items": {"$ref": "#/components/schemas/Kennzahl"}}
    return {"type": "object", "properties": properties, "required": required}


def _object(of: type[Row] | type[Described]) -> Node:
    found = fields(of)
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in found},
        "required": [field.name for field in found],
    }


def _property(field: Field[Any]) -> Node:
    words = {"description": _MEANINGS[field.name]} if field.name in _MEANINGS else {}
    written = str(field.type)
    if "float" in written:
        return {"type": ["number", "null"], **words}
    return {**(_TEXTS if written.startswith("tuple") else _TEXT), **words}
